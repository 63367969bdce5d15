// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What the functions of scan, search and ticket refuse, and those above them. */

#include "refusal.h"
#include "small-catalog.h"
#include "winerror-anchors.h"
#include "winerror-announcements.h"
#include "winerror-announcing-words.h"
#include "winerror-answer-private.h"
#include "winerror-context.h"
#include "winerror-encoding.h"
#include "winerror-format-private.h"
#include "winerror-index-reader.h"
#include "winerror-indexes.h"
#include "winerror-known-codes.h"
#include "winerror-log-evidence.h"
#include "winerror-log-reader.h"
#include "winerror-logs.h"
#include "winerror-matcher.h"
#include "winerror-own-indexes.h"
#include "winerror-own-tables.h"
#include "winerror-query-codes.h"
#include "winerror-query-symbols.h"
#include "winerror-query-text.h"
#include "winerror-results.h"
#include "winerror-sayings.h"
#include "winerror-scan-data.h"
#include "winerror-search.h"
#include "winerror-sentences.h"
#include "winerror-settings.h"
#include "winerror-synonyms.h"
#include "winerror-test-utils.h"
#include "winerror-ticket-template.h"
#include "winerror-ticket.h"
#include "winerror-triggers.h"

static const TestEntry ENTRIES[] = { { "ERROR_ONE", "One thing is wrong." },
                                     { "ERROR_TWO", "Two things are wrong." } };

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorLanguage *language;
  WinerrorScanner *scanner;
  WinerrorLogReport *report;
  WinerrorSearch *search;
  WinerrorAnswer *answer; /* without hits */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = test_small_catalog_new (ENTRIES, G_N_ELEMENTS (ENTRIES));
  fixture->language = winerror_language_new_source ();
  fixture->scanner = winerror_scanner_new (fixture->catalog);
  fixture->report = winerror_log_report_new (fixture->catalog, 10);
  fixture->search = winerror_search_new (fixture->catalog, fixture->language);
  fixture->answer = winerror_search_run (fixture->search, "ERROR_NO_SUCH_THING");
  g_assert_cmpuint (winerror_answer_get_n_hits (fixture->answer), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_answer_unref (fixture->answer);
  winerror_search_free (fixture->search);
  g_object_unref (fixture->report);
  winerror_scanner_free (fixture->scanner);
  winerror_language_unref (fixture->language);
  g_object_unref (fixture->catalog);
}

static void
ignore_anchor (const char *anchor, gpointer data)
{
}

