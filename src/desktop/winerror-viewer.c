// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-viewer.h"

#include "winerror-gettext.h"
#include "winerror-highlight.h"
#include "winerror-log-display.h"
#include "winerror-settings.h"
#include "winerror-sizes.h"
#include "winerror-stay-above.h"
#include "winerror-template.h"
#include "winerror-text.h"

#include <string.h>

/* How many results a compact window has room for. */
#define N_COMPACT_ROWS 3

typedef struct
{
  GtkSearchEntry *search_entry;
  GtkMenuButton *menu_button;
  GtkStack *window_stack;
  GtkPaned *paned;
  GtkBox *progress_box;
  GtkProgressBar *progress_bar;
  WinerrorLogBar *log_bar;
  GtkLabel *hint_label; /* until something was copied for the first time */
  WinerrorResultList *result_list;
  WinerrorDetailPanel *detail_panel;
  GtkLabel *failure_label;
  WinerrorNotice *notice;

  GSettings *settings;
  WinerrorLanguage *language; /* of the interface */
  WinerrorLanguage *shown_language;
  WinerrorInquiry *inquiry;        /* NULL where the tables could not be loaded */
  WinerrorLogDisplay *log_display; /* NULL there too */
  WinerrorTitle *title;
  WinerrorSizes *sizes; /* NULL where the window is closed */
} WinerrorViewerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WinerrorViewer, winerror_viewer, GTK_TYPE_APPLICATION_WINDOW)

static WinerrorViewerPrivate *
get_private (WinerrorViewer *self)
{
  return winerror_viewer_get_instance_private (self);
}

/* Reads a text as a log where it is one. */
static gboolean
read_lines (WinerrorViewer *self, const char *text)
{
  WinerrorViewerPrivate *priv = get_private (self);
  g_autoptr (GBytes) bytes = NULL;

  if (priv->inquiry == NULL || !winerror_inquiry_is_log (text, strlen (text)))
    return FALSE;
  bytes = g_bytes_new (text, strlen (text));
  winerror_inquiry_read_text (priv->inquiry, bytes);
  return TRUE;
}

/* Answers what stands in the search entry, and shows the best result. A log stays until it is
 * closed; queries come between. (“changed” would tell of the blank between two texts, too.) */
static void
update_answer (WinerrorViewer *self)
{
  WinerrorViewerPrivate *priv = get_private (self);
  WinerrorOpenLog *log = winerror_inquiry_get_log (priv->inquiry);
  const char *query = winerror_viewer_get_query (self);
  gboolean is_blank = winerror_text_is_blank (query);
  g_autoptr (WinerrorAnswer) answer = NULL;

  winerror_inquiry_begin (priv->inquiry, query);
  winerror_title_set_subject (priv->title, is_blank ? winerror_open_log_get_name (log) : query);
  if (is_blank && winerror_open_log_get_report (log) != NULL)
    {
      winerror_log_display_show (priv->log_display);
      return;
    }

  winerror_log_display_hide (priv->log_display);
  if (read_lines (self, query))
    return;
  answer = winerror_inquiry_search (priv->inquiry, query);
  winerror_result_list_show_answer (priv->result_list, answer, FALSE);
}

/* Shows the current entry in the detail panel. */
static void
show_entry (WinerrorViewer *self)
{
  static const char *const actions[] = { "win.copy", "win.copy-as", "win.copy-value", "win.pin",
                                         "win.edit-note" };
  WinerrorViewerPrivate *priv = get_private (self);
  WinerrorResultSelection *selection = winerror_result_list_get_selection (priv->result_list);
  WinerrorEntry *entry = winerror_result_selection_get_current_entry (selection);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], entry != NULL);
  winerror_detail_panel_show (priv->detail_panel, entry,
                              winerror_result_selection_get_answer (selection),
                              priv->shown_language);
  /* it speaks of a result, and what is said in its stead needs the room */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (priv->hint_label)), entry != NULL);
  if (priv->log_display != NULL)
    winerror_log_display_show_places (priv->log_display);
}

/* Descriptions are shown in the language that is chosen in the settings. */
static void
update_language (WinerrorViewer *self)
{
  WinerrorViewerPrivate *priv = get_private (self);

  g_clear_pointer (&priv->shown_language, winerror_language_unref);
  priv->shown_language = winerror_settings_get_language (priv->settings, priv->language);
  winerror_result_selection_set_shown_language (winerror_viewer_get_selection (self),
                                                priv->shown_language != priv->language
                                                    ? priv->shown_language
                                                    : NULL);
}

static void
language_changed_cb (WinerrorViewer *self)
{
  update_language (self);
  show_entry (self);
}

