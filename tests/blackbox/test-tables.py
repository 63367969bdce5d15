# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""winerror-cli with tables and notes of a user."""

import json
import tempfile
import unittest
from pathlib import Path

import blackbox
from blackbox import run

QUERY = "0x52E"


class Tables(unittest.TestCase):
    """What lies in winerror/tables below the user's data directory."""

    def test_own_tables(self):
        """Tables and notes of a user; one that is broken is reported, and the rest counts."""
        with tempfile.TemporaryDirectory() as home:
            tables = Path(home, "winerror", "tables")
            tables.mkdir(parents=True)
            (tables / "lob.xml").write_text(
                '<error-table id="lob" first="1" last="65535"><title>Ours</title>'
                '<source url="https://kb.example/"/><license id="MIT" url="https://kb.example/l" '
                'holder="Help Desk"/><entry code="61000" symbol="LOB_X">'
                '<description>The franking machine is gone.</description></entry></error-table>')
            (tables / "kb.csv").write_text(
                f"code,note,link\n{QUERY},badge reader; see KB 7,https://kb.example/7\n")
            own = {"XDG_DATA_HOME": home}
            self.assertEqual(run("-ftsv", "franking", **own).out,
                             "61000\t0xEE48\tLOB_X\tThe franking machine is gone.\n")
            entry = json.loads(run("-fjson", "-n1", "badge reader", **own).out)[0]
            self.assertEqual(entry["code"], int(QUERY, 16))
            self.assertEqual(entry["notes"], [{"text": "badge reader; see KB 7",
                                               "link": "https://kb.example/7", "table": "kb"}])
            self.assertIn("- badge reader; see KB 7 https://kb.example/7\n",
                          run("--advice", "-n1", QUERY, **own).out)
            self.assertNotIn("badge", run("-n1", QUERY, **own).out)
            listed = [line.split("\t") for line in run("--tables", **own).lines]
            self.assertEqual(listed[-2:], [
                ["kb", "", "1", "", "", str(tables / "kb.csv")],
                ["Ours", "win32", "1", "https://kb.example/", "MIT", str(tables / "lob.xml")]])
            self.assertEqual(listed[0][1:3] + listed[0][5:], ["win32", "232", ""])

            (tables / "kb.csv").write_text(f"code,note\n{QUERY}\n")
            outcome = run("-ftsv", "61000", **own)
            self.assertEqual(outcome.status, 0)
            self.assertIn("kb.csv:2:1: expected a note, found none\n", outcome.err)
            self.assertTrue(outcome.out.startswith("61000\t"))


if __name__ == "__main__":
    blackbox.main()
