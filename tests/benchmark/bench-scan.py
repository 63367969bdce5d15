#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT
"""Times winerror-cli --scan against grep -E with an alternation of the same codes.

bench-scan.py WINERROR-CLI GENERATOR TABLE [MEGABYTES [RUNS]]
Both read the same generated log, in turns. Prints how many lines each finds, the ratio of the
medians of the wall-clock times, and what the peak memory of winerror-cli is at most (that of this
program before it becomes winerror-cli counts too). Fails where winerror-cli is
slower, or takes more than 32 MB.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

MAX_MEMORY = 32 * 1024  # KiB
MIN_WORDS = 3
CONTEXT = 'error|code|status|result|returned|returning|failed|exit|rc'


def make_pattern(table):
    entries = xml.etree.ElementTree.parse(table).getroot().findall('entry')
    symbols = [entry.get('symbol') for entry in entries]
    descriptions = {entry.findtext('description').rstrip('.') for entry in entries}
    return '|'.join(
        ['0[xX]8007[0-9A-Fa-f]{4}', '-21470[0-9]{5}', '(%s)[ :=(]*1[3-6][0-9]{2}' % CONTEXT]
        + symbols
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
    cli, generator, table = sys.argv[1:4]
    size = sys.argv[4] if len(sys.argv) > 4 else '200'
    runs = int(sys.argv[5]) if len(sys.argv) > 5 else 7
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, 'bench.log')
        pattern = os.path.join(folder, 'pattern')
        with open(log, 'wb') as file:
            subprocess.run([generator, size], stdout=file, check=True)
        with open(pattern, 'w', encoding='utf-8') as file:
            file.write(make_pattern(table) + '\n')

        ours, theirs, memory = [], [], 0
        for i in range(runs + 1):
            seconds, found, peak = run([cli, '--scan', '--format=tsv', log])
            other, lines, _ = run(['grep', '-cE', '-f', pattern, log],
                                  env=dict(os.environ, LC_ALL='C'))
            if i > 0:  # the first run warms the caches
                ours.append(seconds)
                theirs.append(other)
            memory = max(memory, peak)

    ratio = statistics.median(ours) / statistics.median(theirs)
    print('%s MB: %d matches, %d lines found by grep' % (size, found.count('\n'), int(lines)))
    print('time of winerror-cli --scan / time of grep -E: %.2f' % ratio)
    print('peak memory: %.1f MB' % (memory / 1024))
    return 0 if ratio <= 1 and memory <= MAX_MEMORY else 1


if __name__ == '__main__':
    sys.exit(main())
