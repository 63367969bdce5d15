#!/usr/bin/python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""The desktop program as its users have it: keys go in, rows, panel and clipboard come out.

test-desktop.py WINERROR WINERROR-CLI DROP-TARGET DRAG-SOURCE [TEST…]
"""

import contextlib
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from apart import run_tests  # noqa: E402
from driver import (APP_ID, Atspi, Program, active_window, clipboard, clipboard_targets,  # noqa: E402
                    copied, drag, is_on_top, key, run, set_clipboard, type_text, written)
from waiting import wait_for  # noqa: E402

TABLE_OF_RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data',
                               'tables', 'system-1300.xml')
WINERROR, CLI, SEARCH_PROVIDER, DROP_TARGET, DRAG_SOURCE = sys.argv[1:6]
TEXT = ('ERROR_LOGON_FAILURE (1326, 0x52E)\n'
        'The user name or password is incorrect.\n'
        'HRESULT 0x8007052E (-2147023570)\n')


def all_entries():
    """What the status bar says of them: the table of record."""
    entries = xml.etree.ElementTree.parse(TABLE_OF_RECORD).getroot().iter('entry')
    return '%d entries' % len(list(entries))


def symbol(heading):
    """The symbol in the heading of a row."""
    return re.search('[A-Z]+(_[A-Z0-9]+)+', heading).group(0)


def says(process, line):
    """Whether a program has written a line that has not been read yet."""
    readable, _, _ = select.select([process.stdout], [], [], 0)
    return readable != [] and process.stdout.readline() == line


@contextlib.contextmanager
def partner(title, *command):
    """Another program, whose window stands in the corner of the screen, to drag to or from."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0)
    try:
        wait_for('the ' + title, lambda: says(process, b'ready\n'))
        window = run('xdotool', 'search', '--sync', '--onlyvisible', '--name',
                     title).stdout.split()[-1].decode()
        run('xdotool', 'windowmove', '--sync', window, '0', '0')
        run('xdotool', 'windowraise', window)
        wait_for('the %s on top' % title, lambda: is_on_top(window))
        yield process
    finally:
        process.kill()
        process.communicate()


