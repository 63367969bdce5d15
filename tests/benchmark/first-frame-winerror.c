// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The window of Winerror, up to its first frame. */

#include "first-frame.h"
#include "winerror-application.h"
#include "winerror-language.h"

int
main (int argc, char **argv)
{
  g_autoptr (WinerrorApplication) application = NULL;

  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  application = winerror_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (first_frame_added), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
