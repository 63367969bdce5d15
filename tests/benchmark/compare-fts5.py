#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT
"""How often the right entry comes, beside a full-text search: SQLite's FTS5 with its porter
tokenizer, the words joined by OR, ranked by bm25, over symbol, English description and advice of
all tables, and over the translated description too where the query is not English.

usage: compare-fts5.py WINERROR-CLI QUERIES.TSV"""

import collections
import json
import os
import re
import sqlite3
import subprocess
import sys

TOP = {'code': 1, 'symbol': 1, 'keyword': 3, 'paraphrase': 5, 'sentence': 1, 'context': 1,
       'situation': 5, 'foreign': 5}

# Families whose codes are written as eight hexadecimal digits in a key.
WIDE = ('hresult', 'ntstatus', 'stop')


def run(program, language, *arguments):
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=language)
    return subprocess.run([program, *arguments], env=environment, capture_output=True,
                          text=True, check=False).stdout


def get_key(entry):
    number = '0x%08X' % entry['code'] if entry['family'] in WIDE else str(entry['code'])
    return entry['family'] + ':' + number


def get_advice(entry):
    advice = entry['advice']
    return ' '.join([advice['means'], *advice['check']]) if advice else ''


def make_table(program, language):
    entries = json.loads(run(program, language, '--list', '--format=json'))
    table = sqlite3.connect(':memory:')
    table.execute('CREATE VIRTUAL TABLE entries USING fts5 (key UNINDEXED, symbol, source, '
                  'description, advice, tokenize = "porter unicode61")')
    for entry in entries:
        description = entry['description'] if language != 'en' else ''
        table.execute('INSERT INTO entries VALUES (?, ?, ?, ?, ?)',
                      (get_key(entry), entry['symbol'], entry['source_description'], description,
                       get_advice(entry)))
    return table


def search_table(table, query):
    words = re.findall(r'\w+', query)
    if not words:
        return []
    match = ' OR '.join('"%s"' % word for word in words)
    return [row[0] for row in table.execute(
        'SELECT key FROM entries WHERE entries MATCH ? ORDER BY bm25 (entries) LIMIT 10',
        (match,))]


def search_winerror(program, language, query):
    output = run(program, language, '--format=json', '--limit=10', '--', query)
    return [get_key(entry) for entry in json.loads(output or '[]')]


def main():
    program, path = sys.argv[1:]
    tables = {}
    right = collections.defaultdict(lambda: [0, 0, 0])
    with open(path, encoding='utf-8') as file:
        rows = [line.rstrip('\n').split('\t') for line in file if not line.startswith('#')]
    for group, kind, language, expected, query in rows:
        if language not in tables:
            tables[language] = make_table(program, language)
        if expected == '-':
            continue
        wanted = set(expected.split(','))
        counts = right[kind, group]
        counts[0] += 1
        counts[1] += bool(wanted & set(search_winerror(program, language, query)[:TOP[kind]]))
        counts[2] += bool(wanted & set(search_table(tables[language], query)[:TOP[kind]]))

    print('%-12s %-5s %4s  %9s  %6s' % ('kind', 'set', 'top', 'Winerror', 'FTS5'))
    behind = False
    for kind in TOP:
        for group in ('tune', 'held'):
            n, ours, theirs = right[kind, group]
            if n == 0:
                continue
            behind |= ours < theirs
            print('%-12s %-5s %4d  %7.1f %%  %4.1f %%' %
                  (kind, group, TOP[kind], 100 * ours / n, 100 * theirs / n))
    return 1 if behind else 0


if __name__ == '__main__':
    sys.exit(main())
