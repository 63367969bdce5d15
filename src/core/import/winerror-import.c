// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-import.h"

#include "winerror-entry.h"
#include "winerror-gettext.h"
#include "winerror-import-private.h"
#include "winerror-import-readers.h"
#include "winerror-import-text.h"
#include "winerror-table-reader.h"
#include "winerror-text.h"

#include <string.h>

/* How much of a text tells its format, in bytes. */
#define SAMPLE 65536

/* What a message quotes of a file, in characters. */
#define MAX_QUOTED 40

typedef enum
{
  FORMAT_PAGE,
  FORMAT_HEADER,
  FORMAT_MESSAGES,
  FORMAT_CSV,
  FORMAT_LINES,
  N_FORMATS
} Format;

static WinerrorImport *
import_new (WinerrorImportDraft *draft)
{
  WinerrorImport *self = g_new0 (WinerrorImport, 1);

  self->draft = draft;
  self->paths = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * winerror_import_free:
 * @self: what has been read
 *
 * Frees it.
 */
void
winerror_import_free (WinerrorImport *self)
{
  winerror_import_draft_free (self->draft);
  g_clear_pointer (&self->verbatim, g_bytes_unref);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

/* How many lines of a text begin with something. */
static guint
count_lines (const char *text, const char *end, const char *beginning)
{
  guint n = 0;

  for (const char *p = text; p < end;)
    {
      const char *newline = memchr (p, '\n', (gsize) (end - p));

      n += g_str_has_prefix (p + strspn (p, " \t"), beginning);
      p = newline != NULL ? newline + 1 : end;
    }
  return n;
}

static gboolean
is_header (const char *text, const char *end)
{
  static const char *const beginnings[] = { "//",     "/*",       "#define",   "#ifndef",
                                            "#if ",   "#pragma",  "#include",  "typedef",
                                            "enum ",  "using ",   "namespace", "public ",
                                            "const ", "package ", "pub ",      "export " };
  const char *p = text + strspn (text, " \t\r\n");

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (p, beginnings[i]))
      return TRUE;
  return count_lines (text, end, "#define ") > count_lines (text, end, "|") + 2;
}

static gboolean
is_page (const char *text, const char *end)
{
  static const char *const signs[] = { "<table", "<span", "<dl>",   "<html", "<h1",
                                       "<h2",    "<p>",   "<TABLE", "<HTML" };

  if (g_str_has_prefix (text, "---\n") || g_str_has_prefix (text, "---\r\n") ||
      count_lines (text, end, "# ") + count_lines (text, end, "## ") +
              count_lines (text, end, "### ") + count_lines (text, end, "**") +
              count_lines (text, end, "|-") + count_lines (text, end, "| -") +
              count_lines (text, end, "|:") + count_lines (text, end, "| :") >
          0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strstr_len (text, end - text, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Which formats a text may be in, the likeliest first. */
static void
guess_formats (const char *text, Format formats[N_FORMATS])
{
  gsize length = strlen (text);
  const char *end = text + MIN (length, SAMPLE);
  Format first = FORMAT_CSV;
  guint n = 0;

  if (count_lines (text, end, "MessageId=") + count_lines (text, end, "MessageId =") > 0 &&
      g_strstr_len (text, end - text, "SymbolicName") != NULL)
    first = FORMAT_MESSAGES;
  else if (is_header (text, end))
    first = FORMAT_HEADER;
  else if (is_page (text, end))
    first = FORMAT_PAGE;
  formats[n++] = first;
  for (Format format = 0; format < N_FORMATS; format++)
    if (format != first)
      formats[n++] = format;
}

static gboolean
is_json (const char *text)
{
  const char *p = text + strspn (text, " \t\r\n");
  const char *q;

  if (*p == '{')
    return TRUE;
  if (*p != '[')
    return FALSE;
  q = p + 1 + strspn (p + 1, " \t\r\n");
  return *q != '\0' && strchr ("{[\"-0123456789tfn]", *q) != NULL &&
         (strchr ("{[]\"", *q) != NULL || strpbrk (q, ",]") != NULL);
}

static gboolean
is_table (const char *text)
{
  const char *p = text + strspn (text, " \t\r\n");
  const char *root = g_strstr_len (p, SAMPLE, "<error-table");

  return *p == '<' && root != NULL;
}

/* Whose texts they are and under which licence, where the head of the file says both. */
static void
read_license (WinerrorImportDraft *draft, const char *text)
{
  static const char mark[] = "SPDX-License-Identifier:";
  const char *p = g_strstr_len (text, 4096, mark);
  gsize length;

  if (p == NULL)
    return;
  p += strlen (mark);
  p += strspn (p, " ");
  length = strspn (p, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.+-");
  if (length > 0)
    draft->license = g_strndup (p, length);
}

static void
set_nothing_error (const char *name, const char *text, WinerrorImportDraft *draft, GError **error)
{
  const char *p = text + strspn (text, " \t\r\n");
  g_autofree char *line = g_strndup (p, MIN (strcspn (p, "\n"), 1024));
  g_autofree char *clean = winerror_text_clean (line);
  g_autofree char *shown = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MAX_QUOTED));

  if (draft != NULL && draft->messages->len > 0)
    {
      const WinerrorImportMessage *first = &g_array_index (draft->messages, WinerrorImportMessage,
                                                           0);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("%s:%u:%u: %s; no entry was read"), name, first->line, first->column,
                   first->text);
      return;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s:%d:%d: expected %s, found %s"),
               name, 1, 1, _ ("a page, a header file, a table or notes with error codes"),
               shown[0] != '\0' ? shown : _ ("an empty file"));
}

static WinerrorImportDraft *
new_draft (const char *name,
           const char *text,
           GFileProgressCallback progress,
           gpointer progress_data,
           GCancellable *cancellable)
{
  WinerrorImportDraft *draft = winerror_import_draft_new (name);

  winerror_import_draft_set_progress (draft, (goffset) strlen (text), progress, progress_data,
                                      cancellable);
  read_license (draft, text);
  return draft;
}

static void
run_reader (Format format, WinerrorImportDraft *draft, const char *text)
{
  switch (format)
    {
    case FORMAT_PAGE:
      winerror_import_read_page (draft, text);
      break;
    case FORMAT_HEADER:
      winerror_import_read_header (draft, text);
      break;
    case FORMAT_MESSAGES:
      winerror_import_read_messages (draft, text);
      break;
    case FORMAT_CSV:
      winerror_import_read_csv (draft, text);
      break;
    case FORMAT_LINES:
      winerror_import_read_lines (draft, text);
      break;
    case N_FORMATS:
    default:
      g_assert_not_reached ();
    }
}

/* A table of Winerror itself stays as it is. */
static WinerrorImport *
read_own_table (const char *name, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) entries = winerror_table_read (bytes, name, error);
  WinerrorImport *self;
  const WinerrorTableInfo *info;

  if (entries == NULL)
    return NULL;
  self = import_new (winerror_import_draft_new (name));
  info = winerror_table_get_info (winerror_entry_get_table (g_ptr_array_index (entries, 0)));
  winerror_import_draft_take_title (self->draft, g_strdup (info->title));
  self->n_entries = entries->len;
  self->verbatim = g_steal_pointer (&bytes);
  return self;
}

static WinerrorImport *
read_notes (WinerrorImportDraft *draft, const char *text)
{
  g_autofree char *notes = NULL;
  guint n_notes;
  WinerrorImport *self;

  notes = winerror_import_read_notes (draft, text, &n_notes);
  if (notes == NULL || n_notes == 0)
    return NULL;
  self = import_new (draft);
  self->notes = TRUE;
  self->n_entries = n_notes;
  self->verbatim = g_bytes_new_take (notes, strlen (notes));
  notes = NULL;
  return self;
}

/**
 * winerror_import_read:
 * @bytes: the contents of a file
 * @name: what to call it in messages, and where its table is from
 * @progress: (nullable) (scope call): called with how many bytes have been read, in this thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): ends the reading
 * @error: (nullable): return location for an error: %G_IO_ERROR_INVALID_DATA, or
 *   %WINERROR_TABLE_ERROR or %G_MARKUP_ERROR of a table of Winerror's, with file, line, column,
 * what was expected and what was found
 *
 * Reads a file of codes or of notes, in a format that is recognised by its content: a page in
 * Markdown or HTML, a header file of C, CSV, JSON, lines of text, Winerror's own XML.
 *
 * Returns: (transfer full) (nullable): what was read, an entry or a note at least
 */
WinerrorImport *
winerror_import_read (GBytes *bytes,
                      const char *name,
                      GFileProgressCallback progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (WinerrorImportDraft) first = NULL;
  Format formats[N_FORMATS];

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  text = winerror_import_decode (bytes, name, error);
  if (text == NULL)
    return NULL;
  if (is_table (text))
    return read_own_table (name, text, error);
  if (is_json (text))
    {
      first = new_draft (name, text, progress, progress_data, cancellable);
      if (!winerror_import_read_json (first, text, first->stopped ? NULL : error) &&
          !first->stopped)
        return NULL;
    }
  else
    {
      first = new_draft (name, text, NULL, NULL, cancellable);
      {
        WinerrorImport *notes = read_notes (first, text);

        if (notes != NULL)
          {
            g_steal_pointer (&first);
            if (g_cancellable_set_error_if_cancelled (cancellable, error))
              g_clear_pointer (&notes, winerror_import_free);
            return notes;
          }
      }
      g_clear_pointer (&first, winerror_import_draft_free);
      guess_formats (text, formats);
      /* where the likeliest has nothing, that which has the most */
      for (guint i = 0; i < N_FORMATS; i++)
        {
          g_autoptr (WinerrorImportDraft)
              draft = new_draft (name, text, progress, progress_data, cancellable);

          run_reader (formats[i], draft, text);
          if (first == NULL || draft->entries->len > first->entries->len)
            {
              g_clear_pointer (&first, winerror_import_draft_free);
              first = g_steal_pointer (&draft);
            }
          if ((i == 0 && first->entries->len > 0) || g_cancellable_is_cancelled (cancellable))
            break;
        }
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  winerror_import_draft_finish (first);
  if (first->entries->len == 0)
    {
      set_nothing_error (name, text, first, error);
      return NULL;
    }
  return import_new (g_steal_pointer (&first));
}

/**
 * winerror_import_get_name:
 * @self: what has been read
 *
 * Returns: (transfer none): what the file is called
 */
const char *
winerror_import_get_name (WinerrorImport *self)
{
  return self->draft->name;
}

/**
 * winerror_import_get_title:
 * @self: what has been read
 *
 * Returns: (transfer none): the title that the file gives itself, or else its name
 */
const char *
winerror_import_get_title (WinerrorImport *self)
{
  return self->draft->title != NULL ? self->draft->title : self->draft->name;
}

/**
 * winerror_import_has_notes:
 * @self: what has been read
 *
 * Returns: whether these are notes instead of entries
 */
gboolean
winerror_import_has_notes (WinerrorImport *self)
{
  return self->notes;
}

/**
 * winerror_import_get_n_entries:
 * @self: what has been read
 *
 * Returns: how many entries or notes were read
 */
guint
winerror_import_get_n_entries (WinerrorImport *self)
{
  return self->verbatim != NULL ? self->n_entries : self->draft->entries->len;
}

/**
 * winerror_import_get_entry:
 * @self: what has been read, neither notes nor a table of Winerror's
 * @position: which entry, in order of family and code
 *
 * Returns: (transfer none): the entry
 */
const WinerrorImportEntry *
winerror_import_get_entry (WinerrorImport *self, guint position)
{
  g_return_val_if_fail (position < self->draft->entries->len, NULL);

  return &g_array_index (self->draft->entries, WinerrorImportEntry, position);
}

/**
 * winerror_import_get_n_passed_over:
 * @self: what has been read
 *
 * Returns: how many places were passed over
 */
guint
winerror_import_get_n_passed_over (WinerrorImport *self)
{
  return self->draft->n_passed_over;
}

/**
 * winerror_import_get_n_messages:
 * @self: what has been read
 *
 * Returns: how many of the places that were passed over are remembered
 */
guint
winerror_import_get_n_messages (WinerrorImport *self)
{
  return self->draft->messages->len;
}

/**
 * winerror_import_get_message:
 * @self: what has been read
 * @position: which message, in order of the file
 *
 * Returns: (transfer none): what was passed over and why
 */
const WinerrorImportMessage *
winerror_import_get_message (WinerrorImport *self, guint position)
{
  g_return_val_if_fail (position < self->draft->messages->len, NULL);

  return &g_array_index (self->draft->messages, WinerrorImportMessage, position);
}
