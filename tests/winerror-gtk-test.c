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