/* A log that was read is shown; a text without codes was none, and is asked for what it says. */
static void
report_changed_cb (WinerrorViewer *self)
{
  WinerrorViewerPrivate *priv = get_private (self);
  WinerrorOpenLog *log = winerror_inquiry_get_log (priv->inquiry);
  WinerrorLogReport *report = winerror_open_log_get_report (log);
  g_autofree char *pasted = winerror_inquiry_steal_pasted (priv->inquiry);

  if (report != NULL && pasted != NULL && winerror_log_report_get_n_codes (report) == 0)
    {
      winerror_open_log_close (log);
      gtk_editable_set_text (GTK_EDITABLE (priv->search_entry), pasted);
    }
  else if (report != NULL && winerror_inquiry_is_overtaken (priv->inquiry))
    {
      /* Translators: the name of a log */
      g_autofree char *text = g_strdup_printf (_ ("%s has been read: Esc shows it"),
                                               winerror_open_log_get_name (log));

      winerror_notice_show (priv->notice, text, NULL);
    }
  else if (report != NULL && winerror_viewer_get_query (self)[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (priv->search_entry), "");
  else
    update_answer (self);
}

static void
failed_cb (WinerrorViewer *self, const char *message)
{
  winerror_notice_show_fault (get_private (self)->notice, message, NULL);
}

static gboolean
leave_list_cb (WinerrorResultList *list, GtkDirectionType direction, gpointer data)
{
  WinerrorViewerPrivate *priv = get_private (data);

  if (direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (GTK_WIDGET (priv->detail_panel), GTK_DIR_TAB_FORWARD);
  winerror_title_focus_search (priv->title);
  return TRUE;
}

static void
winerror_viewer_dispose (GObject *object)
{
  WinerrorViewerPrivate *priv = get_private (WINERROR_VIEWER (object));

  g_clear_pointer (&priv->sizes, winerror_sizes_free);
  g_clear_object (&priv->title);
  g_clear_pointer (&priv->log_display, winerror_log_display_free);
  if (priv->inquiry != NULL)
    winerror_open_log_cancel (winerror_inquiry_get_log (priv->inquiry));
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  g_clear_pointer (&priv->inquiry, winerror_inquiry_free);
  g_clear_pointer (&priv->language, winerror_language_unref);
  g_clear_pointer (&priv->shown_language, winerror_language_unref);
  g_clear_object (&priv->settings);

  G_OBJECT_CLASS (winerror_viewer_parent_class)->dispose (object);
}

static void
winerror_viewer_class_init (WinerrorViewerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = winerror_viewer_dispose;
}

static void
winerror_viewer_init (WinerrorViewer *self)
{
}

/**
 * winerror_viewer_set_template:
 * @widget_class: a class of viewers
 * @path: the path of a resource with its template
 *
 * Gives a class its template. It is not the one of this class: what is in a template would not find
 * the actions that are installed for a class below.
 */
void
winerror_viewer_set_template (GtkWidgetClass *widget_class, const char *path)
{
  g_type_ensure (WINERROR_TYPE_DETAIL_PANEL);
  g_type_ensure (WINERROR_TYPE_LOG_BAR);
  g_type_ensure (WINERROR_TYPE_NOTICE);
  g_type_ensure (WINERROR_TYPE_RESULT_LIST);
  winerror_template_set (widget_class, path);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, search_entry);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, menu_button);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, window_stack);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, paned);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, progress_box);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, progress_bar);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, log_bar);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, hint_label);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, result_list);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, detail_panel);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, failure_label);
  gtk_widget_class_bind_template_child_private (widget_class, WinerrorViewer, notice);
}

/**
 * winerror_viewer_init_template:
 * @self: a window whose class has a template
 *
 * Creates what is in the window; to be called when an instance of the class is initialized.
 */
void
winerror_viewer_init_template (WinerrorViewer *self)
{
  WinerrorViewerPrivate *priv = get_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  winerror_highlight_set_words (priv->hint_label, gtk_label_get_text (priv->hint_label));
  g_signal_connect_object (winerror_result_list_get_selection (priv->result_list),
                           "notify::current-entry", G_CALLBACK (show_entry), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->result_list, "leave", G_CALLBACK (leave_list_cb), self, 0);
  g_signal_connect_object (priv->notice, "said", G_CALLBACK (winerror_result_list_say),
                           priv->result_list, G_CONNECT_SWAPPED);
  priv->title = winerror_title_new (priv->search_entry, priv->menu_button);
}

/**
 * winerror_viewer_set_up:
 * @self: a window that is not shown yet
 * @settings: the settings of the application
 * @catalog: (nullable): the entries
 * @error: (nullable): why there is no catalog
 *
 * Lets a window show entries: all of them at first; without a catalog nothing but @error.
 */
