// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import-column-names.h"

#include "winerror-text.h"

#include <string.h>

/* Names of columns, folded, without blanks and punctuation. */
static const struct
{
  const char *name;
  WinerrorImportRole role;
} whole_names[] = {
  { "code", WINERROR_IMPORT_ROLE_CODE },
  { "hresult", WINERROR_IMPORT_ROLE_VALUE },
  { "hresultsigned", WINERROR_IMPORT_ROLE_OTHER },
  { "ntstatus", WINERROR_IMPORT_ROLE_CODE },
  { "value", WINERROR_IMPORT_ROLE_VALUE },
  { "id", WINERROR_IMPORT_ROLE_VALUE },
  { "number", WINERROR_IMPORT_ROLE_VALUE },
  { "no", WINERROR_IMPORT_ROLE_VALUE },
  { "nr", WINERROR_IMPORT_ROLE_VALUE },
  { "dec", WINERROR_IMPORT_ROLE_VALUE },
  { "decimal", WINERROR_IMPORT_ROLE_VALUE },
  { "error", WINERROR_IMPORT_ROLE_CODE },
  { "status", WINERROR_IMPORT_ROLE_CODE },
  { "result", WINERROR_IMPORT_ROLE_CODE },
  { "fehler", WINERROR_IMPORT_ROLE_CODE },
  { "nummer", WINERROR_IMPORT_ROLE_VALUE },
  { "wert", WINERROR_IMPORT_ROLE_VALUE },
  { "name", WINERROR_IMPORT_ROLE_SYMBOL },
  { "text", WINERROR_IMPORT_ROLE_TEXT },
  { "family", WINERROR_IMPORT_ROLE_FAMILY },
  { "sourcedescription", WINERROR_IMPORT_ROLE_OTHER },
  { "explanation", WINERROR_IMPORT_ROLE_TEXT },
  { "notes", WINERROR_IMPORT_ROLE_MORE },
  { "note", WINERROR_IMPORT_ROLE_NOTE },
  { "link", WINERROR_IMPORT_ROLE_LINK },
  { "url", WINERROR_IMPORT_ROLE_LINK },
  { "advice", WINERROR_IMPORT_ROLE_OTHER },
  { "table", WINERROR_IMPORT_ROLE_OTHER },
};

/* Parts of them. The first that is found counts. */
static const struct
{
  const char *part;
  WinerrorImportRole role;
} parts[] = {
  { "parameter", WINERROR_IMPORT_ROLE_OTHER },   { "version", WINERROR_IMPORT_ROLE_OTHER },
  { "count", WINERROR_IMPORT_ROLE_OTHER },       { "severity", WINERROR_IMPORT_ROLE_OTHER },
  { "facility", WINERROR_IMPORT_ROLE_OTHER },    { "requirement", WINERROR_IMPORT_ROLE_OTHER },
  { "offset", WINERROR_IMPORT_ROLE_OTHER },      { "date", WINERROR_IMPORT_ROLE_OTHER },
  { "symbol", WINERROR_IMPORT_ROLE_SYMBOL },     { "constant", WINERROR_IMPORT_ROLE_SYMBOL },
  { "macro", WINERROR_IMPORT_ROLE_SYMBOL },      { "identifier", WINERROR_IMPORT_ROLE_SYMBOL },
  { "errorname", WINERROR_IMPORT_ROLE_SYMBOL },  { "define", WINERROR_IMPORT_ROLE_SYMBOL },
  { "descri", WINERROR_IMPORT_ROLE_TEXT },       { "beschreib", WINERROR_IMPORT_ROLE_TEXT },
  { "message", WINERROR_IMPORT_ROLE_TEXT },      { "meldung", WINERROR_IMPORT_ROLE_TEXT },
  { "meaning", WINERROR_IMPORT_ROLE_TEXT },      { "bedeutung", WINERROR_IMPORT_ROLE_TEXT },
  { "errortext", WINERROR_IMPORT_ROLE_TEXT },    { "explanation", WINERROR_IMPORT_ROLE_TEXT },
  { "summary", WINERROR_IMPORT_ROLE_TEXT },      { "title", WINERROR_IMPORT_ROLE_TEXT },
  { "detail", WINERROR_IMPORT_ROLE_TEXT },       { "errorstring", WINERROR_IMPORT_ROLE_TEXT },
  { "reason", WINERROR_IMPORT_ROLE_MORE },       { "cause", WINERROR_IMPORT_ROLE_MORE },
  { "resolution", WINERROR_IMPORT_ROLE_MORE },   { "solution", WINERROR_IMPORT_ROLE_MORE },
  { "mitigation", WINERROR_IMPORT_ROLE_MORE },   { "action", WINERROR_IMPORT_ROLE_MORE },
  { "workaround", WINERROR_IMPORT_ROLE_MORE },   { "fix", WINERROR_IMPORT_ROLE_MORE },
  { "comment", WINERROR_IMPORT_ROLE_MORE },      { "remark", WINERROR_IMPORT_ROLE_MORE },
  { "recommend", WINERROR_IMPORT_ROLE_MORE },    { "hex", WINERROR_IMPORT_ROLE_CODE },
  { "code", WINERROR_IMPORT_ROLE_CODE },         { "bugcheck", WINERROR_IMPORT_ROLE_CODE },
  { "fehlernummer", WINERROR_IMPORT_ROLE_CODE }, { "errornumber", WINERROR_IMPORT_ROLE_CODE },
  { "errorvalue", WINERROR_IMPORT_ROLE_CODE },   { "errorid", WINERROR_IMPORT_ROLE_CODE },
  { "returnvalue", WINERROR_IMPORT_ROLE_CODE },  { "decimal", WINERROR_IMPORT_ROLE_VALUE },
  { "value", WINERROR_IMPORT_ROLE_VALUE },       { "url", WINERROR_IMPORT_ROLE_LINK },
};

/**
 * winerror_import_role_from_name:
 * @name: the name of a column, as a person wrote it
 *
 * Returns: what the column holds by its name
 */
WinerrorImportRole
winerror_import_role_from_name (const char *name)
{
  g_autofree char *folded = winerror_text_fold (name, -1);
  char *to = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
      *to++ = *p;
  *to = '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (whole_names); i++)
    if (g_str_equal (folded, whole_names[i].name))
      return whole_names[i].role;
  /* a message code is no message */
  if (g_str_has_suffix (folded, "code") || g_str_has_suffix (folded, "codes"))
    return WINERROR_IMPORT_ROLE_CODE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (folded, parts[i].part) != NULL)
      return parts[i].role;
  return WINERROR_IMPORT_ROLE_UNKNOWN;
}
