// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-own-tables.h"

#include "winerror-notes-file.h"
#include "winerror-notes-reader.h"
#include "winerror-own-folder.h"
#include "winerror-own-link.h"
#include "winerror-search.h"
#include "winerror-test-utils.h"
#include "winerror-xml-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define TABLE_HEAD(title)                                                                          \
  "<error-table id=\"t\" family=\"win32\" first=\"1\" last=\"65535\"><title>" title                \
  "</title><source url=\"https://kb.example/\"/>"                                                  \
  "<license id=\"MIT\" url=\"https://kb.example/l\" holder=\"Help Desk\"/>"
#define ENTRY(code, symbol, description)                                                           \
  "<entry code=\"" code "\" symbol=\"" symbol "\"><description>" description                       \
  "</description></entry>"

typedef struct
{
  char *home;
  char *user; /* folders of tables */
  char *shared;
  GSettings *settings;
  WinerrorCatalog *built_in;
  WinerrorOwnTables *tables;
  GString *told; /* by the signals */
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  g_string_append (fixture->told, "changed;");
}

static void
report_cb (Fixture *fixture, const char *message)
{
  g_string_append_printf (fixture->told, "%s;", message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *folders[2] = { NULL, NULL };
  g_autofree char *folder = winerror_own_folder_dup_user ();

  fixture->user = g_steal_pointer (&folder);
  fixture->home = winerror_test_make_folder ();
  fixture->shared = g_build_filename (fixture->home, "share", NULL);
  g_assert_no_errno (g_mkdir_with_parents (fixture->user, 0700));
  g_assert_no_errno (g_mkdir_with_parents (fixture->shared, 0700));
  folders[0] = fixture->shared;
  fixture->settings = g_settings_new ("io.github.winerror.Winerror");
  g_settings_set_strv (fixture->settings, "table-folders", folders);
  g_settings_reset (fixture->settings, "disabled-tables");
  fixture->built_in = winerror_test_load_catalog ();
  fixture->told = g_string_new (NULL);
  fixture->tables = winerror_own_tables_new (fixture->settings, fixture->built_in);
  g_signal_connect_swapped (fixture->tables, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->tables, "report", G_CALLBACK (report_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->tables);
  g_object_unref (fixture->built_in);
  g_object_unref (fixture->settings);
  g_string_free (fixture->told, TRUE);
  winerror_test_remove_folder (fixture->user);
  g_free (fixture->shared);
  winerror_test_remove_folder (fixture->home);
}

static void
write_file (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

static gboolean
has_own_text (WinerrorOwnTables *tables, const char *key)
{
  WinerrorCatalog *catalog = winerror_own_tables_get_catalog (tables);
  guint position;

  g_assert_true (winerror_catalog_lookup_key (catalog, key, -1, &position));
  return winerror_catalog_has_own_text (catalog, position);
}

static WinerrorEntry *
get_entry (WinerrorOwnTables *tables, WinerrorFamily family, guint32 code)
{
  WinerrorCatalog *catalog = winerror_own_tables_get_catalog (tables);
  guint position;

  g_assert_true (winerror_catalog_lookup_code (catalog, family, code, &position));
  return winerror_catalog_get_entry (catalog, position);
}

/* The first description counts: of the user, of a share, built-in; symbols stay; others are new. */
static void
test_precedence (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) errors = NULL;
  WinerrorEntry *entry;
  guint position;

  write_file (fixture->user, "a.xml",
              TABLE_HEAD ("Mine") ENTRY ("1326", "X_BADGE", "Mine.")
                  ENTRY ("61000", "X_NEW", "New.") "</error-table>");
  write_file (fixture->shared, "b.xml",
              TABLE_HEAD ("Theirs") ENTRY ("1326", "X_OTHER", "Theirs.")
                  ENTRY ("1327", "X_THIRD", "Theirs, too.") "</error-table>");
  errors = winerror_own_tables_load (fixture->tables);
  g_assert_cmpuint (g_strv_length (errors), ==, 0);

  entry = get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 1326);
  g_assert_cmpstr (winerror_entry_get_description (entry), ==, "Mine.");
  g_assert_cmpstr (winerror_entry_get_symbol (entry), ==, "ERROR_LOGON_FAILURE");
  g_assert_cmpstr (winerror_table_get_info (winerror_entry_get_table (entry))->title, ==, "Mine");
  g_assert_true (winerror_entry_is_own (entry));
  entry = get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 1327);
  g_assert_cmpstr (winerror_entry_get_description (entry), ==, "Theirs, too.");
  entry = get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 61000);
  g_assert_cmpstr (winerror_entry_get_symbol (entry), ==, "X_NEW");
  g_assert_nonnull (winerror_catalog_lookup_symbol (
      winerror_own_tables_get_catalog (fixture->tables), "x_other", &position));
  g_assert_true (
      winerror_catalog_is_listed (winerror_own_tables_get_catalog (fixture->tables), position));
  g_assert_true (has_own_text (fixture->tables, "win32:1326"));
  g_assert_true (has_own_text (fixture->tables, "win32:61000"));
  g_assert_false (has_own_text (fixture->tables, "win32:1328"));
  /* the built-in ones stay what they are */
  g_assert_true (
      winerror_catalog_lookup_code (fixture->built_in, WINERROR_FAMILY_WIN32, 1326, &position));
  g_assert_false (winerror_entry_is_own (winerror_catalog_get_entry (fixture->built_in, position)));
}

