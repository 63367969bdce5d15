// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* memmem() */
#define _GNU_SOURCE

#include "winerror-settings.h"

#include "winerror-config.h"
#include "winerror-build-tree.h"
#include "winerror-gettext.h"

#include <string.h>

/* Where dconf keeps what an administrator provides, and which databases a user has where these are
 * not the default ones. */
#define DCONF_SITE_FOLDER  "/etc/dconf/db"
#define DCONF_SITE_PROFILE "/etc/dconf/profile/user"

/**
 * winerror_settings_new:
 * @error: (nullable): return location for a %G_FILE_ERROR_NOENT where the schema of the settings is
 *   missing, which is a fault of the installation
 *
 * Opens the settings: of the installed program, or of its build tree.
 *
 * Returns: (transfer full): the settings; %NULL with @error set
 */
GSettings *
winerror_settings_new (GError **error)
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
    {
      /* Translators: the name of a GSettings schema */
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                   _ ("The settings schema %s is not installed."), WINERROR_APP_ID);
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}

/* Whether a file of settings has one of the keys that say which tables there are. */
static gboolean
mentions_tables (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  static const char *const keys[] = { "table-folders", "disabled-tables" };

  for (gsize i = 0; file != NULL && i < G_N_ELEMENTS (keys); i++)
    if (g_mapped_file_get_length (file) > 0 &&
        memmem (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), keys[i],
                strlen (keys[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* The databases that an administrator provides. */
static gboolean
site_mentions_tables (void)
{
  g_autoptr (GDir) dir = g_dir_open (DCONF_SITE_FOLDER, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (DCONF_SITE_FOLDER, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && mentions_tables (path))
        return TRUE;
    }
  return FALSE;
}

/**
 * winerror_settings_may_name_tables:
 *
 * Opening the settings takes as long as a look-up does in the terminal. This looks into the files
 * where dconf and GLib keep what is set, and finds out in most cases that nothing about tables is.
 *
 * Returns: whether the settings "table-folders" and "disabled-tables" may be others than the empty
 *   lists that they are by default
 */
gboolean
winerror_settings_may_name_tables (void)
{
  const char *backend = g_getenv ("GSETTINGS_BACKEND");
  g_autofree char *user = g_build_filename (g_get_user_config_dir (), "dconf", "user", NULL);
  g_autofree char *keyfile = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings",
                                               "keyfile", NULL);

  if (backend != NULL && g_str_equal (backend, "memory"))
    return FALSE;
  return g_getenv ("DCONF_PROFILE") != NULL || mentions_tables (user) ||
         mentions_tables (keyfile) || site_mentions_tables () ||
         g_file_test (DCONF_SITE_PROFILE, G_FILE_TEST_EXISTS);
}

/* The first of the keys that are kept; what was put there by hand may be of any length. */
static GStrv
read_keys (GVariant *value)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  gsize n = MIN (g_variant_n_children (value), WINERROR_SETTINGS_MAX_PINNED);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) key = g_variant_get_child_value (value, i);

      g_strv_builder_add (keys, g_variant_get_string (key, NULL));
    }
  return g_strv_builder_end (keys);
}

/* Version 0.1 kept numbers, of system error codes alone. */
static GStrv
convert_codes (GSettings *settings, const char *old_key)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, old_key);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  gsize n;
  const guint32 *codes = g_variant_get_fixed_array (value, &n, sizeof (guint32));

  for (gsize i = 0; i < MIN (n, WINERROR_SETTINGS_MAX_PINNED); i++)
    {
      g_autofree char *key = g_strdup_printf ("win32:%u", codes[i]);

      g_strv_builder_add (keys, key);
    }
  return g_strv_builder_end (keys);
}

static GStrv
get_keys (GSettings *settings, const char *name, const char *old_name)
{
  g_autoptr (GVariant) value = NULL;

  /* what an administrator has set counts, whatever the user has kept */
  if (!g_settings_is_writable (settings, name))
    value = g_settings_get_value (settings, name);
  else
    value = g_settings_get_user_value (settings, name);
  if (value == NULL)
    {
      g_autoptr (GVariant) old = g_settings_get_user_value (settings, old_name);

      if (old != NULL)
        return convert_codes (settings, old_name);
      value = g_settings_get_value (settings, name);
    }
  return read_keys (value);
}

/* What the administrator has pinned for all. */
static GStrv
get_site_pinned (GSettings *settings)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, "site-pinned-entries");

  return read_keys (value);
}

/**
 * winerror_settings_dup_own_pinned:
 * @settings: the settings
 *
 * Returns: (transfer full): the keys of the entries that the user has pinned
 */
GStrv
winerror_settings_dup_own_pinned (GSettings *settings)
{
  return get_keys (settings, "pinned-entries", "pinned");
}

