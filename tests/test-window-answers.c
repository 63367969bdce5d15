// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The window gives the entries that the search gives, in its order, for what people type; and so
 * does winerror-cli, which takes some time to be started and is asked for a part. */

#include "winerror-window-test.h"

#include <string.h>

#define N_QUERIES 200
#define N_PRINTED 20
#define N_RESULTS 20

static void
append_entry (GString *text, WinerrorEntry *entry)
{
  g_autofree char *hex = winerror_family_format_hex (winerror_entry_get_family (entry),
                                                     winerror_entry_get_code (entry));
  const char *symbol = winerror_entry_get_symbol (entry);

  g_string_append_printf (text, "%s:%s\n", symbol != NULL ? symbol : "", hex);
}

/* What the list has, in the form of the template below. */
static char *
list_answer (WinerrorWindow *window)
{
  GListModel *results = get_results (window);
  guint n = MIN (g_list_model_get_n_items (results), N_RESULTS);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WinerrorResult) result = g_list_model_get_item (results, i);

      append_entry (text, winerror_result_get_entry (result));
    }
  return g_string_free (text, FALSE);
}

/* The same of what a search of its own finds. */
static char *
search_answer (WinerrorSearch *search, const char *query)
{
  g_autoptr (WinerrorAnswer) answer = winerror_search_run (search, query);
  guint n = MIN (winerror_answer_get_n_hits (answer), N_RESULTS);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    append_entry (text, winerror_answer_get_entry (answer, i));
  return g_string_free (text, FALSE);
}

static char *
print_answer (const char *query)
{
  const char *const command[] = { g_getenv ("WINERROR_CLI"),
                                  "--limit=" G_STRINGIFY (N_RESULTS),
                                  "--template={symbol}:{hex}",
                                  "--",
                                  query,
                                  NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      command, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  char *text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) rows = winerror_test_load_rows ("queries.tsv", 5);
  WinerrorWindow *window = open_window ();
  g_autoptr (WinerrorLanguage) language = winerror_language_new_user ();
  WinerrorSearch *search = winerror_search_new (
      winerror_viewer_get_catalog (WINERROR_VIEWER (window)), language);
  guint n_tune = 0;
  guint n = 0;

  for (guint i = 0; i < rows->len && n < N_QUERIES; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *listed = NULL;
      g_autofree char *found = NULL;

      /* every fourth of those that the search is tuned to */
      if (!g_str_equal (row[0], "tune") || n_tune++ % 4 != 0)
        continue;
      type (window, row[4]);
      listed = list_answer (window);
      found = search_answer (search, row[4]);
      g_test_message ("%s", row[4]);
      g_assert_cmpstr (listed, ==, found);
      if (n % (N_QUERIES / N_PRINTED) == 0)
        {
          g_autofree char *printed = print_answer (row[4]);

          g_assert_cmpstr (listed, ==, printed);
        }
      n++;
    }
  g_assert_cmpuint (n, ==, N_QUERIES);
  winerror_search_free (search);
  close_window (window);
}

static void
note_code_cb (WinerrorWindow *window)
{
  g_string_append_printf (g_object_get_data (G_OBJECT (window), "codes"), "%u ",
                          current_code (window));
}

/* A query that takes the place of another is answered once; nothing is shown in between. */
static void
test_once (void)
{
  WinerrorWindow *window = open_window ();
  g_autoptr (GString) codes = g_string_new (NULL);

  winerror_viewer_set_query (WINERROR_VIEWER (window), "1326");
  g_signal_connect_object (get_selection (window), "notify::current-entry",
                           G_CALLBACK (note_code_cb), window, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (window), "codes", codes);
  winerror_viewer_set_query (WINERROR_VIEWER (window), "1327");
  type (window, "1329");
  winerror_viewer_set_query (WINERROR_VIEWER (window), "");
  winerror_viewer_set_query (WINERROR_VIEWER (window), "1328");
  g_assert_cmpstr (codes->str, ==, "1327 1329 1300 1328 ");
  close_window (window);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);
  g_test_add_func ("/window-answers/order", test_order);
  g_test_add_func ("/window-answers/once", test_once);
  return winerror_window_test_run ();
}
