// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-cli-scan.h"

#include "winerror-gettext.h"
#include "winerror-log-evidence.h"
#include "winerror-log-scanner.h"
#include "winerror-text.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define STANDARD_INPUT "-"

/* What Windows Installer ends with, whatever has failed. */
#define INSTALL_FAILURE 1603

/* How many lines of a log stand below its code in a summary. */
#define N_LINES 5

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorTicketOptions *ticket;
  const char *encoding;
  char **lines; /* the entries in line form; NULL where not needed yet */
  guint64 limit;
  guint64 n_found;
  guint n_passed_over; /* messages of Windows Installer, by scripts */
  guint width;         /* of the terminal, in columns; 0 where there is none */

  char *file;                /* its name as it is shown */
  char *failure;             /* why the installation failed of which the file tells */
  guint file_number;         /* in the summary */
  WinerrorLogReport *report; /* for a summary; else NULL */
  guint64 last_line;         /* of the file, that was printed */
} Scan;

/* g_print() without its flush after every line. */
static void
print (const char *text)
{
  if (g_get_charset (NULL))
    (void) fputs (text, stdout); /* ferror() is asked */
  else
    g_print ("%s", text);
}

/* How wide the terminal is that the output goes to; 0 where it goes elsewhere. */
static guint
get_width (void)
{
  struct winsize size;

  return isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* How many columns a character takes. */
static guint
count_columns (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* Cuts a text that is wider than the terminal. Takes @text. */
static char *
cut (const Scan *scan, char *text)
{
  guint columns = 0;
  char *end = text; /* of what there is room for, with an ellipsis */
  char *cut_text;

  if (scan->width == 0)
    return text;
  for (char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      columns += count_columns (g_utf8_get_char (p));
      if (columns < scan->width)
        end = g_utf8_next_char (p);
    }
  if (columns <= scan->width)
    return text;
  *end = '\0';
  cut_text = g_strconcat (text, "…", NULL);
  g_free (text);
  return cut_text;
}

/* The entry of a place in the chosen form; that of an entry of a table is kept. */
static char *
dup_line (Scan *scan, guint position, WinerrorEntry *entry)
{
  char *line;

  if (position != WINERROR_MATCH_UNLISTED && scan->lines[position] != NULL)
    return g_strdup (scan->lines[position]);
  line = g_strchomp (winerror_ticket_write (&entry, 1, scan->ticket));
  if (position != WINERROR_MATCH_UNLISTED)
    scan->lines[position] = g_strdup (line);
  return line;
}

/* The columns for scripts say nothing of families: there a message of Windows Installer, which has
 * no symbol, would be a system error of the same number that no table holds. */
static gboolean
is_passed_over (const Scan *scan, const WinerrorLogPlace *place)
{
  return scan->ticket->format == WINERROR_FORMAT_TSV &&
         place->code.family == WINERROR_FAMILY_INSTALLER;
}

/* What 1603 says beside its entry: see failure_cb(). */
static const char *
get_failure (const Scan *scan, const WinerrorLogPlace *place)
{
  return place->code.family == WINERROR_FAMILY_WIN32 && place->code.code == INSTALL_FAILURE
             ? scan->failure
             : NULL;
}

/* The line that a code stands in, for the eye. */
static char *
dup_context (const WinerrorLogPlace *place)
{
  g_autoptr (WinerrorLogLine)
      line = winerror_log_line_new (place->line, place->context, place->context_length,
                                    (gsize) (place->text - place->context), place->length);

  return g_strdup (line->text);
}

static void
print_tsv (Scan *scan, const WinerrorLogPlace *place, const char *match, WinerrorEntry *entry)
{
  const char *symbol = winerror_entry_get_symbol (entry);
  g_autofree char *out = g_strdup_printf (
      "%s\t%" G_GUINT64_FORMAT "\t%" G_GUINT64_FORMAT "\t%s\t%u\t%s\n", scan->file, place->line,
      place->column, match, winerror_entry_get_code (entry), symbol != NULL ? symbol : "");

  print (out);
}

/* The place and the entry, and below them the line of the log, once. */
static void
print_line (Scan *scan, const WinerrorLogPlace *place, const char *match, WinerrorEntry *entry)
{
  const char *failure = get_failure (scan, place);
  g_autofree char *line = dup_line (scan, place->position, entry);
  g_autofree char *out = g_strdup_printf (
      "%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %s: %s%s%s\n", scan->file, place->line,
      place->column, match, line, failure != NULL ? " " : "", failure != NULL ? failure : "");

  print (out);
  if (place->line != scan->last_line)
    {
      g_autofree char *context = dup_context (place);
      g_autofree char *shown = cut (scan, g_strconcat ("    ", context, NULL));

      print (shown);
      print ("\n");
    }
}

/* The place with the line of the log, and below them the entry. */
static void
print_text (Scan *scan, const WinerrorLogPlace *place, WinerrorEntry *entry)
{
  g_autofree char *text = dup_line (scan, place->position, entry);
  g_autofree char *context = dup_context (place);
  g_autofree char *shown = cut (
      scan, g_strdup_printf ("%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %s", scan->file,
                             place->line, place->column, context));

  print (scan->n_found > 0 ? "\n" : "");
  print (shown);
  print ("\n");
  print (text);
  print ("\n");
  if (get_failure (scan, place) != NULL)
    {
      print (scan->failure);
      print ("\n");
    }
}

static gboolean
found_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  Scan *scan = user_data;
  g_autoptr (WinerrorEntry) entry = NULL;
  g_autofree char *raw = NULL;
  g_autofree char *match = NULL;

  if (is_passed_over (scan, place))
    {
      scan->n_passed_over++;
      return TRUE;
    }
  if (scan->report != NULL)
    {
      winerror_log_report_add (scan->report, scan->file_number, place);
      return TRUE;
    }
  entry = winerror_log_place_dup_entry (place, scan->catalog);
  raw = g_strndup (place->text, place->length);
  match = winerror_text_clean (raw);
  if (scan->ticket->format == WINERROR_FORMAT_TSV)
    print_tsv (scan, place, match, entry);
  else if (scan->ticket->format == WINERROR_FORMAT_TEXT)
    print_text (scan, place, entry);
  else
    print_line (scan, place, match, entry);
  scan->last_line = place->line;
  scan->n_found++;
  return (scan->limit == 0 || scan->n_found < scan->limit) && !ferror (stdout);
}

/* Keeps what 1603 has said beside it. */
static void
failure_cb (const WinerrorLogFailure *failure, gpointer user_data)
{
  Scan *scan = user_data;
  guint64 line = failure->message_line > 0 ? failure->message_line : failure->line;
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, line);

  if (failure->message_line == 0)
    /* Translators: the number of the line of a log that says that an installation failed */
    scan->failure = g_strdup_printf (_ ("Look at line %s."), number);
  else
    /* Translators: the number of a line of a log, and what it says: why an installation failed */
    scan->failure = g_strdup_printf (_ ("Look at line %s: %s"), number, failure->message);
}

