# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""The tables against the public headers of mingw-w64, where they are installed: every code that
these define is in a table, under its name and in its family."""

import ast
import operator
import re
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import blackbox

HEADERS = Path("/usr/share/mingw-w64/include")

# Which header defines codes of which family, and how their names begin there if it has others too.
FAMILIES = {
    "winerror.h": ("win32", ""),
    "lmerr.h": ("win32", ""),
    "wininet.h": ("win32", "ERROR_"),
    "winhttp.h": ("win32", "ERROR_"),
    "wuerror.h": ("hresult", ""),
    "bitsmsg.h": ("hresult", ""),
    "ntstatus.h": ("ntstatus", ""),
    "bugcodes.h": ("stop", ""),
    "raserror.h": ("ras", ""),
    "cfg.h": ("device", "CM_PROB_"),
}

# How many codes there are at least in each: fewer, and the rules below miss some.
FEWEST = {
    "winerror.h": 3300,
    "lmerr.h": 300,
    "wininet.h": 90,
    "winhttp.h": 50,
    "wuerror.h": 460,
    "bitsmsg.h": 110,
    "ntstatus.h": 1790,
    "bugcodes.h": 160,
    "raserror.h": 270,
    "cfg.h": 50,
}

# What is defined there and is no code: ends of ranges, masks, parts of codes, include guards.
NO_CODES = re.compile(r"""
    (FACILITY|SEVERITY|STATUS_SEVERITY|ERROR_SEVERITY)_\w+
    | \w+_[ES]_(FIRST|LAST)
    | DNS_ERROR_\w+_BASE | DNS_ERROR_MASK | DNS_ERROR_RCODE_LAST
    | NERR_BASE | WU_E_PT_SOAPCLIENT_BASE | MAX_NERR | RASBASE | RASBASEEND | WSABASEERR
    | __IN__WINERROR_
