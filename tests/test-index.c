// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-index-private.h"

#include <gio/gio.h>
#include <string.h>

static const char table[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<error-table id=\"test\" first=\"0\" last=\"99\">\n"
    "<title>Test</title><header>test.h</header>\n"
    "<minimum-client>any</minimum-client><minimum-server>any</minimum-server>\n"
    "<source url=\"https://example.org/\" date=\"2024-01-01\"/>\n"
    "<license id=\"MIT\" url=\"https://example.org/\" holder=\"Nobody\"/>\n"
    "<entry code=\"1\" symbol=\"ERROR_LOCK\"><description>Locked locks, "
    "пароль.</description></entry>\n"
    "<entry code=\"2\" symbol=\"ERROR_KEY\"><description>Padlock 密码 "
    "пороль.</description></entry>\n"
    "</error-table>\n";

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorIndex *index;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GError) error = NULL;

  fixture->catalog = winerror_catalog_new ();
  winerror_catalog_add_table (fixture->catalog, bytes, "test", &error);
  g_assert_no_error (error);
  fixture->index = winerror_index_new (fixture->catalog, language);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_index_unref (fixture->index);
  g_assert_finalize_object (fixture->catalog);
}

/* The words of numbers, separated by blanks, and no numbers. */
static char *
take_words (WinerrorIndex *index, GArray *words)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      gsize length;
      const char *text = winerror_index_get_word (index, g_array_index (words, guint, i), &length);

      if (i > 0)
        g_string_append_c (out, ' ');
      g_string_append_len (out, text, (gssize) length);
    }
  g_array_set_size (words, 0);
  return g_string_free (out, FALSE);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *all = NULL;
  guint word;

  for (guint i = 0; i < winerror_index_get_n_words (fixture->index); i++)
    g_array_append_val (words, i);
  all = take_words (fixture->index, words);
  g_assert_cmpstr (all, ==, "error key lock locked locks padlock пароль пороль 密码");
  g_assert_true (winerror_index_find_word (fixture->index, "lock", &word));
  g_assert_cmpuint (word, ==, 2);
  g_assert_false (winerror_index_find_word (fixture->index, "loc", &word));
  g_assert_false (winerror_index_find_word (fixture->index, "", &word));
  g_assert_false (winerror_index_find_word (fixture->index, "zzz", &word));
}

static void
test_postings (Fixture *fixture, gconstpointer data)
{
  const WinerrorPosting *postings;
  guint word;
  guint n;

  g_assert_true (winerror_index_find_word (fixture->index, "error", &word));
  postings = winerror_index_get_postings (fixture->index, word, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (postings[0].entry, ==, 0);
  g_assert_cmpuint (postings[1].entry, ==, 1);
  g_assert_cmpuint (postings[0].position, ==, 0);
  g_assert_cmpuint (postings[0].field, ==, WINERROR_INDEX_FIELD_SYMBOL);
  g_assert_true (winerror_index_find_word (fixture->index, "locks", &word));
  postings = winerror_index_get_postings (fixture->index, word, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (postings[0].position, ==, 1);
  g_assert_cmpuint (postings[0].field, ==, WINERROR_INDEX_FIELD_DESCRIPTION);
  g_assert_cmpfloat (winerror_index_get_document_weight (fixture->index, 0), >, 0);
}

static void
test_prefix (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint first;
    guint end;
  } cases[] = {
    { "lock", 2, 5 }, { "l", 2, 5 }, { "locks", 4, 5 }, { "locksmith", 5, 5 },
    { "a", 0, 0 },    { "", 0, 9 },  { "пар", 6, 7 },   { "密", 8, 9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint first;
      guint end;

      winerror_index_find_prefix (fixture->index, cases[i].text, &first, &end);
      g_assert_cmpuint (first, ==, cases[i].first);
      g_assert_cmpuint (end, ==, cases[i].end);
    }
}

static void
test_inside (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "lock", "padlock" },
    { "ck", "lock locked locks padlock" },
    { "码", "密码" },
    { "оль", "пароль пороль" },
    { "padlock", "" },
    { "zz", "" },
    { "", "" },
  };
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      winerror_index_find_inside (fixture->index, cases[i][0], words);
      found = take_words (fixture->index, words);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "lock", "lock locked locks" },
    { "locking", "lock locked locks" },
    { "padlocks", "padlock" },
    { "zebra", "" },
  };
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      winerror_index_find_forms (fixture->index, cases[i][0], words);
      found = take_words (fixture->index, words);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

