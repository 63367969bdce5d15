// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-data-file.h"

#include "winerror-build-tree.h"
#include "winerror-config.h"

/**
 * winerror_data_file_lookup:
 * @path: the path of a resource
 * @error: (nullable): return location for an error of g_resource_load() or of
 *   g_resource_lookup_data()
 *
 * Looks into the file of built-in data that all programs share: it is mapped when it is first asked
 * for, and kept. May be called from several threads.
 *
 * Returns: (transfer full) (nullable): what lies there, in place; %NULL with @error set where the
 *   file cannot be read or has nothing of that path
 */
GBytes *
winerror_data_file_lookup (const char *path, GError **error)
{
  static GMutex mutex;
  static char *file;
  static GResource *loaded;
  GResource *resources;
  GBytes *bytes;

  g_return_val_if_fail (path != NULL, NULL);

  g_mutex_lock (&mutex);
  if (file == NULL)
    file = winerror_build_tree_find (WINERROR_DATA_FILE_BUILT);
  if (file == NULL)
    file = g_strdup (WINERROR_DATA_FILE);
  if (loaded == NULL)
    loaded = g_resource_load (file, error);
  resources = loaded;
  g_mutex_unlock (&mutex);
  if (resources == NULL)
    return NULL;
  bytes = g_resource_lookup_data (resources, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    g_prefix_error (error, "%s: ", file);
  return bytes;
}
