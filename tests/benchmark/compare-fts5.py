#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT
"""How often the right entry comes, beside a full-text search: SQLite's FTS5 with its porter
tokenizer, the words joined by OR, ranked by bm25, over symbol and English description, and over
the translated description too where the query is not English.

usage: compare-fts5.py WINERROR-CLI QUERIES.TSV"""

import collections
import json
import os
import re
import sqlite3
import subprocess
import sys

TOP = {'code': 1, 'symbol': 1, 'keyword': 3, 'paraphrase': 5, 'sentence': 1}


def run(program, language, *arguments):
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=language)
    return subprocess.run([program, *arguments], env=environment, capture_output=True,
                          text=True, check=False).stdout


def get_code(entry):
    """The code that a query may name: that of a system error."""
    return entry['code'] if entry['family'] == 'win32' else None


def make_table(program, language):
    """The entries as a table for full-text search, and the code of each row."""
    entries = json.loads(run(program, language, '--list', '--format=json'))
    table = sqlite3.connect(':memory:')
    table.execute('CREATE VIRTUAL TABLE entries USING fts5 (symbol, source, description, '
                  'tokenize = "porter unicode61")')
    for row, entry in enumerate(entries):
        description = entry['description'] if language != 'en' else ''
        table.execute('INSERT INTO entries (rowid, symbol, source, description) '
                      'VALUES (?, ?, ?, ?)',
                      (row, entry['symbol'], entry['source_description'], description))
    return table, [get_code(entry) for entry in entries]


def search_table(table, codes, query):
    words = re.findall(r'\w+', query)
    if not words:
        return []
    match = ' OR '.join('"%s"' % word for word in words)
    return [codes[row[0]] for row in table.execute(
        'SELECT rowid FROM entries WHERE entries MATCH ? ORDER BY bm25 (entries) LIMIT 10',
        (match,))]


def search_winerror(program, language, query):
    found = json.loads(run(program, language, '--format=json', '--limit=10', '--', query))
    return [get_code(entry) for entry in found]


def main():
    program, path = sys.argv[1:]
    tables = {}
    right = collections.defaultdict(lambda: [0, 0, 0])
    with open(path, encoding='utf-8') as file:
        rows = [line.rstrip('\n').split('\t') for line in file if not line.startswith('#')]
    for group, kind, language, expected, query in rows:
        if language not in tables:
            tables[language] = make_table(program, language)
        wanted = {int(code) for code in expected.split(',')}
        counts = right[kind, group]
        counts[0] += 1
        counts[1] += bool(wanted & set(search_winerror(program, language, query)[:TOP[kind]]))
        counts[2] += bool(wanted & set(search_table(*tables[language], query)[:TOP[kind]]))

    print('%-12s %-5s %4s  %9s  %6s' % ('kind', 'set', 'top', 'Winerror', 'FTS5'))
    behind = False
    for kind in TOP:
        for group in ('tune', 'held'):
            n, ours, theirs = right[kind, group]
            behind |= ours < theirs
            print('%-12s %-5s %4d  %7.1f %%  %4.1f %%' %
                  (kind, group, TOP[kind], 100 * ours / n, 100 * theirs / n))
    return 1 if behind else 0


if __name__ == '__main__':
    sys.exit(main())
