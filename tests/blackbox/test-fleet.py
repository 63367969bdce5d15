#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What data/administrators.md promises, tried as it stands there: settings that an administrator
sets and locks, with dconf itself, and notes on a share that two users have.

test-fleet.py WINERROR [TEST…]
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from apart import run_tests  # noqa: E402
from driver import Atspi, Program, has_state, key, run, type_text, walk  # noqa: E402
from waiting import wait_for  # noqa: E402

WINERROR = sys.argv[1]
PAGE = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'administrators.md'
SHARE = '/srv/helpdesk/winerror'
LOCKED = 'Set by your administrator'


def block(name):
    """An example of the page."""
    return re.search('<!-- %s -->\n```\n(.*?)```' % name, PAGE.read_text(), re.DOTALL).group(1)


class Site:
    """A computer as the page sets it up, but in a folder of its own."""

    def __init__(self, *more_locks):
        self.top = pathlib.Path(tempfile.mkdtemp())
        self.share = self.top / 'share'
        keys = self.top / 'site.d'
        (keys / 'locks').mkdir(parents=True)
        self.share.mkdir()
        (self.share / 'Desk.csv').write_text(block('notes'))
        (keys / '10-winerror').write_text(block('defaults').replace(SHARE, str(self.share)))
        (keys / 'locks' / '10-winerror').write_text(
            block('locks') + ''.join('/io/github/winerror/Winerror/%s\n' % name
                                     for name in more_locks))
        subprocess.run(['dconf', 'compile', self.top / 'site', keys], check=True)
        (self.top / 'profile').write_text(
            block('profile').replace('system-db:site', 'file-db:%s/site' % self.top))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        shutil.rmtree(self.top)

    def environment(self, user):
        home = self.top / user
        for name in ('data', 'config', 'run'):
            (home / name).mkdir(parents=True, exist_ok=True)
        (home / 'run').chmod(0o700)
        return {'GSETTINGS_BACKEND': 'dconf', 'DCONF_PROFILE': str(self.top / 'profile'),
                'XDG_DATA_HOME': str(home / 'data'), 'XDG_CONFIG_HOME': str(home / 'config'),
                'XDG_RUNTIME_DIR': str(home / 'run')}

    def start(self, user, *arguments, **environment):
        return Program(WINERROR, *arguments, **self.environment(user), **environment)


def accessibility_bus():
    answer = run('gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path',
                 '/org/a11y/bus', '--method', 'org.a11y.Bus.GetAddress').stdout.decode()
    return re.search("'(.*)'", answer).group(1)


def says(program, text):
    wait_for(text, lambda: any(text in label for label in program.labels()))


def sensitive(program, role, name):
    """Whether a control of any window is sensitive."""
    for node in walk(program.application()):
        if node.get_role_name() == role and re.search(name, node.get_name() or ''):
            return has_state(node, Atspi.StateType.SENSITIVE)
    raise LookupError(name)


@unittest.skipUnless(shutil.which('dconf'), 'dconf is not there')
class Fleet(unittest.TestCase):

    def test_pinned(self):
        with Site() as site, site.start('user') as program:
            program.wait_first('1326')
            wait_for('what the site has pinned',
                     lambda: [row[1][0].split()[0] for row in program.rows()[:4]] ==
                     ['1326', '1603', '0x80240024', '1300'])
            key('ctrl+d')
            says(program, 'Pinned by your administrator')
            type_text('1300')
            program.wait_first('1300')
            key('ctrl+d')
            says(program, 'Pinned')
            key('Escape')
            wait_for('both lists as one',
                     lambda: [row[1][0].split()[0] for row in program.rows()[:4]] ==
                     ['1326', '1603', '0x80240024', '1300'] and program.entry_text() == '')

    def test_locked_list(self):
        with Site('pinned-entries') as site, site.start('user', '1300') as program:
            program.wait_first('1300')
            key('ctrl+d')
            says(program, 'What is pinned is set by your administrator')

    def test_locked_controls(self):
        with Site() as site, site.start('user', '1326') as program:
            program.wait_first('1326')
            program.open_dialog('ctrl+comma')
            wait_for('what is locked', lambda: program.texts().count(LOCKED) == 2)
            self.assertFalse(self.is_format_sensitive(program))
            self.assertTrue(sensitive(program, 'check box', '^Notes follow the entry$'))
            self.assertEqual(program.nameless(), [])
            program.close_dialog()

    def is_format_sensitive(self, program):
        found = [node for node in walk(program.application())
                 if (node.get_name() or '').startswith('Format of ticket texts: ')]
        self.assertTrue(found)
        return all(has_state(node, Atspi.StateType.SENSITIVE) for node in found)

    def test_notes(self):
        """What one user writes into a file on the share, the other reads in an open window."""
        with Site() as site:
            tables = site.top / 'anna' / 'data' / 'winerror' / 'tables'
            tables.mkdir(parents=True)
            (tables / 'notes.csv').symlink_to(site.share / 'anna.csv')
            bus = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            with site.start('ben', '1327') as ben:
                ben.wait_first('1327')
                says(ben, 'Add a Note')
                # one program a bus: the second user has another, but the same accessibility
                anna = site.start('anna', '1327', AT_SPI_BUS_ADDRESS=accessibility_bus(),
                                  DBUS_SESSION_BUS_ADDRESS=bus.stdout.readline().decode().strip())
                try:
                    anna.wait_first('1327')
                    says(anna, 'Add a Note')
                    key('ctrl+n')
                    wait_for('the editor', lambda: anna.focus().get_name().startswith('Your note on '))
                    type_text('Ask Ben')
                    key('ctrl+Return')
                    says(anna, 'Note saved')
                    self.assertIn('Ask Ben', (site.share / 'anna.csv').read_text())
                    self.assertEqual(anna.focus().get_name(), 'Search')
                    says(ben, 'Ask Ben')
                    self.assertIn('anna', ben.labels())
                    self.assertEqual(ben.nameless() + anna.nameless(), [])
                finally:
                    anna.process.kill()
                    anna.process.wait()
                    bus.terminate()
                    bus.wait()


if __name__ == '__main__':
    run_tests(Fleet, sys.argv[2:])
