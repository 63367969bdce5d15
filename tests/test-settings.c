// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What is kept from one start to the next, on a backend that forgets it. */

#include "winerror-settings.h"

typedef struct
{
  GSettings *settings;
  WinerrorLanguage *english;
  WinerrorTable *system;
  WinerrorTable *update;
} Fixture;

static WinerrorTable *
new_table (WinerrorFamily family)
{
  WinerrorTableInfo info = { .id = g_strdup ("t"), .family = family };

  return winerror_table_new (&info);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "pinned",          "recent",
                                      "pinned-entries",  "recent-entries",
                                      "template",        "format",
                                      "ticket-language", "description-language" };

  fixture->settings = winerror_settings_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->english = winerror_language_new_source ();
  fixture->system = new_table (WINERROR_FAMILY_WIN32);
  fixture->update = new_table (WINERROR_FAMILY_HRESULT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->system);
  g_assert_finalize_object (fixture->update);
  winerror_language_unref (fixture->english);
  g_assert_finalize_object (fixture->settings);
}

static void
assert_keys (GStrv keys, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", keys);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_recent (Fixture *fixture, const char *expected)
{
  g_auto (GStrv) keys = winerror_settings_dup_recent (fixture->settings);

  assert_keys (keys, expected);
}

static void
assert_pinned (Fixture *fixture, const char *expected)
{
  g_auto (GStrv) keys = winerror_settings_dup_pinned (fixture->settings);

  assert_keys (keys, expected);
}

static void
add_recent (Fixture *fixture, WinerrorTable *table, guint32 code)
{
  g_autoptr (WinerrorEntry) entry = winerror_entry_new (table, code, "E", NULL);

  winerror_settings_add_recent (fixture->settings, entry);
}

static void
set_pinned (Fixture *fixture, WinerrorTable *table, guint32 code, gboolean pinned)
{
  g_autoptr (WinerrorEntry) entry = winerror_entry_new (table, code, "E", NULL);

  winerror_settings_set_pinned (fixture->settings, entry, pinned);
  g_assert_true (winerror_settings_is_pinned (fixture->settings, entry) == pinned);
}

static gboolean
is_pinned (Fixture *fixture, WinerrorTable *table, guint32 code)
{
  g_autoptr (WinerrorEntry) entry = winerror_entry_new (table, code, "E", NULL);

  return winerror_settings_is_pinned (fixture->settings, entry);
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  assert_recent (fixture, "");
  for (guint32 code = 1; code <= WINERROR_SETTINGS_MAX_RECENT; code++)
    add_recent (fixture, fixture->system, code);
  assert_recent (fixture, "win32:8 win32:7 win32:6 win32:5 win32:4 win32:3 win32:2 win32:1");

  /* one more: the oldest goes */
  add_recent (fixture, fixture->update, G_MAXUINT32);
  assert_recent (fixture,
                 "hresult:0xFFFFFFFF win32:8 win32:7 win32:6 win32:5 win32:4 win32:3 win32:2");

  /* one that is there moves to the front */
  add_recent (fixture, fixture->system, 5);
  assert_recent (fixture,
                 "win32:5 hresult:0xFFFFFFFF win32:8 win32:7 win32:6 win32:4 win32:3 win32:2");
  add_recent (fixture, fixture->system, 5);
  assert_recent (fixture,
                 "win32:5 hresult:0xFFFFFFFF win32:8 win32:7 win32:6 win32:4 win32:3 win32:2");

  /* the same number in another family is another entry */
  add_recent (fixture, fixture->update, 2);
  assert_recent (
      fixture,
      "hresult:0x00000002 win32:5 hresult:0xFFFFFFFF win32:8 win32:7 win32:6 win32:4 win32:3");
  assert_pinned (fixture, "");

  winerror_settings_clear_recent (fixture->settings);
  assert_recent (fixture, "");
}

static void
test_pinned (Fixture *fixture, gconstpointer data)
{
  assert_pinned (fixture, "");
  g_assert_false (is_pinned (fixture, fixture->system, 1326));

  set_pinned (fixture, fixture->system, 1326, TRUE);
  set_pinned (fixture, fixture->system, 0, TRUE);
  set_pinned (fixture, fixture->update, 0x80240024u, TRUE);
  set_pinned (fixture, fixture->system, 1326, TRUE);
  assert_pinned (fixture, "win32:1326 win32:0 hresult:0x80240024");
  g_assert_false (is_pinned (fixture, fixture->update, 1326));

  set_pinned (fixture, fixture->system, 0, FALSE);
  set_pinned (fixture, fixture->system, 7, FALSE);
  assert_pinned (fixture, "win32:1326 hresult:0x80240024");
  assert_recent (fixture, "");

  winerror_settings_clear_pinned (fixture->settings);
  assert_pinned (fixture, "");
}

/* More than a hand can pin, from a file that was written to: the first of them are there, and one
 * that is pinned then takes the place of the first. */
static void
test_many_pinned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) keys = NULL;
  g_auto (GStrv) later = NULL;

  for (guint i = 0; i < 100000; i++)
    g_ptr_array_add (many, g_strdup_printf ("win32:%u", i));
  g_ptr_array_add (many, NULL);
  g_settings_set_strv (fixture->settings, "pinned-entries", (const char *const *) many->pdata);

  keys = winerror_settings_dup_pinned (fixture->settings);
  g_assert_cmpuint (g_strv_length (keys), ==, WINERROR_SETTINGS_MAX_PINNED);
  g_assert_cmpstr (keys[0], ==, "win32:0");
  g_assert_true (is_pinned (fixture, fixture->system, 0));

  set_pinned (fixture, fixture->update, 0x80240024u, TRUE);
  later = winerror_settings_dup_pinned (fixture->settings);
  g_assert_cmpuint (g_strv_length (later), ==, WINERROR_SETTINGS_MAX_PINNED);
  g_assert_cmpstr (later[0], ==, "win32:1");
  g_assert_cmpstr (later[WINERROR_SETTINGS_MAX_PINNED - 1], ==, "hresult:0x80240024");
}

