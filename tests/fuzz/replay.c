// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Hands files to a fuzzer, one after the other: the corpora as tests, and what a fuzzer has found
 * once more, without libFuzzer. Each also comes in parts, as a file that is cut off or damaged; not
 * so where --whole is the first argument. */

#include <glib.h>
#include <stdint.h>
#include <string.h>

/* At how many places of a file this is done. */
#define N_CUTS 64

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* In a block of its own, in which nothing can be read beyond the end. */
static void
run (const char *before, gsize n_before, const char *after, gsize n_after)
{
  g_autofree char *bytes = g_malloc (MAX (1, n_before + n_after));

  memcpy (bytes, before, n_before);
  memcpy (bytes + n_before, after, n_after);
  LLVMFuzzerTestOneInput ((const uint8_t *) bytes, n_before + n_after);
}

/* What is before a place, what is behind it, and all but the byte there. */
static void
run_parts (const char *contents, gsize size)
{
  for (gsize i = 0; i < size; i += 1 + size / N_CUTS)
    {
      run (contents, i, contents, 0);
      run (contents, 0, contents + i, size - i);
      run (contents, i, contents + i + 1, size - i - 1);
    }
}

static int
run_file (const char *path, gboolean whole)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, &error))
    {
      g_printerr ("%s\n", error->message);
      return 0;
    }
  run (contents, size, contents, 0);
  if (!whole)
    run_parts (contents, size);
  return 1;
}

int
main (int argc, char **argv)
{
  gboolean whole = argc > 1 && g_str_equal (argv[1], "--whole");
  int n = 0;

  for (int i = whole ? 2 : 1; i < argc; i++)
    {
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, NULL);
      const char *name;

      if (folder == NULL)
        {
          n += run_file (argv[i], whole);
          continue;
        }
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          n += run_file (path, whole);
        }
    }
  g_print ("%d inputs\n", n);
  return n > 0 ? 0 : 1;
}