static gboolean
scan_file (Scan *scan, WinerrorScanner *scanner, const char *path)
{
  gboolean standard = g_str_equal (path, STANDARD_INPUT);
  int fd = standard ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int problem = errno;
  g_autofree char *file = winerror_text_clean_path (path);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  scan->file = file;
  if (scan->report != NULL)
    scan->file_number = winerror_log_report_add_file (scan->report, file);
  scan->last_line = 0;
  if (fd >= 0)
    {
      WinerrorLogHandler handler = {
        .place = found_cb, .failure = failure_cb, .encoding = scan->encoding, .user_data = scan
      };

      stream = g_unix_input_stream_new (fd, !standard);
      winerror_log_scanner_scan (scanner, stream, WINERROR_LOG_SCANNER_BLOCK_SIZE, &handler, NULL,
                                 &error);
    }
  (void) fflush (stdout);
  if (fd < 0)
    {
      /* that is no name at all, and may be of any length */
      g_autofree char *shown = problem == ENAMETOOLONG
                                   ? winerror_text_abridge (file, WINERROR_TEXT_MAX_QUOTED)
                                   : g_strdup (file);

      g_printerr ("winerror-cli: %s: %s\n", shown, g_strerror (problem));
    }
  else if (error != NULL)
    g_printerr ("winerror-cli: %s: %s\n", file, error->message);
  g_clear_pointer (&scan->failure, g_free);
  return fd >= 0 && error == NULL;
}

/* The summary */

/* A line of the table that scripts read. */
static void
print_summary_tsv (WinerrorEntry *entry, const WinerrorTicketEvidence *evidence)
{
  const char *symbol = winerror_entry_get_symbol (entry);
  g_autofree char *hex = winerror_family_format_hex (winerror_entry_get_family (entry),
                                                     winerror_entry_get_code (entry));
  g_autofree char *out = g_strdup_printf ("%u\t%s\t%s\t%" G_GUINT64_FORMAT "\t%s\t%s\n",
                                          winerror_entry_get_code (entry), hex,
                                          symbol != NULL ? symbol : "", evidence->count,
                                          evidence->first, evidence->last);

  print (out);
}

