// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-template.h"

#include "winerror-gettext.h"

/* GtkBuilder translates by gettext alone, that is in an installed locale. So its texts are
 * translated before it gets them. */

typedef struct
{
  GString *written;
  gboolean is_translatable; /* the element that is open */
  char *context;            /* its context, or NULL */
} Writer;

static void
start_element (GMarkupParseContext *parser,
               const char *name,
               const char **attributes,
               const char **values,
               gpointer data,
               GError **error)
{
  Writer *self = data;

  self->is_translatable = FALSE;
  g_clear_pointer (&self->context, g_free);
  g_string_append_printf (self->written, "<%s", name);
  for (gsize i = 0; attributes[i] != NULL; i++)
    {
      g_autofree char *value = g_markup_escape_text (values[i], -1);

      if (g_str_equal (attributes[i], "translatable"))
        self->is_translatable = g_str_equal (values[i], "yes");
      else if (g_str_equal (attributes[i], "context"))
        self->context = g_strdup (values[i]);
      else
        g_string_append_printf (self->written, " %s=\"%s\"", attributes[i], value);
    }
  g_string_append_c (self->written, '>');
}

static void
end_element (GMarkupParseContext *parser, const char *name, gpointer data, GError **error)
{
  Writer *self = data;

  self->is_translatable = FALSE;
  g_string_append_printf (self->written, "</%s>", name);
}

static void
text (GMarkupParseContext *parser, const char *text, gsize length, gpointer data, GError **error)
{
  Writer *self = data;
  const char *translated = text;
  g_autofree char *escaped = NULL;

  if (self->is_translatable)
    translated = self->context != NULL ? winerror_pgettext (self->context, text)
                                       : winerror_gettext (text);
  escaped = g_markup_escape_text (translated, -1);
  g_string_append (self->written, escaped);
}

/**
 * winerror_template_read:
 * @path: the path of a resource, a GtkBuilder file
 *
 * Returns: (transfer full): the file with its texts in the user's language
 */
GBytes *
winerror_template_read (const char *path)
{
  static const GMarkupParser functions = { start_element, end_element, text, NULL, NULL };
  g_autoptr (GBytes) file = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GMarkupParseContext) parser = NULL;
  g_autoptr (GError) error = NULL;
  Writer writer = { NULL, FALSE, NULL };
  gsize size;
  const char *data;

  g_return_val_if_fail (file != NULL, NULL);

  data = g_bytes_get_data (file, &size);
  writer.written = g_string_sized_new (size * 2);
  parser = g_markup_parse_context_new (&functions, G_MARKUP_DEFAULT_FLAGS, &writer, NULL);
  if (!g_markup_parse_context_parse (parser, data, (gssize) size, &error) ||
      !g_markup_parse_context_end_parse (parser, &error))
    g_error ("%s: %s", path, error->message); /* a fault of the build */
  g_free (writer.context);
  return g_string_free_to_bytes (writer.written);
}

/**
 * winerror_template_set:
 * @widget_class: a class of widgets
 * @path: the path of a resource, a GtkBuilder file with a template
 *
 * Gives the class its template, with its texts in the user's language.
 */
void
winerror_template_set (GtkWidgetClass *widget_class, const char *path)
{
  g_autoptr (GBytes) translated = winerror_template_read (path);

  gtk_widget_class_set_template (widget_class, translated);
}
