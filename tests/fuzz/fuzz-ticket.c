// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* An entry of hostile texts, with notes: its ticket texts are UTF-8 without controls; a spreadsheet
 * finds no formula in a cell of CSV; each row has its cells, and HTML has no elements but its own.
 */

#include "fuzz-input.h"
#include "winerror-ticket.h"

enum
{
  SYMBOL,
  DESCRIPTION,
  TITLE,
  NOTE,
  LINK,
  QUERY,
  N_TEXTS,
};

static WinerrorEntry *
make_entry (char **texts)
{
  WinerrorTableInfo info = { .title = g_strdup (texts[TITLE]), .last = G_MAXUINT32 };
  g_autoptr (WinerrorTable) table = winerror_table_new (&info);
  WinerrorEntry *entry = winerror_entry_new (table, 1326,
                                             texts[SYMBOL][0] != '\0' ? texts[SYMBOL] : NULL,
                                             texts[DESCRIPTION][0] != '\0' ? texts[DESCRIPTION]
                                                                           : "x");
  g_autoptr (GPtrArray)
      tables = g_ptr_array_new_with_free_func ((GDestroyNotify) winerror_notes_table_unref);
  g_autoptr (WinerrorNoteBook) book = NULL;
  WinerrorNotesTable *notes = winerror_notes_table_new (texts[TITLE], WINERROR_TABLE_ORIGIN_SHARED,
                                                        "/t/n.csv");
  g_autofree char *address = g_uri_escape_string (texts[LINK], "/|=+-;,()*'", FALSE);
  g_autofree char *link = g_strconcat ("https://example.org/", address, NULL);

  if (texts[NOTE][0] != '\0')
    winerror_notes_table_add (notes, WINERROR_FAMILY_WIN32, 1326, texts[NOTE],
                              texts[LINK][0] != '\0' ? link : NULL);
  g_ptr_array_add (tables, notes);
  book = winerror_note_book_new (tables);
  winerror_entry_set_notes (entry, book);
  return entry;
}

/* Checks the cell that ends at @end; a quoted one is given without its quotes. */
static void
check_cell (const GString *cell)
{
  static const char *const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r" };
  gboolean number = cell->str[0] == '-' && cell->len > 1 &&
                    strspn (cell->str + 1, "0123456789") == cell->len - 1;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    g_assert_true (number || !g_str_has_prefix (cell->str, signs[i]));
}

/* Reads CSV by RFC 4180 alone: each row has as many cells as the first. */
static void
check_csv (const char *text, gsize n_rows)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gsize cells = 0;
  gsize columns = 0;
  gsize rows = 0;

  for (const char *p = text; *p != '\0';)
    {
      g_string_truncate (cell, 0);
      if (*p == '"')
        {
          for (p++; *p != '"' || p[1] == '"'; p++)
            {
              g_assert_true (*p != '\0');
              p += *p == '"';
              g_string_append_c (cell, *p);
            }
          p++;
        }
      else
        while (strchr (",\r\n", *p) == NULL)
          {
            g_assert_true (*p != '"' && *p != ';');
            g_string_append_c (cell, *p++);
          }
      check_cell (cell);
      cells++;
      if (*p == ',')
        {
          p++;
          continue;
        }
      g_assert_true (p[0] == '\r' && p[1] == '\n');
      p += 2;
      g_assert_true (rows == 0 || cells == columns);
      columns = cells;
      cells = 0;
      rows++;
    }
  g_assert_true (rows == n_rows + 1 && columns > 4);
}

static void
check_tsv (const char *text, gsize n_rows)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  /* several lines end with a line break, a single one does not */
  g_assert_true (g_strv_length (lines) == (n_rows == 1 ? 1 : n_rows + 1));
  for (gsize i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_true (g_strv_length (cells) == 4);
    }
}

/* Whatever begins with < is an element that the program writes. */
static void
check_html (const char *text)
{
  static const char *const names[] = { "p",  "b",     "br", "span", "ul",    "li",
                                       "tr", "table", "td", "th",   "thead", "tbody" };

  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p, '<'))
    {
      gboolean known = FALSE;
      gsize length;

      p += p[1] == '/' ? 2 : 1;
      length = strspn (p, "abcdefghijklmnopqrstuvwxyz");
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        known |= strlen (names[i]) == length && strncmp (p, names[i], length) == 0;
      g_assert_true (known && strchr (" >", p[length]) != NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (GStrv) given = fuzz_split (data, MIN (size, 1024), '\0');
  char *texts[N_TEXTS];
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (WinerrorEntry) entry = NULL;

  for (gsize i = 0; i < N_TEXTS; i++)
    texts[i] = i < g_strv_length (given) ? given[i] : (char *) "";
  entry = make_entry (texts);
  for (int format = 0; format < WINERROR_N_FORMATS; format++)
    for (gsize n = 1; n <= 2; n++)
      {
        WinerrorEntry *entries[] = { entry, entry };
        g_auto (WinerrorTicketOptions) options = {
          .format = (WinerrorFormat) format,
          .language = winerror_language_ref (language),
          .with_advice = TRUE,
          .with_notes = TRUE,
          .template_text = g_strdup ("{code} {symbol} {description} {query} {notes}"),
          .query = g_strdup (texts[QUERY]),
          .date = g_date_time_new_utc (2024, 2, 29, 0, 0, 0),
        };
        g_autofree char *written = winerror_ticket_write (entries, n, &options);

        g_assert_true (fuzz_is_shown (written, "\n\t\r"));
        if (format == WINERROR_FORMAT_CSV)
          check_csv (written, n);
        else if (format == WINERROR_FORMAT_TSV)
          check_tsv (written, n);
        else if (format == WINERROR_FORMAT_HTML)
          check_html (written);
      }
  return 0;
}
