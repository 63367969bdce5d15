// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-report.h"

#include <string.h>

/* How many bytes of lines are kept as text for all codes together: a log of random numbers must not
 * fill the memory with them. */
#define MAX_TEXT (4 * 1024 * 1024)

/**
 * WinerrorLogReport:
 *
 * The codes that one or several logs have, each once: how often, and where. What it takes in memory
 * grows with the number of codes, not with that of their repetitions. No code is left out.
 *
 * It is filled by one thread, and does not change any more when others have it.
 */
struct _WinerrorLogReport
{
  GObject parent_instance;

  WinerrorCatalog *catalog;
  GPtrArray *names; /* of the files */
  GArray *failures; /* of the same files: WinerrorLogFailure, whose line is 0 where there is none */
  guint max_places; /* of each code */
  GArray *codes;    /* of WinerrorLogCode, in the order in which they were added */
  GHashTable *keys; /* to the position in @codes plus one */
  guint64 n_lines;  /* that have a code */
  guint last_file;  /* of the line that was counted last */
  guint64 last_line;
  gsize n_text;
};

G_DEFINE_FINAL_TYPE (WinerrorLogReport, winerror_log_report, G_TYPE_OBJECT)

static void
code_clear (gpointer data)
{
  WinerrorLogCode *code = data;

  g_array_unref (code->places);
  g_ptr_array_unref (code->lines);
}

static void
failure_clear (gpointer data)
{
  winerror_log_failure_clear (data);
}

static void
winerror_log_report_finalize (GObject *object)
{
  WinerrorLogReport *self = WINERROR_LOG_REPORT (object);

  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->names);
  g_array_unref (self->failures);
  g_array_unref (self->codes);
  g_object_unref (self->catalog);

  G_OBJECT_CLASS (winerror_log_report_parent_class)->finalize (object);
}

static void
winerror_log_report_class_init (WinerrorLogReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = winerror_log_report_finalize;
}

static void
winerror_log_report_init (WinerrorLogReport *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->failures = g_array_new (FALSE, TRUE, sizeof (WinerrorLogFailure));
  g_array_set_clear_func (self->failures, failure_clear);
  self->codes = g_array_new (FALSE, FALSE, sizeof (WinerrorLogCode));
  g_array_set_clear_func (self->codes, code_clear);
  self->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * winerror_log_report_new:
 * @catalog: the catalog of the scanner that finds the codes
 * @max_places: how many places of each code are kept: %WINERROR_LOG_REPORT_MAX_PLACES, or fewer
 *
 * Returns: (transfer full): a report without codes
 */
WinerrorLogReport *
winerror_log_report_new (WinerrorCatalog *catalog, guint max_places)
{
  WinerrorLogReport *self;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  self = g_object_new (WINERROR_TYPE_LOG_REPORT, NULL);
  self->catalog = g_object_ref (catalog);
  self->max_places = max_places;
  return self;
}

/**
 * winerror_log_report_add_file:
 * @self: a report
 * @name: the name of a log, clean and on one line
 *
 * Adds a log, whose codes are added then.
 *
 * Returns: which file it is, from 0
 */
guint
winerror_log_report_add_file (WinerrorLogReport *self, const char *name)
{
  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  g_ptr_array_add (self->names, g_strdup (name));
  g_array_set_size (self->failures, self->names->len);
  return self->names->len - 1;
}

/* What all writings of a code have in common: its entry, else its family and value. */
static gint64
make_key (const WinerrorCode *code, guint position)
{
  if (position != WINERROR_MATCH_UNLISTED)
    return (gint64) position;
  return (gint64) (((guint64) code->family + 1) << 32 | code->code);
}

/* The code, which is added where it is not there yet. Valid until the next one is added. */
static WinerrorLogCode *
ensure_code (WinerrorLogReport *self, const WinerrorCode *code, guint position)
{
  gint64 key = make_key (code, position);
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, &key));

  if (i == 0)
    {
      WinerrorLogCode added = { .code = *code,
                                .position = position,
                                .places = g_array_new (FALSE, FALSE, sizeof (WinerrorLogPosition)),
                                .lines = g_ptr_array_new_with_free_func (
                                    (GDestroyNotify) winerror_log_line_unref) };

      g_array_append_val (self->codes, added);
      i = self->codes->len;
      g_hash_table_insert (self->keys, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i));
    }
  return &g_array_index (self->codes, WinerrorLogCode, i - 1);
}

/* Takes over a place of a code; those of a code come in order. */
static void
add_position (WinerrorLogReport *self, WinerrorLogCode *code, const WinerrorLogPosition *position)
{
  if (code->count == 0)
    code->first = *position;
  code->last = *position;
  if (code->places->len < self->max_places)
    g_array_append_val (code->places, *position);
}

static gboolean
keeps_line (WinerrorLogReport *self, const WinerrorLogCode *code)
{
  return code->lines->len < MIN (WINERROR_LOG_REPORT_MAX_LINES, self->max_places) &&
         self->n_text < MAX_TEXT;
}

