#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT
"""Times commands against one another: A B C A B C …, and prints the ratios of the medians.

compare.py RUNS LIMIT NAME COMMAND -- NAME COMMAND [-- NAME COMMAND …]
The first is the one that is measured; LIMIT is what its ratio to the second ought to stay under.
Wall-clock and processor time of the whole process, in milliseconds.
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
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def main():
    runs, limit, rest = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
    commands = []
    while rest:
        end = rest.index('--') if '--' in rest else len(rest)
        commands.append((rest[0], rest[1:end]))
        rest = rest[end + 1:]
    times = {name: ([], []) for name, _ in commands}
    for i in range(runs + 1):
        for name, command in commands:
            wall, cpu = run(command)
            if i > 0:  # the first run warms up
                times[name][0].append(wall)
                times[name][1].append(cpu)
    first = commands[0][0]
    for name, (wall, cpu) in times.items():
        line = '%-34s wall %8.2f ms  cpu %8.2f ms' % (name, statistics.median(wall),
                                                     statistics.median(cpu))
        if name != first:
            line += '  %s is %.2f times (wall), %.2f times (cpu)' % (
                first, statistics.median(times[first][0]) / statistics.median(wall),
                statistics.median(times[first][1]) / statistics.median(cpu))
        print(line)
    ratio = statistics.median(times[first][0]) / statistics.median(times[commands[1][0]][0])
    print('%s / %s: %.2f, limit %.2f: %s' % (first, commands[1][0], ratio, limit,
                                             'within' if ratio <= limit else 'ABOVE'))


if __name__ == '__main__':
    main()
