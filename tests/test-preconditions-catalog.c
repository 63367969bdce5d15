// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What the functions of base, code, catalog and import refuse. */

#include "refusal.h"
#include "small-catalog.h"
#include "winerror-advice.h"
#include "winerror-explanation.h"
#include "winerror-gettext.h"
#include "winerror-import.h"
#include "winerror-language-tag.h"
#include "winerror-let-go.h"
#include "winerror-notes-file.h"
#include "winerror-notes-reader.h"
#include "winerror-own-files.h"
#include "winerror-own-folder.h"
#include "winerror-own-link.h"
#include "winerror-plural.h"
#include "winerror-table-reader.h"
#include "winerror-test-utils.h"
#include "winerror-text.h"
#include "winerror-word-reader.h"

static const TestEntry ENTRIES[] = { { "ERROR_ONE", "One thing is wrong." },
                                     { "ERROR_TWO", "Two things are wrong." } };
static const char *const NO_FOLDERS[] = { NULL };
static const char *const NOTHING = NULL;

/* The first entry of @catalog alone. */
static WinerrorCompiledTables *
compile (WinerrorCatalog *catalog)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_add (entries, winerror_catalog_get_entry (catalog, 0));
  bytes = winerror_compiled_tables_write (entries);
  return winerror_compiled_tables_new (bytes, NULL);
}

static void
test_base (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  WinerrorWordReader reader;
  WinerrorWord word;
  gulong form;

  refuses ("text", NULL, winerror_gettext (NOTHING));
  refuses ("text", NULL, winerror_pgettext ("", NOTHING));
  refuses ("one", NULL, winerror_ngettext (NOTHING, "", 1));
  g_assert_cmpstr (winerror_gettext ("never translated"), ==, "never translated");
  expect_refusal ("context");
  g_assert_cmpstr (winerror_pgettext (NOTHING, "text"), ==, "text");
  g_test_assert_expected_messages ();
  expect_refusal ("many");
  g_assert_cmpstr (winerror_ngettext ("one", NOTHING, 2), ==, "one");
  g_test_assert_expected_messages ();

  refuses_to ("destroy", winerror_let_go (bytes, NULL));
  refuses ("name", NULL, winerror_message_file_new (NULL, bytes, NULL));
  refuses ("bytes", NULL, winerror_message_file_new ("", NULL, NULL));
  refuses_to ("self", winerror_message_file_free (NULL));
  refuses ("expression", FALSE, winerror_plural_evaluate (NULL, 0, &form));
  refuses ("form", FALSE, winerror_plural_evaluate ("n", 0, NULL));

  refuses ("text", NULL, winerror_text_fold (NULL, -1));
  refuses ("text", FALSE, winerror_text_is_ideographic (NULL));
  refuses ("text", NULL, winerror_text_make_valid (NULL, -1));
  refuses ("text", TRUE, winerror_text_is_blank (NULL));
  refuses ("text", NULL, winerror_text_clean (NULL));
  refuses ("text", NULL, winerror_text_strip_hidden (NULL, 0));
  refuses ("path", NULL, winerror_text_clean_path (NULL));

  refuses_to ("reader", winerror_word_reader_init (NULL, "", -1));
  refuses_to ("text", winerror_word_reader_init (&reader, NULL, -1));
  refuses ("reader", FALSE, winerror_word_reader_next (NULL, &word));
  refuses_to ("reader", winerror_word_reader_clear (NULL));
  winerror_word_reader_init (&reader, "word", -1);
  refuses ("word", FALSE, winerror_word_reader_next (&reader, NULL));
  g_assert_true (winerror_word_reader_next (&reader, &word));
  winerror_word_reader_clear (&reader);
}

