# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Runs tests of windows, each in a process of its own."""

import os
import unittest

import tap
from driver import WindowManager


def run_apart(test):
    """Runs a test in a process of its own, with its own connection to accessibility: libatspi may
    fall over what it remembers of the windows of a program that has ended. Returns the faults."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reader)
        result = unittest.TestResult()
        test.run(result)
        with os.fdopen(writer, 'w') as pipe:
            pipe.write('\n'.join(text for _, text in result.errors + result.failures))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        faults = pipe.read()
    _, status = os.waitpid(process, 0)
    return faults if status == 0 else '%s\nended with status %d' % (faults, status)


def run_tests(case, wanted):
    """Runs the tests of a class, or those whose names are wanted."""
    with WindowManager():
        for test in unittest.defaultTestLoader.loadTestsFromTestCase(case):
            if wanted and test._testMethodName not in wanted:
                continue
            faults = run_apart(test)
            tap.check(not faults, test._testMethodName, faults)
    tap.finish()
