// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-result-selection.h"

#include "winerror-results.h"

/**
 * WinerrorResultSelection:
 *
 * The results, which of them are selected, and the current one, which is shown in full. There is a
 * current result as long as there are any; it is the one that was selected last.
 *
 * The model for the list view has only the first results, those that are visible, until the user
 * turns to it: a list view would build rows for the first 200, and take them down again, at every
 * key stroke. Positions are the same in the model and in the results.
 *
 * The property "current-entry" notifies also where the same entry is found by another answer: it
 * may match in other places then.
 */
struct _WinerrorResultSelection
{
  GObject parent_instance;

  WinerrorResults *results;
  GtkSliceListModel *slice;
  GtkMultiSelection *selection;
  WinerrorEntry *current_entry;
  guint current; /* position of the current entry */
};

enum
{
  PROP_0,
  PROP_CURRENT_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WinerrorResultSelection, winerror_result_selection, G_TYPE_OBJECT)

/* The current entry is the one that was selected last, as long as it is selected. */
static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n_items, gpointer data)
{
  WinerrorResultSelection *self = data;
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);

  if (gtk_bitset_is_empty (selected))
    return;
  if (gtk_bitset_get_size (selected) == 1)
    winerror_result_selection_set_current (self, gtk_bitset_get_minimum (selected));
  else if (n_items == 1 && gtk_bitset_contains (selected, position))
    winerror_result_selection_set_current (self, position);
  else if (!gtk_bitset_contains (selected, self->current))
    winerror_result_selection_set_current (self, gtk_bitset_get_minimum (selected));
}

static void
winerror_result_selection_dispose (GObject *object)
{
  WinerrorResultSelection *self = WINERROR_RESULT_SELECTION (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->results);
  g_clear_object (&self->current_entry);

  G_OBJECT_CLASS (winerror_result_selection_parent_class)->dispose (object);
}

static void
winerror_result_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CURRENT_ENTRY:
      g_value_set_object (value, WINERROR_RESULT_SELECTION (object)->current_entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
winerror_result_selection_class_init (WinerrorResultSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = winerror_result_selection_dispose;
  object_class->get_property = winerror_result_selection_get_property;

  properties[PROP_CURRENT_ENTRY] = g_param_spec_object ("current-entry", NULL, NULL,
                                                        WINERROR_TYPE_ENTRY,
                                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                            G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
winerror_result_selection_init (WinerrorResultSelection *self)
{
  self->current = GTK_INVALID_LIST_POSITION;
  self->results = winerror_results_new ();
  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->results)), 0, 0);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, 0);
}

/**
 * winerror_result_selection_new:
 *
 * Returns: (transfer full): a selection without results
 */
WinerrorResultSelection *
winerror_result_selection_new (void)
{
  return g_object_new (WINERROR_TYPE_RESULT_SELECTION, NULL);
}

/* Selects one result alone. */
static void
select_position (WinerrorResultSelection *self, guint position)
{
  if (position >= gtk_slice_list_model_get_size (self->slice))
    winerror_result_selection_ensure (self, G_MAXUINT);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  /* where the position was selected already, its entry is another one now */
  winerror_result_selection_set_current (self, position);
}

/**
 * winerror_result_selection_set_answer:
 * @self: a selection
 * @answer: what a query found
 * @n_visible: how many results the model is to have until the user turns to it
 *
 * Takes other results, and selects the best one.
 */
void
winerror_result_selection_set_answer (WinerrorResultSelection *self,
                                      WinerrorAnswer *answer,
                                      guint n_visible)
{
  g_return_if_fail (WINERROR_IS_RESULT_SELECTION (self));
  g_return_if_fail (answer != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  gtk_slice_list_model_set_size (self->slice, n_visible);
  winerror_results_set_answer (self->results, answer);
  select_position (self, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_ENTRY]);
  g_object_thaw_notify (G_OBJECT (self));
}

static guint64
get_key (WinerrorEntry *entry)
{
  return (guint64) winerror_entry_get_family (entry) << 32 | winerror_entry_get_code (entry);
}

static GHashTable *
list_selected_keys (WinerrorResultSelection *self)
{
  g_autoptr (GPtrArray) selected = winerror_result_selection_get_selected (self);
  GHashTable *keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < selected->len; i++)
    {
      guint64 key = get_key (selected->pdata[i]);

      g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
    }
  return keys;
}

/**
 * winerror_result_selection_update_answer:
 * @self: a selection that has an answer
 * @answer: what the same query finds now that there are other tables
 *
 * Takes other results; the entries that are selected stay so, and that which is the current one, as
 * far as they are still there.
 */