static void
test_code (void)
{
  const WinerrorFamily none = WINERROR_N_FAMILIES;
  const WinerrorNumber number = { 0 };
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  WinerrorFamily family;

  refuses ("readings", 0, winerror_code_from_value (5, NULL));
  refuses ("number", 0, winerror_code_from_number (NULL, readings));
  refuses ("readings", 0, winerror_code_from_number (&number, NULL));
  refuses ("text", 0, winerror_code_parse (NULL, -1, readings));
  refuses ("readings", 0, winerror_code_parse ("5", -1, NULL));

  refuses_to ("parts", winerror_explanation_get_parts (WINERROR_FAMILY_HRESULT, 5, NULL));
  refuses ("code", NULL, winerror_code_explain (NULL));
  refuses ("code", NULL, winerror_code_dup_uri (NULL));

  refuses ("family", NULL, winerror_family_get_name (none));
  refuses ("family", NULL, winerror_family_get_title (none));
  refuses ("family", NULL, winerror_family_get_source_title (none));
  refuses ("name", FALSE, winerror_family_from_name (NULL, 0, &family));
  refuses ("family", FALSE, winerror_family_from_name ("win32", 5, NULL));
  refuses ("family", FALSE, winerror_family_is_wide (none));
  refuses ("family", FALSE, winerror_family_is_small (none));
  refuses ("family", 0, winerror_family_get_last (none));
  refuses ("family", NULL, winerror_family_format (none, 5));
  refuses ("family", NULL, winerror_family_format_hex (none, 5));
}

static void
test_catalog (void)
{
  g_autoptr (WinerrorCatalog) catalog = test_small_catalog_new (ENTRIES, G_N_ELEMENTS (ENTRIES));
  const guint end = winerror_catalog_get_n_entries (catalog);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  WinerrorEntryInfo info;
  guint position;

  refuses_others (FALSE, winerror_catalog_add_compiled (it, bytes, NULL));
  refuses ("bytes", FALSE, winerror_catalog_add_compiled (catalog, NULL, NULL));
  refuses_others (FALSE, winerror_catalog_add_table (it, bytes, "", NULL));
  refuses_others (FALSE, winerror_catalog_is_built_in (it));
  refuses_to_others (winerror_catalog_set_advice (it, winerror_advice_book_get_built_in ()));
  refuses_to ("advice", winerror_catalog_set_advice (catalog, NULL));
  refuses_others (NULL, winerror_catalog_lookup_advice (it, WINERROR_FAMILY_WIN32, 5));
  refuses_others (NULL, winerror_catalog_get_tables (it));
  refuses_others (0, winerror_catalog_get_n_entries (it));
  refuses_others (NULL, winerror_catalog_get_listed (it));
  refuses_others (NULL, winerror_catalog_get_entry (it, 0));
  refuses ("position", NULL, winerror_catalog_get_entry (catalog, end));
  refuses_others (NULL, winerror_catalog_get_info (it, 0, &info));
  refuses ("position", NULL, winerror_catalog_get_info (catalog, end, &info));
  refuses_others (NULL, winerror_catalog_get_first_table (it, 0));
  refuses ("position", NULL, winerror_catalog_get_first_table (catalog, end));
  refuses_others (FALSE, winerror_catalog_is_translatable (it, 0));
  refuses ("position", FALSE, winerror_catalog_is_translatable (catalog, end));
  refuses_others (FALSE, winerror_catalog_lookup_code (it, WINERROR_FAMILY_WIN32, 0, &position));
  refuses_others (FALSE, winerror_catalog_lookup_key (it, "win32:0", -1, &position));
  refuses ("key", FALSE, winerror_catalog_lookup_key (catalog, NULL, -1, &position));
  refuses_others (NULL, winerror_catalog_lookup_symbol (it, "ERROR_ONE", &position));
  refuses ("symbol", NULL, winerror_catalog_lookup_symbol (catalog, NULL, &position));
  refuses_to_others (winerror_catalog_foreach_symbol (it, "", 1, NULL, NULL));
  refuses_to ("prefix", winerror_catalog_foreach_symbol (catalog, NULL, 1, NULL, NULL));
}

