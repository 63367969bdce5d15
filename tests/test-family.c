// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What families are called, and how their values are written. */

#include "winerror-test-utils.h"

#include <string.h>

static void
test_table (void)
{
  const struct
  {
    const char *name;
    const char *title;
    const char *first; /* value 10 as it is written first */
    const char *hex;
    gboolean wide;
    gboolean small;
    guint32 last;
  } families[WINERROR_N_FAMILIES] = {
    [WINERROR_FAMILY_WIN32] = { "win32", "System error", "10", "0xA", FALSE, FALSE, G_MAXUINT16 },
    [WINERROR_FAMILY_HRESULT] = { "hresult", "HRESULT", "0x0000000A", "0x0000000A", TRUE, FALSE,
                                  G_MAXUINT32 },
    [WINERROR_FAMILY_NTSTATUS] = { "ntstatus", "NTSTATUS", "0x0000000A", "0x0000000A", TRUE, FALSE,
                                   G_MAXUINT32 },
    [WINERROR_FAMILY_INSTALLER] = { "installer", "Windows Installer message", "10", "0xA", FALSE,
                                    TRUE, G_MAXUINT16 },
    [WINERROR_FAMILY_STOP] = { "stop", "Stop code", "0x0000000A", "0x0000000A", TRUE, TRUE,
                               G_MAXUINT32 },
    [WINERROR_FAMILY_DEVICE] = { "device", "Device Manager code", "10", "0xA", FALSE, TRUE,
                                 G_MAXUINT16 },
    [WINERROR_FAMILY_RAS] = { "ras", "VPN and dial-up error", "10", "0xA", FALSE, TRUE,
                              G_MAXUINT16 },
    [WINERROR_FAMILY_RDP] = { "rdp", "Remote Desktop code", "0xA", "0xA", FALSE, TRUE,
                              G_MAXUINT32 },
  };

  for (int i = 0; i < WINERROR_N_FAMILIES; i++)
    {
      WinerrorFamily family = (WinerrorFamily) i;
      WinerrorFamily found = WINERROR_N_FAMILIES;
      g_autofree char *first = winerror_family_format (family, 10);
      g_autofree char *hex = winerror_family_format_hex (family, 10);
      g_autofree char *upper = g_ascii_strup (families[i].name, -1);

      g_test_message ("%s", families[i].name);
      g_assert_cmpstr (winerror_family_get_name (family), ==, families[i].name);
      g_assert_cmpstr (winerror_family_get_source_title (family), ==, families[i].title);
      g_assert_cmpstr (winerror_family_get_title (family), ==, families[i].title);
      g_assert_cmpstr (first, ==, families[i].first);
      g_assert_cmpstr (hex, ==, families[i].hex);
      g_assert_true (winerror_family_is_wide (family) == families[i].wide);
      g_assert_true (winerror_family_is_small (family) == families[i].small);
      g_assert_cmpuint (winerror_family_get_last (family), ==, families[i].last);

      g_assert_true (
          winerror_family_from_name (families[i].name, strlen (families[i].name), &found));
      g_assert_cmpint ((int) found, ==, i);
      found = WINERROR_N_FAMILIES;
      g_assert_true (winerror_family_from_name (upper, strlen (upper), &found));
      g_assert_cmpint ((int) found, ==, i);
    }
}

static void
test_wrong_names (void)
{
  const struct
  {
    const char *name;
    gsize length;
  } cases[] = { { "", 0 },       { "win32", 4 },    { "win321", 6 }, { "win32:", 6 },
                { " win32", 6 }, { "hresults", 8 }, { "x", 1 },      { "NTSTATUS", 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorFamily family = WINERROR_FAMILY_RDP;

      g_assert_false (winerror_family_from_name (cases[i].name, cases[i].length, &family));
      g_assert_cmpint ((int) family, ==, (int) WINERROR_FAMILY_RDP);
    }
}

/* The length given, and not a byte after it. */
static void
test_length (void)
{
  WinerrorFamily family;

  g_assert_true (winerror_family_from_name ("ras:691", 3, &family));
  g_assert_cmpint ((int) family, ==, (int) WINERROR_FAMILY_RAS);
}

static void
test_values (void)
{
  const struct
  {
    WinerrorFamily family;
    guint32 value;
    const char *expected;
  } cases[] = {
    { WINERROR_FAMILY_WIN32, 0, "0" },
    { WINERROR_FAMILY_WIN32, 65535, "65535" },
    { WINERROR_FAMILY_HRESULT, 0x80240024, "0x80240024" },
    { WINERROR_FAMILY_HRESULT, 0x00041303, "0x00041303" },
    { WINERROR_FAMILY_NTSTATUS, 0xC000006D, "0xC000006D" },
    { WINERROR_FAMILY_NTSTATUS, G_MAXUINT32, "0xFFFFFFFF" },
    { WINERROR_FAMILY_STOP, 0x7B, "0x0000007B" },
    { WINERROR_FAMILY_RDP, 0x1204, "0x1204" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = winerror_family_format (cases[i].family, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);

  g_test_add_func ("/family/table", test_table);
  g_test_add_func ("/family/wrong-names", test_wrong_names);
  g_test_add_func ("/family/length", test_length);
  g_test_add_func ("/family/values", test_values);

  return g_test_run ();
}
