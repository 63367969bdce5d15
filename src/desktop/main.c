// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-application.h"

#include "winerror-cli-arguments.h"
#include "winerror-language.h"
#include "winerror-renderer.h"

int
main (int argc, char **argv)
{
  g_autoptr (WinerrorApplication) application = NULL;
  g_autofree char **arguments = NULL;
  int n;

  winerror_language_init (NULL);
  winerror_renderer_init ("/dev");
  arguments = winerror_cli_prepare_arguments (argc, argv, NULL, &n);
  application = winerror_application_new ();
  return g_application_run (G_APPLICATION (application), n, arguments);
}
