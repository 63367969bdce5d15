// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-result.h"

/**
 * WinerrorResult:
 *
 * What stands at one place of a #WinerrorResults. The object stays when the answer changes and
 * shows another entry; "entry" is notified then, also where only the matched ranges have changed.
 * This spares a list view the work of taking rows down and building them up again.
 */
struct _WinerrorResult
{
  GObject parent_instance;

  WinerrorAnswer *answer;    /* NULL where it shows a code of a log */
  WinerrorLogReport *report; /* NULL where it shows a hit */
  guint i;                   /* of the hits or the codes */
  WinerrorEntry *entry;      /* of the code */
  WinerrorLogLine *line;     /* the first one of the code, for a list; NULL where it has none */
  WinerrorLanguage *shown_language; /* NULL for that of the interface */
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WinerrorResult, winerror_result, G_TYPE_OBJECT)

/* Lets go of what is shown. */
static void
forget (WinerrorResult *self)
{
  g_clear_pointer (&self->answer, winerror_answer_unref);
  g_clear_object (&self->report);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->line, winerror_log_line_unref);
}

static void
winerror_result_finalize (GObject *object)
{
  WinerrorResult *self = WINERROR_RESULT (object);

  forget (self);
  g_clear_pointer (&self->shown_language, winerror_language_unref);

  G_OBJECT_CLASS (winerror_result_parent_class)->finalize (object);
}

static void
winerror_result_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WinerrorResult *self = WINERROR_RESULT (object);

  switch (id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, winerror_result_get_entry (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
winerror_result_class_init (WinerrorResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = winerror_result_finalize;
  object_class->get_property = winerror_result_get_property;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, WINERROR_TYPE_ENTRY,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
winerror_result_init (WinerrorResult *self)
{
  (void) self;
}

/**
 * winerror_result_new:
 *
 * Returns: (transfer full): a result that shows nothing
 */
WinerrorResult *
winerror_result_new (void)
{
  return g_object_new (WINERROR_TYPE_RESULT, NULL);
}

/**
 * winerror_result_set:
 * @self: a result
 * @answer: an answer
 * @i: which hit of it the result is to show
 */
void
winerror_result_set (WinerrorResult *self, WinerrorAnswer *answer, guint i)
{
  g_return_if_fail (WINERROR_IS_RESULT (self));
  g_return_if_fail (i < winerror_answer_get_n_hits (answer));

  winerror_answer_ref (answer);
  forget (self);
  self->answer = answer;
  self->i = i;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

/**
 * winerror_result_set_code:
 * @self: a result
 * @report: a report on logs
 * @i: which code of it the result is to show
 */
void
winerror_result_set_code (WinerrorResult *self, WinerrorLogReport *report, guint i)
{
  const WinerrorLogCode *code;

  g_return_if_fail (WINERROR_IS_RESULT (self));
  g_return_if_fail (WINERROR_IS_LOG_REPORT (report));

  g_object_ref (report);
  forget (self);
  self->report = report;
  self->i = i;
  self->entry = winerror_log_report_dup_entry (report, i);
  code = winerror_log_report_get_code (report, i);
  if (code->lines->len > 0)
    self->line = winerror_log_line_new_short (g_ptr_array_index (code->lines, 0));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

/**
 * winerror_result_get_code:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): the code of a log that it shows; %NULL where it is a hit of
 * a query
 */
const WinerrorLogCode *
winerror_result_get_code (WinerrorResult *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT (self), NULL);

  return self->report != NULL ? winerror_log_report_get_code (self->report, self->i) : NULL;
}

/**
 * winerror_result_get_code_index:
 * @self: a result that shows a code of a log
 *
 * Returns: which code of the report that is
 */
guint
winerror_result_get_code_index (WinerrorResult *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT (self), 0);

  return self->i;
}

/**
 * winerror_result_dup_place:
 * @self: a result that shows a code of a log
 * @position: a place of it
 *
 * Returns: (transfer full): the number of the line, after the name of the file where there are
 *   several
 */
char *
winerror_result_dup_place (WinerrorResult *self, const WinerrorLogPosition *position)
{
  g_return_val_if_fail (WINERROR_IS_RESULT (self) && self->report != NULL, NULL);
  g_return_val_if_fail (position != NULL, NULL);

  return winerror_log_report_get_n_files (self->report) > 1
             ? winerror_log_report_dup_place (self->report, position)
             : g_strdup_printf ("%" G_GUINT64_FORMAT, position->line);
}

/**
 * winerror_result_get_line:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): the first line of a log that has the code that it shows,
 *   shortened for a list: see winerror_log_line_new_short()
 */
const WinerrorLogLine *
winerror_result_get_line (WinerrorResult *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT (self), NULL);

  return self->line;
}

/**
 * winerror_result_get_entry:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): the entry that it shows
 */
WinerrorEntry *
winerror_result_get_entry (WinerrorResult *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT (self), NULL);

  if (self->report != NULL)
    return self->entry;
  return self->answer != NULL ? winerror_answer_get_entry (self->answer, self->i) : NULL;
}

/**
 * winerror_result_get_rank:
 * @self: a result
 *
 * Returns: why the entry is here
 */
WinerrorRank
winerror_result_get_rank (WinerrorResult *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT (self), WINERROR_RANK_ALL);

  return self->answer != NULL ? winerror_answer_get_hit (self->answer, self->i)->rank
                              : WINERROR_RANK_ALL;
}

