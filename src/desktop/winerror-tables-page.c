// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-tables-page.h"

#include "winerror-file-chooser.h"
#include "winerror-gettext.h"
#include "winerror-import-box.h"
#include "winerror-own-folder.h"
#include "winerror-table-row.h"
#include "winerror-template.h"
#include "winerror-text.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* How many rows are made or changed before what else there is to do. */
#define ROWS_A_TURN 8

/**
 * WinerrorTablesPage:
 *
 * All tables and notes, those first that count most; they are switched on and off, imported and
 * removed here. What changes in them is followed.
 */
struct _WinerrorTablesPage
{
  GtkWidget parent_instance;

  GtkButton *import_button;
  WinerrorImportBox *import_box;
  GtkLabel *status_label;
  GtkListBox *list_box;

  GSettings *settings;
  WinerrorOwnTables *tables;
  GHashTable *counts; /* built-in table -> how many entries it has */

  WinerrorOwnFiles *files; /* what @items are about; NULL where there are none */
  WinerrorCatalog *catalog;
  GArray *items; /* of WinerrorTableItem */
  guint next;    /* the first of them whose row may be another yet */
  guint idle;
};

G_DEFINE_FINAL_TYPE (WinerrorTablesPage, winerror_tables_page, GTK_TYPE_WIDGET)

/* The list */

static void
say (WinerrorTablesPage *self, const char *text)
{
  gtk_label_set_text (self->status_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), text[0] != '\0');
}

static void
count_built_in (WinerrorTablesPage *self)
{
  guint n = winerror_catalog_get_n_built_in (self->catalog);

  g_hash_table_remove_all (self->counts);
  for (guint i = 0; i < n; i++)
    {
      WinerrorTable *table = winerror_catalog_get_first_table (self->catalog, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, table));

      g_hash_table_insert (self->counts, table, GUINT_TO_POINTER (count + 1));
    }
}

static gboolean
has_key (GtkListBoxRow *row, const WinerrorTableItem *item)
{
  g_autofree char *key = winerror_table_item_dup_key (item);

  return g_str_equal (winerror_table_row_get_key (WINERROR_TABLE_ROW (row)), key);
}

static gboolean
is_wanted_later (WinerrorTablesPage *self, GtkListBoxRow *row, guint position)
{
  for (guint i = position; i < self->items->len; i++)
    if (has_key (row, &g_array_index (self->items, WinerrorTableItem, i)))
      return TRUE;
  return FALSE;
}

/* Makes the row at a position that of the item there. Rows that stay keep the focus. */
static void
arrange_row (WinerrorTablesPage *self, guint position)
{
  const WinerrorTableItem *item = &g_array_index (self->items, WinerrorTableItem, position);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, (int) position)) != NULL &&
         !has_key (row, item) && !is_wanted_later (self, row, position))
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  if (row == NULL || !has_key (row, item))
    {
      g_autofree char *key = winerror_table_item_dup_key (item);

      row = GTK_LIST_BOX_ROW (winerror_table_row_new (self->settings, key));
      gtk_list_box_insert (self->list_box, GTK_WIDGET (row), (int) position);
    }
  winerror_table_row_show (WINERROR_TABLE_ROW (row), item);
}

