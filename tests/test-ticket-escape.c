// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Each kind of text, character by character: what would be markup there is not. */

#include "winerror-ticket-escape.h"

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static void
check (void (*escape) (GString *out, const char *text), const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GString) out = g_string_new ("<");
      g_autofree char *expected = g_strconcat ("<", cases[i].expected, NULL);

      escape (out, cases[i].text);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

static void
test_markdown (void)
{
  static const Case cases[] = {
    { "", "" },
    { "plain ä 错误", "plain ä 错误" },
    { "\\`*_[]<>|~&$!", "\\\\\\`\\*\\_\\[\\]\\<\\>\\|\\~\\&\\$\\!" },
    /* what begins a block is nothing inside a line */
    { "# a # b", "\\# a # b" },
    { "+ a + b", "\\+ a + b" },
    { "- a - b", "\\- a - b" },
    { "= a = b", "\\= a = b" },
    { ": a : b", "\\: a : b" },
    { "1. 2.", "1\\. 2." },
    { "12) 3)", "12\\) 3)" },
    { "1326.", "1326\\." },
    { "1326", "1326" },
    { "12 .", "12 ." },
    { "12", "12" },
    { ".", "." },
    { "1.*", "1\\.\\*" },
    { "#", "\\#" },
    { "(){}\"'/?,;^@%", "(){}\"'/?,;^@%" },
  };

  check (winerror_ticket_escape_markdown, cases, G_N_ELEMENTS (cases));
}

static void
test_jira (void)
{
  static const Case cases[] = {
    { "", "" },
    { "plain ä 错误", "plain ä 错误" },
    { "\\{}[]|*_^~!#", "\\\\\\{\\}\\[\\]\\|\\*\\_\\^\\~\\!\\#" },
    /* signs between words, but not inside one */
    { "a-b+c?d", "a-b+c?d" },
    { "-a +b ?c", "\\-a \\+b \\?c" },
    { "a -b", "a \\-b" },
    { "a? b", "a? b" },
    { "a??", "a?\\?" },
    { "bq. x", "bq\\. x" },
    { "h6. x", "h6\\. x" },
    { "x h1. bq. x", "x h1. bq. x" },
    { "ha. x", "ha. x" },
    { "h1 x", "h1 x" },
    { "h", "h" },
    { ":) :( :P :p :D ;)", "\\:) \\:( \\:P \\:p \\:D \\;)" },
    { "(y)(n)(i)(/)(x)", "\\(y)\\(n)\\(i)\\(/)\\(x)" },
    { "(on)(off)(flag)(flagoff)", "\\(on)\\(off)\\(flag)\\(flagoff)" },
    { "(*r)", "\\(\\*r)" },
    { "(a) : ; (", "(a) : ; (" },
    { "<>&\"'`$%.,", "<>&\"'`$%.," },
  };

  check (winerror_ticket_escape_jira, cases, G_N_ELEMENTS (cases));
}

static void
test_html (void)
{
  static const Case cases[] = {
    { "", "" },
    { "plain ä 错误", "plain ä 错误" },
    { "<>&\"'", "&lt;&gt;&amp;&quot;&apos;" },
    { "&amp;", "&amp;amp;" },
    { "`*_{}[]|\\", "`*_{}[]|\\" },
  };

  check (winerror_ticket_escape_html, cases, G_N_ELEMENTS (cases));
}

static void
test_csv (void)
{
  static const Case cases[] = {
    { "", "" },
    { "plain ä 错误", "plain ä 错误" },
    { "a,b", "\"a,b\"" },
    { "a;b", "\"a;b\"" },
    { "a\"b", "\"a\"\"b\"" },
    { "\"", "\"\"\"\"" },
    { "a\nb", "\"a\nb\"" },
    { "a\rb", "\"a\rb\"" },
    { "a'b|c", "a'b|c" },
    /* formulas */
    { "=1", "\"'=1\"" },
    { "+1", "\"'+1\"" },
    { "-a", "\"'-a\"" },
    { "@a", "\"'@a\"" },
    { "＝1", "\"'＝1\"" },
    { "＋1", "\"'＋1\"" },
    { "－1", "\"'－1\"" },
    { "＠a", "\"'＠a\"" },
    { "a=1", "a=1" },
    /* numbers */
    { "-2147023570", "-2147023570" },
    { "-", "\"'-\"" },
    { "-1.5", "\"'-1.5\"" },
  };

  check (winerror_ticket_escape_csv, cases, G_N_ELEMENTS (cases));
}

static void
test_json (void)
{
  static const Case cases[] = {
    { "", "" },
    { "plain ä 错误", "plain ä 错误" },
    { "\"\\/'", "\\\"\\\\/'" },
    { "<>&{}[]", "<>&{}[]" },
  };

  check (winerror_ticket_escape_json, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticket-escape/markdown", test_markdown);
  g_test_add_func ("/ticket-escape/jira", test_jira);
  g_test_add_func ("/ticket-escape/html", test_html);
  g_test_add_func ("/ticket-escape/csv", test_csv);
  g_test_add_func ("/ticket-escape/json", test_json);

  return g_test_run ();
}
