// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What the functions of the desktop program refuse. */

#include "refusal.h"
#include "winerror-about-code.h"
#include "winerror-advice-view.h"
#include "winerror-announce.h"
#include "winerror-clipboard.h"
#include "winerror-context-menu.h"
#include "winerror-export-actions.h"
#include "winerror-file-chooser.h"
#include "winerror-forms.h"
#include "winerror-history.h"
#include "winerror-import-box.h"
#include "winerror-inquiry.h"
#include "winerror-lock.h"
#include "winerror-log-display.h"
#include "winerror-log-places.h"
#include "winerror-menus.h"
#include "winerror-note-row.h"
#include "winerror-printout.h"
#include "winerror-renderer.h"
#include "winerror-see-also.h"
#include "winerror-shortcuts.h"
#include "winerror-sizes.h"
#include "winerror-status.h"
#include "winerror-table-row.h"
#include "winerror-tables-page.h"
#include "winerror-template.h"
#include "winerror-ticket-content.h"
#include "winerror-value-row.h"
#include "winerror-window-test.h"

typedef struct
{
  WinerrorWindow *window;
  WinerrorCatalog *catalog;
  WinerrorEntry *entry;
  WinerrorLanguage *language;
  GPtrArray *widgets;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = open_window ();
  fixture->catalog = winerror_viewer_get_catalog (WINERROR_VIEWER (fixture->window));
  fixture->entry = winerror_catalog_get_entry (fixture->catalog, 0);
  fixture->language = winerror_language_new_source ();
  fixture->widgets = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->widgets);
  winerror_language_unref (fixture->language);
  close_window (fixture->window);
}

/* Something of @type that is in no window. */
static gpointer
make (Fixture *fixture, GType type)
{
  gpointer object = g_object_new (type, NULL);

  if (g_object_is_floating (object))
    g_object_ref_sink (object);
  g_ptr_array_add (fixture->widgets, object);
  return object;
}

