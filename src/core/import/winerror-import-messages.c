// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Message files of mc.exe: MessageId=5 SymbolicName=ACME_DENIED, a language, the text, and a full
 * stop alone in its line. */

#include "winerror-gettext.h"
#include "winerror-import-markup.h"
#include "winerror-import-readers.h"
#include "winerror-text.h"

#include <string.h>

typedef struct
{
  WinerrorImportDraft *draft;
  guint32 next;     /* the number of a message that gives none */
  guint32 severity; /* bits 30-31 */
  WinerrorImportCode code;
  gboolean open;
  gboolean in_text;
  gboolean has_text; /* of a first language, the others are passed over */
  char *symbol;
  GString *text;
  guint line;
} Messages;

static const struct
{
  const char *name;
  guint32 bits;
} severities[] = {
  { "Success", 0 },
  { "Informational", 0x40000000 },
  { "Warning", 0x80000000 },
  { "Error", 0xC0000000 },
};

static void
end_message (Messages *self)
{
  g_autofree char *text = NULL;
  WinerrorImportRow row = {
    .line = self->line,
    .column = 1,
    .codes = &self->code,
    .n_codes = 1,
    .symbol = self->symbol,
    .family = WINERROR_N_FAMILIES,
    .hint = self->draft->hint,
  };

  if (!self->open)
    return;
  self->open = FALSE;
  if (g_str_has_suffix (self->text->str, "%0\n"))
    g_string_truncate (self->text, self->text->len - 3);
  text = winerror_import_normalize (self->text->str);
  row.text = text;
  if (text[0] != '\0' || self->symbol != NULL)
    winerror_import_draft_add (self->draft, &row);
  g_clear_pointer (&self->symbol, g_free);
  g_string_truncate (self->text, 0);
  self->has_text = FALSE;
}

/* The value of a key in a line of them, or NULL: Severity=Error Facility=System. */
static char *
find_value (const char *line, const char *key)
{
  gsize length = strlen (key);

  for (const char *p = line; *p != '\0'; p++)
    if ((p == line || g_ascii_isspace (p[-1])) && g_ascii_strncasecmp (p, key, length) == 0)
      {
        const char *value = p + length + strspn (p + length, " \t");

        if (*value != '=')
          continue;
        value++;
        value += strspn (value, " \t");
        return g_strndup (value, strcspn (value, " \t\r"));
      }
  return NULL;
}

static void
read_keys (Messages *self, const char *line, guint number)
{
  g_autofree char *id = find_value (line, "MessageId");
  g_autofree char *severity = find_value (line, "Severity");
  g_autofree char *symbol = find_value (line, "SymbolicName");
  g_autofree char *language = find_value (line, "Language");

  if (id != NULL)
    {
      gboolean hex = g_ascii_strncasecmp (id, "0x", 2) == 0;
      guint64 value = g_ascii_strtoull (id + (hex ? 2 : 0), NULL, hex ? 16 : 10);

      end_message (self);
      self->open = TRUE;
      self->line = number;
      if (id[0] != '\0' && value <= G_MAXUINT32)
        self->next = (guint32) value;
      self->code.value = self->next++;
    }
  if (!self->open)
    return;
  if (severity != NULL)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
        if (g_ascii_strcasecmp (severities[i].name, severity) == 0)
          self->severity = severities[i].bits;
    }
  if (self->code.value <= G_MAXUINT16)
    self->code.value |= self->severity;
  self->code.wide = self->code.value > G_MAXUINT16;
  if (symbol != NULL)
    {
      g_free (self->symbol);
      self->symbol = g_steal_pointer (&symbol);
    }
  self->in_text = language != NULL;
}

/**
 * winerror_import_read_messages:
 * @draft: where the entries go
 * @text: a message file
 *
 * Reads the messages of a message file, of several languages the first.
 */
void
winerror_import_read_messages (WinerrorImportDraft *draft, const char *text)
{
  Messages self = { .draft = draft, .text = g_string_new (NULL) };
  guint number = 0;

  for (const char *p = text; *p != '\0' && winerror_import_draft_go_on (draft, (gsize) (p - text));)
    {
      gsize length = strcspn (p, "\n");
      g_autofree char *line = g_strndup (p, length);

      g_strchomp (line);
      number++;
      if (self.in_text)
        {
          if (g_str_equal (line, "."))
            {
              self.in_text = FALSE;
              self.has_text = self.text->len > 0;
            }
          else if (!self.has_text)
            g_string_append_printf (self.text, "%s\n", line);
        }
      else if (line[0] != ';')
        {
          read_keys (&self, line, number);
        }
      p += length + (p[length] == '\n');
    }
  end_message (&self);
  g_string_free (self.text, TRUE);
}
