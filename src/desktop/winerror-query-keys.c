// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-query-keys.h"

#include "winerror-text.h"

#include <string.h>

/* How many results Page Down and Page Up move by. */
#define PAGE 8

/* With the whole text selected, or none there, Ctrl+A is about the results. */
static gboolean
select_all_results (GtkEditable *entry, WinerrorResultList *list)
{
  const char *text = gtk_editable_get_text (entry);
  int start;
  int end;

  if (text[0] != '\0' && (!gtk_editable_get_selection_bounds (entry, &start, &end) ||
                          end - start < g_utf8_strlen (text, -1)))
    return FALSE;
  winerror_result_selection_select_all (winerror_result_list_get_selection (list));
  /* so that Ctrl+C is about them too */
  gtk_editable_select_region (entry, -1, -1);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                gpointer data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  WinerrorResultList *list = data;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_CONTROL_MASK && (key == GDK_KEY_a || key == GDK_KEY_A))
    return select_all_results (GTK_EDITABLE (entry), list);
  if (state != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      winerror_result_list_move (list, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      winerror_result_list_move (list, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      winerror_result_list_move (list, PAGE);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      winerror_result_list_move (list, -PAGE);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      /* past the buttons beside the entry; Shift+Tab goes to them */
      return winerror_result_selection_get_current (winerror_result_list_get_selection (list)) !=
                 GTK_INVALID_LIST_POSITION &&
             gtk_widget_grab_focus (GTK_WIDGET (list));
    default:
      return FALSE;
    }
}

/* What cannot be seen does not get into the entry: it would turn the text around, or be searched
 * for in vain. */
static void
insert_text_cb (GtkEditable *editable, char *text, int length, int *position, gpointer data)
{
  g_autofree char *bare = winerror_text_strip_hidden (text, (gsize) length);

  if (strlen (bare) == (gsize) length && memcmp (bare, text, (gsize) length) == 0)
    return;
  g_signal_stop_emission_by_name (editable, "insert-text");
  gtk_editable_insert_text (editable, bare, -1, position);
}

/**
 * winerror_query_keys_add:
 * @entry: where the query is typed
 * @list: the results
 *
 * Lets keys that are pressed while the query is typed select results.
 */
void
winerror_query_keys_add (GtkSearchEntry *entry, WinerrorResultList *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list, 0);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "insert-text",
                    G_CALLBACK (insert_text_cb), NULL);
}