static void
test_panel (Fixture *fixture, gconstpointer data)
{
  WinerrorAboutCode *about = make (fixture, WINERROR_TYPE_ABOUT_CODE);
  WinerrorAdviceView *view = make (fixture, WINERROR_TYPE_ADVICE_VIEW);
  WinerrorForms *forms = make (fixture, WINERROR_TYPE_FORMS);
  WinerrorSeeAlso *see_also = make (fixture, WINERROR_TYPE_SEE_ALSO);
  WinerrorDetailPanel *panel = make (fixture, WINERROR_TYPE_DETAIL_PANEL);
  WinerrorDetailPanel *shown = find (fixture->window, "detail_panel");
  const WinerrorAdvice advice = { 0 };

  refuses_to_others (winerror_about_code_show (it, fixture->entry));
  refuses_to_others (winerror_about_code_show (about, it));
  refuses_to_others (
      winerror_advice_view_show (it, fixture->entry, &advice, NULL, fixture->language));
  refuses_to_others (winerror_advice_view_show (view, it, &advice, NULL, fixture->language));
  refuses_to ("advice",
              winerror_advice_view_show (view, fixture->entry, NULL, NULL, fixture->language));
  refuses_to ("language", winerror_advice_view_show (view, fixture->entry, &advice, NULL, NULL));
  refuses_to_others (winerror_see_also_show (it, &advice, NULL, fixture->language));
  refuses_to ("language", winerror_see_also_show (see_also, &advice, NULL, NULL));
  refuses_to_others (winerror_forms_show (it, fixture->entry));
  refuses_to_others (winerror_forms_show (forms, it));
  refuses_to_others (winerror_forms_show_parts (it, fixture->entry));
  refuses_to_others (winerror_forms_show_parts (forms, it));

  refuses_to_others (winerror_detail_panel_set_catalog (it, fixture->catalog));
  refuses_to_others (winerror_detail_panel_connect (it, settings, fixture->catalog));
  refuses_to_others (winerror_detail_panel_connect (panel, it, fixture->catalog));
  refuses_to ("settings", winerror_detail_panel_connect (shown, settings, fixture->catalog));
  refuses_to_others (winerror_detail_panel_show (it, NULL, NULL, fixture->language));
  refuses_to ("entry",
              winerror_detail_panel_show (panel, get_stranger (), NULL, fixture->language));
  refuses_to ("language", winerror_detail_panel_show (panel, fixture->entry, NULL, NULL));
  refuses_others (NULL, winerror_detail_panel_get_notes (it));
  refuses_to_others (winerror_detail_panel_show_places (it, NULL, 0));
  refuses_to_others (winerror_detail_panel_move_place (it, 1));
  refuses_to_others (winerror_detail_panel_set_ready (it));
  refuses_others (FALSE, winerror_detail_panel_is_ready (it));
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  WinerrorNoteRow *row = make (fixture, WINERROR_TYPE_NOTE_ROW);
  WinerrorNotesView *view = make (fixture, WINERROR_TYPE_NOTES_VIEW);
  WinerrorNotice *notice = make (fixture, WINERROR_TYPE_NOTICE);
  const WinerrorNote note = { 0 };

  refuses_to_others (winerror_note_row_show (it, &note, NULL, NULL));
  refuses_to ("note", winerror_note_row_show (row, NULL, NULL, NULL));
  refuses_to_others (winerror_notes_view_set_tables (it, NULL));
  refuses_to_others (winerror_notes_view_show (it, fixture->entry, NULL));
  refuses_to ("entry", winerror_notes_view_show (view, get_stranger (), NULL));
  refuses_to_others (winerror_notes_view_edit (it));
  refuses_to ("entry", winerror_notes_view_edit (view));
  winerror_notes_view_show (view, fixture->entry, NULL);
  refuses_to ("tables", winerror_notes_view_edit (view));
  g_assert_false (winerror_notes_view_is_editing (view));
  refuses_others (FALSE, winerror_notes_view_is_editing (it));
  refuses_others (FALSE, winerror_notes_view_is_changed (it));
  refuses_to_others (winerror_notes_view_save (it));

  refuses_to_others (winerror_notice_show (it, "", NULL));
  refuses_to ("text", winerror_notice_show (notice, NULL, NULL));
  refuses_to_others (winerror_notice_show_fault (it, "", NULL));
  refuses_to ("text", winerror_notice_show_fault (notice, NULL, NULL));
  refuses_to_others (winerror_notice_show_button (it, "", "", "win.copy", NULL));
  refuses_to ("text", winerror_notice_show_button (notice, NULL, "", "win.copy", NULL));
  refuses_to ("action", winerror_notice_show_button (notice, "", "", NULL, NULL));
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  WinerrorResultList *list = find (fixture->window, "result_list");
  WinerrorResultSelection *selection = get_selection (fixture->window);
  WinerrorAnswer *answer = winerror_result_selection_get_answer (selection);
  GtkListView *list_view = find_in_list (fixture->window, "list_view");
  g_autoptr (WinerrorLogReport) report = winerror_log_report_new (fixture->catalog, 10);
  g_autoptr (WinerrorResult) result = winerror_result_new ();
  const guint n = g_list_model_get_n_items (get_results (fixture->window));

  refuses_to_others (
      winerror_result_list_show_report (it, report, WINERROR_LOG_ORDER_APPEARANCE, ""));
  refuses_to_others (
      winerror_result_list_show_report (list, it, WINERROR_LOG_ORDER_APPEARANCE, ""));
  refuses_to ("name",
              winerror_result_list_show_report (list, report, WINERROR_LOG_ORDER_APPEARANCE, NULL));
  refuses_others (NULL, winerror_result_list_get_selection (it));
  refuses_to_others (winerror_result_list_say (it, ""));
  refuses_to ("text", winerror_result_list_say (list, NULL));
  refuses_others (FALSE, winerror_result_list_is_chosen (it));
  refuses_to_others (winerror_result_list_set_rows (it, 1));
  refuses_to ("n > 0", winerror_result_list_set_rows (list, 0));
  refuses_to_others (winerror_result_list_move (it, 1));
  refuses_to_others (winerror_result_list_popup_menu (it, NULL));
  refuses_to_others (winerror_result_list_popup_menu (list, it));

  refuses_to_others (winerror_result_selection_set_answer (it, answer, 1));
  refuses_to ("answer", winerror_result_selection_set_answer (selection, NULL, 1));
  refuses_to_others (winerror_result_selection_update_answer (it, answer));
  refuses_to ("answer", winerror_result_selection_update_answer (selection, NULL));
  refuses_to_others (
      winerror_result_selection_set_report (it, report, WINERROR_LOG_ORDER_APPEARANCE, 1));
  refuses_to_others (
      winerror_result_selection_set_report (selection, it, WINERROR_LOG_ORDER_APPEARANCE, 1));
  refuses_others (NULL, winerror_result_selection_get_report (it));
  refuses_others (G_MAXUINT, winerror_result_selection_get_current_code (it));
  refuses_to_others (winerror_result_selection_set_shown_language (it, NULL));
  refuses_others (NULL, winerror_result_selection_get_answer (it));
  refuses_others (NULL, winerror_result_selection_get_model (it));
  refuses_to_others (winerror_result_selection_ensure (it, 1));
  refuses_to_others (winerror_result_selection_select_all (it));
  refuses_others (FALSE, winerror_result_selection_select_result (it, result));
  refuses_others (FALSE, winerror_result_selection_select_result (selection, it));
  refuses_to_others (winerror_result_selection_select_entry (it, fixture->entry));
  refuses_to_others (winerror_result_selection_select_entry (selection, it));
  refuses_others (FALSE, winerror_result_selection_move (it, 1));
  refuses_others (NULL, winerror_result_selection_get_all (it));
  refuses_others (NULL, winerror_result_selection_get_selected (it));
  refuses_to_others (winerror_result_selection_set_current (it, 0));
  refuses_others (GTK_INVALID_LIST_POSITION, winerror_result_selection_get_current (it));
  refuses_others (NULL, winerror_result_selection_get_current_entry (it));

  refuses_to_others (winerror_row_set_result (it, result));
  refuses_others (NULL, winerror_row_get_result (it));
  refuses_others (NULL, winerror_row_pick (it, 0, 0));
  refuses_others (NULL, winerror_row_find_plain (it));
  refuses_others (NULL, winerror_row_find (it, result));
  refuses_others (NULL, winerror_row_find (list_view, it));

  refuses ("answer", NULL, winerror_status_count_answer (NULL));
  refuses_others (NULL, winerror_status_describe_selection (it));
  g_assert_cmpuint (g_list_model_get_n_items (get_results (fixture->window)), ==, n);
}

