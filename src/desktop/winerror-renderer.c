// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-renderer.h"

/* Whether there is a graphics card that draws: it has a render node (Linux kernel documentation,
 * "DRM Memory Management", "Render nodes"), or is NVIDIA's without one. */
static gboolean
has_graphics_card (const char *devices)
{
  g_autofree char *folder = g_build_filename (devices, "dri", NULL);
  g_autofree char *nvidia = g_build_filename (devices, "nvidiactl", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  if (g_file_test (nvidia, G_FILE_TEST_EXISTS))
    return TRUE;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

/**
 * winerror_renderer_init:
 * @devices: the folder of the devices, /dev
 *
 * Chooses how windows are drawn, where nobody has: by cairo on a machine without a graphics card,
 * such as a virtual desktop. GTK would have OpenGL emulated there, and that takes seconds to
 * start. To be called before GTK is initialized, as long as there is one thread.
 */
void
winerror_renderer_init (const char *devices)
{
  g_return_if_fail (devices != NULL);

  if (g_getenv ("GSK_RENDERER") == NULL && !has_graphics_card (devices))
    g_setenv ("GSK_RENDERER", "cairo", FALSE);
}