static void
test_scan_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorAnchors) anchors = winerror_anchors_new ();
  const WinerrorAnnouncingWords *words = winerror_announcing_words_get_built_in ();
  g_autoptr (WinerrorSentences) sentences = winerror_sentences_new (fixture->catalog);
  g_autofree WinerrorTriggers *triggers = g_new0 (WinerrorTriggers, 1);
  const char *text = "text";
  WinerrorSentenceMatch match;
  gsize offset;

  refuses_to ("self", winerror_anchors_free (NULL));
  refuses_to ("self", winerror_anchors_count (NULL, text));
  refuses_to ("text", winerror_anchors_count (anchors, NULL));
  refuses ("self", FALSE, winerror_anchors_choose (NULL, text, &offset));
  refuses ("text", FALSE, winerror_anchors_choose (anchors, NULL, &offset));
  refuses ("offset", FALSE, winerror_anchors_choose (anchors, text, NULL));

  refuses ("triggers", NULL, winerror_announcements_new (NULL, 1, 1));
  refuses_to ("self", winerror_announcements_free (NULL));
  refuses ("text", NULL, winerror_announcing_words_new (NULL, NULL));
  refuses_to ("self", winerror_announcing_words_free (NULL));
  refuses ("self", 0, winerror_announcing_words_get_roles (NULL, text, 4));
  refuses ("word", 0, winerror_announcing_words_get_roles (words, NULL, 4));
  refuses ("self", 0, winerror_announcing_words_get_ending_roles (NULL, text, 4));
  refuses ("word", 0, winerror_announcing_words_get_ending_roles (words, NULL, 4));
  refuses_to ("self", winerror_announcing_words_foreach (NULL, 0, NULL, NULL));
  refuses_to ("func", winerror_announcing_words_foreach (words, 0, NULL, NULL));

  refuses ("begin", WINERROR_CONTEXT_NONE,
           winerror_context_judge (text + 1, text, text + 2, text + 4));
  refuses ("from", WINERROR_CONTEXT_NONE,
           winerror_context_judge (text, text + 2, text + 1, text + 4));
  refuses ("end", WINERROR_CONTEXT_NONE,
           winerror_context_judge (text, text + 1, text + 4, text + 3));

  refuses ("text", FALSE, winerror_scan_data_read (NULL, NULL, NULL, NULL));
  refuses ("func", FALSE, winerror_scan_data_read (text, NULL, NULL, NULL));
  refuses_to ("name", winerror_scan_data_read_built_in (NULL, NULL, NULL));
  refuses_to ("func", winerror_scan_data_read_built_in (text, NULL, NULL));

  refuses_others (NULL, winerror_sentences_new (it));
  refuses_to ("self", winerror_sentences_free (NULL));
  refuses_to ("self", winerror_sentences_add (NULL, text, 0));
  refuses_to ("text", winerror_sentences_add (sentences, NULL, 0));
  refuses_to ("self", winerror_sentences_prepare (NULL, NULL, NULL));
  refuses_to ("func", winerror_sentences_prepare (sentences, NULL, NULL));
  refuses ("self", FALSE, winerror_sentences_match (NULL, text, text, text, &match));
  refuses ("prepared", FALSE, winerror_sentences_match (sentences, text, text, text, &match));
  winerror_sentences_prepare (sentences, ignore_anchor, NULL);
  refuses ("anchor", FALSE, winerror_sentences_match (sentences, text, NULL, text, &match));

  refuses_to ("self", winerror_triggers_add_exact (NULL, text, 1));
  refuses_to ("start", winerror_triggers_add_exact (triggers, NULL, 1));
  refuses_to ("kind", winerror_triggers_add_exact (triggers, text, 0));
  refuses_to ("kind", winerror_triggers_add_exact (triggers, text, 1 << WINERROR_N_TRIGGERS));
  refuses_to ("self", winerror_triggers_add (NULL, text, 1));
  refuses_to ("start", winerror_triggers_add (triggers, NULL, 1));
}

static void
test_scanner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (WinerrorMatch));
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (WinerrorMatch));

  g_array_set_size (found, 1);
  refuses_others (NULL, winerror_known_codes_new (it));
  refuses_others (NULL, winerror_scanner_new (it));
  refuses_to ("self", winerror_scanner_free (NULL));
  refuses ("self", NULL, winerror_scanner_get_catalog (NULL));
  refuses_to ("self", winerror_scanner_add_languages (NULL));
  refuses_to ("self", winerror_scanner_add_sentence (NULL, "", 0));
  refuses_to ("text", winerror_scanner_add_sentence (fixture->scanner, NULL, 0));
  refuses_to ("position",
              winerror_scanner_add_sentence (fixture->scanner, "", G_N_ELEMENTS (ENTRIES)));
  refuses_to ("self", winerror_scanner_find (NULL, "", 0, matches));
  refuses_to ("text", winerror_scanner_find (fixture->scanner, NULL, 0, matches));
  refuses_to ("matches", winerror_scanner_find (fixture->scanner, "", 0, NULL));
  refuses_to ("matches", winerror_scanner_find (fixture->scanner, "", 0, found));
  refuses_to ("self", winerror_scanner_find_in_log (NULL, "", 0, matches));
  refuses_to ("text", winerror_scanner_find_in_log (fixture->scanner, NULL, 0, matches));
  refuses_to ("matches", winerror_scanner_find_in_log (fixture->scanner, "", 0, NULL));
  refuses_to ("matches", winerror_scanner_find_in_log (fixture->scanner, "", 0, found));

  refuses_to ("matches", winerror_match_remove_repetitions (NULL, ""));
  refuses_to ("text", winerror_match_remove_repetitions (matches, NULL));
  refuses_to ("matches", winerror_match_add_win32 (NULL, "", fixture->catalog));
  refuses_to ("text", winerror_match_add_win32 (matches, NULL, fixture->catalog));
  refuses_to_others (winerror_match_add_win32 (matches, "", it));
}