void
winerror_result_selection_update_answer (WinerrorResultSelection *self, WinerrorAnswer *answer)
{
  g_autoptr (GHashTable) keys = NULL;
  guint64 current_key;
  guint current = GTK_INVALID_LIST_POSITION;
  guint n;

  g_return_if_fail (WINERROR_IS_RESULT_SELECTION (self));
  g_return_if_fail (answer != NULL);

  keys = list_selected_keys (self);
  current_key = self->current_entry != NULL ? get_key (self->current_entry) : G_MAXUINT64;
  g_object_freeze_notify (G_OBJECT (self));
  winerror_results_set_answer (self->results, answer);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->slice));
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WinerrorResult) result = g_list_model_get_item (G_LIST_MODEL (self->results), i);
      guint64 key = get_key (winerror_result_get_entry (result));

      if (g_hash_table_contains (keys, &key))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
      if (key == current_key && current == GTK_INVALID_LIST_POSITION)
        current = i;
    }
  if (current != GTK_INVALID_LIST_POSITION)
    winerror_result_selection_set_current (self, current);
  else
    select_position (self, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_ENTRY]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* The place of the code that is the current one, among the codes of another report; 0 where it has
 * none there. */
static guint
find_current (WinerrorResultSelection *self, WinerrorEntry *entry)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->results));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WinerrorResult) result = g_list_model_get_item (G_LIST_MODEL (self->results), i);

      if (get_key (winerror_result_get_entry (result)) == get_key (entry))
        return i;
    }
  return 0;
}

/**
 * winerror_result_selection_set_report:
 * @self: a selection
 * @report: the codes that logs have
 * @order: their order
 * @n_visible: how many results the model is to have until the user turns to it
 *
 * Takes the codes of logs as its results, and selects the first one. Where codes of logs are shown
 * already, the one that is the current one stays that.
 */
void
winerror_result_selection_set_report (WinerrorResultSelection *self,
                                      WinerrorLogReport *report,
                                      WinerrorLogOrder order,
                                      guint n_visible)
{
  g_autoptr (WinerrorEntry) current = NULL;

  g_return_if_fail (WINERROR_IS_RESULT_SELECTION (self));
  g_return_if_fail (WINERROR_IS_LOG_REPORT (report));

  if (winerror_results_get_report (self->results) != NULL && self->current_entry != NULL)
    current = g_object_ref (self->current_entry);
  g_object_freeze_notify (G_OBJECT (self));
  gtk_slice_list_model_set_size (self->slice, n_visible);
  winerror_results_set_report (self->results, report, order);
  select_position (self, current != NULL ? find_current (self, current) : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_ENTRY]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * winerror_result_selection_get_report:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the report on logs whose codes the results are
 */
WinerrorLogReport *
winerror_result_selection_get_report (WinerrorResultSelection *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), NULL);

  return winerror_results_get_report (self->results);
}

/**
 * winerror_result_selection_get_current_code:
 * @self: a selection whose results are the codes of logs
 *
 * Returns: which code of the report is the current one; %G_MAXUINT where none is
 */
guint
winerror_result_selection_get_current_code (WinerrorResultSelection *self)
{
  g_autoptr (WinerrorResult) result = NULL;

  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), G_MAXUINT);

  result = g_list_model_get_item (G_LIST_MODEL (self->results), self->current);
  return result != NULL ? winerror_result_get_code_index (result) : G_MAXUINT;
}

/**
 * winerror_result_selection_set_shown_language:
 * @self: a selection
 * @language: (nullable): the language in which the results describe their entries; %NULL for that
 * of the interface
 */
void
winerror_result_selection_set_shown_language (WinerrorResultSelection *self,
                                              WinerrorLanguage *language)
{
  g_return_if_fail (WINERROR_IS_RESULT_SELECTION (self));

  winerror_results_set_shown_language (self->results, language);
}

/**
 * winerror_result_selection_get_answer:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the answer that the results are of; %NULL where they are the
 *   codes of a log, or there are none yet
 */
WinerrorAnswer *
winerror_result_selection_get_answer (WinerrorResultSelection *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), NULL);

  return winerror_results_get_answer (self->results);
}

/**
 * winerror_result_selection_get_model:
 * @self: a selection
 *
 * Returns: (transfer none): the model for a list view, of #WinerrorResult
 */
GtkSelectionModel *
winerror_result_selection_get_model (WinerrorResultSelection *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * winerror_result_selection_ensure:
 * @self: a selection
 * @n: a number of results; %G_MAXUINT for all
 *
 * Gives the model more results where it has fewer than @n.
 */
void
winerror_result_selection_ensure (WinerrorResultSelection *self, guint n)
{
  g_return_if_fail (WINERROR_IS_RESULT_SELECTION (self));

  if (n > gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, n);
}

/**
 * winerror_result_selection_select_all:
 * @self: a selection
 *
 * Selects all results.
 */
void
winerror_result_selection_select_all (WinerrorResultSelection *self)
{
  g_return_if_fail (WINERROR_IS_RESULT_SELECTION (self));

  winerror_result_selection_ensure (self, G_MAXUINT);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

/**
 * winerror_result_selection_select_result:
 * @self: a selection
 * @result: what was pressed on
 *
 * Makes a result the current one, and selects it alone unless it is selected already.
 *
 * Returns: %FALSE where it is no longer among the results
 */
gboolean
winerror_result_selection_select_result (WinerrorResultSelection *self, WinerrorResult *result)
{
  guint n;

  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), FALSE);
  g_return_val_if_fail (WINERROR_IS_RESULT (result), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WinerrorResult) other = g_list_model_get_item (G_LIST_MODEL (self->results), i);

      if (other != result)
        continue;
      if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        winerror_result_selection_set_current (self, i);
      else
        select_position (self, i);
      return TRUE;
    }
  return FALSE;
}

