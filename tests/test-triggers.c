// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-triggers.h"

#include <string.h>

static void
place_cb (const char *place, guint kinds, gpointer user_data)
{
  g_ptr_array_add (user_data, (gpointer) place);
  g_ptr_array_add (user_data, GUINT_TO_POINTER (kinds));
}

/* The places of a text: "0:1 14:3", as offset and kinds. The text is not terminated, and both ways
 * of testing it agree. */
static char *
run (const WinerrorTriggers *triggers, const char *text)
{
  gsize length = strlen (text);
  g_autofree char *copy = g_memdup2 (text, length);
  const char *begin = copy != NULL ? copy : "";
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GString) tested = g_string_new (NULL);
  GString *out = g_string_new (NULL);

  winerror_triggers_run (triggers, begin, begin + length, place_cb, places);
  for (guint i = 0; i < places->len; i += 2)
    g_string_append_printf (out, "%s%u:%u", i > 0 ? " " : "",
                            (guint) ((const char *) g_ptr_array_index (places, i) - begin),
                            GPOINTER_TO_UINT (g_ptr_array_index (places, i + 1)));
  for (gsize i = 0; i < length; i++)
    {
      guint kinds = winerror_triggers_test (triggers, begin + i, begin + length);

      if (kinds != 0)
        g_string_append_printf (tested, "%s%u:%u", tested->len > 0 ? " " : "", (guint) i, kinds);
    }
  g_assert_cmpstr (out->str, ==, tested->str);
  return g_string_free (out, FALSE);
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    const char *places;
  } cases[] = {
    { "", "" },
    { "E", "" },
    { "ERRO", "0:1" },
    { "error", "0:1" },
    { "eRrOR", "0:1" },
    { "xERRO", "1:1" },
    { "ERR", "" },
    { "ERR ", "" },
    { "52", "" },
    { "123", "0:6" },
    { "1234", "0:6" },
    { "a", "" },
    { "7a", "0:8" },
    { "7 and 78", "0:8 6:8" },
    { "7", "0:8" },
    { "erroerroerro", "0:1 4:1 8:1" },
    { "x erro 123 erro 12 erro 7", "2:1 7:6 11:1 19:1 24:8" },
  };
  g_autofree WinerrorTriggers *triggers = g_new0 (WinerrorTriggers, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *places = run (triggers, cases[i].text);

      g_assert_cmpstr (places, ==, "");
    }

  winerror_triggers_add (triggers, "ERROR_", 1);
  winerror_triggers_add (triggers, "123", 2);
  winerror_triggers_add (triggers, "123", 4);
  winerror_triggers_add (triggers, "7", 8);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *places = run (triggers, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (places, ==, cases[i].places);
    }
}

/* Wherever something stands in a text of any length, it is found there. */
static void
test_every_place (void)
{
  g_autofree WinerrorTriggers *triggers = g_new0 (WinerrorTriggers, 1);

  winerror_triggers_add (triggers, "\xC3\xA9z9", 8);
  for (guint length = 4; length < 40; length++)
    for (guint i = 0; i + 4 <= length; i++)
      {
        g_autofree char *text = g_strnfill (length, '.');
        g_autofree char *expected = g_strdup_printf ("%u:8", i);
        g_autofree char *places = NULL;

        memcpy (text + i, "\xC3\xA9z9", 4);
        places = run (triggers, text);
        g_assert_cmpstr (places, ==, expected);
      }
}

/* In a text of any length, and where there is something everywhere. */
static void
test_long (void)
{
  g_autofree WinerrorTriggers *triggers = g_new0 (WinerrorTriggers, 1);
  g_autofree WinerrorTriggers *all = g_new0 (WinerrorTriggers, 1);

  winerror_triggers_add (triggers, "erro", 1);
  winerror_triggers_add (all, "....", 2);
  for (guint length = 3000; length < 10000; length += 997)
    {
      g_autofree char *text = g_strnfill (length, '.');
      g_autoptr (GPtrArray) places = g_ptr_array_new ();
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *found = NULL;

      winerror_triggers_run (all, text, text + length, place_cb, places);
      g_assert_cmpuint (places->len, ==, 2 * (length - 3));
      for (guint i = 0; i < length - 3; i++)
        g_assert_true (g_ptr_array_index (places, 2 * i) == text + i);

      for (guint i = 0; i + 4 <= length; i += 101)
        {
          memcpy (text + i, "ERRO", 4);
          g_string_append_printf (expected, "%s%u:1", i > 0 ? " " : "", i);
        }
      found = run (triggers, text);
      g_assert_cmpstr (found, ==, expected->str);
    }
}

/* Halves of two things do not make one; of things of fewer than four bytes, the two halves are
 * tested for themselves: a first half of one goes with the second half of another one of its kind,
 * and of no other kind. */
static void
test_halves (void)
{
  g_autofree WinerrorTriggers *triggers = g_new0 (WinerrorTriggers, 1);
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;
  g_autofree char *shorter = NULL;
  g_autofree char *other_shorter = NULL;

  winerror_triggers_add (triggers, "abcd", 1);
  winerror_triggers_add (triggers, "efgh", 1);
  winerror_triggers_add (triggers, "ijkl", 2);
  same = run (triggers, "abgh....");
  g_assert_cmpstr (same, ==, "");
  other = run (triggers, "abkl....");
  g_assert_cmpstr (other, ==, "");

  winerror_triggers_add (triggers, "mno", 1);
  shorter = run (triggers, "abox....");
  g_assert_cmpstr (shorter, ==, "0:1");
  other_shorter = run (triggers, "ijox....");
  g_assert_cmpstr (other_shorter, ==, "");
}

/* In this letter case only. */
static void
test_exact (void)
{
  g_autofree WinerrorTriggers *triggers = g_new0 (WinerrorTriggers, 1);
  g_autofree char *exact = NULL;
  g_autofree char *other = NULL;

  winerror_triggers_add_exact (triggers, "aBcD", 1);
  exact = run (triggers, "x aBcD..");
  g_assert_cmpstr (exact, ==, "2:1");
  other = run (triggers, "x aBcd ABCD abcd");
  g_assert_cmpstr (other, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/triggers/places", test_places);
  g_test_add_func ("/triggers/every-place", test_every_place);
  g_test_add_func ("/triggers/long", test_long);
  g_test_add_func ("/triggers/halves", test_halves);
  g_test_add_func ("/triggers/exact", test_exact);

  return g_test_run ();
}
