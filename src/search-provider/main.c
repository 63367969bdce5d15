// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-search-provider.h"

#include "winerror-language.h"

int
main (int argc, char **argv)
{
  g_autoptr (WinerrorSearchProvider) provider = NULL;

  winerror_language_init (NULL);
  provider = winerror_search_provider_new ();
  return g_application_run (G_APPLICATION (provider), argc, argv);
}
