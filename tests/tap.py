# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Results of a Python test in the Test Anything Protocol, which meson reads."""

import sys

_results = []


def check(passed, name, details=""):
    """Reports one result; details are shown where it failed."""
    _results.append(bool(passed))
    print("%s %d - %s" % ("ok" if passed else "not ok", len(_results), name), flush=True)
    if not passed and details:
        print("\n".join("# " + line for line in str(details).splitlines()), flush=True)


def skip(name, reason):
    """Reports a check that cannot be made here."""
    _results.append(True)
    print("ok %d - %s # SKIP %s" % (len(_results), name, reason), flush=True)


def finish():
    """Closes the list of results and ends the program."""
    print("1..%d" % len(_results), flush=True)
    sys.exit(0 if all(_results) else 1)
