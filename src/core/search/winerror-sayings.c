// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-sayings.h"

#include "winerror-compound.h"
#include "winerror-data-file.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* How well words match: the beginning of one that is being typed, one with typing errors. */
#define QUALITY_PREFIX  0.75f
#define QUALITY_SIMILAR 0.9f

/* How likely a word is where an entry is meant: as often as it is in what is said of this entry, of
 * the entries of its table, and of all; with these weights. (In the study of search, a mixture of
 * language models.) */
#define WEIGHT_ENTRY 2.0f
#define WEIGHT_TABLE 0.5f

/* As many sayings more than there are are without the word: what is said once only is not sure. */
#define MORE_OF_ENTRY 2.0f
#define MORE_OF_TABLE 20.0f

/* In what share of the sayings of an entry a word is of which the entry has as much as can be asked
 * for. */
#define FULL_SHARE 0.33f

/* An entry of which something is said, as it lies in a block of bytes: their number comes first,
 * then all of them in order of position, then the index of what is said of them; all numbers in the
 * byte order of this machine. */
typedef struct
{
  guint32 position; /* of the entry in the catalog */
  guint32 table;    /* the number of its table */
  guint32 n_sayings;
} Record;

/* What is said of one entry. */
typedef struct
{
  Record record;

  /* for the query: */
  guint32 n_found; /* how many of the sayings have the word */
  float sum;       /* what its words tell for the entry */
} Document;

/* What is said of the entries of a table. */
typedef struct
{
  guint32 n_sayings;

  /* for the query: */
  guint32 n_found;
  float sum;
} Topic;

struct _WinerrorSayings
{
  WinerrorIndex *index; /* in how many sayings of each document a word is */
  GPtrArray *indexes;   /* the same */
  guint n_sayings;
  GArray *documents; /* of Document */
  GArray *topics;    /* of Topic, by number of table */

  /* for the query: */
  GArray *found;   /* the documents that have it */
  GArray *touched; /* those that have any */
  GArray *words;   /* numbers of words of the index */
};

static gboolean
read_line (WinerrorCatalog *catalog, const char *line, guint32 *position, const char **saying)
{
  const char *tab = strchr (line, '\t');
  guint found;

  if (tab == NULL || tab[1] == '\0' || strchr (tab + 1, '\t') != NULL ||
      !winerror_catalog_lookup_key (catalog, line, tab - line, &found))
    return FALSE;
  *position = found;
  *saying = tab + 1;
  return TRUE;
}

/* A saying as it is read. */
typedef struct
{
  guint32 position; /* of its entry in the catalog */
  guint32 table;    /* the number of its table */
  guint order;      /* as they were read */
  const char *text;
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = a;
  const Line *right = b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return (left->order > right->order) - (left->order < right->order);
}

static void
add_line (GArray *lines, GHashTable *tables, WinerrorCatalog *catalog, guint at, const char *text)
{
  WinerrorTable *table = winerror_catalog_get_first_table (catalog, at);
  gpointer number;
  Line line = { .position = at, .order = lines->len, .text = text };

  if (!g_hash_table_lookup_extended (tables, table, NULL, &number))
    {
      number = GUINT_TO_POINTER (g_hash_table_size (tables));
      g_hash_table_insert (tables, table, number);
    }
  line.table = GPOINTER_TO_UINT (number);
  g_array_append_val (lines, line);
}

/* The descriptions are what is said of entries too. In other languages than English they are not
 * known here. */
static void
add_descriptions (GArray *lines, GHashTable *tables, WinerrorCatalog *catalog)
{
  guint n = winerror_catalog_get_n_entries (catalog);

  for (guint i = 0; i < n; i++)
    {
      WinerrorEntryInfo info;

      winerror_catalog_get_info (catalog, i, &info);
      if (info.description != NULL)
        add_line (lines, tables, catalog, i, info.description);
    }
}

static GBytes *
write_bytes (GArray *lines, const char *language)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (Record));
  g_autoptr (GBytes) index = NULL;
  GByteArray *block = g_byte_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      guint32 number;

      if (i == 0 || line->position != line[-1].position)
        {
          const Record record = { .position = line->position, .table = line->table };

          g_array_append_val (records, record);
        }
      number = records->len - 1;
      g_array_index (records, Record, number).n_sayings++;
      g_array_append_val (numbers, number);
      g_ptr_array_add (texts, (gpointer) line->text);
    }
  index = winerror_index_compile_counts (texts, (const guint32 *) (gpointer) numbers->data,
                                         language);
  g_byte_array_append (block, (const guint8 *) &records->len, sizeof records->len);
  g_byte_array_append (block, (const guint8 *) records->data, records->len * sizeof (Record));
  g_byte_array_append (block, g_bytes_get_data (index, NULL), (guint) g_bytes_get_size (index));
  return g_byte_array_free_to_bytes (block);
}

