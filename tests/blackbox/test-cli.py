# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""winerror-cli as a user and a script see it: arguments, output, exit status."""

import csv
import html.parser
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

import blackbox
from blackbox import run

ENGLISH = "The user name or password is incorrect."
GERMAN = "Der Benutzername oder das Kennwort ist falsch."
TEXT = f"ERROR_LOGON_FAILURE (1326, 0x52E)\n{ENGLISH}\nHRESULT 0x8007052E (-2147023570)\n"
LINE = f"1326 (0x52E) ERROR_LOGON_FAILURE: {ENGLISH}\n"
TSV = f"1326\t0x52E\tERROR_LOGON_FAILURE\t{ENGLISH}\n"
COLUMNS = ["code", "hex", "symbol", "description", "source_description", "hresult",
           "hresult_signed", "table"]
OBJECT = {"code": 1326, "hex": "0x52E", "symbol": "ERROR_LOGON_FAILURE", "description": ENGLISH,
          "source_description": ENGLISH, "hresult": "0x8007052E",
          "hresult_signed": "-2147023570", "table": "System Error Codes (1300-1699)"}

# Controls but line feed and tab, marks of direction, line and paragraph separators.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class TestCase(unittest.TestCase):
    maxDiff = None

    def assert_outcome(self, outcome, status, out, err=""):
        self.assertEqual((outcome.status, outcome.out, outcome.err), (status, out, err))

    def assert_wrong(self, outcome, *parts):
        """Wrong usage: nothing on standard output, one line on standard error."""
        self.assertEqual((outcome.status, outcome.out), (2, ""))
        self.assertRegex(outcome.err, r"\Awinerror-cli: [^\n]+\n\Z")
        self.assertNotRegex(outcome.err, CONTROLS)
        for part in parts:
            self.assertIn(part, outcome.err)


class Queries(TestCase):
    def test_forms(self):
        """Every way in which a code is written."""
        for query in ("1326", "0x52E", "52E", "52Eh", "0x0000052E", "0x8007052E", "8007052E",
                      "2147943726", "0xC007052E", "1,326", "ERROR_LOGON_FAILURE", "LOGON_FAILURE",
                      "error_logon_failure", "0X52e", "00001326", " 1326 ", "\t1326\n", '"1326"',
                      "(1326)", "[1326]", "#1326", "1326.", "１３２６", "0xFFFFFFFF8007052E",
                      "System error 1326 has occurred.", "[WinError 1326]", "hr=0x8007052E",
                      "data 52e,", "\u22122147023570"):
            with self.subTest(query):
                self.assert_outcome(run("-f", "tsv", "-n1", query), 0, TSV)

    def test_negative(self):
        for arguments in (["-2147023570"], ["--", "-2147023570"], ["-1073281746"],
                          ["-2147023570", "-n", "1"], ["-n", "1", "-2147023570"],
                          ["--limit=1", "--", "-2147023570"], ["-n1", "-2147023570"]):
            with self.subTest(arguments):
                self.assert_outcome(run(*arguments), 0, TEXT)
        self.assert_outcome(run("-2147023570", "-f", "tsv"), 0, TSV)

    def test_words(self):
        """Several words are one query."""
        one = run("-f", "tsv", "logon failure user")
        several = run("-f", "tsv", "logon", "failure", "user")
        self.assertEqual(several.status, 0)
        self.assertEqual(several.out, one.out)
        self.assertTrue(run("the", "password", "is", "incorrect").out.startswith("1326 "))

    def test_two_readings(self):
        """What reads as decimal and hexadecimal is decimal first."""
        self.assertEqual([line.split("\t")[0] for line in run("-ftsv", "578").lines][0], "1400")
        self.assertEqual([line.split("\t")[0] for line in run("-ftsv", "1400").lines][0], "1400")

    def test_nothing(self):
        outcome = run("zzqqxx")
        self.assert_outcome(outcome, 1, "", "Nothing found for “zzqqxx”.\n")

    def test_note(self):
        """What can be said of a number that no table holds; never among a script's data."""
        note = "Win32 code 4242 (0x1092) is documented under “System Error Codes (4000-5999)”.\n"
        nothing = "Nothing found for “4242”.\n"
        self.assert_outcome(run("4242"), 1, note, nothing)
        self.assert_outcome(run("-f", "line", "4242"), 1, note, nothing)
        self.assert_outcome(run("-f", "tsv", "4242"), 1, "", note + nothing)
        self.assert_outcome(run("-f", "json", "4242"), 1, "[]\n", note + nothing)
        self.assert_outcome(run("-f", "csv", "4242"), 1, ",".join(COLUMNS) + "\r\n", note + nothing)
        self.assertIn("facility 36 (FACILITY_WINDOWSUPDATE)", run("0x80240022").out)
        self.assertIn("NTSTATUS", run("0xC0000005").out)

    def test_blank(self):
        """A script's empty variable is no query."""
        for arguments in ([], [""], ["  "], ["", " "], ["\n"], ["--"], ["-f", "tsv"]):
            with self.subTest(arguments):
                self.assert_wrong(run(*arguments), "expected a query, or --list; see --help")

    def test_long(self):
        """An argument as long as the system lets it be."""
        for query in ("a" * 100000, "1" * 100000, "password " * 10000, "ä" * 50000, "(" * 100000):
            outcome = run(query)
            self.assertIn(outcome.status, (0, 1))
            self.assertLess(len(outcome.err), 500)