static void
test_inquiry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorInquiry)
      inquiry = winerror_inquiry_new (settings, fixture->catalog, fixture->language);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  WinerrorHistory *history = winerror_history_new ();

  refuses_others (NULL, winerror_inquiry_new (it, fixture->catalog, fixture->language));
  refuses ("self", NULL, winerror_inquiry_get_catalog (NULL));
  refuses_to ("self", winerror_inquiry_prepare (NULL));
  refuses ("self", FALSE, winerror_inquiry_set_catalog (NULL, fixture->catalog, NULL));
  refuses_to ("self", winerror_inquiry_begin (NULL, ""));
  refuses_to ("query", winerror_inquiry_begin (inquiry, NULL));
  refuses ("self", NULL, winerror_inquiry_search (NULL, ""));
  refuses ("query", NULL, winerror_inquiry_search (inquiry, NULL));
  refuses ("self", NULL, winerror_inquiry_get_log (NULL));
  refuses ("text", FALSE, winerror_inquiry_is_log (NULL, 0));
  refuses_to ("self", winerror_inquiry_read_text (NULL, bytes));
  refuses_to ("text", winerror_inquiry_read_text (inquiry, NULL));
  refuses_to ("self", winerror_inquiry_read_logs (NULL, NULL, 0));
  refuses_to ("files", winerror_inquiry_read_logs (inquiry, NULL, 1));
  refuses ("self", NULL, winerror_inquiry_steal_pasted (NULL));
  refuses ("self", FALSE, winerror_inquiry_is_overtaken (NULL));

  refuses_to ("self", winerror_history_free (NULL));
  refuses_to ("self", winerror_history_note (NULL, ""));
  refuses_to ("query", winerror_history_note (history, NULL));
  refuses ("self", NULL, winerror_history_go (NULL, 1));
  refuses ("step", NULL, winerror_history_go (history, 0));
  winerror_history_free (history);
}