/**
 * winerror_sayings_compile:
 * @catalog: the entries
 * @text: a line for each saying: the key of its entry, a tab, and the saying; empty lines and those
 *   that begin with # are passed over
 * @language: the language of the sayings, as in po/LINGUAS, or "en"
 * @error: return location for a #GError, or %NULL
 *
 * Makes the bytes that winerror_sayings_new() takes, for programs with the same catalog on this
 * machine. In English, the descriptions of the entries are among the sayings.
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL with @error set to
 *   %G_IO_ERROR_INVALID_DATA where a line is not as it should be
 */
GBytes *
winerror_sayings_compile (WinerrorCatalog *catalog,
                          const char *text,
                          const char *language,
                          GError **error)
{
  g_auto (GStrv) rows = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GHashTable) tables = NULL;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  lines = g_array_new (FALSE, FALSE, sizeof (Line));
  tables = g_hash_table_new (NULL, NULL);
  rows = g_strsplit (text, "\n", -1);
  for (gsize i = 0; rows[i] != NULL; i++)
    {
      guint32 position;
      const char *saying;

      if (rows[i][0] == '\0' || rows[i][0] == '#')
        continue;
      if (!read_line (catalog, rows[i], &position, &saying))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "line %" G_GSIZE_FORMAT ": expected the key of an entry, a tab and a saying",
                       i + 1);
          return NULL;
        }
      add_line (lines, tables, catalog, position, saying);
    }
  if (g_str_equal (language, "en"))
    add_descriptions (lines, tables, catalog);
  g_array_sort (lines, compare_lines);
  return write_bytes (lines, language);
}

/* Takes the documents, and puts those of a table together. */
static gboolean
read_records (WinerrorSayings *self, const Record *records, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const Document document = { .record = records[i] };

      if (document.record.table >= n || document.record.n_sayings == 0 ||
          (i > 0 && records[i].position <= records[i - 1].position))
        return FALSE;
      if (document.record.table >= self->topics->len)
        g_array_set_size (self->topics, document.record.table + 1);
      g_array_append_val (self->documents, document);
      g_array_index (self->topics, Topic, document.record.table).n_sayings +=
          document.record.n_sayings;
      self->n_sayings += document.record.n_sayings;
    }
  return TRUE;
}

/**
 * winerror_sayings_new:
 * @bytes: what winerror_sayings_compile() has made, aligned to 4 bytes
 * @index: an index of the same language
 * @error: return location for a #GError, or %NULL
 *
 * Uses sayings where they lie. No more than the header is looked at; what comes from outside the
 * program needs winerror_sayings_check().
 *
 * Returns: (transfer full) (nullable): the sayings; %NULL with @error set to
 *   %G_IO_ERROR_INVALID_DATA where the bytes are none, or those of another version or machine
 */
WinerrorSayings *
winerror_sayings_new (GBytes *bytes, WinerrorIndex *index, GError **error)
{
  g_autoptr (GBytes) rest = NULL;
  WinerrorIndex *own = NULL;
  WinerrorSayings *self;
  const guint32 *numbers;
  gsize size;
  gsize head;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (index != NULL, NULL);

  numbers = g_bytes_get_data (bytes, &size);
  head = size < sizeof *numbers ? G_MAXSIZE : sizeof *numbers + numbers[0] * sizeof (Record);
  if (head <= size)
    {
      rest = g_bytes_new_from_bytes (bytes, head, size - head);
      own = winerror_index_new_from_bytes_like (rest, index, error);
      if (own == NULL)
        return NULL;
    }
  if (own == NULL || winerror_index_get_n_entries (own) != numbers[0])
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "sayings: expected as many entries as the header says");
      g_clear_pointer (&own, winerror_index_unref);
      return NULL;
    }

  self = g_new0 (WinerrorSayings, 1);
  self->index = own;
  self->indexes = g_ptr_array_new ();
  g_ptr_array_add (self->indexes, own);
  self->documents = g_array_sized_new (FALSE, FALSE, sizeof (Document), numbers[0]);
  self->topics = g_array_new (FALSE, TRUE, sizeof (Topic));
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!read_records (self, (const Record *) (numbers + 1), numbers[0]))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "sayings: expected entries in order of position");
      g_clear_pointer (&self, winerror_sayings_free);
    }
  return self;
}

