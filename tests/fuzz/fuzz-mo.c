// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Message catalogues: whatever is taken for one can be asked, and answers in UTF-8. */

#include "winerror-language.h"
#include "winerror-message-file.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const texts[] = { "a", "The user name or password is incorrect.", "zz" };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLanguage) language = winerror_language_new_from_bytes ("xx", bytes, &error);
  g_autoptr (WinerrorMessageFile) file = NULL;
  WinerrorTableInfo info = { .id = g_strdup ("t") };
  g_autoptr (WinerrorTable) table = winerror_table_new (&info);

  g_assert_true ((language == NULL) == (error != NULL));
  if (language == NULL)
    return 0;

  g_assert_true (g_utf8_validate (winerror_language_get_name (language), -1, NULL));
  winerror_language_is_right_to_left (language);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WinerrorEntry) entry = winerror_entry_new (table, 1, "E_1", texts[i]);
      const char *description = winerror_language_describe (language, entry);

      g_assert_true (description[0] != '\0' && g_utf8_validate (description, -1, NULL));
    }
  file = winerror_message_file_new ("xx", bytes, NULL);
  for (gulong n = 0; n < 5; n++)
    {
      const char *form = winerror_message_file_translate_plural (file, "a", n);

      g_assert_true (form == NULL || (form[0] != '\0' && g_utf8_validate (form, -1, NULL)));
    }
  return 0;
}
