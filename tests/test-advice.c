// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Files of advice: what is read of one, and what is said of one that is none. */

#include "winerror-advice.h"
#include "winerror-table-reader.h"
#include "winerror-test-utils.h"

#include <string.h>

#define ADVICE(parts) "<advice-list><advice for=\"win32:5\">" parts "</advice></advice-list>"
#define BOTH          "<means>No.</means><check>Ask.</check>"

static gboolean
add_text (WinerrorAdviceBook *book, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return winerror_advice_book_add_file (book, bytes, "x", error);
}

static void
test_read (void)
{
  g_autoptr (WinerrorAdviceBook) book = winerror_advice_book_new ();
  g_autoptr (GError) error = NULL;
  const WinerrorAdvice *advice;

  add_text (
      book,
      "<advice-list>\n<!-- of doors -->\n<advice for=\"win32:5\"><means> No\n  entry. </means>"
      "<means>Twice.</means><check/><check>Ask.</check><see-also keys=\"win32:6 win32:7\"/>"
      "<source url=\"https://kb.example/\"/></advice>\n"
      "<advice for=\"ntstatus:0xC0000022\">" BOTH "</advice></advice-list>",
      &error);
  g_assert_no_error (error);
  advice = winerror_advice_book_lookup (book, WINERROR_FAMILY_WIN32, 5);
  g_assert_nonnull (advice);
  g_assert_cmpstr (advice->means, ==, "No entry.");
  g_assert_cmpstrv (advice->checks, ((const char *const[]){ "Ask.", NULL }));
  g_assert_cmpstrv (advice->see_also, ((const char *const[]){ "win32:6", "win32:7", NULL }));
  g_assert_cmpstr (advice->source_uri, ==, "https://kb.example/");
  advice = winerror_advice_book_lookup (book, WINERROR_FAMILY_NTSTATUS, 0xC0000022);
  g_assert_nonnull (advice);
  g_assert_cmpstr (advice->see_also[0], ==, NULL);
  g_assert_null (advice->source_uri);
  g_assert_null (winerror_advice_book_lookup (book, WINERROR_FAMILY_WIN32, 6));

  /* what is there already stays */
  g_assert_false (add_text (book, ADVICE ("<means>Yes.</means><check>Go.</check>"), &error));
  g_assert_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_DUPLICATE);
  g_assert_cmpstr (error->message, ==, "x: expected advice on each code once, found it again on 5");
  advice = winerror_advice_book_lookup (book, WINERROR_FAMILY_WIN32, 5);
  g_assert_cmpstr (advice->means, ==, "No entry.");
}

static const struct
{
  const char *text;
  const char *message;
} faults[] = {
  { "<advices/>", "x:1:10: expected <advice-list>, found <advices>" },
  { "<advice-list of=\"doors\"/>", "x:1:25: expected no attributes, found of" },
  { "<advice-list/><advice-list/>", "x:1:28: expected the end of the file, found <advice-list>" },
  { "<advice-list><code/></advice-list>", "x:1:20: expected <advice>, found <code>" },
  { "<advice-list><advice/></advice-list>", "x:1:22: expected attribute for, found <advice>" },
  { "<advice-list><advice for=\"5\"/></advice-list>",
    "x:1:30: expected a code as FAMILY:NUMBER, found 5" },
  { "<advice-list><advice for=\"win32:door\"/></advice-list>",
    "x:1:39: expected a code as FAMILY:NUMBER, found win32:door" },
  { "<advice-list><advice for=\"win32:5\" by=\"me\"/></advice-list>",
    "x:1:44: expected the attributes for, once each, found by" },
  { "<advice-list>Ask.</advice-list>", "x:1:18: expected an element, found Ask." },
  { ADVICE (""), "x:1:45: expected <means>, <check>, found </advice>" },
  { ADVICE ("<means>No.</means>"), "x:1:63: expected <means>, <check>, found </advice>" },
  { ADVICE ("<check>Ask.</check>"), "x:1:64: expected <means>, <check>, found </advice>" },
  { ADVICE ("<means/><check/>"), "x:1:61: expected <means>, <check>, found </advice>" },
  { ADVICE ("<means lang=\"en\">No.</means>"), "x:1:53: expected no attributes, found lang" },
  { ADVICE ("<means>No <b>entry</b>.</means>"), "x:1:49: expected text, found <b>" },
  { ADVICE (BOTH "<see-also/>"), "x:1:83: expected attribute keys, found <see-also>" },
  { ADVICE (BOTH "<see-also keys=\"win32:6\"/><see-also keys=\"win32:7\"/>"),
    "x:1:124: expected <means>, <check>, <see-also>, <source>, found <see-also>" },
  { ADVICE (BOTH "<source/>"), "x:1:81: expected attribute url, found <source>" },
  { ADVICE (BOTH "<source url=\"http://kb.example/\"/>"),
    "x:1:106: expected an address that begins with https://, found http://kb.example/" },
  { ADVICE (BOTH "<source url=\"https://a.example/\"/><source url=\"https://b.example/\"/>"),
    "x:1:140: expected <means>, <check>, <see-also>, <source>, found <source>" },
  { ADVICE (BOTH "<hint>Go.</hint>"),
    "x:1:79: expected <means>, <check>, <see-also>, <source>, found <hint>" },
  { ADVICE (BOTH "Go."), "x:1:76: expected an element, found Go." },
  { "<advice-list><advice for=\"win32:5\">" BOTH "</advice><advice for=\"win32:5\">" BOTH
    "</advice></advice-list>",
    "x: expected advice on each code once, found it again on 5" },
};

/* A file that is none says where and why, and nothing of it is kept. */
static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (WinerrorAdviceBook) book = winerror_advice_book_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", faults[i].text);
      g_assert_false (add_text (book, faults[i].text, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, faults[i].message);
      g_assert_null (winerror_advice_book_lookup (book, WINERROR_FAMILY_WIN32, 5));
    }
}

/* What is no XML, in the words of GLib. */
static void
test_markup (void)
{
  static const char *const texts[] = { "", "<advice-list>", "<advice-list></advice>" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WinerrorAdviceBook) book = winerror_advice_book_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (add_text (book, texts[i], &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, G_MARKUP_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "x: "));
    }
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);
  g_test_add_func ("/advice/read", test_read);
  g_test_add_func ("/advice/faults", test_faults);
  g_test_add_func ("/advice/markup", test_markup);
  return g_test_run ();
}
