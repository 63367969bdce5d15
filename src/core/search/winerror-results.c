// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-results.h"

/**
 * WinerrorResults:
 *
 * The hits of an answer as a list of #WinerrorResult, the best first. The object at a position
 * stays the same from answer to answer; only the end of the list comes and goes, so that a list
 * view redraws what it shows at a key stroke and does nothing else.
 */
struct _WinerrorResults
{
  GObject parent_instance;

  WinerrorAnswer *answer;    /* NULL where a log is shown */
  WinerrorLogReport *report; /* NULL where an answer is shown */
  GArray *order;             /* of guint: which code of the report stands at each place */
  GPtrArray *results;        /* of WinerrorResult, one per hit; NULL where not asked for yet */
  WinerrorLanguage *shown_language; /* NULL for that of the interface */
};

static void winerror_results_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WinerrorResults,
                               winerror_results,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      winerror_results_list_model_init))

static GType
winerror_results_get_item_type (GListModel *model)
{
  return WINERROR_TYPE_RESULT;
}

static guint
winerror_results_get_n_items (GListModel *model)
{
  return WINERROR_RESULTS (model)->results->len;
}

static void
fill (WinerrorResults *self, WinerrorResult *result, guint position)
{
  if (self->report != NULL)
    winerror_result_set_code (result, self->report, g_array_index (self->order, guint, position));
  else
    winerror_result_set (result, self->answer, position);
}

static gpointer
winerror_results_get_item (GListModel *model, guint position)
{
  WinerrorResults *self = WINERROR_RESULTS (model);
  WinerrorResult *result;

  if (position >= self->results->len)
    return NULL;

  result = g_ptr_array_index (self->results, position);
  if (result == NULL)
    {
      result = winerror_result_new ();
      if (self->shown_language != NULL)
        winerror_result_set_shown_language (result, self->shown_language);
      fill (self, result, position);
      self->results->pdata[position] = result;
    }
  return g_object_ref (result);
}

static void
winerror_results_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = winerror_results_get_item_type;
  iface->get_n_items = winerror_results_get_n_items;
  iface->get_item = winerror_results_get_item;
}

static void
winerror_results_finalize (GObject *object)
{
  WinerrorResults *self = WINERROR_RESULTS (object);

  g_clear_pointer (&self->answer, winerror_answer_unref);
  g_clear_object (&self->report);
  g_clear_pointer (&self->order, g_array_unref);
  g_ptr_array_unref (self->results);
  g_clear_pointer (&self->shown_language, winerror_language_unref);

  G_OBJECT_CLASS (winerror_results_parent_class)->finalize (object);
}

static void
winerror_results_class_init (WinerrorResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = winerror_results_finalize;
}

static void
result_free (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static void
winerror_results_init (WinerrorResults *self)
{
  self->results = g_ptr_array_new_with_free_func (result_free);
}

/**
 * winerror_results_new:
 *
 * Returns: (transfer full): an empty list
 */
WinerrorResults *
winerror_results_new (void)
{
  return g_object_new (WINERROR_TYPE_RESULTS, NULL);
}

/* Shows @after results from now on: what stays is filled anew. */
static void
refill (WinerrorResults *self, guint after)
{
  guint before = self->results->len;
  guint both = MIN (before, after);

  g_ptr_array_set_size (self->results, (int) after);
  for (guint i = 0; i < both; i++)
    if (self->results->pdata[i] != NULL)
      fill (self, self->results->pdata[i], i);
  if (before != after)
    g_list_model_items_changed (G_LIST_MODEL (self), both, before - both, after - both);
}

/**
 * winerror_results_set_answer:
 * @self: the results
 * @answer: what is to be shown from now on
 *
 * Shows an answer. The list is told of what comes or goes at its end; the results that stay notify
 * "entry".
 */
void
winerror_results_set_answer (WinerrorResults *self, WinerrorAnswer *answer)
{
  g_return_if_fail (WINERROR_IS_RESULTS (self));
  g_return_if_fail (answer != NULL);

  winerror_answer_ref (answer);
  g_clear_pointer (&self->answer, winerror_answer_unref);
  g_clear_object (&self->report);
  g_clear_pointer (&self->order, g_array_unref);
  self->answer = answer;
  refill (self, winerror_answer_get_n_hits (answer));
}

/**
 * winerror_results_set_report:
 * @self: the results
 * @report: what is to be shown from now on
 * @order: in which order
 *
 * Shows the codes that logs have. The list is told as by winerror_results_set_answer().
 */
void
winerror_results_set_report (WinerrorResults *self,
                             WinerrorLogReport *report,
                             WinerrorLogOrder order)
{
  g_return_if_fail (WINERROR_IS_RESULTS (self));
  g_return_if_fail (WINERROR_IS_LOG_REPORT (report));

  g_object_ref (report);
  g_clear_pointer (&self->answer, winerror_answer_unref);
  g_clear_object (&self->report);
  g_clear_pointer (&self->order, g_array_unref);
  self->report = report;
  self->order = winerror_log_report_list (report, order);
  refill (self, self->order->len);
}

/**
 * winerror_results_get_report:
 * @self: the results
 *
 * Returns: (transfer none) (nullable): the report on logs that is shown
 */
WinerrorLogReport *
winerror_results_get_report (WinerrorResults *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULTS (self), NULL);

  return self->report;
}

/**
 * winerror_results_get_answer:
 * @self: the results
 *
 * Returns: (transfer none) (nullable): the answer that is shown
 */
WinerrorAnswer *
winerror_results_get_answer (WinerrorResults *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULTS (self), NULL);

  return self->answer;
}

/**
 * winerror_results_set_shown_language:
 * @self: the results
 * @language: (nullable): the language in which entries are described; %NULL for that of the
 *   interface
 *
 * Describes the entries in another language, now and in what is shown later.
 */
void
winerror_results_set_shown_language (WinerrorResults *self, WinerrorLanguage *language)
{
  g_return_if_fail (WINERROR_IS_RESULTS (self));

  g_clear_pointer (&self->shown_language, winerror_language_unref);
  if (language != NULL)
    self->shown_language = winerror_language_ref (language);
  for (guint i = 0; i < self->results->len; i++)
    if (self->results->pdata[i] != NULL)
      winerror_result_set_shown_language (self->results->pdata[i], language);
}