/**
 * winerror_settings_dup_pinned:
 * @settings: the settings
 *
 * Returns: (transfer full): the keys of the pinned entries, each once: first those of the site,
 *   then those of the user; see winerror_entry_dup_key()
 */
GStrv
winerror_settings_dup_pinned (GSettings *settings)
{
  g_auto (GStrv) site = get_site_pinned (settings);
  g_auto (GStrv) own = winerror_settings_dup_own_pinned (settings);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) site);
  for (gsize i = 0; own[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) site, own[i]))
      g_strv_builder_add (builder, own[i]);
  return g_strv_builder_end (builder);
}

/**
 * winerror_settings_dup_recent:
 * @settings: the settings
 *
 * Returns: (transfer full): the keys of the entries looked up last, the latest first
 */
GStrv
winerror_settings_dup_recent (GSettings *settings)
{
  return get_keys (settings, "recent-entries", "recent");
}

/**
 * winerror_settings_add_recent:
 * @settings: the settings
 * @entry: an entry that was looked up
 *
 * Puts an entry first among the recent ones; the oldest go.
 */
void
winerror_settings_add_recent (GSettings *settings, WinerrorEntry *entry)
{
  g_auto (GStrv) old = winerror_settings_dup_recent (settings);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *key = winerror_entry_dup_key (entry);
  g_auto (GStrv) keys = NULL;
  guint n = 1;

  g_strv_builder_add (builder, key);
  for (gsize i = 0; old[i] != NULL && n < WINERROR_SETTINGS_MAX_RECENT; i++)
    if (!g_str_equal (old[i], key))
      {
        g_strv_builder_add (builder, old[i]);
        n++;
      }
  keys = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-entries", (const char *const *) keys);
}

/**
 * winerror_settings_is_pinned:
 * @settings: the settings
 * @entry: an entry
 *
 * Returns: whether it is pinned, by the site or the user
 */
gboolean
winerror_settings_is_pinned (GSettings *settings, WinerrorEntry *entry)
{
  g_auto (GStrv) keys = winerror_settings_dup_pinned (settings);
  g_autofree char *key = winerror_entry_dup_key (entry);

  return g_strv_contains ((const char *const *) keys, key);
}

/**
 * winerror_settings_may_pin:
 * @settings: the settings
 * @entry: (nullable): an entry
 *
 * Returns: whether the user may pin and unpin it, or any where it is %NULL: an administrator may
 *   have pinned it for all, or locked the list
 */
gboolean
winerror_settings_may_pin (GSettings *settings, WinerrorEntry *entry)
{
  g_auto (GStrv) site = NULL;
  g_autofree char *key = NULL;

  if (!g_settings_is_writable (settings, "pinned-entries"))
    return FALSE;
  if (entry == NULL)
    return TRUE;
  site = get_site_pinned (settings);
  key = winerror_entry_dup_key (entry);
  return !g_strv_contains ((const char *const *) site, key);
}

/**
 * winerror_settings_set_pinned:
 * @settings: the settings
 * @entry: an entry
 * @pinned: whether it is to be pinned
 *
 * Puts an entry last among those that the user has pinned, or takes it from them. Where there is no
 * room for it, the first goes.
 */
void
winerror_settings_set_pinned (GSettings *settings, WinerrorEntry *entry, gboolean pinned)
{
  g_auto (GStrv) old = winerror_settings_dup_own_pinned (settings);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *key = winerror_entry_dup_key (entry);
  g_auto (GStrv) keys = NULL;

  if (g_strv_contains ((const char *const *) old, key) == pinned)
    return;
  for (gsize i = pinned && g_strv_length (old) >= WINERROR_SETTINGS_MAX_PINNED; old[i] != NULL; i++)
    if (!g_str_equal (old[i], key))
      g_strv_builder_add (builder, old[i]);
  if (pinned)
    g_strv_builder_add (builder, key);
  keys = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "pinned-entries", (const char *const *) keys);
}

/**
 * winerror_settings_clear_recent:
 * @settings: the settings
 *
 * Forgets the recent entries, also those that an older version has kept.
 */
void
winerror_settings_clear_recent (GSettings *settings)
{
  g_settings_reset (settings, "recent");
  g_settings_reset (settings, "recent-entries");
}

/**
 * winerror_settings_clear_pinned:
 * @settings: the settings
 *
 * Forgets the entries that the user has pinned, also those that an older version has kept.
 */
void
winerror_settings_clear_pinned (GSettings *settings)
{
  g_settings_reset (settings, "pinned");
  g_settings_reset (settings, "pinned-entries");
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
    .with_advice = g_settings_get_boolean (settings, "ticket-advice"),
    .with_notes = g_settings_get_boolean (settings, "ticket-notes"),
    .template_text = g_settings_get_string (settings, "template"),
  };
  winerror_ticket_options_set_format (options,
                                      (WinerrorFormat) g_settings_get_enum (settings, "format"));
}
