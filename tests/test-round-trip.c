// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What the program writes of a code, it reads as that code: each way of writing it, of all entries
 * and of numbers that no table holds. */

#include "winerror-code.h"
#include "winerror-test-utils.h"

#include <string.h>

/* What NTSTATUS_FROM_WIN32() of ntdef.h begins with. */
#define NTSTATUS_WIN32 0xC0070000u

/* Whether a text has a code among its readings; the first of them where it can be no other. */
static void
assert_read (const char *text, WinerrorFamily family, guint32 code, gboolean first)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint n = winerror_code_parse (text, -1, readings);
  gboolean found = FALSE;

  for (guint i = 0; i < (first ? MIN (n, 1) : n); i++)
    found |= readings[i].family == family && readings[i].code == code;
  if (!found)
    g_error ("“%s” is not read as %s:%u", text, winerror_family_get_name (family), code);
}

static void G_GNUC_PRINTF (3, 4)
    assert_printed (WinerrorFamily family, guint32 code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  assert_read (text, family, code, FALSE);
}

static char *
shift_digits (const char *text, gunichar zero)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (out, zero + (gunichar) (*p - '0'));
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* The forms that the window, the tickets and the service write. */
static void
check_code (WinerrorFamily family, guint32 code)
{
  static const gunichar zeros[] = { 0xFF10, 0x0660, 0x06F0, 0x0966 };
  g_autofree char *number = winerror_family_format (family, code);
  g_autofree char *hex = winerror_family_format_hex (family, code);
  g_autofree char *key = g_strdup_printf ("%s:%s", winerror_family_get_name (family), number);
  g_autofree char *quoted = g_strdup_printf ("\u200E(\"%s\").", number);

  assert_read (number, family, code, FALSE);
  assert_read (key, family, code, TRUE);
  assert_read (quoted, family, code, FALSE);
  /* the small families are written in decimal: in hexadecimal a number is a system error */
  if (!winerror_family_is_small (family))
    {
      assert_read (hex, family, code, FALSE);
      assert_printed (family, code, "0x%08X", code);
    }
  if (!winerror_family_is_wide (family))
    for (gsize i = 0; i < G_N_ELEMENTS (zeros); i++)
      {
        g_autofree char *digits = shift_digits (number, zeros[i]);

        assert_read (digits, family, code, FALSE);
      }

  /* as an HRESULT, signed and unsigned */
  if (family == WINERROR_FAMILY_WIN32 && code != 0)
    {
      guint32 hresult = winerror_code_to_hresult (family, code);

      assert_printed (family, code, "0x%08X", hresult);
      assert_printed (family, code, "%08X", hresult);
      assert_printed (family, code, "%d", (gint32) hresult);
      assert_printed (family, code, "%u", hresult);
      assert_printed (family, code, "0x%08X", NTSTATUS_WIN32 | code);
      assert_printed (family, code, "%d", (gint32) (NTSTATUS_WIN32 | code));
    }
  /* other numbers in decimal may be anything: a date, a size */
  else if ((code & 0x80000000u) != 0 &&
           (family == WINERROR_FAMILY_HRESULT || family == WINERROR_FAMILY_NTSTATUS))
    {
      assert_printed (family, code, "%d", (gint32) code);
      assert_printed (family, code, "%u", code);
    }
}

static void
test_entries (void)
{
  g_autoptr (WinerrorCatalog) catalog = winerror_test_load_catalog ();
  guint n = winerror_catalog_get_n_entries (catalog);

  g_assert_cmpuint (n, >, 1000);
  for (guint i = 0; i < n; i++)
    {
      WinerrorEntry *entry = winerror_catalog_get_entry (catalog, i);
      g_autofree char *key = winerror_entry_dup_key (entry);

      assert_read (key, winerror_entry_get_family (entry), winerror_entry_get_code (entry), TRUE);
      check_code (winerror_entry_get_family (entry), winerror_entry_get_code (entry));
    }
}

/* From one end of each family to the other. */
static void
test_numbers (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1326);

  for (guint32 code = 1; code <= 0xFFFF; code += 7)
    check_code (WINERROR_FAMILY_WIN32, code);
  check_code (WINERROR_FAMILY_WIN32, 0xFFFF);
  for (guint i = 0; i < 5000; i++)
    {
      guint32 value = g_rand_int (random);
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
      guint n = winerror_code_from_value (value | 0x80000000u, readings);

      g_assert_cmpuint (n, >, 0);
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *number = winerror_family_format (readings[j].family, readings[j].code);
          g_autofree char *key = g_strdup_printf ("%s:%s",
                                                  winerror_family_get_name (readings[j].family),
                                                  number);

          assert_read (key, readings[j].family, readings[j].code, TRUE);
        }
    }
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);
  g_test_add_func ("/round-trip/entries", test_entries);
  g_test_add_func ("/round-trip/numbers", test_numbers);
  return g_test_run ();
}
