// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-export-actions.h"

#include "winerror-copy-actions.h"
#include "winerror-file-chooser.h"
#include "winerror-gettext.h"
#include "winerror-printout.h"
#include "winerror-text.h"
#include "winerror-ticket.h"

#include <string.h>

/* Saving and printing results. */

/* How much of a query is in the name of a file, in characters. */
#define MAX_NAME 40

/* What the name of a file ends with: the first that fits. A format that has none is a text. */
static const struct
{
  const char *suffix;
  WinerrorFormat format;
} suffixes[] = {
  { ".txt", WINERROR_FORMAT_TEXT },  { ".md", WINERROR_FORMAT_MARKDOWN },
  { ".html", WINERROR_FORMAT_HTML }, { ".htm", WINERROR_FORMAT_HTML },
  { ".csv", WINERROR_FORMAT_CSV },   { ".tsv", WINERROR_FORMAT_TSV },
  { ".json", WINERROR_FORMAT_JSON },
};

static const char *
get_suffix (WinerrorFormat format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (suffixes[i].format == format)
      return suffixes[i].suffix;
  return ".txt";
}

/* The format that a name asks for; the one that is chosen where the name says nothing else. */
static WinerrorFormat
find_format (const char *name, WinerrorFormat chosen)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (small, get_suffix (chosen)))
    return chosen;
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (small, suffixes[i].suffix))
      return suffixes[i].format;
  return chosen;
}

/* Those that are selected where they are several, else all results. */
static GPtrArray *
get_entries (WinerrorViewer *self)
{
  WinerrorResultSelection *selection = winerror_viewer_get_selection (self);
  GPtrArray *entries = winerror_result_selection_get_selected (selection);

  if (entries->len > 1)
    return entries;
  g_ptr_array_unref (entries);
  return winerror_result_selection_get_all (selection);
}

static char *
write_entries (WinerrorViewer *self, GPtrArray *entries, WinerrorFormat format)
{
  g_auto (WinerrorTicketOptions) options = { 0 };

  winerror_copy_actions_get_options (self, entries, format, &options);
  return winerror_ticket_write ((WinerrorEntry *const *) entries->pdata, entries->len, &options);
}

/* What the results are called: the query as far as it goes into the name of a file. */
static char *
dup_name (WinerrorViewer *self)
{
  const char *query = winerror_viewer_get_query (self);
  g_autofree char *start = g_utf8_substring (query, 0, MIN (g_utf8_strlen (query, -1), MAX_NAME));
  char *name = winerror_text_clean (start);

  g_strdelimit (name, "/\\:*?\"<>|", '_');
  g_strstrip (name);
  if (name[0] != '\0' && name[0] != '.')
    return name;
  g_free (name);
  return g_strdup ("winerror");
}

/* Saving */

typedef struct
{
  WinerrorViewer *viewer;
  guint n_entries;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (WinerrorViewer) self = saving->viewer;
  g_autoptr (GError) error = NULL;
  g_autofree char *basename = g_file_get_basename (G_FILE (source));
  g_autofree char *name = winerror_text_clean_path (basename != NULL ? basename : "/");
  g_autofree char *text = NULL;
  gboolean saved = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (!winerror_viewer_is_open (self)) /* closed in the meantime */
    return;
  if (saved)
    {
      /* Translators: a number of entries and the name of a file */
      text = g_strdup_printf (ngettext ("%u entry saved in %s", "%u entries saved in %s",
                                        saving->n_entries),
                              saving->n_entries, name);
      winerror_notice_show (winerror_viewer_get_notice (self), text, NULL);
      return;
    }
  text = g_strdup_printf ("%s: %s", name, error->message);
  winerror_notice_show_fault (winerror_viewer_get_notice (self), text, NULL);
}

/**
 * winerror_export_actions_save:
 * @viewer: a window
 * @file: where to; what is there is replaced
 *
 * Saves the results, or those that are selected where they are several, in the format that the name
 * of the file ends with; where that says nothing, in the one that is chosen.
 */
void
winerror_export_actions_save (WinerrorViewer *viewer, GFile *file)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  WinerrorFormat format;
  Saving *saving;

  g_return_if_fail (WINERROR_IS_VIEWER (viewer));
  g_return_if_fail (G_IS_FILE (file));

  name = g_file_get_basename (file);
  entries = get_entries (viewer);
  if (entries->len == 0)
    return;
  format = find_format (
      name, (WinerrorFormat) g_settings_get_enum (winerror_viewer_get_settings (viewer), "format"));
  text = write_entries (viewer, entries, format);
  if (format == WINERROR_FORMAT_HTML)
    {
      /* a page of its own says what it is written in */
      char *page = g_strconcat (
          "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>Winerror</title>\n", text, NULL);

      g_free (text);
      text = page;
    }
  bytes = g_bytes_new_take (text, strlen (text));
  text = NULL;

  saving = g_new (Saving, 1);
  saving->viewer = g_object_ref (viewer);
  saving->n_entries = entries->len;
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb,
                                       saving);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorViewer) self = data;
  g_autoptr (GFile) file = winerror_file_chooser_save_finish (result);

  if (file != NULL && winerror_viewer_is_open (self))
    winerror_export_actions_save (self, file);
}

static void
save_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  g_autofree char *query = dup_name (self);
  g_autofree char *name = NULL;

  if (winerror_viewer_get_current_entry (self) == NULL)
    return;
  name = g_strconcat (query,
                      get_suffix ((WinerrorFormat) g_settings_get_enum (
                          winerror_viewer_get_settings (self), "format")),
                      NULL);
  winerror_file_chooser_save_async (GTK_WINDOW (self), _ ("Save Results"), name, chosen_cb,
                                    g_object_ref (self));
}

/* Printing */

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  WinerrorViewer *self = data;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  winerror_notice_show_fault (winerror_viewer_get_notice (self), error->message, NULL);
}

static void
print_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WinerrorViewer *self = WINERROR_VIEWER (widget);
  WinerrorFormat format = (WinerrorFormat) g_settings_get_enum (winerror_viewer_get_settings (self),
                                                                "format");
  g_autoptr (GPtrArray) entries = get_entries (self);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (entries->len == 0)
    return;
  /* nobody reads the source of a page on paper */
  text = write_entries (self, entries,
                        format == WINERROR_FORMAT_HTML ? WINERROR_FORMAT_TEXT : format);
  name = dup_name (self);
  operation = winerror_printout_new (text, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

/**
 * winerror_export_actions_install:
 * @widget_class: the class of the window
 *
 * Installs the actions by which results leave the window otherwise than by the clipboard, and their
 * keys.
 */
void
winerror_export_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_activated);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print",
                                       NULL);
}
