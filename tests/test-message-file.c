// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Plural forms: the rules of message catalogues, and what is taken where they say nothing. */

#include "winerror-message-file.h"
#include "winerror-plural.h"
#include "winerror-test-utils.h"

#include <string.h>

/* The rules of GNU gettext's manual, "Additional functions for plural forms", with some numbers. */
static void
test_rules (void)
{
#define SLAVIC "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
  static const struct
  {
    const char *rule;
    gulong n;
    gulong form;
  } cases[] = {
    { "0;", 7, 0 },
    { "n != 1;", 0, 1 },
    { "n != 1;", 1, 0 },
    { "n != 1;", 2, 1 },
    { "(n > 1);", 1, 0 },
    { "(n > 1);", 2, 1 },
    { "n>1", 2, 1 },
    { "n != 1; other", 1, 0 },
    { SLAVIC, 1, 0 },
    { SLAVIC, 2, 1 },
    { SLAVIC, 5, 2 },
    { SLAVIC, 11, 2 },
    { SLAVIC, 12, 2 },
    { SLAVIC, 21, 0 },
    { SLAVIC, 24, 1 },
    { SLAVIC, 112, 2 },
    { SLAVIC, 122, 1 },
    { "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;", 3, 3 },
    { "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;", 99, 4 },
    { "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;", 100, 5 },
    { "1+2*3-4/2%3", 0, 5 },
    { "8-2-1", 0, 5 },
    { "!n", 0, 1 },
    { "!!n", 7, 1 },
    { "1||0&&0", 0, 1 },
    { "n/0", 1, 0 },
    { "n%0", 1, 0 },
  };
  static const char *const faults[] = {
    "",    ";", "n !",  "n = 1", "(n", "n)",  "n ? 1", "n ? 1 :",
    "n n", "m", "n + ", "1 2",   "-1", "n&1", "\xff",  "n ? : 1",
  };
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *denials = g_strnfill (100000, '!');
  g_autoptr (GString) choices = g_string_new (NULL);
  gulong form;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %lu", cases[i].rule, cases[i].n);
      g_assert_true (winerror_plural_evaluate (cases[i].rule, cases[i].n, &form));
      g_assert_cmpuint (form, ==, cases[i].form);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *shown = g_utf8_make_valid (faults[i], -1);

      g_test_message ("“%s”", shown);
      g_assert_false (winerror_plural_evaluate (faults[i], 1, &form));
    }
  for (gsize i = 0; i < 100000; i++)
    g_string_append (choices, "n?1:");
  g_assert_false (winerror_plural_evaluate (deep, 1, &form));
  g_assert_false (winerror_plural_evaluate (denials, 1, &form));
  g_assert_false (winerror_plural_evaluate (choices->str, 1, &form));
}

/* A catalogue with one message that has plural forms: in memory, in the order of this machine. */
static WinerrorMessageFile *
make_file (const char *head, const char *forms, gsize length)
{
  static const char one[] = "%d thing\0%d things";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GError) error = NULL;
  WinerrorMessageFile *file;
  guint32 start = 28 + 2 * 16;
  const guint32 words[] = {
    0x950412DEu,
    0,
    2,
    28,
    28 + 2 * 8,
    0,
    0,
    /* originals: length and offset; then translations */
    0,
    start,
    sizeof one - 1,
    start + 1,
    (guint32) strlen (head),
    start + 1 + sizeof one,
    (guint32) length,
    start + 1 + sizeof one + (guint32) strlen (head) + 1,
  };

  g_byte_array_append (bytes, (const guint8 *) words, sizeof words);
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  g_byte_array_append (bytes, (const guint8 *) one, sizeof one);
  g_byte_array_append (bytes, (const guint8 *) head, (guint) strlen (head) + 1);
  g_byte_array_append (bytes, (const guint8 *) forms, (guint) length + 1);
  whole = g_bytes_new (bytes->data, bytes->len);
  file = winerror_message_file_new ("xx", whole, &error);
  g_assert_no_error (error);
  return file;
}

static void
test_forms (void)
{
  static const char three[] = "ein\0zwei\0drei";
  static const char broken[] = "ein\0\xff\0drei";
  static const struct
  {
    const char *head;
    const char *forms;
    gsize length;
    gulong n;
    const char *expected;
  } cases[] = {
    { "A: b\nPlural-Forms: nplurals=3; plural=n;\n", three, sizeof three - 1, 0, "ein" },
    { "A: b\nPlural-Forms: nplurals=3; plural=n;\n", three, sizeof three - 1, 1, "zwei" },
    { "A: b\nPlural-Forms: nplurals=3; plural=n;\n", three, sizeof three - 1, 2, "drei" },
    /* a form that is not there, one that is no UTF-8, and one that is empty */
    { "A: b\nPlural-Forms: nplurals=3; plural=n;\n", three, sizeof three - 1, 3, "ein" },
    { "A: b\nPlural-Forms: nplurals=3; plural=n;\n", three, sizeof three - 1, G_MAXULONG, "ein" },
    { "A: b\nPlural-Forms: nplurals=3; plural=n;\n", broken, sizeof broken - 1, 1, "ein" },
    { "A: b\nPlural-Forms: nplurals=3; plural=n;\n", "ein\0", 4, 1, "ein" },
    /* without a rule it is that of English */
    { "A: b\n", three, sizeof three - 1, 1, "ein" },
    { "A: b\n", three, sizeof three - 1, 2, "zwei" },
    { "A: b\nPlural-Forms: nplurals=3;\nplural=2\n", three, sizeof three - 1, 1, "ein" },
    { "A: b\nPlural-Forms: plural=%;\n", three, sizeof three - 1, 2, "zwei" },
    { "", three, sizeof three - 1, 2, "zwei" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WinerrorMessageFile)
          file = make_file (cases[i].head, cases[i].forms, cases[i].length);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (winerror_message_file_translate_plural (file, "%d thing", cases[i].n), ==,
                       cases[i].expected);
      g_assert_null (winerror_message_file_translate_plural (file, "%d other", cases[i].n));
      g_assert_cmpstr (winerror_message_file_translate (file, "%d thing"), ==, "ein");
      g_assert_cmpstr (winerror_message_file_translate (file, ""), ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/message-file/plural-rules", test_rules);
  g_test_add_func ("/message-file/plural-forms", test_forms);

  return g_test_run ();
}