/**
 * winerror_sayings_check:
 * @self: sayings
 * @error: (nullable): return location for a #GError, or %NULL
 *
 * Looks through all of them, see winerror_index_check().
 *
 * Returns: whether they can be searched; %FALSE with @error set to %G_IO_ERROR_INVALID_DATA where
 *   they are damaged
 */
gboolean
winerror_sayings_check (WinerrorSayings *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return winerror_index_check (self->index, error);
}

/**
 * winerror_sayings_load:
 * @language: a language as in po/LINGUAS, or "en"
 * @index: an index of the language
 *
 * Returns: (transfer full) (nullable): the built-in sayings of data/sayings in the language, about
 *   the built-in catalog; %NULL where there are none
 */
WinerrorSayings *
winerror_sayings_load (const char *language, WinerrorIndex *index)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  WinerrorSayings *self;

  g_return_val_if_fail (language != NULL, NULL);

  path = g_strdup_printf ("/io/github/winerror/Winerror/sayings-%s.compiled", language);
  bytes = winerror_data_file_lookup (path, NULL);
  if (bytes == NULL)
    return NULL;
  self = winerror_sayings_new (bytes, index, &error);
  if (self == NULL)
    g_warning ("%s: %s", path, error->message);
  return self;
}

/**
 * winerror_sayings_free:
 * @self: (transfer full): sayings
 */
void
winerror_sayings_free (WinerrorSayings *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->indexes);
  winerror_index_unref (self->index);
  g_array_unref (self->documents);
  g_array_unref (self->topics);
  g_array_unref (self->found);
  g_array_unref (self->touched);
  g_array_unref (self->words);
  g_free (self);
}

/**
 * winerror_sayings_get_n_sayings:
 * @self: sayings
 *
 * Returns: how many there are
 */
guint
winerror_sayings_get_n_sayings (WinerrorSayings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_sayings;
}

static gboolean
is_known (GPtrArray *indexes, const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  guint word;

  for (guint i = 0; i < indexes->len && words->len == 0; i++)
    {
      if (winerror_index_find_word (indexes->pdata[i], text, &word))
        return TRUE;
      winerror_index_find_forms (indexes->pdata[i], text, words);
    }
  return words->len > 0;
}

/* The words of the index that a word of the query is: itself and its forms, what begins so where it
 * is being typed, or else similar ones, unless @indexes know it. Returns how well they match. */
static float
find_words (WinerrorSayings *self, GPtrArray *indexes, const char *text, gboolean is_last)
{
  guint first = 0;
  guint end = 0;

  g_array_set_size (self->words, 0);
  winerror_index_find_forms (self->index, text, self->words);
  /* what has no stem has no forms, not even itself */
  if (self->words->len == 0 && winerror_index_find_word (self->index, text, &first))
    g_array_append_val (self->words, first);
  if (self->words->len > 0 || g_ascii_isdigit (*text))
    return 1;

  if (is_last)
    winerror_index_find_prefix (self->index, text, &first, &end);
  for (; first < end; first++)
    g_array_append_val (self->words, first);
  if (self->words->len > 0)
    return QUALITY_PREFIX;

  if (indexes != NULL && !is_known (indexes, text))
    winerror_index_find_misspelt (self->index, text, self->words);
  return QUALITY_SIMILAR;
}

/* Counts, for each document and each topic, the sayings that have one of the words; those that have
 * two of them twice, but no more than there are. Returns how many there are. */
static guint
count_sayings (WinerrorSayings *self)
{
  guint n_found = 0;

  g_array_set_size (self->found, 0);
  for (guint i = 0; i < self->words->len; i++)
    {
      guint n;
      const WinerrorPosting *postings = winerror_index_get_postings (
          self->index, g_array_index (self->words, guint, i), &n);

      for (guint j = 0; j < n; j++)
        {
          Document *document = &g_array_index (self->documents, Document, postings[j].entry);
          guint32 more = MIN (postings[j].position, document->record.n_sayings - document->n_found);

          if (document->n_found == 0)
            g_array_append_val (self->found, postings[j].entry);
          document->n_found += more;
          g_array_index (self->topics, Topic, document->record.table).n_found += more;
          n_found += more;
        }
    }
  return n_found;
}

