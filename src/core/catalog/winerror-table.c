// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-table.h"

#include "winerror-gettext.h"

/**
 * WinerrorTable:
 *
 * What is known of a set of entries as a whole. It never changes.
 */
struct _WinerrorTable
{
  GObject parent_instance;

  WinerrorTableInfo info;
  GBytes *bytes; /* what the strings of info belong to; NULL where they are the table's own */
};

G_DEFINE_FINAL_TYPE (WinerrorTable, winerror_table, G_TYPE_OBJECT)

static void
winerror_table_finalize (GObject *object)
{
  WinerrorTable *self = WINERROR_TABLE (object);

  if (self->bytes != NULL)
    {
      g_free (self->info.file);
      g_bytes_unref (self->bytes);
    }
  else
    winerror_table_info_clear (&self->info);

  G_OBJECT_CLASS (winerror_table_parent_class)->finalize (object);
}

static void
winerror_table_class_init (WinerrorTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = winerror_table_finalize;
}

static void
winerror_table_init (WinerrorTable *self)
{
  (void) self;
}

/**
 * winerror_table_info_clear:
 * @info: what a table says about itself
 *
 * Frees the strings of @info and sets everything to zero.
 */
void
winerror_table_info_clear (WinerrorTableInfo *info)
{
  g_return_if_fail (info != NULL);

  g_free (info->id);
  g_free (info->title);
  g_free (info->header);
  g_free (info->minimum_client);
  g_free (info->minimum_server);
  g_free (info->source_uri);
  g_free (info->source_file);
  g_free (info->source_date);
  g_free (info->license_id);
  g_free (info->license_uri);
  g_free (info->license_holder);
  g_free (info->file);
  *info = (WinerrorTableInfo){ 0 };
}

/**
 * winerror_table_new:
 * @info: what the table says about itself; its strings go over to the table and @info is emptied
 *
 * Returns: (transfer full): a table
 */
WinerrorTable *
winerror_table_new (WinerrorTableInfo *info)
{
  WinerrorTable *self;

  g_return_val_if_fail (info != NULL, NULL);

  self = g_object_new (WINERROR_TYPE_TABLE, NULL);
  self->info = *info;
  *info = (WinerrorTableInfo){ 0 };
  return self;
}

/**
 * winerror_table_new_borrowed:
 * @info: what the table says about itself, in strings that lie in @bytes, but for its file
 * @bytes: what the strings of @info and of the table's entries belong to
 *
 * Returns: (transfer full): a table that keeps @bytes
 */
WinerrorTable *
winerror_table_new_borrowed (const WinerrorTableInfo *info, GBytes *bytes)
{
  WinerrorTable *self;

  g_return_val_if_fail (info != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (WINERROR_TYPE_TABLE, NULL);
  self->info = *info;
  self->info.file = g_strdup (info->file);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

/**
 * winerror_table_get_info:
 * @self: a table
 *
 * Returns: (transfer none): what the table says about itself
 */
const WinerrorTableInfo *
winerror_table_get_info (WinerrorTable *self)
{
  g_return_val_if_fail (WINERROR_IS_TABLE (self), NULL);

  return &self->info;
}

/**
 * winerror_table_dup_title:
 * @self: a table
 *
 * Returns: (transfer full): its title, that of a built-in one in the user's language
 */
char *
winerror_table_dup_title (WinerrorTable *self)
{
  g_return_val_if_fail (WINERROR_IS_TABLE (self), NULL);

  if (self->info.origin != WINERROR_TABLE_ORIGIN_BUILT_IN)
    return g_strdup (self->info.title);
  return g_strdup (winerror_gettext (self->info.title));
}

/**
 * winerror_table_dup_requirements:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): oldest client and server that have the codes, on one line,
 *   in the user's language; %NULL where the table does not say it
 */
char *
winerror_table_dup_requirements (WinerrorTable *self)
{
  g_return_val_if_fail (WINERROR_IS_TABLE (self), NULL);

  if (self->info.minimum_client == NULL || self->info.minimum_server == NULL)
    return NULL;
  /* Translators: the oldest Windows that has these codes: a client, then a server */
  return g_strdup_printf (_ ("%s; %s"), winerror_gettext (self->info.minimum_client),
                          winerror_gettext (self->info.minimum_server));
}
