# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""winerror-cli --scan over logs as Windows writes them: encodings, and logs of Windows Installer."""

import unittest

import blackbox
from blackbox import run

INSTALLER = """=== Verbose logging started: 3/18/2014  14:20:00 ===
Product: Palewood -- Error 1706. No valid source could be found for product Palewood.

Action ended 14:20:42: InstallFiles. Return value 3.
MSI (s) (F4:D4) [14:20:44:570]: MainEngineThread is returning 1603
"""


class Encodings(unittest.TestCase):
    LINES = "エラー1326が発生しました。\r\n終了コード1603\r\n"

    def scan(self, encoding, *arguments):
        outcome = run("--scan", "-ftsv", *arguments, stdin=self.LINES.encode(encoding))
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        return outcome.out

    def test_guessed_and_given(self):
        expected = self.scan("utf-8")
        self.assertEqual([line.split("\t")[3] for line in expected.splitlines()], ["1326", "1603"])
        for encoding in ("cp932", "utf-16", "utf-16-le", "utf-32"):
            with self.subTest(encoding):
                self.assertEqual(self.scan(encoding), expected)
        self.assertEqual(self.scan("cp932", "--encoding=CP932"), expected)
        self.assertEqual(self.scan("euc-jp", "--encoding", "EUC-JP"), expected)

    def test_wrong(self):
        for arguments in (("--scan", "--encoding=klingon"), ("--encoding=UTF-8", "1326")):
            outcome = run(*arguments)
            self.assertEqual((outcome.status, outcome.out), (2, ""))
            self.assertRegex(outcome.err, r"\Awinerror-cli: [^\n]*(klingon|--scan)[^\n]*\n\Z")


class Installer(unittest.TestCase):
    def test_failure(self):
        """1603 says where to look; the message there is one of Windows Installer."""
        lines = [line for line in run("--scan", stdin=INSTALLER.encode()).lines
                 if not line.startswith("    ")]  # the lines of the log
        self.assertEqual([line.split(": ")[1] for line in lines], ["1706", "1603"])
        self.assertIn("Windows Installer message 1706: ", lines[0])
        self.assertTrue(lines[1].endswith(
            " Look at line 2: Error 1706. No valid source could be found for product Palewood."))

    def test_columns(self):
        """Where no column has the family, no message passes for a system error."""
        lines = run("--scan", "-ftsv", stdin=INSTALLER.encode()).lines
        self.assertEqual([line.split("\t")[4:] for line in lines],
                         [["1603", "ERROR_INSTALL_FAILURE"]])


if __name__ == "__main__":
    blackbox.main()