static void
assert_found (WinerrorSearch *search, const char *query, guint32 code)
{
  g_autoptr (WinerrorAnswer) answer = winerror_search_run (search, query);

  g_assert_cmpuint (winerror_answer_get_n_hits (answer), >, 0);
  g_assert_cmpuint (winerror_entry_get_code (winerror_answer_get_entry (answer, 0)), ==, code);
}

/* What own tables and notes say is found, also of codes that no table holds. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (WinerrorSearch) search = winerror_search_new (fixture->built_in, language);
  g_auto (GStrv) errors = NULL;
  WinerrorEntry *entry;
  guint n;

  write_file (fixture->shared, "lob.xml",
              TABLE_HEAD ("Ours") ENTRY ("61000", "LOB_FRANKING",
                                         "The franking machine is gone.") "</error-table>");
  write_file (fixture->shared, "kb.csv",
              "code,note,link\r\n0x52E,\"reception: the badge reader, see \"\"KB 7\"\"\","
              "https://kb.example/7\r\n0x80241234,a zebra in the corridor\r\n"
              "ERROR_ACCESS_DENIED,two\r\n5,three,kb/5.html\r\n");
  errors = winerror_own_tables_load (fixture->tables);
  g_assert_cmpuint (g_strv_length (errors), ==, 0);
  winerror_search_set_catalog (search, winerror_own_tables_get_catalog (fixture->tables), NULL);

  assert_found (search, "franking machine", 61000);
  assert_found (search, "LOB_FRANKING", 61000);
  assert_found (search, "6100", 61000);
  assert_found (search, "badge reader", 1326);
  assert_found (search, "zebra", 0x80241234);
  assert_found (search, "0x80241234", 0x80241234);
  assert_found (search, "wrong password", 1326);
  g_assert_true (has_own_text (fixture->tables, "win32:1326"));
  g_assert_true (has_own_text (fixture->tables, "hresult:0x80241234"));
  g_assert_false (has_own_text (fixture->tables, "win32:1327"));

  entry = get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 1326);
  g_assert_cmpstr (winerror_entry_get_notes (entry, &n)[0]->text, ==,
                   "reception: the badge reader, see \"KB 7\"");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (winerror_entry_get_notes (entry, &n)[0]->title, ==, "kb");
  g_assert_cmpstr (winerror_entry_get_notes (entry, &n)[0]->link, ==, "https://kb.example/7");
  entry = get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 5);
  g_assert_cmpstr (winerror_entry_get_notes (entry, &n)[1]->text, ==, "three");
  g_assert_true (
      g_str_has_suffix (winerror_entry_get_notes (entry, &n)[1]->link, "/share/kb/5.html"));
  g_assert_cmpuint (n, ==, 2);
}

/* A file with a fault says where; a fault of a file that was good leaves it as it was. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *contents;
    const char *message; /* after the path */
  } cases[] = {
    { "", ":1:1: expected code,note,link, found the end of the file" },
    { "code;note\n", ":1:1: expected code, found code;note" },
    { "code\n", ":2:1: expected note, found the end of the line" },
    { "code,note\nx,y\n", ":2:1: expected an error code, found x" },
    { "code,note\n\n5,\n", ":3:3: expected a note, found none" },
    { "code,note\n5,a,b\n", ":2:5: expected no more cells than the first line has, found b" },
    { "code,note\n5,\"a\nb\n", ":2:3: expected quotation marks at the end of a cell, found the end "
                               "of the file" },
    { "code,note\n5,\"a\"b\n", ":2:6: expected a comma or the end of the line, found b" },
    { "code,note\n5,\xff\n", ":2:3: expected text in UTF-8, found 0xFF" },
    { "code,note,link\n5,a,http://x.example/\n",
      ":2:5: expected an address that begins with https://, or a file in a folder of tables, found "
      "http://x.example/" },
    { "code,note,link\n5,a,../../../etc/passwd\n",
      ":2:5: expected an address that begins with https://, or a file in a folder of tables, found "
      "../../../etc/passwd" },
  };
  const char *folders[] = { "/t", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].contents, strlen (cases[i].contents));
      g_autoptr (GError) error = NULL;
      g_autofree char *message = g_strconcat ("/t/n.csv", cases[i].message, NULL);

      g_assert_null (winerror_notes_read (bytes, "/t/n.csv", WINERROR_TABLE_ORIGIN_USER, folders,
                                          fixture->built_in, NULL, &error));
      g_assert_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_MALFORMED);
      /* a quoted line end goes on to the end of the text */
      g_assert_true (g_str_has_prefix (error->message, message));
    }
}

