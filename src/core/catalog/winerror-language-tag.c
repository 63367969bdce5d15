// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-language-tag.h"

#include <string.h>

typedef struct
{
  char *language; /* ISO 639, small letters */
  char *script;   /* (nullable): ISO 15924 */
  char *region;   /* (nullable): ISO 3166 or UN M.49 */
} Tag;

static void
tag_clear (Tag *self)
{
  g_free (self->language);
  g_free (self->script);
  g_free (self->region);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tag, tag_clear)

/* What follows the region says nothing of the language: an encoding, a modifier, a variant. */
static void
tag_init (Tag *self, const char *text)
{
  g_autofree char *plain = g_strndup (text, strcspn (text, ".@"));
  g_auto (GStrv) subtags = g_strsplit_set (plain, "-_", -1);
  gsize i = 0;

  self->language = g_ascii_strdown (subtags[0] != NULL ? subtags[i++] : "", -1);
  self->script = subtags[i] != NULL && strlen (subtags[i]) == 4 ? g_strdup (subtags[i++]) : NULL;
  self->region = subtags[i] != NULL && (strlen (subtags[i]) == 2 || strlen (subtags[i]) == 3)
                     ? g_strdup (subtags[i])
                     : NULL;
}

static gboolean
subtag_equal (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

/* Who reads one of the two ways of writing Chinese does not read the other with ease. The region
 * says which it is where no script does (Unicode CLDR, likely subtags). */
static gboolean
is_traditional_chinese (const Tag *tag)
{
  if (!g_str_equal (tag->language, "zh"))
    return FALSE;
  if (tag->script != NULL)
    return subtag_equal (tag->script, "Hant");
  return subtag_equal (tag->region, "TW") || subtag_equal (tag->region, "HK") ||
         subtag_equal (tag->region, "MO");
}

/**
 * winerror_language_tag_match:
 * @tag: a language as BCP 47 has it (pt-BR, zh-Hans-CN), or a locale (de_AT.UTF-8); any letter case
 * @shipped: %NULL-terminated: languages as in po/LINGUAS
 *
 * Finds the language to show to someone who asks for @tag: that of the same region, else the one
 * of no region, else the one of another region: Portuguese of Brazil for pt and pt-PT.
 *
 * Returns: (nullable): one of @shipped; %NULL where none is in the language
 */
const char *
winerror_language_tag_match (const char *tag, const char *const *shipped)
{
  const char *best = NULL;
  int best_likeness = 0;
  g_auto (Tag) wanted = { 0 };

  g_return_val_if_fail (tag != NULL, NULL);
  g_return_val_if_fail (shipped != NULL, NULL);

  /* the locales of no language are those of the program itself */
  tag_init (&wanted,
            g_str_equal (tag, "C") || g_str_equal (tag, "POSIX") || g_str_has_prefix (tag, "C.")
                ? "en"
                : tag);
  for (gsize i = 0; shipped[i] != NULL; i++)
    {
      int likeness;
      g_auto (Tag) found = { 0 };

      tag_init (&found, shipped[i]);
      if (!g_str_equal (found.language, wanted.language) ||
          is_traditional_chinese (&found) != is_traditional_chinese (&wanted))
        continue;
      likeness = subtag_equal (found.region, wanted.region) ? 3 : found.region == NULL ? 2 : 1;
      if (likeness > best_likeness)
        {
          best = shipped[i];
          best_likeness = likeness;
        }
    }
  return best;
}
