// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-gettext.h"
#include "winerror-import-private.h"
#include "winerror-text.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* The longest name of a file that is made, without its ending. */
#define MAX_NAME 80

/* How much of a table tells what it was imported from, in bytes. */
#define HEAD 16384

/* How many tables of the same name there may be. */
#define MAX_SAME 100

/* The name of a file without its ending, in small letters, digits and hyphens. */
static char *
make_stem (const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize length = dot != NULL && dot > name ? (gsize) (dot - name) : strlen (name);
  g_autoptr (GString) stem = g_string_new (NULL);

  for (gsize i = 0; i < length && stem->len < MAX_NAME; i++)
    {
      if (g_ascii_isalnum (name[i]))
        g_string_append_c (stem, g_ascii_tolower (name[i]));
      else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
        g_string_append_c (stem, '-');
    }
  while (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  /* a name of a script without such letters */
  if (stem->len == 0)
    g_string_printf (stem, "table-%08x", g_str_hash (name));
  return g_string_free (g_steal_pointer (&stem), FALSE);
}

static char *
describe_source (WinerrorImport *self)
{
  return g_markup_printf_escaped ("<source file=\"%s\"", self->draft->name);
}

/* Whether a file may be written: there is none, or it was made from a file of the same name. */
static gboolean
may_write (const char *path, const char *source)
{
  g_autofree char *head = g_malloc (HEAD + 1);
  FILE *file = g_fopen (path, "rb");
  gsize length;

  if (file == NULL)
    return errno == ENOENT;
  length = fread (head, 1, HEAD, file);
  (void) fclose (file);
  head[length] = '\0';
  return strlen (head) == length && strstr (head, source) != NULL;
}

static void
append_attribute (GString *out, const char *name, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

static void
append_element (GString *out, const char *name, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s>%s</%s>", name, escaped, name);
}

static void
append_entry (GString *out, const WinerrorImportEntry *entry)
{
  g_autofree char *code = winerror_family_format (entry->family, entry->code);

  g_string_append (out, "  <entry");
  append_attribute (out, "code", code);
  append_attribute (out, "symbol", entry->symbol);
  append_attribute (out, "also", entry->aliases);
  if (entry->text == NULL)
    {
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append_c (out, '>');
  append_element (out, "description", entry->text);
  g_string_append (out, "</entry>\n");
}

/**
 * winerror_import_write_table:
 * @self: what has been read
 * @id: the name of the table
 * @from: position of its first entry
 * @to: position after its last; all are of one family
 * @alone: whether the file has no entries of another family
 *
 * Returns: (transfer full): a table as data/error-table.dtd describes it
 */
char *
winerror_import_write_table (WinerrorImport *self,
                             const char *id,
                             guint from,
                             guint to,
                             gboolean alone)
{
  const WinerrorImportDraft *draft = self->draft;
  const WinerrorImportEntry *entries = (const WinerrorImportEntry *) (gpointer)
                                           draft->entries->data;
  WinerrorFamily family = entries[from].family;
  g_autofree char *first = winerror_family_format (family, entries[from].code);
  g_autofree char *last = winerror_family_format (family, entries[to - 1].code);
  g_autofree char *title = NULL;
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<error-table");

  title = alone ? g_strdup (winerror_import_get_title (self))
                : g_strdup_printf ("%s (%s)", winerror_import_get_title (self),
                                   winerror_family_get_source_title (family));
  append_attribute (out, "id", id);
  append_attribute (out, "family", winerror_family_get_name (family));
  append_attribute (out, "first", first);
  append_attribute (out, "last", last);
  g_string_append (out, ">\n  ");
  append_element (out, "title", title);
  if (draft->header != NULL)
    {
      g_string_append (out, "\n  ");
      append_element (out, "header", draft->header);
    }
  g_string_append (out, "\n  <source");
  append_attribute (out, "file", draft->name);
  append_attribute (out, "date", draft->date);
  g_string_append (out, "/>\n");
  if (draft->license != NULL)
    {
      g_string_append (out, "  <license");
      append_attribute (out, "id", draft->license);
      g_string_append_printf (out, " url=\"https://spdx.org/licenses/%s.html\"", draft->license);
      append_attribute (out, "holder", draft->name);
      g_string_append (out, "/>\n");
    }
  for (guint i = from; i < to; i++)
    append_entry (out, &entries[i]);
  g_string_append (out, "</error-table>\n");
  return g_string_free (out, FALSE);
}

static gboolean
write_file (WinerrorImport *self, const char *path, const char *text, gsize length, GError **error)
{
  if (!g_file_set_contents_full (path, text, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                 error))
    return FALSE;
  g_ptr_array_add (self->paths, g_strdup (path));
  return TRUE;
}

/* The path of a table that may be written, and its name. */
static char *
choose_path (const char *folder, const char *stem, const char *source, char **name)
{
  for (guint i = 1; i <= MAX_SAME; i++)
    {
      g_autofree char *id = i > 1 ? g_strdup_printf ("%s-%u", stem, i) : g_strdup (stem);
      g_autofree char *file = g_strconcat (id, ".xml", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (may_write (path, source))
        {
          *name = g_steal_pointer (&id);
          return g_steal_pointer (&path);
        }
    }
  return NULL;
}

/* Removes what a former import of the same file has left, of a family that it has no longer. */
static void
remove_former (WinerrorImport *self, const char *folder, const char *stem, const char *source)
{
  for (guint i = 0; i < WINERROR_N_FAMILIES; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s.xml", stem,
                                               winerror_family_get_name ((WinerrorFamily) i));
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_ptr_array_find_with_equal_func (self->paths, path, g_str_equal, NULL) &&
          g_file_test (path, G_FILE_TEST_IS_REGULAR) && may_write (path, source))
        g_unlink (path);
    }
}

/* A table holds codes of one family. That with the most entries has the name of the file. */
static gboolean
write_tables (WinerrorImport *self, const char *folder, GError **error)
{
  const GArray *entries = self->draft->entries;
  g_autofree char *stem = make_stem (self->draft->name);
  g_autofree char *source = describe_source (self);
  guint ends[WINERROR_N_FAMILIES] = { 0 };
  guint n_families = 0;
  guint largest = 0;
  guint from = 0;

  for (guint i = 0; i < entries->len; i++)
    if (i + 1 == entries->len || g_array_index (entries, WinerrorImportEntry, i + 1).family !=
                                     g_array_index (entries, WinerrorImportEntry, i).family)
      ends[n_families++] = i + 1;
  for (guint i = 1; i < n_families; i++)
    if (ends[i] - ends[i - 1] > ends[largest] - (largest > 0 ? ends[largest - 1] : 0))
      largest = i;

  for (guint i = 0; i < n_families; from = ends[i++])
    {
      WinerrorFamily family = g_array_index (entries, WinerrorImportEntry, from).family;
      g_autofree char *of_family = i == largest
                                       ? g_strdup (stem)
                                       : g_strdup_printf ("%s-%s", stem,
                                                          winerror_family_get_name (family));
      g_autofree char *name = NULL;
      g_autofree char *id = NULL;
      g_autofree char *text = NULL;
      g_autofree char *path = choose_path (folder, of_family, source, &name);

      if (path == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _ ("%s: too many tables of the name %s"), folder, of_family);
          return FALSE;
        }
      /* the tables that are built in have names of their own */
      id = g_strconcat ("own.", name, NULL);
      text = winerror_import_write_table (self, id, from, ends[i], n_families == 1);
      if (!write_file (self, path, text, strlen (text), error))
        return FALSE;
    }
  remove_former (self, folder, stem, source);
  return TRUE;
}

/**
 * winerror_import_save:
 * @self: what has been read
 * @folder: path of a folder for tables; it is made where it is not there
 * @error: (nullable): return location for a %G_FILE_ERROR or %G_IO_ERROR
 *
 * Writes tables, or notes, into a folder, each file in one step: NAME.xml, after the name of the
 * file that was read, and NAME-FAMILY.xml for the families that have fewer entries there. What a
 * former import of a file of the same name has written is replaced; another table of that name
 * stays.
 *
 * Returns: whether all was written; see winerror_import_get_paths()
 */
gboolean
winerror_import_save (WinerrorImport *self, const char *folder, GError **error)
{
  g_autofree char *stem = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      int saved_errno = errno;
      g_autofree char *shown = winerror_text_clean_path (folder);

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                   _ ("%s: cannot make the folder: %s"), shown, g_strerror (saved_errno));
      return FALSE;
    }
  if (self->verbatim == NULL)
    return write_tables (self, folder, error);

  /* the user's own notes have a name that no import can have */
  stem = make_stem (self->draft->name);
  file = self->notes ? g_strconcat ("imported-", stem, ".csv", NULL)
                     : g_strconcat (stem, ".xml", NULL);
  path = g_build_filename (folder, file, NULL);
  return write_file (self, path, g_bytes_get_data (self->verbatim, NULL),
                     g_bytes_get_size (self->verbatim), error);
}

/**
 * winerror_import_get_paths:
 * @self: what has been read
 *
 * Returns: (transfer none) (array zero-terminated=1): the paths of the files that
 *   winerror_import_save() has written
 */
const char *const *
winerror_import_get_paths (WinerrorImport *self)
{
  if (self->paths->len == 0 || self->paths->pdata[self->paths->len - 1] != NULL)
    g_ptr_array_add (self->paths, NULL);
  return (const char *const *) self->paths->pdata;
}
