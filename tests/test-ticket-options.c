// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What the options of a ticket text own, and which format they take. */

#include "winerror-ticket-options.h"

static void
test_clear (void)
{
  WinerrorTicketOptions options = {
    .format = WINERROR_FORMAT_TEMPLATE,
    .language = winerror_language_new_source (),
    .template_text = g_strdup ("{code}"),
    .query = g_strdup ("52e"),
    .date = g_date_time_new_utc (2024, 2, 29, 0, 0, 0),
  };

  winerror_ticket_options_clear (&options);
  g_assert_null (options.language);
  g_assert_null (options.template_text);
  g_assert_null (options.query);
  g_assert_null (options.date);
  winerror_ticket_options_clear (&options);
}

static void
test_set_format (void)
{
  const struct
  {
    const char *template_text;
    WinerrorFormat format;
    WinerrorFormat expected;
  } cases[] = {
    { NULL, WINERROR_FORMAT_JSON, WINERROR_FORMAT_JSON },
    { "{colour}", WINERROR_FORMAT_JSON, WINERROR_FORMAT_JSON },
    { "{code}", WINERROR_FORMAT_TEMPLATE, WINERROR_FORMAT_TEMPLATE },
    { "x", WINERROR_FORMAT_TEMPLATE, WINERROR_FORMAT_TEMPLATE },
    { NULL, WINERROR_FORMAT_TEMPLATE, WINERROR_FORMAT_TEXT },
    { "", WINERROR_FORMAT_TEMPLATE, WINERROR_FORMAT_TEXT },
    { " \n\t", WINERROR_FORMAT_TEMPLATE, WINERROR_FORMAT_TEXT },
    { "{colour}", WINERROR_FORMAT_TEMPLATE, WINERROR_FORMAT_TEXT },
    { "{code", WINERROR_FORMAT_TEMPLATE, WINERROR_FORMAT_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (WinerrorTicketOptions) options = { .format = WINERROR_FORMAT_CSV };

      options.template_text = g_strdup (cases[i].template_text);
      winerror_ticket_options_set_format (&options, cases[i].format);
      g_assert_cmpint (options.format, ==, cases[i].expected);
      g_assert_cmpstr (options.template_text, ==, cases[i].template_text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticket-options/clear", test_clear);
  g_test_add_func ("/ticket-options/set-format", test_set_format);

  return g_test_run ();
}
