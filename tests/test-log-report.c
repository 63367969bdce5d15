// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-report.h"

#include "winerror-log-evidence.h"
#include "winerror-test-utils.h"

#include <string.h>

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorScanner *scanner;
  WinerrorLogReport *report;
  guint file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = winerror_test_load_catalog ();
  fixture->scanner = winerror_scanner_new (fixture->catalog);
  fixture->report = winerror_log_report_new (fixture->catalog, WINERROR_LOG_REPORT_MAX_PLACES);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->report);
  winerror_scanner_free (fixture->scanner);
  g_assert_finalize_object (fixture->catalog);
}

/* What a list and a ticket show of a line. */
static void
test_line (void)
{
  static const struct
  {
    const char *line;
    const char *code;
    const char *text;
    const char *shown; /* of the code */
  } cases[] = {
    { "1326", "1326", "1326", "1326" },
    { "error 1326.", "1326", "error 1326.", "1326" },
    { "  error  1326 \t x\r", "1326", "error 1326 x", "1326" },
    { "a\001error=1326\033[mb", "1326", "aerror=1326[mb", "1326" },
    { "\xC9"
      "chec 1326",
      "1326", "\uFFFDchec 1326", "1326" },
    { "The first words of a long line are cut off, the last ones before the code are not: 1326 x",
      "1326", "…cut off, the last ones before the code are not: 1326 x", "1326" },
    { "The user  name is wrong", "The user  name", "The user name is wrong", "The user name" },
    { "0123456789012345678901234567890123456789012345678901326", "1326",
      "…3456789012345678901234567890123456789012345678901326", "1326" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *start = strstr (cases[i].line, cases[i].code);
      g_autoptr (WinerrorLogLine)
          whole = winerror_log_line_new (7, cases[i].line, strlen (cases[i].line),
                                         (gsize) (start - cases[i].line), strlen (cases[i].code));
      g_autoptr (WinerrorLogLine) line = winerror_log_line_new_short (whole);
      g_autofree char *code = g_strndup (line->text + line->start, line->length);
      g_autofree char *whole_code = g_strndup (whole->text + whole->start, whole->length);

      g_test_message ("%s", line->text);
      g_assert_cmpuint (line->number, ==, 7);
      g_assert_true (g_utf8_validate (whole->text, -1, NULL));
      g_assert_null (strpbrk (whole->text, "\t\r\n\001\033"));
      g_assert_cmpstr (line->text, ==, cases[i].text);
      g_assert_cmpstr (code, ==, cases[i].shown);
      g_assert_cmpstr (whole_code, ==, cases[i].shown);
      if (!g_str_has_prefix (line->text, "…"))
        g_assert_cmpstr (whole->text, ==, line->text);
    }
}

static gboolean
place_cb (const WinerrorLogPlace *place, gpointer data)
{
  Fixture *fixture = data;

  winerror_log_report_add (fixture->report, fixture->file, place);
  return TRUE;
}

static void
add_log (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  WinerrorLogHandler handler = { .place = place_cb, .user_data = fixture };

  fixture->file = winerror_log_report_add_file (fixture->report, name);
  g_assert_true (winerror_log_scanner_scan (fixture->scanner, stream,
                                            WINERROR_LOG_SCANNER_BLOCK_SIZE, &handler, NULL, NULL));
}

/* "1326 2x a.log:1-b.log:3", for each code */
static char *
show (WinerrorLogReport *report, WinerrorLogOrder order)
{
  g_autoptr (GArray) list = winerror_log_report_list (report, order);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      guint position = g_array_index (list, guint, i);
      const WinerrorLogCode *code = winerror_log_report_get_code (report, position);
      g_autoptr (WinerrorEntry) entry = winerror_log_report_dup_entry (report, position);
      g_autofree char *number = winerror_entry_dup_number (entry);
      g_autofree char *first = winerror_log_report_dup_place (report, &code->first);
      g_autofree char *last = winerror_log_report_dup_place (report, &code->last);

      g_string_append_printf (out, "%s%s %" G_GUINT64_FORMAT "x %s-%s", i > 0 ? ", " : "", number,
                              code->count, first, last);
    }
  return g_string_free (out, FALSE);
}

#define FIRST_LOG                                                                                  \
  "error 1326\n"                                                                                   \
  "nothing\n"                                                                                      \
  "hr=0x80070643, exit code 1618\n"                                                                \
  "hr=0x80070643\n"
#define SECOND_LOG "error 1618\nerror 1603\nerror 1612\nMainEngineThread is returning 1603\n"

