#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What GNOME Shell asks of the search service, and what it gets. It runs on a session bus of its
own.

usage: test-search-provider.py WINERROR-SEARCH-PROVIDER WINERROR-CLI"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from waiting import PATIENCE, wait_for  # noqa: E402

PROVIDER, CLI = sys.argv[1:3]
QUERIES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data', 'queries.tsv')
NAME = 'io.github.winerror.Winerror.SearchProvider'
PATH = '/io/github/winerror/Winerror/SearchProvider'
INTERFACE = 'org.gnome.Shell.SearchProvider2'
KRUNNER = 'org.kde.krunner1'
LOOK_UP = 'io.github.winerror.Winerror.LookUp1'
# How long it stays when nobody asks; in seconds.
INACTIVITY = 12


def owned(bus):
    return bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner',
                         GLib.Variant('(s)', (NAME,)), None, 0, -1, None).unpack()[0]


class Provider:
    """The running service."""

    def __init__(self, program=PROVIDER, base=None, **environment):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [program], stdin=subprocess.DEVNULL, stderr=self.log,
            env={**(os.environ if base is None else base), 'GSETTINGS_BACKEND': 'memory',
                 **environment})
        wait_for('the service', lambda: owned(self.bus))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.process.terminate()
        status = self.process.wait(PATIENCE)
        if not exception[0] and status != 0:
            raise AssertionError('told to end, the service ends with %d' % status)
        wait_for('the end of the service', lambda: not owned(self.bus))
        self.log.close()

    def messages(self):
        self.log.seek(0)
        return self.log.read().decode()

    def call(self, method, signature, *arguments, interface=INTERFACE):
        reply = self.bus.call_sync(NAME, PATH, interface, method,
                                   GLib.Variant(signature, arguments), None, 0,
                                   int(PATIENCE * 1000), None)
        return reply.unpack()[0] if reply.n_children() else None

    def find(self, query):
        return self.call('GetInitialResultSet', '(as)', query.split())

    def match(self, query):
        return self.call('Match', '(s)', query, interface=KRUNNER)

    def look_up(self, query, limit=0):
        return self.call('LookUp', '(su)', query, limit, interface=LOOK_UP)

    def metas(self, *ids):
        return self.call('GetResultMetas', '(as)', ids)


# Families whose numbers are written in hexadecimal first.
HEXADECIMAL = ('hresult', 'ntstatus', 'stop', 'rdp')


