// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What nobody types: hidden characters, texts of any length, settings that were written to by
 * something else. */

#include "winerror-settings.h"
#include "winerror-window-test.h"

#include <string.h>

/* What cannot be seen does not come into the search entry, whichever way it is put there; what
 * stands there is what is searched for. */
static void
test_hidden_characters (void)
{
  WinerrorWindow *window = open_window ();
  GtkEditable *entry = GTK_EDITABLE (find (window, "search_entry"));
  int position = 2;

  winerror_viewer_set_query (WINERROR_VIEWER (window), "\u200E1326\u202E");
  g_assert_cmpstr (get_query (window), ==, "1326");
  g_assert_cmpuint (current_code (window), ==, 1326);

  gtk_editable_insert_text (entry, "\u202E\u2066", -1, &position);
  g_assert_cmpstr (get_query (window), ==, "1326");
  g_assert_cmpint (position, ==, 2);
  gtk_editable_set_text (entry, "16");
  position = 2;
  gtk_editable_insert_text (entry, "\uFEFF03\u200B", -1, &position);
  g_assert_cmpstr (get_query (window), ==, "1603");
  g_assert_cmpint (position, ==, 4);
  g_assert_cmpuint (current_code (window), ==, 1603);

  /* several lines of a log stay what they are */
  winerror_viewer_set_query (WINERROR_VIEWER (window),
                             "\033[31merror 1326\033[0m\nerror 1603\u200E\n");
  g_assert_cmpuint (g_list_model_get_n_items (get_results (window)), ==, 2);
  close_window (window);
}

static void
test_hostile_queries (void)
{
  WinerrorWindow *window = open_window ();
  g_autofree char *huge = g_strnfill (200000, 'a');

  winerror_viewer_set_query (WINERROR_VIEWER (window), "\xff\xfe\x80 1326");
  g_assert_cmpuint (current_code (window), ==, 1326);
  winerror_viewer_set_query (WINERROR_VIEWER (window), huge);
  winerror_viewer_set_query (WINERROR_VIEWER (window), "<b>&amp;</b>\n\x1b[31m");
  winerror_viewer_set_query (WINERROR_VIEWER (window), "");
  g_assert_cmpuint (current_code (window), ==, 1300);
  close_window (window);
}

/* A template that was put into the settings and cannot be filled in is told of, each time. */
static void
test_broken_template (void)
{
  static const struct
  {
    const char *template_text;
    const char *fault;
  } cases[] = {
    { "{colour}",
      "Copied as Text\nThe template cannot be filled in. Character 1: expected one of " },
    { "{code", "Copied as Text\nThe template cannot be filled in. Character 1: expected one of " },
    { " \n", "Copied as Text\nThe template is empty." },
  };
  WinerrorWindow *window = open_window ();

  type (window, "0x52E");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *copied = NULL;

      g_settings_set_string (settings, "template", cases[i].template_text);
      g_settings_set_enum (settings, "format", WINERROR_FORMAT_TEMPLATE);
      activate (window, "win.copy");
      g_assert_true (g_str_has_prefix (get_notice (window), cases[i].fault));
      copied = read_clipboard (window);
      g_assert_true (g_str_has_prefix (copied, "ERROR_LOGON_FAILURE (1326, 0x52E)\n"));
    }

  g_settings_set_string (settings, "template", "{code}");
  activate (window, "win.copy");
  g_assert_cmpstr (get_notice (window), ==, "Copied as Template\n1326");
  g_settings_reset (settings, "format");
  g_settings_reset (settings, "template");
  close_window (window);
}

/* Of a million pinned codes, as many are listed as are kept; what is none is passed over. */
static void
test_many_pinned (void)
{
  const gsize n = 1000000;
  char **keys = g_new (char *, n + 1);
  WinerrorWindow *window = open_window ();

  keys[0] = g_strdup ("win32:1603");
  keys[1] = g_strdup ("no key \u202E");
  keys[2] = g_strdup ("win32:1326");
  for (gsize i = 3; i < n; i++)
    keys[i] = g_strdup_printf ("win32:%u", (guint) i + 100000);
  keys[n] = NULL;
  g_settings_set_strv (settings, "pinned-entries", (const char *const *) keys);
  g_strfreev (keys);

  type (window, "1314");
  type (window, "");
  g_assert_cmpuint (nth_code (window, 0), ==, 1603);
  g_assert_cmpuint (nth_code (window, 1), ==, 1326);
  g_assert_cmpuint (nth_code (window, 2), ==, 1300);
  g_settings_reset (settings, "pinned-entries");
  close_window (window);
}

int
main (int argc, char **argv)
{
  winerror_window_test_init (&argc, &argv);
  g_test_add_func ("/window-hostile/hidden-characters", test_hidden_characters);
  g_test_add_func ("/window-hostile/queries", test_hostile_queries);
  g_test_add_func ("/window-hostile/broken-template", test_broken_template);
  g_test_add_func ("/window-hostile/many-pinned", test_many_pinned);
  return winerror_window_test_run ();
}
