#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Installs the program into a folder of its own, and runs it from there.

The folder of the translations is built into the programs, so this takes a build of its own; it
builds what is installed and nothing else.

usage: test-install.py SOURCE-FOLDER MESON
"""

import gettext
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import tap

APP_ID = "io.github.winerror.Winerror"
FILES = [
    "bin/winerror",
    "bin/winerror-cli",
    "libexec/winerror-search-provider",
    "share/applications/%s.desktop" % APP_ID,
    "share/bash-completion/completions/winerror",
    "share/bash-completion/completions/winerror-cli",
    "share/dbus-1/interfaces/%s.LookUp1.xml" % APP_ID,
    "share/dbus-1/services/%s.service" % APP_ID,
    "share/dbus-1/services/%s.SearchProvider.service" % APP_ID,
    "share/fish/vendor_completions.d/winerror.fish",
    "share/fish/vendor_completions.d/winerror-cli.fish",
    "share/doc/winerror/administrators.md",
    "share/glib-2.0/schemas/%s.gschema.xml" % APP_ID,
    "share/glib-2.0/schemas/gschemas.compiled",
    "share/gnome-shell/search-providers/%s.search-provider.ini" % APP_ID,
    "share/icons/hicolor/scalable/apps/%s.svg" % APP_ID,
    "share/icons/hicolor/symbolic/apps/%s-symbolic.svg" % APP_ID,
    "share/krunner/dbusplugins/%s.krunner.desktop" % APP_ID,
    "share/man/man1/winerror.1",
    "share/man/man1/winerror-cli.1",
    "share/man/man1/winerror-search-provider.1",
    "share/metainfo/%s.metainfo.xml" % APP_ID,
    "share/zsh/site-functions/_winerror",
]
# A window from the folder: it comes, it answers on the bus, it goes.
SESSION = """
"$1" 1326 & pid=$!
gdbus wait --session --timeout 60 {id} &&
gdbus call --session --dest {id} --object-path /{path} \
  --method org.gtk.Actions.Activate quit '[]' '{{}}' && wait $pid
""".format(id=APP_ID, path=APP_ID.replace(".", "/"))
# The bus starts the search service; what is chosen there comes up in the window.
SEARCH = """
gdbus call --session --timeout 60 --dest {id}.SearchProvider --object-path /{path}/SearchProvider \\
  --method org.gnome.Shell.SearchProvider2.GetInitialResultSet "['wrong', 'password']" &&
gdbus call --session --dest {id}.SearchProvider --object-path /{path}/SearchProvider \\
  --method org.gnome.Shell.SearchProvider2.ActivateResult win32:1326 "['1326']" 0 &&
gdbus wait --session --timeout 60 {id} &&
gdbus call --session --dest {id} --object-path /{path} \\
  --method org.gtk.Actions.Activate quit '[]' '{{}}'
""".format(id=APP_ID, path=APP_ID.replace(".", "/"))


def run(command, environment, **more):
    return subprocess.run([str(word) for word in command], env=environment, text=True, cwd="/",
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, **more)


def install(source, meson, top, environment):
    """Configures, builds and installs; says whether all three went well."""
    build = top / "build"
    setup = run([*meson, "setup", "--buildtype=plain", "--prefix", top / "prefix", "--libdir", "lib",
                 build, source], environment)
    tap.check(setup.returncode == 0, "meson setup", setup.stdout)
    if setup.returncode:
        return False
    targets = json.loads(run([*meson, "introspect", "--targets", build], environment).stdout)
    files = [os.path.relpath(name, build) for target in targets if target["installed"]
             for name in target["filename"]]
    compiled = run(["ninja", "-C", build, *files], environment)
    tap.check(compiled.returncode == 0, "build of what is installed", compiled.stdout[-4000:])
    installed = run([*meson, "install", "--no-rebuild", "-C", build], environment)
    tap.check(installed.returncode == 0, "meson install", installed.stdout)
    return compiled.returncode == 0 and installed.returncode == 0


def check_files(source, prefix):
    languages = (source / "po/LINGUAS").read_text().split()
    for name in FILES + ["share/locale/%s/LC_MESSAGES/winerror.mo" % lang for lang in languages]:
        tap.check((prefix / name).is_file(), name)

    for name in ("", ".SearchProvider"):
        service = (prefix / ("share/dbus-1/services/%s%s.service" % (APP_ID, name))).read_text()
        command = re.search(r"^Exec=(.*)$", service, re.M).group(1)
        tap.check(os.access(shlex.split(command)[0], os.X_OK), "Exec=" + command)
    entry = (prefix / ("share/applications/%s.desktop" % APP_ID)).read_text()
    for command in re.findall(r"^Exec=(.*)$", entry, re.M):
        tap.check((prefix / "bin" / shlex.split(command)[0]).is_file(), "Exec=" + command)


def check_manual_pages(prefix, environment):
    for name in ("winerror", "winerror-cli"):
        page = (prefix / ("share/man/man1/%s.1" % name)).read_text().replace("\\-", "-")
        text = run([prefix / "bin" / name, "--help"], environment).stdout
        options = set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", text, re.M))
        missing = {option for option in options if option not in page}
        missing -= {"--help-all", "--help-gapplication", "--help-gtk"}
        tap.check(options and not missing, "%s.1 has every option" % name, "\n".join(missing))


def check_programs(source, prefix, environment):
    cli = prefix / "bin/winerror-cli"
    german = dict(environment, LANGUAGE="de")
    entry = json.loads(run([cli, "--format=json", "1326"], german).stdout)[0]
    catalogue = gettext.translation("winerror", prefix / "share/locale", ["de"])
    expected = catalogue.gettext(entry["source_description"])
    tap.check(entry["description"] == expected != entry["source_description"],
              "winerror-cli answers in German", entry)

    for name in ("winerror", "winerror-cli"):
        shown = run([prefix / "bin" / name, "1326"], german)
        tap.check(shown.returncode == 0 and expected in shown.stdout,
                  "%s prints the entry in German where there is no display" % name, shown.stdout)

    if None in map(shutil.which, ("xvfb-run", "dbus-run-session", "gdbus")):
        tap.skip("the window and the search service", "no xvfb-run, dbus-run-session or gdbus")
        return
    display = dict(german, GTK_A11Y="none", GSETTINGS_BACKEND="memory",
                   XDG_DATA_DIRS="%s/share:/usr/local/share:/usr/share" % prefix)
    window = run([source / "tests/with-display", "sh", "-c", SESSION, "sh", prefix / "bin/winerror"],
                 display)
    tap.check(window.returncode == 0, "winerror opens its window and closes it", window.stdout)
    found = run([source / "tests/with-display", "sh", "-c", SEARCH], display)
    tap.check(found.returncode == 0 and "'win32:1326'" in found.stdout,
              "the bus starts the search service, which opens the window", found.stdout)


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="winerror-install-") as name:
        top = pathlib.Path(name)
        keep = ("PATH", "CC", "CFLAGS", "LDFLAGS", "PKG_CONFIG_PATH", "TMPDIR")
        environment = {key: os.environ[key] for key in keep if key in os.environ}
        environment.update(HOME=name, LC_ALL="C.UTF-8", XDG_RUNTIME_DIR=name)
        if install(source, shlex.split(sys.argv[2]), top, environment):
            check_files(source, top / "prefix")
            check_manual_pages(top / "prefix", environment)
            check_programs(source, top / "prefix", environment)
    tap.finish()


if __name__ == "__main__":
    main()
