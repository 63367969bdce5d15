// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What is said of an entry, field by field. */

#include "winerror-ticket-fields.h"

typedef struct
{
  WinerrorTable *table;
  WinerrorEntry *entry;
  WinerrorLanguage *language;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  WinerrorTableInfo info = { .title = g_strdup ("A\x1b \n Table") };

  fixture->table = winerror_table_new (&info);
  fixture->entry = winerror_entry_new (fixture->table, 65000, "E_\x07X", " Not\tso \u202Egood.");
  fixture->language = winerror_language_new_source ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_language_unref (fixture->language);
  g_object_unref (fixture->entry);
  g_object_unref (fixture->table);
}

/* Their names are what scripts and templates rely on, their order that of the columns. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  const WinerrorTicketField expected[] = {
    { .name = "code", .is_raw = TRUE },
    { .name = "hex" },
    { .name = "family" },
    { .name = "symbol" },
    { .name = "description" },
    { .name = "source_description" },
    { .name = "hresult" },
    { .name = "hresult_signed" },
    { .name = "table" },
    { .name = "advice", .is_raw = TRUE },
    { .name = "notes", .is_raw = TRUE },
    { .name = "explanation", .is_optional = TRUE },
    { .name = "count", .is_raw = TRUE, .is_optional = TRUE },
    { .name = "first", .is_optional = TRUE },
    { .name = "last", .is_optional = TRUE },
    { .name = "lines", .is_raw = TRUE, .is_optional = TRUE },
  };
  static const char *const values[] = {
    "65000",      "0xFDE8",      "win32",   "E_X", "Not so good.", "Not so good.",
    "0x8007FDE8", "-2146959896", "A Table", NULL,  NULL,           NULL,
    NULL,         NULL,          NULL,      NULL,
  };
  g_auto (WinerrorTicketOptions)
      options = { .language = winerror_language_ref (fixture->language) };
  g_auto (WinerrorTicketFields) fields = { 0 };
  const WinerrorTicketField *field = winerror_ticket_fields_list ();

  winerror_ticket_fields_init (&fields, fixture->entry, &options);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++, field++)
    {
      g_autofree char *value = NULL;

      g_assert_cmpstr (field->name, ==, expected[i].name);
      g_assert_true (field->is_raw == expected[i].is_raw);
      g_assert_true (field->is_optional == expected[i].is_optional);
      value = field->dup_value (&fields);
      g_assert_cmpstr (value, ==, values[i]);
    }
  g_assert_null (field->name);
}

/* English comes second where it is another text, and only where both are wanted. */
static void
test_second (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *language;
    WinerrorTicketLanguage languages;
    const char *description;
    const char *second;
    const char *written_in;
    gboolean right_to_left;
  } cases[] = {
    { "de", WINERROR_TICKET_LANGUAGE_BOTH, "Der Benutzername oder das Kennwort ist falsch.",
      "The user name or password is incorrect.", "de", FALSE },
    { "de", WINERROR_TICKET_LANGUAGE_OWN, "Der Benutzername oder das Kennwort ist falsch.", NULL,
      "de", FALSE },
    { "de", WINERROR_TICKET_LANGUAGE_ENGLISH, "The user name or password is incorrect.", NULL, "en",
      FALSE },
    { "ar", WINERROR_TICKET_LANGUAGE_ENGLISH, "The user name or password is incorrect.", NULL, "en",
      FALSE },
  };
  g_autoptr (WinerrorEntry) entry = winerror_entry_new (fixture->table, 1326, "ERROR_LOGON_FAILURE",
                                                        "The user name or password is incorrect.");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (WinerrorTicketOptions)
          options = { .languages = cases[i].languages,
                      .language = winerror_language_new_shipped (cases[i].language, &error) };
      g_auto (WinerrorTicketFields) fields = { 0 };

      g_assert_no_error (error);
      winerror_ticket_fields_init (&fields, entry, &options);
      g_assert_cmpstr (fields.description, ==, cases[i].description);
      g_assert_cmpstr (fields.second, ==, cases[i].second);
      g_assert_cmpstr (fields.language, ==, cases[i].written_in);
      g_assert_true (fields.right_to_left == cases[i].right_to_left);
    }
}

/* Nobody has translated it: it is English, whatever the language. */
static void
test_untranslated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (WinerrorTicketOptions)
      options = { .language = winerror_language_new_shipped ("ar", &error) };
  g_auto (WinerrorTicketFields) fields = { 0 };

  g_assert_no_error (error);
  winerror_ticket_fields_init (&fields, fixture->entry, &options);
  g_assert_null (fields.second);
  g_assert_cmpstr (fields.language, ==, "en");
  g_assert_false (fields.right_to_left);
}

int
main (int argc, char **argv)
{
  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/ticket-fields/list", test_list);
  ADD ("/ticket-fields/second", test_second);
  ADD ("/ticket-fields/untranslated", test_untranslated);
#undef ADD

  return g_test_run ();
}
