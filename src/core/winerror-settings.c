// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-settings.h"

#include "winerror-config.h"
#include "winerror-build-tree.h"

/**
 * winerror_settings_new:
 *
 * Opens the settings: of the installed program, or of its build tree. Without their schema, which
 * is a fault of the installation, the program ends with a message.
 *
 * Returns: (transfer full): the settings
 */
GSettings *
winerror_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) build_source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autofree char *folder = winerror_build_tree_find ("data");

  if (folder != NULL)
    {
      build_source = g_settings_schema_source_new_from_directory (folder, source, FALSE, NULL);
      if (build_source != NULL)
        source = build_source;
    }
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, WINERROR_APP_ID, TRUE);
  if (schema == NULL)
    g_error ("The settings schema " WINERROR_APP_ID " is not installed.");
  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * winerror_settings_get_codes:
 * @settings: the settings
 * @key: "pinned" or "recent"
 *
 * Returns: (transfer full) (element-type guint32): the codes that are kept there
 */
GArray *
winerror_settings_get_codes (GSettings *settings, const char *key)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n;
  const guint32 *data = g_variant_get_fixed_array (value, &n, sizeof (guint32));

  g_array_append_vals (codes, data, (guint) n);
  return codes;
}

static void
set_codes (GSettings *settings, const char *key, GArray *codes)
{
  g_settings_set_value (settings, key,
                        g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, codes->data, codes->len,
                                                   sizeof (guint32)));
}

static gboolean
find_code (GArray *codes, guint32 code, guint *at)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_array_index (codes, guint32, i) == code)
      {
        *at = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * winerror_settings_add_recent:
 * @settings: the settings
 * @code: the code of an entry that was looked up
 *
 * Puts a code first among the recent ones; the oldest go.
 */
void
winerror_settings_add_recent (GSettings *settings, guint32 code)
{
  g_autoptr (GArray) codes = winerror_settings_get_codes (settings, "recent");
  guint at;

  if (find_code (codes, code, &at))
    g_array_remove_index (codes, at);
  g_array_prepend_val (codes, code);
  if (codes->len > WINERROR_SETTINGS_MAX_RECENT)
    g_array_set_size (codes, WINERROR_SETTINGS_MAX_RECENT);
  set_codes (settings, "recent", codes);
}

/**
 * winerror_settings_is_pinned:
 * @settings: the settings
 * @code: the code of an entry
 *
 * Returns: whether the user has pinned it
 */
gboolean
winerror_settings_is_pinned (GSettings *settings, guint32 code)
{
  g_autoptr (GArray) codes = winerror_settings_get_codes (settings, "pinned");
  guint at;

  return find_code (codes, code, &at);
}

/**
 * winerror_settings_set_pinned:
 * @settings: the settings
 * @code: the code of an entry
 * @pinned: whether it is to be pinned
 */
void
winerror_settings_set_pinned (GSettings *settings, guint32 code, gboolean pinned)
{
  g_autoptr (GArray) codes = winerror_settings_get_codes (settings, "pinned");
  guint at;
  gboolean found = find_code (codes, code, &at);

  if (found == pinned)
    return;
  if (pinned)
    g_array_append_val (codes, code);
  else
    g_array_remove_index (codes, at);
  set_codes (settings, "pinned", codes);
}

/**
 * winerror_settings_get_language:
 * @settings: the settings
 * @user: the user's language
 *
 * Returns: (transfer full): the language in which descriptions are to be shown: the one that the
 *   user has chosen, or @user
 */
WinerrorLanguage *
winerror_settings_get_language (GSettings *settings, WinerrorLanguage *user)
{
  g_autofree char *id = g_settings_get_string (settings, "description-language");
  WinerrorLanguage *language = NULL;

  if (id[0] != '\0' && !g_str_equal (id, winerror_language_get_id (user)))
    language = winerror_language_new_shipped (id, NULL);
  return language != NULL ? language : winerror_language_ref (user);
}

/**
 * winerror_settings_get_ticket_options:
 * @settings: the settings
 * @language: the language of the descriptions
 * @options: (out caller-allocates) (transfer full): how ticket texts are to be, as the user prefers
 */
void
winerror_settings_get_ticket_options (GSettings *settings,
                                      WinerrorLanguage *language,
                                      WinerrorTicketOptions *options)
{
  *options = (WinerrorTicketOptions){
    .language = winerror_language_ref (language),
    .languages = (WinerrorTicketLanguage) g_settings_get_enum (settings, "ticket-language"),
    .template_text = g_settings_get_string (settings, "template"),
  };
  winerror_ticket_options_set_format (options,
                                      (WinerrorFormat) g_settings_get_enum (settings, "format"));
}
