// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-spelling.h"

#include <string.h>

static gboolean
is_similar (const char *a, const char *b, guint distance)
{
  return winerror_spelling_is_similar (a, strlen (a), b, strlen (b), distance);
}

static gboolean
is_near (const char *a, const char *b, guint distance)
{
  WinerrorSpelling left = winerror_spelling_new (a, strlen (a));
  WinerrorSpelling right = winerror_spelling_new (b, strlen (b));

  return winerror_spelling_is_near (&left, &right, distance);
}

/* How many typing errors two words are apart. */
static void
test_distance (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint distance;
  } cases[] = {
    { "password", "password", 0 },
    { "password", "pasword", 1 },
    { "password", "passwword", 1 },
    { "password", "passwort", 1 },
    { "password", "passwrod", 1 },
    { "account", "acuont", 2 },
    { "domain", "domian", 1 },
    { "domain", "dmoian", 2 },
    { "expired", "expird", 1 },
    { "kennwörter", "kennworter", 1 },
    { "пароль", "парол", 1 },
    { "group", "grupo", 2 },
    { "a", "b", 1 },
    { "ab", "ba", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint distance = 0; distance <= 3; distance++)
      {
        gboolean expected = distance >= cases[i].distance;

        g_test_message ("%s, %s, %u", cases[i].a, cases[i].b, distance);
        g_assert_cmpint (is_similar (cases[i].a, cases[i].b, distance), ==, expected);
        g_assert_cmpint (is_similar (cases[i].b, cases[i].a, distance), ==, expected);
      }
}

/* Words of 64 characters have neighbours, longer ones and none have not. */
static void
test_limits (void)
{
  g_autofree char *most = g_strnfill (64, 'a');
  g_autofree char *more = g_strnfill (65, 'a');

  g_assert_true (is_similar (most, most, 0));
  g_assert_true (is_near (most, most, 0));
  g_assert_false (is_similar (most, more, 1));
  g_assert_false (is_near (most, more, 1));
  g_assert_false (is_near (more, more, 1));
  g_assert_false (is_similar ("", "a", 1));
  g_assert_false (is_near ("", "a", 1));
}

/* Words whose spellings are not near are never similar; and most words are not near. */
static void
test_near (void)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
  guint n_near = 0;
  guint n_similar = 0;
  const guint n = 20000;

  for (guint i = 0; i < n; i++)
    {
      char a[12] = { 0 };
      char b[12] = { 0 };
      guint length = (guint) g_test_rand_int_range (4, 11);
      guint n_changes = (guint) g_test_rand_int_range (0, 8);
      guint distance = (guint) g_test_rand_int_range (1, 3);

      for (guint j = 0; j < length; j++)
        a[j] = b[j] = letters[g_test_rand_int_range (0, 26)];
      for (guint j = 0; j < n_changes; j++)
        b[g_test_rand_int_range (0, (gint32) length)] = letters[g_test_rand_int_range (0, 26)];
      if (g_test_rand_bit ())
        b[length - 1] = '\0';

      n_near += is_near (a, b, distance);
      n_similar += is_similar (a, b, distance);
      if (is_similar (a, b, distance))
        g_assert_true (is_near (a, b, distance));
    }
  g_assert_cmpuint (n_similar, >, n / 20);
  g_assert_cmpuint (n_near, <, n / 2);
}

/* Whatever is near a word is near a group that has the word; groups of other words are passed over.
 */
static void
test_groups (void)
{
  static const char *const words[] = { "password", "passport", "keyboard", "1234567",
                                       "пароль",   "密码",     "a",        "" };
  static const char *const typed[] = { "pasword", "pasport", "kyboard", "123456",
                                       "паролл",  "zzzzzz",  "b" };
  const guint n_sets = 1u << G_N_ELEMENTS (words);
  guint n_passed = 0;

  for (guint set = 0; set < n_sets; set++)
    {
      WinerrorSpellingGroup group = { .longest = 0 };

      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        {
          WinerrorSpelling spelling = winerror_spelling_new (words[i], strlen (words[i]));

          if ((set & (1u << i)) != 0)
            winerror_spelling_group_add (&group, &spelling);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
        for (guint distance = 1; distance <= 2; distance++)
          {
            WinerrorSpelling spelling = winerror_spelling_new (typed[i], strlen (typed[i]));
            gboolean may_have = winerror_spelling_group_may_have (&group, &spelling, distance);

            n_passed += !may_have;
            for (gsize j = 0; j < G_N_ELEMENTS (words); j++)
              if ((set & (1u << j)) != 0 && is_near (words[j], typed[i], distance))
                g_assert_true (may_have);
            if (set == 0)
              g_assert_false (may_have);
          }
    }
  g_assert_cmpuint (n_passed, >, n_sets * G_N_ELEMENTS (typed) / 2);
}

/* A part of a word is in a group that has the word, however long that is. */
static void
test_group_letters (void)
{
  g_autofree char *filling = g_strnfill (100, 'x');
  g_autofree char *too_long = g_strconcat ("key", filling, NULL);
  const char *const words[] = { "1234567", "кпароль", too_long };
  static const char *const parts[] = { "345", "парол", "ey" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      WinerrorSpellingGroup group = { .longest = 0 };
      WinerrorSpelling word = winerror_spelling_new (words[i], strlen (words[i]));

      winerror_spelling_group_add (&group, &word);
      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          WinerrorSpelling part = winerror_spelling_new (parts[j], strlen (parts[j]));

          g_assert_cmpint (winerror_spelling_group_has_letters (&group, &part), ==, i == j);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling/distance", test_distance);
  g_test_add_func ("/spelling/limits", test_limits);
  g_test_add_func ("/spelling/near", test_near);
  g_test_add_func ("/spelling/groups", test_groups);
  g_test_add_func ("/spelling/group-letters", test_group_letters);
  return g_test_run ();
}