/**
 * winerror_result_begins_section:
 * @self: a result
 *
 * Returns: whether it is the first of those that are pinned, recent or neither, where some are
 */
gboolean
winerror_result_begins_section (WinerrorResult *self)
{
  WinerrorRank first;

  g_return_val_if_fail (WINERROR_IS_RESULT (self), FALSE);

  if (self->answer == NULL)
    return FALSE;
  first = winerror_answer_get_hit (self->answer, 0)->rank;
  return (first == WINERROR_RANK_PINNED || first == WINERROR_RANK_RECENT) &&
         (self->i == 0 || winerror_answer_get_hit (self->answer, self->i - 1)->rank !=
                              winerror_answer_get_hit (self->answer, self->i)->rank);
}

/**
 * winerror_result_get_language:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): the language that matched where it is neither English nor
 *   the user's
 */
WinerrorLanguage *
winerror_result_get_language (WinerrorResult *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT (self), NULL);

  return self->answer != NULL
             ? winerror_answer_get_language (self->answer,
                                             winerror_answer_get_hit (self->answer, self->i))
             : NULL;
}

/**
 * winerror_result_set_shown_language:
 * @self: a result
 * @language: (nullable): the language in which entries are described; %NULL for that of the
 *   interface
 */
void
winerror_result_set_shown_language (WinerrorResult *self, WinerrorLanguage *language)
{
  g_return_if_fail (WINERROR_IS_RESULT (self));

  g_clear_pointer (&self->shown_language, winerror_language_unref);
  if (language != NULL)
    self->shown_language = winerror_language_ref (language);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

/**
 * winerror_result_get_shown_language:
 * @self: a result that shows something
 *
 * Returns: (transfer none) (nullable): the language of the description: that which matched where it
 *   is neither English nor the user's, else the one that is chosen; %NULL for that of the interface
 */
WinerrorLanguage *
winerror_result_get_shown_language (WinerrorResult *self)
{
  WinerrorLanguage *language;

  g_return_val_if_fail (WINERROR_IS_RESULT (self), NULL);

  language = winerror_result_get_language (self);
  return language != NULL ? language : self->shown_language;
}

/**
 * winerror_result_get_description:
 * @self: a result that shows something
 *
 * Returns: (transfer none) (nullable): the description of the entry, in the language of
 *   winerror_result_get_shown_language(); %NULL where it has none
 */
const char *
winerror_result_get_description (WinerrorResult *self)
{
  WinerrorEntry *entry;
  WinerrorLanguage *language;

  g_return_val_if_fail (WINERROR_IS_RESULT (self), NULL);

  entry = winerror_result_get_entry (self);
  language = winerror_result_get_shown_language (self);
  return language != NULL ? winerror_language_describe (language, entry)
                          : winerror_entry_get_description (entry);
}

/**
 * winerror_result_find_ranges:
 * @self: a result
 * @text: its symbol or description, or the line that it shows
 *
 * Returns: (transfer full) (element-type WinerrorRange): the parts of @text that matched, in order
 */
GArray *
winerror_result_find_ranges (WinerrorResult *self, const char *text)
{
  GArray *ranges;

  g_return_val_if_fail (WINERROR_IS_RESULT (self), NULL);

  if (self->answer != NULL)
    return winerror_answer_find_ranges (self->answer, text);

  ranges = g_array_new (FALSE, FALSE, sizeof (WinerrorRange));
  if (self->line != NULL && g_str_equal (text, self->line->text))
    {
      WinerrorRange range = { .start = self->line->start, .length = self->line->length };

      g_array_append_val (ranges, range);
    }
  return ranges;
}