static void
test_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorOpenLog) log = winerror_open_log_new (fixture->catalog);
  WinerrorLogBar *bar = make (fixture, WINERROR_TYPE_LOG_BAR);
  WinerrorLogPlaces *places = make (fixture, WINERROR_TYPE_LOG_PLACES);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  const WinerrorLogParts parts = { 0 };

  refuses_others (NULL, winerror_open_log_new (it));
  refuses_to_others (winerror_open_log_reload (it));
  refuses_to_others (winerror_open_log_set_catalog (it, fixture->catalog));
  refuses_to_others (winerror_open_log_set_catalog (log, it));
  refuses_to_others (winerror_open_log_read (it, NULL, 0));
  refuses_to ("files", winerror_open_log_read (log, NULL, 1));
  refuses_to_others (winerror_open_log_read_text (it, bytes));
  refuses_to ("text", winerror_open_log_read_text (log, NULL));
  refuses_to_others (winerror_open_log_set_encoding (it, NULL));
  refuses_to_others (winerror_open_log_cancel (it));
  refuses_to_others (winerror_open_log_close (it));
  refuses_others (NULL, winerror_open_log_get_reading_name (it));
  refuses_others (0, winerror_open_log_get_fraction (it));
  refuses_others (NULL, winerror_open_log_get_report (it));
  refuses_others (NULL, winerror_open_log_get_name (it));
  refuses_others (NULL, winerror_open_log_get_logs (it));

  refuses_to_others (winerror_log_bar_show (it, log));
  refuses_to_others (winerror_log_bar_show (bar, it));
  refuses_to ("report", winerror_log_bar_show (bar, log));
  refuses_others (NULL, winerror_log_display_new (it, settings, &parts));
  refuses_others (NULL, winerror_log_display_new (log, it, &parts));
  refuses ("parts", NULL, winerror_log_display_new (log, settings, NULL));
  refuses_to_others (winerror_log_places_show (it, log, 0));
  refuses_to ("log", winerror_log_places_show (places, get_stranger (), 0));
  refuses_to_others (winerror_log_places_move (it, 1));
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  GtkLabel *label = make (fixture, GTK_TYPE_LABEL);
  GtkPopover *popover = make (fixture, GTK_TYPE_POPOVER);
  WinerrorContextMenu *menu = winerror_context_menu_new (
      find_in_list (fixture->window, "list_view"), NULL);

  refuses_to_others (winerror_announce (it, ""));
  refuses_to ("text", winerror_announce (GTK_WIDGET (label), NULL));
  refuses_to_others (winerror_announce_in_label (it, ""));
  refuses_to ("text", winerror_announce_in_label (label, NULL));

  refuses_to_others (winerror_clipboard_read_text_async (it, NULL, NULL, NULL));
  refuses ("result", NULL, winerror_clipboard_read_text_finish (get_stranger (), NULL));

  refuses_to ("self", winerror_context_menu_free (NULL));
  refuses_to ("self", winerror_context_menu_open (NULL, NULL, NULL));
  refuses_to_others (winerror_context_menu_open (menu, it, NULL));
  winerror_context_menu_free (menu);

  refuses_to_others (winerror_lock_bind (it, "format", GTK_WIDGET (label)));
  refuses_to_others (winerror_lock_bind (settings, "format", it));
  refuses_to ("GTK_IS_BOX", winerror_lock_bind (settings, "format", GTK_WIDGET (label)));
  refuses_to_others (winerror_menus_connect_closed (it, NULL, NULL));
  refuses_to ("callback", winerror_menus_connect_closed (popover, NULL, NULL));
  refuses_to_others (winerror_menus_set_name (it, ""));
  refuses_to ("name", winerror_menus_set_name (popover, NULL));
  refuses_others (FALSE, winerror_menus_close (it));

  refuses ("text", NULL, winerror_printout_new (NULL, ""));
  refuses ("name", NULL, winerror_printout_new ("", NULL));
  refuses_to ("devices", winerror_renderer_init (NULL));
  refuses_to_others (winerror_shortcuts_show (it));
  refuses_to ("self", winerror_sizes_free (NULL));
  refuses_to ("self", winerror_sizes_set_compact (NULL, TRUE));
  refuses ("plain", NULL, winerror_ticket_content_new (NULL, ""));
  refuses ("html", NULL, winerror_ticket_content_new ("", NULL));
  refuses_to_others (winerror_value_row_set_ranges (it, NULL));
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  WinerrorViewer *viewer = WINERROR_VIEWER (fixture->window);
  WinerrorImportBox *box = make (fixture, WINERROR_TYPE_IMPORT_BOX);
  WinerrorTablesPage *page = make (fixture, WINERROR_TYPE_TABLES_PAGE);
  g_autoptr (WinerrorOwnTables) tables = winerror_own_tables_new (NULL, fixture->catalog);
  g_autoptr (GFile) file = g_file_new_for_path ("/");

  refuses_to_others (winerror_export_actions_save (it, file));
  refuses_to_others (winerror_export_actions_save (viewer, it));
  refuses_to_others (winerror_file_chooser_open_async (it, "", WINERROR_FILE_KIND_LOG, NULL, NULL));
  refuses_to ("title",
              winerror_file_chooser_open_async (window, NULL, WINERROR_FILE_KIND_LOG, NULL, NULL));
  refuses ("result", NULL, winerror_file_chooser_open_finish (get_stranger ()));
  refuses_to_others (winerror_file_chooser_save_async (it, "", "", NULL, NULL));
  refuses_to ("title", winerror_file_chooser_save_async (window, NULL, "", NULL, NULL));
  refuses_to ("name", winerror_file_chooser_save_async (window, "", NULL, NULL, NULL));
  refuses ("result", NULL, winerror_file_chooser_save_finish (get_stranger ()));

  refuses_to_others (winerror_import_box_add (it, file));
  refuses_to_others (winerror_import_box_add (box, it));
  refuses_others (NULL, winerror_tables_page_new (it, tables));
  refuses_others (NULL, winerror_tables_page_new (settings, it));
  refuses_to_others (winerror_tables_page_import (it, file));
  refuses_to_others (winerror_tables_page_import (page, it));
  refuses_others (NULL, winerror_table_row_get_key (it));
  refuses_to_others (winerror_table_row_show (it, NULL));
}

