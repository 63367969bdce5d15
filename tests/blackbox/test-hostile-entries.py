# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Entries and notes of hostile texts: what winerror-cli writes of them other programs' parsers read
back whole, each text in its place and nothing else."""

import csv
import html.parser
import io
import json
import random
import tempfile
import unicodedata
import unittest
from pathlib import Path
from xml.sax.saxutils import escape

import blackbox
from blackbox import run

FIRST = 61000
SEED = 1326

# What means something to one of the formats, to a spreadsheet, a terminal or a browser.
PIECES = [
    "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-1-1", "@SUM(A1)",
    "＝1＋1", "＠x", "\"", "\"\"", "'", ",", ";", "|", "||", "\\", "\\\\", "`", "```", "<b>", "</td>",
    "</script><script>alert(1)</script>", "<!-- ", "-->", "&amp;", "&#60;", "&", "{code}", "{html}",
    "{{x}}", "[a](javascript:x)", "![i](u)", "*b*", "_i_", "~", "^", "# h", "1. ", "- ", "h1. ",
    "bq. ", "%s%n", "$(id)", "${x}", "\u202e", "\u200b", "\u2028", "\u0085", "\u009b31m", "\ufeff",
    "\ufffd", "é", "e\u0301", "密码", "كلمة", "😀", "\U000e0041", "word", "Name", " ", "  ", "0", "1326",
]
CONTROLS = ["\t", "\n"]  # what XML lets through


def hostile_text(random_source):
    """A text of some of the pieces."""
    pieces = random_source.choices(PIECES + CONTROLS, k=random_source.randint(1, 8))
    return "".join(pieces) + random_source.choice(["", "x"])


def is_clean(text):
    """Whether nothing of a text is hidden or moves what is around it."""
    return not any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs") for c in text)


class Elements(html.parser.HTMLParser):
    """The text of each element of HTML, and which elements and attributes there are."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows = []
        self.open = []
        self.names = set()
        self.faults = []

    def handle_starttag(self, tag, attrs):
        self.names.add((tag, *(name for name, _ in attrs)))
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        if self.rows and self.rows[-1] and "tr" in self.open:
            self.rows[-1][-1] += data

    def handle_comment(self, data):
        self.faults.append(data)

    def handle_decl(self, decl):
        self.faults.append(decl)

    def handle_pi(self, data):
        self.faults.append(data)


