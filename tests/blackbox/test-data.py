# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""The tables against their DTD, and what translators get to see of tables and sources."""

import collections
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import blackbox

DATA = blackbox.SOURCE / "data"
TABLES = sorted((DATA / "tables").glob("*.xml"))
RECORD = DATA / "tables" / "system-1300.xml"
DTD = DATA / "error-table.dtd"
POTFILES = blackbox.SOURCE / "po" / "POTFILES"

# Each makes a table that is well-formed XML and not a table.
FAULTS = {
    "an element too much": ("</header>", "</header><author>x</author>"),
    "an element missing": ("<title>System Error Codes (1300-1699)</title>", ""),
    "another order": ("<header>WinError.h</header>", "<header/><title>x</title>"),
    "no root": ("error-table", "table"),
    "no number of a code": ('code="1300"', ""),
    "an unknown attribute": ('code="1300"', 'code="1300" level="1"'),
    "a symbol of two words": ('symbol="ERROR_SOME_NOT_MAPPED"', 'symbol="ERROR_SOME NOT_MAPPED"'),
    "an unknown family": (' family="win32"', ' family="some"'),
    "listed by another word": (' listed="yes"', ' listed="true"'),
    "anchors by another word": (' anchors="yes"', ' anchors="1"'),
    "met too often": ('symbol="ERROR_SOME_NOT_MAPPED"', 'symbol="ERROR_SOME_NOT_MAPPED" met="4"'),
    "met never": ('symbol="ERROR_SOME_NOT_MAPPED"', 'symbol="ERROR_SOME_NOT_MAPPED" met="0"'),
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
        text = re.sub(r' met="\d"', "", RECORD.read_text(encoding="utf-8"))
        for name, (before, after) in FAULTS.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                self.assertIn(before, text)
                broken = Path(folder) / "broken.xml"
                # without its own DOCTYPE, whose path does not hold there
                broken.write_text(re.sub(r"<!DOCTYPE.*>\n", "", text).replace(before, after),
                                  encoding="utf-8")
                self.assertEqual(
                    subprocess.run(["xmllint", "--noout", broken], check=False).returncode, 0)
                self.assertNotEqual(xmllint(broken).returncode, 0)


class Tables(unittest.TestCase):
    """What a DTD cannot say."""

    @classmethod
    def setUpClass(cls):
        cls.roots = {path: ElementTree.parse(path).getroot() for path in TABLES}
        cls.entries = list(blackbox.entries())

    def test_listed(self):
        """The build has every table, that of record first; it alone is listed."""
        self.assertEqual(sorted(blackbox.table_paths()), TABLES)
        self.assertEqual(blackbox.table_paths()[0], RECORD)
        self.assertEqual([path for path, root in self.roots.items()
                          if root.get("listed") == "yes"], [RECORD])

    def test_heads(self):
        for path, root in self.roots.items():
            with self.subTest(path.name):
                self.assertEqual(root.get("id"), path.stem)
                self.assertLessEqual(int(root.get("first"), 0), int(root.get("last"), 0))
                self.assertTrue(root.find("source").get("url").startswith("https://"))
                self.assertRegex(root.findtext("title"), r"\A\S.*\S\Z")

    def test_order(self):
        """Entries come in order of code, each code once in a family, as the family writes it."""
        for path, root in self.roots.items():
            wide = root.get("family") in ("hresult", "ntstatus", "stop")
            codes = [entry.get("code") for entry in root.iter("entry")]
            numbers = [int(code, 0) for code in codes]
            with self.subTest(path.name):
                self.assertEqual(numbers, sorted(set(numbers)))
                self.assertGreaterEqual(numbers[0], int(root.get("first"), 0))
                self.assertLessEqual(numbers[-1], int(root.get("last"), 0))
                if wide:
                    self.assertEqual(codes, [f"0x{number:08X}" for number in numbers])
                elif root.get("family") == "rdp":
                    self.assertEqual(codes, [f"0x{number:X}" for number in numbers])
                else:
                    self.assertEqual(codes, [str(number) for number in numbers])
        keys = collections.Counter(entry.key for entry in self.entries)
        self.assertEqual([key for key, n in keys.items() if n > 1], [])

    def test_names(self):
        """A symbol or a description; each symbol once in a family, whatever its letter case."""
        self.assertEqual([entry.key for entry in self.entries
                          if not entry.symbol and not entry.description], [])
        self.assertEqual([entry.key for entry in self.entries
                          if entry.symbols and not entry.symbol], [])
        names = collections.Counter((entry.family, name.casefold())
                                    for entry in self.entries for name in entry.symbols)
        self.assertEqual([name for name, n in names.items() if n > 1], [])
        for entry in self.entries:
            for name in entry.symbols:
                self.assertRegex(name, r"\A[A-Za-z_][A-Za-z0-9_]*\Z")

    def test_met(self):
        """What help desks meet daily or weekly has a description."""
        self.assertEqual([entry.key for entry in self.entries
                          if entry.met >= 2 and not entry.description], [])

    def test_win32(self):
        """NTSTATUS values become system errors that there are."""
        keys = {entry.key for entry in self.entries}
        for entry in self.entries:
            if entry.win32 != 0:
                self.assertEqual(entry.family, "ntstatus", entry.key)
                self.assertIn(("win32", entry.win32), keys, entry.key)
        self.assertGreater(sum(entry.win32 != 0 for entry in self.entries), 500)

    def test_descriptions(self):
        """One plain sentence in own words, outside of the table of record."""
        for entry in self.entries:
            text = entry.description
            if entry.listed or text is None:
                continue
            with self.subTest(entry.key):
                self.assertTrue(20 <= len(text) <= 120, text)
                self.assertTrue(text.endswith("."), text)
                self.assertNotRegex(text, r"[.!?] ")
                self.assertEqual(text, " ".join(text.split()))


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
    def test_tables(self):
        """Titles, the table of record, and what is met daily or weekly are extracted, each text as
        the program asks for it; and nothing else is."""
        found = list(extract(*(str(path.relative_to(blackbox.SOURCE))
                               for path in blackbox.table_paths())))
        listed = json.loads(blackbox.run("--list", "-f", "json").out)
        asked = {(entry["family"], entry["code"]): entry["source_description"] for entry in listed}
        symbols = {}
        for entry in blackbox.entries():
            if entry.translatable:
                symbols.setdefault(asked[entry.key], []).append(entry.symbol)
        titles = {" ".join(ElementTree.parse(path).getroot().findtext("title").split())
                  for path in TABLES}
        expected = {"Windows XP [desktop apps only]", "Windows Server 2003 [desktop apps only]",
                    *titles, *symbols}
        self.assertEqual({text for _, _, text in found}, expected)
        for comments, context, text in found:
            self.assertIsNone(context)
            if text in symbols:
                self.assertEqual(comments, [name for name in symbols[text] if name is not None])
            else:
                self.assertEqual(len(set(comments)), 1)
        self.assertGreater(len(symbols), 400)

    def test_selection(self):
        """Neither rare entries nor those without a number of how often they are met."""
        entries = "".join(f'<entry code="{i}" symbol="E_{i}"{met}><description>D{i}.</description>'
                          "</entry>" for i, met in enumerate(
                              ("", ' met="1"', ' met="2"', ' met="3"')))
        for listed, expected in ((' listed="yes"', ["D0.", "D1.", "D2.", "D3."]),
                                 (' listed="no"', ["D2.", "D3."]), ("", ["D2.", "D3."])):
            with self.subTest(listed), tempfile.TemporaryDirectory() as folder:
                table = Path(folder) / "table.xml"
                table.write_text(f'<error-table id="t" first="0" last="9"{listed}><title>T</title>'
                                 f"{entries}</error-table>", encoding="utf-8")
                self.assertEqual([text for _, _, text in extract(table)], ["T", *expected])

    def test_white_space(self):
        """As the reader does it: entities and CDATA are characters, runs of blanks are one."""
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "table.xml"
            table.write_text(
                '<error-table id="t" first="1" last="2" listed="yes"><title>A\n   &amp;  B</title>'
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
        for pattern in ("tables/*.xml", "advice/*.xml", "*.desktop.in", "*.desktop.in.in",
                        "*.metainfo.xml.in", "*.metainfo.xml.in.in"):
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
