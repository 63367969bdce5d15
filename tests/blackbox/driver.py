# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Drives the desktop program from outside: keys and pointer through X, what is on the screen through
accessibility, and the clipboard. It runs under tests/with-display."""

import itertools
import os
import re
import shutil
import subprocess
import tempfile
import warnings

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

from waiting import PATIENCE, wait_for  # noqa: E402

warnings.simplefilter('ignore', DeprecationWarning)

APP_ID = 'io.github.winerror.Winerror'

# What gives parts of a line their direction in languages that run from right to left.
DIRECTION_MARKS = [ord(mark) for mark in '\u200e\u200f\u2066\u2067\u2068\u2069']


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30,
                          **options)


def key(*keys):
    for name in keys:
        # Newer keyboard layouts have the function keys on several levels, and xdotool then presses
        # Alt with them: by its number a key is pressed alone. F1 to F10 are 67 to 76 in X, F11 is 95.
        name = re.sub(r'\bF([1-9]|10)$', lambda match: str(66 + int(match[1])), name)
        name = re.sub(r'\bF11$', '95', name)
        run('xdotool', 'key', '--clearmodifiers', name)


def active_window():
    return run('xdotool', 'getactivewindow').stdout.decode().strip()


def is_on_top(window):
    stack = run('xprop', '-root', '_NET_CLIENT_LIST_STACKING').stdout.decode()
    return int(stack.split()[-1], 16) == int(window)


def type_text(text):
    run('xdotool', 'type', '--clearmodifiers', '--delay', '8', text)


def clipboard(target='UTF8_STRING'):
    return run('xclip', '-selection', 'clipboard', '-o', '-t', target).stdout.decode('utf-8')


def copied(expected_start):
    """The clipboard, once it begins as expected."""
    return wait_for('the clipboard to begin with %r (%r)' % (expected_start, clipboard()),
                    lambda: clipboard() if clipboard().startswith(expected_start) else None)


def written(cli, *arguments, language=''):
    """What winerror-cli writes: the ticket texts of the window are to be the same."""
    return run(cli, *arguments, env=dict(os.environ, LANGUAGE=language)).stdout.decode()


def clipboard_targets():
    return run('xclip', '-selection', 'clipboard', '-o', '-t', 'TARGETS').stdout.decode().split()


def set_clipboard(text):
    """xclip stays in the background until somebody else has the clipboard."""
    subprocess.run(['xclip', '-selection', 'clipboard', '-i'], input=text.encode(), timeout=30,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def drag(start, end, may_drop):
    """Moves the pointer with its button down, and on at its end, as a hand does, until may_drop()
    says that whoever is to get the drop knows of it."""
    tremble = itertools.cycle((0, 1))

    def move():
        run('xdotool', 'mousemove', str(end[0] + next(tremble)), str(end[1]))
        return may_drop()

    run('xdotool', 'mousemove', str(start[0]), str(start[1]), 'mousedown', '1')
    wait_for('the drag', move)
    run('xdotool', 'mouseup', '1')


def children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def width(node):
    return node.get_extents(Atspi.CoordType.WINDOW).width


def text_of(node):
    text = node.get_text_iface()
    if text is None:
        return node.get_name() or ''
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def has_state(node, state):
    return node.get_state_set().contains(state)


class Program:
    """A running winerror, and its window."""

    def __init__(self, command, *arguments, **environment):
        self.command = command
        self.log = tempfile.TemporaryFile()
        self.environment = {**os.environ, 'GSETTINGS_BACKEND': 'memory', **environment}
        self.process = subprocess.Popen([command, *arguments], env=self.environment,
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.frame = wait_for('the window', self.find_frame)
        run('xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(self.process.pid))
        self.window = self.windows()[-1]
        self.activate()
        wait_for('the focus', self.focus)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.quit()

    def find_frame(self):
        if self.process.poll() is not None:
            raise RuntimeError('ended with %s: %s' % (self.process.returncode, self.messages()))
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for application in children(desktop):
            if application.get_process_id() == self.process.pid:
                for frame in children(application):
                    if frame.get_role_name() == 'frame':
                        return frame
        return None

    def application(self):
        """The program as a whole: its dialogs are windows of their own."""
        return self.frame.get_parent()

    def texts(self):
        """Every text that is on the screen, in all windows."""
        return [text_of(node) for node in walk(self.application())
                if node.get_role_name() in ('label', 'alert', 'notification', 'static', 'text')
                and width(node) > 0]

    def windows(self):
        """What X has of the program on the screen: its window, dialogs, menus, what is dragged."""
        return run('xdotool', 'search', '--onlyvisible', '--pid',
                   str(self.process.pid)).stdout.decode().split()

    def activate(self):
        run('xdotool', 'windowactivate', '--sync', self.window)

    def open_dialog(self, keys):
        """Presses keys, and waits until a dialog has the keyboard."""
        key(keys)
        wait_for('a dialog after ' + keys,
                 lambda: active_window() in set(self.windows()) - {self.window})

    def open_menu(self, keys):
        """Presses keys, and waits until a menu has the focus."""
        key(keys)
        wait_for('a menu after ' + keys, lambda: self.focus().get_role_name() == 'menu item')

    def choose(self, name):
        """Goes down in the menu that has the focus to an item, and chooses it."""
        while self.focus().get_name() != name:
            before = self.focus().get_name()
            key('Down')
            wait_for('the item after ' + before, lambda: self.focus().get_name() != before)
        key('Return')

    def close_dialog(self):
        """Presses Esc, and waits until the window is alone and has the keyboard."""
        key('Escape')
        self.wait_alone()

    def wait_alone(self):
        wait_for('the window alone',
                 lambda: self.windows() == [self.window] and active_window() == self.window and
                 self.focus())

    def messages(self):
        """What the program has said, but for what some versions of Gdk say of their own frames."""
        self.log.seek(0)
        return re.sub('.*gdk_frame_timings_submitted.*', '',
                      self.log.read().decode('utf-8', 'replace'))

    def find(self, role, name='', root=None):
        for node in walk(root or self.frame):
            if node.get_role_name() == role and re.search(name, node.get_name() or ''):
                return node
        return None

    def find_named(self, name):
        """Whatever of the window has this name and is on the screen."""
        return next((node for node in walk(self.frame) if node.get_name() == name and
                     width(node) > 0), None)

    def focus(self):
        for node in walk(self.frame):
            if has_state(node, Atspi.StateType.FOCUSED):
                return node
        return None

    def rows(self):
        """What is visible of the list: (accessible name, texts, selected, node)."""
        found = []
        for node in children(self.find('list', '')):
            if node.get_role_name() == 'list item' and width(node) > 0:
                texts = [text_of(label) for label in walk(node) if label.get_role_name() == 'label']
                found.append((node.get_name(), texts, has_state(node, Atspi.StateType.SELECTED),
                              node))
        return found

    def first(self):
        """The heading of the first row, without the marks that give its parts a direction."""
        rows = self.rows()
        return rows[0][1][0].translate(dict.fromkeys(DIRECTION_MARKS)) if rows else ''

    def wait_first(self, start):
        return wait_for('%s as the first row' % start, lambda: self.first().startswith(start))

    def labels(self):
        """Every text that is on the screen."""
        return [text_of(node) for node in walk(self.frame)
                if node.get_role_name() in ('label', 'status bar', 'alert', 'notification', 'static')
                and width(node) > 0]

    def status(self):
        """The line of status."""
        return text_of(self.find('status bar') or self.find('label', '^$'))

    def controls(self):
        """What can have the focus, in all windows."""
        return [node for node in walk(self.application())
                if has_state(node, Atspi.StateType.FOCUSABLE) and width(node) > 0]

    def entry_text(self):
        return text_of(self.find('text', '', self.find('entry')) or self.find('entry'))

    def position(self, node):
        """The middle of a node on the screen."""
        geometry = run('xwininfo', '-id', self.window).stdout.decode()
        x, y = (int(re.search('Absolute upper-left %s: +(-?[0-9]+)' % axis, geometry).group(1))
                for axis in 'XY')
        box = node.get_extents(Atspi.CoordType.WINDOW)
        return x + box.x + box.width // 2, y + box.y + box.height // 2

    def click(self, node, button=1):
        x, y = self.position(node)
        run('xdotool', 'mousemove', str(x), str(y), 'click', str(button))

    def nameless(self):
        """What can be operated, or is a picture, but has no name that a screen reader could say: none
        at all, or that of a class."""
        found = []
        for node in itertools.chain(*(walk(window) for window in children(self.application()))):
            role = node.get_role_name()
            name = node.get_name() or ''
            if role in ('scroll pane', 'panel', 'filler', 'scroll bar', 'frame', 'separator') or \
                    width(node) == 0:
                continue
            if re.match('(Gtk|Winerror)[A-Z]', name) or not (name or text_of(node)) and (
                    has_state(node, Atspi.StateType.FOCUSABLE) or role in ('list', 'list item')):
                found.append((role, name))
        return found

    def quit(self):
        """Ends the program in the regular way; returns its exit status."""
        if self.process.poll() is None:
            run('gdbus', 'call', '--session', '--dest', APP_ID, '--object-path',
                '/' + APP_ID.replace('.', '/'), '--method', 'org.gtk.Actions.Activate', 'quit',
                '[]', '{}')
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode


class WindowManager:
    """Without one, no window has the focus."""

    def __enter__(self):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen([shutil.which('openbox'), '--sm-disable'],
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        wait_for('the window manager', self.is_there)
        return self

    def __exit__(self, *exception):
        self.process.terminate()
        self.process.wait()

    def is_there(self):
        if self.process.poll() is not None:
            self.log.seek(0)
            raise RuntimeError('it ended with %s: %s' % (self.process.returncode,
                                                         self.log.read().decode()))
        return b'window id' in run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK').stdout