static void
test_links (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "https://kb.example/7", "https://kb.example/7" },
    { "HTTPS://kb.example/7", "HTTPS://kb.example/7" },
    { "https://", NULL },
    { "https://kb.example/a b", NULL },
    { "http://kb.example/", NULL },
    { "javascript:alert(1)", NULL },
    { "smb://server/share", NULL },
    { "file:///srv/share/a.html", "file:///srv/share/a.html" },
    { "file:///srv/shared/a.html", NULL },
    { "file:///srv/share/../a.html", NULL },
    { "file://server/srv/share/a.html", NULL },
    { "a.html", "file:///srv/share/kb/a.html" },
    { "../a.html", "file:///srv/share/a.html" },
    { "../../a.html", NULL },
    { "/srv/share/a b.html", "file:///srv/share/a%20b.html" },
    { "/etc/passwd", NULL },
    { "", NULL },
  };
  const char *const folders[] = { "/home/u/tables", "/srv/share", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = winerror_own_link_read (cases[i].text, "/srv/share/kb/x.csv",
                                                      folders);

      g_assert_cmpstr (read, ==, cases[i].expected);
    }
}

static gboolean
has_told (gpointer data)
{
  return ((Fixture *) data)->told->len > 0;
}

static void
wait_for (Fixture *fixture, const char *what)
{
  winerror_test_wait_until (has_told, fixture, what);
}

/* A change is followed; a broken file keeps its last good version and is reported once. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  guint n;

  write_file (fixture->shared, "n.csv", "code,note\n1326,one\n");
  winerror_own_tables_start (fixture->tables);
  wait_for (fixture, "the first notes");
  g_assert_cmpstr (fixture->told->str, ==, "changed;");
  g_assert_cmpstr (
      winerror_entry_get_notes (get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 1326), &n)[0]
          ->text,
      ==, "one");

  g_string_truncate (fixture->told, 0);
  write_file (fixture->shared, "n.csv", "code,note\n1326,two\n");
  wait_for (fixture, "a changed note");
  g_assert_cmpstr (
      winerror_entry_get_notes (get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 1326), &n)[0]
          ->text,
      ==, "two");

  g_string_truncate (fixture->told, 0);
  write_file (fixture->shared, "n.csv", "code,note\nnonsense,three\n");
  while (strstr (fixture->told->str, "n.csv:2:1: ") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (
      winerror_entry_get_notes (get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 1326), &n)[0]
          ->text,
      ==, "two");

  g_string_truncate (fixture->told, 0);
  winerror_own_tables_reload (fixture->tables);
  write_file (fixture->shared, "other.csv", "code,note\n5,four\n");
  wait_for (fixture, "another file");
  g_assert_cmpstr (fixture->told->str, ==, "changed;");

  /* a share that goes away */
  g_string_truncate (fixture->told, 0);
  {
    g_autofree char *away = g_strconcat (fixture->shared, "-away", NULL);

    g_assert_no_errno (g_rename (fixture->shared, away));
    winerror_own_tables_reload (fixture->tables);
    while (strstr (fixture->told->str, "expected a folder of tables") == NULL)
      g_main_context_iteration (NULL, TRUE);
    g_assert_cmpstr (
        winerror_entry_get_notes (get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 5), &n)[0]
            ->text,
        ==, "four");
    g_assert_no_errno (g_rename (away, fixture->shared));
  }
}