static gboolean
arrange_idle (gpointer data)
{
  WinerrorTablesPage *self = data;
  guint end = MIN (self->next + ROWS_A_TURN, self->items->len);
  GtkListBoxRow *row;

  for (; self->next < end; self->next++)
    arrange_row (self, self->next);
  if (self->next < self->items->len)
    return G_SOURCE_CONTINUE;
  while ((row = gtk_list_box_get_row_at_index (self->list_box, (int) self->items->len)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
add_item (WinerrorTablesPage *self, WinerrorTable *table, const WinerrorOwnFile *file, guint n)
{
  const WinerrorTableItem item = { .table = table, .file = file, .n_entries = n };

  g_array_append_val (self->items, item);
}

static void
update (WinerrorTablesPage *self)
{
  WinerrorOwnFiles *files = winerror_own_tables_get_files (self->tables);
  GPtrArray *own = files != NULL ? winerror_own_files_list (files) : NULL;
  GPtrArray *all;

  g_array_set_size (self->items, 0);
  g_clear_pointer (&self->files, winerror_own_files_unref);
  self->files = files != NULL ? winerror_own_files_ref (files) : NULL;
  if (g_set_object (&self->catalog, winerror_own_tables_get_catalog (self->tables)))
    count_built_in (self);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const WinerrorOwnFile *file = own->pdata[i];

      add_item (self,
                file->tables != NULL ? winerror_compiled_tables_get_table (file->tables, 0) : NULL,
                file, file->n_entries);
    }
  all = winerror_catalog_get_tables (self->catalog);
  for (guint i = 0; i < all->len; i++)
    if (winerror_table_get_info (all->pdata[i])->origin == WINERROR_TABLE_ORIGIN_BUILT_IN)
      add_item (self, all->pdata[i], NULL,
                GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, all->pdata[i])));
  self->next = 0;
  if (self->idle == 0)
    self->idle = g_idle_add (arrange_idle, self);
}

/* What can be done */

static void
enable_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorTablesPage *self = WINERROR_TABLES_PAGE (widget);
  g_auto (GStrv) old = g_settings_get_strv (self->settings, "disabled-tables");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  const char *path;
  gboolean enabled;

  g_variant_get (parameter, "(&sb)", &path, &enabled);
  for (gsize i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], path))
      g_strv_builder_add (builder, old[i]);
  if (!enabled)
    g_strv_builder_add (builder, path);
  paths = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "disabled-tables", (const char *const *) paths);
}

typedef struct
{
  WinerrorTablesPage *page;
  char *title;
} Removal;

static void
removed (Removal *removal, const GError *error)
{
  g_autofree char *text = NULL;

  if (error == NULL)
    /* Translators: the title of a table */
    text = g_strdup_printf (_ ("“%s” was removed."), removal->title);
  else
    text = g_strdup_printf ("%s: %s", removal->title, error->message);
  if (removal->page->status_label != NULL)
    say (removal->page, text);
  if (removal->page->tables != NULL)
    winerror_own_tables_reload (removal->page->tables);
  g_object_unref (removal->page);
  g_free (removal->title);
  g_free (removal);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_delete_finish (G_FILE (source), result, &error);
  removed (data, error);
}

static void
trashed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_trash_finish (G_FILE (source), result, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    g_file_delete_async (G_FILE (source), G_PRIORITY_DEFAULT, NULL, deleted_cb, data);
  else
    removed (data, error);
}

/* What is removed can be taken out of the trash again, where there is one. */
static void
remove_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorTablesPage *self = WINERROR_TABLES_PAGE (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Removal *removal;

  for (guint i = 0; i < self->items->len; i++)
    {
      const WinerrorTableItem *item = &g_array_index (self->items, WinerrorTableItem, i);

      if (item->file == NULL || item->file->origin != WINERROR_TABLE_ORIGIN_USER ||
          !g_str_equal (item->file->path, path))
        continue;
      removal = g_new (Removal, 1);
      removal->page = g_object_ref (self);
      removal->title = winerror_text_clean (item->file->title);
      gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
      g_file_trash_async (file, G_PRIORITY_DEFAULT, NULL, trashed_cb, removal);
      return;
    }
}

static void
folder_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorTablesPage) self = data;
  g_autofree char *folder = winerror_own_folder_dup_user ();
  g_autofree char *shown = winerror_text_clean_path (folder);
  g_autofree char *text = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, NULL) || self->status_label == NULL)
    return;
  /* Translators: a folder */
  text = g_strdup_printf (_ ("No program shows the folder %s"), shown);
  say (self, text);
}

