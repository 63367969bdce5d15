// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-build-tree.h"

/**
 * winerror_build_tree_find:
 * @name: a folder or file of the build tree: "po", "data", "src/desktop/winerror"
 *
 * Lets a program run from the build tree, without being installed, tests among them.
 *
 * Returns: (transfer full) (nullable): the path of @name; %NULL where the running program does
 * not lie in a build tree
 */
char *
winerror_build_tree_find (const char *name)
{
  /* where programs lie, and the root as seen from there */
  static const char *const folders[][2] = {
    { "/src/cli", "../.." }, { "/src/desktop", "../.." },     { "/src/search-provider", "../.." },
    { "/tests", ".." },      { "/tests/benchmark", "../.." }, { "/tests/fuzz", "../.." },
  };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *program_folder = NULL;
  g_autofree char *root = NULL;
  g_autofree char *mark = NULL;
  const char *up = NULL;

  if (program == NULL)
    return NULL;

  program_folder = g_path_get_dirname (program);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_suffix (program_folder, folders[i][0]))
      up = folders[i][1];
  if (up == NULL)
    return NULL;

  root = g_build_filename (program_folder, up, NULL);
  mark = g_build_filename (root, "meson-info", NULL);
  if (!g_file_test (mark, G_FILE_TEST_IS_DIR))
    return NULL;
  return g_build_filename (root, name, NULL);
}
