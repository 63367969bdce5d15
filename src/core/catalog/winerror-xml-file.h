// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WINERROR_TABLE_ERROR (winerror_table_error_quark ())

/**
 * WinerrorTableError:
 * @WINERROR_TABLE_ERROR_MALFORMED: the file is not well-formed XML, or not what the format asks for
 * @WINERROR_TABLE_ERROR_DUPLICATE: a table, code or symbol stands there twice
 *
 * What can be wrong with a file of a table or of advice.
 */
typedef enum
{
  WINERROR_TABLE_ERROR_MALFORMED,
  WINERROR_TABLE_ERROR_DUPLICATE,
} WinerrorTableError;

GQuark winerror_table_error_quark (void);

/**
 * WinerrorXmlFile:
 * @name: what the file is called in messages
 * @context: where the reader is
 * @starts_with_newline: whether the first line is empty
 * @text: (nullable): the text of the open element; %NULL where none may stand
 *
 * A file that is being read by a %GMarkupParser. All zero before winerror_xml_file_parse().
 */
typedef struct
{
  const char *name;
  GMarkupParseContext *context;
  gboolean starts_with_newline;
  GString *text;
} WinerrorXmlFile;

gboolean winerror_xml_file_parse (WinerrorXmlFile *self,
                                  const char *name,
                                  GBytes *bytes,
                                  const GMarkupParser *parser,
                                  gpointer data,
                                  GError **error);
void winerror_xml_file_clear (WinerrorXmlFile *self);

void winerror_xml_file_set_error (WinerrorXmlFile *self,
                                  GError **error,
                                  WinerrorTableError code,
                                  const char *expected,
                                  const char *found);
void winerror_xml_file_set_element_error (WinerrorXmlFile *self,
                                          GError **error,
                                          const char *expected,
                                          const char *element);
gboolean winerror_xml_file_take_attributes (WinerrorXmlFile *self,
                                            const char *element,
                                            const char **names,
                                            const char **values,
                                            const char *const *wanted,
                                            const char **found,
                                            GError **error);
void
winerror_xml_file_add_text (WinerrorXmlFile *self, const char *text, gsize length, GError **error);
char *winerror_xml_file_end_text (WinerrorXmlFile *self);

G_END_DECLS
