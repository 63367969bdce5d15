#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""What the compiler and the linker have put into the programs against mistakes with memory, as
readelf sees it.

usage: test-hardening.py BUILD-FOLDER FEATURES PROGRAM…

FEATURES says what else this build is to have: fortify=true,cet=false"""

import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

BUILD, FEATURES, *PROGRAMS = sys.argv[1:]


def readelf(*arguments):
    """What readelf says of a file."""
    return subprocess.run(["readelf", "--wide", *arguments], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"}, timeout=60, check=True).stdout


def imports(*programs):
    """What programs take from libraries, without versions."""
    return set(re.findall(r" UND (\w+)", "".join(readelf("--dyn-syms", path)
                                                 for path in programs)))


@unittest.skipUnless(shutil.which("readelf"), "there is no readelf")
class Hardening(unittest.TestCase):

    def each(self):
        """The programs, each as a test of its own."""
        for program in PROGRAMS:
            with self.subTest(os.path.basename(program)):
                yield program

    def test_position(self):
        """The system loads it to another place each time."""
        for program in self.each():
            self.assertRegex(readelf("--file-header", program), r"Type: +DYN ")
            self.assertRegex(readelf("--dynamic", program), r"\(FLAGS_1\) .*\bPIE\b")

    def test_stack(self):
        """Nothing on the stack is executed."""
        for program in self.each():
            flags = re.search(r"GNU_STACK +(?:0x\w+ +){5}([RWE ]+?) +0x",
                              readelf("--program-headers", program)).group(1)
            self.assertNotIn("E", flags)

    def test_no_page_is_written_and_executed(self):
        for program in self.each():
            loads = re.findall(r"LOAD +(?:0x\w+ +){5}([RWE ]+?) +0x",
                               readelf("--program-headers", program))
            self.assertGreater(len(loads), 2)
            for flags in loads:
                self.assertFalse("W" in flags and "E" in flags, flags)

    def test_relocations(self):
        """What the linker fills in is filled in at the start, and read-only afterwards."""
        for program in self.each():
            self.assertIn("GNU_RELRO", readelf("--program-headers", program))
            self.assertRegex(readelf("--dynamic", program), r"\(FLAGS_1\) .*\bNOW\b")
            self.assertNotIn("(TEXTREL)", readelf("--dynamic", program))

    def test_no_folder_of_libraries(self):
        """Libraries come from where the system has them."""
        for program in self.each():
            self.assertNotRegex(readelf("--dynamic", program), r"\((RPATH|RUNPATH)\)")

    def test_stack_protector(self):
        for program in self.each():
            self.assertIn("__stack_chk_fail", imports(program))

    @unittest.skipUnless("fortify=true" in FEATURES, "it is not built with optimisation")
    def test_fortify(self):
        """Where the size of a buffer is known, the C library compares with it."""
        checked = {name for name in imports(*PROGRAMS) if name.endswith("_chk")}
        self.assertNotEqual(checked, set())

    @unittest.skipUnless("cet=true" in FEATURES, "neither the compiler nor the processor has it")
    def test_control_flow(self):
        """Each object is ready for it; whether a program is depends on the C library's too."""
        libraries = sorted((Path(BUILD) / "src").rglob("*.a"))
        self.assertGreater(len(libraries), 5)
        for library in libraries:
            with self.subTest(library.name):
                notes = readelf("--notes", str(library))
                self.assertRegex(notes, "x86 feature: .*IBT.*SHSTK")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