static void
open_folder_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WinerrorTablesPage *self = WINERROR_TABLES_PAGE (widget);
  g_autofree char *folder = winerror_own_folder_dup_user ();
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autoptr (GdkAppLaunchContext)
      context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      g_autofree char *shown = winerror_text_clean_path (folder);
      g_autofree char *text = g_strdup_printf ("%s: %s", shown, g_strerror (errno));

      say (self, text);
      return;
    }
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL,
                                           folder_opened_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WinerrorTablesPage) self = data;
  g_autoptr (GPtrArray) files = winerror_file_chooser_open_finish (result);

  for (guint i = 0; i < files->len && self->import_box != NULL; i++)
    winerror_tables_page_import (self, files->pdata[i]);
}

static void
import_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    winerror_file_chooser_open_async (GTK_WINDOW (root), _ ("Import Tables or Notes"),
                                      WINERROR_FILE_KIND_TABLE, chosen_cb, g_object_ref (widget));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *item = files; item != NULL; item = item->next)
    winerror_tables_page_import (data, item->data);
  return files != NULL;
}

static void
imported_cb (WinerrorTablesPage *self)
{
  winerror_own_tables_reload (self->tables);
}

/* The class */

static void
winerror_tables_page_dispose (GObject *object)
{
  WinerrorTablesPage *self = WINERROR_TABLES_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WINERROR_TYPE_TABLES_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->settings);
  g_clear_object (&self->tables);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->files, winerror_own_files_unref);

  G_OBJECT_CLASS (winerror_tables_page_parent_class)->dispose (object);
}

static void
winerror_tables_page_finalize (GObject *object)
{
  WinerrorTablesPage *self = WINERROR_TABLES_PAGE (object);

  g_array_unref (self->items);
  g_hash_table_unref (self->counts);

  G_OBJECT_CLASS (winerror_tables_page_parent_class)->finalize (object);
}

static void
winerror_tables_page_class_init (WinerrorTablesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = winerror_tables_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = winerror_tables_page_finalize;

  g_type_ensure (WINERROR_TYPE_IMPORT_BOX);
  winerror_template_set (widget_class, "/io/github/winerror/Winerror/tables-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WinerrorTablesPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, WinerrorTablesPage, import_box);
  gtk_widget_class_bind_template_child (widget_class, WinerrorTablesPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, WinerrorTablesPage, list_box);
  gtk_widget_class_bind_template_callback (widget_class, imported_cb);
  gtk_widget_class_install_action (widget_class, "tables.import", NULL, import_activated);
  gtk_widget_class_install_action (widget_class, "tables.open-folder", NULL, open_folder_activated);
  gtk_widget_class_install_action (widget_class, "tables.enable", "(sb)", enable_activated);
  gtk_widget_class_install_action (widget_class, "tables.remove", "s", remove_activated);
}

static void
winerror_tables_page_init (WinerrorTablesPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->items = g_array_new (FALSE, FALSE, sizeof (WinerrorTableItem));
  self->counts = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* the text of a report would take what is dropped on it, and do nothing */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * winerror_tables_page_new:
 * @settings: the settings: what is switched off
 * @tables: the tables, which are started
 *
 * Returns: (transfer floating): a page that shows them
 */
GtkWidget *
winerror_tables_page_new (GSettings *settings, WinerrorOwnTables *tables)
{
  WinerrorTablesPage *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (WINERROR_IS_OWN_TABLES (tables), NULL);

  self = g_object_new (WINERROR_TYPE_TABLES_PAGE, NULL);
  self->settings = g_object_ref (settings);
  self->tables = g_object_ref (tables);
  g_signal_connect_object (tables, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * winerror_tables_page_import:
 * @self: a page
 * @file: a file of tables or notes
 *
 * Imports a file into the user's own tables, after those that are being imported.
 */
void
winerror_tables_page_import (WinerrorTablesPage *self, GFile *file)
{
  g_return_if_fail (WINERROR_IS_TABLES_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  say (self, "");
  winerror_import_box_add (self->import_box, file);
}
