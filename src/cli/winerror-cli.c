// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-cli.h"

#include "winerror-cli-scan.h"
#include "winerror-cli-tables.h"
#include "winerror-config.h"
#include "winerror-encoding.h"
#include "winerror-gettext.h"
#include "winerror-search.h"
#include "winerror-text.h"
#include "winerror-ticket-template.h"
#include "winerror-ticket.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

/* The exit statuses that scripts rely on. */
enum
{
  STATUS_FOUND,
  STATUS_NOTHING,
  STATUS_WRONG,
};

/* How many results there are where --limit does not say it, and the sign for that. */
#define DEFAULT_LIMIT 10
#define NO_LIMIT      G_MININT

typedef struct
{
  char *format;
  int limit;
  gboolean scan;
  gboolean list;
  gboolean tables;
  gboolean advice;
  char *language;
  char *encoding;
  char *template_text;
  gboolean version;
  char **words;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->language);
  g_free (options->encoding);
  g_free (options->template_text);
  g_strfreev (options->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Says what is wrong, with nothing in it that steers a terminal. */
static int
fail (const char *message)
{
  g_autofree char *clean = winerror_text_clean (message);

  g_printerr ("winerror-cli: %s\n", clean);
  return STATUS_WRONG;
}

/* Whether words are given, and more than blanks in them: a script's empty variable is no query. */
static gboolean
has_query (const Options *options)
{
  g_autofree char *query = options->words != NULL ? g_strjoinv (" ", options->words) : NULL;

  return query != NULL && g_strstrip (query)[0] != '\0';
}

/* The names of the formats, as the table of the formats has them. */
static char *
describe_formats (void)
{
  g_autofree const char **names = winerror_format_list_names ();
  gsize last = g_strv_length ((char **) names) - 1;
  const char *last_name = g_steal_pointer (&names[last]);
  g_autofree char *first_names = g_strjoinv (", ", (char **) names);

  /* Translators: names of formats, all but the last and the last: text, line, … or json */
  return g_strdup_printf (_ ("%s or %s (default: text for one result, line for several)"),
                          first_names, last_name);
}

static char *
describe_template (void)
{
  g_autofree const char **names = winerror_ticket_template_list_placeholders ();
  g_autofree char *joined = g_strjoinv ("}, {", (char **) names);

  /* Translators: a list of placeholders: {code}, {hex}, … */
  return g_strdup_printf (_ ("A format of your own, with {%s}"), joined);
}

static const char *
translate_option (const char *text, gpointer data)
{
  return text[0] != '\0' ? winerror_gettext (text) : text;
}

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  g_autofree char *formats = describe_formats ();
  g_autofree char *template_text = describe_template ();
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format, formats,
      /* Translators: stands for the value of an option */
      N_ ("FORMAT") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit,
      N_ ("At most N results (default 10; 0: all)"), N_ ("N") },
    { "scan", 's', 0, G_OPTION_ARG_NONE, &options->scan,
      N_ ("Read FILEs (- or none: standard input), print every code that a line carries"), NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options->encoding,
      N_ ("With --scan: the encoding of FILEs that say none (default: guessed)"),
      /* Translators: stands for the name of a character encoding */
      N_ ("NAME") },
    { "advice", 0, 0, G_OPTION_ARG_NONE, &options->advice,
      N_ ("With what it usually means and what to check"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options->list, N_ ("All entries"), NULL },
    { "tables", 0, 0, G_OPTION_ARG_NONE, &options->tables,
      N_ ("All tables: title, family, entries, source, licence and file"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->language,
      N_ ("Language of the descriptions (as in LANGUAGE, or pt-BR)"), N_ ("LANG") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &options->template_text, template_text, N_ ("TEXT") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->words, NULL,
      N_ ("[QUERY…]") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context,
                                _ ("Looks up Windows error codes by code, symbol or words."));
  g_option_context_set_description (
      context, _ ("QUERY is a code in any form (1326, 0x52E, 0x8007052E, -2147023570), a symbol, "
                  "words of the\ndescription, or a line of a log."
                  "\n\nExit status: 0 something was found, 1 nothing was found, 2 wrong usage or "
                  "unreadable input."));
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_group_set_translate_func (g_option_context_get_main_group (context), translate_option,
                                     NULL, NULL);
  g_option_context_set_strict_posix (context, FALSE);
  return g_option_context_parse (context, argc, argv, error);
}

/* The words of a query become UTF-8; the names of files stay as they are. */
static gboolean
convert_words (char **words, GError **error)
{
  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      char *word = g_locale_to_utf8 (words[i], -1, NULL, NULL, error);

      if (word == NULL)
        return FALSE;
      g_free (words[i]);
      words[i] = word;
    }
  return TRUE;
}

/**
 * winerror_cli_prepare_arguments:
 * @argc: how many arguments there are
 * @argv: the arguments of a program, its name first
 * @n: (out): how many there are afterwards
 *
 * Puts arguments into the form that GOptionContext understands: -2147023570 is a query, not
 * options; -n3 is -n 3; and --scan=FILE, of which it would pass over the FILE, is --scan FILE.
 *
 * Returns: (transfer container): the arguments, %NULL behind the last
 */
