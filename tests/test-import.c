// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Files of others in every shape: what is read of each, what is passed over, and that the tables
 * made of it are Winerror's. Beside each file of tests/data/import lies what is expected of it:
 * FAMILY:CODE, symbols and description of the entries, then the messages. */

#include "winerror-entry.h"
#include "winerror-import.h"
#include "winerror-table-reader.h"
#include "winerror-test-utils.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *
read_fixture (const char *name, gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

/* A description on one line. */
static void
append_text (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (out, "\u00B6");
    else
      g_string_append_c (out, *p);
}

static char *
describe (WinerrorImport *import)
{
  GString *out = g_string_new (NULL);
  guint n = winerror_import_get_n_entries (import);

  g_string_append_printf (out, "%s\n", winerror_import_get_title (import));
  for (guint i = 0; i < n && !winerror_import_has_notes (import); i++)
    {
      const WinerrorImportEntry *entry = winerror_import_get_entry (import, i);
      g_autofree char *code = winerror_family_format (entry->family, entry->code);

      g_string_append_printf (out, "%s:%s", winerror_family_get_name (entry->family), code);
      if (entry->symbol != NULL)
        g_string_append_printf (out, " %s", entry->symbol);
      if (entry->aliases != NULL)
        g_string_append_printf (out, " (%s)", entry->aliases);
      if (entry->text != NULL)
        {
          g_string_append (out, " | ");
          append_text (out, entry->text);
        }
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < winerror_import_get_n_messages (import); i++)
    {
      const WinerrorImportMessage *message = winerror_import_get_message (import, i);

      g_string_append_printf (out, "%u:%u: %s\n", message->line, message->column, message->text);
    }
  return g_string_free (out, FALSE);
}

/* What was written is what Winerror reads, with the same entries. */
static void
check_tables (WinerrorImport *import, const char *folder)
{
  const char *const *paths = winerror_import_get_paths (import);
  guint n = 0;

  g_assert_nonnull (paths[0]);
  for (; *paths != NULL; paths++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GBytes) bytes = NULL;
      char *contents;
      gsize length;

      g_assert_true (g_str_has_prefix (*paths, folder));
      g_file_get_contents (*paths, &contents, &length, &error);
      g_assert_no_error (error);
      bytes = g_bytes_new_take (contents, length);
      entries = winerror_table_read (bytes, *paths, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < entries->len; i++)
        {
          const WinerrorImportEntry *entry = NULL;
          guint j;

          for (j = 0; j < winerror_import_get_n_entries (import); j++)
            {
              entry = winerror_import_get_entry (import, j);
              if (entry->family == winerror_entry_get_family (entries->pdata[i]) &&
                  entry->code == winerror_entry_get_code (entries->pdata[i]))
                break;
            }
          g_assert_cmpuint (j, <, winerror_import_get_n_entries (import));
          g_assert_cmpstr (entry->symbol, ==, winerror_entry_get_symbol (entries->pdata[i]));
          g_assert_cmpstr (entry->aliases, ==,
                           winerror_entry_get_info (entries->pdata[i])->aliases);
          g_assert_true ((entry->text != NULL) ==
                         (winerror_entry_get_source_description (entries->pdata[i]) != NULL));
        }
      n += entries->len;
    }
  g_assert_cmpuint (n, ==, winerror_import_get_n_entries (import));
}

