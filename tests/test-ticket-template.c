// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Templates: what stands for a placeholder, and what is said of one that nobody knows. */

#include "winerror-catalog.h"
#include "winerror-ticket-error.h"
#include "winerror-ticket-template.h"
#include "winerror-ticket.h"

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorEntry *entry;
  WinerrorLanguage *english;
  WinerrorLanguage *german;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint position;

  fixture->catalog = winerror_catalog_new_built_in (&error);
  g_assert_no_error (error);
  g_assert_true (
      winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32, 1326, &position));
  fixture->entry = winerror_catalog_get_entry (fixture->catalog, position);
  fixture->english = winerror_language_new_source ();
  fixture->german = winerror_language_new_shipped ("de", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_language_unref (fixture->english);
  winerror_language_unref (fixture->german);
  g_assert_finalize_object (fixture->catalog);
}

static void
test_template (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *template_text;
    const char *expected;
  } cases[] = {
    { "{code}", "1326" },
    { "{hex}", "0x52E" },
    { "{family}", "win32" },
    { "{symbol}", "ERROR_LOGON_FAILURE" },
    { "{explanation}", "" },
    { "{description}", "Der Benutzername oder das Kennwort ist falsch." },
    { "{source_description}", "The user name or password is incorrect." },
    { "{hresult}", "0x8007052E" },
    { "{hresult_signed}", "-2147023570" },
    { "{table}", "System Error Codes (1300-1699)" },
    { "{query}", "what was asked" },
    { "{date}", "2024-02-29" },
    { "", "" },
    { "no placeholder", "no placeholder" },
    { "{code}{code}", "13261326" },
    { "{code}: {symbol}\\n{hex}", "1326: ERROR_LOGON_FAILURE\n0x52E\n" },
    { "a\\tb\\\\c\\{code\\}", "a\tb\\c{code}" },
    { "a\\qb\\", "a\\qb\\" },
    { "\\\\n", "\\n" },
    { "}", "}" },
    { "{code}}", "1326}" },
    { "  {code}  ", "  1326" },
    { "{code}\t\\n {hex} \\n\\n", "1326\n 0x52E\n" },
    { "%s %n {code}", "%s %n 1326" },
    { "ä{code}ö", "ä1326ö" },
    { "cafe\u0301", "café" },
    { "\x1b[31m{code}\x07\u202E\u2028!", "[31m1326!" },
    { "{code}\n{hex}", "1326\n0x52E\n" },
    { "\xff{code}", "\uFFFD1326" },
  };
  WinerrorEntry *entry = fixture->entry;
  g_autoptr (GDateTime) date = g_date_time_new_utc (2024, 2, 29, 23, 59, 59);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (WinerrorTicketOptions) options = {
        .format = WINERROR_FORMAT_TEMPLATE,
        .language = winerror_language_ref (fixture->german),
        .template_text = g_strdup (cases[i].template_text),
        .query = g_strdup (" what\x1b\twas \nasked"),
        .date = g_date_time_ref (date),
      };
      g_autofree char *text = winerror_ticket_write (&entry, 1, &options);
      g_autoptr (GError) error = NULL;

      g_assert_true (winerror_ticket_template_check (cases[i].template_text, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_template_defaults (Fixture *fixture, gconstpointer data)
{
  g_auto (WinerrorTicketOptions) options = { .format = WINERROR_FORMAT_TEMPLATE,
                                             .language = winerror_language_ref (fixture->english),
                                             .template_text = g_strdup ("{query}|{date}") };
  WinerrorEntry *entry = fixture->entry;
  g_autofree char *text = winerror_ticket_write (&entry, 1, &options);

  g_assert_true (g_regex_match_simple ("^\\|[0-9]{4}-[0-9]{2}-[0-9]{2}$", text, 0, 0));
}

static void
test_template_faults (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *template_text;
    int position;
    const char *found;
  } cases[] = {
    { "{colour}", 1, "{colour}" }, { "{code} {colour}", 8, "{colour}" },
    { "ä {}", 3, "{}" },           { "{ code }", 1, "{ code }" },
    { "{Code}", 1, "{Code}" },     { "{", 1, "{" },
    { "{code} {hex", 8, "{hex" },  { "{{code}}", 1, "{{code}" },
    { "\\\\{x}", 3, "{x}" },       { "a\\n{x}", 4, "{x}" },
    { "{a\x1b\nb}", 1, "{a b}" },  { "{code}{x}{y}", 7, "{x}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *message = g_strdup_printf (
          "Character %d: expected one of {code} {hex} {family} {symbol} {description} "
          "{source_description} {hresult} {hresult_signed} {table} {advice} {notes} {explanation} "
          "{count} {first} {last} {lines} {means} {check} {see_also} {note} {query} {date} "
          "{evidence}, found %s",
          cases[i].position, cases[i].found);

      g_assert_false (winerror_ticket_template_check (cases[i].template_text, &error));
      g_assert_error (error, WINERROR_TICKET_ERROR, WINERROR_TICKET_ERROR_TEMPLATE);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* Filled in alone, a template gives its text as it is: blanks at the end of a line are taken away
 * by who writes the ticket. */
static void
test_fill (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *template_text;
    const char *expected;
  } cases[] = {
    { "{code} \\n", "> 1326 \n" },
    { "", "> " },
    /* one with a fault ends where the fault is */
    { "{code} {colour} {hex}", "> 1326 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (WinerrorTicketOptions)
          options = { .language = winerror_language_ref (fixture->english),
                      .template_text = g_strdup (cases[i].template_text) };
      g_auto (WinerrorTicketFields) fields = { 0 };
      g_autoptr (GString) out = g_string_new ("> ");

      winerror_ticket_fields_init (&fields, fixture->entry, &options);
      winerror_ticket_template_fill (out, &fields);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

/* Each placeholder that is listed is one, and is a name of its own. */
static void
test_placeholders (void)
{
  g_autofree const char **names = winerror_ticket_template_list_placeholders ();
  g_autofree char *all = g_strjoinv (" ", (char **) names);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (
      all, ==,
      "code hex family symbol description source_description hresult hresult_signed "
      "table advice notes explanation count first last lines means check see_also note "
      "query date evidence");
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *template_text = g_strdup_printf ("{%s}", names[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (winerror_ticket_template_check (template_text, &error));
      g_assert_no_error (error);
      g_assert_true (g_hash_table_add (seen, (gpointer) names[i]));
    }
}

int
main (int argc, char **argv)
{
  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/ticket-template/written", test_template);
  ADD ("/ticket-template/defaults", test_template_defaults);
  ADD ("/ticket-template/faults", test_template_faults);
  ADD ("/ticket-template/fill", test_fill);
#undef ADD
  g_test_add_func ("/ticket-template/placeholders", test_placeholders);

  return g_test_run ();
}
