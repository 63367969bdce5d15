# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""winerror-cli --scan: what it prints of logs."""

import csv
import fcntl
import json
import os
import pty
import struct
import subprocess
import tempfile
import termios
import unittest

import blackbox
from blackbox import run

LINE = "1326 (0x52E) ERROR_LOGON_FAILURE: The user name or password is incorrect."


def run_on_terminal(columns, *arguments):
    """The lines that winerror-cli prints on a terminal of that width."""
    terminal, other = pty.openpty()
    try:
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 25, columns, 0, 0))
        subprocess.run([blackbox.CLI, *arguments], stdout=other, env=blackbox.environment(),
                       timeout=60, check=True)
        return os.read(terminal, 10000).decode().split("\r\n")
    finally:
        os.close(terminal)
        os.close(other)


class Scan(unittest.TestCase):
    maxDiff = None

    def assert_found(self, outcome, out):
        self.assertEqual((outcome.status, outcome.out, outcome.err), (0, out, ""))

    def test_scan_shows_the_line(self):
        """Below its code, once; cut at the width of a terminal, and nowhere else."""
        text = "error 1326, hr=0x80070643 failed %s\nerror 1618\n" % ("日本" * 60)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.log")
            with open(path, "w", encoding="utf-8") as log:
                log.write(text)
            lines = run("--scan", path).out.splitlines()
            self.assertIn("    " + text.splitlines()[0], lines)
            self.assertEqual(sum(line.startswith("    ") for line in lines), 2)
            self.assertEqual(run("--scan", "-f", "text", "-n1", path).out,
                             f"{path}:1:7: {text.splitlines()[0]}\n"
                             + run("-f", "text", "0x52E").out)
            shown = run_on_terminal(40, "--scan", path)
            self.assertIn("    error 1326, hr=0x80070643 failed 日…", shown)
            self.assertIn("    error 1618", shown)

    def test_installer_messages_for_scripts(self):
        """Columns without a family do not pass them for system errors of the same number."""
        log = b"Product: A -- Error 1918. Error installing ODBC driver: B\nerror 1722\n"
        outcome = run("--scan", "-ftsv", stdin=log)
        self.assertEqual((outcome.status, outcome.out),
                         (0, "-\t2\t7\t1722\t1722\tRPC_S_SERVER_UNAVAILABLE\n"))
        self.assertIn("1 message of Windows Installer is left out", outcome.err)
        alone = run("--scan", "-ftsv", stdin=log.splitlines()[0] + b"\n")
        self.assertEqual((alone.status, alone.out, alone.err), (1, "", outcome.err))
        self.assertEqual([(entry["family"], entry["code"]) for entry in
                          json.loads(run("--scan", "--summary", "-fjson", stdin=log).out)],
                         [("installer", 1918), ("win32", 1722)])

    def test_summary(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("a.log", "missing.log", "b.log")]
            for path, text in zip(paths[::2], ("error 1603\n\nhr=0x80070643\n",
                                               "error 1326\nnothing\nerror 1603\n")):
                with open(path, "w", encoding="utf-8") as log:
                    log.write(text)
            places = [f"{paths[0]}:1", f"{paths[2]}:3", f"{paths[2]}:1"]
            table = (f"1603\t0x643\tERROR_INSTALL_FAILURE\t3\t{places[0]}\t{places[1]}\n"
                     f"1326\t0x52E\tERROR_LOGON_FAILURE\t1\t{places[2]}\t{places[2]}\n")
            outcome = run("--scan", "--summary", "-ftsv", *paths)
            self.assertEqual(outcome.status, 2)
            self.assertIn("missing.log: No such file", outcome.err)
            self.assertEqual(outcome.out, table)
            self.assert_found(run("--scan", "--summary", "-ftsv", "-n1", *paths[::2]),
                                table[:table.index("\n") + 1])
            self.assert_found(run("--scan", "--summary", *paths[::2]),
                "      3  1603 (0x643) ERROR_INSTALL_FAILURE: Fatal error during installation. "
                f"({places[0]} … {places[1]})\n      1  {LINE} ({places[2]})\n")
            objects = json.loads(run("--scan", "--summary", "-fjson", *paths[::2]).out)
            self.assertEqual([(o["code"], o["count"], o["last"]) for o in objects],
                             [(1603, 3, places[1]), (1326, 1, places[2])])
            self.assertEqual(objects[0]["lines"][1], f"{paths[0]}:3: hr=0x80070643")
            self.assertIn(f"\n{paths[0]}:3: hr=0x80070643\n",
                          run("--scan", "--summary", "-ftext", *paths[::2]).out)
            rows = list(csv.DictReader(run("--scan", "--summary", "-fcsv", *paths[::2])
                                       .out.splitlines()))
            self.assertEqual(rows[0]["count"], "3")
        self.assertEqual(run("--scan", "--summary", stdin=b"nothing\n").status, 1)
        outcome = run("--summary", "1326")
        self.assertEqual((outcome.status, outcome.out), (2, ""))
        self.assertIn("--scan", outcome.err)


if __name__ == "__main__":
    blackbox.main()