static void
test_log_reading (Fixture *fixture, gconstpointer data)
{
  const gsize block_size = WINERROR_LOG_SCANNER_MIN_BLOCK_SIZE;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new ();
  g_autoptr (GConverter) converter = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  const WinerrorLogHandler empty = { 0 };
  const WinerrorCode code = { 0 };
  WinerrorLogFailure failure = { 0 };
  WinerrorLogReader reader = { 0 };

  converter = G_CONVERTER (g_charset_converter_new ("UTF-8", "UTF-16LE", NULL));
  refuses ("name", FALSE, winerror_encoding_check (NULL, NULL));
  refuses ("text", NULL, winerror_encoding_guess_wide (NULL, 0));
  refuses ("text", NULL, winerror_encoding_guess_page (NULL, 0, NULL));
  refuses_others (0, winerror_encoding_convert (it, "", 0, TRUE, 2, out));
  refuses ("text", 0, winerror_encoding_convert (converter, NULL, 0, TRUE, 2, out));
  refuses ("out", 0, winerror_encoding_convert (converter, "", 0, TRUE, 2, NULL));
  refuses ("unit", 0, winerror_encoding_convert (converter, "", 0, TRUE, 0, out));

  refuses ("self", FALSE, winerror_log_reader_open (NULL, stream, block_size, NULL, NULL, NULL));
  refuses_others (FALSE, winerror_log_reader_open (&reader, it, block_size, NULL, NULL, NULL));
  refuses ("block_size", FALSE, winerror_log_reader_open (&reader, stream, 0, NULL, NULL, NULL));
  refuses ("self", FALSE, winerror_log_reader_read (NULL, NULL));
  refuses ("block", FALSE, winerror_log_reader_read (&reader, NULL));
  refuses_to ("self", winerror_log_reader_drop (NULL, 0));
  refuses_to ("length", winerror_log_reader_drop (&reader, 1));
  refuses ("self", 0, winerror_log_reader_get_mark (NULL));
  refuses ("self", FALSE, winerror_log_reader_is_direct (NULL));
  g_assert_true (winerror_log_reader_open (&reader, stream, block_size, NULL, NULL, NULL));
  refuses ("block", FALSE,
           winerror_log_reader_open (&reader, stream, block_size, NULL, NULL, NULL));
  winerror_log_reader_clear (&reader);

  refuses_to ("self", winerror_log_failure_take_message (NULL, 1, "", 0, &code, 0));
  refuses_to ("text", winerror_log_failure_take_message (&failure, 1, NULL, 0, &code, 0));
  refuses_to ("code", winerror_log_failure_take_message (&failure, 1, "", 0, NULL, 0));
  refuses ("self", FALSE, winerror_log_failure_take_line (NULL, 1, "", 0));
  refuses ("text", FALSE, winerror_log_failure_take_line (&failure, 1, NULL, 0));
  refuses ("text", FALSE, winerror_log_failure_is_installer_log (NULL, 0));

  refuses ("line", NULL, winerror_log_line_new (1, NULL, 0, 0, 0));
  refuses ("start", NULL, winerror_log_line_new (1, "text", 4, 5, 0));
  refuses ("length", NULL, winerror_log_line_new (1, "text", 4, 1, 4));
  refuses ("whole", NULL, winerror_log_line_new_short (NULL));

  refuses ("scanner", FALSE,
           winerror_log_scanner_scan (NULL, stream, block_size, &empty, NULL, NULL));
  refuses_others (FALSE,
                  winerror_log_scanner_scan (fixture->scanner, it, block_size, &empty, NULL, NULL));
  refuses ("block_size", FALSE,
           winerror_log_scanner_scan (fixture->scanner, stream, block_size - 1, &empty, NULL,
                                      NULL));
  refuses ("handler", FALSE,
           winerror_log_scanner_scan (fixture->scanner, stream, block_size, NULL, NULL, NULL));
  refuses ("place", FALSE,
           winerror_log_scanner_scan (fixture->scanner, stream, block_size, &empty, NULL, NULL));
}

