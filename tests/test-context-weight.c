// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-context-weight.h"
#include "winerror-entry.h"

#include <string.h>

/* A line with a number, and one that has a sign more. */
typedef struct
{
  const char *line;
  const char *other;
  const char *number;
  guint8 met;       /* of the entry */
  guint8 other_met; /* of the entry of the second line */
} Case;

static int
weigh (const char *line, const char *text, guint8 met, gboolean beside)
{
  const char *end = line + strlen (line);
  const WinerrorEntryInfo info = {
    .symbol = "ERROR_SHARP_EDGE",
    .description = "The knife has been ground.",
    .met = met,
  };
  WinerrorNumber number;

  g_assert_nonnull (strstr (line, text));
  g_assert_true (winerror_number_read (line, strstr (line, text), end, &number));
  return winerror_context_weigh (line, &number, end, &info, beside);
}

/* Each sign makes a number weigh more, or less. */
static void
test_signs (void)
{
  static const Case more[] = {
    /* how often it is met */
    { "x failed, code 1100", "x failed, code 1100", "1100", 0, 1 },
    { "x failed, code 1100", "x failed, code 1100", "1100", 1, 2 },
    { "x failed, code 1100", "x failed, code 1100", "1100", 2, 3 },
    /* how it is written */
    { "x failed, code 0011", "x failed, code 0x11", "11", 1, 1 },
    { "x failed, code 0x11", "x failed, code 0x00000011", "11", 1, 1 },
    { "x failed, code 17", "x failed, code 17 (0x11)", "17", 1, 1 },
    { "x failed, code 17 (0x11)", "x failed, code 17 (0x00000011)", "17", 1, 1 },
    /* what stands before it */
    { "x failed, code 17", "x failed, error 17", "17", 1, 1 },
    { "x failed, error 17", "x failed, system error 17", "17", 1, 1 },
    { "x failed, exit code 17", "x failed, the code 17", "17", 1, 1 },
    { "x failed, code 17", "OpenThing failed, code 17", "17", 1, 1 },
    { "x: the ThingError: 17", "x: ThingError, error: 17", "17", 1, 1 },
    { "x ended, code 17", "x failed, code 17", "17", 1, 1 },
    /* what the line has */
    { "it is error 17", "error 17", "17", 1, 1 },
    { "x failed, code 17: knife", "x failed, code 17: sharp knife", "17", 1, 1 },
    { "sharp x failed, code 17", "sharp knife failed, code 17", "17", 1, 1 },
    { "x failed, code 17: knife knives", "x failed, code 17: knife edge", "17", 1, 1 },
    { "x failed, code 17", "x.exe failed, code 17", "17", 1, 1 },
    { "x.exe: OpenThing failed, code 17", "x.exe: OpenProcess failed, code 17", "17", 1, 1 },
    { "x failed, code 17, a:b", "x failed, code 17, a:\\b", "17", 1, 1 },
    { "x failed, code 17, a\\nb", "x failed, code 17, \\\\a\\b", "17", 1, 1 },
    { "x failed, code 17, a\\b", "x failed, code 17, a\\b\\c", "17", 1, 1 },
    { "x failed on linux, code 17", "x failed, code 17", "17", 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (more); i++)
    {
      const char *number = more[i].number;

      g_test_message ("%s < %s", more[i].line, more[i].other);
      if (strstr (more[i].other, "0x") != NULL && strstr (more[i].other, "(0x") == NULL)
        {
          g_assert_cmpint (weigh (more[i].line, strstr (more[i].line, "0x") ? "0x" : "0011",
                                  more[i].met, FALSE),
                           <, weigh (more[i].other, "0x", more[i].other_met, FALSE));
          continue;
        }
      g_assert_cmpint (weigh (more[i].line, number, more[i].met, FALSE), <,
                       weigh (more[i].other, number, more[i].other_met, FALSE));
    }
  g_assert_cmpint (weigh ("x failed, code 17", "17", 1, FALSE), <,
                   weigh ("x failed, code 17", "17", 1, TRUE));
}

/* The higher numbers are, the fewer have them; but for those that Windows alone has. */
static void
test_sizes (void)
{
  static const char *const lines[] = { "failed, code 20", "failed, code 21", "failed, code 1000",
                                       "failed, code 1300" };

  for (gsize i = 1; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpint (weigh (lines[i - 1], strrchr (lines[i - 1], ' ') + 1, 1, FALSE), <,
                     weigh (lines[i], strrchr (lines[i], ' ') + 1, 1, FALSE));
  g_assert_cmpint (weigh ("failed, code 20", "20", 1, FALSE), ==,
                   weigh ("failed, code 2", "2", 1, FALSE));
  g_assert_cmpint (weigh ("failed, code 999", "999", 1, FALSE), ==,
                   weigh ("failed, code 21", "21", 1, FALSE));
  g_assert_cmpint (weigh ("failed, code 1999", "1999", 1, FALSE), ==,
                   weigh ("failed, code 10000", "10000", 1, FALSE));
  g_assert_cmpint (weigh ("failed, code 2000", "2000", 1, FALSE), ==,
                   weigh ("failed, code 9999", "9999", 1, FALSE));
}

/* Where Windows is named, nothing else matters. */
static void
test_windows (void)
{
  static const char *const lines[] = {
    "WinError 7",    "GetLastError() = 7", "gle=7",
    "hresult 7",     "Win32 error code 7", "Windows error 7",
    "net helpmsg 7", "winsock error: 7",   "Win32 error of the knife: 7"
  };
  static const char *const others[] = { "error 7", "system error 7", "winner, 7", "x code 7" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_cmpint (weigh (lines[i], "7", 0, FALSE), ==, G_MAXINT);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_cmpint (weigh (others[i], "7", 0, FALSE), <, WINERROR_CONTEXT_MIN_WEIGHT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context-weight/signs", test_signs);
  g_test_add_func ("/context-weight/sizes", test_sizes);
  g_test_add_func ("/context-weight/windows", test_windows);

  return g_test_run ();
}
