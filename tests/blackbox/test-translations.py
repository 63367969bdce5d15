# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Every language: well-formed, true to what must not be translated, and of use. One with a glossary is
complete, and its descriptions use the terms of the glossary."""

import collections
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import unittest
from pathlib import Path
from xml.etree import ElementTree

import blackbox

PO = blackbox.SOURCE / "po"
GLOSSARIES = PO / "glossary"
SEARCH = blackbox.SOURCE / "data" / "search"
SAYINGS = blackbox.SOURCE / "data" / "sayings"
LANGUAGES = blackbox.LANGUAGES
COMPLETE = [language for language in LANGUAGES if (GLOSSARIES / (language + ".md")).exists()]

# Which share of the texts of a complete language may be so new that nobody has translated them yet.
NEW = 0.01

# Identifiers, in any language the same.
IDENTIFIERS = re.compile(
    r"(?<![A-Za-z])(?:NULL|SPI_\*|GW_\*|LB_SETCOUNT|LUIDs?|SIDs?|ACLs?|ACE|HMOD|LAN Manager|"
    r"TrueType|XML|SAM|LSA|NVRAM|HTTP|DC|GUI|AuthIP|DIALOG)(?![A-Za-z])")

# How much of a term's translation must stand in a description: the rest is inflection.
STEM = 4


def command(*arguments):
    return subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=blackbox.environment(
                              GETTEXTDATADIRS=str(blackbox.SOURCE / "data")),
                          cwd=blackbox.SOURCE, check=False)


def translations(language):
    """Family and code to description in a language, as the program has it, of all entries that are
    translated."""
    listed = json.loads(blackbox.run("--list", "--format=json", "--language=" + language).out)
    wanted = blackbox.descriptions()
    return {(entry["family"], entry["code"]): entry["description"] for entry in listed
            if (entry["family"], entry["code"]) in wanted}


def final_punctuation(text):
    """The class of what a text ends with: stop, question, or nothing."""
    last = text.rstrip("\"'”»“’」』)）")[-1]
    return {".": "stop", "。": "stop", "?": "question", "？": "question",
            "؟": "question"}.get(last, "nothing")


def glossary(language):
    """Pairs of an English term and its translations."""
    for line in (GLOSSARIES / (language + ".md")).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) < 2 or not line.startswith("|") or set(cells[0]) <= set("- :") or \
                cells[0] == "English":
            continue
        english = re.sub(r"\(.*?\)", "", cells[0])
        chosen = [re.sub(r"\(.*?\)|（.*?）", "", term).strip(" “”„«»「」`*")
                  for term in re.split(r"[,;/、，；،]| or ", cells[1])]
        for term in re.split(r"[,;/]", english):
            if term.strip():
                yield term.strip().lower(), [word for word in chosen if word]


def folded(text):
    text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in text if not unicodedata.combining(c))


class Translations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.english = blackbox.descriptions()
        cls.own = {language: translations(language) for language in LANGUAGES}

    def test_languages(self):
        self.assertGreaterEqual(len(LANGUAGES), 13)
        self.assertGreaterEqual(len(COMPLETE), 13)
        self.assertEqual(LANGUAGES, sorted(LANGUAGES))
        self.assertEqual(LANGUAGES, sorted(path.stem for path in PO.glob("*.po")))
        self.assertEqual(COMPLETE, sorted(path.stem for path in GLOSSARIES.iterdir()))
        searched = {path.stem for path in SEARCH.iterdir()} - {"en"}
        self.assertGreaterEqual(len(searched), 13)
        self.assertLessEqual(searched, set(LANGUAGES))

    def test_complete(self):
        with tempfile.TemporaryDirectory() as folder:
            template = os.path.join(folder, "winerror.pot")
            made = command("xgettext", "--files-from=po/POTFILES", "--from-code=UTF-8",
                           "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
                           "--keyword=NC_:1c,2", "--keyword=ngettext:1,2", "--output=" + template)
            self.assertEqual(made.returncode, 0, made.stdout)
            for language in LANGUAGES:
                po = str(PO / (language + ".po"))
                checked = command("msgfmt", "--check", "--check-accelerators=_", "--statistics",
                                  "--output-file=" + os.devnull, po)
                self.assertEqual(checked.returncode, 0, checked.stdout.decode())
                self.assertNotIn("\n#~", Path(po).read_text(encoding="utf-8"))
                if language not in COMPLETE:
                    continue
                self.assertRegex(checked.stdout.decode().strip(),
                                 r"^\d+ translated messages?\.$")
                compared = command("msgcmp", po, template)
                new = compared.stdout.decode().count("this message is used but not defined")
                self.assertEqual(compared.returncode == 0, new == 0, compared.stdout.decode())
                self.assertLessEqual(new, NEW * int(checked.stdout.split()[0]),
                                     compared.stdout.decode())

    def test_descriptions(self):
        for language in LANGUAGES:
            own = self.own[language]
            self.assertEqual(set(own), set(self.english))
            untranslated = [code for code in own if own[code] == self.english[code]]
            if language in COMPLETE:
                self.assertLessEqual(len(untranslated), NEW * len(own), untranslated)
            for code, text in own.items():
                english = self.english[code]
                self.assertEqual(text, " ".join(text.split(" ")).strip(), code)
                self.assertNotRegex(text, r"[\n\t]|  ", code)
                self.assertEqual(final_punctuation(text), final_punctuation(english),
                                 "%s:%d: %s" % (*code, text))

    def test_identifiers(self):
        for language in LANGUAGES:
            for code, english in self.english.items():
                for identifier in IDENTIFIERS.findall(english):
                    stem = identifier.rstrip("s") if identifier not in ("NULL",) else identifier
                    self.assertIn(stem, self.own[language][code], "%s:%d: %s" % (*code, identifier))

    def test_distinct(self):
        """No two English descriptions have the same translation; no two languages the same text."""
        same = collections.defaultdict(set)
        for language in LANGUAGES:
            by_text = collections.defaultdict(set)
            for code, text in self.own[language].items():
                by_text[text].add(self.english[code])
                if text != self.english[code]:
                    same[text].add(language)
            doubles = {text: found for text, found in by_text.items() if len(found) > 1}
            self.assertEqual(doubles, {})
        shared = {text: found for text, found in same.items()
                  if len(found) > 1 and len(text.split()) > 3}
        self.assertEqual(shared, {})

    def test_terms(self):
        """The terms of the glossary are the ones that the descriptions use."""
        for language in COMPLETE:
            used = missed = 0
            misses = []
            for term, chosen in glossary(language):
                pattern = re.compile(r"\b%s\b" % re.escape(term))
                stems = [folded(word)[:max(STEM, len(word) * 2 // 3)]
                         if ord(word[0]) < 0x2E80 else word[:2]
                         for choice in chosen for word in choice.split() if len(word) > 1]
                for code, english in self.english.items():
                    if not stems or not pattern.search(english.lower()):
                        continue
                    text = self.own[language][code]
                    if any(stem in folded(text) or stem in text for stem in stems):
                        used += 1
                    else:
                        missed += 1
                        misses.append((term, code))
            self.assertGreater(used, 200)
            self.assertGreater(used / (used + missed), 0.85, misses[:20])

    def test_search_words(self):
        """Every line of data/search says something: words after a keyword, or terms that mean one."""
        for path in sorted(SEARCH.iterdir()):
            keywords = set()
            lines = path.read_text(encoding="utf-8").splitlines()
            for number, line in enumerate(lines, 1):
                where = "%s:%d: %s" % (path.name, number, line)
                self.assertEqual(line, line.strip(), where)
                if line == "" or line.startswith("#"):
                    continue
                keyword = re.match("(stop|prefixes|suffixes|family [a-z]+): +[^ ]", line)
                if keyword:
                    keywords.add(keyword[1])
                    continue
                terms = [term.strip().casefold() for term in line.split(",")]
                self.assertGreater(len(terms), 1, where)
                self.assertNotIn("", terms, where)
            self.assertIn("stop", keywords, path)

    def test_sayings(self):
        """Every line of data/sayings is what somebody says of an entry, without its number; each
        entry with advice has some in each language, and none says the same of two."""
        advised = {advice.get("for") for path in (blackbox.SOURCE / "data" / "advice").glob("*.xml")
                   for advice in ElementTree.parse(path).getroot().iter("advice")}
        self.assertGreater(len(advised), 350)
        self.assertEqual({path.stem for path in SAYINGS.iterdir()}, {"en", *COMPLETE})
        for path in sorted(SAYINGS.iterdir()):
            meant = {}
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                where = "%s:%d: %s" % (path.name, number, line)
                if line.startswith("#"):
                    continue
                key, saying = line.split("\t")
                self.assertRegex(key, "^[a-z0-9]+:(0x[0-9A-F]+|[0-9]+)$", where)
                self.assertEqual(saying, " ".join(saying.split()), where)
                self.assertNotRegex(saying, "(?i)error_|0x[0-9a-f]{4}|https?:", where)
                self.assertLessEqual(len(saying), 160, where)
                self.assertEqual(meant.setdefault(saying.casefold(), key), key, where)
            self.assertLessEqual(advised - set(meant.values()), set(), path.name)

    def test_found(self):
        """A caller's sentence, in any language: found by the search and in a log."""
        for language in LANGUAGES:
            own = self.own[language]
            for code in (1326, 1330, 1455, 1603, 1618):
                text = own["win32", code]
                # one of them without a word of the language: then all languages are read
                chosen = [] if code == 1326 else ["--language=" + language]
                outcome = blackbox.run("--format=tsv", *chosen, text, LANGUAGE="C")
                self.assertEqual(outcome.lines[0].split("\t")[0], str(code), text)
            texts = sorted({own[entry.key] for entry in blackbox.entries() if entry.listed})
            log = "".join("12:00:01 " + text + "\n" for text in texts).encode()
            lines = {line.split("\t")[1]
                     for line in blackbox.run("--scan", "--format=tsv", stdin=log).lines}
            self.assertGreater(len(lines), 0.9 * len(texts))

    @unittest.skipUnless(shutil.which("msgunfmt"), "no msgunfmt")
    def test_names(self):
        names = set()
        for language in LANGUAGES:
            po = (PO / (language + ".po")).read_text(encoding="utf-8")
            names.add(re.search('msgctxt "language name"\nmsgid "English"\nmsgstr "(.+)"',
                                po).group(1))
        self.assertEqual(len(names), len(LANGUAGES))


if __name__ == "__main__":
    blackbox.main()