/* Characters count, not bytes: a Cyrillic letter has two, a Chinese one three. */
static void
test_similar (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint distance;
    const char *found;
  } cases[] = {
    { "padlock", 1, "padlock" },
    { "padlok", 1, "padlock" },
    { "pdalock", 1, "padlock" },
    { "padloock", 1, "padlock" },
    { "paddlok", 1, "" },
    { "paddlok", 2, "padlock" },
    { "пароль", 1, "пароль пороль" },
    { "пполь", 1, "" },
    { "парол", 1, "пароль" },
    { "密钥", 1, "" },
    { "密码密码", 2, "" },
    { "", 1, "" },
  };
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *wide = g_strnfill (1000, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      winerror_index_find_similar (fixture->index, cases[i].text, cases[i].distance, words);
      found = take_words (fixture->index, words);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
  winerror_index_find_similar (fixture->index, wide, 2, words);
  g_assert_cmpuint (words->len, ==, 0);
}

/* What a language does not translate is left to English. */
static void
test_untranslated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLanguage) german = winerror_language_new_shipped ("de", &error);
  g_autoptr (WinerrorIndex) index = NULL;

  g_assert_no_error (error);
  index = winerror_index_new (fixture->catalog, german);
  g_assert_cmpuint (winerror_index_get_n_words (index), ==, 0);
  g_assert_cmpfloat (winerror_index_get_document_weight (index, 0), ==, 0);
}

/* Everything that an index answers, as text. */
static char *
dump (WinerrorIndex *index)
{
  static const char *const texts[] = { "lock", "locking", "ck", "padlok", "пароль", "码" };
  GString *out = g_string_new (NULL);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < winerror_index_get_n_words (index); i++)
    {
      gsize length;
      const char *text = winerror_index_get_word (index, i, &length);
      guint n;
      const WinerrorPosting *postings = winerror_index_get_postings (index, i, &n);

      g_string_append_printf (out, "%.*s:", (int) length, text);
      for (guint j = 0; j < n; j++)
        g_string_append_printf (out, " %u/%u/%u", postings[j].entry, postings[j].field,
                                postings[j].position);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < winerror_index_get_n_entries (index); i++)
    g_string_append_printf (out, "%g\n", (double) winerror_index_get_document_weight (index, i));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *forms = NULL;
      g_autofree char *inside = NULL;
      g_autofree char *similar = NULL;
      guint first;
      guint end;

      winerror_index_find_prefix (index, texts[i], &first, &end);
      winerror_index_find_forms (index, texts[i], words);
      forms = take_words (index, words);
      winerror_index_find_inside (index, texts[i], words);
      inside = take_words (index, words);
      winerror_index_find_similar (index, texts[i], 1, words);
      similar = take_words (index, words);
      g_string_append_printf (out, "%s: %u-%u, %s, %s, %s\n", texts[i], first, end, forms, inside,
                              similar);
    }
  return g_string_free (out, FALSE);
}

/* An index made earlier is the same as one made now, and is used where it lies. */
static void
test_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GBytes) one = winerror_index_compile (fixture->catalog, language);
  g_autoptr (GBytes) two = winerror_index_compile (fixture->catalog, language);
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorIndex) index = winerror_index_new_from_bytes (one, language, &error);
  g_autofree char *made_now = dump (fixture->index);
  g_autofree char *made_earlier = NULL;
  gsize size;
  const char *block = g_bytes_get_data (one, &size);
  gsize length;
  const char *word;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (one, two));
  made_earlier = dump (index);
  g_assert_cmpstr (made_earlier, ==, made_now);
  word = winerror_index_get_word (index, 0, &length);
  g_assert_true (word >= block && word + length < block + size);
}

static WinerrorIndex *
open_damaged (gconstpointer block, gsize size, GError **error)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GBytes) bytes = g_bytes_new (block, size);
  WinerrorIndex *index = winerror_index_new_from_bytes (bytes, language, error);

  if (index != NULL && !winerror_index_check (index, error))
    g_clear_pointer (&index, winerror_index_unref);
  return index;
}

