# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What the black-box tests share: the tables and translations, running winerror-cli of the build
tree, and main()."""

import gettext
import os
import subprocess
import sys
import unittest
import xml.etree.ElementTree
from pathlib import Path

SOURCE = Path(os.environ["G_TEST_SRCDIR"]).resolve().parent
CLI = os.environ["WINERROR_CLI"]
LANGUAGES = (SOURCE / "po" / "LINGUAS").read_text(encoding="utf-8").split()


def descriptions():
    """Code to English description, of all entries of the built-in tables."""
    return {int(entry.get("code")): entry.findtext("description")
            for path in sorted((SOURCE / "data" / "tables").glob("*.xml"))
            for entry in xml.etree.ElementTree.parse(path).getroot().iter("entry")}


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
