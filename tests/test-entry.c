// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What an entry and its table say about themselves. */

#include "winerror-catalog.h"
#include "winerror-language.h"

static void
test_properties (WinerrorEntry *entry, const char *description, gboolean translated)
{
  const struct
  {
    const char *name;
    const char *expected;
  } strings[] = {
    { "code", "1326" },
    { "hex", "0x52E" },
    { "hresult", "0x8007052E" },
    { "hresult-signed", "-2147023570" },
    { "symbol", "ERROR_LOGON_FAILURE" },
    { "description", description },
    { "source-description", "The user name or password is incorrect." },
    { "header", "WinError.h" },
    { "uri", "https://learn.microsoft.com/en-us/windows/win32/debug/"
             "system-error-codes--1300-1699-#error_logon_failure" },
  };
  gboolean value;

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autofree char *string = NULL;

      g_object_get (entry, strings[i].name, &string, NULL);
      g_assert_cmpstr (string, ==, strings[i].expected);
    }
  g_object_get (entry, "translated", &value, NULL);
  g_assert_cmpint (value, ==, translated);
  g_assert_cmpint (winerror_entry_is_translated (entry), ==, translated);
  g_assert_cmpstr (winerror_entry_get_description (entry), ==, description);
}

/* Each language in a program of its own: it is chosen once, at the start. */
static void
test_in_language (gconstpointer data)
{
  const char *language = data;
  g_autoptr (WinerrorCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *requirements = NULL;
  g_autofree char *title = NULL;
  WinerrorEntry *entry;
  guint position;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("LANGUAGE", language, TRUE);
  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  catalog = winerror_catalog_new_built_in (&error);
  g_assert_no_error (error);
  g_assert_true (winerror_catalog_lookup_code (catalog, 1326, &position));
  entry = winerror_catalog_get_entry (catalog, position);

  if (g_str_equal (language, "de"))
    {
      test_properties (entry, "Der Benutzername oder das Kennwort ist falsch.", TRUE);
      return;
    }

  test_properties (entry, "The user name or password is incorrect.", FALSE);
  requirements = winerror_table_dup_requirements (winerror_entry_get_table (entry));
  g_assert_cmpstr (requirements, ==,
                   "Windows XP [desktop apps only]; Windows Server 2003 [desktop apps only]");
  title = winerror_table_dup_title (winerror_entry_get_table (entry));
  g_assert_cmpstr (title, ==, "System Error Codes (1300-1699)");
}

static void
test_finalize (void)
{
  WinerrorTableInfo info = { .id = g_strdup ("t"), .source_uri = g_strdup ("https://x.example/") };
  WinerrorTable *table = winerror_table_new (&info);
  WinerrorEntry *entry = winerror_entry_new (table, 7, "E_7", "Seven.");
  g_autofree char *uri = winerror_entry_dup_uri (entry);

  g_assert_null (info.id);
  g_assert_cmpstr (winerror_table_get_info (table)->id, ==, "t");
  g_assert_cmpstr (uri, ==, "https://x.example/#e_7");
  g_assert_true (winerror_entry_get_table (entry) == table);
  g_assert_finalize_object (entry);
  g_assert_finalize_object (table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/entry/english", "en", test_in_language);
  g_test_add_data_func ("/entry/german", "de", test_in_language);
  g_test_add_data_func ("/entry/unknown-language", "xx", test_in_language);
  g_test_add_func ("/entry/finalize", test_finalize);

  return g_test_run ();
}
