// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Message files: see fuzz-import-reader.h. */

#include "fuzz-import-reader.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  return run_reader (data, size, winerror_import_read_messages);
}
