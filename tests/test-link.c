// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-link.h"

static void
test_links (void)
{
  static const char *const cases[] = {
    "1326",
    "0x8007052E",
    "8007052e",
    "-2147023570",
    "2147943726",
    "ERROR_LOGON_FAILURE",
    "E_FAIL",
    "_X",
    "win32:1326",
    "ras:691",
    "ntstatus:0xC0000005",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = g_strconcat ("winerror:", cases[i], NULL);
      g_autofree char *shouted = g_strconcat ("WinError:", cases[i], NULL);
      g_autofree char *query = winerror_link_dup_query (link);
      g_autofree char *same = winerror_link_dup_query (shouted);

      g_assert_true (winerror_link_is_one (link));
      g_assert_cmpstr (query, ==, cases[i]);
      g_assert_cmpstr (same, ==, cases[i]);
    }
}

static void
test_others (void)
{
  static const char *const cases[] = {
    "",
    "winerror",
    "winerror:",
    "winerror: 1326",
    "winerror:1326 ",
    "winerror:1326\n",
    "winerror://1326",
    "winerror:/1326",
    "winerror:1326/",
    "winerror:/etc/passwd",
    "winerror:../setup.log",
    "winerror:setup.log",
    "winerror:C:\\setup.log",
    "winerror:file:///etc/passwd",
    "winerror:http://127.0.0.1/x.log",
    "winerror:winerror:1326",
    "winerror:%31%33",
    "winerror:1326?x=y",
    "winerror:1326#x",
    "winerror:1326;5",
    "winerror:1326&5",
    "winerror:--clipboard",
    "winerror:-",
    "winerror:--1326",
    "winerror:-h",
    "winerror:wrong password",
    "winerror:wrong%20password",
    "winerror:1326x",
    "winerror:99999999999999999999",
    "winerror:nobody:1326",
    "winerror:ras:",
    "winerror::1326",
    "winerror:ras:X_Y",
    "winerror:<b>1326</b>",
    "winerror:\xff",
    "winerror:１３２６",
    "winerror:\u202e1326",
    "winerror:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "http:1326",
    "file:///etc/passwd",
  };
  g_autofree char *zeros = g_strnfill (1000000, '0');
  g_autofree char *endless = g_strconcat ("winerror:", zeros, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = g_strescape (cases[i], NULL);

      g_test_message ("%s", shown);
      g_assert_null (winerror_link_dup_query (cases[i]));
    }
  g_assert_null (winerror_link_dup_query (endless));
  g_assert_false (winerror_link_is_one ("http:1326"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/links", test_links);
  g_test_add_func ("/link/others", test_others);
  return g_test_run ();
}