class Options(TestCase):
    def test_limit(self):
        ten = run("-f", "tsv", "password")
        self.assertGreater(len(ten.lines), 3)
        self.assertLessEqual(len(ten.lines), 10)
        for arguments in (["-n3"], ["-n", "3"], ["--limit=3"], ["--limit", "3"]):
            with self.subTest(arguments):
                outcome = run(*arguments, "-f", "tsv", "password")
                self.assertEqual((outcome.status, outcome.lines), (0, ten.lines[:3]))
        self.assertEqual(len(run("-f", "tsv", "-n1", "the").lines), 1)
        every = run("-f", "tsv", "-n0", "the").lines
        self.assertGreater(len(every), 10)
        self.assertEqual(run("-f", "tsv", "the").lines, every[:10])

    def test_wrong_limit(self):
        for arguments in (["-n-1"], ["-n", "-1"], ["--limit=-1"]):
            with self.subTest(arguments):
                self.assert_wrong(run(*arguments, "password"), "expected a limit of 0 or more")
        for arguments in (["-nx"], ["--limit=3x"], ["-n", ""], ["-n99999999999"]):
            with self.subTest(arguments):
                self.assert_wrong(run(*arguments, "password"))
        self.assert_wrong(run("password", "-n"))

    def test_default_format(self):
        """text for one result, line for several"""
        self.assert_outcome(run("1326"), 0, TEXT)
        self.assertRegex(run("-n2", "password").out, r"\A(\d+ \(0x[0-9A-F]+\) \w+: .*\n){2}\Z")
        self.assertRegex(run("-n1", "password").out, r"\A\w+ \(\d+, 0x[0-9A-F]+\)\n.*\nHRESULT ")

    def test_formats(self):
        for arguments, expected in (
                (["-f", "text"], TEXT), (["--format=text"], TEXT), (["--format", "line"], LINE),
                (["-fline"], LINE), (["-ftsv"], TSV),
                (["-f", "markdown"], "**`ERROR_LOGON_FAILURE`** (1326, `0x52E`)\n\n"
                                     f"{ENGLISH}\n\nHRESULT `0x8007052E` (-2147023570)\n"),
                (["-f", "html"], '<p><span dir="ltr"><b>ERROR_LOGON_FAILURE</b> (1326, 0x52E)</span>'
                                 f'<br><span lang="en" dir="ltr">{ENGLISH}</span><br>'
                                 '<span dir="ltr">HRESULT 0x8007052E (-2147023570)</span></p>\n'),
                (["-f", "jira"], "*ERROR\\_LOGON\\_FAILURE* (1326, {{0x52E}})\n"
                                 f"{ENGLISH}\nHRESULT {{{{0x8007052E}}}} (-2147023570)\n"),
                (["-f", "csv"], ",".join(COLUMNS) + f"\r\n1326,0x52E,ERROR_LOGON_FAILURE,{ENGLISH},"
                                f"{ENGLISH},0x8007052E,-2147023570,System Error Codes (1300-1699)\r\n"
                 )):
            with self.subTest(arguments):
                self.assert_outcome(run(*arguments, "1326"), 0, expected)
                self.assert_outcome(run("1326", *arguments), 0, expected)
        outcome = run("-f", "json", "1326")
        self.assertEqual(json.loads(outcome.out), [OBJECT])
        self.assertEqual(list(json.loads(outcome.out)[0]), COLUMNS)

    def test_wrong_format(self):
        for name in ("", "xml", "TSV", "template"):
            self.assert_wrong(run("--format=" + name, "1326"), "text, line, markdown", f"“{name}”")
        self.assert_wrong(run("1326", "-f"))

    def test_template(self):
        self.assert_outcome(run("--template={code}\\t{hex} {query}", "52e"), 0, "1326\t0x52E 52e\n")
        self.assert_outcome(run("--template", "{symbol}", "-n2", "1326"), 0, "ERROR_LOGON_FAILURE\n")
        self.assert_wrong(run("--template={colour}", "1326"), "Character 1", "{colour}")
        self.assert_wrong(run("--template={", "1326"), "Character 1")
        self.assert_wrong(run("--template={code}", "-f", "tsv", "1326"), "--format", "--template")

    def test_scan_takes_a_value(self):
        path = blackbox.CLI + "-no-such-file"
        self.assert_wrong(run("--scan=" + path), os.path.basename(path))

    def test_scan_names_the_file(self):
        """With its blanks, so that it can be opened; without what steers a terminal."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, " a  b\x1b[31m.log")
            with open(path, "w", encoding="utf-8") as log:
                log.write("error 1326\n")
            self.assertEqual(run("--scan", "-ftsv", path).out.split("\t")[0],
                             os.path.join(folder, " a  b\ufffd[31m.log"))

    def test_list(self):
        outcome = run("--list")
        every = [str(code) for code in sorted(blackbox.descriptions())]
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        self.assertEqual([line.split(" ")[0] for line in outcome.lines], every)
        self.assertTrue(outcome.out.startswith("1300 (0x514) ERROR_NOT_ALL_ASSIGNED: "))
        for name in ("tsv", "line"):
            self.assertEqual(len(run("--list", "-f", name).lines), len(every))
        self.assertEqual(len(json.loads(run("--list", "-f", "json").out)), len(every))
        self.assertEqual(run("--list", "--template={code}").lines,
                         [line.split("\t")[0] for line in run("--list", "-ftsv").lines])
        self.assertEqual(len(run("--list", "-n3").lines), 3)
        self.assert_wrong(run("--list", "1326"), "expected a query, or --list")

    def test_help(self):
        for option in ("--help", "-h"):
            outcome = run(option)
            self.assertEqual((outcome.status, outcome.err), (0, ""))
            for name in ("--format=FORMAT", "--limit=N", "--scan", "--list", "--language=LANG",
                         "--version", "Exit status: 0"):
                self.assertIn(name, outcome.out)

    def test_help_names_formats(self):
        """The help, the error and the settings know the same formats; each is one."""
        schema = xml.etree.ElementTree.parse(
            blackbox.SOURCE / "data/io.github.winerror.Winerror.gschema.xml").getroot()
        nicks = [value.get("nick")
                 for value in schema.find("enum[@id='io.github.winerror.Winerror.Format']")]
        wrong = run("--format=", "1326").err
        named = re.search(r"expected a format \((.*)\)", wrong).group(1).split(", ")
        # a template is an option of its own
        self.assertEqual(sorted(named + ["template"]), sorted(nicks))
        for language in ["C", *(blackbox.SOURCE / "po/LINGUAS").read_text().split()]:
            with self.subTest(language):
                line = next(line for line in run("--help", LANGUAGE=language).lines
                            if line.strip().startswith("-f, --format="))
                listed = re.search(", ".join(named[:-1]) + r"\W+(?:\w+\W+)??" + named[-1] + r"\b",
                                   line)
                self.assertTrue(listed, line)
        for name in named:
            self.assertEqual(run("--format=" + name, "1326").status, 0)

    def test_help_names_placeholders(self):
        """The help and the error know the same placeholders, each of which says something."""
        wrong = run("--template={colour}", "1326").err
        named = re.search(r"expected one of (\{.*\}), found", wrong).group(1).split()
        for language in ["C", *(blackbox.SOURCE / "po/LINGUAS").read_text().split()]:
            line = next(line for line in run("--help", LANGUAGE=language).lines
                        if line.strip().startswith("--template="))
            self.assertEqual(re.findall(r"\{\w+\}", line), named, language)
        for name in named:
            self.assertRegex(run("--template=" + name, "1326").out, r"\A\S.*\n\Z", name)

    def test_version(self):
        outcome = run("--version")
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        self.assertRegex(outcome.out, r"\Awinerror-cli \d+\.\d+\.\d+\n\Z")

    def test_unknown(self):
        self.assert_wrong(run("--qqqqqq", "1326"), "--qqqqqq")
        self.assert_wrong(run("-x", "1326"), "-x")
        self.assert_outcome(run("-f", "tsv", "--", "--qqqqqq"), 1, "",
                            "Nothing found for “--qqqqqq”.\n")


class Languages(TestCase):
    def first(self, *arguments, **env):
        return run("-f", "tsv", "-n1", *arguments, **env).out.rstrip("\n").split("\t")

    def test_option(self):
        self.assertEqual(self.first("--language=de", "1326")[3], GERMAN)
        self.assertEqual(self.first("--language=de_AT.UTF-8", "1326")[3], GERMAN)
        self.assertEqual(self.first("--language=xx:de", "1326")[3], GERMAN)
        self.assertEqual(self.first("--language=en", "1326", LANGUAGE="de")[3], ENGLISH)
        self.assertNotIn(self.first("--language=fr", "1326")[3], (ENGLISH, GERMAN))
        self.assertEqual(run("--language=de", "1326").out,
                         TEXT.replace(ENGLISH, GERMAN + "\n" + ENGLISH))
        listed = json.loads(run("--language=de", "-f", "json", "1326").out)
        self.assertEqual(listed, [{**OBJECT, "description": GERMAN}])

    def test_wrong(self):
        for name in ("xx", "", "../de", "\x1b[31m"):
            with self.subTest(name):
                self.assert_wrong(run("--language=" + name, "1326"), "expected a language of en, ")

    def test_environment(self):
        """With any locale, installed or not, LANGUAGE and LANG say which language."""
        for env in ({"LANGUAGE": "de"}, {"LANGUAGE": "de", "LC_ALL": "C"},
                    {"LANGUAGE": "de", "LC_ALL": "POSIX"}, {"LANGUAGE": "de", "LC_ALL": None},
                    {"LANGUAGE": "de", "LC_ALL": None, "LANG": "xx_YY.UTF-8"},
                    {"LC_ALL": None, "LANG": "de_CH.UTF-8"}, {"LC_ALL": "de_CH.UTF-8"},
                    {"LC_ALL": None, "LC_MESSAGES": "de_CH.UTF-8"},
                    {"LC_ALL": None, "LANG": "de_CH.UTF-8", "LANGUAGE": ""}):
            with self.subTest(env):
                self.assertEqual(self.first("kennwort falsch", **env),
                                 ["1326", "0x52E", "ERROR_LOGON_FAILURE", GERMAN])
        for env in ({}, {"LC_ALL": "C"}, {"LC_ALL": None}, {"LANGUAGE": "xx"},
                    {"LANGUAGE": "en:de"}):
            with self.subTest(env):
                self.assertEqual(self.first("password incorrect", **env),
                                 ["1326", "0x52E", "ERROR_LOGON_FAILURE", ENGLISH])

    def test_every_language(self):
        """Each language of po/LINGUAS is chosen by the environment and by the option alike."""
        self.assertIn("de", blackbox.LANGUAGES)
        for name in blackbox.LANGUAGES:
            with self.subTest(name):
                row = self.first("1326", LANGUAGE=name)
                self.assertEqual(row, ["1326", "0x52E", "ERROR_LOGON_FAILURE",
                                       blackbox.catalogue(name).gettext(ENGLISH)])
                self.assertEqual(row, self.first("--language=" + name, "1326"))

    def test_query_without_locale(self):
        """A query beyond ASCII is understood in the locale C as well."""
        for env in ({"LC_ALL": "C"}, {"LC_ALL": None}, {"LC_ALL": "C.UTF-8"}):
            with self.subTest(env):
                self.assertEqual(run("１３２６", **env).out, TEXT)
                self.assertIn("“zzqqäöü”", run("zzqqäöü", **env).err)


class Hostile(TestCase):
    ARGUMENTS = ("\x1b[31mzzqqxx\x07", "zz\u202eqqxx\u2028zz", "\x1b]0;zzqqxx\x1b\\", "zzqq\x9bxx",
                 "\x01\x02zzqqxx\x7f", "zz\rqqxx\n\tzz", "\ufeffzzqqxx")

    def test_controls(self):
        """What steers a terminal never reaches it, from wherever it comes."""
        for text in self.ARGUMENTS:
            for arguments in ([text], ["-f", text, "x"], ["--language=" + text, "x"],
                              ["--limit=" + text, "x"], ["--template={" + text + "}", "1326"],
                              ["--template=" + text, "1326"], ["--" + text], ["-" + text, "x"],
                              ["--template={query}", "1326 " + text]):
                with self.subTest(arguments):
                    outcome = run(*arguments)
                    self.assertNotRegex(outcome.out, CONTROLS)
                    self.assertNotRegex(outcome.err, CONTROLS)
                    self.assertNotEqual(outcome.out + outcome.err, "")

    def test_invalid(self):
        """Bytes that are no UTF-8 are named as what is wrong."""
        for arguments in ([b"\xff"], [b"pass\xc3"], [b"-f", b"\xff", b"x"],
                          [b"--language=\xff", b"x"], [b"--template=\xff", b"x"]):
            with self.subTest(arguments):
                self.assert_wrong(run(*arguments), "expected text in UTF-8, found other bytes")

    def test_programs_arguments(self):
        """Neither formats of printf() nor a shell's or XML's signs are anything but text."""
        for text in ("%s%n%s%n", "zzqqxx %d", "<zzqqxx>&amp;", "zzqqxx`id`", "$(zzqqxx)", "zzqqxx\\n"):
            with self.subTest(text):
                outcome = run(text)
                self.assertIn(outcome.status, (0, 1))
                if outcome.status == 1:
                    self.assertIn(f"“{text}”", outcome.err)


class Output(TestCase):
    def test_closed_reader(self):
        """head -1 reads one line and goes; nothing complains."""
        process = subprocess.Popen([blackbox.CLI, "--list", "-f", "json"], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=blackbox.environment())
        first = process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
        process.stderr.close()
        process.wait(timeout=60)
        self.assertEqual((first, err), (b"[\n", b""))

    def test_closed_output(self):
        """Without a standard output it fails, and does not crash."""
        process = subprocess.run(["/bin/sh", "-c", '"$0" "$@" >&-', blackbox.CLI, "1326"],
                                 capture_output=True, env=blackbox.environment(), check=False)
        self.assertEqual((process.returncode, process.stderr),
                         (2, b"winerror-cli: cannot write the output\n"))

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_full(self):
        for arguments in (["1326"], ["--list"], ["--list", "-f", "json"], ["4242"], ["--version"]):
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                process = subprocess.run([blackbox.CLI, *arguments], stdout=full,
                                         stderr=subprocess.PIPE, env=blackbox.environment(),
                                         check=False)
                self.assertEqual(process.returncode, 2)
                self.assertIn(b"winerror-cli: cannot write the output\n", process.stderr)

    def test_other_encoding(self):
        """In a locale without UTF-8 the program answers all the same."""
        self.assertEqual(run("1326", LC_ALL="C").out, TEXT)
        self.assertEqual(run("--language=de", "-ftsv", "1336", LC_ALL="C").bytes,
                         run("--language=de", "-ftsv", "1336").bytes)

    def test_no_display(self):
        """Neither linked with GTK nor in need of a display."""
        self.assertEqual(run("1326", DISPLAY=None, WAYLAND_DISPLAY=None).out, TEXT)
        if not shutil.which("ldd"):
            self.skipTest("there is no ldd")
        linked = subprocess.run(["ldd", blackbox.CLI], capture_output=True, text=True,
                                check=True).stdout
        self.assertIn("libgio-2.0", linked)
        self.assertNotRegex(linked, r"libgtk|libgdk|libX11|libwayland|libpango|libcairo")

    def test_elsewhere(self):
        """From any folder, also one that is gone."""
        process = subprocess.run(
            ["/bin/sh", "-c", 'd=$(mktemp -d); cd "$d"; rmdir "$d"; exec "$0" "$@"', blackbox.CLI,
             "--language=de", "-ftsv", "1326"],
            capture_output=True, env=blackbox.environment(), check=False)
        self.assertEqual((process.returncode, process.stdout.decode()),
                         (0, TSV.replace(ENGLISH, GERMAN)))


class Texts(html.parser.HTMLParser):
    """The text of each cell or paragraph, and every tag."""

    def __init__(self):
        super().__init__()
        self.tags = set()
        self.cells = []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag in ("td", "th", "p"):
            self.cells.append("")
        elif tag == "br":
            self.cells[-1] += "\n"

    def handle_data(self, data):
        if data.strip() != "":
            self.cells[-1] += data


class Whole(TestCase):
    """All entries in every format, read back by programs that know the format."""

    @classmethod
    def setUpClass(cls):
        cls.listed = {language: json.loads(run("--list", "-fjson", "--language=" + language).out)
                      for language in ("en", "de", "ar")}

    def test_csv(self):
        for language, listed in self.listed.items():
            outcome = run("--list", "-fcsv", "--language=" + language)
            rows = list(csv.DictReader(io.StringIO(outcome.bytes.decode(), newline=""),
                                       strict=True))
            self.assertEqual(rows, [{name: str(value) for name, value in entry.items()}
                                    for entry in listed])
            self.assertEqual(outcome.bytes.count(b"\n"), outcome.bytes.count(b"\r\n"))

    def test_tsv(self):
        for language, listed in self.listed.items():
            lines = run("--list", "-ftsv", "--language=" + language).lines
            self.assertEqual([line.split("\t") for line in lines],
                             [[str(entry[name]) for name in COLUMNS[:4]] for entry in listed])

    def test_html(self):
        for language, listed in self.listed.items():
            texts = Texts()
            texts.feed(run("--list", "-fhtml", "--language=" + language).out)
            texts.close()
            self.assertEqual(texts.tags, {"table", "tr", "th", "td", "span"} |
                             ({"br"} if language != "en" else set()))
            expected = []
            for entry in listed:
                both = list(dict.fromkeys([entry["description"], entry["source_description"]]))
                expected += [str(entry["code"]), entry["hex"], entry["symbol"], "\n".join(both)]
            self.assertEqual(texts.cells[4:], expected)

    def test_markdown(self):
        """A row has four cells, and each says what it says without the backslashes."""
        for language, listed in self.listed.items():
            rows = run("--list", "-fmarkdown", "--language=" + language).lines[2:]
            self.assertEqual(len(rows), len(listed))
            for row, entry in zip(rows, listed):
                cells = re.split(r"(?<!\\)\|", row)[1:-1]
                self.assertEqual(len(cells), 4)
                cell = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cells[3].strip())
                both = dict.fromkeys([entry["description"], entry["source_description"]])
                self.assertEqual(cell, "<br>".join(both))

    def test_queries(self):
        """Each entry is found by its number, its symbol and its description."""
        for entry in self.listed["en"][::7]:
            for query in (str(entry["code"]), entry["hex"], entry["hresult"],
                          entry["hresult_signed"], entry["symbol"]):
                with self.subTest(query):
                    self.assertEqual(run("-ftsv", "-n1", query).out.split("\t")[0],
                                     str(entry["code"]))


if __name__ == "__main__":
    blackbox.main()
