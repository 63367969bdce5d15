// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "generate.h"

#include "winerror-word-reader.h"

#include <math.h>

/* Codes have 16 bits: no table has more entries. */
#define MAX_TABLE 50000

#define SEED 1326

/* The first code of tables of a help desk's own. */
#define FIRST_OWN 0xA0000000u

/* How many words are made up beside those of the table of record. */
#define N_MADE_UP 8000

/* The words of the table of record, most frequent first, then words made of syllables: names of
 * products, services and protocols, of which a table for all of Windows has many. */
static GPtrArray *
make_vocabulary (GRand *random)
{
  static const char *const syllables[] = { "ac",  "ber", "con", "dis", "en",  "for",   "gra",
                                           "hy",  "in",  "jo",  "ker", "lan", "mi",    "net",
                                           "or",  "pro", "qu",  "re",  "ser", "trans", "un",
                                           "vol", "wi",  "xa",  "ya",  "zon" };
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WinerrorCatalog) catalog = winerror_catalog_new_built_in (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < winerror_catalog_get_n_entries (catalog); i++)
    {
      g_auto (WinerrorWordReader) reader = { 0 };
      WinerrorWord word;

      if (!winerror_catalog_is_listed (catalog, i))
        continue;

      winerror_word_reader_init (
          &reader, winerror_entry_get_source_description (winerror_catalog_get_entry (catalog, i)),
          -1);
      while (winerror_word_reader_next (&reader, &word))
        if (!g_hash_table_contains (seen, word.folded))
          {
            g_ptr_array_add (words, g_strdup (word.folded));
            g_hash_table_add (seen, words->pdata[words->len - 1]);
          }
    }
  for (guint i = 0; i < N_MADE_UP; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);
      int n = g_rand_int_range (random, 2, 5);

      for (int j = 0; j < n; j++)
        g_string_append (word,
                         syllables[g_rand_int_range (random, 0, (int) G_N_ELEMENTS (syllables))]);
      g_ptr_array_add (words, g_strdup (word->str));
    }
  return words;
}

/* Few words are frequent and most are rare, as in any text (Zipf's law). */
static const char *
choose_word (GPtrArray *words, GRand *random)
{
  double at = pow ((double) words->len, g_rand_double (random)) - 1;

  return words->pdata[MIN ((guint) at, words->len - 1)];
}

static GBytes *
generate_table (guint number, gboolean own, guint n_entries, GPtrArray *words, GRand *random)
{
  GString *out = g_string_new (NULL);
  guint32 first = own ? FIRST_OWN + number * (G_MAXUINT16 + 1) : 0;

  g_string_append_printf (out,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<error-table id=\"generated-%u\" family=\"%s\" first=\"%u\" "
                          "last=\"%u\" listed=\"yes\">\n"
                          "<title>Generated Codes %u</title>\n"
                          "<header>WinError.h</header>\n"
                          "<minimum-client>Windows XP</minimum-client>\n"
                          "<minimum-server>Windows Server 2003</minimum-server>\n"
                          "<source url=\"https://example.org/\" date=\"2024-07-15\"/>\n"
                          "<license id=\"CC-BY-4.0\" url=\"https://example.org/\" "
                          "holder=\"Nobody\"/>\n",
                          number, own ? "hresult" : "win32", first, first + G_MAXUINT16, number);
  for (guint i = 0; i < n_entries; i++)
    {
      int n = g_rand_int_range (random, 4, 24);

      g_string_append_printf (out, "<entry code=\"%u\" symbol=\"ERROR", first + i);
      for (int j = 0; j < 3; j++)
        {
          g_autofree char *word = g_ascii_strup (choose_word (words, random), -1);

          g_string_append_printf (out, "_%s", word);
        }
      g_string_append_printf (out, "_%u\">\n<description>The", i);
      for (int j = 0; j < n; j++)
        g_string_append_printf (out, " %s", choose_word (words, random));
      g_string_append (out, ".</description>\n</entry>\n");
    }
  g_string_append (out, "</error-table>\n");
  return g_string_free_to_bytes (out);
}

/**
 * generate_catalog:
 * @n_entries: how many entries it is to have
 *
 * Makes tables with a vocabulary and a length of descriptions like those of the table of record;
 * the same ones each time.
 *
 * Returns: (transfer full): a catalog
 */
WinerrorCatalog *
generate_catalog (guint n_entries)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) words = make_vocabulary (random);
  WinerrorCatalog *catalog = winerror_catalog_new ();

  for (guint i = 0; i * MAX_TABLE < n_entries; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes)
          bytes = generate_table (i, FALSE, MIN (MAX_TABLE, n_entries - i * MAX_TABLE), words,
                                  random);

      if (!winerror_catalog_add_table (catalog, bytes, "generated", &error))
        g_error ("%s", error->message);
    }
  return catalog;
}

/**
 * generate_own_files:
 * @folder: (type filename): a folder
 * @n_entries: how many entries there are to be
 *
 * Writes tables like those of generate_catalog() with codes that no built-in table has.
 */
void
generate_own_files (const char *folder, guint n_entries)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) words = make_vocabulary (random);

  for (guint i = 0; i * MAX_TABLE < n_entries; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes)
          bytes = generate_table (i, TRUE, MIN (MAX_TABLE, n_entries - i * MAX_TABLE), words,
                                  random);
      g_autofree char *name = g_strdup_printf ("generated-%02u.xml", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), &error))
        g_error ("%s", error->message);
    }
}