/* Each code once, however it is written, in either order; no code is left out. */
static void
test_codes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *by_appearance = NULL;
  g_autofree char *by_count = NULL;

  add_log (fixture, "a.log", FIRST_LOG);
  g_assert_cmpuint (winerror_log_report_get_n_lines (fixture->report), ==, 3);
  g_assert_cmpuint (winerror_log_report_get_last_line (fixture->report), ==, 4);
  add_log (fixture, "b.log", SECOND_LOG);
  by_appearance = show (fixture->report, WINERROR_LOG_ORDER_APPEARANCE);
  by_count = show (fixture->report, WINERROR_LOG_ORDER_COUNT);
  g_assert_cmpstr (by_appearance, ==,
                   "1326 1x a.log:1-a.log:1, 1603 4x a.log:3-b.log:4, 1618 2x a.log:3-b.log:1, "
                   "1612 1x b.log:3-b.log:3");
  g_assert_cmpstr (by_count, ==,
                   "1603 4x a.log:3-b.log:4, 1618 2x a.log:3-b.log:1, 1326 1x a.log:1-a.log:1, "
                   "1612 1x b.log:3-b.log:3");
  g_assert_cmpuint (winerror_log_report_get_n_codes (fixture->report), ==, 4);
  g_assert_cmpuint (winerror_log_report_get_n_lines (fixture->report), ==, 7);
}

/* Reports of single logs make the same as one that is filled with both. */
static void
test_append (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorLogReport)
      both = winerror_log_report_new (fixture->catalog, WINERROR_LOG_REPORT_MAX_PLACES);
  const char *const texts[] = { FIRST_LOG, SECOND_LOG };
  const char *const names[] = { "a.log", "b.log" };
  g_autoptr (WinerrorLogReport) empty = g_steal_pointer (&fixture->report);
  g_autofree char *appended = NULL;
  g_autofree char *added = NULL;
  g_autoptr (WinerrorTicketEvidence) evidence = NULL;

  for (gsize i = 0; i < 2; i++)
    {
      fixture->report = winerror_log_report_new (fixture->catalog, WINERROR_LOG_REPORT_MAX_PLACES);
      add_log (fixture, names[i], texts[i]);
      winerror_log_report_append (both, fixture->report,
                                  winerror_log_report_add_file (both, names[i]));
      g_assert_finalize_object (fixture->report);
    }
  fixture->report = g_steal_pointer (&empty);
  for (gsize i = 0; i < 2; i++)
    add_log (fixture, names[i], texts[i]);
  appended = show (both, WINERROR_LOG_ORDER_APPEARANCE);
  added = show (fixture->report, WINERROR_LOG_ORDER_APPEARANCE);
  g_assert_cmpstr (appended, ==, added);
  g_assert_cmpuint (winerror_log_report_get_n_lines (both), ==, 7);

  evidence = winerror_log_evidence_new (both, 1, 3);
  g_assert_cmpuint (evidence->count, ==, 4);
  g_assert_cmpuint (g_strv_length (evidence->lines), ==, 3);
  g_assert_cmpstr (evidence->lines[0], ==, "a.log:3: hr=0x80070643, exit code 1618");
  g_assert_cmpstr (evidence->lines[2], ==, "b.log:2: error 1603");
  g_assert_cmpstr (evidence->last, ==, "b.log:4");
}

/* Repetitions are counted, and do not take more and more memory; a rare code among them is not
 * lost. */
static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const WinerrorLogCode *code;

  for (guint i = 0; i < 3 * WINERROR_LOG_REPORT_MAX_PLACES; i++)
    g_string_append (text, "error 1603\n");
  g_string_append (text, "error 1618\n");
  add_log (fixture, "a.log", text->str);
  code = winerror_log_report_get_code (fixture->report, 0);
  g_assert_cmpuint (code->count, ==, 3 * WINERROR_LOG_REPORT_MAX_PLACES);
  g_assert_cmpuint (code->last.line, ==, 3 * WINERROR_LOG_REPORT_MAX_PLACES);
  g_assert_cmpuint (code->places->len, ==, WINERROR_LOG_REPORT_MAX_PLACES);
  g_assert_cmpuint (code->lines->len, ==, WINERROR_LOG_REPORT_MAX_LINES);
  code = winerror_log_report_get_code (fixture->report, 1);
  g_assert_cmpuint (code->count, ==, 1);
  g_assert_cmpuint (winerror_log_report_get_n_lines (fixture->report), ==,
                    3 * WINERROR_LOG_REPORT_MAX_PLACES + 1);
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);

  g_test_add_func ("/log-report/line", test_line);
  g_test_add ("/log-report/codes", Fixture, NULL, set_up, test_codes, tear_down);
  g_test_add ("/log-report/append", Fixture, NULL, set_up, test_append, tear_down);
  g_test_add ("/log-report/limits", Fixture, NULL, set_up, test_limits, tear_down);

  return g_test_run ();
}
