#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Checks the files of the source tree: each names its licence, what is XML is well-formed, and what
is C goes by the rules of .github/CONTRIBUTING.md for the layout of the code.

usage: test-tree.py SOURCE-FOLDER
"""

import fnmatch
import graphlib
import os
import pathlib
import re
import shutil
import subprocess
import sys

import tap

# These carry no licence head: what others wrote, what has no comments, what a fuzzer reads (and
# is not meant to be well-formed).
HEADLESS = (
    "LICENSE", "README.md", ".gitignore", ".editorconfig", ".clang-format",
    "po/LINGUAS", "po/POTFILES", "po/glossary/*",
    "data/packaging/debian/source/format",
    "tests/data/*", "tests/fuzz/corpus/*", "tests/fuzz/*.dict",
    "*.png",
)
# Where there is no git to ask: what editors leave, and what "meson compile winerror-pot" makes.
IGNORED = ("*~", "*.pot")
MAX_LINES = 600
XML = ("*.ui", "*.xml", "*.xml.in", "*.svg", "*.its", "*.loc")


def matches(path, patterns):
    return any(fnmatch.fnmatch(path, pattern) for pattern in patterns)


def tracked_files(source):
    """What git knows; without git, what lies there and .gitignore does not name."""
    git = subprocess.run(["git", "-c", "safe.directory=*", "-C", source, "ls-files", "-z"],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) \
        if shutil.which("git") and (source / ".git").exists() else None
    if git is not None and git.returncode == 0:
        names = [os.fsdecode(name) for name in git.stdout.split(b"\0") if name]
        return sorted(name for name in names if (source / name).is_file())
    found = []
    for folder, folders, files in os.walk(source):
        folders[:] = [name for name in folders if name not in (".git", "__pycache__")
                      and not (pathlib.Path(folder) == source and name.startswith("build"))]
        found += [os.path.relpath(os.path.join(folder, name), source)
                  for name in files if not matches(name, IGNORED)]
    return sorted(found)


def check_heads(source, files):
    faults = []
    for name in files:
        if matches(name, HEADLESS):
            continue
        head = b"\n".join((source / name).read_bytes().splitlines()[:6])
        if not re.search(rb"SPDX-FileCopyrightText: \S", head) or \
                not re.search(rb"SPDX-License-Identifier: \S", head):
            faults.append(name)
    tap.check(files and not faults, "every file names its holder and its licence",
              "\n".join(faults))


def check_xml(source, files):
    xmllint = shutil.which("xmllint")
    for name in files:
        if not matches(name, XML) or matches(name, HEADLESS):
            continue
        if xmllint is None:
            tap.skip(name, "no xmllint")
            continue
        run = subprocess.run([xmllint, "--noout", "--nonet", str(source / name)],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                             errors="replace")
        tap.check(run.returncode == 0, name + " is well-formed", run.stdout)


def check_templates(source, files):
    """gtk4-builder-tool knows GTK's own types only; it is no judge of a file that uses ours."""
    tools = ("xvfb-run", "dbus-run-session", "gtk4-builder-tool")
    missing = [tool for tool in tools if shutil.which(tool) is None]
    for name in files:
        if not name.endswith(".ui"):
            continue
        text = (source / name).read_text()
        if re.search(r'<object class="Winerror', text):
            tap.skip(name + " is a template", "it uses types of the program")
        elif missing:
            tap.skip(name + " is a template", "no " + missing[0])
        else:
            run = subprocess.run([source / "tests/with-display", tools[2], "validate",
                                  source / name], env=dict(os.environ, GTK_A11Y="none"),
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            tap.check(run.returncode == 0, name + " is a template", run.stdout)


def check_layout(source, files):
    """A unit is a .c file with the header of the same name, and with the private one, which only
    files of its own folder include. In the programs, whatever includes another's header is above
    it: there is no circle. What is in an object no other header shows."""
    sources = [name for name in files if name.endswith((".c", ".h")) and name.startswith("src/")]
    folders = {pathlib.Path(name).stem: pathlib.Path(name).parent for name in sources}
    above = {}
    faults = {"long": [], "shown": [], "far": []}
    for name in sources:
        text = (source / name).read_text()
        path = pathlib.Path(name)
        included = re.findall(r'^#include "(winerror-[a-z0-9-]+)\.h"', text, re.MULTILINE)
        unit = path.stem.removesuffix("-private")
        if not name.startswith("src/core/"):
            above.setdefault(unit, set()).update(
                {other.removesuffix("-private") for other in included} - {unit})
        faults["far"] += ["%s: %s" % (name, other) for other in included
                          if other.endswith("-private") and folders.get(other) != path.parent]
        if text.count("\n") > MAX_LINES:
            faults["long"].append("%s: %d" % (name, text.count("\n")))
        if path.suffix == ".h" and not path.stem.endswith("-private"):
            faults["shown"] += ["%s: %s" % (name, struct) for struct in
                                re.findall(r"^struct (_Winerror\w+)\n\{", text, re.MULTILINE)
                                if not struct.endswith("Class")]
    try:
        graphlib.TopologicalSorter(above).prepare()
        circle = ""
    except graphlib.CycleError as error:
        circle = " <- ".join(error.args[1])
    tap.check(len(above) > 50 and not circle, "no unit of a program includes one above it", circle)
    tap.check(not faults["far"], "what is private stays in its folder", "\n".join(faults["far"]))
    tap.check(not faults["shown"], "no header shows what is in an object",
              "\n".join(faults["shown"]))
    tap.check(not faults["long"], "no file of src has more than %d lines" % MAX_LINES,
              "\n".join(faults["long"]))


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    files = tracked_files(source)
    check_heads(source, files)
    check_xml(source, files)
    check_templates(source, files)
    check_layout(source, files)
    tap.finish()


if __name__ == "__main__":
    main()