char **
winerror_cli_prepare_arguments (int argc, char **argv, int *n)
{
  g_autoptr (GPtrArray) prepared = g_ptr_array_new ();
  g_autoptr (GPtrArray) last = g_ptr_array_new ();
  gboolean rest = FALSE;

  for (int i = 0; i < argc; i++)
    {
      if (!rest && i > 0 && g_str_equal (argv[i], "--"))
        {
          rest = TRUE;
          continue;
        }
      /* numbers go behind a --, at the end, for options may follow them */
      if (rest || (i > 0 && argv[i][0] == '-' && g_ascii_isdigit (argv[i][1]) &&
                   !g_str_equal (argv[i - 1], "-n") && !g_str_equal (argv[i - 1], "--limit")))
        {
          g_ptr_array_add (last, argv[i]);
          continue;
        }
      if (i > 0 && (g_str_has_prefix (argv[i], "-n") || g_str_has_prefix (argv[i], "-f")) &&
          argv[i][2] != '\0')
        {
          g_ptr_array_add (prepared, (gpointer) (argv[i][1] == 'n' ? "-n" : "-f"));
          g_ptr_array_add (prepared, argv[i] + 2);
          continue;
        }
      if (i > 0 && g_str_has_prefix (argv[i], "--scan="))
        {
          g_ptr_array_add (prepared, (gpointer) "--scan");
          g_ptr_array_add (prepared, argv[i] + strlen ("--scan="));
          continue;
        }
      g_ptr_array_add (prepared, argv[i]);
    }

  if (last->len > 0)
    g_ptr_array_add (prepared, (gpointer) "--");
  g_ptr_array_extend (prepared, last, NULL, NULL);
  *n = (int) prepared->len;
  g_ptr_array_add (prepared, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&prepared), FALSE);
}

static int
print_entries (WinerrorEntry *const *entries, gsize n, const WinerrorTicketOptions *options)
{
  g_autofree char *text = winerror_ticket_write (entries, n, options);

  g_print ("%s", text);
  if (text[0] != '\0' && !g_str_has_suffix (text, "\n"))
    g_print ("\n");
  return n > 0 ? STATUS_FOUND : STATUS_NOTHING;
}

/* Says that no entry was found, and what else there is to say; never among the data that a script
 * asked for. */
static void
print_nothing (const char *query, const char *note)
{
  g_autofree char *clean = winerror_text_clean (query);
  g_autofree char *shown = g_utf8_strlen (clean, -1) > 60 ? g_utf8_substring (clean, 0, 60) : NULL;
  g_autofree char *cut = shown != NULL ? g_strconcat (shown, "…", NULL) : g_strdup (clean);

  if (note != NULL)
    g_printerr ("%s\n", note);
  /* Translators: what was searched for */
  g_printerr (_ ("Nothing found for “%s”."), cut);
  g_printerr ("\n");
}

/* Whether a format is for people, or for programs that can tell an explanation from an entry. */
static gboolean
shows_unlisted (WinerrorFormat format)
{
  return format != WINERROR_FORMAT_CSV && format != WINERROR_FORMAT_TSV;
}

static int
look_up (WinerrorCatalog *catalog, const Options *options, WinerrorTicketOptions *ticket)
{
  g_autofree char *query = g_strjoinv (" ", options->words);
  g_autoptr (WinerrorSearch) search = winerror_search_new (catalog, ticket->language);
  g_autoptr (WinerrorAnswer) answer = winerror_search_run (search, query);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  guint n = winerror_answer_get_n_hits (answer);
  gboolean found = winerror_answer_has_entries (answer);

  for (guint i = 0; i < n && (options->limit == 0 || entries->len < (guint) options->limit); i++)
    if (winerror_answer_get_hit (answer, i)->rank != WINERROR_RANK_UNLISTED ||
        shows_unlisted (ticket->format))
      g_ptr_array_add (entries, winerror_answer_get_entry (answer, i));

  /* a line has no room for advice */
  if (options->format == NULL && options->template_text == NULL && entries->len > 1 &&
      !options->advice)
    ticket->format = WINERROR_FORMAT_LINE;
  ticket->query = g_strdup (winerror_answer_get_query (answer));
  if (!found)
    print_nothing (query, winerror_answer_get_note (answer));
  else if (winerror_answer_get_note (answer) != NULL)
    g_printerr ("%s\n", winerror_answer_get_note (answer));
  if (entries->len > 0 ||
      (ticket->format != WINERROR_FORMAT_TEXT && ticket->format != WINERROR_FORMAT_LINE))
    print_entries ((WinerrorEntry *const *) entries->pdata, entries->len, ticket);
  return found ? STATUS_FOUND : STATUS_NOTHING;
}