def answers(query, limit=10, **environment):
    """The keys of the entries that winerror-cli gives."""
    run = subprocess.run([CLI, '--format=json', '--limit=%d' % limit, '--', query], env={**os.environ, **environment},
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return ['%s:%s' % (entry['family'],
                       entry['hex' if entry['family'] in HEXADECIMAL else 'code'])
            for entry in json.loads(run.stdout)]


class SearchProvider(unittest.TestCase):

    def test_find(self):
        with Provider() as provider:
            for query, first in (('1326', 'win32:1326'), ('0x8007052E', 'win32:1326'),
                                 ('-2147023570', 'win32:1326'), ('1,326', 'win32:1326'),
                                 ('ERROR_LOGON_FAILURE', 'win32:1326'),
                                 ('logon_fail', 'win32:1326'), ('1722', 'win32:1722'),
                                 ('0x80240024', 'hresult:0x80240024'),
                                 ('WU_E_NO_UPDATE', 'hresult:0x80240024'),
                                 ('0xC0000005', 'ntstatus:0xC0000005'), ('ras:691', 'ras:691'),
                                 ('paging file too small', 'win32:1455'),
                                 ('installation already in progress', 'win32:1618')):
                found = provider.find(query)
                self.assertEqual(found[:1], [first], query)
                self.assertEqual([key for key in answers(query, limit=0) if key in found], found,
                                 query)
                self.assertEqual(provider.call('GetSubsearchResultSet', '(asas)', found,
                                               query.split()), found)

    def test_order(self):
        """For what people type the service gives what winerror-cli gives, in its order; of that it
        leaves out what is not sure to be meant."""
        with open(QUERIES, encoding='utf-8') as lines:
            rows = [line.rstrip('\n').split('\t') for line in lines if line.startswith('tune\t')]
        queries = [row[4] for row in rows if row[2] == 'en']
        step = len(queries) // 30
        n_found = 0
        # before the service is there: it ends by itself when nobody asks for a while
        expected = {query: answers(query, limit=0) for query in queries[::step][:30]}
        with Provider() as provider:
            for query, every in expected.items():
                found = provider.find(query)
                self.assertEqual([key for key in every if key in found], found, query)
                n_found += len(found) > 0
        self.assertGreater(n_found, 10)

    def test_find_nothing(self):
        """What is not meant for this program: names of others, words on the way, dates."""
        with Provider() as provider:
            for query in ('', 'in', 'firefox', 'terminal', 'install', 'settings', '20241122',
                          '99999', 'libreoffice writer', 'it is', 'in the', 'to do', 'a b',
                          'the terminal', '\u202e', '%s%n'):
                self.assertEqual(provider.find(query), [], query)

    def test_metas(self):
        with Provider() as provider:
            first, second = provider.metas('win32:1326', 'win32:1603')
            self.assertEqual(first['id'], 'win32:1326')
            self.assertEqual(first['name'], '1326 (0x52E) ERROR_LOGON_FAILURE')
            self.assertEqual(first['description'], 'The user name or password is incorrect.')
            self.assertEqual(first['clipboardText'],
                             'ERROR_LOGON_FAILURE (1326, 0x52E)\n'
                             'The user name or password is incorrect.\n'
                             'HRESULT 0x8007052E (-2147023570)\n')
            self.assertIn('io.github.winerror.Winerror', str(first['icon']))
            self.assertEqual(second['id'], 'win32:1603')

    def test_families(self):
        """Names say which family a common number is of; ticket texts are those of the program."""
        with Provider() as provider:
            metas = provider.metas('hresult:0x80240024', 'ntstatus:0xC0000005', 'device:10',
                                   'ras:691', 'stop:0x0000007B', 'installer:1316')
            self.assertEqual([meta['name'] for meta in metas], [
                '0x80240024 WU_E_NO_UPDATE', '0xC0000005 STATUS_ACCESS_VIOLATION',
                'Device Manager code 10 CM_PROB_FAILED_START',
                'VPN and dial-up error 691 ERROR_AUTHENTICATION_FAILURE',
                'Stop code 0x0000007B INACCESSIBLE_BOOT_DEVICE',
                'Windows Installer message 1316'])
            for meta in metas:
                text = subprocess.run([CLI, '--format=text', '-n1', '--', meta['id']], text=True,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                      check=True).stdout
                self.assertEqual(meta['clipboardText'], text)
                self.assertIn(meta['description'], text)
                self.assertNotEqual(meta['description'], '')

    def test_explanation(self):
        """A number that no table holds."""
        with Provider() as provider:
            for query in ('0x8024FFF0', 'error 0x8024FFF0', '-2145058832'):
                found = provider.find(query)
                self.assertEqual(found, ['hresult:0x8024FFF0'])
                meta, = provider.metas(*found)
                self.assertEqual(meta['id'], found[0])
                self.assertEqual(meta['name'], '0x8024FFF0')
                self.assertIn('Codes of this facility come from Windows Update.',
                              meta['description'])
                self.assertNotIn('\n', meta['description'])
                self.assertIn(meta['description'], meta['clipboardText'])

    def test_strange_ids(self):
        with Provider() as provider:
            self.assertEqual(provider.metas('', '1326x', '99999999999', '?', '?xyzzy', 'win32:',
                                            'win32:65536', 'some:5', 'win32:5x', ':', 'win32',
                                            'ERROR_LOGON_FAILURE', '1' * 1000), [])

    def test_german(self):
        with Provider(LANGUAGE='de') as provider:
            found = provider.find('kennwort falsch')
            self.assertEqual(found[0], 'win32:1326')
            # in the order of the program, which also has entries with some of the words
            common = [key for key in answers('kennwort falsch', LANGUAGE='de') if key in found]
            self.assertGreater(len(common), 3)
            self.assertEqual(common, found[:len(common)])
            meta, = provider.metas('win32:1326')
            self.assertIn('Kennwort', meta['description'])
            self.assertIn('Kennwort', meta['clipboardText'])
            self.assertIn('The user name or password is incorrect.', meta['clipboardText'])

    def test_chinese(self):
        """Without blanks between its words."""
        with Provider(LANGUAGE='zh_CN') as provider:
            self.assertEqual(provider.find('密码错误')[:1],
                             answers('密码错误', LANGUAGE='zh_CN')[:1])
            self.assertEqual(provider.find('a b'), [])

    def test_wrong_call(self):
        with Provider() as provider:
            with self.assertRaises(GLib.Error):
                provider.call('GetInitialResultSet', '(s)', '1326')
            self.assertEqual(provider.find('1326')[:1], ['win32:1326'])

    def test_more_than_anybody_asks(self):
        """What comes over the bus is looked at as far as a person could have typed it."""
        with Provider() as provider:
            self.assertEqual(len(provider.metas(*['win32:1326'] * 100000)), 64)
            self.assertEqual(len(provider.metas(*['win32:1326'] * 10)), 10)
            for terms in (['a' * 1000000], ['1326' + '0' * 1000000], ['\u202e' * 100000]):
                self.assertEqual(provider.call('GetInitialResultSet', '(as)', terms), [])
            # whole words, as many as there is room for
            self.assertEqual(
                provider.call('GetInitialResultSet', '(as)', ['1326'] + ['zz'] * 100000)[:1],
                provider.call('GetInitialResultSet', '(as)', ['1326'] + ['zz'] * 63)[:1])
            self.assertEqual(
                provider.call('GetSubsearchResultSet', '(asas)', ['win32:1'] * 100000, ['1326'])[:1],
                ['win32:1326'])
            self.assertEqual(provider.find('1326')[:1], ['win32:1326'])

    def test_hidden_characters(self):
        with Provider() as provider:
            for query in ('\u200e1326', '13\u202e26', '\ufeff0x8007052E\u2069'):
                found = provider.find(query)
                self.assertEqual(found[:1], ['win32:1326'], ascii(query))
            found = provider.find('0x8024\u202eFFF0')
            self.assertEqual(found, ['hresult:0x8024FFF0'])
            for meta in provider.metas(*found, 'win32:1326', 'ntstatus:0xC0000005'):
                for name in ('name', 'description'):
                    self.assertTrue(meta[name].isprintable(), meta)

    def test_strange_activations(self):
        """What was never offered opens nothing."""
        with Provider() as provider:
            for name in ('', 'x', 'http://127.0.0.1:9/x.log', '/etc/passwd', '1' * 100000):
                provider.call('ActivateResult', '(sasu)', name, ['x'], 0)
            self.assertEqual(provider.messages(), '')

    def test_woken(self):
        """As an application of the desktop it has nothing to do, and says no more than that."""
        with Provider() as provider:
            for interface in ('org.freedesktop.Application', 'org.gtk.Application'):
                provider.call('Activate', '(a{sv})', {}, interface=interface)
            for method, signature, arguments in (
                    ('CommandLine', '(oaaya{sv})', ('/x', [b'winerror\0', b'1326\0'], {})),
                    ('Open', '(assa{sv})', (['http://127.0.0.1:9/x.log'], '', {}))):
                try:
                    provider.call(method, signature, *arguments, interface='org.gtk.Application')
                except GLib.Error as error:
                    self.assertTrue(error.matches(Gio.dbus_error_quark(),
                                                  Gio.DBusError.NOT_SUPPORTED), error)
            self.assertEqual(provider.find('1326')[:1], ['win32:1326'])
            self.assertEqual(provider.messages(), '')

    def test_no_settings(self):
        """Without the schema of the settings it says so, and leaves no memory image behind."""
        with tempfile.TemporaryDirectory() as folder:
            # out of the build tree, so that it is not found there
            copy = shutil.copy(PROVIDER, folder)
            run = subprocess.run([copy], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                 text=True, timeout=PATIENCE,
                                 env={**os.environ, 'GSETTINGS_SCHEMA_DIR': folder,
                                      'XDG_DATA_DIRS': folder, 'XDG_DATA_HOME': folder})
            self.assertEqual((run.returncode, run.stderr), (
                2, 'winerror-search-provider: The settings schema io.github.winerror.Winerror is '
                   'not installed.\n'))

    def test_activation(self):
        """Under X11 the window gets the time of the key that chose the entry. Under Wayland a
        made-up token would keep it in the background without a word: it gets none. The family
        stands before a number that is another's in the first place."""
        for wayland, name, expected in (
                (None, 'win32:1326', 'winerror-search-provider_TIME123||1326\n'),
                ('wayland-9', 'installer:1326', '||installer:1326\n')):
            with tempfile.TemporaryDirectory() as tree:  # as a build tree is laid out
                environment = {name: value for name, value in os.environ.items()
                               if name != 'WAYLAND_DISPLAY'}
                if wayland is not None:
                    environment['WAYLAND_DISPLAY'] = wayland
                for folder in ('meson-info', 'src/search-provider', 'src/desktop', 'src/core'):
                    os.makedirs(os.path.join(tree, folder))
                os.symlink(os.path.abspath(os.path.join(os.path.dirname(PROVIDER),
                                                        '../core/built-in')),
                           os.path.join(tree, 'src/core/built-in'))
                program = os.path.join(tree, 'src/search-provider/winerror-search-provider')
                shutil.copy(PROVIDER, program)
                window = os.path.join(tree, 'src/desktop/winerror')
                with open(window, 'w', encoding='utf-8') as script:
                    script.write('#!/bin/sh\nprintf "%s|%s|%s\\n" "$DESKTOP_STARTUP_ID" '
                                 '"$XDG_ACTIVATION_TOKEN" "$2" > "$0.part"\nmv "$0.part" "$0.said"\n')
                os.chmod(window, 0o755)
                environment['GSETTINGS_SCHEMA_DIR'] = os.path.join(os.path.dirname(PROVIDER),
                                                                   '../../data')
                environment['DESKTOP_STARTUP_ID'] = environment['XDG_ACTIVATION_TOKEN'] = 'stale'
                with Provider(program, environment) as provider:
                    for call, query in (
                            (('ActivateResult', '(sasu)', name, ['1326'], 123), expected),
                            (('LaunchSearch', '(asu)', ['logon', 'failure'], 123),
                             re.sub('[^|]*\n', 'logon failure\n', expected))):
                        provider.call(*call)
                        wait_for('the window', lambda: os.path.exists(window + '.said'))
                        with open(window + '.said', encoding='utf-8') as said:
                            self.assertEqual(said.read(), query)
                        os.remove(window + '.said')
                    os.remove(window)
                    for call in (('ActivateResult', '(sasu)', name, ['1326'], 123),
                                 ('LaunchSearch', '(asu)', ['1326'], 123)):
                        with self.assertRaisesRegex(GLib.Error, 'src/desktop/winerror'):
                            provider.call(*call)
                    with self.assertRaisesRegex(GLib.Error, 'src/desktop/winerror'):
                        provider.call('Run', '(ss)', name, '', interface=KRUNNER)

    def test_readme(self):
        """The example of README.md, as it stands there."""
        with open(os.path.join(os.path.dirname(__file__), '../../README.md'),
                  encoding='utf-8') as readme:
            command, answer = re.search(r'\$ (gdbus call(?:.*\\\n)*.*\n)(.*\n)',
                                        readme.read()).groups()
        with Provider():
            self.assertEqual(subprocess.run(command, shell=True, text=True, timeout=PATIENCE,
                                            stdout=subprocess.PIPE).stdout, answer)

    def test_look_up(self):
        """What other programs get is what winerror-cli prints, in its order."""
        with Provider() as provider:
            self.assertEqual(provider.look_up('0x8007052E', 1), [
                (1326, 'win32', 'ERROR_LOGON_FAILURE', 'The user name or password is incorrect.',
                 'https://learn.microsoft.com/en-us/windows/win32/debug/'
                 'system-error-codes--1300-1699-#error_logon_failure')])
            for query in ('1326', 'wrong password', 'password', '5', 'ERROR_LOGON_FAILURE',
                          ' paging\tfile ', '1316', '0x80240024'):
                run = subprocess.run([CLI, '--format=json', '--limit=64', '--', query], text=True,
                                     stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                self.assertEqual(provider.look_up(query)[0:64], [
                    (entry['code'], entry['family'], entry['symbol'] or '', entry['description'] or '',
                     uri)
                    for entry, (*_, uri) in zip(json.loads(run.stdout), provider.look_up(query))])
            self.assertEqual(len(provider.look_up('password')), 64)
            self.assertEqual(len(provider.look_up('password', 1000000)), 64)
            self.assertEqual(len(provider.look_up('password', 3)), 3)
            for *_, uri in provider.look_up('password'):
                self.assertRegex(uri, '^(https://.+)?$')
            (code, family, symbol, description, _), = provider.look_up('0x8024FFF0')
            self.assertEqual((code, family, symbol), (0x8024FFF0, 'hresult', ''))
            self.assertIn('Codes of this facility come from Windows Update.', description)
            self.assertTrue(description.isprintable())

    def test_look_up_limits(self):
        with Provider() as provider:
            for query in ('', ' ', '\t\n', '\u202e', 'zzzzqqqq', 'a ' * 65, '1326 ' * 65, '1' * 4096,
                          '1326' + ' ' * 1000000, '\u202e' * 100000):
                self.assertEqual(provider.look_up(query), [], ascii(query)[:40])
                self.assertEqual(provider.match(query), [], ascii(query)[:40])
            self.assertEqual(provider.look_up('1326' + ' ' * 1000, 1)[0][:2], (1326, 'win32'))
            with self.assertRaises(GLib.Error):
                provider.call('LookUp', '(s)', '1326', interface=LOOK_UP)
            with self.assertRaises(GLib.Error):
                provider.call('LookUp', '(si)', '1326', -1, interface=LOOK_UP)
            self.assertEqual(provider.messages(), '')

    def test_look_up_german(self):
        with Provider(LANGUAGE='de') as provider:
            (*_, symbol, description, _), = provider.look_up('kennwort falsch', 1)
            self.assertEqual(symbol, 'ERROR_LOGON_FAILURE')
            self.assertIn('Kennwort', description)

    def test_krunner(self):
        """What KRunner gets is what the shell gets."""
        with Provider() as provider:
            for query in ('1326', '0x80240024', 'paging file too small', 'firefox', 'in', '0x8024FFF0',
                          'installation already in progress'):
                matches = provider.match(query)
                self.assertEqual([match[0] for match in matches], provider.find(query), query)
                metas = provider.metas(*[match[0] for match in matches])
                self.assertEqual([(match[1], match[5]['subtext']) for match in matches],
                                 [(meta['name'], meta['description']) for meta in metas], query)
                relevances = [match[4] for match in matches]
                self.assertEqual(relevances, sorted(relevances, reverse=True))
                self.assertEqual(len(set(relevances)), len(relevances))
                for _, _, icon, category, relevance, _ in matches:
                    self.assertEqual((icon, category), ('io.github.winerror.Winerror', 100))
                    self.assertTrue(0 < relevance <= 1)
            self.assertEqual(provider.match(' 1326 ')[0][0], 'win32:1326')
            self.assertEqual(provider.call('Actions', '()', interface=KRUNNER), [])

    def test_krunner_run(self):
        """What was never offered opens nothing."""
        with Provider() as provider:
            for match in ('', 'x', 'http://127.0.0.1:9/x.log', '/etc/passwd', '1' * 100000):
                provider.call('Run', '(ss)', match, '', interface=KRUNNER)
            self.assertEqual(provider.messages(), '')

    def test_end(self):
        """It goes when nobody asks: a while after the last question, and not after the first."""
        with Provider() as provider:
            first = time.monotonic()

            def ask():
                self.assertEqual(provider.find('1326')[:1], ['win32:1326'])
                return time.monotonic() - first > INACTIVITY / 2

            wait_for('questions over some time', ask)
            last = time.monotonic()
            self.assertEqual(provider.process.wait(INACTIVITY + PATIENCE), 0)
            self.assertGreater(time.monotonic() - last, INACTIVITY - 2)

    def test_bus_goes(self):
        """When the bus goes away nobody can ask any more: it ends in order, without a word."""
        bus = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(bus.stdout.close)
        self.addCleanup(bus.wait)
        self.addCleanup(bus.kill)
        address = bus.stdout.readline().decode().strip()
        process = subprocess.Popen(
            [PROVIDER], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            env={**os.environ, 'GSETTINGS_BACKEND': 'memory', 'DBUS_SESSION_BUS_ADDRESS': address})
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        wait_for('the service', lambda: owned(connection))
        reply = connection.call_sync(NAME, PATH, INTERFACE, 'GetInitialResultSet',
                                     GLib.Variant('(as)', (['1326'],)), None, 0,
                                     int(PATIENCE * 1000), None)
        self.assertEqual(reply.unpack()[0][:1], ['win32:1326'])
        bus.kill()
        self.assertEqual((process.communicate(timeout=PATIENCE)[1], process.returncode), ('', 0))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
