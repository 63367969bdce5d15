# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""The tables against their DTD, and what translators get to see of tables and sources."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import blackbox

DATA = blackbox.SOURCE / "data"
TABLES = sorted((DATA / "tables").glob("*.xml"))
DTD = DATA / "error-table.dtd"
POTFILES = blackbox.SOURCE / "po" / "POTFILES"

# Each makes a table that is well-formed XML and not a table.
FAULTS = {
    "an element too much": ("</header>", "</header><author>x</author>"),
    "an element missing": ("<header>WinError.h</header>", ""),
    "another order": ("<header>WinError.h</header>", "<header/><title>x</title>"),
    "no root": ("error-table", "table"),
    "no number of a code": ('code="1300"', ""),
    "an unknown attribute": ('code="1300"', 'code="1300" level="1"'),
    "a symbol twice": ('symbol="ERROR_SOME_NOT_MAPPED"', 'symbol="ERROR_NOT_ALL_ASSIGNED"'),
    "a symbol that is no name": ('symbol="ERROR_SOME_NOT_MAPPED"', 'symbol="1301"'),
    "a date with blanks": (' date="', ' date="in '),
    "markup in a description": ("<description>Not all", "<description><b>Not</b> all"),
    "two descriptions": ("<description>Not all", "<description/><description>Not all"),
    "text in an entry": ("<description>Not all", "x<description>Not all"),
    "no source": ("<source ", "<licence "),
}


def xmllint(path):
    return subprocess.run(["xmllint", "--nonet", "--noout", "--dtdvalid", DTD.as_uri(), path],
                          capture_output=True, text=True, check=False)


@unittest.skipUnless(shutil.which("xmllint"), "there is no xmllint")
class Dtd(unittest.TestCase):
    def test_tables(self):
        self.assertNotEqual(TABLES, [])
        for table in TABLES:
            with self.subTest(table=table.name):
                outcome = xmllint(table)
                self.assertEqual((outcome.returncode, outcome.stderr), (0, ""))
                declared = subprocess.run(["xmllint", "--nonet", "--noout", "--valid", table],
                                          capture_output=True, text=True, check=False)
                self.assertEqual((declared.returncode, declared.stderr), (0, ""))

    def test_faults(self):
        text = (DATA / "tables" / "system-1300.xml").read_text(encoding="utf-8")
        for name, (before, after) in FAULTS.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                broken = Path(folder) / "broken.xml"
                # without its own DOCTYPE, whose path does not hold there
                broken.write_text(re.sub(r"<!DOCTYPE.*>\n", "", text).replace(before, after),
                                  encoding="utf-8")
                self.assertEqual(
                    subprocess.run(["xmllint", "--noout", broken], check=False).returncode, 0)
                self.assertNotEqual(xmllint(broken).returncode, 0)


def extract(*files):
    """What xgettext takes out of files, as (comments, context, text)."""
    pot = subprocess.run(
        ["xgettext", "-o", "-", "--from-code=UTF-8", "--add-comments", "--no-wrap",
         "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", *files],
        cwd=blackbox.SOURCE, capture_output=True, text=True, check=True,
        env={**os.environ, "GETTEXTDATADIRS": str(DATA), "LANGUAGE": ""}).stdout
    for block in pot.split("\n\n")[1:]:
        comments = re.findall(r"^#\. (.*)$", block, flags=re.MULTILINE)
        strings = {}
        for name, first, rest in re.findall(r'^(msgctxt|msgid) "(.*)"((?:\n".*")*)', block,
                                            flags=re.MULTILINE):
            joined = first + "".join(re.findall(r'^"(.*)"$', rest, flags=re.MULTILINE))
            strings[name] = json.loads(f'"{joined}"')
        if "msgid" in strings:
            yield comments, strings.get("msgctxt"), strings["msgid"]


@unittest.skipUnless(shutil.which("xgettext"), "there is no xgettext")
class Extraction(unittest.TestCase):
    def test_table(self):
        """Every text of the table is extracted as the program asks for it, and nothing else is."""
        listed = json.loads(blackbox.run("--list", "-f", "json").out)
        found = list(extract("data/tables/system-1300.xml"))
        symbols = {}
        for entry in listed:
            symbols.setdefault(entry["source_description"], []).append(entry["symbol"])
        expected = {"System Error Codes (1300-1699)", "Windows XP [desktop apps only]",
                    "Windows Server 2003 [desktop apps only]", *symbols}
        self.assertEqual({text for _, _, text in found}, expected)
        for comments, context, text in found:
            self.assertIsNone(context)
            if text in symbols:
                self.assertEqual(comments, symbols[text])
            else:
                self.assertEqual(len(comments), 1)

    def test_white_space(self):
        """As the reader does it: entities and CDATA are characters, runs of blanks are one."""
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "table.xml"
            table.write_text(
                '<error-table id="t" first="1" last="2"><title>A\n   &amp;  B</title>'
                '<header>Not this</header><minimum-client> C </minimum-client>'
                '<minimum-server>D\t\tE</minimum-server>'
                '<entry code="1" symbol="E_1"><description>\n  &lt;f&gt; &quot;g&apos; '
                '<![CDATA[<h> &amp;]]>\u00a0i\n  </description></entry></error-table>',
                encoding="utf-8")
            self.assertEqual([(text, comments) for comments, _, text in extract(table)][1:3],
                             [("C", ["The oldest Windows client that has the error codes"]),
                              ("D E", ["The oldest Windows server that has the error codes"])])
            self.assertEqual([text for _, _, text in extract(table)],
                             ["A & B", "C", "D E", "<f> \"g' <h> &amp;\u00a0i"])

    def test_interface(self):
        """The rules for the tables leave GTK's files to those for GTK's files."""
        texts = {text for _, _, text in extract(*sorted((blackbox.SOURCE / "ui").glob("*.ui")))}
        self.assertNotEqual(texts, set())
        self.assertFalse([text for text in texts if "WinerrorWindow" in text or text == "true"])


class Potfiles(unittest.TestCase):
    def setUp(self):
        self.listed = [line for line in POTFILES.read_text(encoding="utf-8").splitlines()
                       if line != "" and not line.startswith("#")]

    def test_list(self):
        self.assertEqual(self.listed, sorted(set(self.listed)))
        for name in self.listed:
            self.assertTrue((blackbox.SOURCE / name).is_file(), name)

    def test_nothing_forgotten(self):
        """Whoever has something to translate is in the list."""
        call = re.compile(r"\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext) \(\s*\"")
        wanted = set()
        for path in sorted((blackbox.SOURCE / "src").rglob("*.[ch]")):
            if call.search(path.read_text(encoding="utf-8")):
                wanted.add(path)
        for path in sorted((blackbox.SOURCE / "ui").rglob("*.ui")):
            if 'translatable="' in path.read_text(encoding="utf-8"):
                wanted.add(path)
        for pattern in ("tables/*.xml", "*.desktop.in", "*.desktop.in.in", "*.metainfo.xml.in",
                        "*.metainfo.xml.in.in"):
            wanted.update(DATA.glob(pattern))
        names = {str(path.relative_to(blackbox.SOURCE)) for path in wanted}
        self.assertEqual(names - set(self.listed), set())

    def test_nothing_in_vain(self):
        """Whoever is in the list has something to translate."""
        if not shutil.which("xgettext"):
            self.skipTest("there is no xgettext")
        for name in self.listed:
            if Path(name).suffix in (".c", ".h", ".ui"):
                with self.subTest(name):
                    self.assertNotEqual(list(extract(name)), [])


if __name__ == "__main__":
    blackbox.main()
