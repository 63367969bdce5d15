// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What a ticket text says of logs, in each format. */

#include "winerror-test-utils.h"
#include "winerror-ticket.h"

#include <string.h>

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorTicketOptions options;
  WinerrorEntry *entries[2];
} Fixture;

static WinerrorTicketEvidence *
create_evidence (guint64 count, const char *const *lines)
{
  WinerrorTicketEvidence *evidence = g_new0 (WinerrorTicketEvidence, 1);

  evidence->count = count;
  evidence->first = g_strdup ("a.log:1");
  evidence->last = g_strdup ("b.log:9");
  evidence->lines = g_strdupv ((char **) lines);
  return evidence;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = { "a.log:1: <b>*x*", "b.log:9: \"y\", z", NULL };
  static const guint32 codes[] = { 1326, 1603 };

  fixture->catalog = winerror_test_load_catalog ();
  fixture->options = (WinerrorTicketOptions){
    .language = winerror_language_new_source (),
    .evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_ticket_evidence_free),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      guint position;

      g_assert_true (winerror_catalog_lookup_code (fixture->catalog, WINERROR_FAMILY_WIN32,
                                                   codes[i], &position));
      fixture->entries[i] = winerror_catalog_get_entry (fixture->catalog, position);
    }
  g_ptr_array_add (fixture->options.evidence, create_evidence (41, lines));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_ticket_options_clear (&fixture->options);
  g_assert_finalize_object (fixture->catalog);
}

/* The end of the ticket text of one entry. */
static void
test_formats (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    WinerrorFormat format;
    const char *end;
  } cases[] = {
    { WINERROR_FORMAT_TEXT,
      "(-2147023570)\na.log:1: <b>*x*\nb.log:9: \"y\", z\nMore places: 39\n" },
    { WINERROR_FORMAT_LINE, "incorrect.\na.log:1: <b>*x*\nb.log:9: \"y\", z\nMore places: 39\n" },
    { WINERROR_FORMAT_MARKDOWN, "(-2147023570)\n\n- a.log:1: \\<b\\>\\*x\\*\n"
                                "- b.log:9: \"y\", z\n- More places: 39\n" },
    { WINERROR_FORMAT_HTML, "</p>\n<ul>\n<li dir=\"ltr\">a.log:1: &lt;b&gt;*x*</li>\n"
                            "<li dir=\"ltr\">b.log:9: &quot;y&quot;, z</li>\n"
                            "<li dir=\"ltr\">More places: 39</li>\n</ul>\n" },
    { WINERROR_FORMAT_JIRA, "(-2147023570)\n* a.log:1: <b>\\*x\\*\n"
                            "* b.log:9: \"y\", z\n* More places: 39\n" },
    { WINERROR_FORMAT_CSV, ",41,a.log:1,b.log:9,"
                           "\"[\"\"a.log:1: <b>*x*\"\", \"\"b.log:9: \\\"\"y\\\"\", z\"\"]\"\r\n" },
    { WINERROR_FORMAT_TSV, "incorrect.\ta.log:1: <b>*x*|b.log:9: \"y\", z|More places: 39" },
    { WINERROR_FORMAT_JSON, ", \"count\": 41, \"first\": \"a.log:1\", \"last\": \"b.log:9\", "
                            "\"lines\": [\"a.log:1: <b>*x*\", \"b.log:9: \\\"y\\\", z\"]}\n]\n" },
    { WINERROR_FORMAT_TEMPLATE,
      "41 a.log:1 b.log:9\na.log:1: <b>*x*\nb.log:9: \"y\", z\nMore places: 39\n" },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cases) == WINERROR_N_FORMATS);
  fixture->options.template_text = g_strdup ("{count} {first} {last}\n{evidence}");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      fixture->options.format = cases[i].format;
      text = winerror_ticket_write (fixture->entries, 1, &fixture->options);
      if (!g_str_has_suffix (text, cases[i].end))
        g_assert_cmpstr (text, ==, cases[i].end);
    }
}

/* In a table there is no room: the lines follow it. An entry of which logs say nothing has none. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture->options.format = WINERROR_FORMAT_MARKDOWN;
  text = winerror_ticket_write (fixture->entries, 2, &fixture->options);
  g_assert_true (g_str_has_prefix (text, "| Code |"));
  g_assert_true (g_str_has_suffix (text, "installation. |\n\n- a.log:1: \\<b\\>\\*x\\*\n"
                                         "- b.log:9: \"y\", z\n- More places: 39\n"));
}

/* Where all lines are there, none are left to be told of; without lines, nothing is said. */
static void
test_more (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = { "a.log:1: x", NULL };
  static const char *const none[] = { NULL };
  g_autofree char *all = NULL;
  g_autofree char *nothing = NULL;

  g_ptr_array_set_size (fixture->options.evidence, 0);
  g_ptr_array_add (fixture->options.evidence, create_evidence (1, lines));
  all = winerror_ticket_write (fixture->entries, 1, &fixture->options);
  g_assert_true (g_str_has_suffix (all, "(-2147023570)\na.log:1: x\n"));
  g_ptr_array_set_size (fixture->options.evidence, 0);
  g_ptr_array_add (fixture->options.evidence, create_evidence (41, none));
  nothing = winerror_ticket_write (fixture->entries, 1, &fixture->options);
  g_assert_true (g_str_has_suffix (nothing, "(-2147023570)\n"));
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);

  g_test_add ("/format-evidence/formats", Fixture, NULL, set_up, test_formats, tear_down);
  g_test_add ("/format-evidence/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/format-evidence/more", Fixture, NULL, set_up, test_more, tear_down);

  return g_test_run ();
}