""", re.VERBOSE)

# Texts of the screens that Windows shows when it starts and stops; bugcodes.h numbers them too.
SCREEN_TEXTS = {
    "WINDOWS_NT_BANNER", "WINDOWS_NT_CSD_STRING", "WINDOWS_NT_INFO_STRING",
    "WINDOWS_NT_INFO_STRING_PLURAL", "WINDOWS_NT_MP_STRING", "BOOTING_IN_SAFEMODE_MINIMAL",
    "BOOTING_IN_SAFEMODE_NETWORK", "BOOTING_IN_SAFEMODE_DSREPAIR", "BOOTLOG_ENABLED",
    "BUGCHECK_MESSAGE_INTRO", "PSS_MESSAGE_INTRO", "BUGCODE_PSS_MESSAGE", "BUGCHECK_TECH_INFO",
}

# Macros of mingw-w64 whose values are others than those of Windows, with the right ones.
WRONG_VALUES = {
    ("stop", "BUGCODE_ID_DRIVER"): 0xD2,
    ("stop", "IMPERSONATING_WORKER_THREAD"): 0xDF,
}

# HRESULTs for success, whose values are small.
SMALL_HRESULTS = {
    "S_OK", "S_FALSE", "NOERROR", "SEC_E_OK", "DS_S_SUCCESS", "NTE_OP_OK", "SCARD_S_SUCCESS",
    "TBS_SUCCESS",
}

# No error at all, which raserror.h names too.
SUCCESS = {("ras", "SUCCESS")}

CAST = re.compile(r"\(\s*(?:NTSTATUS|HRESULT|DWORD|ULONG|LONG|SCODE|NET_API_STATUS)\s*\)")
WRAPPER = re.compile(
    r"\b(?:_HRESULT_TYPEDEF_|_NDIS_ERROR_TYPEDEF_|__MSABI_LONG|NT_STATUS)(?=\s*\()")
NUMBER = re.compile(r"\b(0[xX][0-9A-Fa-f]+|[0-9]+)[uUlL]*\b")
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.BitOr: operator.or_,
             ast.BitAnd: operator.and_, ast.LShift: operator.lshift, ast.RShift: operator.rshift}


def read_defines(name):
    """Every macro without parameters, with its text."""
    text = (HEADERS / name).read_text(encoding="latin-1").replace("\\\n", " ")
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)
    text = re.sub(r"//.*", "", text)
    return dict(re.findall(r"^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+(\S.*?)[ \t]*$", text,
                           flags=re.MULTILINE))


class Evaluator:
    """The values of macros; an exception where one is no number."""

    def __init__(self, defines):
        self.defines = defines

    def value(self, name):
        """The value of a macro as a number of 32 bits."""
        return self.evaluate(self.defines[name], {name}) & 0xFFFFFFFF

    def evaluate(self, text, seen):
        text = WRAPPER.sub("", CAST.sub("", text))
        text = NUMBER.sub(lambda match: str(int(match[1], 16 if match[1][:2] in ("0x", "0X")
                                                else 10)), text)
        return self.compute(ast.parse(text.strip(), mode="eval").body, seen)

    def compute(self, node, seen):
        if isinstance(node, ast.Constant) and isinstance(node.value, int):
            return node.value
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](self.compute(node.left, seen),
                                            self.compute(node.right, seen))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -self.compute(node.operand, seen)
        if isinstance(node, ast.Name) and node.id not in seen:
            return self.evaluate(self.defines[node.id], seen | {node.id})
        if isinstance(node, ast.Call) and node.func.id in ("MAKE_HRESULT", "MAKE_SCODE"):
            severity, facility, code = (self.compute(argument, seen) for argument in node.args)
            return severity << 31 | facility << 16 | code
        if isinstance(node, ast.Call) and node.func.id == "HRESULT_FROM_WIN32":
            return 0x80070000 | self.compute(node.args[0], seen)
        raise ValueError(ast.dump(node))


def read_codes(header):
    """(family, value, symbol) of everything in a header that is a code."""
    family, prefix = FAMILIES[header]
    defines = read_defines(header)
    evaluator = Evaluator({**read_defines("winerror.h"), **defines})
    for symbol in defines:
        if (symbol.startswith(prefix) and not NO_CODES.fullmatch(symbol)
                and symbol not in SCREEN_TEXTS and (family, symbol) not in SUCCESS):
            value = WRONG_VALUES.get((family, symbol), evaluator.value(symbol))
            yield (*place(family, value, symbol), symbol)


def place(family, value, symbol):
    """Where a code belongs: what HRESULT_FROM_WIN32 and NTSTATUS_FROM_WIN32 wrap is a Win32 code."""
    if value >> 16 in (0x8007, 0xC007) and value & 0xFFFF != 0:
        return "win32", value & 0xFFFF
    if family == "win32" and (value > 0xFFFF or symbol in SMALL_HRESULTS):
        return "hresult", value
    return family, value


def read_tables():
    """(family, value) to the symbols of the entry."""
    symbols = {}
    for path in (blackbox.SOURCE / "data" / "tables").glob("*.xml"):
        root = ElementTree.parse(path).getroot()
        for entry in root.iter("entry"):
            key = root.get("family", "win32"), int(entry.get("code"), 0)
            names = [entry.get("symbol"), *(entry.get("also") or "").split()]
            symbols.setdefault(key, set()).update(names)
    return symbols


@unittest.skipUnless(all((HEADERS / name).is_file() for name in FAMILIES),
                     "the headers of mingw-w64 are not installed")
class Headers(unittest.TestCase):
    def test_all(self):
        """No code is missing, and none has another name or value."""
        tables = read_tables()
        for header, least in FEWEST.items():
            with self.subTest(header):
                codes = list(read_codes(header))
                self.assertGreaterEqual(len(codes), least)
                self.assertEqual([f"{family}:{value:#x} {symbol}"
                                  for family, value, symbol in codes
                                  if symbol not in tables.get((family, value), ())], [])

    def test_screen_texts(self):
        """What is no code is in no table."""
        names = {name for symbols in read_tables().values() for name in symbols}
        self.assertEqual(names & SCREEN_TEXTS, set())

    def test_values(self):
        """The rules above read the headers right, by values that are well known."""
        known = {
            "winerror.h": {("win32", 1326, "ERROR_LOGON_FAILURE"), ("win32", 5, "E_ACCESSDENIED"),
                           ("win32", 10060, "WSAETIMEDOUT"), ("hresult", 0x80004005, "E_FAIL"),
                           ("hresult", 0, "S_OK"), ("win32", 9003, "DNS_ERROR_RCODE_NAME_ERROR")},
            "lmerr.h": {("win32", 2221, "NERR_UserNotFound")},
            "wininet.h": {("win32", 12007, "ERROR_INTERNET_NAME_NOT_RESOLVED")},
            "winhttp.h": {("win32", 12175, "ERROR_WINHTTP_SECURE_FAILURE")},
            "wuerror.h": {("hresult", 0x80240024, "WU_E_NO_UPDATE")},
            "bitsmsg.h": {("hresult", 0x80200010, "BG_E_NETWORK_DISCONNECTED")},
            "ntstatus.h": {("ntstatus", 0xC000006D, "STATUS_LOGON_FAILURE")},
            "bugcodes.h": {("stop", 0x7B, "INACCESSIBLE_BOOT_DEVICE")},
            "raserror.h": {("ras", 691, "ERROR_AUTHENTICATION_FAILURE")},
            "cfg.h": {("device", 10, "CM_PROB_FAILED_START")},
        }
        for header, codes in known.items():
            with self.subTest(header):
                self.assertEqual(codes - set(read_codes(header)), set())


if __name__ == "__main__":
    blackbox.main()
