// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What asks for a language, in the environment, on the command line and in the settings: the answer
 * is a language that is shipped, or a message. */

#include "fuzz-input.h"
#include "winerror-language-tag.h"
#include "winerror-language.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *const *shipped = winerror_language_list_shipped ();
  g_auto (GStrv) texts = fuzz_split (data, MIN (size, 1024), '\n');
  const char *first = texts[0] != NULL ? texts[0] : "";
  const char *match = winerror_language_tag_match (first, shipped);
  g_autoptr (WinerrorLanguage) user = NULL;
  g_autoptr (WinerrorLanguage) chosen = NULL;
  g_autoptr (GError) error = NULL;
  guint n = g_strv_length (texts);

  g_assert_true (match == NULL || g_strv_contains (shipped, match));
  /* letter case says nothing */
  {
    g_autofree char *small = g_ascii_strdown (first, -1);
    g_autofree char *large = g_ascii_strup (first, -1);

    if (!g_str_has_prefix (small, "c") && !g_str_equal (small, "posix"))
      g_assert_true (winerror_language_tag_match (small, shipped) ==
                     winerror_language_tag_match (large, shipped));
  }

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    if (i < n)
      g_setenv (variables[i], texts[i], TRUE);
    else
      g_unsetenv (variables[i]);
  winerror_language_init (WINERROR_TEST_LOCALE_DIR);
  user = winerror_language_new_user ();
  g_assert_true (g_strv_contains (shipped, winerror_language_get_id (user)));
  g_assert_true (g_utf8_validate (winerror_language_get_name (user), -1, NULL));

  chosen = winerror_language_new_shipped (first, &error);
  g_assert_true ((chosen == NULL) == (error != NULL));
  if (chosen != NULL)
    g_assert_true (g_strv_contains (shipped, winerror_language_get_id (chosen)));
  else
    g_assert_true (fuzz_is_shown (error->message, ""));
  return 0;
}
