// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-announcements.h"

#include "winerror-anchors.h"
#include "winerror-announcing-words.h"

#include <string.h>

/* How many lists of words there are to choose from by anchor; a power of two. */
#define N_BUCKETS 4096

/* Which roles are those of words before codes. */
#define ANNOUNCING_ROLES (WINERROR_ROLE_ANNOUNCES | WINERROR_ROLE_FAILS | WINERROR_ROLE_STOP)

/* What may stand before a word of two or three letters. */
static const char before_word[] = " \t\n([{\"',;:|=>_-.#*/";

/* What may stand after one of two letters. */
static const char after_word[] = " =:([\"').,";

/* Windows Installer in its logs, in those of events, and in the names of its functions */
#define INSTALLER_LOG    "MSI ("
#define INSTALLER_EVENT  "MsiInstaller"
#define INSTALLER_PREFIX "Msi"

/* The word before the number of a message of Windows Installer that is no error */
#define INSTALLER_WARNING "Warning"

typedef struct
{
  char *text;
  gsize length;
  gsize anchor;
  gboolean announces; /* it does not only report a failure */
  guint16 next;       /* index of the next one in its bucket + 1 */
} Word;

struct _WinerrorAnnouncements
{
  WinerrorTriggers *triggers;
  guint kind;
  guint short_kind;
  WinerrorAnchors *anchors;   /* while words are added */
  GArray *words;              /* Word */
  guint16 buckets[N_BUCKETS]; /* index of the first word + 1 */
};

static guint
get_bucket (const char *anchor)
{
  return winerror_anchors_get_key (anchor) * 2654435761u >>
         20; /* Fibonacci hashing; 32 - 12 bits */
}

/* Adds text by which a word is recognized that has its anchor at an offset. */
static void
add_text (WinerrorAnnouncements *self,
          const char *text,
          gsize anchor,
          gboolean announces,
          guint kind)
{
  guint16 *bucket = &self->buckets[get_bucket (text + anchor)];
  Word word = {
    .text = g_strdup (text),
    .length = strlen (text),
    .anchor = anchor,
    .announces = announces,
    .next = *bucket,
  };

  g_array_append_val (self->words, word);
  *bucket = (guint16) self->words->len;
  winerror_triggers_add (self->triggers, text + anchor, kind);
}

/* Adds a word too short for an anchor, after one of the bytes that may stand before it. */
static void
add_short (WinerrorAnnouncements *self, char before, const char *word, gboolean announces)
{
  char text[WINERROR_ANCHOR_LENGTH + 1] = { before };
  gsize length = 1 + strlen (word);

  memcpy (text + 1, word, length - 1);
  if (length == WINERROR_ANCHOR_LENGTH)
    add_text (self, text, 0, announces, self->short_kind);
  else
    for (const char *after = after_word; *after != '\0'; after++)
      {
        text[WINERROR_ANCHOR_LENGTH - 1] = *after;
        add_text (self, text, 0, announces, self->short_kind);
      }
}

static void
add_variant (WinerrorAnnouncements *self, const char *word, gboolean announces)
{
  gsize length = strlen (word);
  gsize anchor;

  if (winerror_anchors_choose (self->anchors, word, &anchor))
    add_text (self, word, anchor, announces, self->kind);
  if (length >= WINERROR_ANCHOR_LENGTH || length < WINERROR_ANCHOR_LENGTH - 2)
    return;
  for (const char *p = before_word; *p != '\0'; p++)
    add_short (self, *p, word, announces);
  for (guint byte = 0x80; byte <= 0xBF; byte++) /* the end of a character of another script */
    add_short (self, (char) byte, word, announces);
}

/* A word that begins with a letter beyond ASCII may begin with a capital; and a log in a code page
 * of Western Europe has one byte for it. */