/**
 * winerror_log_report_add:
 * @self: a report
 * @file: which file, from 0
 * @place: a place of a code; those of a file come in order, and so do the files
 */
void
winerror_log_report_add (WinerrorLogReport *self, guint file, const WinerrorLogPlace *place)
{
  WinerrorLogPosition position;
  WinerrorLogCode *code;

  g_return_if_fail (WINERROR_IS_LOG_REPORT (self));
  g_return_if_fail (place != NULL);

  position = (WinerrorLogPosition){
    .file = file, .line = place->line, .column = place->column, .offset = place->offset
  };
  code = ensure_code (self, &place->code, place->position);
  /* no two lines of the same are kept: with each place its line */
  if (code->places->len == code->lines->len && keeps_line (self, code))
    {
      WinerrorLogLine *line = winerror_log_line_new (place->line, place->context,
                                                     place->context_length,
                                                     (gsize) (place->text - place->context),
                                                     place->length);

      g_ptr_array_add (code->lines, line);
      self->n_text += strlen (line->text);
    }
  add_position (self, code, &position);
  code->count++;
  if (self->n_lines == 0 || self->last_file != file || self->last_line != place->line)
    self->n_lines++;
  self->last_file = file;
  self->last_line = place->line;
}

/**
 * winerror_log_report_set_failure:
 * @self: a report
 * @file: which file, from 0
 * @failure: why the installation failed of which that file tells
 *
 * The first failure of a file counts.
 */
void
winerror_log_report_set_failure (WinerrorLogReport *self,
                                 guint file,
                                 const WinerrorLogFailure *failure)
{
  WinerrorLogFailure *kept;

  g_return_if_fail (WINERROR_IS_LOG_REPORT (self));
  g_return_if_fail (file < self->failures->len);
  g_return_if_fail (failure != NULL);

  kept = &g_array_index (self->failures, WinerrorLogFailure, file);
  if (kept->line > 0)
    return;
  *kept = *failure;
  kept->message = g_strdup (failure->message);
}

/**
 * winerror_log_report_append:
 * @self: a report
 * @other: the report of one file, with the same catalog
 * @file: which file that is in @self, from 0; not before those that are there already
 *
 * Adds all of another report.
 */
void
winerror_log_report_append (WinerrorLogReport *self, const WinerrorLogReport *other, guint file)
{
  g_return_if_fail (WINERROR_IS_LOG_REPORT (self));
  g_return_if_fail (other != NULL && other != self);

  for (guint i = 0; i < other->codes->len; i++)
    {
      const WinerrorLogCode *from = &g_array_index (other->codes, WinerrorLogCode, i);
      WinerrorLogCode *code = ensure_code (self, &from->code, from->position);
      WinerrorLogPosition first = from->first;
      WinerrorLogPosition last = from->last;

      for (guint j = 0; j < from->lines->len && code->places->len + j == code->lines->len &&
                        keeps_line (self, code);
           j++)
        {
          WinerrorLogLine *line = g_ptr_array_index (from->lines, j);

          g_ptr_array_add (code->lines, winerror_log_line_ref (line));
          self->n_text += strlen (line->text);
        }
      for (guint j = 0; j < from->places->len; j++)
        {
          WinerrorLogPosition position = g_array_index (from->places, WinerrorLogPosition, j);

          position.file = file;
          if (code->places->len < self->max_places)
            g_array_append_val (code->places, position);
        }
      first.file = file;
      last.file = file;
      if (code->count == 0)
        code->first = first;
      code->last = last;
      code->count += from->count;
    }
  if (other->failures->len > 0)
    winerror_log_report_set_failure (self, file,
                                     &g_array_index (other->failures, WinerrorLogFailure, 0));
  self->n_lines += other->n_lines;
  if (other->n_lines > 0)
    {
      self->last_file = file;
      self->last_line = other->last_line;
    }
}

/**
 * winerror_log_report_get_catalog:
 * @self: a report
 *
 * Returns: (transfer none): the catalog that the positions of its codes are of
 */
WinerrorCatalog *
winerror_log_report_get_catalog (WinerrorLogReport *self)
{
  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), NULL);

  return self->catalog;
}

/**
 * winerror_log_report_get_failure:
 * @self: a report
 * @file: which file, from 0
 *
 * Returns: (transfer none) (nullable): why the installation failed of which the file tells; %NULL
 *   where it tells of none
 */
const WinerrorLogFailure *
winerror_log_report_get_failure (WinerrorLogReport *self, guint file)
{
  const WinerrorLogFailure *failure;

  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), NULL);
  g_return_val_if_fail (file < self->failures->len, NULL);

  failure = &g_array_index (self->failures, WinerrorLogFailure, file);
  return failure->line > 0 ? failure : NULL;
}

/**
 * winerror_log_report_find_failure:
 * @self: a report
 * @file: which file, from 0
 * @code: (out): which code the line has that says why the installation failed
 * @place: (out): which place of that code it is
 *
 * Returns: %FALSE where there is no such line, or its place was not kept
 */