/* How often, the entry, and where: as wide as the terminal where that is needed. */
static void
print_summary_line (Scan *scan, WinerrorEntry *entry, const WinerrorTicketEvidence *evidence)
{
  g_autofree char *line = g_strchomp (winerror_ticket_write (&entry, 1, scan->ticket));
  g_autofree char *places = evidence->count > 1
                                ? g_strdup_printf ("%s … %s", evidence->first, evidence->last)
                                : g_strdup (evidence->first);
  g_autofree char *out = g_strdup_printf ("%7" G_GUINT64_FORMAT "  %s (%s)\n", evidence->count,
                                          line, places);

  print (out);
}

static void
print_summary (Scan *scan)
{
  g_autoptr (GArray) order = winerror_log_report_list (scan->report, WINERROR_LOG_ORDER_APPEARANCE);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray)
      evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_ticket_evidence_free);
  guint n = order->len;

  if (scan->limit > 0)
    n = (guint) MIN (n, scan->limit);
  for (guint i = 0; i < n; i++)
    {
      guint code = g_array_index (order, guint, i);

      g_ptr_array_add (entries, winerror_log_report_dup_entry (scan->report, code));
      g_ptr_array_add (evidence, winerror_log_evidence_new (scan->report, code, N_LINES));
    }

  if (scan->ticket->format == WINERROR_FORMAT_TSV)
    for (guint i = 0; i < n; i++)
      print_summary_tsv (entries->pdata[i], evidence->pdata[i]);
  else if (scan->ticket->format == WINERROR_FORMAT_LINE)
    for (guint i = 0; i < n; i++)
      print_summary_line (scan, entries->pdata[i], evidence->pdata[i]);
  else
    {
      g_autofree char *text = NULL;

      scan->ticket->evidence = g_ptr_array_ref (evidence);
      text = winerror_ticket_write ((WinerrorEntry *const *) entries->pdata, n, scan->ticket);
      print (text);
      if (text[0] != '\0' && !g_str_has_suffix (text, "\n"))
        print ("\n");
    }
  scan->n_found = n;
}

/**
 * winerror_cli_scan:
 * @catalog: the entries to look for
 * @files: (nullable) (array zero-terminated=1): names of files; - and none mean standard input
 * @summary: print each code once, and how often it comes, in place of each match
 * @limit: how many matches or codes are printed, or 0 for all
 * @ticket: the format and the language; without @summary the format is %WINERROR_FORMAT_LINE,
 *   %WINERROR_FORMAT_TEXT or %WINERROR_FORMAT_TSV
 * @encoding: (nullable): the encoding of the files, which winerror_encoding_check() has checked;
 *   %NULL has it guessed
 *
 * Prints what files say about entries. A file that cannot be read is reported, and the others are
 * read all the same.
 *
 * Returns: the exit status: 0 something was found, 1 nothing was found, 2 something could not be
 *   read or written
 */
int
winerror_cli_scan (WinerrorCatalog *catalog,
                   const char *const *files,
                   gboolean summary,
                   guint64 limit,
                   WinerrorTicketOptions *ticket,
                   const char *encoding)
{
  static const char *const standard_input[] = { STANDARD_INPUT, NULL };
  g_autoptr (WinerrorScanner) scanner = winerror_scanner_new (catalog);
  g_autoptr (WinerrorLogReport) report = summary ? winerror_log_report_new (catalog, N_LINES)
                                                 : NULL;
  guint n = winerror_catalog_get_n_entries (catalog);
  Scan scan = { .catalog = catalog,
                .ticket = ticket,
                .encoding = encoding,
                .limit = limit,
                .width = get_width (),
                .report = report };
  gboolean readable = TRUE;

  winerror_scanner_add_languages (scanner);
  scan.lines = g_new0 (char *, n + 1);
  if (files == NULL || files[0] == NULL)
    files = standard_input;
  for (; *files != NULL && (limit == 0 || scan.n_found < limit) && !ferror (stdout); files++)
    readable &= scan_file (&scan, scanner, *files);
  if (summary)
    print_summary (&scan);
  (void) fflush (stdout);
  if (scan.n_passed_over > 0)
    /* Translators: their numbers are those of other errors too; the options stay as they are */
    g_printerr (ngettext ("%u message of Windows Installer is left out: --summary --format=json "
                          "has it\n",
                          "%u messages of Windows Installer are left out: --summary "
                          "--format=json has them\n",
                          scan.n_passed_over),
                scan.n_passed_over);

  for (guint i = 0; i < n; i++)
    g_free (scan.lines[i]);
  g_free (scan.lines);
  if (!readable)
    return 2;
  return scan.n_found > 0 ? 0 : 1;
}