static void
test_log_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (WinerrorLogFile) text = winerror_log_file_new_for_text (bytes, "name");
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  WinerrorLogPosition position = { 0 };
  WinerrorLogs logs = { .files = files };

  refuses_others (NULL, winerror_log_file_new (it));
  refuses ("text", NULL, winerror_log_file_new_for_text (NULL, ""));
  refuses ("name", NULL, winerror_log_file_new_for_text (bytes, NULL));
  refuses ("other", NULL, winerror_log_file_new_in (NULL, NULL));
  refuses ("file", NULL, winerror_log_file_new_in (text, NULL));
  refuses_others (NULL, winerror_log_file_find_obstacle (it));
  refuses ("self", NULL, winerror_log_file_read (NULL, fixture->scanner, NULL, NULL, NULL, NULL));
  refuses ("scanner", NULL, winerror_log_file_read (text, NULL, NULL, NULL, NULL, NULL));
  refuses ("self", NULL, winerror_log_file_read_context (NULL, &position, NULL, NULL));
  refuses ("position", NULL, winerror_log_file_read_context (text, NULL, NULL, NULL));

  refuses_to_others (winerror_logs_read_async (it, files, cancellable, NULL, NULL, NULL, NULL));
  refuses_to ("files", winerror_logs_read_async (fixture->catalog, NULL, cancellable, NULL, NULL,
                                                 NULL, NULL));
  refuses_to ("cancellable",
              winerror_logs_read_async (fixture->catalog, files, NULL, NULL, NULL, NULL, NULL));
  refuses ("result", NULL, winerror_logs_read_finish (get_stranger (), NULL));
  refuses ("files", NULL, winerror_logs_get_file (&logs, 0));
}