/* What is no file with tables is reported, or passed over, and never waited for. */
static void
test_strange_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (fixture->shared, "fifo.csv", NULL);
  g_autofree char *loop = g_build_filename (fixture->shared, "loop.xml", NULL);
  g_autofree char *folder = g_build_filename (fixture->shared, "folder.xml", NULL);
  g_autofree char *joined = NULL;
  g_auto (GStrv) errors = NULL;

  g_assert_no_errno (mkfifo (fifo, 0600));
  g_assert_no_errno (symlink ("loop.xml", loop));
  g_assert_no_errno (g_mkdir (folder, 0700));
  write_file (fixture->shared, "binary.xml",
              "\x7f"
              "ELF\x01\x02");
  write_file (fixture->shared, "readme.txt", "nothing");
  write_file (fixture->shared, ".hidden.csv", "nothing");
  write_file (fixture->shared, "good.csv", "code,note\n5,good\n");
  errors = winerror_own_tables_load (fixture->tables);
  joined = g_strjoinv ("\n", errors);
  g_assert_cmpuint (g_strv_length (errors), ==, 4);
  g_assert_nonnull (strstr (joined, "fifo.csv: expected a file"));
  g_assert_nonnull (strstr (joined, "folder.xml: expected a file"));
  g_assert_nonnull (strstr (joined, "loop.xml: "));
  g_assert_nonnull (strstr (joined, "binary.xml: "));
  g_assert_true (winerror_catalog_has_note (winerror_own_tables_get_catalog (fixture->tables),
                                            WINERROR_FAMILY_WIN32, 5));
}

static void
test_disabled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->shared, "off.csv", NULL);
  const char *const off[] = { path, NULL };
  g_auto (GStrv) errors = NULL;
  GPtrArray *files;

  write_file (fixture->shared, "off.csv", "code,note\n5,off\n");
  g_settings_set_strv (fixture->settings, "disabled-tables", off);
  errors = winerror_own_tables_load (fixture->tables);
  files = winerror_own_files_list (winerror_own_tables_get_files (fixture->tables));
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_false (((WinerrorOwnFile *) files->pdata[0])->enabled);
  g_assert_false (winerror_catalog_has_note (winerror_own_tables_get_catalog (fixture->tables),
                                             WINERROR_FAMILY_WIN32, 5));
}

/* Notes that lie in two folders under two names, by links, are shown once; also where the first of
 * the names is switched off. */
static void
test_same_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->user, "first.csv", NULL);
  g_autofree char *hard = g_build_filename (fixture->shared, "hard.csv", NULL);
  g_autofree char *soft = g_build_filename (fixture->shared, "soft.csv", NULL);
  const char *const off[] = { path, NULL };
  g_auto (GStrv) errors = NULL;
  g_auto (GStrv) none = NULL;
  g_autoptr (WinerrorOwnTables) tables = NULL;
  const WinerrorNote *const *notes;
  guint n;

  write_file (fixture->user, "first.csv", "code,note\n5,once\n");
  g_assert_no_errno (link (path, hard));
  g_assert_no_errno (symlink (path, soft));
  write_file (fixture->shared, "other.csv", "code,note\n5,once\n");
  errors = winerror_own_tables_load (fixture->tables);
  g_assert_cmpuint (g_strv_length (errors), ==, 0);
  notes = winerror_entry_get_notes (get_entry (fixture->tables, WINERROR_FAMILY_WIN32, 5), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (notes[0]->title, ==, "first");
  g_assert_cmpstr (notes[1]->title, ==, "other");

  g_settings_set_strv (fixture->settings, "disabled-tables", off);
  tables = winerror_own_tables_new (fixture->settings, fixture->built_in);
  none = winerror_own_tables_load (tables);
  notes = winerror_entry_get_notes (get_entry (tables, WINERROR_FAMILY_WIN32, 5), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (notes[0]->title, ==, "hard");
  g_assert_no_errno (g_unlink (path));
}

static void
set_note (Fixture *fixture, guint32 code, const char *text, const char *link)
{
  g_autofree char *path = winerror_notes_file_dup_path ();
  const char *const folders[] = { fixture->user, NULL };
  g_autoptr (GError) error = NULL;

  winerror_notes_file_set (path, WINERROR_FAMILY_WIN32, code, text, link, folders,
                           fixture->built_in, &error);
  g_assert_no_error (error);
}

static void
assert_notes (Fixture *fixture, const char *expected)
{
  g_autofree char *path = winerror_notes_file_dup_path ();
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

/* What the user has written by hand stays as it is, to the byte. */
static void
test_own_note (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = winerror_notes_file_dup_path ();
  const char *const folders[] = { fixture->user, NULL };
  g_autoptr (GError) error = NULL;

  set_note (fixture, 1326, "One \"two\"\nthree", NULL);
  assert_notes (fixture, "code,note,link\nwin32:1326,\"One \"\"two\"\"\nthree\"\n");
  set_note (fixture, 5, "Five", "https://kb.example/5");
  set_note (fixture, 1326, "  Other ", NULL);
  assert_notes (fixture, "code,note,link\nwin32:1326,\"Other\"\n"
                         "win32:5,\"Five\",\"https://kb.example/5\"\n");
  set_note (fixture, 1326, " ", NULL);
  assert_notes (fixture, "code,note,link\nwin32:5,\"Five\",\"https://kb.example/5\"\n");

  write_file (fixture->user, "notes.csv",
              "\xEF\xBB\xBF"
              "Code,Note\r\n0x5 , by hand\r\n1327,last");
  set_note (fixture, 1326, "new", NULL);
  assert_notes (fixture, "\xEF\xBB\xBF"
                         "code,note,link\n0x5 , by hand\r\n1327,last\nwin32:1326,\"new\"\n");

  /* a broken file is not touched */
  write_file (fixture->user, "notes.csv", "broken");
  g_assert_false (winerror_notes_file_set (path, WINERROR_FAMILY_WIN32, 5, "x", NULL, folders,
                                           fixture->built_in, &error));
  g_assert_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_MALFORMED);
  assert_notes (fixture, "broken");
}

/* A program that is killed while it writes leaves the file as it was before or after, whole. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = winerror_notes_file_dup_path ();
  const char *const folders[] = { fixture->user, NULL };
  g_autofree char *filler = g_strnfill (8000, 'x');
  guint before = 0;

  set_note (fixture, 1, filler, NULL);
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (WinerrorNotesTable) notes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      struct stat status;
      guint n;
      pid_t child = fork ();

      if (child == 0)
        {
          /* forever */
          for (guint32 code = 2;; code = code % 60 + 2)
            winerror_notes_file_set (path, WINERROR_FAMILY_WIN32, code, filler, NULL, folders,
                                     fixture->built_in, NULL);
        }
      g_assert_cmpint (child, >, 0);
      /* anywhere in what it does */
      for (guint i = 0; i < round * 40; i++)
        g_assert_no_errno (g_stat (path, &status));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

      bytes = winerror_own_folder_read_file (path, &status, &error);
      g_assert_no_error (error);
      notes = winerror_notes_read (bytes, path, WINERROR_TABLE_ORIGIN_USER, folders,
                                   fixture->built_in, NULL, &error);
      g_assert_no_error (error);
      winerror_notes_table_get_notes (notes, &n);
      g_assert_cmpuint (n, >=, MAX (before, 1));
      before = n;
    }
}

