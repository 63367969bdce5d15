// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Command lines: what is handed to GOptionContext is what was given, in another order; nothing is
 * lost or made up, and it is understood or refused. */

#include "fuzz-input.h"
#include "winerror-cli-arguments.h"

/* Whether an argument was given, or is the end of one that was: -n3 is -n 3. */
static gboolean
was_given (char **given, guint n, const char *argument)
{
  if (g_str_equal (argument, "--") || g_str_equal (argument, "--scan") ||
      (argument[0] == '-' && argument[1] != '\0' && argument[2] == '\0'))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_str_has_suffix (given[i], argument))
      return TRUE;
  return FALSE;
}

static guint
count_words (char **arguments, guint n)
{
  guint words = 0;

  for (guint i = 1; i < n; i++)
    words += arguments[i][0] != '-';
  return words;
}

static void
check (char **given, guint n_given, gboolean with_options)
{
  g_autofree char *format = NULL;
  g_autofree char *limit = NULL;
  g_autofree char *folder = NULL;
  gboolean scan = FALSE;
  gboolean import = FALSE;
  g_auto (GStrv) words = NULL;
  const GOptionEntry options[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "limit", 'n', 0, G_OPTION_ARG_STRING, &limit, NULL, NULL },
    { "scan", 's', 0, G_OPTION_ARG_NONE, &scan, NULL, NULL },
    { "import", 0, 0, G_OPTION_ARG_NONE, &import, NULL, NULL },
    { "import-to", 0, 0, G_OPTION_ARG_FILENAME, &folder, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  int n = 0;
  g_autofree char **arguments = winerror_cli_prepare_arguments ((int) n_given, given,
                                                                with_options ? options : NULL, &n);
  char **rest = arguments;
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (n >= 1 && arguments[n] == NULL && g_str_equal (arguments[0], given[0]));
  for (int i = 0; i < n; i++)
    g_assert_true (arguments[i] != NULL && was_given (given, n_given, arguments[i]));
  if (!with_options)
    g_assert_true (count_words (given, n_given) <= count_words (arguments, (guint) n));

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, options, NULL);
  if (g_option_context_parse (context, &n, &rest, &error))
    g_assert_true (n == 1);
  else
    g_assert_true (error != NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *input = g_strdup_printf ("winerror-cli%c%.*s", '\n', (int) MIN (size, 1024),
                                            (const char *) data);
  g_auto (GStrv) given = fuzz_split ((const uint8_t *) input, strlen (input), '\n');

  check (given, g_strv_length (given), TRUE);
  check (given, g_strv_length (given), FALSE);
  return 0;
}