gboolean
winerror_log_report_find_failure (WinerrorLogReport *self, guint file, guint *code, guint *place)
{
  const WinerrorLogFailure *failure = winerror_log_report_get_failure (self, file);
  const GArray *places;
  gint64 key;
  guint i;

  g_return_val_if_fail (code != NULL && place != NULL, FALSE);

  if (failure == NULL || failure->message_line == 0)
    return FALSE;
  key = make_key (&failure->code, failure->position);
  i = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, &key));
  if (i == 0)
    return FALSE;
  *code = i - 1;
  places = g_array_index (self->codes, WinerrorLogCode, i - 1).places;
  for (*place = 0; *place < places->len; (*place)++)
    {
      const WinerrorLogPosition *position = &g_array_index (places, WinerrorLogPosition, *place);

      if (position->file == file && position->line == failure->message_line)
        return TRUE;
    }
  return FALSE;
}

/**
 * winerror_log_report_get_n_files:
 * @self: a report
 *
 * Returns: how many logs it is about
 */
guint
winerror_log_report_get_n_files (WinerrorLogReport *self)
{
  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), 0);

  return self->names->len;
}

/**
 * winerror_log_report_dup_place:
 * @self: a report
 * @position: a place of one of its codes
 *
 * Returns: (transfer full): the place as compilers write it: setup.log:896
 */
char *
winerror_log_report_dup_place (WinerrorLogReport *self, const WinerrorLogPosition *position)
{
  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), NULL);
  g_return_val_if_fail (position != NULL && position->file < self->names->len, NULL);

  return g_strdup_printf ("%s:%" G_GUINT64_FORMAT,
                          (const char *) g_ptr_array_index (self->names, position->file),
                          position->line);
}

/**
 * winerror_log_report_get_n_codes:
 * @self: a report
 *
 * Returns: how many codes the logs have, each counted once
 */
guint
winerror_log_report_get_n_codes (WinerrorLogReport *self)
{
  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), 0);

  return self->codes->len;
}

/**
 * winerror_log_report_get_n_lines:
 * @self: a report
 *
 * Returns: how many lines of the logs have a code
 */
guint64
winerror_log_report_get_n_lines (WinerrorLogReport *self)
{
  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), 0);

  return self->n_lines;
}

/**
 * winerror_log_report_get_last_line:
 * @self: a report
 *
 * Returns: the last line that has a code, of the last file; 0 where none has one
 */
guint64
winerror_log_report_get_last_line (WinerrorLogReport *self)
{
  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), 0);

  return self->last_line;
}

/**
 * winerror_log_report_get_code:
 * @self: a report
 * @i: which code
 *
 * Returns: (transfer none): the code
 */
const WinerrorLogCode *
winerror_log_report_get_code (WinerrorLogReport *self, guint i)
{
  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), NULL);
  g_return_val_if_fail (i < self->codes->len, NULL);

  return &g_array_index (self->codes, WinerrorLogCode, i);
}

/**
 * winerror_log_report_dup_entry:
 * @self: a report
 * @i: which code
 *
 * Returns: (transfer full): the entry of the code; for one that no table holds an entry of its own:
 *   see winerror_entry_new_unlisted()
 */
WinerrorEntry *
winerror_log_report_dup_entry (WinerrorLogReport *self, guint i)
{
  const WinerrorLogCode *code = winerror_log_report_get_code (self, i);

  g_return_val_if_fail (code != NULL, NULL);

  if (code->position == WINERROR_MATCH_UNLISTED)
    return winerror_entry_new_unlisted (&code->code);
  return g_object_ref (winerror_catalog_get_entry (self->catalog, code->position));
}

static int
compare_positions (const WinerrorLogPosition *a, const WinerrorLogPosition *b)
{
  if (a->file != b->file)
    return a->file < b->file ? -1 : 1;
  return a->offset != b->offset ? (a->offset < b->offset ? -1 : 1) : 0;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  WinerrorLogReport *self = data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  const WinerrorLogCode *first = &g_array_index (self->codes, WinerrorLogCode, i);
  const WinerrorLogCode *second = &g_array_index (self->codes, WinerrorLogCode, j);

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return compare_positions (&first->first, &second->first);
}

/**
 * winerror_log_report_list:
 * @self: a report
 * @order: an order
 *
 * Returns: (transfer full) (element-type guint): which code comes first, and so on; of those that
 *   come equally often, the one that appears first
 */
GArray *
winerror_log_report_list (WinerrorLogReport *self, WinerrorLogOrder order)
{
  GArray *list;

  g_return_val_if_fail (WINERROR_IS_LOG_REPORT (self), NULL);

  /* the codes are kept as they appear, for files and their lines are added in order */
  list = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->codes->len);
  for (guint i = 0; i < self->codes->len; i++)
    g_array_append_val (list, i);
  if (order == WINERROR_LOG_ORDER_COUNT)
    g_array_sort_with_data (list, compare, self);
  return list;
}