static void
test_catalog_own (void)
{
  g_autoptr (WinerrorCatalog) catalog = test_small_catalog_new (ENTRIES, G_N_ELEMENTS (ENTRIES));
  g_autoptr (WinerrorCompiledTables) tables = compile (catalog);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (WinerrorNoteBook) notes = winerror_note_book_new (none);

  refuses_to_others (winerror_catalog_add_own (it, tables));
  refuses_to_others (winerror_catalog_foreach_own (it, NULL, NULL));
  refuses_to ("func", winerror_catalog_foreach_own (catalog, NULL, NULL));
  refuses_to_others (winerror_catalog_foreach_note (it, NULL, NULL));
  refuses_to ("func", winerror_catalog_foreach_note (catalog, NULL, NULL));
  refuses_to_others (winerror_catalog_foreach_own_code (it, 0, 1, 1, NULL, NULL));
  refuses_others (FALSE, winerror_catalog_has_own (it));
  refuses_others (FALSE, winerror_catalog_has_own_text (it, 0));
  refuses ("position", FALSE, winerror_catalog_has_own_text (catalog, G_N_ELEMENTS (ENTRIES)));
  refuses_others (FALSE, winerror_catalog_has_note (it, WINERROR_FAMILY_WIN32, 0));
  refuses_others (0, winerror_catalog_get_n_built_in (it));
  refuses_to_others (winerror_catalog_set_notes (it, notes));
  refuses_to ("notes", winerror_catalog_set_notes (catalog, NULL));

  /* Notes come once, and last. */
  winerror_catalog_set_notes (catalog, winerror_note_book_ref (notes));
  refuses_to ("notes", winerror_catalog_set_notes (catalog, notes));
  refuses_to ("notes", winerror_catalog_add_own (catalog, tables));
  g_assert_cmpuint (winerror_catalog_get_n_entries (catalog), ==, G_N_ELEMENTS (ENTRIES));
}

static void
test_entry (void)
{
  g_autoptr (WinerrorCatalog) catalog = test_small_catalog_new (ENTRIES, G_N_ELEMENTS (ENTRIES));
  WinerrorEntry *entry = winerror_catalog_get_entry (catalog, 0);
  WinerrorTable *table = winerror_entry_get_table (entry);
  const WinerrorEntryInfo empty = { .code = 5 };
  const WinerrorEntryInfo info = { .code = 5, .symbol = "ERROR_FIVE" };
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (WinerrorNoteBook) notes = winerror_note_book_new (tables);
  g_autoptr (WinerrorEntry) noted = winerror_entry_new (table, 5, "ERROR_FIVE", NULL);

  refuses_others (NULL, winerror_entry_new_borrowed (it, &info));
  refuses ("info", NULL, winerror_entry_new_borrowed (table, NULL));
  refuses ("description", NULL, winerror_entry_new_borrowed (table, &empty));
  refuses ("code", NULL, winerror_entry_new_unlisted (NULL));

  refuses_others (NULL, winerror_entry_get_table (it));
  refuses_others (WINERROR_FAMILY_WIN32, winerror_entry_get_family (it));
  refuses_others (0, winerror_entry_get_code (it));
  refuses_others (NULL, winerror_entry_get_info (it));
  refuses_others (NULL, winerror_entry_get_symbol (it));
  refuses_others (NULL, winerror_entry_get_source_description (it));
  refuses_others (NULL, winerror_entry_get_description (it));
  refuses_others (NULL, winerror_entry_get_explanation (it));
  refuses_others (FALSE, winerror_entry_is_own (it));
  refuses_others (FALSE, winerror_entry_is_translated (it));
  refuses_others (NULL, winerror_entry_dup_number (it));
  refuses_others (NULL, winerror_entry_dup_title (it));
  refuses_others (NULL, winerror_entry_dup_key (it));
  refuses_others (NULL, winerror_entry_dup_uri (it));
  refuses_others (NULL, winerror_entry_get_notes (it, NULL));
  refuses_others (NULL, winerror_advice_lookup (it));

  refuses_to_others (winerror_entry_set_notes (it, notes));
  refuses_to ("notes", winerror_entry_set_notes (noted, NULL));
  winerror_entry_set_notes (noted, notes);
  refuses_to ("notes", winerror_entry_set_notes (noted, notes));

  refuses_others (NULL, winerror_table_get_info (it));
  refuses_others (NULL, winerror_table_dup_title (it));
  refuses_others (NULL, winerror_table_dup_requirements (it));
  refuses ("info", NULL, winerror_table_new (NULL));
  refuses ("info", NULL, winerror_table_new_borrowed (NULL, NULL));
  refuses ("bytes", NULL, winerror_table_new_borrowed (winerror_table_get_info (table), NULL));
  refuses_to ("info", winerror_table_info_clear (NULL));
}

