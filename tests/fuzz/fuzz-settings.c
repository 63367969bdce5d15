// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Settings of any values, as somebody wrote them by hand: what is read of them is bounded and can
 * be used. */

#include "fuzz-input.h"
#include "winerror-ticket-template.h"
#include "winerror-ticket.h"

static void
check_keys (GStrv keys)
{
  g_assert_true (g_strv_length (keys) <= WINERROR_SETTINGS_MAX_PINNED);
  for (gsize i = 0; keys[i] != NULL; i++)
    g_assert_true (g_utf8_validate (keys[i], -1, NULL));
  g_strfreev (keys);
}

/* The first byte says which key, the rest is its value as it lies on a disk. */
static void
set (GSettings *settings, const uint8_t *data, size_t size)
{
  static const struct
  {
    const char *key;
    const char *type;
  } keys[] = {
    { "pinned-entries", "as" }, { "recent-entries", "as" }, { "pinned", "au" },
    { "recent", "au" },         { "template", "s" },        { "description-language", "s" },
    { "ticket-language", "s" }, { "format", "s" },
  };
  gsize which = size > 0 ? data[0] % G_N_ELEMENTS (keys) : 0;
  g_autoptr (GBytes) bytes = g_bytes_new (data + (size > 0), size - (size > 0));
  g_autoptr (GVariant) raw = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (keys[which].type), bytes, FALSE));
  g_autoptr (GVariant) value = g_variant_get_normal_form (raw);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, keys[which].key);
  /* GSettings takes no other, and gives the default one for it */
  if (g_settings_schema_key_range_check (key, value))
    g_settings_set_value (settings, keys[which].key, value);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GSettings *settings;
  static WinerrorEntry *entry;
  g_autoptr (WinerrorLanguage) user = winerror_language_new_source ();
  g_autoptr (WinerrorLanguage) language = NULL;
  g_auto (WinerrorTicketOptions) options = { 0 };
  g_autofree char *written = NULL;

  if (settings == NULL)
    {
      WinerrorTableInfo info = { .title = g_strdup ("Test") };
      g_autoptr (WinerrorTable) table = winerror_table_new (&info);

      settings = fuzz_settings_new ();
      entry = winerror_entry_new (table, 1326, "ERROR_LOGON_FAILURE", "No.");
    }
  set (settings, data, MIN (size, 65536));

  check_keys (winerror_settings_dup_pinned (settings));
  check_keys (winerror_settings_dup_recent (settings));
  winerror_settings_set_pinned (settings, entry, TRUE);
  g_assert_true (winerror_settings_is_pinned (settings, entry));
  winerror_settings_set_pinned (settings, entry, FALSE);
  g_assert_true (!winerror_settings_is_pinned (settings, entry));
  winerror_settings_add_recent (settings, entry);
  {
    g_auto (GStrv) recent = winerror_settings_dup_recent (settings);

    g_assert_true (g_str_equal (recent[0], "win32:1326"));
    g_assert_true (g_strv_length (recent) <= WINERROR_SETTINGS_MAX_RECENT);
  }

  language = winerror_settings_get_language (settings, user);
  winerror_settings_get_ticket_options (settings, language, &options);
  g_assert_true (options.format < WINERROR_N_FORMATS);
  if (options.format == WINERROR_FORMAT_TEMPLATE)
    g_assert_true (winerror_ticket_template_check (options.template_text, NULL));
  written = winerror_ticket_write (&entry, 1, &options);
  g_assert_true (fuzz_is_shown (written, "\n\t\r"));

  winerror_settings_clear_recent (settings);
  winerror_settings_clear_pinned (settings);
  return 0;
}
