#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What bash, zsh and fish complete, each asked itself; a shell that is not there is passed over.

usage: test-completions.py FOLDER-OF-COMPLETIONS WINERROR WINERROR-CLI
"""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import tap

FOLDER, WINERROR, CLI = (pathlib.Path(name).resolve() for name in sys.argv[1:4])
ENVIRONMENT = {"PATH": "%s:%s:/usr/bin:/bin" % (CLI.parent, WINERROR.parent), "LC_ALL": "C.UTF-8",
               "TERM": "dumb", "GSETTINGS_BACKEND": "memory",
               "GSETTINGS_SCHEMA_DIR": os.environ.get("GSETTINGS_SCHEMA_DIR", "")}
FORMATS = {"text", "line", "markdown", "html", "jira", "csv", "tsv", "json"}


def run(shell, *arguments, **more):
    with tempfile.TemporaryDirectory() as home:
        pathlib.Path(home, "setup.log").write_text("")
        return subprocess.run([shell, *arguments], env=dict(ENVIRONMENT, HOME=home, **more), cwd=home,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
                              stderr=subprocess.STDOUT, timeout=60).stdout


def bash(line):
    """bash hands over words, and splits them at the sign of equality."""
    words = re.findall(r"=|[^\s=]+", line) + ([""] if line.endswith((" ", "=")) else [])
    script = "source %s\nCOMP_WORDS=(%s)\nCOMP_CWORD=%d\n_winerror\nprintf '%%s\\n' \"${COMPREPLY[@]}\"" % (
        shlex.quote(str(FOLDER / "winerror.bash")), " ".join(map(shlex.quote, words)),
        len(words) - 1)
    return set(run("bash", "--norc", "-c", script).split())


# A line editor of its own, which shows what it would insert.
ZSH = r"""
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; unset zle_bracketed_paste; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w z 'compadd () {
  local -a found; builtin compadd -A found "$@"; print -rl -- "(((" $found ")))" >> $HOME/found
  builtin compadd "$@" }'
zpty -w z 'show () { zle complete-word; print done >> $HOME/done; BUFFER= }'
zpty -w z "zle -C complete-word complete-word _main_complete; zle -N show; bindkey '^T' show"
zpty -w z 'print ready > $HOME/ready'
until [[ -e $HOME/ready ]]; do zpty -r z text '*' ; done
zpty -n -w z "$2"$'\C-t'
until [[ -e $HOME/done ]]; do zpty -r -t z text || : ; done
zpty -d z
cat $HOME/found
"""


def zsh(line):
    found = run("zsh", "-f", "-c", ZSH, "zsh", str(FOLDER), line)
    return {word for word in found.split() if word not in ("(((", ")))")}


def fish(line):
    script = "source %s; complete -C%s" % (shlex.quote(str(FOLDER / "winerror.fish")),
                                           shlex.quote(line))
    return {text.split("\t")[0] for text in run("fish", "-N", "-c", script).splitlines()}


def options(program):
    text = run(program, "--help")
    found = set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", text, re.M))
    return found - {"--help-all", "--help-gapplication", "--help-gtk"}


def check_shell(name, complete):
    def check(line, wanted, unwanted=()):
        found = {re.sub("^--[a-z-]+=(.)", r"\1", word) for word in complete(line)}
        plain = {word.rstrip("=") for word in found}
        tap.check(wanted <= plain and not plain & set(unwanted), "%s: %s" % (name, line),
                  "missing %s, too much %s" % (wanted - plain, plain & set(unwanted)))

    for program in (WINERROR, CLI):
        check(program.name + " --", options(program))
    check("winerror-cli --format=", FORMATS)
    check("winerror-cli --format=mar", {"markdown"}, {"text"})
    check("winerror-cli -f j", {"jira", "json"}, {"text"})
    check("winerror-cli --language=", set(LANGUAGES))
    check("winerror-cli ERROR_LOGON_F", {"ERROR_LOGON_FAILURE"}, {"ERROR_SUCCESS", "setup.log"})
    check("winerror-cli 132", {"1326", "1327"}, {"1603", "setup.log"})
    check("winerror-cli 0x8024002", {"0x80240022"})
    check("winerror-cli --scan set", {"setup.log"})
    check("winerror set", {"setup.log"})
    check("winerror ERROR_LOGON_F", {"ERROR_LOGON_FAILURE"})
    check("winerror-cli 1", set(), {"1326"})


source = pathlib.Path(__file__).resolve().parents[1]
LANGUAGES = ["en"] + (source / "po/LINGUAS").read_text().split()
for shell, complete in (("bash", bash), ("zsh", zsh), ("fish", fish)):
    if shutil.which(shell):
        check_shell(shell, complete)
    else:
        tap.skip("completions of " + shell, "there is no " + shell)
tap.finish()
