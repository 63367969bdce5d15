// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-format.h"
#include "winerror-ticket-fields.h"

G_BEGIN_DECLS

/**
 * WinerrorFormatWriter:
 * @out: where the text is appended
 * @fields: what there is to write of the entry
 *
 * Writes one entry.
 */
typedef void (*WinerrorFormatWriter) (GString *out, const WinerrorTicketFields *fields);

/**
 * WinerrorFormatInfo:
 * @name: its name on the command line and in the settings
 * @title: its name in the interface, to be translated in the context "format"
 * @append_head: (nullable): writes what comes before the first entry
 * @append_entry: writes an entry
 * @append_evidence: (nullable): writes what logs say of an entry, after it, or after the table that
 *   has it
 * @append_row: (nullable): writes an entry as a row of a table, where there are several
 * @separator: (nullable): what stands between two entries
 * @foot: (nullable): what comes after the last entry
 * @nothing: (nullable): the whole text where there are no entries, if it is not head and foot
 * @keeps_tabs: whether tabs at the end of a line say something: that cells are empty
 * @keeps_line_ends: whether the text stays as it is written, for line ends of its own
 * @needs_template: whether it writes by a template, and so cannot be asked for by its name alone
 *
 * A format. One that has rows writes its head and its foot around several entries, any other one
 * around each text.
 */
typedef struct
{
  const char *name;
  const char *title;
  void (*append_head) (GString *out, const WinerrorTicketOptions *options);
  WinerrorFormatWriter append_entry;
  WinerrorFormatWriter append_row;
  WinerrorFormatWriter append_evidence;
  const char *separator;
  const char *foot;
  const char *nothing;
  gboolean keeps_tabs;
  gboolean keeps_line_ends;
  gboolean needs_template;
} WinerrorFormatInfo;

const WinerrorFormatInfo *winerror_format_get_info (WinerrorFormat format);

G_END_DECLS