static void
test_fixture (gconstpointer data)
{
  const char *name = data;
  g_autofree char *expected_name = g_strconcat (name, ".expected", NULL);
  g_autofree char *folder = winerror_test_make_folder ();
  g_autofree char *contents = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (WinerrorImport) import = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  contents = read_fixture (name, &length);
  expected = read_fixture (expected_name, NULL);
  bytes = g_bytes_new (contents, length);
  import = winerror_import_read (bytes, name, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  found = describe (import);
  g_assert_cmpstr (found, ==, expected);

  g_assert_true (winerror_import_save (import, folder, &error));
  g_assert_no_error (error);
  if (!winerror_import_has_notes (import))
    check_tables (import, folder);
  winerror_test_remove_folder (g_steal_pointer (&folder));
}

static WinerrorImport *
read_text (const char *text, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return winerror_import_read (bytes, name, NULL, NULL, NULL, error);
}

/* Notes are written as RFC 4180 has them, whatever they were separated by. */
static void
test_notes (void)
{
  g_autofree char *folder = winerror_test_make_folder ();
  g_autofree char *contents = read_fixture ("notes.csv", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorImport) import = read_text (contents, "notes.csv", &error);

  g_assert_no_error (error);
  g_assert_true (winerror_import_has_notes (import));
  g_assert_cmpuint (winerror_import_get_n_entries (import), ==, 4);
  g_assert_true (winerror_import_save (import, folder, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (winerror_import_get_paths (import)[0], "/imported-notes.csv"));
  g_file_get_contents (winerror_import_get_paths (import)[0], &written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==,
                   "code,note,link\n"
                   "1326,the badge reader's account; see KB 7,\n"
                   "0x80070005,\"the \"\"old\"\" share; ask Kim\",https://wiki.example/5\n"
                   "ERROR_SUCCESS,fine,file:///etc/passwd\n"
                   "5,seen on the blue PCs,\n");
  winerror_test_remove_folder (g_steal_pointer (&folder));
}

/* A table of Winerror's goes through as it is. */
static void
test_own_table (void)
{
  g_autofree char *folder = winerror_test_make_folder ();
  g_autofree char *contents = read_fixture ("table.xml", NULL);
  g_autofree char *written = NULL;
  g_autofree char *broken = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorImport) import = read_text (contents, "table.xml", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (winerror_import_get_n_entries (import), ==, 1);
  g_assert_true (winerror_import_save (import, folder, &error));
  g_file_get_contents (winerror_import_get_paths (import)[0], &written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, contents);
  winerror_test_remove_folder (g_steal_pointer (&folder));

  broken = g_strndup (contents, strlen (contents) - 5);
  g_assert_null (read_text (broken, "table.xml", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "table.xml"));
}

static const struct
{
  const char *text;
  const char *message;
} faults[] = {
  { "", "x:1:1: expected a page, a header file, a table or notes with error codes, found an empty "
        "file" },
  { "Dear Kim,\n\nthe weather is fine.\n",
    "x:1:1: expected a page, a header file, a table or notes with error codes, found Dear Kim," },
  { "# A page\n\nwith 5 words and 1 table.\n\n| Room | Seats |\n|---|---|\n| 1 | 12 |\n",
    "x:1:1: expected a page, a header file, a table or notes with error codes, found # A page" },
  { "{\n  \"code\": 5,\n  \"text\" \"Denied.\"\n}", "x:3:10: expected :, found \"Denied.\"" },
  { "[{\"code\": 5, \"text\": \"Denied.\"}", "x:1:32: expected , ], found the end of the file" },
  { "[{\"code\": 5, \"text\": \"\\x\"}]", "x:1:24: expected an escape of JSON, found x\"}]" },
  { "[{\"code\": 5, \"text\": \"\\u12x4\"}]",
    "x:1:25: expected an escape of JSON, found 12x4\"}]" },
  { "[{\"code\": 5, \"text\": \"\\ud83d\\u0041\"}]",
    "x:1:35: expected an escape of JSON, found \"}]" },
  { "[{\"code\": 5, \"text\": \"Denied.}]", "x:1:32: expected \", found the end of the file" },
  { "[{\"code\": 5, \"text\": \"Denied.\nNow.\"}]",
    "x:1:30: expected \", found the end of the file" },
  { "[{\"code\": 5, text: 6}]", "x:1:14: expected \", found text: 6}]" },
  { "[{\"code\": oops}]", "x:1:11: expected a value of JSON, found oops}]" },
  { "[{\"code\": 5, \"text\": \"Denied.\"}] 6", "x:1:34: expected the end of the file, found 6" },
  { "[{\"code\": 5 \"text\": 6}]", "x:1:13: expected , }, found \"text\": 6}]" },
  { "Name,Phone\nKim,12\n",
    "x:1:1: expected a page, a header file, a table or notes with error codes, found Name,Phone" },
  { "| Code | Text |\n|---|---|\n| 0x80010000-0x8001FFFF | Kept for later. |\n",
    "x:3:1: expected a code, found a range of codes: 0x80010000-0x8001FFFF; no entry was read" },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", faults[i].text);
      g_assert_null (read_text (faults[i].text, "x", &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, faults[i].message);
    }
}

static void
test_binary (void)
{
  static const char elf[] = "\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0";
  static const char late[] = "code,text\n5,Denied\001.\n";
  g_autoptr (GBytes) program = g_bytes_new_static (elf, sizeof elf);
  g_autoptr (GBytes) table = g_bytes_new_static (late, sizeof late - 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (winerror_import_read (program, "x", NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (error->message, ==, "x:1:1: expected text, found the byte 7F: no text file");
  g_clear_error (&error);
  g_assert_null (winerror_import_read (table, "x", NULL, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, "x:2:9: expected text, found the byte 01: no text file");
}

/* An import of a file of the same name replaces the former one, and no other table. */
static void
test_again (void)
{
  g_autofree char *folder = winerror_test_make_folder ();
  g_autofree char *other = g_build_filename (folder, "acme-2.xml", NULL);
  g_autofree char *own = g_build_filename (folder, "acme.xml", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *table = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorImport)
      first = read_text ("code,text\n5,One.\n6,Two.\n0x80240001,Three.\n", "Acme.csv", &error);
  g_autoptr (WinerrorImport) second = read_text ("code,text\n5,Another.\n", "Acme.csv", &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (own, "<error-table/>", -1, NULL));
  g_assert_true (winerror_import_save (first, folder, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (g_strv_length ((char **) winerror_import_get_paths (first)), ==, 2);
  g_assert_true (winerror_import_save (second, folder, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((char **) winerror_import_get_paths (second)), ==, 1);
  g_assert_cmpstr (winerror_import_get_paths (second)[0], ==, other);
  g_file_get_contents (own, &kept, NULL, &error);
  g_assert_cmpstr (kept, ==, "<error-table/>");
  g_file_get_contents (other, &table, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (table, "Another."));
  g_assert_null (strstr (table, "Two."));
  for (const char *const *p = winerror_import_get_paths (first); *p != NULL; p++)
    if (!g_str_equal (*p, other))
      g_assert_false (g_file_test (*p, G_FILE_TEST_EXISTS));
  winerror_test_remove_folder (g_steal_pointer (&folder));
}

static void
test_unreadable (void)
{
  g_autofree char *folder = winerror_test_make_folder ();
  g_autofree char *tables = g_build_filename (folder, "tables", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.md", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.csv", NULL);
  g_autofree char *none = g_build_filename (folder, "none.csv", NULL);
  const struct
  {
    const char *path;
    const char *message;
  } cases[] = {
    { folder, ": expected a file, found a folder" },
    { loop, "loop.md: " },
    { none, "none.csv: " },
    { huge, "huge.csv: expected a file of at most 268.4\u00A0MB, found a larger one" },
  };

  g_assert_cmpint (symlink (loop, loop), ==, 0);
  g_assert_true (g_file_set_contents (huge, "code,text\n", -1, NULL));
  g_assert_cmpint (truncate (huge, WINERROR_IMPORT_MAX_SIZE + 1), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_null (winerror_import_file (file, tables, NULL, NULL, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
  g_assert_false (g_file_test (tables, G_FILE_TEST_EXISTS));
  winerror_test_remove_folder (g_steal_pointer (&folder));
}

/* Cancels the reading that it is told of. */
static void
cancel_reading (goffset done, goffset total, gpointer data)
{
  g_assert_cmpint (done, <=, total);
  g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("code,text\n");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "0x8024%04X,Number %u.\n", i, i);
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (
      winerror_import_read (bytes, "x", cancel_reading, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  GAsyncResult *result;
} Waiting;

static void
take_result (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Waiting *) data)->result = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return ((Waiting *) data)->result != NULL;
}

static void
test_async (void)
{
  g_autofree char *folder = winerror_test_make_folder ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", "spans.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (WinerrorImport) import = NULL;
  g_autoptr (GError) error = NULL;
  Waiting waiting = { NULL };

  winerror_import_file_async (file, folder, NULL, NULL, NULL, take_result, &waiting);
  winerror_test_wait_until (has_result, &waiting, "the import");
  import = winerror_import_file_finish (waiting.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (winerror_import_get_n_entries (import), ==, 4);
  g_assert_cmpuint (winerror_import_get_n_passed_over (import), ==, 3);
  g_assert_cmpstr (winerror_import_get_name (import), ==, "spans.md");
  check_tables (import, folder);
  g_object_unref (waiting.result);
  winerror_test_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  winerror_test_init (&argc, &argv);

  path = g_test_build_filename (G_TEST_DIST, "data", "import", NULL);
  folder = g_dir_open (path, 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (!g_str_has_suffix (name, ".expected") && !g_str_equal (name, "table.xml"))
      {
        g_autofree char *test = g_strconcat ("/import/fixture/", name, NULL);

        g_ptr_array_add (names, g_strdup (name));
        g_test_add_data_func (test, names->pdata[names->len - 1], test_fixture);
      }
  g_assert_cmpuint (names->len, >, 20);
  g_test_add_func ("/import/notes", test_notes);
  g_test_add_func ("/import/own-table", test_own_table);
  g_test_add_func ("/import/faults", test_faults);
  g_test_add_func ("/import/binary", test_binary);
  g_test_add_func ("/import/again", test_again);
  g_test_add_func ("/import/unreadable", test_unreadable);
  g_test_add_func ("/import/cancel", test_cancel);
  g_test_add_func ("/import/async", test_async);

  return g_test_run ();
}
