// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-announcing-words.h"

#include "winerror-scan-data.h"

#include <string.h>

/* Longer words have no role. */
#define MAX_LENGTH 63

/* What the last part of a longer word makes of it. */
typedef struct
{
  char *text;
  gsize length;
  guint roles;
} Ending;

/* A quick look tells most words from those that have a role. */
#define FOLD_BITS 0x1F

struct _WinerrorAnnouncingWords
{
  GHashTable *roles;              /* word -> its roles */
  GArray *endings;                /* Ending */
  guint64 lengths[FOLD_BITS + 1]; /* by the last bits of the first byte, a bit for each length */
  guint32 last;                   /* a bit for the last bits of the last byte of each ending */
};

static const struct
{
  const char *name;
  WinerrorRole role;
} role_names[] = {
  { "announces", WINERROR_ROLE_ANNOUNCES },
  { "fails", WINERROR_ROLE_FAILS },
  { "native", WINERROR_ROLE_NATIVE },
  { "weak", WINERROR_ROLE_WEAK },
  { "fills", WINERROR_ROLE_FILLS },
  { "introduces", WINERROR_ROLE_INTRODUCES },
  { "abbreviates", WINERROR_ROLE_ABBREVIATES },
  { "foreign", WINERROR_ROLE_FOREIGN },
  { "database", WINERROR_ROLE_DATABASE },
  { "database-field", WINERROR_ROLE_DATABASE_FIELD },
  { "quantity", WINERROR_ROLE_QUANTITY },
  { "program", WINERROR_ROLE_PROGRAM },
  { "returns-quantity", WINERROR_ROLE_RETURNS_QUANTITY },
  { "counted", WINERROR_ROLE_COUNTED },
  { "counted-of", WINERROR_ROLE_COUNTED_OF },
  { "outcome", WINERROR_ROLE_OUTCOME },
  { "method", WINERROR_ROLE_METHOD },
  { "heads", WINERROR_ROLE_HEADS },
  { "exits", WINERROR_ROLE_EXITS },
  { "product", WINERROR_ROLE_PRODUCT },
  { "installer", WINERROR_ROLE_INSTALLER },
  { "stop", WINERROR_ROLE_STOP },
  { "device", WINERROR_ROLE_DEVICE },
  { "ras", WINERROR_ROLE_RAS },
  { "rdp", WINERROR_ROLE_RDP },
  { "notes", WINERROR_ROLE_NOTES },
  { "counts", WINERROR_ROLE_COUNTS },
  { "small", WINERROR_ROLE_SMALL },
  { "system", WINERROR_ROLE_SYSTEM },
  { "closes", WINERROR_ROLE_CLOSES },
};

static void
ending_clear (gpointer data)
{
  g_free (((Ending *) data)->text);
}

/* The roles that a line is for; 0 with @error set where one of them is unknown. */
static guint
read_roles (const char *text, GError **error)
{
  g_auto (GStrv) names = g_strsplit (text, " ", -1);
  guint roles = 0;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      gsize j = 0;

      while (j < G_N_ELEMENTS (role_names) && !g_str_equal (names[i], role_names[j].name))
        j++;
      if (j == G_N_ELEMENTS (role_names))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "unknown role “%s”", names[i]);
          return 0;
        }
      roles |= role_names[j].role;
    }
  return roles;
}

static gboolean
is_small (const char *word)
{
  if (word[0] == '\0')
    return FALSE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_tolower (g_utf8_get_char (p)) != g_utf8_get_char (p)) /* also letters like ǈ */
      return FALSE;
  return TRUE;
}

static guint *
ensure_ending (WinerrorAnnouncingWords *self, const char *text)
{
  Ending ending = { .text = g_strdup (text), .length = strlen (text) };

  for (guint i = 0; i < self->endings->len; i++)
    {
      Ending *other = &g_array_index (self->endings, Ending, i);

      if (g_str_equal (other->text, text))
        {
          ending_clear (&ending);
          return &other->roles;
        }
    }
  self->last |= 1u << (ending.text[ending.length - 1] & FOLD_BITS);
  g_array_append_val (self->endings, ending);
  return &g_array_index (self->endings, Ending, self->endings->len - 1).roles;
}