static void
test_window (Fixture *fixture, gconstpointer data)
{
  WinerrorWindow *window = fixture->window;
  WinerrorViewer *viewer = WINERROR_VIEWER (window);
  g_autoptr (WinerrorOwnTables) tables = winerror_own_tables_new (NULL, fixture->catalog);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "a fault");

  refuses_to_others (winerror_viewer_set_up (it, settings, fixture->catalog, NULL));
  refuses_to_others (winerror_viewer_set_up (viewer, it, fixture->catalog, NULL));
  refuses_to ("error", winerror_viewer_set_up (viewer, settings, fixture->catalog, error));
  refuses_to ("error", winerror_viewer_set_up (viewer, settings, NULL, NULL));
  refuses_others (NULL, winerror_viewer_get_catalog (it));
  refuses_to_others (winerror_viewer_set_query (it, ""));
  refuses_to ("query", winerror_viewer_set_query (viewer, NULL));
  refuses_to_others (winerror_viewer_read_logs (it, NULL, 0));

  refuses_others (NULL, winerror_window_new (it, settings, fixture->catalog, NULL));
  refuses_others (NULL, winerror_window_new (application, it, fixture->catalog, NULL));
  refuses ("error", NULL, winerror_window_new (application, settings, NULL, NULL));
  refuses ("error", NULL, winerror_window_new (application, settings, fixture->catalog, error));
  refuses_to_others (winerror_window_follow_tables (it, tables));
  refuses_to_others (winerror_window_follow_tables (window, it));
  refuses_to_others (winerror_window_start_tables (it));
  refuses_to_others (winerror_window_open_link (it, "winerror:5"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } TESTS[] = {
    { "/preconditions/panel", test_panel }, { "/preconditions/notes", test_notes },
    { "/preconditions/list", test_list },   { "/preconditions/inquiry", test_inquiry },
    { "/preconditions/log", test_log },     { "/preconditions/parts", test_parts },
    { "/preconditions/files", test_files }, { "/preconditions/window", test_window },
  };

  winerror_window_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (TESTS); i++)
    g_test_add (TESTS[i].path, Fixture, NULL, set_up, TESTS[i].test, tear_down);
  return winerror_window_test_run ();
}
