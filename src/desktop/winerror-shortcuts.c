// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-shortcuts.h"

#include "winerror-gettext.h"

/* GtkShortcutsWindow is deprecated in GTK 4.18, cannot be scrolled, and shows some keys by their
 * names in the sources of GDK. */

/* What keys do; separated by blanks where several belong together. A title of a group has none. */
static const struct
{
  const char *title;
  const char *keys;
} shortcuts[] = {
  { NC_ ("shortcuts", "Search"), NULL },
  { NC_ ("shortcuts", "Go to the search entry"), "<Control>f" },
  { NC_ ("shortcuts", "Clear the search entry, or close the log"), "Escape" },
  { NC_ ("shortcuts", "Next or previous result"), "Down Up" },
  { NC_ ("shortcuts", "Results a page further"), "Page_Down Page_Up" },
  { NC_ ("shortcuts", "Open log files"), "<Control>o" },
  { NC_ ("shortcuts", "Next or previous place in the log"), "<Control>g <Control><Shift>g" },
  { NC_ ("shortcuts", "Read the log again"), "<Control>r" },
  { NC_ ("shortcuts", "Look up the clipboard"), "<Control><Shift>v" },
  { NC_ ("shortcuts", "Back and forward through queries"), "<Alt>Left <Alt>Right" },
  { NC_ ("shortcuts", "Code before or after in the table"), "<Alt>Up <Alt>Down" },
  { NC_ ("shortcuts", "Copy"), NULL },
  { NC_ ("shortcuts", "Copy the ticket text, or the selected text"), "<Control>c" },
  { NC_ ("shortcuts", "Copy the selected result"), "Return" },
  { NC_ ("shortcuts", "Choose a format and copy"), "<Control><Shift>c" },
  { NC_ ("shortcuts", "Select all results"), "<Control>a" },
  { NC_ ("shortcuts", "Save or print the results"), "<Control>s <Control>p" },
  { NC_ ("shortcuts", "Pin or unpin the entry"), "<Control>d" },
  { NC_ ("shortcuts", "Write or change your note on the entry"), "<Control>n" },
  { NC_ ("shortcuts", "Menu of the entry"), "<Shift>F10 Menu" },
  { NC_ ("shortcuts", "General"), NULL },
  { NC_ ("shortcuts", "Preferences"), "<Control>comma" },
  { NC_ ("shortcuts", "Keyboard shortcuts"), "F1 <Control>question" },
  { NC_ ("shortcuts", "Main menu"), "F10" },
  { NC_ ("shortcuts", "Close the window"), "<Control>w" },
  { NC_ ("shortcuts", "Quit"), "<Control>q" },
  { NC_ ("shortcuts", "New window"), "<Control><Shift>n" },
  { NC_ ("shortcuts", "Compact window, and back"), "F11" },
  { NC_ ("shortcuts", "Larger, smaller or normal text"),
    "<Control>plus <Control>minus <Control>0" },
};

/* The keys as they are called on the keyboard. */
static char *
dup_label (const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      GdkModifierType modifiers;
      guint key;

      gtk_accelerator_parse (names[i], &key, &modifiers);
      /* in some languages GTK leaves the names as they are in its sources: Page_Down */
      label = g_strdelimit (gtk_accelerator_get_label (key, modifiers), "_", ' ');
      g_strv_builder_add (builder, label);
    }
  labels = g_strv_builder_end (builder);
  return g_strjoinv ("  ", labels);
}

static GtkWidget *
add_label (GtkGrid *grid, const char *text, int column, int row, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_grid_attach (grid, label, column, row, width, 1);
  return label;
}

static GtkWidget *
create_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_widget_add_css_class (grid, "detail");
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *title = winerror_pgettext ("shortcuts", shortcuts[i].title);

      if (shortcuts[i].keys == NULL)
        {
          GtkWidget *heading = add_label (GTK_GRID (grid), title, 0, (int) i, 2);

          gtk_widget_add_css_class (heading, "heading");
          gtk_widget_set_margin_top (heading, i > 0 ? 12 : 0);
        }
      else
        {
          g_autofree char *keys = dup_label (shortcuts[i].keys);

          add_label (GTK_GRID (grid), keys, 0, (int) i, 1);
          gtk_widget_set_hexpand (add_label (GTK_GRID (grid), title, 1, (int) i, 1), TRUE);
        }
    }
  return grid;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/**
 * winerror_shortcuts_show:
 * @parent: the window
 *
 * Shows the keys of the window.
 */
void
winerror_shortcuts_show (GtkWindow *parent)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 560);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_grid ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Keyboard Shortcuts"), -1);
  gtk_window_set_child (GTK_WINDOW (window), scroller);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}
