// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What is kept from one start to the next, on a backend that forgets it. */

#include "winerror-settings.h"

typedef struct
{
  GSettings *settings;
  WinerrorLanguage *english;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "pinned",   "recent", "description-language",
                                      "template", "format", "ticket-language" };

  fixture->settings = winerror_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->english = winerror_language_new_source ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_language_unref (fixture->english);
  g_assert_finalize_object (fixture->settings);
}

static void
assert_codes (Fixture *fixture, const char *key, const char *expected)
{
  g_autoptr (GArray) codes = winerror_settings_get_codes (fixture->settings, key);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (codes, guint32, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  assert_codes (fixture, "recent", "");
  for (guint32 code = 1; code <= WINERROR_SETTINGS_MAX_RECENT; code++)
    winerror_settings_add_recent (fixture->settings, code);
  assert_codes (fixture, "recent", "8 7 6 5 4 3 2 1");

  /* one more: the oldest goes */
  winerror_settings_add_recent (fixture->settings, G_MAXUINT32);
  assert_codes (fixture, "recent", "4294967295 8 7 6 5 4 3 2");

  /* one that is there moves to the front */
  winerror_settings_add_recent (fixture->settings, 5);
  assert_codes (fixture, "recent", "5 4294967295 8 7 6 4 3 2");
  winerror_settings_add_recent (fixture->settings, 5);
  assert_codes (fixture, "recent", "5 4294967295 8 7 6 4 3 2");
  winerror_settings_add_recent (fixture->settings, 2);
  assert_codes (fixture, "recent", "2 5 4294967295 8 7 6 4 3");
  assert_codes (fixture, "pinned", "");
}

static void
test_pinned (Fixture *fixture, gconstpointer data)
{
  assert_codes (fixture, "pinned", "");
  g_assert_false (winerror_settings_is_pinned (fixture->settings, 1326));

  winerror_settings_set_pinned (fixture->settings, 1326, TRUE);
  winerror_settings_set_pinned (fixture->settings, 0, TRUE);
  winerror_settings_set_pinned (fixture->settings, 1603, TRUE);
  winerror_settings_set_pinned (fixture->settings, 1326, TRUE);
  assert_codes (fixture, "pinned", "1326 0 1603");
  g_assert_true (winerror_settings_is_pinned (fixture->settings, 1603));

  winerror_settings_set_pinned (fixture->settings, 0, FALSE);
  winerror_settings_set_pinned (fixture->settings, 7, FALSE);
  assert_codes (fixture, "pinned", "1326 1603");
  g_assert_false (winerror_settings_is_pinned (fixture->settings, 0));
  assert_codes (fixture, "recent", "");
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
  ADD ("/settings/language", test_language);
  ADD ("/settings/ticket-options", test_ticket_options);
#undef ADD

  return g_test_run ();
}
