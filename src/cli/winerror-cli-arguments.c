// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-cli-arguments.h"

#include <string.h>

static const GOptionEntry *
find_long (const GOptionEntry *options, const char *name)
{
  for (; options != NULL && options->long_name != NULL; options++)
    if (g_str_equal (options->long_name, name))
      return options;
  return NULL;
}

static const GOptionEntry *
find_short (const GOptionEntry *options, char letter)
{
  for (; options != NULL && options->long_name != NULL; options++)
    if (options->short_name == letter)
      return options;
  return NULL;
}

static gboolean
has_value (const GOptionEntry *option)
{
  return option != NULL && option->arg != G_OPTION_ARG_NONE;
}

/* Takes letters that stand together apart, and the value of the last from it. Returns whether the
 * value is the next argument. Letters of which one is no option stay as they are. */
static gboolean
add_letters (GPtrArray *prepared, const GOptionEntry *options, char *argument)
{
  const char *value;

  for (value = argument + 1; *value != '\0'; value++)
    {
      const GOptionEntry *option = find_short (options, *value);

      if (option == NULL)
        {
          g_ptr_array_add (prepared, argument);
          return FALSE;
        }
      if (has_value (option))
        break;
    }

  for (const char *p = argument + 1; *p != '\0' && p <= value; p++)
    {
      const char letter[] = { '-', *p, '\0' };

      g_ptr_array_add (prepared, (gpointer) g_intern_string (letter));
    }
  if (*value == '\0')
    return FALSE;
  if (value[1] == '\0')
    return TRUE;
  g_ptr_array_add (prepared, (gpointer) (value + 1));
  return FALSE;
}

/**
 * winerror_cli_prepare_arguments:
 * @argc: how many arguments there are
 * @argv: the arguments of a program, its name first
 * @options: (nullable): the program's options, the last without a name; %NULL where none takes a
 *   value
 * @n: (out): how many arguments there are afterwards
 *
 * Puts arguments into the form that GOptionContext understands: -2147023570 is a word of a query,
 * unless an option waits for its value; -sn3 is -s -n 3; and --scan=FILE, of which it would pass
 * over the FILE, is --scan FILE. The options come first, then all that is none, in its order.
 *
 * Returns: (transfer container): the arguments, %NULL after the last
 */
char **
winerror_cli_prepare_arguments (int argc, char **argv, const GOptionEntry *options, int *n)
{
  g_autoptr (GPtrArray) prepared = g_ptr_array_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  gboolean value = FALSE;
  gboolean rest = FALSE;

  for (int i = 0; i < argc; i++)
    {
      char *argument = argv[i];

      if (i == 0 || value)
        {
          g_ptr_array_add (prepared, argument);
          value = FALSE;
        }
      else if (rest || argument[0] != '-' || argument[1] == '\0' || g_ascii_isdigit (argument[1]))
        g_ptr_array_add (words, argument);
      else if (argument[1] != '-')
        value = add_letters (prepared, options, argument);
      else if (argument[2] == '\0')
        rest = TRUE;
      else if (g_str_has_prefix (argument, "--scan="))
        {
          g_ptr_array_add (prepared, (gpointer) "--scan");
          g_ptr_array_add (words, argument + strlen ("--scan="));
        }
      else
        {
          value = strchr (argument, '=') == NULL && has_value (find_long (options, argument + 2));
          g_ptr_array_add (prepared, argument);
        }
    }

  /* else a value is missing, and is not to be found in them */
  if (!value)
    {
      if (words->len > 0)
        g_ptr_array_add (prepared, (gpointer) "--");
      g_ptr_array_extend (prepared, words, NULL, NULL);
    }
  *n = (int) prepared->len;
  g_ptr_array_add (prepared, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&prepared), FALSE);
}
