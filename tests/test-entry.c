// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What an entry and its table say about themselves. */

#include "winerror-catalog.h"
#include "winerror-explanation.h"
#include "winerror-language.h"

static void
test_properties (WinerrorEntry *entry,
                 const char *family,
                 const char *description,
                 const char *title,
                 const char *requirements,
                 gboolean translated)
{
  const struct
  {
    const char *name;
    const char *expected;
  } strings[] = {
    { "code", "1326" },
    { "number", "1326" },
    { "hex", "0x52E" },
    { "hresult", "0x8007052E" },
    { "hresult-signed", "-2147023570" },
    { "family", family },
    { "symbol", "ERROR_LOGON_FAILURE" },
    { "description", description },
    { "source-description", "The user name or password is incorrect." },
    { "explanation", NULL },
    { "header", "WinError.h" },
    { "requirements", requirements },
    { "table-title", title },
    { "author", "Microsoft (CC-BY-4.0)" },
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
  g_assert_true (winerror_catalog_lookup_code (catalog, WINERROR_FAMILY_WIN32, 1326, &position));
  entry = winerror_catalog_get_entry (catalog, position);

  if (g_str_equal (language, "de"))
    test_properties (entry, winerror_family_get_title (WINERROR_FAMILY_WIN32),
                     "Der Benutzername oder das Kennwort ist falsch.",
                     "Systemfehlercodes (1300-1699)",
                     "Windows XP [nur Desktop-Apps]; Windows Server 2003 [nur Desktop-Apps]", TRUE);
  else
    test_properties (entry, "System error", "The user name or password is incorrect.",
                     "System Error Codes (1300-1699)",
                     "Windows XP [desktop apps only]; Windows Server 2003 [desktop apps only]",
                     FALSE);
}

/* Each family as its values are written, with and without symbol and description. */
static void
test_families (void)
{
  const struct
  {
    WinerrorEntryInfo info;
    WinerrorFamily family;
    const char *number;
    const char *hex;
    const char *hresult;
    const char *title;
    const char *key;
  } cases[] = {
    { { .code = 5, .symbol = "ERROR_A" },
      WINERROR_FAMILY_WIN32,
      "5",
      "0x5",
      "0x80070005",
      "5 (0x5) ERROR_A",
      "win32:5" },
    { { .code = 0, .symbol = "NO_ERROR" },
      WINERROR_FAMILY_WIN32,
      "0",
      "0x0",
      "0x00000000",
      "0 (0x0) NO_ERROR",
      "win32:0" },
    { { .code = 0x80240024u, .symbol = "WU_E_A" },
      WINERROR_FAMILY_HRESULT,
      "0x80240024",
      "0x80240024",
      "0x80240024",
      "0x80240024 WU_E_A",
      "hresult:0x80240024" },
    { { .code = 0x00041303, .symbol = "SCHED_S_A" },
      WINERROR_FAMILY_HRESULT,
      "0x00041303",
      "0x00041303",
      "0x00041303",
      "0x00041303 SCHED_S_A",
      "hresult:0x00041303" },
    { { .code = 0xC0000005u, .symbol = "STATUS_A" },
      WINERROR_FAMILY_NTSTATUS,
      "0xC0000005",
      "0xC0000005",
      "0xD0000005",
      "0xC0000005 STATUS_A",
      "ntstatus:0xC0000005" },
    { { .code = 1316, .description = "Gone." },
      WINERROR_FAMILY_INSTALLER,
      "1316",
      "0x524",
      "0x00000524",
      "Windows Installer message 1316",
      "installer:1316" },
    { { .code = 0x7B, .symbol = "INACCESSIBLE" },
      WINERROR_FAMILY_STOP,
      "0x0000007B",
      "0x0000007B",
      "0x0000007B",
      "Stop code 0x0000007B INACCESSIBLE",
      "stop:0x0000007B" },
    { { .code = 10, .symbol = "CM_A" },
      WINERROR_FAMILY_DEVICE,
      "10",
      "0xA",
      "0x0000000A",
      "Device Manager code 10 CM_A",
      "device:10" },
    { { .code = 691, .symbol = "ERROR_A" },
      WINERROR_FAMILY_RAS,
      "691",
      "0x2B3",
      "0x000002B3",
      "VPN and dial-up error 691 ERROR_A",
      "ras:691" },
    { { .code = 0x204, .description = "Not there." },
      WINERROR_FAMILY_RDP,
      "0x204",
      "0x204",
      "0x00000204",
      "Remote Desktop code 0x204",
      "rdp:0x204" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WinerrorTableInfo info = {
        .id = g_strdup ("t"),
        .title = g_strdup ("T"),
        .source_uri = g_strdup ("https://x.example/"),
        .license_id = g_strdup ("MIT"),
        .license_holder = g_strdup ("O"),
        .family = cases[i].family,
        .has_anchors = TRUE,
      };
      g_autoptr (WinerrorTable) table = winerror_table_new (&info);
      g_autoptr (WinerrorEntry) entry = winerror_entry_new_from_info (table, &cases[i].info);
      g_autofree char *number = winerror_entry_dup_number (entry);
      g_autofree char *title = winerror_entry_dup_title (entry);
      g_autofree char *key = winerror_entry_dup_key (entry);
      g_autofree char *uri = winerror_entry_dup_uri (entry);
      g_autofree char *hex = NULL;
      g_autofree char *hresult = NULL;
      g_autofree char *author = NULL;
      WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

      g_object_get (entry, "hex", &hex, "hresult", &hresult, "author", &author, NULL);
      g_assert_cmpstr (number, ==, cases[i].number);
      g_assert_cmpstr (hex, ==, cases[i].hex);
      g_assert_cmpstr (hresult, ==, cases[i].hresult);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (key, ==, cases[i].key);
      g_assert_cmpint ((int) winerror_entry_get_family (entry), ==, (int) cases[i].family);
      g_assert_cmpstr (winerror_entry_get_symbol (entry), ==, cases[i].info.symbol);
      g_assert_cmpstr (winerror_entry_get_description (entry), ==, cases[i].info.description);
      g_assert_false (winerror_entry_is_translated (entry));
      /* nobody has written what is not there */
      g_assert_cmpstr (author, ==, cases[i].info.description != NULL ? "O (MIT)" : NULL);
      if (cases[i].info.symbol != NULL)
        {
          g_autofree char *anchor = g_ascii_strdown (cases[i].info.symbol, -1);
          g_autofree char *expected = g_strconcat ("https://x.example/#", anchor, NULL);

          g_assert_cmpstr (uri, ==, expected);
        }
      else
        g_assert_cmpstr (uri, ==, "https://x.example/");

      g_assert_cmpuint (winerror_code_parse (key, -1, readings), ==, 1);
      g_assert_cmpint ((int) readings[0].family, ==, (int) cases[i].family);
      g_assert_cmpuint (readings[0].code, ==, cases[i].info.code);
    }
}

/* A number that no table holds: it has what can be said of it, and nothing of a table. */
static void
test_unlisted (void)
{
  static const char *const empty[] = { "symbol", "description",  "source-description",
                                       "header", "requirements", "table-title",
                                       "author" };
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  g_autoptr (WinerrorEntry) entry = NULL;
  g_autofree char *explained = NULL;
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *expected = NULL;

  g_assert_cmpuint (winerror_code_parse ("0x87FF0001", -1, readings), >=, 1);
  entry = winerror_entry_new_unlisted (&readings[0]);
  g_assert_null (winerror_entry_get_table (entry));
  g_assert_cmpint ((int) winerror_entry_get_family (entry), ==, (int) WINERROR_FAMILY_HRESULT);
  g_assert_cmpuint (winerror_entry_get_code (entry), ==, 0x87FF0001u);
  g_assert_cmpstr (winerror_entry_get_explanation (entry), ==,
                   "0x87FF0001 is an HRESULT: severity error, facility 2047, code 1.");
  g_object_get (entry, "explanation", &explained, NULL);
  g_assert_cmpstr (explained, ==, winerror_entry_get_explanation (entry));
  title = winerror_entry_dup_title (entry);
  g_assert_cmpstr (title, ==, "0x87FF0001");
  key = winerror_entry_dup_key (entry);
  g_assert_cmpstr (key, ==, "hresult:0x87FF0001");
  uri = winerror_entry_dup_uri (entry);
  expected = winerror_code_dup_uri (&readings[0]);
  g_assert_cmpstr (uri, ==, expected);
  g_assert_false (winerror_entry_is_translated (entry));
  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autofree char *value = NULL;

      g_object_get (entry, empty[i], &value, NULL);
      g_assert_null (value);
    }
  g_assert_finalize_object (g_steal_pointer (&entry));
}

static void
test_finalize (void)
{
  WinerrorTableInfo info = {
    .id = g_strdup ("t"),
    .source_uri = g_strdup ("https://x.example/"),
    .has_anchors = TRUE,
  };
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
  g_test_add_func ("/entry/families", test_families);
  g_test_add_func ("/entry/unlisted", test_unlisted);
  g_test_add_func ("/entry/finalize", test_finalize);

  return g_test_run ();
}