static void
test_readers (void)
{
  g_autoptr (WinerrorAdviceBook) book = winerror_advice_book_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GPtrArray) folders = NULL;
  struct stat status;

  refuses_to ("self", winerror_advice_book_free (NULL));
  refuses ("self", FALSE, winerror_advice_book_add_file (NULL, bytes, "", NULL));
  refuses ("bytes", FALSE, winerror_advice_book_add_file (book, NULL, "", NULL));
  refuses ("name", FALSE, winerror_advice_book_add_file (book, bytes, NULL, NULL));
  refuses ("self", NULL, winerror_advice_book_lookup (NULL, WINERROR_FAMILY_WIN32, 5));

  refuses ("bytes", NULL, winerror_table_read (NULL, "", NULL));
  refuses ("name", NULL, winerror_table_read (bytes, NULL, NULL));
  refuses ("bytes", NULL, winerror_table_read_own (NULL, "", NO_FOLDERS, NULL));
  refuses ("file", NULL, winerror_table_read_own (bytes, NULL, NO_FOLDERS, NULL));
  refuses ("folders", NULL, winerror_table_read_own (bytes, "", NULL, NULL));
  refuses ("text", NULL, winerror_notes_clean (NULL));
  refuses ("text", NULL, winerror_own_link_read (NULL, "", NO_FOLDERS));
  refuses ("file", NULL, winerror_own_link_read ("", NULL, NO_FOLDERS));
  refuses ("folders", NULL, winerror_own_link_read ("", "", NULL));

  refuses ("path", NULL, winerror_own_folder_read_file (NULL, &status, NULL));
  refuses ("status", NULL, winerror_own_folder_read_file ("", NULL, NULL));
  refuses_to ("shared", folders = winerror_own_folder_list (NULL));
  g_assert_cmpuint (folders->len, ==, 0);
}

static void
test_compiled (void)
{
  g_autoptr (WinerrorCatalog) catalog = test_small_catalog_new (ENTRIES, G_N_ELEMENTS (ENTRIES));
  g_autoptr (WinerrorCompiledTables) tables = compile (catalog);
  WinerrorEntryInfo info;
  guint entry;

  refuses ("entries", NULL, winerror_compiled_tables_write (NULL));
  refuses ("bytes", NULL, winerror_compiled_tables_new (NULL, NULL));
  refuses ("self", NULL, winerror_compiled_tables_ref (NULL));
  refuses_to ("self", winerror_compiled_tables_unref (NULL));
  refuses ("table", NULL, winerror_compiled_tables_get_table (tables, 1));
  refuses ("entry", NULL, winerror_compiled_tables_get_entry (tables, 1, &info));
  refuses ("info", NULL, winerror_compiled_tables_get_entry (tables, 0, NULL));
  refuses ("name", NULL, winerror_compiled_tables_get_name (tables, 1, &entry));
  refuses ("text", 0, winerror_compiled_tables_find_name (tables, NULL));
}

static void
test_language (void)
{
  g_autoptr (WinerrorCatalog) catalog = test_small_catalog_new (ENTRIES, G_N_ELEMENTS (ENTRIES));
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  const char *empty = "";

  refuses ("tag", NULL, winerror_language_tag_match (NULL, winerror_language_list_shipped ()));
  refuses ("shipped", NULL, winerror_language_tag_match ("de", NULL));
  refuses ("id", NULL, winerror_language_new_shipped (NULL, NULL));
  refuses ("self", NULL, winerror_language_translate (NULL, "text"));
  refuses ("text", NULL, winerror_language_translate (language, NULL));
  refuses ("text", empty, winerror_language_translate (language, empty));
  refuses ("self", NULL,
           winerror_language_describe (NULL, winerror_catalog_get_entry (catalog, 0)));
  refuses_others (NULL, winerror_language_describe (language, it));
}