static int
list_all (WinerrorCatalog *catalog, const Options *options, WinerrorTicketOptions *ticket)
{
  guint n = winerror_catalog_get_n_entries (catalog);
  g_autofree WinerrorEntry **entries = NULL;

  if (options->limit > 0)
    n = MIN (n, (guint) options->limit);
  entries = g_new (WinerrorEntry *, n + 1);
  for (guint i = 0; i < n; i++)
    entries[i] = winerror_catalog_get_entry (catalog, i);
  if (options->format == NULL && options->template_text == NULL)
    ticket->format = WINERROR_FORMAT_LINE;
  return print_entries (entries, n, ticket);
}

static int
run (int argc, char **argv)
{
  g_auto (Options) options = { .limit = NO_LIMIT };
  g_autoptr (WinerrorCatalog) built_in = NULL;
  g_autoptr (WinerrorOwnTables) tables = NULL;
  WinerrorCatalog *catalog;
  g_autoptr (GError) error = NULL;
  g_autofree char **arguments = NULL;
  g_auto (WinerrorTicketOptions) ticket = { .format = WINERROR_FORMAT_TEXT };
  int n_arguments;
  char **left;

  arguments = winerror_cli_prepare_arguments (argc, argv, &n_arguments);
  left = arguments;
  if (!parse_options (&options, &n_arguments, &left, &error) ||
      (!options.scan && !convert_words (options.words, &error)))
    {
      const char *charset;

      if (error->domain != G_CONVERT_ERROR)
        return fail (error->message);
      g_get_charset (&charset);
      g_clear_error (&error);
      /* Translators: the name of a character encoding, such as UTF-8 */
      g_set_error (&error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                   _ ("expected text in %s, found other bytes"), charset);
      return fail (error->message);
    }
  if (options.version)
    {
      g_print ("winerror-cli %s\n", WINERROR_VERSION);
      return STATUS_FOUND;
    }
  if (options.scan && options.list)
    return fail (_ ("expected either --scan or --list, found both"));
  if (options.tables && (options.scan || options.list || options.words != NULL))
    return fail (_ ("expected nothing else with --tables"));
  if (!options.scan && !options.tables &&
      (options.list ? options.words != NULL : !has_query (&options)))
    return fail (_ ("expected a query, or --list; see --help"));
  if (options.limit == NO_LIMIT)
    options.limit = options.scan || options.list ? 0 : DEFAULT_LIMIT;
  if (options.limit < 0)
    return fail (_ ("expected a limit of 0 or more"));
  if (options.format != NULL && options.template_text != NULL)
    return fail (_ ("expected either --format or --template, found both"));
  if (options.format != NULL && !winerror_format_from_name (options.format, &ticket.format, &error))
    return fail (error->message);
  if (options.template_text != NULL)
    {
      if (!winerror_ticket_template_check (options.template_text, &error))
        return fail (error->message);
      ticket.format = WINERROR_FORMAT_TEMPLATE;
      ticket.template_text = g_strdup (options.template_text);
    }
  if (options.scan && options.format == NULL && options.template_text == NULL)
    ticket.format = WINERROR_FORMAT_LINE;
  if (options.scan && ticket.format != WINERROR_FORMAT_LINE && ticket.format != WINERROR_FORMAT_TSV)
    return fail (_ ("expected the format line or tsv with --scan"));

  if (options.encoding != NULL && !options.scan)
    return fail (_ ("expected --scan with --encoding"));
  if (options.encoding != NULL && !winerror_encoding_check (options.encoding, &error))
    return fail (error->message);

  ticket.with_advice = options.advice;
  ticket.with_notes = options.advice;
  ticket.language = options.language != NULL
                        ? winerror_language_new_shipped (options.language, &error)
                        : winerror_language_new_user ();
  if (ticket.language == NULL)
    return fail (error->message);

  built_in = winerror_catalog_new_built_in (&error);
  if (built_in == NULL)
    return fail (error->message);
  tables = winerror_cli_load_tables (built_in);
  catalog = winerror_own_tables_get_catalog (tables);
  if (options.tables)
    {
      winerror_cli_print_tables (tables);
      return STATUS_FOUND;
    }
  if (options.scan)
    return winerror_cli_scan (catalog, (const char *const *) options.words, (guint64) options.limit,
                              &ticket, options.encoding);
  return options.list ? list_all (catalog, &options, &ticket)
                      : look_up (catalog, &options, &ticket);
}

/**
 * winerror_cli_run:
 * @argc: how many arguments there are
 * @argv: the arguments of the program, its name first, in the encoding of the locale
 *
 * Does what winerror-cli does. winerror_language_init() comes before it.
 *
 * Returns: the exit status: 0 something was found, 1 nothing was found, 2 wrong usage or a failure
 */
int
winerror_cli_run (int argc, char **argv)
{
  int status = run (argc, argv);

  /* a full disk, say: half an answer must not pass for one */
  if (ferror (stdout))
    return fail (_ ("cannot write the output"));
  return status;
}
