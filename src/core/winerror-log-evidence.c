// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-evidence.h"

/* What a report on logs gives a ticket. */

/**
 * winerror_log_evidence_new:
 * @report: a report
 * @i: which code of it
 * @max_lines: how many lines at the most
 *
 * Returns: (transfer full): what the logs say of the code
 */
WinerrorTicketEvidence *
winerror_log_evidence_new (WinerrorLogReport *report, guint i, guint max_lines)
{
  const WinerrorLogCode *code = winerror_log_report_get_code (report, i);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  WinerrorTicketEvidence *evidence;

  g_return_val_if_fail (code != NULL, NULL);

  for (guint j = 0; j < MIN (code->lines->len, max_lines); j++)
    {
      const WinerrorLogLine *line = g_ptr_array_index (code->lines, j);
      g_autofree char *place = winerror_log_report_dup_place (
          report, &g_array_index (code->places, WinerrorLogPosition, j));
      g_autofree char *text = g_strdup_printf ("%s: %s", place, line->text);

      g_strv_builder_add (builder, text);
    }
  evidence = g_new0 (WinerrorTicketEvidence, 1);
  evidence->count = code->count;
  evidence->first = winerror_log_report_dup_place (report, &code->first);
  evidence->last = winerror_log_report_dup_place (report, &code->last);
  evidence->lines = g_strv_builder_end (builder);
  return evidence;
}