static void
add_word (gpointer word, gpointer user_data)
{
  WinerrorAnnouncements *self = user_data;
  gboolean announces = (winerror_announcing_words_get_roles (
                            winerror_announcing_words_get_built_in (), word, strlen (word)) &
                        ~(guint) WINERROR_ROLE_FAILS & ANNOUNCING_ROLES) != 0;
  g_autofree char *capitals = g_utf8_strup (word, -1);
  g_autofree char *first = g_utf8_substring (word, 0, 1);
  g_autofree char *first_capital = g_utf8_strup (first, -1);
  g_autofree char *title = g_strconcat (first_capital, (char *) word + strlen (first), NULL);
  const char *const variants[] = { word, title, capitals };

  for (gsize i = 0; i < (g_str_is_ascii (word) ? 1 : G_N_ELEMENTS (variants)); i++)
    {
      g_autofree char *western = g_convert (variants[i], -1, "ISO-8859-1", "UTF-8", NULL, NULL,
                                            NULL);

      g_autofree char *pair = g_strdelimit (g_strdup (variants[i]), "_", ' ');

      add_variant (self, variants[i], announces);
      if (!g_str_equal (pair, variants[i])) /* "bug check", in the data bug_check */
        add_variant (self, pair, announces);
      if (western != NULL && !g_str_equal (western, variants[i]))
        add_variant (self, western, announces);
    }
}

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->text);
}

static void
add_method (gpointer word, gpointer user_data)
{
  WinerrorAnnouncements *self = user_data;
  g_autofree char *capitals = g_ascii_strup (word, -1);
  g_autofree char *start = g_strconcat (" ", capitals, " ", NULL);

  winerror_triggers_add_exact (self->triggers, start, self->short_kind);
}

/* Adds the end of the word before the number of a message of Windows Installer; the numbers are of
 * four digits. */
static void
add_warnings (WinerrorAnnouncements *self)
{
  for (guint number = 11; number <= 30; number++)
    {
      g_autofree char *start = g_strdup_printf ("g %u", number);

      winerror_triggers_add_exact (self->triggers, start, self->short_kind);
    }
}

/* Adds a mark before a number, of two bytes or more. */
static void
add_mark (WinerrorAnnouncements *self, const char *mark)
{
  for (guint number = 10; number < 100; number++)
    {
      g_autofree char *start = g_strdup_printf ("%s%u", mark, number);

      winerror_triggers_add_exact (self->triggers, start, self->short_kind);
    }
}

/**
 * winerror_announcements_new:
 * @triggers: triggers, which get one for each beginning of an announcement
 * @kind: the bit of those that are part of a word
 * @short_kind: the bit of the others, which begin with what stands before a word or a number
 *
 * Returns: (transfer full): the announcements of data/scan/words.txt, and others that are no words
 */
WinerrorAnnouncements *
winerror_announcements_new (WinerrorTriggers *triggers, guint kind, guint short_kind)
{
  static const char *const marks[] = { ") = ", ")=", "-> ", "->", "=> ", "=>", "%%" };
  const WinerrorAnnouncingWords *words = winerror_announcing_words_get_built_in ();
  WinerrorAnnouncements *self;

  g_return_val_if_fail (triggers != NULL, NULL);

  self = g_new0 (WinerrorAnnouncements, 1);
  self->triggers = triggers;
  self->kind = kind;
  self->short_kind = short_kind;
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, word_clear);
  self->anchors = winerror_anchors_new ();
  winerror_announcing_words_foreach (words, ANNOUNCING_ROLES, add_word, self);
  g_clear_pointer (&self->anchors, winerror_anchors_free);
  winerror_announcing_words_foreach (words, WINERROR_ROLE_METHOD, add_method, self);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    add_mark (self, marks[i]);
  add_warnings (self);
  winerror_triggers_add_exact (triggers, INSTALLER_LOG, kind);
  winerror_triggers_add_exact (triggers, INSTALLER_EVENT, kind);
  for (int capital = 'A'; capital <= 'Z'; capital++)
    {
      const char start[] = { 'M', 's', 'i', (char) capital, '\0' };

      winerror_triggers_add_exact (triggers, start, kind);
    }
  return self;
}

/**
 * winerror_announcements_free:
 * @self: (transfer full): announcements
 */
void
winerror_announcements_free (WinerrorAnnouncements *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->words);
  g_free (self);
}

static gboolean
is_at (const char *p, const char *end, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (end - p) > length && memcmp (p, text, length) == 0;
}