static void
test_log_report (Fixture *fixture, gconstpointer data)
{
  WinerrorLogReport *report = fixture->report;
  g_autoptr (WinerrorLogReport) other = winerror_log_report_new (fixture->catalog, 10);
  const WinerrorLogFailure failure = { 0 };
  const WinerrorLogPosition position = { .file = 1 };
  const WinerrorLogPlace place = { 0 };
  guint code, at;

  winerror_log_report_add_file (report, "file");
  refuses_others (NULL, winerror_log_report_new (it, 10));
  refuses_others (0, winerror_log_report_add_file (it, ""));
  refuses ("name", 0, winerror_log_report_add_file (report, NULL));
  refuses_to_others (winerror_log_report_add (it, 0, &place));
  refuses_to ("place", winerror_log_report_add (report, 0, NULL));
  refuses_to_others (winerror_log_report_set_failure (it, 0, &failure));
  refuses_to ("file", winerror_log_report_set_failure (report, 1, &failure));
  refuses_to ("failure", winerror_log_report_set_failure (report, 0, NULL));
  refuses_to_others (winerror_log_report_append (it, other, 0));
  refuses_to ("other", winerror_log_report_append (report, NULL, 0));
  refuses_to ("other", winerror_log_report_append (report, report, 0));
  refuses_others (NULL, winerror_log_report_get_catalog (it));
  refuses_others (NULL, winerror_log_report_get_failure (it, 0));
  refuses ("file", NULL, winerror_log_report_get_failure (report, 1));
  refuses ("code", FALSE, winerror_log_report_find_failure (report, 0, NULL, &at));
  refuses ("place", FALSE, winerror_log_report_find_failure (report, 0, &code, NULL));
  refuses_others (0, winerror_log_report_get_n_files (it));
  refuses_others (NULL, winerror_log_report_dup_place (it, &position));
  refuses ("position", NULL, winerror_log_report_dup_place (report, NULL));
  refuses ("position", NULL, winerror_log_report_dup_place (report, &position));
  refuses_others (0, winerror_log_report_get_n_codes (it));
  refuses_others (0, winerror_log_report_get_n_lines (it));
  refuses_others (0, winerror_log_report_get_last_line (it));
  refuses_others (NULL, winerror_log_report_get_code (it, 0));
  refuses ("codes", NULL, winerror_log_report_get_code (report, 0));
  refuses_others (NULL, winerror_log_report_list (it, WINERROR_LOG_ORDER_COUNT));

  refuses ("place", NULL, winerror_log_place_dup_entry (NULL, fixture->catalog));
  refuses_others (NULL, winerror_log_place_dup_entry (&place, it));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorQueryCodes) codes = winerror_query_codes_new (fixture->catalog);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const guint32 number = 0;
  g_autoptr (WinerrorLexicon) lexicon = winerror_lexicon_new ("", -1);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  WinerrorStem stems[WINERROR_LEXICON_MAX_STEMS];

  refuses_others (NULL, winerror_search_new (it, fixture->language));
  refuses ("language", NULL, winerror_search_new (fixture->catalog, NULL));
  refuses_to ("self", winerror_search_free (NULL));
  refuses_to ("self", winerror_search_set_catalog (NULL, fixture->catalog, NULL));
  refuses_to_others (winerror_search_set_catalog (fixture->search, it, NULL));
  refuses ("self", NULL, winerror_search_get_catalog (NULL));
  refuses ("self", FALSE, winerror_search_prepare (NULL, TRUE));
  refuses ("self", NULL, winerror_search_list (NULL, NULL, NULL));
  refuses ("self", NULL, winerror_search_run (NULL, ""));
  refuses ("query", NULL, winerror_search_run (fixture->search, NULL));
  refuses ("self", NULL, winerror_search_run_names (NULL, ""));
  refuses ("query", NULL, winerror_search_run_names (fixture->search, NULL));

  refuses_to ("self", winerror_query_codes_free (NULL));
  refuses ("self", WINERROR_CODES_NONE,
           winerror_query_codes_search (NULL, "5", FALSE, fixture->answer));
  refuses ("query", WINERROR_CODES_NONE,
           winerror_query_codes_search (codes, NULL, FALSE, fixture->answer));
  refuses ("answer", WINERROR_CODES_NONE, winerror_query_codes_search (codes, "5", FALSE, NULL));
  refuses ("query", WINERROR_SYMBOLS_NONE,
           winerror_query_symbols_search (NULL, words, fixture->answer));
  refuses ("words", WINERROR_SYMBOLS_NONE,
           winerror_query_symbols_search ("E", NULL, fixture->answer));
  refuses ("answer", WINERROR_SYMBOLS_NONE, winerror_query_symbols_search ("E", words, NULL));

  refuses ("words", FALSE, winerror_query_text_is_same (NULL, ""));
  refuses ("text", FALSE, winerror_query_text_is_same (words, NULL));

  refuses_others (NULL, winerror_index_compile (it, fixture->language));
  refuses ("language", NULL, winerror_index_compile (fixture->catalog, NULL));
  refuses ("bytes", NULL, winerror_index_new_from_bytes (NULL, fixture->language, NULL));
  refuses ("language", NULL, winerror_index_new_from_bytes (bytes, NULL, NULL));
  refuses_others (NULL, winerror_index_new_own (it));
  refuses_others (NULL, winerror_index_new_notes (it));
  refuses_others (NULL, winerror_index_new (it, fixture->language));
  refuses ("language", NULL, winerror_index_new (fixture->catalog, NULL));
  refuses ("texts", NULL, winerror_index_compile_counts (NULL, &number, "en"));
  refuses ("language", NULL, winerror_index_compile_counts (words, &number, NULL));
  refuses ("bytes", NULL, winerror_index_new_from_bytes_like (NULL, NULL, NULL));
  refuses ("other", NULL, winerror_index_new_from_bytes_like (bytes, NULL, NULL));
  refuses ("self", FALSE, winerror_index_check (NULL, NULL));
  refuses ("self", NULL, winerror_index_ref (NULL));
  refuses_to ("self", winerror_index_unref (NULL));

  refuses ("text", NULL, winerror_lexicon_new (NULL, -1));
  refuses ("language", NULL, winerror_lexicon_new_built_in (NULL));
  refuses ("self", NULL, winerror_lexicon_ref (NULL));
  refuses_to ("self", winerror_lexicon_unref (NULL));
  refuses ("self", 0, winerror_lexicon_get_stems (NULL, "", 0, stems));
  refuses ("word", 0, winerror_lexicon_get_stems (lexicon, NULL, 0, stems));

  refuses_others (NULL, winerror_sayings_compile (it, "", "en", NULL));
  refuses ("text", NULL, winerror_sayings_compile (fixture->catalog, NULL, "en", NULL));
  refuses ("language", NULL, winerror_sayings_compile (fixture->catalog, "", NULL, NULL));
  refuses ("bytes", NULL, winerror_sayings_new (NULL, NULL, NULL));
  refuses ("index", NULL, winerror_sayings_new (bytes, NULL, NULL));
  refuses ("language", NULL, winerror_sayings_load (NULL, NULL));
  refuses ("self", FALSE, winerror_sayings_check (NULL, NULL));
  refuses ("self", 0, winerror_sayings_get_n_sayings (NULL));
  refuses_to ("self", winerror_sayings_match (NULL, words, words, NULL, 0));
  refuses_to ("self", winerror_sayings_free (NULL));

  refuses_others (NULL, winerror_index_reader_new (it, NULL, 0));
  refuses ("languages", NULL, winerror_index_reader_new (fixture->catalog, NULL, 1));
  refuses ("self", 0, winerror_index_reader_get_n_left (NULL));
  refuses ("self", NULL, winerror_index_reader_take (NULL, FALSE));
  refuses_to ("self", winerror_index_reader_free (NULL));

  refuses ("language", NULL, winerror_indexes_new (NULL));
  refuses ("self", 0, winerror_indexes_get_n_main (NULL));
  refuses ("self", NULL, winerror_indexes_get_languages (NULL));
  refuses_to ("self", winerror_indexes_add_others (NULL));
  refuses ("self", NULL, winerror_indexes_get (NULL, fixture->catalog, 0));
  refuses ("self", NULL, winerror_indexes_get_sayings (NULL, fixture->catalog, 0));
  refuses ("self", FALSE, winerror_indexes_prepare (NULL, fixture->catalog, TRUE));
  refuses_to ("self", winerror_indexes_free (NULL));

  refuses_to ("self", winerror_matcher_resize (NULL, 1, 1));
  refuses_to ("self", winerror_matcher_prepare (NULL));
  refuses_to ("self", winerror_matcher_free (NULL));
  refuses ("self", NULL, winerror_matcher_run (NULL, NULL, NULL, words, NULL, NULL));
}

