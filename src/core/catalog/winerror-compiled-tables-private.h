// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-compiled-tables.h"

G_BEGIN_DECLS

/* The file: a head, then the parts in this order, each of them numbers of 32 bits in the byte order
 * of the machine: tables, rows, the numbers of the rows in order of family and code, and names in
 * order; at last texts, each with a NUL after it. Text 0 is none. */
#define WINERROR_COMPILED_MAGIC   0x54524557u /* WERT */
#define WINERROR_COMPILED_VERSION 2u

typedef struct
{
  guint32 magic;
  guint32 version;
  guint32 n_tables;
  guint32 n_rows;
  guint32 n_names;
  guint32 texts_size;
} WinerrorCompiledHead;

/* Which text of a table is which. */
enum
{
  WINERROR_COMPILED_TEXT_ID,
  WINERROR_COMPILED_TEXT_TITLE,
  WINERROR_COMPILED_TEXT_HEADER,
  WINERROR_COMPILED_TEXT_MINIMUM_CLIENT,
  WINERROR_COMPILED_TEXT_MINIMUM_SERVER,
  WINERROR_COMPILED_TEXT_SOURCE_URI,
  WINERROR_COMPILED_TEXT_SOURCE_FILE,
  WINERROR_COMPILED_TEXT_SOURCE_DATE,
  WINERROR_COMPILED_TEXT_LICENSE_ID,
  WINERROR_COMPILED_TEXT_LICENSE_URI,
  WINERROR_COMPILED_TEXT_LICENSE_HOLDER,
  WINERROR_N_COMPILED_TEXTS
};

typedef struct
{
  guint32 texts[WINERROR_N_COMPILED_TEXTS];
  guint32 family;
  guint32 listed;
  guint32 has_anchors;
  guint32 first;
  guint32 last;
} WinerrorCompiledTable;

typedef struct
{
  guint32 code;
  guint32 symbol;
  guint32 aliases;
  guint32 description;
  guint16 table;
  guint16 win32;
  guint32 met;
} WinerrorCompiledEntry;

typedef struct
{
  guint32 text;
  guint32 entry;
} WinerrorCompiledName;

/* Where the text of a table is. */
static inline char **
winerror_compiled_get_text (WinerrorTableInfo *info, guint text)
{
  char **const texts[WINERROR_N_COMPILED_TEXTS] = {
    [WINERROR_COMPILED_TEXT_ID] = &info->id,
    [WINERROR_COMPILED_TEXT_TITLE] = &info->title,
    [WINERROR_COMPILED_TEXT_HEADER] = &info->header,
    [WINERROR_COMPILED_TEXT_MINIMUM_CLIENT] = &info->minimum_client,
    [WINERROR_COMPILED_TEXT_MINIMUM_SERVER] = &info->minimum_server,
    [WINERROR_COMPILED_TEXT_SOURCE_URI] = &info->source_uri,
    [WINERROR_COMPILED_TEXT_SOURCE_FILE] = &info->source_file,
    [WINERROR_COMPILED_TEXT_SOURCE_DATE] = &info->source_date,
    [WINERROR_COMPILED_TEXT_LICENSE_ID] = &info->license_id,
    [WINERROR_COMPILED_TEXT_LICENSE_URI] = &info->license_uri,
    [WINERROR_COMPILED_TEXT_LICENSE_HOLDER] = &info->license_holder,
  };

  return texts[text];
}

G_END_DECLS
