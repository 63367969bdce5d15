// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* The table of the formats: their names, and that the settings know the same ones. */

#include "winerror-config.h"
#include "winerror-format-private.h"
#include "winerror-text.h"
#include "winerror-ticket-error.h"

#include <gio/gio.h>

static void
test_names (void)
{
  static const char *const names[] = { "text", "line", "markdown", "html",
                                       "jira", "csv",  "tsv",      "json" };
  static const WinerrorFormat formats[] = {
    WINERROR_FORMAT_TEXT, WINERROR_FORMAT_LINE, WINERROR_FORMAT_MARKDOWN, WINERROR_FORMAT_HTML,
    WINERROR_FORMAT_JIRA, WINERROR_FORMAT_CSV,  WINERROR_FORMAT_TSV,      WINERROR_FORMAT_JSON,
  };
  static const char *const wrong[] = { "", "Text", "template", "xml", "text " };
  WinerrorFormat format = WINERROR_N_FORMATS;
  g_autofree const char **listed = winerror_format_list_names ();
  g_autofree char *all = g_strjoinv (", ", (char **) listed);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (winerror_format_from_name (names[i], &format, &error));
      g_assert_no_error (error);
      g_assert_cmpint ((int) format, ==, (int) formats[i]);
      g_assert_cmpstr (winerror_format_get_name (format), ==, names[i]);
      g_assert_nonnull (winerror_format_get_title (format));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = winerror_text_abridge (wrong[i], WINERROR_TEXT_MAX_QUOTED);
      g_autofree char *message = g_strdup_printf ("expected a format (%s), found “%s”", all, shown);

      g_assert_false (winerror_format_from_name (wrong[i], &format, &error));
      g_assert_error (error, WINERROR_TICKET_ERROR, WINERROR_TICKET_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* Wherever a format stands in the enumeration: it has a row, a name of its own that finds it unless
 * it needs a template, and is listed then. */
static void
test_rows (void)
{
  g_autofree const char **listed = winerror_format_list_names ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_found = 0;

  for (int i = 0; i < WINERROR_N_FORMATS; i++)
    {
      const WinerrorFormatInfo *info = winerror_format_get_info ((WinerrorFormat) i);
      WinerrorFormat format = WINERROR_N_FORMATS;
      gboolean found;

      g_assert_nonnull (info->name);
      g_assert_nonnull (info->title);
      g_assert_true (info->append_entry != NULL);
      g_assert_true (g_hash_table_add (seen, (gpointer) info->name));
      g_assert_cmpstr (winerror_format_get_name ((WinerrorFormat) i), ==, info->name);
      /* Markdown and Jira know a table by its head */
      g_assert_true (info->append_row == NULL || info->append_head != NULL);

      found = winerror_format_from_name (info->name, &format, NULL);
      g_assert_true (found == !info->needs_template);
      g_assert_true (found == g_strv_contains (listed, info->name));
      g_assert_true (info->needs_template == (i == WINERROR_FORMAT_TEMPLATE));
      if (found)
        {
          g_assert_cmpint (format, ==, i);
          n_found++;
        }
    }
  g_assert_cmpuint (g_strv_length ((char **) listed), ==, n_found);
}

/* The nicks of the schema are the names, and mean the same formats. */
static void
test_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GVariant) range = NULL;
  g_autoptr (GVariant) values = NULL;
  g_autofree const char **nicks = NULL;
  const char *kind;
  gsize n_nicks;

  g_assert_nonnull (source);
  schema = g_settings_schema_source_lookup (source, WINERROR_APP_ID, FALSE);
  g_assert_nonnull (schema);
  key = g_settings_schema_get_key (schema, "format");
  range = g_settings_schema_key_get_range (key);
  g_variant_get (range, "(&sv)", &kind, &values);
  g_assert_cmpstr (kind, ==, "enum");
  nicks = g_variant_get_strv (values, &n_nicks);
  g_assert_cmpuint (n_nicks, ==, WINERROR_N_FORMATS);

  settings = g_settings_new (WINERROR_APP_ID);
  for (gsize i = 0; i < n_nicks; i++)
    {
      int format;

      g_assert_true (g_settings_set_string (settings, "format", nicks[i]));
      format = g_settings_get_enum (settings, "format");
      g_assert_cmpint (format, >=, 0);
      g_assert_cmpint (format, <, WINERROR_N_FORMATS);
      g_assert_cmpstr (winerror_format_get_name ((WinerrorFormat) format), ==, nicks[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/names", test_names);
  g_test_add_func ("/format/rows", test_rows);
  g_test_add_func ("/format/schema", test_schema);

  return g_test_run ();
}