/* What is always a list is an empty one. */
static void
test_empty_lists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GHashTable) expansions = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ranges = NULL;

  refuses_to ("text", ranges = winerror_answer_find_ranges (fixture->answer, NULL));
  g_assert_cmpuint (ranges->len, ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) indexes = NULL;

      refuses_to ("_IS_",
                  indexes = winerror_own_indexes_new (i == 0 ? NULL : get_stranger (), NULL));
      g_assert_cmpuint (indexes->len, ==, 0);
    }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const ARGUMENTS[] = { "indexes", "words", "expansions" };
      g_autoptr (GArray) found = NULL;

      refuses_to (ARGUMENTS[i], found = winerror_synonyms_find (NULL, i == 0 ? NULL : nothing,
                                                                i == 1 ? NULL : nothing,
                                                                i == 2 ? NULL : expansions));
      g_assert_cmpuint (found->len, ==, 0);
    }
}

static void
test_results (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorResults) results = winerror_results_new ();
  g_autoptr (WinerrorResult) result = winerror_result_new ();
  const WinerrorLogPosition position = { 0 };

  refuses ("hits", NULL, winerror_answer_get_hit (fixture->answer, 0));
  refuses ("hits", NULL, winerror_answer_get_entry (fixture->answer, 0));

  refuses_to_others (winerror_result_set (it, fixture->answer, 0));
  refuses_to ("i <", winerror_result_set (result, fixture->answer, 0));
  refuses_to_others (winerror_result_set_code (it, fixture->report, 0));
  refuses_to_others (winerror_result_set_code (result, it, 0));
  refuses_others (NULL, winerror_result_get_code (it));
  refuses_others (0, winerror_result_get_code_index (it));
  refuses_others (NULL, winerror_result_dup_place (it, &position));
  refuses ("report", NULL, winerror_result_dup_place (result, &position));
  refuses_others (NULL, winerror_result_get_line (it));
  refuses_others (NULL, winerror_result_get_entry (it));
  refuses_others (WINERROR_RANK_ALL, winerror_result_get_rank (it));
  refuses_others (FALSE, winerror_result_begins_section (it));
  refuses_others (NULL, winerror_result_get_language (it));
  refuses_to_others (winerror_result_set_shown_language (it, NULL));
  refuses_others (NULL, winerror_result_get_description (it));
  refuses_others (NULL, winerror_result_find_ranges (it, ""));

  refuses_to_others (winerror_results_set_answer (it, fixture->answer));
  refuses_to ("answer", winerror_results_set_answer (results, NULL));
  refuses_to_others (
      winerror_results_set_report (it, fixture->report, WINERROR_LOG_ORDER_APPEARANCE));
  refuses_to_others (winerror_results_set_report (results, it, WINERROR_LOG_ORDER_APPEARANCE));
  refuses_others (NULL, winerror_results_get_report (it));
  refuses_others (NULL, winerror_results_get_answer (it));
  refuses_to_others (winerror_results_set_shown_language (it, NULL));
}

