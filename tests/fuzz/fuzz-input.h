// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What fuzzers share: an input that is several texts, settings that nothing is kept of, and what
 * may be shown. */

#pragma once

#include "winerror-settings.h"
#include "winerror-text.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The texts of an input, each of which ends with a NUL or a line feed. */
static inline GStrv
fuzz_split (const uint8_t *data, size_t size, char delimiter)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *p = (const char *) data;
  const char *end = p + size;

  while (p < end)
    {
      const char *stop = memchr (p, delimiter, (size_t) (end - p));
      g_autofree char *text = g_strndup (p, (size_t) ((stop != NULL ? stop : end) - p));

      g_strv_builder_add (builder, text);
      p = stop != NULL ? stop + 1 : end;
    }
  return g_strv_builder_end (builder);
}

/* Whether a text may be shown: valid UTF-8 without hidden characters but those that are allowed. */
static inline gboolean
fuzz_is_shown (const char *text, const char *allowed)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (strchr (allowed, *p) == NULL && winerror_text_is_hidden (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

#ifdef WINERROR_TEST_SCHEMA_DIR
static inline GSettings *
fuzz_settings_new (void)
{
  g_autoptr (GError) error = NULL;
  GSettings *settings;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", WINERROR_TEST_SCHEMA_DIR, TRUE);
  settings = winerror_settings_new (&error);
  g_assert_no_error (error);
  return settings;
}
#endif
