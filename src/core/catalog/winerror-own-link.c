// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-own-link.h"

#include "winerror-text.h"

#include <string.h>

static gboolean
is_inside (const char *path, const char *const *folders)
{
  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_canonicalize_filename (folders[i], "/");
      gsize length = strlen (folder);

      if (strncmp (path, folder, length) == 0 && path[length] == '/')
        return TRUE;
    }
  return FALSE;
}

/* Nothing that is not seen, and no blanks. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (winerror_text_is_hidden (g_utf8_get_char (p)) || g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * winerror_own_link_read:
 * @text: what an own table or note refers to, in UTF-8
 * @file: (type filename): the path of its file
 * @folders: (array zero-terminated=1): the folders where tables are looked for, absolute paths
 *
 * Reads a link: an address that begins with https://, or a file in one of the folders, as a file
 * address or as a path, which begins where the table lies. The same share may be mounted at several
 * places: paths of the latter kind hold at all of them.
 *
 * Returns: (transfer full) (nullable): the address; %NULL where it is no such link
 */
char *
winerror_own_link_read (const char *text, const char *file, const char *const *folders)
{
  g_autofree char *named = NULL;
  g_autofree char *base = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (folders != NULL, NULL);

  if (g_ascii_strncasecmp (text, "https://", strlen ("https://")) == 0)
    {
      g_autofree char *host = NULL;

      if (!is_plain (text) ||
          !g_uri_split_network (text, G_URI_FLAGS_NONE, NULL, &host, NULL, NULL) || host == NULL ||
          host[0] == '\0')
        return NULL;
      return g_strdup (text);
    }
  if (g_ascii_strncasecmp (text, "file:", strlen ("file:")) == 0)
    {
      g_autofree char *host = NULL;

      named = g_filename_from_uri (text, &host, NULL);
      if (host != NULL)
        return NULL;
    }
  else if (text[0] != '\0' && g_uri_peek_scheme (text) == NULL)
    named = g_filename_from_utf8 (text, -1, NULL, NULL, NULL);
  if (named == NULL)
    return NULL;
  base = g_path_get_dirname (file);
  path = g_canonicalize_filename (named, base);
  return is_inside (path, folders) ? g_filename_to_uri (path, NULL, NULL) : NULL;
}