/* Several programs that change notes at once lose none. */
static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N_WRITERS = 4,
    N_NOTES = 15
  };
  g_autofree char *path = winerror_notes_file_dup_path ();
  const char *const folders[] = { fixture->user, NULL };
  g_autoptr (WinerrorNotesTable) notes = NULL;
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  guint n;

  for (guint i = 0; i < N_WRITERS; i++)
    if (fork () == 0)
      {
        for (guint j = 0; j < N_NOTES; j++)
          if (!winerror_notes_file_set (path, WINERROR_FAMILY_WIN32, 1 + i * 100 + j, "note", NULL,
                                        folders, fixture->built_in, NULL))
            _exit (1);
        _exit (0);
      }
  for (guint i = 0; i < N_WRITERS; i++)
    {
      int result;

      g_assert_cmpint (wait (&result), >, 0);
      g_assert_cmpint (result, ==, 0);
    }
  bytes = winerror_own_folder_read_file (path, &status, NULL);
  notes = winerror_notes_read (bytes, path, WINERROR_TABLE_ORIGIN_USER, folders, fixture->built_in,
                               NULL, NULL);
  g_assert_nonnull (notes);
  winerror_notes_table_get_notes (notes, &n);
  g_assert_cmpuint (n, ==, N_WRITERS * N_NOTES);
}

int
main (int argc, char **argv)
{
  g_autofree char *data_home = NULL;
  int status;

  /* before anything asks for it */
  data_home = winerror_test_make_folder ();
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  winerror_test_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/own-tables/precedence", test_precedence);
  ADD ("/own-tables/search", test_search);
  ADD ("/own-tables/faults", test_faults);
  g_test_add_func ("/own-tables/links", test_links);
  ADD ("/own-tables/live", test_live);
  ADD ("/own-tables/strange-files", test_strange_files);
  ADD ("/own-tables/disabled", test_disabled);
  ADD ("/own-tables/same-file", test_same_file);
  ADD ("/own-tables/own-note", test_own_note);
  ADD ("/own-tables/killed", test_killed);
  ADD ("/own-tables/at-once", test_at_once);

  status = g_test_run ();
  winerror_test_remove_folder (g_steal_pointer (&data_home));
  return status;
}
