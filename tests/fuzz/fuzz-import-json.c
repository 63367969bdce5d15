// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* JSON: see fuzz-import-reader.h; what is none has a message with its place. */

#include "fuzz-import-reader.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
read_json (WinerrorImportDraft *draft, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (winerror_import_read_json (draft, text, &error))
    g_assert_no_error (error);
  else
    g_assert_true (error != NULL && g_str_has_prefix (error->message, "input:") &&
                   g_utf8_validate (error->message, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  return run_reader (data, size, read_json);
}
