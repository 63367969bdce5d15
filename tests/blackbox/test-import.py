# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""winerror-cli --import as a user sees it: what is written, what is said, exit status."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

import blackbox
from blackbox import SOURCE, run

FIXTURES = SOURCE / "tests" / "data" / "import"


class ImportTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.tables = self.folder / "winerror" / "tables"

    def import_files(self, *arguments):
        return run("--import", *map(str, arguments), XDG_DATA_HOME=str(self.folder))

    def test_own_folder(self):
        outcome = self.import_files(FIXTURES / "spans.md")
        self.assertEqual(outcome.status, 0)
        self.assertEqual(outcome.lines, [
            f"{FIXTURES}/spans.md: 4 entries read, 3 places passed over",
            f"  {self.tables}/spans.xml"])
        self.assertIn(f"{FIXTURES}/spans.md:59:1: expected a code, found a range of codes",
                      outcome.err)
        self.assertEqual(outcome.err.count("\n"), 3)
        self.assertEqual(os.listdir(self.tables), ["spans.xml"])

    def test_answers(self):
        """What was imported is answered with, and what is built in once it is gone."""
        def answer(query):
            outcome = run("--format=line", "--limit=1", query, XDG_DATA_HOME=str(self.folder))
            self.assertEqual((outcome.status, outcome.err), (0, ""), query)
            return outcome.out

        fixtures = [path for path in FIXTURES.iterdir() if path.suffix not in (".expected", ".csv")]
        built_in = answer("5")
        self.assertEqual(self.import_files(FIXTURES / "spans.md").status, 0)
        self.assertIn("The door is locked, and %1 has the key", answer("5"))
        self.assertEqual(self.import_files(*fixtures).status, 0)
        self.assertIn("400 (0x190)", answer("ERROR_RANGE_BEGIN"))
        shutil.rmtree(self.tables)
        self.assertEqual(answer("5"), built_in)

    def test_folder(self):
        share = self.folder / "a share"
        outcome = run(f"--import-to={share}", str(FIXTURES / "comma.csv"))
        self.assertEqual(outcome.status, 0)
        self.assertEqual(os.listdir(share), ["comma.xml"])
        self.assertFalse(self.tables.exists())

    def test_notes(self):
        outcome = self.import_files(FIXTURES / "notes.csv")
        self.assertIn("4 notes read, 3 places passed over", outcome.out)
        self.assertEqual(os.listdir(self.tables), ["imported-notes.csv"])

    def test_several(self):
        """What is wrong with one file does not keep the others away."""
        none = self.folder / "none.csv"
        prose = self.folder / "prose.txt"
        prose.write_text("Dear Kim,\nthe weather is fine.\n", encoding="utf-8")
        outcome = self.import_files(none, prose, FIXTURES / "stops.md", self.folder)
        self.assertEqual(outcome.status, 2)
        self.assertIn("4 entries read", outcome.out)
        errors = outcome.err.splitlines()
        self.assertEqual(len(errors), 3)
        self.assertTrue(errors[0].startswith("winerror-cli: none.csv: "))
        self.assertTrue(errors[1].startswith("winerror-cli: prose.txt:1:1: expected a page, "))
        self.assertIn("expected a file, found a folder", errors[2])
        self.assertEqual(os.listdir(self.tables), ["stops.xml"])

    def test_usage(self):
        for arguments in [("--import",), ("--import", "--scan", "x"), ("--import", "-fjson", "x")]:
            outcome = run(*arguments)
            self.assertEqual((outcome.status, outcome.out), (2, ""))
            self.assertRegex(outcome.err, r"\Awinerror-cli: expected [^\n]+\n\Z")

    def test_unwritable(self):
        """A folder that cannot be made is said, and nothing is left behind."""
        (self.folder / "winerror").write_text("", encoding="utf-8")
        outcome = self.import_files(FIXTURES / "stops.md")
        self.assertEqual((outcome.status, outcome.out), (2, ""))
        self.assertIn("cannot make the folder", outcome.err)

    def test_valid(self):
        """Tables of every shape are what the document type says."""
        names = [name for name in FIXTURES.iterdir() if name.suffix not in (".expected", ".xml")]
        self.assertEqual(self.import_files(*names).status, 0)
        xmllint = shutil.which("xmllint")
        for path in self.tables.glob("*.xml"):
            root = xml.etree.ElementTree.parse(path).getroot()
            self.assertEqual(root.tag, "error-table")
            if xmllint is not None:
                subprocess.run([xmllint, "--noout", "--nonet", "--dtdvalid",
                                str(SOURCE / "data" / "error-table.dtd"), str(path)], check=True)


if __name__ == "__main__":
    blackbox.main()
