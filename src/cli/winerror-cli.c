// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-cli.h"

#include "winerror-cli-import.h"
#include "winerror-cli-arguments.h"
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

/* How many results there are where --limit does not say it. */
#define DEFAULT_LIMIT 10

/* How much of a message is shown, and of a query, which may be of any length. In characters. */
#define MAX_MESSAGE 500
#define MAX_QUERY   60

typedef struct
{
  char *format;
  char *limit_text;
  guint64 limit;
  gboolean scan;
  gboolean summary;
  gboolean list;
  gboolean tables;
  gboolean advice;
  gboolean import;
  char *import_folder;
  char *language;
  char *encoding;
  char *template_text;
  gboolean version;
  gboolean help;
  char **words;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->import_folder);
  g_free (options->limit_text);
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
  g_autofree char *shown = winerror_text_abridge (message, MAX_MESSAGE);

  g_printerr ("winerror-cli: %s\n", shown);
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
parse_options (Options *options, int argc, char **argv, GError **error)
{
  g_autofree char *formats = describe_formats ();
  g_autofree char *template_text = describe_template ();
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format, formats,
      /* Translators: stands for the value of an option */
      N_ ("FORMAT") },
    { "limit", 'n', 0, G_OPTION_ARG_STRING, &options->limit_text,
      N_ ("At most N results (default 10; 0: all)"), N_ ("N") },
    { "scan", 's', 0, G_OPTION_ARG_NONE, &options->scan,
      N_ ("Read FILEs (- or none: standard input), print every code that a line carries"), NULL },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &options->summary,
      N_ ("With --scan: a line per code: how often, first and last place"), NULL },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options->encoding,
      N_ ("With --scan: the encoding of FILEs that say none (default: guessed)"),
      /* Translators: stands for the name of a character encoding */
      N_ ("NAME") },
    { "advice", 0, 0, G_OPTION_ARG_NONE, &options->advice,
      N_ ("With what it usually means and what to check"), NULL },
    { "import", 0, 0, G_OPTION_ARG_NONE, &options->import,
      N_ ("Read tables or notes from FILEs into your own"), NULL },
    { "import-to", 0, 0, G_OPTION_ARG_FILENAME, &options->import_folder,
      N_ ("Read them into FOLDER, for a share"),
      /* Translators: stands for the value of an option */
      N_ ("FOLDER") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options->list, N_ ("All entries"), NULL },
    { "tables", 0, 0, G_OPTION_ARG_NONE, &options->tables,
      N_ ("All tables: title, family, entries, source, licence and file"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->language,
      N_ ("Language of the descriptions (as in LANGUAGE, or pt-BR)"), N_ ("LANG") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &options->template_text, template_text, N_ ("TEXT") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Show the version"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->words, NULL,
      N_ ("[QUERY…]") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char **arguments = NULL;

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
  /* GOptionContext would end the program without a look at what became of the output */
  g_option_context_set_help_enabled (context, FALSE);
  arguments = winerror_cli_prepare_arguments (argc, argv, entries, &argc);
  argv = arguments;
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (options->help)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", help);
    }
  return TRUE;
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
  g_autofree char *shown = winerror_text_abridge (query, MAX_QUERY);

  if (note != NULL)
    g_printerr ("%s\n", note);
  /* Translators: what was searched for */
  g_printerr (_ ("Nothing found for “%s”."), shown);
  g_printerr ("\n");
}

/* Whether a format is for people, or for programs that can tell an explanation from an entry. */
static gboolean
shows_unlisted (WinerrorFormat format)
{
  return format != WINERROR_FORMAT_TSV;
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

  for (guint i = 0; i < n && (options->limit == 0 || entries->len < options->limit); i++)
    if (winerror_answer_get_hit (answer, i)->rank != WINERROR_RANK_UNLISTED ||
        shows_unlisted (ticket->format))
      g_ptr_array_add (entries, winerror_answer_get_entry (answer, i));

  /* a line has no room for advice */
  if (options->format == NULL && options->template_text == NULL && entries->len > 1 &&
      !options->advice)
    ticket->format = WINERROR_FORMAT_LINE;
  ticket->query = g_strdup (winerror_answer_get_query (answer));
  if (!found)
    print_nothing (winerror_answer_get_query (answer), winerror_answer_get_note (answer));
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
  g_auto (Options) options = { 0 };
  g_autoptr (WinerrorCatalog) built_in = NULL;
  g_autoptr (WinerrorOwnTables) tables = NULL;
  WinerrorCatalog *catalog;
  g_autoptr (GError) error = NULL;
  g_auto (WinerrorTicketOptions) ticket = { .format = WINERROR_FORMAT_TEXT };

  if (!parse_options (&options, argc, argv, &error) ||
      (!options.scan && !options.import && options.import_folder == NULL &&
       !convert_words (options.words, &error)))
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
  if (options.help)
    return STATUS_FOUND;
  if (options.version)
    {
      g_print ("winerror-cli %s\n", WINERROR_VERSION);
      return STATUS_FOUND;
    }
  if (options.import || options.import_folder != NULL)
    {
      if (options.scan || options.list || options.advice || options.format != NULL ||
          options.template_text != NULL)
        return fail (_ ("expected nothing but files with --import, found another option"));
      if (options.words == NULL)
        return fail (_ ("expected a file to import, found none"));
      return winerror_cli_import ((const char *const *) options.words, options.import_folder);
    }
  if (options.scan && options.list)
    return fail (_ ("expected either --scan or --list, found both"));
  if (options.summary && !options.scan)
    return fail (_ ("expected --scan with --summary"));
  if (options.tables && (options.scan || options.list || options.words != NULL))
    return fail (_ ("expected nothing else with --tables"));
  if (!options.scan && !options.tables &&
      (options.list ? options.words != NULL : !has_query (&options)))
    return fail (_ ("expected a query, or --list; see --help"));
  if (options.limit_text == NULL)
    options.limit = options.scan || options.list ? 0 : DEFAULT_LIMIT;
  else if (!g_ascii_string_to_unsigned (options.limit_text, 10, 0, G_MAXUINT, &options.limit, NULL))
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
  if (options.scan && !options.summary && ticket.format != WINERROR_FORMAT_LINE &&
      ticket.format != WINERROR_FORMAT_TEXT && ticket.format != WINERROR_FORMAT_TSV)
    return fail (_ ("expected the format line, text or tsv with --scan"));

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
    return winerror_cli_scan (catalog, (const char *const *) options.words, options.summary,
                              options.limit, &ticket, options.encoding);
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
