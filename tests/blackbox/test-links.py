#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What the desktop opens with the program: links to entries, logs, and its actions on the bus.

test-links.py WINERROR DESKTOP-FILE
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import gi  # noqa: E402
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

from driver import APP_ID, Program, WindowManager, run, set_clipboard  # noqa: E402
from waiting import PATIENCE, wait_for  # noqa: E402

WINERROR, DESKTOP_FILE = sys.argv[1:3]
PATH = '/' + APP_ID.replace('.', '/')
FAULT = 'expected “winerror:” and a code or symbol, found “'


def call(name, path, interface, method, parameters=None):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    reply = bus.call_sync(name, path, interface, method, parameters, None, 0, int(PATIENCE * 1000),
                          None)
    return reply.unpack()[0] if reply.n_children() else None


def call_bus(method, *parameters):
    return call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method,
                *parameters)


def application(method, signature, *arguments):
    call(APP_ID, PATH, 'org.freedesktop.Application', method, GLib.Variant(signature, arguments))


class Found(Program):
    """A program that something else has started."""

    def __init__(self):
        self.process = self
        self.pid = wait_for('the program on the bus', lambda: self.owner())
        self.frame = wait_for('the window', self.find_frame)

    def owner(self):
        name = GLib.Variant('(s)', (APP_ID,))
        return call_bus('NameHasOwner', name) and call_bus('GetConnectionUnixProcessID', name)

    @staticmethod
    def poll():
        return None

    def quit(self):
        application('ActivateAction', '(sava{sv})', 'quit', [], {})
        wait_for('the end', lambda: not self.owner())


class Installed:
    """The program where the desktop finds it, as if it were installed for this user."""

    def __enter__(self):
        self.home = os.environ['XDG_DATA_HOME']
        with open(DESKTOP_FILE, encoding='utf-8') as file:
            desktop_file = file.read()
        for name, text in (
                ('applications/%s.desktop' % APP_ID,
                 re.sub('(?m)^Exec=[^ ]+', 'Exec=' + os.path.abspath(WINERROR), desktop_file)),
                ('dbus-1/services/%s.service' % APP_ID,
                 '[D-BUS Service]\nName=%s\nExec=%s --gapplication-service\n' % (
                     APP_ID, os.path.abspath(WINERROR)))):
            os.makedirs(os.path.dirname(os.path.join(self.home, name)), exist_ok=True)
            with open(os.path.join(self.home, name), 'w', encoding='utf-8') as file:
                file.write(text)
        run('update-desktop-database', os.path.join(self.home, 'applications'))
        call_bus('ReloadConfig')

    def __exit__(self, *exception):
        shutil.rmtree(self.home)
        call_bus('ReloadConfig')


class Links(unittest.TestCase):

    def says(self, program, text):
        wait_for('%r on the screen' % text,
                 lambda: any(text in label for label in program.labels()))

    def test_second_start(self):
        """A link comes up in the window that is there."""
        with Program(WINERROR, '1618') as program:
            program.wait_first('1618')
            for link, first in (('winerror:1326', '1326'), ('winerror:0x80070643', '1603'),
                                ('WINERROR:ERROR_PAGEFILE_QUOTA', '1454'),
                                ('winerror:-2147023570', '1326')):
                self.assertEqual(run(WINERROR, link, env=program.environment).returncode, 0)
                program.wait_first(first)
                self.assertEqual(program.entry_text(), link.split(':')[1])
            self.assertEqual(program.windows(), [program.window])

    def test_hostile(self):
        """What is no code and no symbol is said, and neither looked up nor read; what was there
        stays."""
        with tempfile.TemporaryDirectory() as folder, socket.socket() as server:
            server.bind(('127.0.0.1', 0))
            server.listen()
            server.setblocking(False)
            address = 'http://127.0.0.1:%d/x.log' % server.getsockname()[1]
            path = os.path.join(folder, 'winerror:x.log')
            with open(path, 'w', encoding='utf-8') as log:
                log.write('error 1603\n')
            with Program(WINERROR, '1618') as program:
                program.wait_first('1618')
                for link in ('winerror:', 'winerror:' + path, 'winerror:file://' + path,
                             'winerror:' + address, 'winerror:wrong%20password', 'winerror:x.log',
                             'winerror:wrong password', 'winerror:--clipboard', 'winerror://1326',
                             'winerror:' + '1' * 65, 'winerror:\u202e1326'):
                    self.assertEqual(run(os.path.abspath(WINERROR), link, cwd=folder,
                                         env=program.environment).returncode, 0)
                    self.says(program, FAULT + link.replace('\u202e', '')[:30])
                    application('Open', '(asa{sv})', [link], {})
                    self.assertEqual(program.entry_text(), '1618', link)
                for link in (address, 'mailto:a@b.c', 'sftp://127.0.0.1/x.log', 'x.log', '', ':'):
                    application('Open', '(asa{sv})', [link], {})
                    self.assertEqual(program.entry_text(), '1618', link)
                self.assertEqual(program.windows(), [program.window])
                self.assertTrue(program.first().startswith('1618'))
                self.assertRaises(BlockingIOError, server.accept)
                self.assertEqual(program.messages(), '')

    def test_logs(self):
        """The desktop names a file by its address."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'setup 1.log')
            with open(path, 'w', encoding='utf-8') as log:
                log.write('MainEngineThread is returning 1603\n')
            uri = Gio.File.new_for_path(path).get_uri()
            with Program(WINERROR, uri) as program:
                program.wait_first('1603')
            with Program(WINERROR) as program:
                application('Open', '(asa{sv})', [uri], {})
                program.wait_first('1603')
            environment = {name: value for name, value in os.environ.items()
                           if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
            self.assertIn(b'setup 1.log:1:31: 1603: 1603 ',
                          run(WINERROR, uri, env=environment).stdout)

    def test_without_display(self):
        environment = {name: value for name, value in os.environ.items()
                       if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
        result = run(WINERROR, 'winerror:1326', env=environment)
        self.assertIn(b'ERROR_LOGON_FAILURE', result.stdout.splitlines()[0])
        result = run(WINERROR, 'winerror:/etc/passwd', env=environment)
        self.assertEqual((result.returncode, result.stdout), (2, b''))
        self.assertIn(FAULT, result.stderr.decode())
        result = run(WINERROR, '--gapplication-service', env=environment)
        self.assertEqual((result.returncode, result.stdout), (2, b''))

    def test_open(self):
        """A link in another program starts this one by the bus, and reaches the window that is
        there."""
        openers = [['gio', 'open']] + ([['xdg-open']] if shutil.which('xdg-open') else [])
        with Installed():
            for opener in openers:
                # where xdg-open knows nothing of the desktop, it waits for what it has started
                first = subprocess.Popen([*opener, 'winerror:1326'])
                with Found() as program:
                    program.wait_first('1326')
                    self.assertEqual(run(*opener, 'winerror:ras:691').returncode, 0)
                    wait_for('the code', lambda: program.entry_text() == 'ras:691')
                self.assertEqual(first.wait(PATIENCE), 0)

    def test_actions(self):
        set_clipboard('Error 1603')
        with Installed():
            application('ActivateAction', '(sava{sv})', 'look-up-clipboard', [], {})
            with Found() as program:
                wait_for('what was copied', lambda: program.entry_text() == 'Error 1603')
                application('Activate', '(a{sv})', {})
                self.assertEqual(program.entry_text(), 'Error 1603')


if __name__ == '__main__':
    with WindowManager():
        unittest.main(argv=sys.argv[:1], verbosity=2)