static float
get_share (guint n, guint of, float more)
{
  return (float) n / ((float) of + more);
}

/* Adds what a word of the query tells to the entries of which it is said. Returns the most that it
 * can tell. */
static float
match_word (WinerrorSayings *self, GPtrArray *indexes, const char *text, gboolean is_last)
{
  float quality = find_words (self, indexes, text, is_last);
  guint n_found = count_sayings (self);
  float of_all = get_share (MAX (n_found, 1), self->n_sayings, 0);

  for (guint i = 0; i < self->found->len; i++)
    {
      guint32 at = g_array_index (self->found, guint32, i);
      Document *document = &g_array_index (self->documents, Document, at);
      const Topic *topic = &g_array_index (self->topics, Topic, document->record.table);

      if (document->sum <= 0)
        g_array_append_val (self->touched, at);
      document->sum += quality * logf (1 + (WEIGHT_ENTRY * get_share (document->n_found,
                                                                      document->record.n_sayings,
                                                                      MORE_OF_ENTRY)) /
                                               (of_all + WEIGHT_TABLE * get_share (topic->n_found,
                                                                                   topic->n_sayings,
                                                                                   MORE_OF_TABLE)));
      document->n_found = 0;
    }
  for (guint i = 0; i < self->topics->len; i++)
    {
      Topic *topic = &g_array_index (self->topics, Topic, i);

      topic->sum += quality *
                    logf (1 + WEIGHT_TABLE *
                                  get_share (topic->n_found, topic->n_sayings, MORE_OF_TABLE) /
                                  of_all);
      topic->n_found = 0;
    }
  return logf (1 + WEIGHT_ENTRY * FULL_SHARE / of_all);
}

static gboolean
stands_before (GPtrArray *words, guint at)
{
  for (guint i = 0; i < at; i++)
    if (g_str_equal (words->pdata[i], words->pdata[at]))
      return TRUE;
  return FALSE;
}

/* Matches all words that carry meaning. Returns what they weigh together. */
static float
match_words (WinerrorSayings *self, GPtrArray *indexes, GPtrArray *words)
{
  WinerrorLexicon *lexicon = winerror_index_get_lexicon (self->index);
  float total = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *text = words->pdata[i];
      gboolean is_last = i + 1 == words->len;
      gsize second;

      if (winerror_lexicon_is_stop (lexicon, text) || stands_before (words, i))
        continue;
      second = winerror_compound_split (self->indexes, text);
      if (second > 0)
        {
          g_autofree char *head = g_strndup (text, second);

          total += match_word (self, indexes, head, FALSE);
        }
      total += match_word (self, indexes, text + second, is_last);
    }
  return total;
}

/**
 * winerror_sayings_match:
 * @self: sayings
 * @indexes: (element-type WinerrorIndex) (nullable): what else the query is looked up in: a word
 *   that these have is no typing error; with %NULL none is
 * @words: (element-type utf8): the words of a query, folded
 * @values: (array length=n_values): for each entry of the catalog, how much what is said of it
 * tells that the words of the query mean it, from 0 to 1; rare words weigh more. Raised where this
 *   language has more
 * @n_values: how many entries there are
 *
 * Finds the entries of which has been said what the query says.
 */
void
winerror_sayings_match (WinerrorSayings *self,
                        GPtrArray *indexes,
                        GPtrArray *words,
                        float *values,
                        guint n_values)
{
  float total;

  g_return_if_fail (self != NULL);
  g_return_if_fail (words != NULL);

  total = match_words (self, indexes, words);
  for (guint i = 0; i < self->touched->len; i++)
    {
      Document *document = &g_array_index (self->documents, Document,
                                           g_array_index (self->touched, guint32, i));
      float sum = document->sum + g_array_index (self->topics, Topic, document->record.table).sum;
      guint32 position = document->record.position;

      if (position < n_values)
        values[position] = MAX (values[position], MIN (sum / total, 1));
      document->sum = 0;
    }
  for (guint i = 0; i < self->topics->len; i++)
    g_array_index (self->topics, Topic, i).sum = 0;
  g_array_set_size (self->touched, 0);
}
