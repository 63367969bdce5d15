// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The input as a template, as a description and as a query, in every format: what comes out is
 * UTF-8 without controls. */

#include "winerror-text.h"
#include "winerror-ticket-template.h"
#include "winerror-ticket.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_true (strchr ("\n\t\r", (int) *p) != NULL || !winerror_text_is_hidden (c));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const plain[] = { "{code}", "{description}|{query}" };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GDateTime) date = g_date_time_new_utc (2024, 2, 29, 0, 0, 0);
  WinerrorTableInfo info = { .title = g_strdup (text) };
  g_autoptr (WinerrorTable) table = winerror_table_new (&info);
  g_autoptr (WinerrorEntry)
      entry = winerror_entry_new (table, 1326, "E_1", text[0] != '\0' ? text : "x");
  WinerrorEntry *entries[] = { entry, entry };
  g_autoptr (GError) error = NULL;
  gboolean valid = winerror_ticket_template_check (text, &error);

  g_assert_true (valid == (error == NULL));
  if (error != NULL)
    check (error->message);

  for (int format = 0; format < WINERROR_N_FORMATS; format++)
    for (gsize n = 1; n <= G_N_ELEMENTS (entries); n++)
      {
        g_auto (WinerrorTicketOptions) options = {
          .format = (WinerrorFormat) format,
          .language = winerror_language_ref (language),
          .template_text = g_strdup (valid ? text : plain[n - 1]),
          .query = g_strdup (text),
          .date = g_date_time_ref (date),
        };
        g_autofree char *written = winerror_ticket_write (entries, n, &options);

        check (written);
      }
  return 0;
}
