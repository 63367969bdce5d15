// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-message-file.h"

#include "winerror-gettext.h"
#include "winerror-plural.h"

#include <string.h>

/* The head of a GNU message catalogue, GNU gettext manual, "The Format of GNU MO Files". */
#define MO_MAGIC         0x950412DEu
#define MO_MAGIC_SWAPPED 0xDE120495u
#define MO_HEAD_SIZE     20

struct _WinerrorMessageFile
{
  GBytes *bytes;
  const char *data;
  guint32 size;
  guint32 n_messages;
  guint32 originals;    /* offset of the table of lengths and offsets, sorted by text */
  guint32 translations; /* the same of the translations, in the same order */
  gboolean swapped;
};

static guint32
read_word (const WinerrorMessageFile *self, guint32 offset)
{
  guint32 value;

  memcpy (&value, self->data + offset, sizeof value);
  return self->swapped ? GUINT32_SWAP_LE_BE (value) : value;
}

/* Each text must lie in the file, with a NUL after it, and must be UTF-8. */
static gboolean
check_texts (const WinerrorMessageFile *self, guint32 table)
{
  if (table > self->size || (self->size - table) / 8 < self->n_messages)
    return FALSE;

  for (guint32 i = 0; i < self->n_messages; i++)
    {
      guint32 length = read_word (self, table + i * 8);
      guint32 offset = read_word (self, table + i * 8 + 4);

      if (offset >= self->size || length >= self->size - offset ||
          self->data[offset + length] != '\0' ||
          !g_utf8_validate (self->data + offset, (gssize) strlen (self->data + offset), NULL))
        return FALSE;
    }
  return TRUE;
}

/**
 * winerror_message_file_new:
 * @name: what to call the file in messages
 * @bytes: a GNU message catalogue (.mo)
 * @error: (nullable): return location for a %G_FILE_ERROR_INVAL where it is not one
 *
 * Returns: (transfer full): the messages; %NULL with @error set
 */
WinerrorMessageFile *
winerror_message_file_new (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (WinerrorMessageFile) self = NULL;
  gsize size;
  guint32 magic = 0;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (WinerrorMessageFile, 1);
  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &size);
  if (size >= MO_HEAD_SIZE && size < G_MAXINT32)
    {
      self->size = (guint32) size;
      memcpy (&magic, self->data, sizeof magic);
      self->swapped = magic == MO_MAGIC_SWAPPED;
      self->n_messages = read_word (self, 8);
      self->originals = read_word (self, 12);
      self->translations = read_word (self, 16);
    }
  if ((magic != MO_MAGIC && magic != MO_MAGIC_SWAPPED) || !check_texts (self, self->originals) ||
      !check_texts (self, self->translations))
    {
      /* Translators: a language code such as de */
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _ ("%s: expected a message catalogue (.mo), found something else"), name);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * winerror_message_file_free:
 * @self: (transfer full): messages
 */
void
winerror_message_file_free (WinerrorMessageFile *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->bytes);
  g_free (self);
}

/* The place of a message in both tables; -1 where there is none. */
static gint64
find_message (const WinerrorMessageFile *self, const char *text)
{
  guint32 low = 0;
  guint32 high = self->n_messages;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strcmp (text, self->data + read_word (self, self->originals + middle * 8 + 4));

      if (order == 0)
        return middle;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return -1;
}

/* The translation of a message, in which plural forms are separated by NUL, and its length; NULL
 * where there is none. The empty text has one, the head of the file, which is none to a user. */
static const char *
find_translation (const WinerrorMessageFile *self, const char *text, gsize *length)
{
  gint64 place = find_message (self, text);
  const char *found;

  if (place < 0)
    return NULL;
  *length = read_word (self, self->translations + (guint32) place * 8);
  found = self->data + read_word (self, self->translations + (guint32) place * 8 + 4);
  return found[0] != '\0' ? found : NULL;
}

/**
 * winerror_message_file_translate:
 * @self: messages
 * @text: a text as it stands in the source; with a context before it, separated by \004
 *
 * Returns: (transfer none): its translation, valid as long as @self; or @text itself where there is
 *   none
 */
const char *
winerror_message_file_translate (const WinerrorMessageFile *self, const char *text)
{
  gsize length;
  const char *found = text[0] != '\0' ? find_translation (self, text, &length) : NULL;

  return found != NULL ? found : text;
}

/* Which plural form the language has for a number. */
static gulong
get_plural_form (const WinerrorMessageFile *self, gulong n)
{
  static const char field[] = "\nPlural-Forms:";
  gsize length;
  const char *head = find_translation (self, "", &length);
  const char *rule = head != NULL ? strstr (head, field) : NULL;
  g_autofree char *line = NULL;
  gulong form;

  if (rule != NULL)
    {
      rule += strlen (field);
      line = g_strndup (rule, strcspn (rule, "\n"));
      rule = strstr (line, "plural=");
    }
  return rule != NULL && winerror_plural_evaluate (rule + strlen ("plural="), n, &form) ? form
                                                                                        : n != 1;
}

/**
 * winerror_message_file_translate_plural:
 * @self: messages
 * @text: the text of one thing as it stands in the source
 * @n: how many there are
 *
 * Returns: (transfer none) (nullable): the translation in the plural form of @n, valid as long as
 *   @self; its first form where that one is missing; %NULL where there is no translation
 */
const char *
winerror_message_file_translate_plural (const WinerrorMessageFile *self, const char *text, gulong n)
{
  gsize length;
  const char *found = find_translation (self, text, &length);
  const char *form = found;

  if (found == NULL)
    return NULL;
  for (gulong i = get_plural_form (self, n); i > 0; i--)
    {
      form += strlen (form) + 1;
      if (form > found + length)
        return found;
    }
  return form[0] != '\0' && g_utf8_validate (form, -1, NULL) ? form : found;
}