static void
test_notes (void)
{
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new ();
  g_autoptr (WinerrorNotesTable) table = NULL;
  guint n;

  refuses ("title", NULL, winerror_notes_table_new (NULL, WINERROR_TABLE_ORIGIN_USER, ""));
  refuses ("file", NULL, winerror_notes_table_new ("", WINERROR_TABLE_ORIGIN_USER, NULL));
  table = winerror_notes_table_new ("title", WINERROR_TABLE_ORIGIN_USER, "file");
  refuses_to ("self", winerror_notes_table_add (NULL, WINERROR_FAMILY_WIN32, 5, "text", NULL));
  refuses_to ("text", winerror_notes_table_add (table, WINERROR_FAMILY_WIN32, 5, NULL, NULL));
  refuses_to ("text", winerror_notes_table_add (table, WINERROR_FAMILY_WIN32, 5, "", NULL));
  winerror_notes_table_get_notes (table, &n);
  g_assert_cmpuint (n, ==, 0);
  refuses ("self", NULL, winerror_notes_table_ref (NULL));
  refuses_to ("self", winerror_notes_table_unref (NULL));
  refuses ("self", NULL, winerror_notes_table_get_notes (NULL, &n));

  refuses ("self", NULL, winerror_note_book_ref (NULL));
  refuses_to ("self", winerror_note_book_unref (NULL));
  refuses ("self", NULL, winerror_note_book_lookup (NULL, WINERROR_FAMILY_WIN32, 5, &n));
  refuses ("self", NULL, winerror_note_book_get_all (NULL, &n));

  refuses ("path", FALSE,
           winerror_notes_file_set (NULL, WINERROR_FAMILY_WIN32, 5, NULL, NULL, NO_FOLDERS, catalog,
                                    NULL));
  refuses ("folders", FALSE,
           winerror_notes_file_set ("", WINERROR_FAMILY_WIN32, 5, NULL, NULL, NULL, catalog, NULL));
  refuses_others (FALSE, winerror_notes_file_set ("", WINERROR_FAMILY_WIN32, 5, NULL, NULL,
                                                  NO_FOLDERS, it, NULL));
}

static void
test_own_files (void)
{
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new ();
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();
  g_autoptr (WinerrorOwnFiles) files = NULL;

  files = winerror_own_files_read (folders, NO_FOLDERS, catalog, NULL, NULL, NULL);
  refuses ("folders", FALSE, winerror_own_files_exist (NULL));
  refuses ("self", FALSE, winerror_own_files_are_waited_for (NULL));
  refuses ("self", NULL, winerror_own_files_ref (NULL));
  refuses_to ("self", winerror_own_files_unref (NULL));
  refuses ("self", NULL, winerror_own_files_list (NULL));
  refuses ("self", NULL, winerror_own_files_dup_errors (NULL, NULL));
  refuses ("self", FALSE, winerror_own_files_have_same (NULL, files));
  refuses_to ("self", winerror_own_files_add_to (NULL, catalog));
  refuses_to_others (winerror_own_files_add_to (files, it));
}

static void
test_import (void)
{
  static const char LIST[] = "code,note\n5,Ask the owner.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (LIST, sizeof LIST - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorImport) import = NULL;

  refuses ("bytes", NULL, winerror_import_read (NULL, "", NULL, NULL, NULL, NULL));
  refuses ("name", NULL, winerror_import_read (bytes, NULL, NULL, NULL, NULL, NULL));
  import = winerror_import_read (bytes, "list.csv", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  refuses ("position", NULL, winerror_import_get_entry (import, 1));
  refuses ("position", NULL,
           winerror_import_get_message (import, winerror_import_get_n_messages (import)));
  refuses ("self", FALSE, winerror_import_save (NULL, "", NULL));
  refuses ("folder", FALSE, winerror_import_save (import, NULL, NULL));

  refuses_others (NULL, winerror_import_file (it, NULL, NULL, NULL, NULL, NULL));
  refuses_to_others (winerror_import_file_async (it, NULL, NULL, NULL, NULL, NULL, NULL));
  refuses ("result", NULL, winerror_import_file_finish (get_stranger (), NULL));
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);
  g_test_add_func ("/preconditions/base", test_base);
  g_test_add_func ("/preconditions/code", test_code);
  g_test_add_func ("/preconditions/catalog", test_catalog);
  g_test_add_func ("/preconditions/catalog-own", test_catalog_own);
  g_test_add_func ("/preconditions/entry", test_entry);
  g_test_add_func ("/preconditions/readers", test_readers);
  g_test_add_func ("/preconditions/compiled", test_compiled);
  g_test_add_func ("/preconditions/language", test_language);
  g_test_add_func ("/preconditions/notes", test_notes);
  g_test_add_func ("/preconditions/own-files", test_own_files);
  g_test_add_func ("/preconditions/import", test_import);
  return g_test_run ();
}
