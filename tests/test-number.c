// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* One number in a text: where it begins and ends, and what its digits say. */

#include "winerror-number.h"

#include <locale.h>
#include <string.h>

/* A text with brackets around what is to be read, its sign included; a bar stands where the reader
 * is put. */
typedef struct
{
  const char *text;
  guint64 magnitude;
  guint n_digits;
  const char *flags; /* hex, letters, negative, grouped: x, l, -, , */
} Case;

static const Case cases[] = {
  { "[|1326]", 1326, 4, "" },
  { "error [|1326].", 1326, 4, "" },
  { "[|001326]", 1326, 6, "" },
  { "([|1326])", 1326, 4, "" },
  { "错误[|1326]。", 1326, 4, "" },
  { "[|1326]エラー", 1326, 4, "" },
  { "[|1326]'yı", 1326, 4, "" },
  { "[|1326]-я", 1326, 4, "" },
  { "№[|1326]", 1326, 4, "" },
  { "[|0x52E]", 0x52E, 3, "x" },
  { "[|0X52e]", 0x52E, 3, "x" },
  { "[|&H52E]", 0x52E, 3, "x" },
  { "[|&h52e]&", 0x52E, 3, "x" },
  { "[|52Eh]", 0x52E, 3, "x" },
  { "[|052EH],", 0x52E, 4, "x" },
  { "[|1326h]", 0x1326, 4, "x" },
  { "[|52E]", 0x52E, 3, "l" },
  { "[|8007052E]", 0x8007052Eu, 8, "l" },
  { "[|C0000005]", 0xC0000005u, 8, "l" },
  { "[|FFFFFFFF8007052E]", G_GUINT64_CONSTANT (0xFFFFFFFF8007052E), 16, "l" },
  { "[|1326L]", 1326, 4, "" },
  { "[|1326UL]", 1326, 4, "" },
  { "[|0x80070005UL]", 0x80070005u, 8, "x" },
  { "[|0x52EULL]", 0x52E, 3, "x" },
  { "[|1,326]", 1326, 4, "," },
  { "[|1,326],", 1326, 4, "," },
  { "[|1,326], 5", 1326, 4, "," },
  { "[|2,147,943,726]", 2147943726u, 10, "," },
  { "[|1'326]", 1326, 4, "," },
  { "[|1’326]", 1326, 4, "," },
  { "[|1\u00A0326]", 1326, 4, "," },
  { "[|1\u202F326]", 1326, 4, "," },
  { "[|١٬٣٢٦]", 1326, 4, "," },
  { "[|٠x٥٢E]", 0x52E, 3, "x" },
  { "[|0\u200Dx52E]", 0x52E, 3, "x" },
  { "[-\u200B|2147023570]", 2147023570, 10, "-" },
  { "[\u2212\u2060\u200E|2147023570]", 2147023570, 10, "-" },
  { "x-\u200B[|2147023570]", 2147023570, 10, "" },
  { "\u200B[|2147023570]", 2147023570, 10, "" },
  { "[|1]，３２", 1, 1, "" },
  { "[|1],32", 1, 1, "" },
  { "[|1],3260", 1, 1, "" },
  { "[|1326],500", 1326, 4, "" },
  { "[|0],326", 0, 1, "" },
  { "[|1,326]'500", 1326, 4, "," },
  { "[|1].326", 1, 1, "" },
  { "[|1] 326", 1, 1, "" },
  { "[-|2147023570]", 2147023570, 10, "-" },
  { "[\u2212|2147023570]", 2147023570, 10, "-" },
  { "=[-|2147023570]", 2147023570, 10, "-" },
  { "[-|0x7FF8FAD2]", 0x7FF8FAD2, 8, "x-" },
  { "-[|1326]", 1326, 4, "" },
  { "[-|13260]", 13260, 5, "-" },
  { "x-[|2147023570]", 2147023570, 10, "" },
  { "--[|2147023570]", 2147023570, 10, "" },
  { "5-[|2147023570]", 2147023570, 10, "" },
  { "-[|8007052E]", 0x8007052Eu, 8, "l" },
  { "[|１３２６]", 1326, 4, "" },
  { "[|０ｘ５２Ｅ]", 0x52E, 3, "x" },
  { "[|١٣٢٦]", 1326, 4, "" },
  { "[|۱۳۲۶]؟", 1326, 4, "" },
  { "[|१३२६]", 1326, 4, "" },
  { "[|1\u200B3\u00AD2\u20606]", 1326, 4, "" },
  { "[|1326]\u200E x", 1326, 4, "" },
  { "[|0\u0445"
    "52\u0415]",
    0x52E, 3, "x" },
  { "[|0\u00D7"
    "8007052E]",
    0x8007052Eu, 8, "x" },
  { "[|0]x", 0, 0, NULL },
  { "[|1326a6g]", 0, 0, NULL },
  { "[|1326_x]", 0, 0, NULL },
  { "[|52Ehh]", 0, 0, NULL },
  { "[|1,326h]", 0, 0, NULL },
  { "[|bad]", 0, 0, NULL },
  { "[|feed] me", 0, 0, NULL },
  { "[|each] of", 0, 0, NULL },
  { "[|C0000005h]", 0xC0000005u, 8, "x" },
  { "[|F]", 0, 0, NULL },
  { "[|&]x", 0, 0, NULL },
  { "[|0x100000000000000000]", 0, 0, NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree char *text = NULL;
      g_autofree char *shown = g_strescape (c->text, NULL);
      g_auto (GStrv) head = g_strsplit (c->text, "[", 2);
      g_auto (GStrv) sign = g_strsplit (head[1], "|", 2);
      g_auto (GStrv) tail = g_strsplit (sign[1], "]", 2);
      gsize start = strlen (head[0]);
      gsize from = start + strlen (sign[0]);
      gsize to = from + strlen (tail[0]);
      WinerrorNumber number;
      gboolean found;

      text = g_strconcat (head[0], sign[0], tail[0], tail[1], NULL);
      found = winerror_number_read (text, text + from, text + strlen (text), &number);
      g_test_message ("%s", shown);
      g_assert_true (found == (c->flags != NULL));
      g_assert_true (number.to > text + from && number.to <= text + strlen (text));
      if (!found)
        continue;
      g_assert_true (winerror_number_begins (text + from, text + strlen (text)));
      g_assert_cmpint (number.from - text, ==, (gssize) start);
      g_assert_cmpint (number.to - text, ==, (gssize) to);
      g_assert_true (number.magnitude == c->magnitude);
      g_assert_cmpuint (number.n_digits, ==, c->n_digits);
      g_assert_cmpint (number.hex, ==, strchr (c->flags, 'x') != NULL);
      g_assert_cmpint (number.letters, ==, strchr (c->flags, 'l') != NULL);
      g_assert_cmpint (number.negative, ==, strchr (c->flags, '-') != NULL);
      g_assert_cmpint (number.grouped, ==, strchr (c->flags, ',') != NULL);
    }
}