/**
 * winerror_result_selection_select_entry:
 * @self: a selection
 * @entry: an entry
 *
 * Selects the first result that is @entry alone, where it is among the results.
 */
void
winerror_result_selection_select_entry (WinerrorResultSelection *self, WinerrorEntry *entry)
{
  guint n;

  g_return_if_fail (WINERROR_IS_RESULT_SELECTION (self));
  g_return_if_fail (WINERROR_IS_ENTRY (entry));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WinerrorResult) result = g_list_model_get_item (G_LIST_MODEL (self->results), i);

      if (winerror_result_get_entry (result) == entry)
        {
          select_position (self, i);
          return;
        }
    }
}

/**
 * winerror_result_selection_move:
 * @self: a selection
 * @step: by how many results; up where it is negative
 *
 * Selects another result alone, as far away from the current one as there are results.
 *
 * Returns: %FALSE where there are no results
 */
gboolean
winerror_result_selection_move (WinerrorResultSelection *self, int step)
{
  guint n;
  gint64 position;

  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  if (n == 0)
    return FALSE;
  position = self->current == GTK_INVALID_LIST_POSITION ? 0 : (gint64) self->current + step;
  select_position (self, (guint) CLAMP (position, 0, (gint64) n - 1));
  return TRUE;
}

/* Takes the entries of results. */
static GPtrArray *
collect (WinerrorResultSelection *self, const GtkBitset *positions)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (WinerrorResult)
          result = g_list_model_get_item (G_LIST_MODEL (self->results), position);

      if (result != NULL)
        g_ptr_array_add (entries, g_object_ref (winerror_result_get_entry (result)));
    }
  return entries;
}

/**
 * winerror_result_selection_get_all:
 * @self: a selection
 *
 * Returns: (transfer container) (element-type WinerrorEntry): the entries of all results, in their
 *   order
 */
GPtrArray *
winerror_result_selection_get_all (WinerrorResultSelection *self)
{
  g_autoptr (GtkBitset) all = NULL;

  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), NULL);

  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->results)));
  return collect (self, all);
}

/**
 * winerror_result_selection_get_selected:
 * @self: a selection
 *
 * Returns: (transfer container) (element-type WinerrorEntry): the selected entries in the order of
 *   the results; where none is selected, the current one, which is shown all the same
 */
GPtrArray *
winerror_result_selection_get_selected (WinerrorResultSelection *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GPtrArray *entries;

  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  entries = collect (self, selected);
  if (entries->len == 0 && self->current_entry != NULL)
    g_ptr_array_add (entries, g_object_ref (self->current_entry));
  return entries;
}

/**
 * winerror_result_selection_find_codes:
 * @self: a selection whose results are the codes of logs
 * @entries: (element-type WinerrorEntry): what winerror_result_selection_get_all() or
 *   winerror_result_selection_get_selected() has returned
 *
 * Returns: (transfer full) (element-type guint): which codes of the report the entries are
 */
GArray *
winerror_result_selection_find_codes (WinerrorResultSelection *self, GPtrArray *entries)
{
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->results));

  /* they are in the order of the results */
  for (guint i = 0; i < n && codes->len < entries->len; i++)
    {
      g_autoptr (WinerrorResult) result = g_list_model_get_item (G_LIST_MODEL (self->results), i);
      guint code = winerror_result_get_code_index (result);

      if (winerror_result_get_entry (result) == entries->pdata[codes->len])
        g_array_append_val (codes, code);
    }
  return codes;
}

/**
 * winerror_result_selection_set_current:
 * @self: a selection
 * @position: position of a result; where there is none, no entry is the current one
 *
 * Makes another result the current one; what is selected stays.
 */
void
winerror_result_selection_set_current (WinerrorResultSelection *self, guint position)
{
  g_autoptr (WinerrorResult) result = NULL;
  WinerrorEntry *entry;

  g_return_if_fail (WINERROR_IS_RESULT_SELECTION (self));

  result = g_list_model_get_item (G_LIST_MODEL (self->results), position);
  entry = result != NULL ? winerror_result_get_entry (result) : NULL;
  self->current = result != NULL ? position : GTK_INVALID_LIST_POSITION;
  if (g_set_object (&self->current_entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_ENTRY]);
}

/**
 * winerror_result_selection_get_current:
 * @self: a selection
 *
 * Returns: position of the current result, or %GTK_INVALID_LIST_POSITION
 */
guint
winerror_result_selection_get_current (WinerrorResultSelection *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), GTK_INVALID_LIST_POSITION);

  return self->current;
}

/**
 * winerror_result_selection_get_current_entry:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the entry of the current result
 */
WinerrorEntry *
winerror_result_selection_get_current_entry (WinerrorResultSelection *self)
{
  g_return_val_if_fail (WINERROR_IS_RESULT_SELECTION (self), NULL);

  return self->current_entry;
}
