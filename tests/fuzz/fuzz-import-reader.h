// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What every reader of other people's files is held to: whatever it reads, its entries are whole,
 * each code of a family is there once, and no place lies outside the file. */

#pragma once

#include "winerror-import-readers.h"
#include "winerror-import-text.h"

#include <stdint.h>
#include <string.h>

typedef void (*Reader) (WinerrorImportDraft *draft, const char *text);

static inline void
check_draft (WinerrorImportDraft *draft, guint n_lines)
{
  const WinerrorImportEntry *last = NULL;

  winerror_import_draft_finish (draft);
  for (guint i = 0; i < draft->entries->len; i++)
    {
      const WinerrorImportEntry *entry = &g_array_index (draft->entries, WinerrorImportEntry, i);

      g_assert_true (entry->symbol != NULL || entry->text != NULL);
      g_assert_true (entry->symbol == NULL || winerror_import_is_symbol (entry->symbol, -1));
      g_assert_true (entry->text == NULL ||
                     (entry->text[0] != '\0' && g_utf8_validate (entry->text, -1, NULL)));
      g_assert_true (entry->code <= winerror_family_get_last (entry->family));
      g_assert_true (entry->line >= 1 && entry->line <= n_lines && entry->column >= 1);
      g_assert_true (last == NULL || last->family < entry->family ||
                     (last->family == entry->family && last->code < entry->code));
      last = entry;
    }
  g_assert_true (draft->messages->len <= draft->n_passed_over);
  for (guint i = 0; i < draft->messages->len; i++)
    {
      const WinerrorImportMessage *message = &g_array_index (draft->messages, WinerrorImportMessage,
                                                             i);

      g_assert_true (message->text[0] != '\0' && g_utf8_validate (message->text, -1, NULL));
      g_assert_true (message->line <= n_lines);
    }
}

static inline int
run_reader (const uint8_t *data, size_t size, Reader reader)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *text = winerror_import_decode (bytes, "input", NULL);
  g_autoptr (WinerrorImportDraft) draft = winerror_import_draft_new ("input");
  guint n_lines = 1;

  if (text == NULL)
    return 0;
  for (const char *p = text; *p != '\0'; p++)
    n_lines += *p == '\n';
  reader (draft, text);
  check_draft (draft, n_lines);
  return 0;
}
