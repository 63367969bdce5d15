# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Counts the results in a meson testlog.json: prints "PASSED FAILED".

A test that reports its parts (TAP) counts as its parts; one that failed counts as at least one
failure, so that a crash between two parts is none of the things passed over. Skipped ones do not
count.

usage: count.py TESTLOG.JSON
"""

import json
import re
import sys

passed = failed = 0
with open(sys.argv[1], encoding="utf-8") as log:
    for line in log:
        test = json.loads(line)
        parts = re.findall(r"^(ok|not ok) \d+(.*)$", test.get("stdout") or "", re.M)
        good = sum(1 for result, rest in parts if result == "ok" and "# SKIP" not in rest)
        bad = sum(1 for result, rest in parts if result == "not ok" and "# TODO" not in rest)
        if test["result"] in ("OK", "EXPECTEDFAIL"):
            passed += max(good, 1)
        elif test["result"] != "SKIP":
            passed += good
            failed += max(bad, 1)
print(passed, failed)