static void
test_begins (void)
{
  static const char *const yes[] = { "1", "a", "F", "&H1", "&", "１", "١", "\u0415", "८" };
  static const char *const no[] = { "", "g", "x", "-", "№", "#", " ", "½", "\u200B1", "\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (winerror_number_begins (yes[i], yes[i] + strlen (yes[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (winerror_number_begins (no[i], no[i] + strlen (no[i])));
}

/* Whatever the bytes are, the reader goes on, and not beyond the end. */
static void
test_end (void)
{
  static const char *const texts[] = { "1326",  "0x52E",     "&H52E",   "1,326",    "１３２６",
                                       "0\xff", "1\xe2\x80", "1\u200B", "1\u200B3", "13\u20602" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize length = 1; length <= strlen (texts[i]); length++)
      {
        /* a block of its own, in which nothing can be read beyond the end */
        g_autofree char *text = g_memdup2 (texts[i], length);
        WinerrorNumber number;

        winerror_number_read (text, text, text + length, &number);
        g_assert_true (number.to > text && number.to <= text + length);
        g_assert_true (number.from == text);
      }
}

/* Hidden characters without end are no part of a number. */
static void
test_hidden (void)
{
  g_autoptr (GString) text = g_string_new ("13");
  WinerrorNumber number;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "\u200B");
  g_string_append (text, "26");
  g_assert_true (winerror_number_read (text->str, text->str, text->str + text->len, &number));
  g_assert_cmpuint (number.n_digits, ==, 2);
  g_assert_cmpuint ((guint) number.magnitude, ==, 13);
}

static void
test_value (void)
{
  const struct
  {
    guint64 magnitude;
    gboolean negative;
    gboolean fits;
    guint32 value;
  } values[] = {
    { 0, FALSE, TRUE, 0 },
    { 0, TRUE, FALSE, 0 },
    { 1, TRUE, TRUE, G_MAXUINT32 },
    { G_MAXUINT32, FALSE, TRUE, G_MAXUINT32 },
    { G_GUINT64_CONSTANT (0x100000000), FALSE, FALSE, 0 },
    { 0x80000000u, TRUE, TRUE, 0x80000000u },
    { 0x80000001u, TRUE, FALSE, 0 },
    { G_GUINT64_CONSTANT (0xFFFFFFFF80000000), FALSE, TRUE, 0x80000000u },
    { G_GUINT64_CONSTANT (0xFFFFFFFF7FFFFFFF), FALSE, FALSE, 0 },
    { G_GUINT64_CONSTANT (0xFFFFFFFE80000000), FALSE, FALSE, 0 },
    { G_MAXUINT64, TRUE, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      WinerrorNumber number = { .magnitude = values[i].magnitude, .negative = values[i].negative };
      guint32 value = 77;

      g_assert_true (winerror_number_get_value (&number, &value) == values[i].fits);
      g_assert_cmpuint (value, ==, values[i].fits ? values[i].value : 77);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number/cases", test_cases);
  g_test_add_func ("/number/begins", test_begins);
  g_test_add_func ("/number/end", test_end);
  g_test_add_func ("/number/hidden", test_hidden);
  g_test_add_func ("/number/value", test_value);

  return g_test_run ();
}