static void
test_ticket (Fixture *fixture, gconstpointer data)
{
  const WinerrorFormat none = WINERROR_N_FORMATS;
  WinerrorEntry *entry = winerror_catalog_get_entry (fixture->catalog, 0);
  WinerrorTicketOptions options = { .language = fixture->language };
  WinerrorTicketOptions nameless = { 0 };
  WinerrorTicketFields fields = { .options = &options };
  g_autoptr (GString) out = g_string_new (NULL);
  WinerrorFormat format;

  refuses ("format", NULL, winerror_format_get_info (none));
  refuses ("format", NULL, winerror_format_get_name (none));
  refuses ("format", NULL, winerror_format_get_title (none));
  refuses ("name", FALSE, winerror_format_from_name (NULL, &format, NULL));
  refuses ("format", FALSE, winerror_format_from_name ("text", NULL, NULL));
  refuses_to ("options", winerror_ticket_options_clear (NULL));
  refuses_to ("options", winerror_ticket_options_set_format (NULL, WINERROR_FORMAT_TEXT));
  refuses_to ("format", winerror_ticket_options_set_format (&options, none));

  refuses ("template_text", FALSE, winerror_ticket_template_check (NULL, NULL));
  refuses_to ("out", winerror_ticket_template_fill (NULL, &fields));
  refuses_to ("fields", winerror_ticket_template_fill (out, NULL));
  refuses_to ("template_text", winerror_ticket_template_fill (out, &fields));
  g_assert_cmpuint (out->len, ==, 0);

  refuses ("options", NULL, winerror_ticket_write (&entry, 1, NULL));
  refuses ("language", NULL, winerror_ticket_write (&entry, 1, &nameless));
  options.format = WINERROR_FORMAT_TEMPLATE;
  refuses ("template_text", NULL, winerror_ticket_write (&entry, 1, &options));
}

static void
test_own_tables (Fixture *fixture, gconstpointer data)
{
  const WinerrorFamily family = WINERROR_FAMILY_WIN32;
  g_autoptr (WinerrorOwnTables) tables = winerror_own_tables_new (NULL, fixture->catalog);

  refuses_others (NULL, winerror_own_tables_new (NULL, it));
  refuses_others (NULL, winerror_own_tables_load (it));
  refuses_to_others (winerror_own_tables_start (it));
  refuses_to_others (winerror_own_tables_reload (it));
  refuses_to ("started", winerror_own_tables_reload (tables));
  refuses_others (NULL, winerror_own_tables_get_catalog (it));
  refuses_others (NULL, winerror_own_tables_get_indexes (it));
  refuses_others (NULL, winerror_own_tables_get_files (it));
  refuses_to_others (winerror_own_tables_set_note_async (it, family, 5, NULL, NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } TESTS[] = {
    { "/preconditions/scan-words", test_scan_words },
    { "/preconditions/scanner", test_scanner },
    { "/preconditions/log-reading", test_log_reading },
    { "/preconditions/log-files", test_log_files },
    { "/preconditions/log-report", test_log_report },
    { "/preconditions/search", test_search },
    { "/preconditions/empty-lists", test_empty_lists },
    { "/preconditions/results", test_results },
    { "/preconditions/ticket", test_ticket },
    { "/preconditions/own-tables", test_own_tables },
  };

  winerror_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (TESTS); i++)
    g_test_add (TESTS[i].path, Fixture, NULL, set_up, TESTS[i].test, tear_down);
  return g_test_run ();
}