/* " GET " */
static gboolean
is_method (const char *p, const char *end)
{
  const char *to = p + 1;

  while (to < end && g_ascii_isupper (*to))
    to++;
  return to > p + 1 && to < end && *to == ' ' &&
         (winerror_announcing_words_get_roles (winerror_announcing_words_get_built_in (), p + 1,
                                               (gsize) (to - p) - 1) &
          WINERROR_ROLE_METHOD) != 0;
}

/* "Warning 1909." at its last letter: the number */
static const char *
find_warning (const char *begin, const char *p, const char *end)
{
  gsize length = strlen (INSTALLER_WARNING) - 1;

  return end - p > 2 && (gsize) (p - begin) >= length &&
                 memcmp (p - length, INSTALLER_WARNING, length) == 0
             ? p + 2
             : NULL;
}

/* "MsiGetFeatureState = 1606": the number */
static const char *
find_result (const char *p, const char *end)
{
  while (p < end && g_ascii_isalnum (*p))
    p++;
  while (p < end && *p == ' ')
    p++;
  if (p == end || *p++ != '=')
    return NULL;
  while (p < end && *p == ' ')
    p++;
  return p < end && g_ascii_isdigit (*p) ? p : NULL;
}

/* ") = 1322": the number */
static const char *
find_number (const char *p, const char *end)
{
  while (p < end && strchr (")=-> %", *p) != NULL && *p != '\0')
    p++;
  return p < end && g_ascii_isdigit (*p) ? p : NULL;
}

/* What the words say that stand around an anchor, and end there. */
static WinerrorAnnouncement
read_words (const WinerrorAnnouncements *self,
            const char *begin,
            const char *anchor,
            const char *end)
{
  WinerrorAnnouncement announcement = WINERROR_ANNOUNCEMENT_NONE;

  if (end - anchor < WINERROR_ANCHOR_LENGTH)
    return WINERROR_ANNOUNCEMENT_NONE;
  for (guint i = self->buckets[get_bucket (anchor)]; i > 0;)
    {
      const Word *word = &g_array_index (self->words, Word, i - 1);
      const char *p = anchor - MIN (word->anchor, (gsize) (anchor - begin));

      if (anchor - p == (gssize) word->anchor && (gsize) (end - p) > word->length &&
          g_ascii_strncasecmp (p, word->text, word->length) == 0 &&
          !(g_ascii_isalpha (p[word->length - 1]) && g_ascii_isalpha (p[word->length])))
        {
          if (word->announces)
            return WINERROR_ANNOUNCEMENT_WORD;
          announcement = WINERROR_ANNOUNCEMENT_FAILURE;
        }
      i = word->next;
    }
  return announcement;
}

/**
 * winerror_announcements_read:
 * @self: announcements
 * @begin: where a text begins
 * @p: a place in it where a trigger is
 * @end: where the text ends
 * @number: (out): where the number begins, for %WINERROR_ANNOUNCEMENT_NUMBER
 *
 * Returns: what stands there
 */
WinerrorAnnouncement
winerror_announcements_read (const WinerrorAnnouncements *self,
                             const char *begin,
                             const char *p,
                             const char *end,
                             const char **number)
{
  switch (*p)
    {
    case ' ':
      if (is_method (p, end))
        return WINERROR_ANNOUNCEMENT_LAST;
      break;
    case ')':
    case '-':
    case '=':
    case '%':
      *number = find_number (p, end);
      if (*number != NULL)
        return WINERROR_ANNOUNCEMENT_NUMBER;
      break;
    case 'g':
      *number = find_warning (begin, p, end);
      if (*number != NULL)
        return WINERROR_ANNOUNCEMENT_NUMBER;
      break;
    case 'M':
      if (is_at (p, end, INSTALLER_LOG) || is_at (p, end, INSTALLER_EVENT))
        return WINERROR_ANNOUNCEMENT_LAST;
      *number = is_at (p, end, INSTALLER_PREFIX) ? find_result (p, end) : NULL;
      if (*number != NULL)
        return WINERROR_ANNOUNCEMENT_NUMBER;
      break;
    default:
      break;
    }
  return read_words (self, begin, p, end);
}
