#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT
"""Times winerror-cli --scan against grep -E, and ripgrep, with an alternation of the same codes.

bench-scan.py WINERROR-CLI GENERATOR TABLES [MEGABYTES [RUNS]]
All read the same generated log, in turns; ripgrep where it is installed, on one thread. TABLES is a
folder; of the symbols in it the alternation has what they begin with. Prints how many lines each
finds, the ratios of the medians of the wall-clock times side by side, and what the peak memory of
winerror-cli is at most (that of this program before it becomes winerror-cli counts too). Fails where
winerror-cli is slower than grep, or takes more than 32 MB.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

MAX_MEMORY = 32 * 1024  # KiB
MIN_WORDS = 3
DESCRIPTIONS = 'system-1300.xml'  # of which table the descriptions are looked for
CONTEXT = 'error|code|status|result|returned|returning|failed|exit|rc'


def make_pattern(folder):
    descriptions, prefixes = set(), set()
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.xml'):
            continue
        for entry in xml.etree.ElementTree.parse(os.path.join(folder, name)).iter('entry'):
            if '_' in (entry.get('symbol') or ''):
                prefixes.add(entry.get('symbol').split('_')[0])
            if name == DESCRIPTIONS:
                descriptions.add(entry.findtext('description').rstrip('.'))
    return '|'.join(
        ['0[xX][4-9A-Fa-f][0-9A-Fa-f]{7}', r'[(= \[][8C][0-9A-F]{7}', '-(10|19|20|21)[0-9]{8}',
         '(%s)[ :=(]*[0-9]{1,5}' % CONTEXT,
         '(%s)_[A-Za-z0-9_]+' % '|'.join(sorted(prefixes))]
        + [re.sub(r'([][().*+?{}|^$\\])', r'\\\1', description)
           for description in sorted(descriptions) if len(description.split()) >= MIN_WORDS])


def run(command, **arguments):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, **arguments)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit('%s: exit status %d' % (command[0], process.returncode))
    return time.perf_counter() - start, output, usage.ru_maxrss


def main():
    cli, generator, tables = sys.argv[1:4]
    size = sys.argv[4] if len(sys.argv) > 4 else '200'
    runs = int(sys.argv[5]) if len(sys.argv) > 5 else 7
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, 'bench.log')
        pattern = os.path.join(folder, 'pattern')
        with open(log, 'wb') as file:
            subprocess.run([generator, size], stdout=file, check=True)
        with open(pattern, 'w', encoding='utf-8') as file:
            file.write(make_pattern(tables) + '\n')

        others = {'grep -E': ['grep', '-cE', '-f', pattern, log]}
        if shutil.which('rg') is not None:
            others['ripgrep'] = ['rg', '-c', '-j1', '--no-config', '-f', pattern, log]
        environment = dict(os.environ, LC_ALL='C')
        ours, theirs, lines, memory = [], {name: [] for name in others}, {}, 0
        for i in range(runs + 1):
            seconds, found, peak = run([cli, '--scan', '--format=tsv', log])
            memory = max(memory, peak)
            if i > 0:  # the first run warms the caches
                ours.append(seconds)
            for name, command in others.items():
                seconds, output, _ = run(command, env=environment)
                lines[name] = int(output)
                if i > 0:
                    theirs[name].append(seconds)

    ratios = {name: statistics.median(ours) / statistics.median(theirs[name]) for name in others}
    print('%s MB: %d matches; lines found by %s' % (size, found.count('\n'), ', '.join(
        '%s: %d' % item for item in lines.items())))
    print('time of winerror-cli --scan / time of %s' % ', '.join(
        '%s: %.2f' % item for item in ratios.items()))
    print('peak memory: %.1f MB' % (memory / 1024))
    return 0 if ratios['grep -E'] <= 1 and memory <= MAX_MEMORY else 1


if __name__ == '__main__':
    sys.exit(main())
