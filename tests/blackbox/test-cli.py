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
from pathlib import Path

import blackbox
from blackbox import run

ENGLISH = "The user name or password is incorrect."
GERMAN = "Der Benutzername oder das Kennwort ist falsch."
TEXT = f"ERROR_LOGON_FAILURE (1326, 0x52E)\n{ENGLISH}\nHRESULT 0x8007052E (-2147023570)\n"
LINE = f"1326 (0x52E) ERROR_LOGON_FAILURE: {ENGLISH}\n"
TSV = f"1326\t0x52E\tERROR_LOGON_FAILURE\t{ENGLISH}\n"
COLUMNS = ["code", "hex", "family", "symbol", "description", "source_description", "hresult",
           "hresult_signed", "table", "advice", "notes", "explanation"]
OBJECT = {"code": 1326, "hex": "0x52E", "family": "win32", "symbol": "ERROR_LOGON_FAILURE",
          "description": ENGLISH, "source_description": ENGLISH, "hresult": "0x8007052E",
          "hresult_signed": "-2147023570", "table": "System Error Codes (1300-1699)"}
INSTALLER = "The Installer could not read the security settings of the file."

# What names the system error 1326 alone: in decimal it is a message of Windows Installer as well.
QUERY = "0x52E"

# Controls but line feed and tab, marks of direction, line and paragraph separators.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def read_json(outcome):
    """The objects without their advice, which is data."""
    objects = json.loads(outcome.out)
    for item in objects:
        del item["advice"]
        del item["notes"]
    return objects


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
        for query, expected in (("577", [577, 1399]), ("578", [578, 1400]), ("1400", [1400])):
            with self.subTest(query):
                codes = [item["code"] for item in read_json(run("-fjson", query))
                         if item["family"] == "win32"]
                self.assertEqual(codes[:len(expected)], expected)

    def test_families(self):
        """A number that stands for several families gives all of them, the system error first."""
        self.assert_outcome(run("1326"), 0,
                            LINE + f"Windows Installer message 1326: {INSTALLER}\n")
        self.assertEqual([(item["family"], item["code"]) for item in read_json(run("-fjson", "691"))
                          if item["code"] == 691], [("win32", 691), ("ras", 691)])
        for query, expected in (("installer:1326", ("installer", 1326)),
                                ("ras:691", ("ras", 691)), ("device:10", ("device", 10)),
                                ("stop:0x7B", ("stop", 0x7B)), ("rdp:0x204", ("rdp", 0x204))):
            with self.subTest(query):
                items = read_json(run("-fjson", query))
                self.assertEqual([(item["family"], item["code"]) for item in items], [expected])

    def test_wide(self):
        """Families that write eight digits, and what an NTSTATUS becomes."""
        self.assert_outcome(run("0x80240024"), 0, "WU_E_NO_UPDATE (0x80240024, -2145124316)\n"
                                                  "There are no updates to work on.\n")
        outcome = run("0xC0000005")
        self.assertEqual([line.split(" ")[0] for line in outcome.lines], ["0xC0000005", "998"])
        self.assertEqual((outcome.status, outcome.err),
                         (0, "NTSTATUS 0xC0000005 corresponds to Win32 code 998.\n"))

    def test_unknown_symbol(self):
        """What looks like a symbol and is none is not taken for words."""
        for query in ("ERROR_NO_SUCH_THING", "error_no_such_thing", "STATUS_NO_SUCH_THING",
                      "winerror.ERROR_NO_SUCH_THING", "windows::ERROR_NO_SUCH_THING"):
            with self.subTest(query):
                outcome = run("-ftsv", query)
                self.assertEqual((outcome.status, outcome.out), (1, ""))
                self.assertIn("No table holds the symbol", outcome.err)
                self.assertIn(f"Nothing found for “{query}”.\n", outcome.err)

    def test_nothing(self):
        outcome = run("zzqqxx")
        self.assert_outcome(outcome, 1, "", "Nothing found for “zzqqxx”.\n")

    def test_explained(self):
        """A number that no table holds is answered by what it is; by no data of a script."""
        explanation = ("Win32 code 4242 (0x1092) lies in the range of the system error codes "
                       "4000-5999, but none of that number is published.")
        text = f"4242, 0x1092\n{explanation}\nHRESULT 0x80071092 (-2147020654)\n"
        nothing = "Nothing found for “4242”.\n"
        self.assert_outcome(run("4242"), 1, text, nothing)
        line = f"4242 (0x1092): {explanation}\n"
        self.assert_outcome(run("-f", "line", "4242"), 1, line, nothing)
        self.assert_outcome(run("-f", "tsv", "4242"), 1, "", nothing)
        outcome = run("-f", "csv", "4242")
        self.assertEqual((outcome.status, outcome.err), (1, nothing))
        row, = csv.DictReader(io.StringIO(outcome.out, newline=""), strict=True)
        self.assertEqual((row["code"], row["symbol"], row["explanation"]), ("4242", "", explanation))
        outcome = run("-f", "json", "4242")
        self.assertEqual((outcome.status, outcome.err), (1, nothing))
        self.assertEqual(read_json(outcome), [{
            "code": 4242, "hex": "0x1092", "family": "win32", "symbol": None, "description": None,
            "source_description": None, "hresult": "0x80071092", "hresult_signed": "-2147020654",
            "table": None, "explanation": explanation}])
        for query, part in (("0x8024FFF0", "facility 36 (FACILITY_WINDOWSUPDATE)"),
                            ("0xE0001234", "a code of a program’s own"),
                            ("-805301708", "wraps the NTSTATUS value 0xC0001234")):
            with self.subTest(query):
                outcome = run(query)
                self.assertEqual(outcome.status, 1)
                self.assertIn(part, outcome.out)

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
        self.assert_outcome(run(QUERY), 0, TEXT)
        self.assertRegex(run("-n2", "user name or password").out,
                         r"\A((\d+ \(0x[0-9A-F]+\)|0x[0-9A-F]{8}) \w+: .*\n){2}\Z")
        self.assertRegex(run("-n1", "password").out,
                         r"\A\w+ \((\d+, 0x[0-9A-F]+|0x[0-9A-F]{8}, -?\d+)\)\n.*\n")

    def test_advice(self):
        """in full, also where there are several results, in the language of the descriptions"""
        for language, headings in (("en", ("What it usually means:", "What to check:")),
                                   ("de", ("Was es meist bedeutet:", "Was zu prüfen ist:"))):
            lines = run("--advice", "--language=" + language, "1326").lines
            self.assertEqual(lines[0], "ERROR_LOGON_FAILURE (1326, 0x52E)")
            for heading in headings:
                self.assertIn(heading, lines)

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
                ):
            with self.subTest(arguments):
                self.assert_outcome(run(*arguments, QUERY), 0, expected)
                self.assert_outcome(run(QUERY, *arguments), 0, expected)
        outcome = run("-f", "json", QUERY)
        self.assertEqual(read_json(outcome), [OBJECT])
        # an explanation is there where it says something
        self.assertEqual(list(json.loads(outcome.out)[0]), COLUMNS[:-1])
        outcome = run("-f", "csv", QUERY)
        self.assertRegex(outcome.out, r"\A" + ",".join(COLUMNS) + r"\r\n1326,0x52E,win32,"
                         f"ERROR_LOGON_FAILURE,{ENGLISH},{ENGLISH},0x8007052E,-2147023570,"
                         r"System Error Codes \(1300-1699\),.*,\r\n\Z")

    def test_wrong_format(self):
        for name in ("", "xml", "TSV", "template"):
            self.assert_wrong(run("--format=" + name, "1326"), "text, line, markdown", f"“{name}”")
        self.assert_wrong(run("1326", "-f"))

    def test_template(self):
        self.assert_outcome(run("--template={code}\\t{hex} {query}", "52e"), 0, "1326\t0x52E 52e\n")
        self.assert_outcome(run("--template", "{symbol}", "-n2", QUERY), 0, "ERROR_LOGON_FAILURE\n")
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
        """All entries: the table of record first, then the others as the catalog has them."""
        outcome = run("--list", "-ftsv")
        every = [(str(entry.code), entry.symbol or "") for entry in blackbox.entries()]
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        self.assertEqual([(code, symbol) for code, _, symbol, _ in
                          (line.split("\t") for line in outcome.lines)], every)
        self.assertEqual(every[0], ("1300", "ERROR_NOT_ALL_ASSIGNED"))
        self.assertEqual([int(code) for code, _ in every[:232]],
                         sorted(entry.code for entry in blackbox.entries() if entry.listed))
        self.assertTrue(run("--list").out.startswith("1300 (0x514) ERROR_NOT_ALL_ASSIGNED: "))
        self.assertEqual(len(run("--list", "-f", "line").lines), len(every))
        self.assertEqual(len(json.loads(run("--list", "-f", "json").out)), len(every))
        self.assertEqual(run("--list", "--template={code}").lines,
                         [line.split("\t")[0] for line in outcome.lines])
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
            # what is said of a number that no table holds, or of a log
            query = "0xE0001234" if name == "{explanation}" else QUERY
            with tempfile.TemporaryDirectory() as home:
                tables = Path(home, "winerror", "tables")
                tables.mkdir(parents=True)
                (tables / "kb.csv").write_text(f"code,note\n{QUERY},See KB 7.\n")
                if name in ("{count}", "{first}", "{last}", "{lines}", "{evidence}"):
                    outcome = run("--scan", "--summary", "--template=" + name,
                                  stdin=b"error 1326\n")
                else:
                    outcome = run("--template=" + name, query, XDG_DATA_HOME=home)
                self.assertRegex(outcome.out, r"\A\S.*\n\Z", name)

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
        self.assertEqual(run("--language=de", QUERY).out,
                         TEXT.replace(ENGLISH, GERMAN + "\n" + ENGLISH))
        listed = read_json(run("--language=de", "-f", "json", QUERY))
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
                self.assertEqual(run("０ｘ５２Ｅ", **env).out, TEXT)
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
        self.assertEqual(run(QUERY, LC_ALL="C").out, TEXT)
        self.assertEqual(run("--language=de", "-ftsv", "1336", LC_ALL="C").bytes,
                         run("--language=de", "-ftsv", "1336").bytes)

    def test_no_display(self):
        """Neither linked with GTK nor in need of a display."""
        self.assertEqual(run(QUERY, DISPLAY=None, WAYLAND_DISPLAY=None).out, TEXT)
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
             "--language=de", "-ftsv", QUERY],
            capture_output=True, env=blackbox.environment(), check=False)
        self.assertEqual((process.returncode, process.stdout.decode()),
                         (0, TSV.replace(ENGLISH, GERMAN)))

    def test_damaged_data(self):
        """Where the file of built-in data is missing, cut or none, it says so and names it."""
        built = Path(blackbox.CLI).resolve().parents[1] / "core/built-in/built-in.gresource"
        with tempfile.TemporaryDirectory() as tree:  # as a build tree is laid out
            program = Path(tree, "src/cli/winerror-cli")
            data = Path(tree, "src/core/built-in/built-in.gresource")
            for folder in (Path(tree, "meson-info"), program.parent, data.parent):
                folder.mkdir(parents=True)
            shutil.copy(blackbox.CLI, program)
            whole = built.read_bytes()
            for content in (None, b"", whole[:100], whole[:len(whole) // 4], b"x" * 100000):
                with self.subTest(size=content and len(content)):
                    if content is not None:
                        data.write_bytes(content)
                    for arguments in ([QUERY], ["wrong password"], ["--list"]):
                        process = subprocess.run([program, *arguments], capture_output=True,
                                                 env=blackbox.environment(), check=False)
                        self.assertEqual((process.returncode, process.stdout), (2, b""))
                        self.assertRegex(process.stderr.decode(),
                                         "^winerror-cli: .*/built-in.gresource.*: .+\n$")
            data.write_bytes(whole)
            process = subprocess.run([program, QUERY], capture_output=True,
                                     env=blackbox.environment(), check=False)
            self.assertEqual(process.stdout.decode(), TEXT)


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


def shown(entry):
    """The number of an entry as its family writes it first."""
    wide = entry["family"] in ("hresult", "ntstatus", "stop", "rdp")
    return entry["hex"] if wide else str(entry["code"])


def texts_of(entry):
    """Its descriptions, in the language and in English, each text once."""
    both = [entry["description"], entry["source_description"]]
    return list(dict.fromkeys(text for text in both if text is not None))


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
            self.assertEqual(len(rows), len(listed))
            for row, entry in zip(rows, listed):
                self.assertEqual(list(row), COLUMNS)
                self.assertEqual(json.loads(row["advice"] or "null"), entry["advice"])
                for name in COLUMNS[:-3]:
                    self.assertEqual(row[name].removeprefix("'"),
                                     "" if entry[name] is None else str(entry[name]))
                self.assertEqual((row["notes"], entry["notes"]), ("", []))
                self.assertEqual(row["explanation"], "")
            self.assertEqual(outcome.bytes.count(b"\n"), outcome.bytes.count(b"\r\n"))

    def test_tsv(self):
        for language, listed in self.listed.items():
            lines = run("--list", "-ftsv", "--language=" + language).lines
            self.assertEqual([line.split("\t") for line in lines],
                             [[str(entry["code"]), entry["hex"], entry["symbol"] or "",
                               entry["description"] or ""] for entry in listed])

    def test_html(self):
        for language, listed in self.listed.items():
            texts = Texts()
            texts.feed(run("--list", "-fhtml", "--language=" + language).out)
            texts.close()
            self.assertEqual(texts.tags, {"table", "tr", "th", "td", "span"} |
                             ({"br"} if language != "en" else set()))
            cells = texts.cells[4:]
            self.assertEqual(len(cells), 4 * len(listed))
            for i, entry in enumerate(listed):
                number, *rest = cells[4 * i:4 * i + 4]
                self.assertEqual(number.split(" ")[-1], shown(entry))
                self.assertEqual(rest, [entry["hex"], entry["symbol"] or "",
                                        "\n".join(texts_of(entry))])

    def test_markdown(self):
        """A row has four cells, and each says what it says without the backslashes."""
        for language, listed in self.listed.items():
            rows = run("--list", "-fmarkdown", "--language=" + language).lines[2:]
            self.assertEqual(len(rows), len(listed))
            for row, entry in zip(rows, listed):
                cells = re.split(r"(?<!\\)\|", row)[1:-1]
                self.assertEqual(len(cells), 4)
                self.assertEqual(cells[0].split(" ")[-2], shown(entry))
                self.assertEqual(cells[2].strip(" `"), entry["symbol"] or "")
                cell = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cells[3].strip())
                self.assertEqual(cell, "<br>".join(texts_of(entry)))

    def test_record(self):
        """Each entry of record is found first by its number, its symbol and its description."""
        for entry in self.listed["en"][:232:7]:
            for query in (str(entry["code"]), entry["hex"], entry["hresult"],
                          entry["hresult_signed"], entry["symbol"]):
                with self.subTest(query):
                    self.assertEqual(run("-ftsv", "-n1", query).out.split("\t")[0],
                                     str(entry["code"]))

    def test_others(self):
        """Each other entry is found by its number, by its key first, and by its symbol."""
        for entry in self.listed["en"][232::211]:
            name = entry["family"], entry["code"]
            queries = [(shown(entry), 0), (f"{entry['family']}:{shown(entry)}", 1)]
            if entry["symbol"] is not None:
                queries.append((entry["symbol"], 0))
            for query, n in queries:
                with self.subTest(query):
                    found = json.loads(run("-fjson", f"-n{n}", query).out)
                    self.assertIn(name, [(item["family"], item["code"]) for item in found])


if __name__ == "__main__":
    blackbox.main()
