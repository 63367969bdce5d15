#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What a window does under Wayland, in mutter without a screen; skipped where there is no mutter.

test-wayland.py WINERROR DROP-TARGET
"""

import os
import shutil
import subprocess
import sys
import unittest

from gi.repository import Gio, GLib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

import tap  # noqa: E402
from apart import run_apart  # noqa: E402
from driver import Atspi, children, has_state, text_of, walk  # noqa: E402
from waiting import wait_for  # noqa: E402

WINERROR, DROP_TARGET = sys.argv[1:3]
DISPLAY = 'winerror-test'
SHIFT = 42  # KEY_LEFTSHIFT of linux/input-event-codes.h
ENVIRONMENT = {**os.environ, 'GDK_BACKEND': 'wayland', 'WAYLAND_DISPLAY': DISPLAY,
               'GSETTINGS_BACKEND': 'memory'}


def start(*command):
    return subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def frame(process):
    """The window of a program, as accessibility has it; None where there is none."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for application in children(desktop):
        if application.get_process_id() == process.pid:
            return next(children(application), None)
    return None


def wait_active(what, process):
    wait_for(what + ' with the keyboard',
             lambda: has_state(frame(process), Atspi.StateType.ACTIVE))


def plug_in_keyboard(bus):
    """No window has the keyboard where there is none."""
    def call(path, interface, method, arguments=None):
        return bus.call_sync('org.gnome.Mutter.RemoteDesktop', path,
                             'org.gnome.Mutter.RemoteDesktop' + interface, method, arguments, None,
                             Gio.DBusCallFlags.NONE, -1, None).unpack()

    session, = call('/org/gnome/Mutter/RemoteDesktop', '', 'CreateSession')
    call(session, '.Session', 'Start')
    for pressed in (True, False):
        call(session, '.Session', 'NotifyKeyboardKeycode', GLib.Variant('(ub)', (SHIFT, pressed)))
    return True


class Wayland(unittest.TestCase):

    def start(self, *command):
        process = start(*command)
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)
        return process

    def test_present(self):
        """A second start of the program brings its window before those of others."""
        self.start('mutter', '--wayland', '--no-x11', '--headless', '--virtual-monitor', '1280x800',
                   '--wayland-display', DISPLAY)
        socket = os.path.join(os.environ['XDG_RUNTIME_DIR'], DISPLAY)
        wait_for('the display', lambda: os.path.exists(socket))
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        wait_for('the keyboard', lambda: plug_in_keyboard(bus))
        program = self.start(WINERROR, '1326')
        wait_active('the window', program)
        other = self.start(DROP_TARGET)
        wait_active('another window', other)
        wait_for('the window behind',
                 lambda: not has_state(frame(program), Atspi.StateType.ACTIVE))
        subprocess.run([WINERROR, '1327'], env=ENVIRONMENT, check=True, timeout=60)
        wait_active('the window', program)
        wait_for('the entry', lambda: any('ERROR_ACCOUNT_RESTRICTION' in text_of(node)
                                          for node in walk(frame(program))))


if __name__ == '__main__':
    if shutil.which('mutter') is None:
        tap.skip('test_present', 'there is no mutter')
    else:
        faults = run_apart(Wayland('test_present'))
        tap.check(not faults, 'test_present', faults)
    tap.finish()
