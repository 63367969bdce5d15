// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-gtk-test.h"

#include "winerror-test-utils.h"

/**
 * winerror_gtk_test_init:
 * @argc: the number of arguments of main()
 * @argv: the arguments of main()
 *
 * Prepares a test with GTK. What GTK has for this wants a locale that need not be installed.
 */
void
winerror_gtk_test_init (int *argc, char ***argv)
{
  static const char *const domains[] = { "winerror", "Gtk",          "Gsk",
                                         "GLib",     "GLib-GObject", "GLib-GIO" };

  g_test_init (argc, argv, NULL);
  /* Some versions of Gdk warn of the time of their own frames; that is no fault of a window. */
  g_log_set_always_fatal ((GLogLevelFlags) (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL));
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    g_log_set_fatal_mask (domains[i], (GLogLevelFlags) (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL |
                                                        G_LOG_LEVEL_WARNING));
  winerror_test_init_language ();
  gtk_disable_setlocale ();
  gtk_init ();
}

/**
 * winerror_gtk_test_set_theme:
 * @high_contrast: whether it has a high contrast
 * @dark: whether it is dark
 *
 * Chooses among the themes of GTK, which must not be told of one by the environment.
 */
void
winerror_gtk_test_set_theme (gboolean high_contrast, gboolean dark)
{
  GtkSettings *settings = gtk_settings_get_default ();

#if GTK_CHECK_VERSION(4, 20, 0)
  /* the name of a theme says nothing of this any more */
  g_object_set (settings, "gtk-interface-color-scheme",
                dark ? GTK_INTERFACE_COLOR_SCHEME_DARK : GTK_INTERFACE_COLOR_SCHEME_LIGHT,
                "gtk-interface-contrast",
                high_contrast ? GTK_INTERFACE_CONTRAST_MORE : GTK_INTERFACE_CONTRAST_NO_PREFERENCE,
                NULL);
#else
  g_object_set (settings, "gtk-theme-name", high_contrast ? "Default-hc" : "Default",
                "gtk-application-prefer-dark-theme", dark, NULL);
#endif
}

static void
append_texts (GtkWidget *widget, GString *out)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (out, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, out);
}

/**
 * winerror_gtk_test_dup_texts:
 * @widget: a widget
 *
 * Returns: (transfer full): what the labels inside of it say that are shown, each on a line
 */
char *
winerror_gtk_test_dup_texts (GtkWidget *widget)
{
  GString *out = g_string_new (NULL);

  append_texts (widget, out);
  return g_string_free (out, FALSE);
}

/* Whether a text that has little room gets characters that it does not have. */
static gboolean
gets_hyphens (GtkLabel *label)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (label));
  PangoLayoutIter *iter;
  gboolean found = FALSE;

  pango_layout_set_width (layout, 60 * PANGO_SCALE);
  pango_layout_set_wrap (layout, gtk_label_get_wrap_mode (label));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      found = found || (run != NULL && run->glyphs->num_glyphs != run->item->num_chars);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
  return found;
}

/**
 * winerror_gtk_test_find_hyphen:
 * @widget: a widget
 *
 * Symbols, addresses and paths are what they are: where they are broken at the end of a line, they
 * get no hyphen.
 *
 * Returns: (nullable): the text of a label in it that would get a hyphen; %NULL where none does
 */
const char *
winerror_gtk_test_find_hyphen (GtkWidget *widget)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      gtk_label_get_wrap (GTK_LABEL (widget)) &&
      strlen (gtk_label_get_text (GTK_LABEL (widget))) > 12 && gets_hyphens (GTK_LABEL (widget)))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL;
       child = gtk_widget_get_next_sibling (child))
    text = winerror_gtk_test_find_hyphen (child);
  return text;
}
