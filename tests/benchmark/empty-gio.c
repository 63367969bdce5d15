// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The least that a program which uses GIO does. */

#include <gio/gio.h>

int
main (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/");

  return G_IS_FILE (file) ? 0 : 1;
}
