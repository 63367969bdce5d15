# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What the black-box tests share: the tables and translations, running winerror-cli of the build
tree, and main()."""

import gettext
import os
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree
from pathlib import Path

SOURCE = Path(os.environ["G_TEST_SRCDIR"]).resolve().parent
CLI = os.environ["WINERROR_CLI"]
LANGUAGES = (SOURCE / "po" / "LINGUAS").read_text(encoding="utf-8").split()


class Entry:
    """An entry of a built-in table, as its file has it."""

    def __init__(self, table, element):
        self.family = table.get("family", "win32")
        self.listed = table.get("listed") == "yes"
        self.code = int(element.get("code"), 0)
        self.symbol = element.get("symbol")
        self.symbols = [*([self.symbol] if self.symbol else []),
                        *(element.get("also") or "").split()]
        self.met = int(element.get("met", 0))
        self.win32 = int(element.get("win32", "0"), 0)
        self.description = element.findtext("description")

    @property
    def key(self):
        """What makes an entry."""
        return self.family, self.code

    @property
    def translatable(self):
        """Whether message catalogues have its description."""
        return self.description is not None and (self.listed or self.met >= 2)


def table_paths():
    """The files of the built-in tables, in the order in which the catalog has them."""
    build = (SOURCE / "data" / "meson.build").read_text(encoding="utf-8")
    return [SOURCE / "data" / name for name in re.findall(r"'(tables/[^']*\.xml)'", build)]


def entries():
    """All entries of the built-in tables, in the order of the catalog."""
    for path in table_paths():
        table = xml.etree.ElementTree.parse(path).getroot()
        for element in table.iter("entry"):
            yield Entry(table, element)


def descriptions():
    """Family and code to English description, of all entries that are translated."""
    return {entry.key: entry.description for entry in entries() if entry.translatable}


def catalogue(language):
    """The translations of a language, read without the program."""
    return gettext.translation("winerror", Path(CLI).resolve().parents[2] / "po", [language])


class Outcome:
    """What a program wrote, and its exit status."""

    def __init__(self, process):
        self.status = process.returncode
        self.bytes = process.stdout
        self.out = process.stdout.decode()
        self.err = process.stderr.decode()
        self.lines = self.out.splitlines()


def environment(**changes):
    """The environment without anything that chooses a language, and with @changes; None unsets."""
    env = {name: value for name, value in os.environ.items()
           if name != "LANG" and name != "LANGUAGE" and not name.startswith("LC_")}
    env["LC_ALL"] = "C.UTF-8"
    for name, value in changes.items():
        if value is None:
            env.pop(name, None)
        else:
            env[name] = value
    return env


def run(*arguments, stdin=b"", **changes):
    """Runs winerror-cli."""
    return Outcome(subprocess.run([CLI, *arguments], input=stdin, capture_output=True,
                                  env=environment(**changes), timeout=60, check=False))


def main():
    """Runs the tests of a file; what was found wrong goes to standard error."""
    unittest.main(verbosity=2, argv=[sys.argv[0], *sys.argv[1:]])
