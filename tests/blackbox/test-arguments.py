# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""winerror-cli with arguments that are easily misread: values that look like options, letters that
stand together, hidden characters, texts of any length."""

import os
import subprocess
import tempfile
import unittest

import blackbox
from blackbox import run

LONG = "A" * 120000


class TestCase(unittest.TestCase):
    def assert_wrong(self, outcome, *parts):
        """Wrong usage: one line on standard error, which has an end."""
        self.assertEqual((outcome.status, outcome.out), (2, ""))
        self.assertRegex(outcome.err, r"\Awinerror-cli: [^\n]+\n\Z")
        self.assertLess(len(outcome.err), 600)
        for part in parts:
            self.assertIn(part, outcome.err)


class Values(TestCase):
    def test_template(self):
        """What follows an option that takes a value is its value, whatever it looks like."""
        for text in ("-5 {code}", "-{code}", "--{code}", "--", "-", "--limit=1 {code}", "-n"):
            for arguments in (["--template", text, "-n1", "1326"], ["--template=" + text, "-n1",
                              "1326"], ["-n1", "1326", "--template", text]):
                with self.subTest(arguments):
                    outcome = run(*arguments)
                    self.assertEqual((outcome.status, outcome.out),
                                     (0, text.replace("{code}", "1326") + "\n"))

    def test_named(self):
        """It is named in the message, and no part of the query."""
        self.assert_wrong(run("--format", "-5", "1326"), "“-5”")
        self.assert_wrong(run("-f", "-5", "1326"), "“-5”")
        self.assert_wrong(run("--language", "-5", "1326"), "“-5”")
        for arguments in (["--limit", "-5"], ["-n", "-5"], ["-n-5"], ["--limit=-2147483648"],
                          ["--limit=-9223372036854775808"], ["--limit=4294967296"], ["--limit="],
                          ["-n", "0x10"], ["-n", " 1"], ["-n", "+1"]):
            with self.subTest(arguments):
                self.assert_wrong(run(*arguments, "1326"), "expected a limit of 0 or more")
        self.assertEqual(len(run("--limit=2147483647", "-ftsv", "1326").lines), 2)

    def test_missing(self):
        """Not taken from the words of the query."""
        for arguments in (["1326", "--template"], ["1326", "-f"], ["1326", "-sn"], ["-n"],
                          ["1326", "--language"], ["-1326", "--limit"]):
            with self.subTest(arguments):
                self.assert_wrong(run(*arguments), "Missing argument for -")

    def test_letters(self):
        """Options of one letter stand together, and the value stands with the last of them."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "setup.log")
            with open(path, "w", encoding="utf-8") as log:
                log.write("error 1326\nerror 1603\nerror 1622\n")
            expected = run("--scan", "--limit=2", "--format=tsv", path)
            self.assertEqual((expected.status, len(expected.lines)), (0, 2))
            for arguments in (["-sn2", "-ftsv", path], ["-sn", "2", "-f", "tsv", path],
                              ["-s", "-n2", "-ftsv", path], ["-sftsv", path, "-n2"],
                              ["-n2", "-sftsv", "--", path], ["-n2", "-ftsv", "--scan=" + path]):
                with self.subTest(arguments):
                    outcome = run(*arguments)
                    self.assertEqual((outcome.status, outcome.out, outcome.err),
                                     (0, expected.out, ""))
            self.assert_wrong(run("-sq", path), "-sq")

    def test_dash(self):
        """A file whose name begins with a dash and a digit, and standard input between files."""
        with tempfile.TemporaryDirectory() as folder:
            for name in ("-5.log", "last.log"):
                with open(os.path.join(folder, name), "w", encoding="utf-8") as log:
                    log.write("error 1603\n")
            process = subprocess.run([blackbox.CLI, "-sftsv", "-5.log", "-", "last.log"],
                                     input=b"error 1326\n", capture_output=True, cwd=folder,
                                     env=blackbox.environment(), check=True)
            self.assertEqual([line.split("\t")[0] for line in process.stdout.decode().splitlines()],
                             ["-5.log", "-", "last.log"])

    def test_order(self):
        """The words stay in their order, where a number is among them too."""
        template = "--template={query}"
        self.assertEqual(run(template, "-n1", "error", "-2147023570", "in", "setup").out,
                         "error -2147023570 in setup\n")


class Output(TestCase):
    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_help_on_a_full_disk(self):
        for option in ("--help", "-h", "--version"):
            with self.subTest(option), open("/dev/full", "wb") as full:
                process = subprocess.run([blackbox.CLI, option], stdout=full,
                                         stderr=subprocess.PIPE, env=blackbox.environment(),
                                         check=False)
                self.assertEqual((process.returncode, process.stderr),
                                 (2, b"winerror-cli: cannot write the output\n"))

    def test_long(self):
        """A message does not repeat all of what is wrong."""
        for arguments in (["--format=" + LONG, "x"], ["-f", LONG, "x"], ["--language=" + LONG, "x"],
                          ["--limit=" + LONG, "x"], ["--template={" + LONG, "x"],
                          ["--template={" + LONG + "}", "x"], ["--" + LONG], ["-" + LONG],
                          ["--version=" + LONG + "=", "-q"], ["--scan", LONG]):
            with self.subTest(arguments[0][:20]):
                self.assert_wrong(run(*arguments))


class Hidden(TestCase):
    """Characters that nobody sees are not searched for either."""

    HIDDEN = ("\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\u200b",
              "\u00ad", "\u2060", "\x07", "\x7f", "\x9b", "\U000e0041")

    def test_numbers_and_words(self):
        for query in ("1326", "0x8007052E", "ERROR_LOGON_FAILURE", "wrong password"):
            expected = run("-ftsv", query)
            self.assertEqual(expected.status, 0)
            for hidden in self.HIDDEN:
                text = hidden + hidden.join(query) + hidden
                with self.subTest(ascii(text)):
                    outcome = run("-ftsv", text)
                    self.assertEqual((outcome.status, outcome.out, outcome.err),
                                     (0, expected.out, expected.err))

    def test_what_is_shown(self):
        """What was not found, and what goes into a ticket, is what was searched for."""
        for hidden in self.HIDDEN:
            with self.subTest(ascii(hidden)):
                self.assertEqual(run("zzqq" + hidden + "xx").err, "Nothing found for “zzqqxx”.\n")
                self.assertEqual(run("--template={query}", "-n1", hidden + "1326").out, "1326\n")


if __name__ == "__main__":
    blackbox.main()
