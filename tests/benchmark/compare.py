#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT
"""Times commands against one another: A B C A B C …, and prints the ratios of the medians.

compare.py RUNS LIMIT NAME COMMAND -- NAME COMMAND [-- NAME COMMAND …]
The first is the one that is measured; LIMIT is what its ratio to the second ought to stay under.
Wall-clock and processor time of the whole process, in milliseconds, and the most memory that was
resident, in megabytes; of a small program that is the memory of this one, from which it is started.
"""

import os
import statistics
import subprocess
import sys
import time


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit('%s: exit status %d' % (command[0], process.returncode))
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def main():
    runs, limit, rest = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
    commands = []
    while rest:
        end = rest.index('--') if '--' in rest else len(rest)
        commands.append((rest[0], rest[1:end]))
        rest = rest[end + 1:]
    figures = {name: [] for name, _ in commands}
    for i in range(runs + 1):
        for name, command in commands:
            figure = run(command)
            if i > 0:  # the first run warms up
                figures[name].append(figure)
    medians = {name: [statistics.median(column) for column in zip(*rows)]
               for name, rows in figures.items()}
    first = commands[0][0]
    for name, (wall, cpu, memory) in medians.items():
        line = '%-34s wall %8.2f ms  cpu %8.2f ms  memory %6.1f MB' % (name, wall, cpu, memory)
        if name != first:
            line += '  %s is %.2f times (wall), %.2f times (cpu)' % (
                first, medians[first][0] / wall, medians[first][1] / cpu)
        print(line)
    ratio = medians[first][0] / medians[commands[1][0]][0]
    print('%s / %s: %.2f, limit %.2f: %s' % (first, commands[1][0], ratio, limit,
                                             'within' if ratio <= limit else 'ABOVE'))


if __name__ == '__main__':
    main()
