// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-cli.h"
#include "winerror-language.h"

int
main (int argc, char **argv)
{
  winerror_language_init (NULL);
  return winerror_cli_run (argc, argv);
}
