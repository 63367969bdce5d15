# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Counts the results in a meson testlog.json: prints "PASSED FAILED", and on standard error what
the failed tests said last.

A test that reports its parts (TAP) counts as its parts; one that failed counts as at least one
failure, so that a crash between two parts is not passed over. Skipped ones do not count.

usage: count.py TESTLOG.JSON
"""

import json
import re
import sys

LINES = 60


def main():
    passed = failed = 0
    with open(sys.argv[1], encoding="utf-8") as log:
        tests = [json.loads(line) for line in log]
    for test in tests:
        output = test.get("stdout") or ""
        parts = re.findall(r"^(ok|not ok) \d+(.*)$", output, re.M)
        good = sum(1 for result, rest in parts if result == "ok" and "# SKIP" not in rest)
        bad = sum(1 for result, rest in parts if result == "not ok" and "# TODO" not in rest)
        if test["result"] in ("OK", "EXPECTEDFAIL"):
            passed += max(good, 1)
        elif test["result"] != "SKIP":
            passed += good
            failed += max(bad, 1)
            said = output.splitlines()[-LINES:] + (test.get("stderr") or "").splitlines()[-LINES:]
            print("-- %s: %s" % (test["name"], test["result"]), *said, sep="\n", file=sys.stderr)
    print(passed, failed)


if __name__ == "__main__":
    main()
