#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What the window does when what it stands on goes away: the session bus, the display.

test-faults.py WINERROR [TEST…]
"""

import os
import re
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from apart import run_tests  # noqa: E402
from driver import Program, key, run, type_text  # noqa: E402
from waiting import PATIENCE, wait_for  # noqa: E402

WINERROR = sys.argv[1]


def accessibility_bus():
    answer = run('gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path',
                 '/org/a11y/bus', '--method', 'org.a11y.Bus.GetAddress').stdout.decode()
    return re.search("'(.*)'", answer).group(1)


class Faults(unittest.TestCase):

    def start(self, *command, **options):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   text=True, **options)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def start_bus(self):
        bus = self.start('dbus-daemon', '--session', '--nofork', '--print-address',
                         stderr=subprocess.DEVNULL)
        return bus, bus.stdout.readline().strip()

    def test_bus(self):
        """Without the bus that it was started on the window goes on, and is closed in order."""
        bus, address = self.start_bus()
        program = Program(WINERROR, '1326', DBUS_SESSION_BUS_ADDRESS=address,
                          AT_SPI_BUS_ADDRESS=accessibility_bus())
        self.addCleanup(program.process.wait)
        self.addCleanup(program.process.kill)
        program.wait_first('1326')
        bus.kill()
        bus.wait()
        key('ctrl+f', 'ctrl+a')
        type_text('1300')
        program.wait_first('1300')
        key('ctrl+q')
        self.assertEqual(program.process.wait(PATIENCE), 0)
        # newer versions of GIO say that much themselves
        self.assertEqual([line for line in program.messages().splitlines()
                          if line and 'The connection is closed' not in line], [])

    def test_display(self):
        """Without a display there is nothing to be shown: it ends, and leaves no memory image."""
        display = self.start('Xvfb', '-displayfd', '1', '-screen', '0', '1000x700x24', '-nolisten',
                             'tcp', '-noreset', stderr=subprocess.DEVNULL)
        name = ':' + display.stdout.readline().strip()
        process = self.start(WINERROR, '1326', stderr=subprocess.DEVNULL,
                             env={**os.environ, 'DISPLAY': name, 'GSETTINGS_BACKEND': 'memory',
                                  'DBUS_SESSION_BUS_ADDRESS': self.start_bus()[1]})
        wait_for('the window', lambda: '1326 – Winerror' in run(
            'xdotool', 'search', '--onlyvisible', '--name', '^1326', 'getwindowname',
            env={**os.environ, 'DISPLAY': name}).stdout.decode())
        display.kill()
        self.assertEqual(process.wait(PATIENCE), 1)


if __name__ == '__main__':
    run_tests(Faults, sys.argv[2:])
