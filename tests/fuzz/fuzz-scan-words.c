// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Files of scan words: a file is refused with the number of a line, or its words have roles, its
 * own in any letter case. */

#include "fuzz-input.h"
#include "winerror-announcing-words.h"
#include "winerror-scan-data.h"

static gboolean
check_line (const char *key, const char *value, gpointer user_data, GError **error)
{
  guint *n = user_data;

  (*n)++;
  g_assert_true (key[0] != '\0' && strchr (key, ':') == NULL);
  g_assert_true (value[0] != '\0' && strchr (value, '\n') == NULL);
  g_assert_true (!g_ascii_isspace (value[0]) && !g_ascii_isspace (value[strlen (value) - 1]));
  return TRUE;
}

static void
check_word (gpointer word, gpointer words)
{
  g_assert_true (g_utf8_validate (word, -1, NULL));
  g_assert_true (winerror_announcing_words_get_roles (words, word, strlen (word)) != 0 ||
                 strlen (word) > 63);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, MIN (size, 4096));
  g_autoptr (WinerrorAnnouncingWords) words = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!winerror_scan_data_read (text, check_line, &n, &error))
    g_assert_true (error != NULL && g_str_has_prefix (error->message, "line "));
  g_clear_error (&error);

  words = winerror_announcing_words_new (text, &error);
  if (words == NULL)
    {
      g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  winerror_announcing_words_foreach (words, (WinerrorRole) G_MAXUINT, check_word, words);
  /* words of a log are any bytes */
  for (gsize length = 0; length < MIN (size, 80); length++)
    {
      (void) winerror_announcing_words_get_roles (words, (const char *) data, length);
      (void) winerror_announcing_words_get_ending_roles (words, (const char *) data + size - length,
                                                         length);
    }
  return 0;
}