class HostileEntries(unittest.TestCase):
    """A table and notes, each text of which is meant to break out of its place."""

    @classmethod
    def setUpClass(cls):
        source = random.Random(SEED)
        cls.folder = tempfile.TemporaryDirectory()
        tables = Path(cls.folder.name, "winerror", "tables")
        tables.mkdir(parents=True)
        texts = [*PIECES, *(hostile_text(source) for _ in range(300))]
        # Each has something that can be seen, whatever else is taken out of it.
        cls.texts = [f"{text}#{FIRST + i}" for i, text in enumerate(texts)]
        entries = "".join(
            f'<entry code="{FIRST + i}" symbol="HOSTILE_{i}"><description>{escape(text)}'
            "</description></entry>" for i, text in enumerate(cls.texts))
        (tables / "hostile.xml").write_text(
            '<error-table id="hostile" first="1" last="65535"><title>=1+1&lt;b&gt;"</title>'
            '<source url="https://kb.example/"/><license id="MIT" url="https://kb.example/l" '
            f'holder="X"/>{entries}</error-table>', encoding="utf-8", newline="")
        with open(tables / "=notes.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["code", "note", "link"])
            for i, text in enumerate(cls.texts):
                writer.writerow([FIRST + i, text, f"https://kb.example/?{i}=%22%3C"])
        # The one that reads all of it, and which the others are held against.
        cls.objects = json.loads(cls.list_as("json"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def list_as(cls, name):
        """All hostile entries in a format."""
        outcome = run("--list", "--advice", "-f", name, XDG_DATA_HOME=cls.folder.name)
        assert outcome.status == 0 and outcome.err == "", outcome.err
        return outcome.out if name != "csv" else outcome.bytes.decode()

    def hostile(self):
        """The objects of the hostile entries, in the order of the table."""
        found = [entry for entry in self.objects if entry["table"].startswith("=1+1")]
        self.assertEqual([entry["code"] for entry in found],
                         [FIRST + i for i in range(len(self.texts))])
        return found

    def test_json(self):
        """Each text is there, but for what is hidden; so is each note."""
        for text, entry in zip(self.texts, self.hostile()):
            self.assertTrue(is_clean(entry["description"]), entry)
            self.assertEqual(self.visible(entry["description"]), self.visible(text))
            self.assertEqual(entry["table"], '=1+1<b>"')
            self.assertEqual(len(entry["notes"]), 1)
            note = entry["notes"][0]
            self.assertEqual(set(note), {"text", "link", "table"})
            self.assertTrue(is_clean(note["text"]) and is_clean(note["table"]), note)
            self.assertEqual(self.visible(note["text"]), self.visible(text))

    @staticmethod
    def visible(text):
        """A text without blanks and without what is hidden, composed."""
        return unicodedata.normalize("NFC", "".join(
            c for c in unicodedata.normalize("NFC", text)
            if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Zl", "Zp", "Zs")))

    def test_csv(self):
        """Rows of the same length; no cell is a formula, and without the apostrophe of those that
        would be one each is the text."""
        rows = list(csv.reader(io.StringIO(self.list_as("csv"), newline=""), strict=True))
        head = rows[0]
        self.assertEqual({len(row) for row in rows}, {len(head)})
        for row in rows:
            for cell in row:
                self.assertTrue(is_clean(cell), row)
                self.assertFalse(cell[:1] in "=+-@＝＋－＠" and cell != "" and
                                 not cell.lstrip("-").isdigit(), row)
        by_code = {row[head.index("code")]: dict(zip(head, row)) for row in rows[1:]
                   if row[head.index("family")] == "win32"}
        for entry in self.hostile():
            cell = by_code[str(entry["code"])]["description"]
            if entry["description"][0] in "=+-@＝＋－＠":
                self.assertEqual(cell[0], "'")
                cell = cell[1:]
            self.assertEqual(cell, entry["description"])

    def test_tsv(self):
        """Four cells a line, and as many lines as entries."""
        lines = self.list_as("tsv").split("\n")
        self.assertEqual(lines.pop(), "")
        self.assertEqual(len(lines), len(self.objects))
        cells = {line.split("\t")[2]: line.split("\t") for line in lines}
        self.assertEqual({len(row) for row in cells.values()}, {4})
        for entry in self.hostile():
            self.assertEqual(cells[entry["symbol"]][3], entry["description"])

    def test_html(self):
        """A row an entry, in no elements but the program's own, each of which ends."""
        parser = Elements()
        parser.feed(self.list_as("html"))
        parser.close()
        self.assertEqual((parser.faults, parser.open), ([], []))
        self.assertEqual({name[0] for name in parser.names} -
                         {"table", "thead", "tbody", "tr", "th", "td", "span", "br"}, set())
        self.assertEqual({attribute for name in parser.names for attribute in name[1:]} -
                         {"dir", "lang"}, set())
        rows = {row[2]: row for row in parser.rows}
        for entry in self.hostile():
            self.assertEqual(len(rows[entry["symbol"]]), 4)
            self.assertEqual(rows[entry["symbol"]][3], entry["description"])

    def test_one_by_one(self):
        """An entry alone, with its note, in HTML: what is seen is the text, and its note."""
        for entry in self.hostile()[::12]:
            outcome = run("--advice", "-fhtml", "-n1", str(entry["code"]),
                          XDG_DATA_HOME=self.folder.name)
            parser = Elements()
            seen = []
            parser.handle_data = seen.append
            parser.feed(outcome.out)
            parser.close()
            self.assertEqual((parser.faults, parser.open), ([], []), outcome.out)
            self.assertIn(self.visible(entry["description"]), self.visible("".join(seen)))
            self.assertIn(self.visible(entry["notes"][0]["text"]), self.visible("".join(seen)))
            self.assertEqual({name[0] for name in parser.names} -
                             {"p", "b", "br", "span", "ul", "li"}, set())

    def test_plain_formats(self):
        """In the formats for people a text stays on its line, and is without what is hidden."""
        for name in ("text", "line", "markdown", "jira"):
            out = self.list_as(name)
            self.assertTrue(all(is_clean(line) for line in out.split("\n")), name)
            if name != "text":
                lines = [line for line in out.split("\n") if "HOSTILE" in line]
                self.assertEqual(len(lines), len(self.texts), name)


if __name__ == "__main__":
    blackbox.main()