/* What version 0.1 has kept is there until something else is kept, and is gone when it is cleared.
 */
static void
test_old (Fixture *fixture, gconstpointer data)
{
  g_settings_set_value (fixture->settings, "pinned", g_variant_new_parsed ("@au [1603, 1326]"));
  g_settings_set_value (fixture->settings, "recent", g_variant_new_parsed ("@au [1314]"));
  assert_pinned (fixture, "win32:1603 win32:1326");
  assert_recent (fixture, "win32:1314");
  g_assert_true (is_pinned (fixture, fixture->system, 1326));

  set_pinned (fixture, fixture->system, 1603, FALSE);
  add_recent (fixture, fixture->update, 0x80240024u);
  assert_pinned (fixture, "win32:1326");
  assert_recent (fixture, "hresult:0x80240024 win32:1314");

  set_pinned (fixture, fixture->system, 1326, FALSE);
  assert_pinned (fixture, "");

  winerror_settings_clear_pinned (fixture->settings);
  winerror_settings_clear_recent (fixture->settings);
  assert_pinned (fixture, "");
  assert_recent (fixture, "");
}

static void
test_language (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *chosen;
    const char *expected;
  } cases[] = {
    { "", "en" }, { "de", "de" }, { "pt_BR", "pt_BR" }, { "en", "en" }, { "qq", "en" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorLanguage) language = NULL;

      g_settings_set_string (fixture->settings, "description-language", cases[i].chosen);
      language = winerror_settings_get_language (fixture->settings, fixture->english);
      g_assert_cmpstr (winerror_language_get_id (language), ==, cases[i].expected);
    }
}

static void
test_ticket_options (Fixture *fixture, gconstpointer data)
{
  g_auto (WinerrorTicketOptions) first = { 0 };
  g_auto (WinerrorTicketOptions) chosen = { 0 };
  g_auto (WinerrorTicketOptions) wrong = { 0 };

  winerror_settings_get_ticket_options (fixture->settings, fixture->english, &first);
  g_assert_cmpint (first.format, ==, WINERROR_FORMAT_TEXT);
  g_assert_cmpint (first.languages, ==, WINERROR_TICKET_LANGUAGE_BOTH);
  g_assert_true (first.language == fixture->english);
  g_assert_cmpstr (first.template_text, ==, "{symbol} ({code}, {hex})\n{description}");
  g_assert_null (first.query);
  g_assert_null (first.date);

  g_settings_set_string (fixture->settings, "format", "template");
  g_settings_set_string (fixture->settings, "ticket-language", "own");
  g_settings_set_string (fixture->settings, "template", "{code}");
  winerror_settings_get_ticket_options (fixture->settings, fixture->english, &chosen);
  g_assert_cmpint (chosen.format, ==, WINERROR_FORMAT_TEMPLATE);
  g_assert_cmpint (chosen.languages, ==, WINERROR_TICKET_LANGUAGE_OWN);
  g_assert_cmpstr (chosen.template_text, ==, "{code}");

  /* edited by hand */
  g_settings_set_string (fixture->settings, "template", "{colour}");
  winerror_settings_get_ticket_options (fixture->settings, fixture->english, &wrong);
  g_assert_cmpint (wrong.format, ==, WINERROR_FORMAT_TEXT);
  g_assert_cmpstr (wrong.template_text, ==, "{colour}");
}

int
main (int argc, char **argv)
{
  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/settings/recent", test_recent);
  ADD ("/settings/pinned", test_pinned);
  ADD ("/settings/many-pinned", test_many_pinned);
  ADD ("/settings/old", test_old);
  ADD ("/settings/language", test_language);
  ADD ("/settings/ticket-options", test_ticket_options);
#undef ADD

  return g_test_run ();
}
