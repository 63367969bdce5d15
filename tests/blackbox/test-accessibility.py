#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What a screen reader finds in the window, and what it hears of it.

test-accessibility.py WINERROR [TEST…]
"""

import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from gi.repository import GLib  # noqa: E402

from apart import run_tests  # noqa: E402
from driver import Atspi, Program, has_state, key, type_text  # noqa: E402
from waiting import wait_for  # noqa: E402

WINERROR = sys.argv[1]


class Ear:
    """What is said in the line of status, as long as one listens: what GTK 4.14 and newer announce,
    and the name of the line, which changes in older versions."""

    def __init__(self):
        self.heard = []
        self.listener = Atspi.EventListener.new(self.hear)
        self.listener.register('object:property-change:accessible-name')
        self.listener.register('object:announcement')

    def hear(self, event):
        try:
            if event.type == 'object:announcement' or \
                    event.source.get_role_name() == 'status bar':
                self.heard.append(str(event.any_data))
        except GLib.Error:
            pass  # what it was about is gone

    def has_heard(self, text):
        while GLib.MainContext.default().iteration(False):
            pass
        return any(text in said for said in self.heard)

    def wait(self, text):
        wait_for('%r (heard: %r)' % (text, self.heard), lambda: self.has_heard(text))
        self.heard = []


class Accessibility(unittest.TestCase):

    def test_heard(self):
        """How many results there are, which is selected, how many are, and what was copied."""
        with Program(WINERROR) as program:
            ear = Ear()
            type_text('0xC000006D')
            ear.wait('2 entries match')
            key('Down')
            ear.wait('result 2: 1326 ERROR_LOGON_FAILURE')
            key('Return')
            ear.wait('Copied as Text')
            key('Tab')
            wait_for('the list', lambda: program.focus().get_role_name() == 'list item')
            key('ctrl+a')
            ear.wait('2 selected')
            key('ctrl+c')
            ear.wait('2 entries copied as Text')
            key('ctrl+d')
            ear.wait('Pinned')

    def test_names(self):
        """Nothing that can be operated is without a name, whatever is on the screen."""
        with Program(WINERROR) as program:
            self.assertEqual(program.nameless(), [])
            for query, found in (('password', 'PASSWORD'), ('1326', '1326'),
                                 ('0x80041234', '0x80041234'), ('code 10', '10')):
                key('ctrl+f', 'End', 'shift+Home')
                type_text(query)
                wait_for(query, lambda: found in program.first())
                self.assertEqual(program.nameless(), [], query)
            button = program.find_named('Language of the Description')
            button.get_child_at_index(0).get_action_iface().do_action(0)
            wait_for('a menu', lambda: program.focus().get_role_name() == 'menu item')
            self.assertEqual(program.nameless(), [])
            program.close_dialog()
            key('ctrl+f', 'End', 'shift+Home')
            type_text('qqqqqq')
            wait_for('no result', lambda: 'Nothing Found' in program.labels())
            self.assertEqual(program.nameless(), [])
            key('Escape')
            for keys in ('ctrl+comma', 'F1'):
                program.open_dialog(keys)
                self.assertEqual(program.nameless(), [], keys)
                program.close_dialog()
            for keys in ('F10', 'ctrl+shift+c', 'shift+F10'):
                program.open_menu(keys)
                self.assertEqual(program.nameless(), [], keys)
                program.close_dialog()
                if keys == 'ctrl+shift+c':
                    key('Tab')
                    wait_for('the list', lambda: program.focus().get_role_name() == 'list item')
            key('ctrl+f', 'F11')
            wait_for('a compact window', lambda: program.frame.get_extents(
                Atspi.CoordType.WINDOW).height < 300)
            self.assertEqual(program.nameless(), [])

    def test_names_in_a_log(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'setup.log')
            with open(path, 'w', encoding='utf-8') as log:
                log.write('MSI (s): Verbose logging started\n'
                          'Error 1310. Error writing to file: C:\\a.dll.\n'
                          'Action ended 16:28:12: InstallFinalize. Return value 3.\n'
                          'MainEngineThread is returning 1603\n')
            with Program(WINERROR, path) as program:
                program.wait_first('1310')
                key('Down')
                wait_for('the reason', lambda: program.find_named(
                    'Look at line 2: Error 1310. Error writing to file: C:\\a.dll.'))
                self.assertEqual(program.nameless(), [])

    def test_rows(self):
        """The name of a row says all that stands in it."""
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            name = program.rows()[0][0]
            self.assertEqual(name, '1326 (0x52E) ERROR_LOGON_FAILURE, '
                                   'The user name or password is incorrect.')
            key('ctrl+d', 'Escape')
            wait_for('a pinned row', lambda: program.rows()[0][0] == name + ', pinned')
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'setup.log')
            with open(path, 'w', encoding='utf-8') as log:
                log.write('\nMainEngineThread is returning 1603\n')
            with Program(WINERROR, path) as program:
                program.wait_first('1603')
                self.assertEqual(program.rows()[0][0],
                                 '1603 (0x643) ERROR_INSTALL_FAILURE, '
                                 'MainEngineThread is returning 1603, line 2')
        with Program(WINERROR, 'kennwort falsch') as program:
            wait_for('a German row', lambda: any(row[0].endswith(', Deutsch')
                                                 for row in program.rows()))

    def test_tab(self):
        """From the entry to the row that is selected, and back; the button beside the entry is
        the other way."""
        with Program(WINERROR, 'password') as program:
            wait_for('results', lambda: len(program.rows()) > 4)
            key('Down', 'Down', 'Tab')
            wait_for('the list', lambda: program.focus().get_role_name() == 'list item')
            self.assertTrue(has_state(program.focus(), Atspi.StateType.SELECTED))
            self.assertEqual(program.focus().get_name(), program.rows()[2][0])
            key('shift+Tab')
            wait_for('the entry', lambda: program.focus().get_role_name() == 'entry')
            for name in ('Main Menu', 'Search'):
                key('shift+Tab')
                wait_for(name, lambda: program.focus().get_name() == name)


if __name__ == '__main__':
    run_tests(Accessibility, sys.argv[2:])