void
winerror_viewer_set_up (WinerrorViewer *self,
                        GSettings *settings,
                        WinerrorCatalog *catalog,
                        const GError *error)
{
  WinerrorViewerPrivate *priv;
  WinerrorOpenLog *log;

  g_return_if_fail (WINERROR_IS_VIEWER (self));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail ((catalog == NULL) == (error != NULL));

  priv = get_private (self);
  priv->settings = g_object_ref (settings);
  priv->language = winerror_language_new_user ();
  update_language (self);
  winerror_detail_panel_connect (priv->detail_panel, settings, catalog);
  g_settings_bind (settings, "has-copied", priv->hint_label, "visible",
                   G_SETTINGS_BIND_GET | G_SETTINGS_BIND_INVERT_BOOLEAN);
  g_signal_connect_object (settings, "changed::description-language",
                           G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  if (catalog != NULL)
    {
      priv->inquiry = winerror_inquiry_new (settings, catalog, priv->language);
      log = winerror_inquiry_get_log (priv->inquiry);
      priv->log_display = winerror_log_display_new (
          log, settings,
          &(WinerrorLogParts){ GTK_WIDGET (priv->progress_box), priv->progress_bar, priv->log_bar,
                               priv->result_list, priv->detail_panel });
      g_signal_connect_object (log, "notify::report", G_CALLBACK (report_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (log, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
      update_answer (self);
      g_signal_connect_object (priv->search_entry, "notify::text", G_CALLBACK (update_answer), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      gtk_label_set_text (priv->failure_label, error->message);
      gtk_stack_set_visible_child_name (priv->window_stack, "failure");
      gtk_widget_set_sensitive (GTK_WIDGET (priv->search_entry), FALSE);
      show_entry (self);
      gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (priv->failure_label));
      gtk_label_select_region (priv->failure_label, 0, 0);
    }
  priv->sizes = winerror_sizes_new (settings, GTK_WINDOW (self), priv->paned);
  winerror_title_focus_search (priv->title);
}

/**
 * winerror_viewer_is_open:
 * @self: a window
 *
 * Returns: whether the window is still there, and not only held by somebody who waits for something
 */
gboolean
winerror_viewer_is_open (WinerrorViewer *self)
{
  return get_private (self)->sizes != NULL;
}

/**
 * winerror_viewer_get_settings:
 * @self: a window
 *
 * Returns: (transfer none): the settings of the application
 */
GSettings *
winerror_viewer_get_settings (WinerrorViewer *self)
{
  return get_private (self)->settings;
}

/**
 * winerror_viewer_get_inquiry:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): who answers; %NULL where there is no catalog
 */
WinerrorInquiry *
winerror_viewer_get_inquiry (WinerrorViewer *self)
{
  return get_private (self)->inquiry;
}

/**
 * winerror_viewer_get_catalog:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what it searches; %NULL where it could not be loaded
 */
WinerrorCatalog *
winerror_viewer_get_catalog (WinerrorViewer *self)
{
  WinerrorInquiry *inquiry;

  g_return_val_if_fail (WINERROR_IS_VIEWER (self), NULL);

  inquiry = get_private (self)->inquiry;
  return inquiry != NULL ? winerror_inquiry_get_catalog (inquiry) : NULL;
}

/**
 * winerror_viewer_set_catalog:
 * @self: a window that has a catalog
 * @catalog: another one
 * @indexes: (element-type WinerrorIndex) (nullable): those of the tables that are not built in
 *
 * Searches other entries, and answers again what stands in the search entry. The selection and the
 * position of the list stay, and so do the lines of a log.
 */
void
winerror_viewer_set_catalog (WinerrorViewer *self, WinerrorCatalog *catalog, GPtrArray *indexes)
{
  WinerrorViewerPrivate *priv = get_private (self);
  g_autoptr (WinerrorAnswer) answer = NULL;

  if (!winerror_inquiry_set_catalog (priv->inquiry, catalog, indexes))
    return;
  winerror_detail_panel_set_catalog (priv->detail_panel, catalog);
  if (winerror_viewer_shows_log (self))
    return;
  answer = winerror_inquiry_search (priv->inquiry, winerror_viewer_get_query (self));
  winerror_result_list_show_answer (priv->result_list, answer, TRUE);
}

/**
 * winerror_viewer_get_shown_language:
 * @self: a window
 *
 * Returns: (transfer none): the language of the descriptions that it shows
 */
WinerrorLanguage *
winerror_viewer_get_shown_language (WinerrorViewer *self)
{
  return get_private (self)->shown_language;
}

/**
 * winerror_viewer_get_title:
 * @self: a window
 *
 * Returns: (transfer none): its title bar
 */
WinerrorTitle *
winerror_viewer_get_title (WinerrorViewer *self)
{
  return get_private (self)->title;
}

/**
 * winerror_viewer_get_search_entry:
 * @self: a window
 *
 * Returns: (transfer none): where something is typed
 */
GtkSearchEntry *
winerror_viewer_get_search_entry (WinerrorViewer *self)
{
  return get_private (self)->search_entry;
}

/**
 * winerror_viewer_get_query:
 * @self: a window
 *
 * Returns: (transfer none): what stands in the search entry
 */
const char *
winerror_viewer_get_query (WinerrorViewer *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_private (self)->search_entry));
}

/**
 * winerror_viewer_set_query:
 * @self: a window
 * @query: what to search for; anything, made valid UTF-8 where it is not
 *
 * Searches for something as if it had been typed; several lines are read as a log.
 */
void
winerror_viewer_set_query (WinerrorViewer *self, const char *query)
{
  WinerrorViewerPrivate *priv;
  g_autofree char *valid = NULL;

  g_return_if_fail (WINERROR_IS_VIEWER (self));
  g_return_if_fail (query != NULL);

  priv = get_private (self);
  valid = g_utf8_make_valid (query, -1);
  if (!read_lines (self, valid))
    {
      if (priv->inquiry != NULL)
        winerror_open_log_cancel (winerror_inquiry_get_log (priv->inquiry));
      gtk_editable_set_text (GTK_EDITABLE (priv->search_entry), valid);
    }
  winerror_title_focus_search (priv->title);
}

/**
 * winerror_viewer_read_logs:
 * @self: a window
 * @files: (array length=n_files): logs
 * @n_files: how many
 *
 * Reads logs, and shows the codes that they carry. What is in the search entry goes then; where
 * none of the logs can be read, or the reading is cancelled, everything stays.
 */
void
winerror_viewer_read_logs (WinerrorViewer *self, GFile *const *files, guint n_files)
{
  WinerrorInquiry *inquiry;

  g_return_if_fail (WINERROR_IS_VIEWER (self));

  inquiry = get_private (self)->inquiry;
  if (inquiry != NULL)
    winerror_inquiry_read_logs (inquiry, files, n_files);
}

/**
 * winerror_viewer_update_list:
 * @self: a window
 *
 * Lists all entries again if they are listed: they begin with those that are pinned or recent.
 */
void
winerror_viewer_update_list (WinerrorViewer *self)
{
  if (get_private (self)->inquiry != NULL && winerror_viewer_get_query (self)[0] == '\0' &&
      !winerror_viewer_shows_log (self))
    update_answer (self);
}

/**
 * winerror_viewer_shows_log:
 * @self: a window
 *
 * Returns: whether the list shows what a log carries, and not the answer to a query
 */
gboolean
winerror_viewer_shows_log (WinerrorViewer *self)
{
  return winerror_result_selection_get_answer (winerror_viewer_get_selection (self)) == NULL;
}

/**
 * winerror_viewer_get_result_list:
 * @self: a window
 *
 * Returns: (transfer none): the list of results
 */
WinerrorResultList *
winerror_viewer_get_result_list (WinerrorViewer *self)
{
  return get_private (self)->result_list;
}

/**
 * winerror_viewer_get_selection:
 * @self: a window
 *
 * Returns: (transfer none): what of the results is selected
 */
WinerrorResultSelection *
winerror_viewer_get_selection (WinerrorViewer *self)
{
  return winerror_result_list_get_selection (get_private (self)->result_list);
}

/**
 * winerror_viewer_get_current_entry:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the entry that is shown
 */
WinerrorEntry *
winerror_viewer_get_current_entry (WinerrorViewer *self)
{
  return winerror_result_selection_get_current_entry (winerror_viewer_get_selection (self));
}

/**
 * winerror_viewer_get_detail_panel:
 * @self: a window
 *
 * Returns: (transfer none): what shows the current entry
 */
WinerrorDetailPanel *
winerror_viewer_get_detail_panel (WinerrorViewer *self)
{
  return get_private (self)->detail_panel;
}

/**
 * winerror_viewer_get_notice:
 * @self: a window
 *
 * Returns: (transfer none): what tells over the list what has been done
 */
WinerrorNotice *
winerror_viewer_get_notice (WinerrorViewer *self)
{
  return get_private (self)->notice;
}

/**
 * winerror_viewer_set_compact:
 * @self: a window
 * @compact: whether it is to be small
 *
 * Makes the window small, with the search entry and the best results, or large again.
 */
void
winerror_viewer_set_compact (WinerrorViewer *self, gboolean compact)
{
  WinerrorViewerPrivate *priv = get_private (self);

  winerror_result_list_set_rows (priv->result_list, compact ? N_COMPACT_ROWS : 1);
  gtk_widget_set_visible (GTK_WIDGET (priv->hint_label),
                          !compact && !g_settings_get_boolean (priv->settings, "has-copied"));
  winerror_sizes_set_compact (priv->sizes, compact);
  winerror_stay_above (GTK_WINDOW (self), compact);
  winerror_title_focus_search (priv->title);
}