static gboolean
read_line (const char *key, const char *value, gpointer user_data, GError **error)
{
  WinerrorAnnouncingWords *self = user_data;
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint roles = read_roles (key, error);

  if (roles == 0)
    return FALSE;
  for (gsize i = 0; words[i] != NULL; i++)
    {
      gboolean is_ending = words[i][0] == '*';
      const char *word = words[i] + is_ending;
      guint known;

      if (!is_small (word))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "“%s” is not a word in small letters", words[i]);
          return FALSE;
        }
      if (is_ending)
        {
          guint *place = ensure_ending (self, word);

          known = *place;
          *place |= roles;
        }
      else
        {
          known = GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, word));
          self->lengths[*word & FOLD_BITS] |= G_GUINT64_CONSTANT (1)
                                              << MIN (strlen (word), MAX_LENGTH);
          g_hash_table_insert (self->roles, g_strdup (word), GUINT_TO_POINTER (known | roles));
        }
      if ((known & roles) != 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "“%s” is there twice for the same role", words[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static WinerrorAnnouncingWords *
words_new (void)
{
  WinerrorAnnouncingWords *self = g_new0 (WinerrorAnnouncingWords, 1);

  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->endings = g_array_new (FALSE, FALSE, sizeof (Ending));
  g_array_set_clear_func (self->endings, ending_clear);
  return self;
}

/**
 * winerror_announcing_words_new:
 * @text: text in the format of data/scan/words.txt
 * @error: (nullable): return location for an error, which names the line
 *
 * Returns: (transfer full): the words of the text; %NULL with @error set
 */
WinerrorAnnouncingWords *
winerror_announcing_words_new (const char *text, GError **error)
{
  g_autoptr (WinerrorAnnouncingWords) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = words_new ();
  if (!winerror_scan_data_read (text, read_line, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * winerror_announcing_words_get_built_in:
 *
 * Reads the words when they are first needed.
 *
 * Returns: (transfer none): the words of data/scan/words.txt
 */
const WinerrorAnnouncingWords *
winerror_announcing_words_get_built_in (void)
{
  static WinerrorAnnouncingWords *words;

  if (g_once_init_enter (&words))
    {
      WinerrorAnnouncingWords *built_in = words_new ();

      winerror_scan_data_read_built_in ("words.txt", read_line, built_in);
      g_once_init_leave (&words, built_in);
    }
  return words;
}

/**
 * winerror_announcing_words_free:
 * @self: (transfer full): words
 */
void
winerror_announcing_words_free (WinerrorAnnouncingWords *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->roles);
  g_array_unref (self->endings);
  g_free (self);
}

/* Logs in a code page of Western Europe are no UTF-8; their letters have the numbers that they have
 * in Unicode. */
static char *
fold (const char *word, gsize length)
{
  g_autoptr (GString) out = NULL;

  if (g_utf8_validate (word, (gssize) length, NULL))
    return g_utf8_strdown (word, (gssize) length);

  out = g_string_sized_new (2 * length);
  for (gsize i = 0; i < length; i++)
    g_string_append_unichar (out, g_unichar_tolower ((guchar) word[i]));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The roles of a word, or of its endings where @whole does not ask for the whole word or nothing is
 * known of it. */
static guint
look_up (const WinerrorAnnouncingWords *self, const char *word, gsize length, gboolean whole)
{
  char small[MAX_LENGTH + 1];
  g_autofree char *folded = NULL;
  gboolean ascii = TRUE;
  guint roles = 0;

  if (length == 0 || length > MAX_LENGTH)
    return 0;
  for (gsize i = 0; i < length; i++)
    {
      small[i] = g_ascii_tolower (word[i]);
      ascii = ascii && (guchar) word[i] < 0x80 && word[i] != '\0';
    }
  small[length] = '\0';
  if (!ascii)
    {
      folded = fold (word, length);
      /* a NUL ends it, and may be all that there is */
      length = strlen (folded);
      if (length == 0)
        return 0;
    }

  word = folded != NULL ? folded : small;
  if (whole && (self->lengths[*word & FOLD_BITS] >> MIN (length, MAX_LENGTH) & 1) != 0)
    roles = GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, word));
  if (roles != 0 || (self->last >> (word[length - 1] & FOLD_BITS) & 1) == 0)
    return roles;
  for (guint i = 0; i < self->endings->len; i++)
    {
      const Ending *ending = &g_array_index (self->endings, Ending, i);

      if (length >= ending->length && word[length - 1] == ending->text[ending->length - 1] &&
          memcmp (word + length - ending->length, ending->text, ending->length) == 0)
        roles |= ending->roles;
    }
  return roles;
}

/**
 * winerror_announcing_words_get_roles:
 * @self: words
 * @word: a word of a text, in any letter case
 * @length: its length in bytes
 *
 * Returns: what the word says about a number next to it; 0 for nothing
 */
WinerrorRole
winerror_announcing_words_get_roles (const WinerrorAnnouncingWords *self,
                                     const char *word,
                                     gsize length)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (word != NULL, 0);

  return look_up (self, word, length, TRUE);
}

/**
 * winerror_announcing_words_get_ending_roles:
 * @self: words
 * @word: a word of a text, in any letter case
 * @length: its length in bytes
 *
 * Returns: what the end of the word says about a number next to it, whatever the whole word says
 */
WinerrorRole
winerror_announcing_words_get_ending_roles (const WinerrorAnnouncingWords *self,
                                            const char *word,
                                            gsize length)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (word != NULL, 0);

  return look_up (self, word, length, FALSE);
}

/**
 * winerror_announcing_words_foreach:
 * @self: words
 * @roles: one or several roles
 * @func: (scope call): called with each word, and each end of a word, that has one of the roles
 * @user_data: data for @func
 */
void
winerror_announcing_words_foreach (const WinerrorAnnouncingWords *self,
                                   WinerrorRole roles,
                                   GFunc func,
                                   gpointer user_data)
{
  GHashTableIter iter;
  gpointer word;
  gpointer known;

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  g_hash_table_iter_init (&iter, self->roles);
  while (g_hash_table_iter_next (&iter, &word, &known))
    if ((GPOINTER_TO_UINT (known) & roles) != 0)
      func (word, user_data);
  for (guint i = 0; i < self->endings->len; i++)
    {
      Ending *ending = &g_array_index (self->endings, Ending, i);

      if ((ending->roles & roles) != 0)
        func (ending->text, user_data);
    }
}
