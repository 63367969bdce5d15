// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* How windows are drawn: what is chosen with and without a graphics card, and by the user. */

#include "winerror-renderer.h"
#include "winerror-test-utils.h"

#include <glib/gstdio.h>

/* What is chosen where the folder of the devices holds a file of this name, and the user asked for
 * this renderer. */
static const char *
choose (const char *device, const char *asked)
{
  char *devices = winerror_test_make_folder ();
  g_autofree char *dri = g_build_filename (devices, "dri", NULL);

  g_assert_cmpint (g_mkdir (dri, 0700), ==, 0);
  if (device != NULL)
    {
      g_autofree char *path = g_build_filename (devices, device, NULL);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, "", 0, &error);
      g_assert_no_error (error);
    }
  if (asked != NULL)
    g_setenv ("GSK_RENDERER", asked, TRUE);
  else
    g_unsetenv ("GSK_RENDERER");
  winerror_renderer_init (devices);
  winerror_test_remove_folder (devices);
  return g_getenv ("GSK_RENDERER");
}

static void
test_choice (void)
{
  g_assert_cmpstr (choose (NULL, NULL), ==, "cairo");
  g_assert_cmpstr (choose ("dri/card0", NULL), ==, "cairo");
  g_assert_cmpstr (choose ("dri/renderD128", NULL), ==, NULL);
  g_assert_cmpstr (choose ("nvidiactl", NULL), ==, NULL);
  g_assert_cmpstr (choose (NULL, "gl"), ==, "gl");
  g_assert_cmpstr (choose (NULL, ""), ==, "");
  g_assert_cmpstr (choose ("dri/renderD128", "cairo"), ==, "cairo");

  g_unsetenv ("GSK_RENDERER");
  winerror_renderer_init ("/no/such/folder");
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);

  g_test_add_func ("/renderer/choice", test_choice);

  return g_test_run ();
}