/* Bytes that are no index are refused. Where numbers are others, whatever is not refused can be
 * asked without a look at what lies outside; sanitizers see to that. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const guint32 values[] = { 0, 7, 0xFFFFFFFF };
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GBytes) bytes = winerror_index_compile (fixture->catalog, language);
  gsize size;
  const char *block = g_bytes_get_data (bytes, &size);
  guint n_refused = 0;
  guint n_taken = 0;

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_damaged (block, i, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  for (gsize i = 0; i < size / sizeof (guint32); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autofree guint32 *copy = g_memdup2 (block, size);
        g_autoptr (GError) error = NULL;
        g_autoptr (WinerrorIndex) index = NULL;
        g_autofree char *text = NULL;

        copy[i] = values[j];
        index = open_damaged (copy, size, &error);
        g_assert_true ((index == NULL) == (error != NULL));
        if (i < 2 && memcmp (copy, block, size) != 0)
          g_assert_null (index);
        n_refused += index == NULL;
        n_taken += index != NULL;
        text = index != NULL ? dump (index) : NULL;
      }
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_taken, >, 0);
}

/* An index that a machine of the other byte order has compiled: its number says so. */
static void
test_other_byte_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GBytes) bytes = winerror_index_compile (fixture->catalog, language);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint32 *words = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < size / sizeof *words; i++)
    words[i] = GUINT32_SWAP_LE_BE (words[i]);
  g_assert_null (open_damaged (words, size, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* What every offset is held against. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    WinerrorIndexPart part;
    guint number; /* of the 4 bytes in the part */
    guint32 value;
    const char *message;
  } cases[] = {
    { WINERROR_INDEX_PART_OFFSETS, 0, 0, "*words*" },
    { WINERROR_INDEX_PART_OFFSETS, 1, 2, "*words*" },
    { WINERROR_INDEX_PART_OFFSETS, 9, 1000, "*words*" },
    { WINERROR_INDEX_PART_ARENA, 0, 0, "*words*" },
    { WINERROR_INDEX_PART_ARENA, 1, 0xFFFFFFFF, "*words*" },
    { WINERROR_INDEX_PART_FIRST_POSTINGS, 0, 1, "*postings*" },
    { WINERROR_INDEX_PART_FIRST_POSTINGS, 1, 1000, "*postings*" },
    { WINERROR_INDEX_PART_FIRST_POSTINGS, 9, 1000, "*postings*" },
    { WINERROR_INDEX_PART_POSTINGS, 0, 2, "*postings*" },
    { WINERROR_INDEX_PART_POSTINGS, 1, WINERROR_N_INDEX_FIELDS << 16, "*postings*" },
    { WINERROR_INDEX_PART_STEMS, 1, 1000, "*stems*" },
    { WINERROR_INDEX_PART_STEMS, 2, 1000, "*stems*" },
    { WINERROR_INDEX_PART_STEMS, 3, 1, "*stems*" },
    { WINERROR_INDEX_PART_STEMS, 7, 1000, "*stems*" },
    { WINERROR_INDEX_PART_FORMS, 0, 9, "*stems*" },
  };
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GBytes) bytes = winerror_index_compile (fixture->catalog, language);
  gsize size;
  const char *block = g_bytes_get_data (bytes, &size);
  guint64 starts[WINERROR_N_INDEX_PARTS + 1];

  winerror_index_get_layout ((const WinerrorIndexHeader *) (gconstpointer) block, starts);
  g_assert_cmpuint (starts[WINERROR_N_INDEX_PARTS], ==, size);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint32 *copy = g_memdup2 (block, size);
      g_autoptr (GError) error = NULL;

      copy[starts[cases[i].part] / sizeof (guint32) + cases[i].number] = cases[i].value;
      g_test_message ("part %u, number %u", cases[i].part, cases[i].number);
      g_assert_null (open_damaged (copy, size, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
  {
    const WinerrorIndexHeader *header = (gconstpointer) block;
    g_autofree guint32 *copy = g_memdup2 (block, size);

    /* a stem that begins in the arena and ends outside */
    copy[starts[WINERROR_INDEX_PART_STEMS] / sizeof (guint32) + 2] = header->arena_size;
    g_assert_null (open_damaged (copy, size, NULL));
  }
}

/* Of texts of entries, it tells in how many of an entry a word is: twice in one is once. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "door door open", "the door", "a window", "open door",
                                       "open window" };
  static const guint32 entries[] = { 0, 0, 1, 2, 2 };
  static const struct
  {
    const char *word;
    guint counts[3]; /* of each entry */
  } words[] = {
    { "door", { 2, 0, 1 } },
    { "open", { 1, 0, 2 } },
    { "window", { 0, 1, 1 } },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WinerrorIndex) index = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (list, (gpointer) texts[i]);
  bytes = winerror_index_compile_counts (list, entries, "en");
  index = winerror_index_new_from_bytes_like (bytes, fixture->index, &error);
  g_assert_no_error (error);
  g_assert_true (winerror_index_check (index, &error));
  g_assert_cmpuint (winerror_index_get_n_entries (index), ==, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint word;
      guint n;
      guint at = 0;
      const WinerrorPosting *postings;

      g_assert_true (winerror_index_find_word (index, words[i].word, &word));
      postings = winerror_index_get_postings (index, word, &n);
      for (guint32 entry = 0; entry < 3; entry++)
        {
          if (words[i].counts[entry] == 0)
            continue;
          g_assert_cmpuint (at, <, n);
          g_assert_cmpuint (postings[at].entry, ==, entry);
          g_assert_cmpuint (postings[at++].position, ==, words[i].counts[entry]);
        }
      g_assert_cmpuint (at, ==, n);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/index/words", test_words },
    { "/index/postings", test_postings },
    { "/index/prefix", test_prefix },
    { "/index/inside", test_inside },
    { "/index/forms", test_forms },
    { "/index/similar", test_similar },
    { "/index/untranslated", test_untranslated },
    { "/index/bytes", test_bytes },
    { "/index/damaged", test_damaged },
    { "/index/other-byte-order", test_other_byte_order },
    { "/index/faults", test_faults },
    { "/index/counts", test_counts },
  };

  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
