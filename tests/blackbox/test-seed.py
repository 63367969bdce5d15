# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""The built-in table against the page that it comes from, entry by entry. The page is read here by
rules of its own, so that a fault of the conversion cannot hide."""

import json
import re
import unittest
import xml.etree.ElementTree as ElementTree

import blackbox

PAGE = blackbox.SOURCE / "tests" / "data" / "system-error-codes--1300-1699-.md"
TABLE = blackbox.SOURCE / "data" / "tables" / "system-1300.xml"
ADDRESS = "https://learn.microsoft.com/en-us/windows/win32/debug/"


def plain(text):
    """What Markdown's notation says, with one blank between words."""
    text = re.sub(r"<br */?>", " ", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"\1", text)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return " ".join(text.replace("\u00a0", " ").split())


def read_entries(text):
    """(symbol, code, hex, description) of each entry, in order."""
    body = text.split("\n## Requirements", 1)[0]
    parts = re.split(r"^(?=<span id=)", body, flags=re.MULTILINE)[1:]
    for part in parts:
        lines = [plain(line) for line in part.split("\n")]
        lines = [line for line in lines if line != ""]
        symbol = re.sub(r"<span[^>]*></span>", "", lines[0])
        number = re.fullmatch(r"(\d+) \((0x[0-9A-F]+)\)", lines[1])
        yield symbol, int(number[1]), number[2], " ".join(lines[2:]), part


def read_requirements(text):
    """The table under "Requirements"."""
    rows = re.findall(r"^\|([^|]*)\|([^|]*)\|$", text.split("\n## Requirements", 1)[1],
                      flags=re.MULTILINE)
    return {plain(name): plain(value) for name, value in rows}


class Seed(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.text = PAGE.read_text(encoding="utf-8")
        cls.entries = list(read_entries(cls.text))
        every = json.loads(blackbox.run("--list", "-f", "json").out)
        # the table of record comes first
        cls.listed = every[:len(cls.entries)]
        cls.others = every[len(cls.entries):]
        cls.table = ElementTree.parse(TABLE).getroot()

    def test_page(self):
        """The rules above read the page right: its anchors and numbers agree with themselves."""
        self.assertNotEqual(self.entries, [])
        self.assertEqual(len(self.entries), self.text.count("<span id=") // 2)
        self.assertEqual(len(self.entries), len(re.findall(r"\(0x[0-9A-F]+\)", self.text)))
        for symbol, code, written, description, part in self.entries:
            self.assertEqual(int(written, 16), code)
            self.assertIn(f'<span id="{symbol}"></span><span id="{symbol.lower()}"></span>', part)
            self.assertRegex(symbol, r"\A[A-Z][A-Z0-9_]*\Z")
            self.assertNotEqual(description, "")

    def test_numbers(self):
        """Nothing missing, nothing added, nothing twice."""
        self.assertEqual([entry[1] for entry in self.entries],
                         [entry["code"] for entry in self.listed])
        self.assertEqual(len({entry["code"] for entry in self.listed}), len(self.listed))
        self.assertEqual(len({entry["symbol"] for entry in self.listed}), len(self.listed))
        listed = {entry["code"] for entry in self.listed}
        self.assertEqual([entry for entry in self.others
                          if entry["family"] == "win32" and entry["code"] in listed], [])

    def test_entries(self):
        """Nothing reworded."""
        for (symbol, code, written, description, _), listed in zip(self.entries, self.listed):
            with self.subTest(code=code):
                self.assertEqual({name: value for name, value in listed.items()
                                  if name != "advice"}, {
                    "code": code,
                    "hex": written,
                    "family": "win32",
                    "symbol": symbol,
                    "description": description,
                    "source_description": description,
                    "hresult": f"0x{0x80070000 | code:08X}",
                    "hresult_signed": str((0x80070000 | code) - 2**32),
                    "table": "System Error Codes (1300-1699)",
                    "notes": [],
                })

    def test_notation(self):
        """What was notation on the page is not in the table, and the rest is."""
        descriptions = {entry["description"] for entry in self.listed}
        self.assertIn("LB_SETCOUNT sent to non-lazy list box.", descriptions)
        self.assertIn("Invalid system-wide (SPI_*) parameter.", descriptions)
        self.assertIn("Invalid GW_* command.", descriptions)
        self.assertIn("The password is too complex to be converted to a LAN Manager password. The "
                      "LAN Manager password returned is a NULL string.", descriptions)
        for description in descriptions:
            self.assertNotRegex(description, r"\\|\*\*|<|&|\u00a0|  ")

    def test_table(self):
        """What the table says about itself is what the page says."""
        heading = re.search(r"^# (.*)$", self.text, flags=re.MULTILINE)[1]
        front = dict(re.findall(r"^([\w.]+): (.*)$", self.text.split("\n---\n", 1)[0],
                                flags=re.MULTILINE))
        first, last = re.search(r"\((\d+)-(\d+)\)", heading).groups()
        month, day, year = front["ms.date"].split("/")
        requirements = read_requirements(self.text)
        source = self.table.find("source")

        self.assertEqual(self.table.findtext("title"), heading)
        self.assertEqual(self.table.get("first"), first)
        self.assertEqual(self.table.get("last"), last)
        self.assertEqual(self.table.findtext("header"), requirements["Header"])
        self.assertIn(f"({requirements['Header']})", front["title"])
        self.assertEqual(self.table.findtext("minimum-client"),
                         requirements["Minimum supported client"])
        self.assertEqual(self.table.findtext("minimum-server"),
                         requirements["Minimum supported server"])
        self.assertEqual(source.get("url"), ADDRESS + PAGE.stem)
        self.assertEqual(source.get("date"), f"{year}-{month}-{day}")

    def test_others(self):
        """Microsoft's texts are in no other table, and the others say whose texts they have."""
        sentences = {entry["description"] for entry in self.listed}
        self.assertEqual([entry for entry in self.others
                          if entry["description"] in sentences], [])
        for path in blackbox.table_paths():
            if path != TABLE:
                with self.subTest(path.name):
                    root = ElementTree.parse(path).getroot()
                    self.assertNotEqual(root.get("listed"), "yes")
                    self.assertEqual(root.find("license").get("holder"), "The Winerror developers")

    def test_license(self):
        """The texts are Microsoft's, under the licence of its documentation."""
        self.assertEqual(self.table.find("license").attrib, {
            "id": "CC-BY-4.0",
            "url": "https://creativecommons.org/licenses/by/4.0/",
            "holder": "Microsoft",
        })


if __name__ == "__main__":
    blackbox.main()
