// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-cli-scan.h"

#include "winerror-gettext.h"
#include "winerror-log-scanner.h"
#include "winerror-text.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define STANDARD_INPUT "-"

/* What Windows Installer ends with, whatever has failed. */
#define INSTALL_FAILURE 1603

typedef struct
{
  WinerrorCatalog *catalog;
  const WinerrorTicketOptions *ticket;
  const char *encoding;
  char **lines; /* the entries in line form; NULL where not needed yet */
  guint64 limit;
  guint64 n_found;
  char *file;    /* as it is shown */
  char *failure; /* why the installation failed of which the file tells */
} Scan;

/* g_print() without its flush after every line. */
static void
print (const char *text)
{
  if (g_get_charset (NULL))
    fputs (text, stdout);
  else
    g_print ("%s", text);
}

/* The entry of a place in line form; that of an entry of a table is kept. */
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

static gboolean
found_cb (const WinerrorLogPlace *place, gpointer user_data)
{
  Scan *scan = user_data;
  g_autoptr (WinerrorEntry) entry = NULL;
  const char *symbol;
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_autofree char *out = NULL;

  if (is_passed_over (scan, place))
    return TRUE;
  entry = winerror_log_place_dup_entry (place, scan->catalog);
  symbol = winerror_entry_get_symbol (entry);
  raw = g_strndup (place->text, place->length);
  text = winerror_text_clean (raw);
  if (scan->ticket->format == WINERROR_FORMAT_TSV)
    {
      out = g_strdup_printf ("%s\t%" G_GUINT64_FORMAT "\t%" G_GUINT64_FORMAT "\t%s\t%u\t%s\n",
                             scan->file, place->line, place->column, text,
                             winerror_entry_get_code (entry), symbol != NULL ? symbol : "");
    }
  else
    {
      gboolean failed = scan->failure != NULL && place->code.family == WINERROR_FAMILY_WIN32 &&
                        place->code.code == INSTALL_FAILURE;

      line = dup_line (scan, place->position, entry);
      out = g_strdup_printf ("%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %s: %s%s%s\n",
                             scan->file, place->line, place->column, text, line, failed ? " " : "",
                             failed ? scan->failure : "");
    }
  print (out);
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
  if (fd >= 0)
    {
      WinerrorLogHandler handler = {
        .place = found_cb, .failure = failure_cb, .encoding = scan->encoding, .user_data = scan
      };

      stream = g_unix_input_stream_new (fd, !standard);
      winerror_log_scanner_scan (scanner, stream, WINERROR_LOG_SCANNER_BLOCK_SIZE, &handler, NULL,
                                 &error);
    }
  fflush (stdout);
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
  scan->file = NULL;
  g_clear_pointer (&scan->failure, g_free);
  return fd >= 0 && error == NULL;
}

/**
 * winerror_cli_scan:
 * @catalog: the entries to look for
 * @files: (nullable) (array zero-terminated=1): names of files; - and none mean standard input
 * @limit: how many matches are printed, or 0 for all
 * @ticket: the format, %WINERROR_FORMAT_LINE or %WINERROR_FORMAT_TSV, and the language
 * @encoding: (nullable): the encoding of the files, which winerror_encoding_check() has checked;
 *   %NULL has it guessed
 *
 * Prints what files say about entries, a line for each match. A file that cannot be read is
 * reported, and the others are read all the same.
 *
 * Returns: the exit status: 0 something was found, 1 nothing was found, 2 something could not be
 *   read or written
 */
int
winerror_cli_scan (WinerrorCatalog *catalog,
                   const char *const *files,
                   guint64 limit,
                   const WinerrorTicketOptions *ticket,
                   const char *encoding)
{
  static const char *const standard_input[] = { STANDARD_INPUT, NULL };
  g_autoptr (WinerrorScanner) scanner = winerror_scanner_new (catalog);
  guint n = winerror_catalog_get_n_entries (catalog);
  Scan scan = { .catalog = catalog, .ticket = ticket, .encoding = encoding, .limit = limit };
  gboolean readable = TRUE;

  winerror_scanner_add_languages (scanner);
  scan.lines = g_new0 (char *, n + 1);
  if (files == NULL || files[0] == NULL)
    files = standard_input;
  for (; *files != NULL && (limit == 0 || scan.n_found < limit) && !ferror (stdout); files++)
    readable &= scan_file (&scan, scanner, *files);

  for (guint i = 0; i < n; i++)
    g_free (scan.lines[i]);
  g_free (scan.lines);
  if (!readable)
    return 2;
  return scan.n_found > 0 ? 0 : 1;
}
