// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* A catalog of a few entries, made for a test. */

#pragma once

#include "winerror-catalog.h"

G_BEGIN_DECLS

typedef struct
{
  const char *symbol;
  const char *description;
} TestEntry;

/* The code of an entry is its position. */
static inline WinerrorCatalog *
test_small_catalog_new (const TestEntry *entries, gsize n)
{
  WinerrorCatalog *catalog = winerror_catalog_new ();
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append (xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<error-table id=\"test\" first=\"0\" last=\"65535\">\n"
                        "<title>Test</title><header>test.h</header>\n"
                        "<minimum-client>any</minimum-client>\n"
                        "<minimum-server>any</minimum-server>\n"
                        "<source url=\"https://example.org/\" date=\"2024-01-01\"/>\n"
                        "<license id=\"MIT\" url=\"https://example.org/\" holder=\"Nobody\"/>\n");
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (xml,
                            "<entry code=\"%u\" symbol=\"%s\"><description>%s</description>"
                            "</entry>\n",
                            (guint) i, entries[i].symbol, entries[i].description);
  g_string_append (xml, "</error-table>\n");
  bytes = g_bytes_new (xml->str, xml->len);
  winerror_catalog_add_table (catalog, bytes, "test", &error);
  g_assert_no_error (error);
  return catalog;
}

G_END_DECLS