class Desktop(unittest.TestCase):

    def setUp(self):
        set_clipboard('nothing copied')

    def test_start(self):
        with Program(WINERROR) as program:
            self.assertEqual(program.focus().get_role_name(), 'entry')
            self.assertEqual(program.focus().get_name(), 'Search')
            program.wait_first('1300')
            self.assertIn(all_entries(), program.labels())
            self.assertEqual(program.nameless(), [])
            # with all forms of a number, and advice
            type_text('0x80070005')
            program.wait_first('5 ')
            # the role is called “button” from at-spi2-core 2.54 on
            self.assertIsNotNone(program.find('push button', '^About This Code$') or
                                 program.find('button', '^About This Code$'))
            self.assertEqual(program.nameless(), [])
            self.assertEqual(program.quit(), 0)
            self.assertNotRegex(program.messages(), 'CRITICAL|WARNING')

    def test_type_read_copy(self):
        with Program(WINERROR) as program:
            type_text('0x8007052E')
            program.wait_first('1326  0x52E  ERROR_LOGON_FAILURE')
            name, texts, selected, _ = program.rows()[0]
            self.assertEqual(texts[1], 'The user name or password is incorrect.')
            self.assertIn('ERROR_LOGON_FAILURE', name)
            self.assertTrue(selected)
            for value in ('The user name or password is incorrect.', 'ERROR_LOGON_FAILURE', '1326',
                          '0x52E', '0x8007052E', '-2147023570', '0xC007052E',
                          'About This Code'):
                self.assertIn(value, program.labels())
            key('ctrl+c')
            self.assertEqual(copied('ERROR_'), TEXT)
            targets = clipboard_targets()
            for target in ('text/plain;charset=utf-8', 'UTF8_STRING', 'text/html'):
                self.assertIn(target, targets)
            self.assertEqual(clipboard('text/plain;charset=utf-8'), TEXT)
            self.assertEqual(clipboard('text/html') + '\n',
                             written(CLI, '-n', '1', '-f', 'html', '1326'))
            wait_for('the notice', lambda: any('Copied as Text' in label
                                               for label in program.labels()))

    def test_selected_text_is_copied(self):
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            key('shift+Left', 'shift+Left', 'ctrl+c')
            self.assertEqual(copied('26'), '26')
            key('End', 'ctrl+c')
            self.assertEqual(copied('ERROR_'), TEXT)

    def test_keys(self):
        with Program(WINERROR) as program:
            type_text('password')
            wait_for('results', lambda: len(program.rows()) > 4 and 'PASSWORD' in program.first())
            key('Down', 'Down')
            wait_for('the third row', lambda: program.rows()[2][2])
            key('Up')
            wait_for('the second row', lambda: program.rows()[1][2])
            self.assertEqual(program.focus().get_role_name(), 'entry')
            heading = program.rows()[1][1][0]
            key('Return')
            self.assertIn(symbol(heading), copied(symbol(heading)))
            key('Escape')
            program.wait_first(heading.split()[0])  # recent now
            key('Tab', 'Tab')
            type_text('1603')  # whatever has the focus
            program.wait_first('1603')
            wait_for('the focus', lambda: program.focus().get_role_name() == 'entry')

    def test_several(self):
        with Program(WINERROR) as program:
            type_text('password')
            wait_for('results', lambda: len(program.rows()) > 4)
            program.click(program.rows()[0][3])
            key('shift+Down', 'shift+Down')
            wait_for('three rows', lambda: [row[2] for row in program.rows()[:4]] ==
                     [True, True, True, False])
            codes = [row[1][0].split()[0] for row in program.rows()[:3]]
            key('ctrl+c')
            text = copied(symbol(program.first()))
            self.assertEqual([line.split('(')[1].split(',')[0] for line in text.splitlines()
                              if re.match('[A-Z]+_[A-Z_]+ [(]', line)], codes)
            self.assertIn('3 entries copied as Text', program.status())
            self.assertIn('<table>', clipboard('text/html'))
            key('ctrl+f', 'End', 'ctrl+a', 'ctrl+a')
            wait_for('all rows', lambda: all(row[2] for row in program.rows()))
            key('ctrl+c')
            wait_for('all entries', lambda: clipboard().count('HRESULT') > 5)

    def test_large_copy(self):
        """More than the X server passes on at once; the program goes on meanwhile and afterwards."""
        with Program(WINERROR, 'error') as program:
            wait_for('the results', program.rows)
            key('Down', 'ctrl+f', 'End', 'ctrl+a', 'ctrl+a')
            wait_for('all rows', lambda: all(row[2] for row in program.rows()))
            key('ctrl+c')
            wait_for('all entries', lambda: len(clipboard()) > 500000)
            self.assertGreater(len(clipboard('text/html')), 500000)
            key('ctrl+f', 'ctrl+a', 'BackSpace')
            type_text('0x52E')
            program.wait_first('1326')

    def test_format_menu(self):
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            program.open_menu('ctrl+shift+c')
            key('Down', 'Down', 'Return')  # Text, One Line, Markdown
            self.assertEqual(copied('**'), written(CLI, '-n', '1', '-f', 'markdown', '1326'))

    def test_focus_after_menu(self):
        """The context menu gives the focus back, and the entry gets it where something is typed."""
        with Program(WINERROR, 'password') as program:
            wait_for('results', lambda: len(program.rows()) > 4)
            key('Tab', 'Down', 'Down')
            program.open_menu('shift+F10')
            key('Escape')
            wait_for('the focus', lambda: program.focus().get_role_name() == 'list item')
            key('Down')
            wait_for('the fourth row', lambda: program.rows()[3][2])
            type_text('x')
            wait_for('the focus', lambda: program.focus().get_role_name() == 'entry')
            self.assertEqual(program.entry_text(), 'passwordx')
            key('BackSpace')
            program.open_menu('ctrl+shift+c')
            key('Return')
            copied(symbol(program.first()))
            wait_for('the focus', lambda: program.focus().get_role_name() == 'entry')
            type_text('s')
            wait_for('the text', lambda: program.entry_text() == 'passwords')

    def test_second_start(self):
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            second = subprocess.run([WINERROR, '0x80070643'], env=program.environment, timeout=20)
            self.assertEqual(second.returncode, 0)
            program.wait_first('1603')
            self.assertEqual(program.entry_text(), '0x80070643')

    def test_log_as_argument(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'setup 1.log')
            with open(path, 'w', encoding='utf-8') as log:
                log.write('nothing\n%s MainEngineThread is returning 1603\n' % ('long ' * 40))
            with Program(WINERROR, path) as program:
                program.wait_first('1603')
                self.assertIn('setup 1.log', program.labels())
                line = program.rows()[0][1][1]
                self.assertRegex(line, '^…(long )+MainEngineThread is returning 1603$')
                second = subprocess.run([os.path.abspath(WINERROR), 'setup 1.log', '1618'], cwd=folder,
                                        env=program.environment, timeout=20)
                self.assertEqual(second.returncode, 0)
                wait_for('the query',  # where one of the words is none, they are no files
                         lambda: program.entry_text() == 'setup 1.log 1618')

    def test_tab(self):
        """From the entry to the list, and on to what is beside it; not from row to row."""
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            key('Escape')
            key('Tab')
            wait_for('the list', lambda: program.focus().get_role_name() == 'list item')
            key('Tab')
            wait_for('the panel', lambda: program.focus().get_role_name() != 'list item')
            key('shift+Tab')
            wait_for('the list', lambda: program.focus().get_role_name() == 'list item')
            key('shift+Tab')
            wait_for('the entry', lambda: program.focus().get_role_name() == 'entry')

    def test_shell_search(self):
        """What is chosen in the overview of the shell comes up in the window that is there."""
        provider = subprocess.Popen([SEARCH_PROVIDER], stdin=subprocess.DEVNULL,
                                    env={**os.environ, 'GSETTINGS_BACKEND': 'memory'})

        def call(method, *arguments):
            self.assertEqual(run('gdbus', 'call', '--session', '--timeout', '10', '--dest',
                                 APP_ID + '.SearchProvider', '--object-path',
                                 '/' + APP_ID.replace('.', '/') + '/SearchProvider', '--method',
                                 'org.gnome.Shell.SearchProvider2.' + method,
                                 *arguments).stdout.decode(), '()\n')

        try:
            run('gdbus', 'wait', '--session', '--timeout', '10', APP_ID + '.SearchProvider')
            with Program(WINERROR, '1618') as program:
                program.wait_first('1618')
                call('ActivateResult', '1326', "['wrong', 'password']", '0')
                program.wait_first('1326')
                self.assertEqual(run('gdbus', 'call', '--session', '--timeout', '10', '--dest',
                                     APP_ID + '.SearchProvider', '--object-path',
                                     '/' + APP_ID.replace('.', '/') + '/SearchProvider', '--method',
                                     'org.kde.krunner1.Run', 'ras:691', '').stdout, b'()\n')
                wait_for('the match', lambda: program.entry_text() == 'ras:691')
                call('LaunchSearch', "['-2147023293']", '0')
                program.wait_first('1603')
                call('LaunchSearch', "['paging', 'file']", '0')
                program.wait_first('1455')
                self.assertEqual(program.entry_text(), 'paging file')
        finally:
            provider.terminate()
            provider.wait()

    def test_clipboard_look_up(self):
        with Program(WINERROR) as program:
            set_clipboard('MSI (s) (A8:40) [12:00:00:000]: MainEngineThread is returning 1618')
            key('ctrl+shift+v')
            program.wait_first('1618')
        set_clipboard('0x8007052E')
        with Program(WINERROR, '--clipboard') as program:
            program.wait_first('1326')

    def test_unlisted(self):
        """A code that no table holds is shown, and copied, like an entry."""
        with Program(WINERROR, '0x80041234') as program:
            program.wait_first('0x80041234')
            wait_for('the explanation', lambda: any('FACILITY_ITF' in label
                                                    for label in program.labels()))
            self.assertEqual(program.status(), 'No table has this code')
            key('Return')
            self.assertEqual(copied('0x80041234'), written(CLI, '0x80041234'))
            set_clipboard('nothing copied')
            key('ctrl+c')
            copied('0x80041234')

    def test_nothing_found(self):
        with Program(WINERROR, 'qqqqqq') as program:
            wait_for('no result', lambda: 'Nothing Found' in program.labels())
            key('ctrl+c')
            type_text('x')  # after this key has done what it does, so has the one before
            wait_for('the text', lambda: program.entry_text() == 'qqqqqqx')
            self.assertEqual(clipboard(), 'nothing copied')

    def test_said(self):
        """What is done is said in the line of status, which screen readers hear."""
        with Program(WINERROR, '0xC000006D') as program:
            program.wait_first('0xC000006D')
            self.assertEqual(program.status(), '2 entries match')
            key('Down')
            wait_for('the second row', lambda: program.status().endswith(
                'result 2: 1326 ERROR_LOGON_FAILURE'))
            key('Return')
            wait_for('the copy', lambda: program.status() == 'Copied as Text')

    def test_menus(self):
        """Esc closes what is open, and nothing else."""
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            program.open_menu('F10')
            program.close_dialog()
            self.assertEqual(program.entry_text(), '1326')
            wait_for('the focus', lambda: program.focus().get_role_name() == 'entry')
            program.click(program.rows()[0][3], 3)
            wait_for('a menu', lambda: program.focus().get_role_name() == 'menu item')
            program.close_dialog()
            self.assertEqual(program.entry_text(), '1326')

    def test_shortcuts(self):
        """The keys are named as they are on the keyboard."""
        with Program(WINERROR) as program:
            program.open_dialog('F1')
            wait_for('the keys', lambda: 'Page Down  Page Up' in program.texts())
            self.assertNotRegex(' '.join(program.texts()), 'Page_Down')
            program.close_dialog()

            # all of them can be seen without a mouse
            program.open_dialog('F1')
            dialog = program.find('frame', 'Keyboard Shortcuts', program.application())
            last = program.find('label', 'normal text', dialog)
            size = dialog.get_extents(Atspi.CoordType.WINDOW)
            self.assertLess(size.height, 600)
            key('End')
            wait_for('the last row', lambda: last.get_extents(Atspi.CoordType.WINDOW).y <
                     size.height - 20)

    def test_save(self):
        with tempfile.TemporaryDirectory() as folder, Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            program.open_dialog('ctrl+s')
            key('ctrl+a')
            type_text(os.path.join(folder, 'results.tsv'))
            key('Return')
            wait_for('the notice', lambda: program.status() == '2 entries saved in results.tsv')
            with open(os.path.join(folder, 'results.tsv'), encoding='utf-8') as results:
                self.assertEqual(results.read(), written(CLI, '-f', 'tsv', '1326'))

    def test_second_window(self):
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            program.open_dialog('ctrl+shift+n')
            type_text('1603')
            wait_for('the title', lambda: b'1603' in run('xdotool', 'getwindowname',
                                                          active_window()).stdout)
            self.assertEqual(program.entry_text(), '1326')
            key('ctrl+w')
            program.wait_alone()

    def test_wrong_paths(self):
        """What is written as a path and is no file is said; it is no query."""
        with tempfile.TemporaryDirectory() as folder:
            os.mkfifo(os.path.join(folder, 'pipe.log'))
            for path, message in (('/no/such.log', 'such.log: No such file or directory'),
                                  (folder, 'expected a file, found a folder'),
                                  (os.path.join(folder, 'pipe.log'),
                                   'pipe.log: expected a file, found a pipe')):
                with Program(WINERROR, path) as program:
                    wait_for('the message', lambda: any(message in label
                                                        for label in program.labels()))
                    self.assertEqual(program.entry_text(), '')

    def test_two_logs(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, code in (('a.log', 1603), ('b.log', 1618)):
                with open(os.path.join(folder, name), 'w', encoding='utf-8') as log:
                    log.write('MainEngineThread is returning %d\n' % code)
            with Program(WINERROR) as program:
                second = subprocess.run([os.path.abspath(WINERROR), 'a.log', 'b.log'], cwd=folder,
                                        env=program.environment, timeout=20)
                self.assertEqual(second.returncode, 0)
                wait_for('both in one list', lambda: [row[1][0].split()[0] for row in program.rows()]
                         == ['1603', '1618'])
                self.assertIn('a.log and 1 more', program.labels())
                self.assertIn('b.log:1', program.rows()[1][1][0])

    def test_address(self):
        """A query is never taken for an address: nobody is asked for anything."""
        with socket.socket() as server:
            server.bind(('127.0.0.1', 0))
            server.listen()
            server.setblocking(False)
            address = 'http://127.0.0.1:%d/x.log' % server.getsockname()[1]
            with Program(WINERROR, address) as program:
                wait_for('the query', lambda: program.entry_text() == address)
                program.quit()
            environment = {name: value for name, value in os.environ.items()
                           if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
            run(WINERROR, address, env=environment)
            self.assertRaises(BlockingIOError, server.accept)

    def test_silent_clipboard(self):
        """Who has the clipboard and does not answer is not waited for."""
        with Program(WINERROR) as program:
            holder = subprocess.Popen(['xclip', '-selection', 'clipboard', '-i', '-quiet'],
                                      stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL)
            holder.stdin.write(b'0x8007052E')
            holder.stdin.close()
            wait_for('the holder', lambda: clipboard() == '0x8007052E')
            holder.send_signal(signal.SIGSTOP)
            try:
                key('ctrl+shift+v', 'ctrl+shift+v')
                wait_for('the message', lambda: any('does not answer' in label
                                                    for label in program.labels()))
            finally:
                holder.send_signal(signal.SIGCONT)
                holder.kill()
                holder.wait()

    def test_german(self):
        with Program(WINERROR, LANGUAGE='de') as program:
            type_text('kennwort falsch')
            wait_for('1326', lambda: any(row[1][0].startswith('1326') for row in program.rows()))
            key('ctrl+a', 'BackSpace')
            type_text('password incorrect')
            program.wait_first('1326')
            self.assertIn('Kennwort', program.rows()[0][1][1])
            self.assertIn('The user name or password is incorrect.', program.labels())
            key('ctrl+c')
            self.assertEqual(copied('ERROR_'),
                             written(CLI, '-n', '1', '-f', 'text', '1326', language='de'))
            self.assertEqual(clipboard('text/html') + '\n',
                             written(CLI, '-n', '1', '-f', 'html', '1326', language='de'))
            self.assertEqual(program.nameless(), [])

    def test_arabic(self):
        with Program(WINERROR, '1326', LANGUAGE='ar') as program:
            program.wait_first('1326  0x52E  ERROR_LOGON_FAILURE')
            program.open_menu('ctrl+shift+c')
            key('Down', 'Return')
            text = copied('1326 (0x52E) ERROR_LOGON_FAILURE: ')
            for mark in '\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069':
                self.assertNotIn(mark, text)
            self.assertNotRegex(program.messages(), 'CRITICAL|WARNING')

    def test_windows(self):
        with Program(WINERROR, '1326') as program:
            for keys in ('ctrl+comma', 'ctrl+question'):
                program.open_dialog(keys)
                program.close_dialog()
            program.open_menu('F10')
            program.close_dialog()
            self.assertEqual(program.entry_text(), '1326')
            type_text('qqqqqq')
            wait_for('no result', lambda: 'Nothing Found' in program.labels())
            program.open_dialog('ctrl+comma')
            wait_for('the preferences', lambda: program.find('text', 'Template',
                                                             program.application()))
            program.close_dialog()
            key('ctrl+w')
            self.assertEqual(program.process.wait(10), 0)
            self.assertNotRegex(program.messages(), 'CRITICAL|WARNING')

    def test_settings_survive(self):
        with Program(WINERROR, '1326', LANGUAGE='de', GSETTINGS_BACKEND='keyfile') as program:
            program.wait_first('1326')
            key('ctrl+c')
            self.assertIn('The user name', copied('ERROR_'))
            run('gdbus', 'call', '--session', '--dest', 'io.github.winerror.Winerror',
                '--object-path', '/io/github/winerror/Winerror/window/1', '--method',
                'org.gtk.Actions.Activate', 'ticket-language', "[<'own'>]", '{}')
        set_clipboard('nothing copied')
        with Program(WINERROR, '1326', LANGUAGE='de', GSETTINGS_BACKEND='keyfile') as program:
            program.wait_first('1326')
            key('ctrl+c')
            self.assertNotIn('The user name', copied('ERROR_'))

    def test_template(self):
        """The preview follows typing; what is wrong is said; what is good is kept, and used by whom
        has chosen it. Every control has a name."""
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            program.open_dialog('ctrl+comma')
            wait_for('the template', lambda: program.find('text', 'Template',
                                                          program.application()))
            # the focus comes with the mnemonic
            key('alt+t')
            key('ctrl+a')
            type_text('Ticket {code} {colour}')
            wait_for('the message', lambda: any('{colour}' in text and 'expected' in text
                                                for text in program.texts()))
            key('ctrl+a')
            type_text('Ticket {code}: {symbol}')
            wait_for('the preview', lambda: 'Ticket 1326: ERROR_LOGON_FAILURE' in program.texts())
            self.assertNotIn('{colour}', ' '.join(program.texts()))
            names = [node.get_name() for node in program.controls()]
            for name in ('Format of ticket texts: Text', 'Enter in the search entry: ',
                         'Language of ticket texts: ', 'Start with what is on the clipboard'):
                self.assertTrue(any(text.startswith(name) for text in names), (name, names))
            program.close_dialog()
            key('ctrl+c')
            self.assertEqual(copied('ERROR_'), TEXT)
            program.open_menu('ctrl+shift+c')
            program.choose('Template')
            self.assertEqual(copied('Ticket'), 'Ticket 1326: ERROR_LOGON_FAILURE')

    def test_drag(self):
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            with partner('drop target', DROP_TARGET) as target:
                drag(program.position(program.rows()[0][3]), (60, 80),
                     lambda: says(target, b'over\n'))
                text, _ = target.communicate(timeout=15)
                self.assertEqual(text.decode(), TEXT)
            program.activate()
            key('Escape')
            wait_for('all entries', lambda: all_entries() in program.labels())
            self.assertTrue(program.first().startswith('1326'))  # has been looked up

    def test_drag_to_nowhere(self):
        with Program(WINERROR, '1326') as program:
            program.wait_first('1326')
            # what is dragged is a window of its own
            drag(program.position(program.rows()[0][3]), (5, 5),
                 lambda: program.windows() != [program.window])
            program.wait_alone()
            key('Escape')
            wait_for('all entries', lambda: all_entries() in program.labels())
            self.assertTrue(program.first().startswith('1300'))

    def test_drop(self):
        """A log that is dropped on the window."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'setup.log')
            with open(path, 'w', encoding='utf-16') as log:
                log.write('12:00 nothing\n12:01 MainEngineThread is returning 1603\n')
            with Program(WINERROR, '1326') as program:
                program.wait_first('1326')
                row = program.position(program.rows()[0][3])
                with partner('drag source', DRAG_SOURCE, path) as source:
                    drag((60, 80), row, lambda: says(source, b'accepted\n'))
                    program.wait_first('1603')
                self.assertIn('line 2', program.first())
                self.assertIn('setup.log', program.labels())
                key('Escape')
                program.wait_first('1300')

    def test_without_display(self):
        environment = {name: value for name, value in os.environ.items()
                       if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
        result = run(WINERROR, '0x8007052E', env=environment)
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stdout.decode(), TEXT)
        self.assertEqual(len(result.stderr.decode().splitlines()), 1)
        # nothing is asked: no list of all entries
        result = run(WINERROR, env=environment)
        self.assertEqual((result.returncode, result.stdout), (2, b''))
        self.assertEqual(len(result.stderr.decode().splitlines()), 1)
        result = run(WINERROR, 'qqqqqq', env=environment)
        self.assertEqual(result.returncode, 1)
        with tempfile.TemporaryDirectory() as folder:
            for name in ('setup.log', '1326'):
                with open(os.path.join(folder, name), 'w', encoding='utf-8') as log:
                    log.write('error 1603\n')
            result = run(os.path.abspath(WINERROR), 'setup.log', cwd=folder, env=environment)
            self.assertRegex(result.stdout.decode(), '^setup.log:1:7: 1603: 1603 ')
            # a word is a question, whatever files are there
            result = run(os.path.abspath(WINERROR), '1326', cwd=folder, env=environment)
            self.assertTrue(result.stdout.decode().startswith('1326 (0x52E) ERROR_LOGON_FAILURE: '))
        result = run(WINERROR, '--version', env=environment)
        self.assertRegex(result.stdout.decode(), '^winerror [0-9.]+\n$')

    def test_no_settings(self):
        """Without the schema of the settings it says so, and leaves no memory image behind."""
        with tempfile.TemporaryDirectory() as folder:
            result = run(shutil.copy(WINERROR, folder), '1326', env={
                **os.environ, 'GSETTINGS_SCHEMA_DIR': folder, 'XDG_DATA_DIRS': folder,
                'XDG_DATA_HOME': folder})
            self.assertEqual((result.returncode, result.stderr.decode()), (
                2, 'winerror: The settings schema io.github.winerror.Winerror is not installed.\n'))


if __name__ == '__main__':
    run_tests(Desktop, sys.argv[6:])
