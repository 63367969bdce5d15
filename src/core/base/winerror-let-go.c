// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-let-go.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} Held;

static gpointer
destroy_held (gpointer user_data)
{
  g_autofree Held *held = user_data;

  held->destroy (held->data);
#ifdef __GLIBC__
  /* what is free goes back to the system here: else it does with some small thing that the main
   * loop frees next to it, and keeps it for that long */
  malloc_trim (0);
#endif
  return NULL;
}

static gboolean
let_go_idle (gpointer user_data)
{
  g_thread_unref (g_thread_new ("winerror-let-go", destroy_held, user_data));
  return G_SOURCE_REMOVE;
}

/**
 * winerror_let_go:
 * @data: (transfer full): something large, or a reference to it
 * @destroy: what frees it, or gives the reference back; it may be called in any thread
 *
 * Frees what takes long to free in a thread of its own, once the default main context has nothing
 * else to do: whoever else holds a reference in the meantime should have given it back then.
 */
void
winerror_let_go (gpointer data, GDestroyNotify destroy)
{
  Held *held;

  g_return_if_fail (destroy != NULL);

  held = g_new (Held, 1);
  *held = (Held){ .data = data, .destroy = destroy };
  g_idle_add_full (G_PRIORITY_LOW, let_go_idle, held, NULL);
}
