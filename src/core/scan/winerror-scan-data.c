// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-scan-data.h"

#include "winerror-scan-resources.h"

#include <string.h>

#define DATA_PATH "/io/github/winerror/Winerror/scan/"

/**
 * winerror_scan_data_read:
 * @text: text in the format of the files in data/scan
 * @func: (scope call): called for each line in turn
 * @user_data: data for @func
 * @error: (nullable): return location for an error, with the number of the line
 *
 * Reads lines of the form "KEY: VALUE". Empty lines and those that begin with "#" are passed over.
 * All that @func is given is UTF-8: what is not is refused.
 *
 * Returns: whether all lines have the form, and @func understands them
 */
gboolean
winerror_scan_data_read (const char *text,
                         WinerrorScanDataFunc func,
                         gpointer user_data,
                         GError **error)
{
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *key = g_strstrip (lines[i]);
      char *colon = strchr (key, ':');
      const char *value = colon != NULL ? g_strstrip (colon + 1) : "";

      if (key[0] == '\0' || key[0] == '#')
        continue;
      if (colon == key || value[0] == '\0' || !g_utf8_validate (key, -1, NULL))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %u: not “KEY: VALUE”",
                       i + 1);
          return FALSE;
        }
      *colon = '\0';
      if (!func (key, value, user_data, error))
        {
          g_prefix_error (error, "line %u: ", i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

static char *
load (const char *name)
{
  static gsize registered;
  g_autofree char *path = g_strconcat (DATA_PATH, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize size;

  if (g_once_init_enter (&registered))
    {
      winerror_scan_data_register_resource ();
      g_once_init_leave (&registered, 1);
    }

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("%s", error->message);
  data = g_bytes_get_data (bytes, &size);
  return g_strndup (data, size);
}

/**
 * winerror_scan_data_read_built_in:
 * @name: the name of a file in data/scan
 * @func: (scope call): called for each line in turn
 * @user_data: data for @func
 *
 * Reads built-in data: see winerror_scan_data_read(). An error in it is one of the program, which
 * ends with its line. G_RESOURCE_OVERLAYS may lay another file over the built-in one.
 */
void
winerror_scan_data_read_built_in (const char *name, WinerrorScanDataFunc func, gpointer user_data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (name != NULL);
  g_return_if_fail (func != NULL);

  text = load (name);
  if (!winerror_scan_data_read (text, func, user_data, &error))
    g_error ("%s, %s", name, error->message);
}
