// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-language.h"

#include "winerror-config.h"
#include "winerror-build-tree.h"
#include "winerror-gettext.h"
#include "winerror-language-tag.h"
#include "winerror-text.h"

#include <locale.h>
#include <string.h>

struct _WinerrorLanguage
{
  char *id;
  WinerrorMessageFile *messages; /* NULL: English, as the tables have it */
};

static char *shipped_locale_dir;
static WinerrorLanguage *user_language;

/* The languages that the environment asks for, as in LANGUAGE; NULL where it says nothing. */
static const char *
get_wanted_languages (void)
{
  /* what is empty counts as not set; that is how gettext has it */
  static const char *const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && value[0] != '\0')
        return value;
    }
  return NULL;
}

/* Of the languages that are wanted, the first that is shipped; English where none is. */
static WinerrorLanguage *
choose_language (const char *languages)
{
  g_auto (GStrv) wanted = g_strsplit (languages != NULL ? languages : "", ":", -1);

  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      WinerrorLanguage *language = winerror_language_new_shipped (wanted[i], NULL);

      if (language != NULL)
        return language;
    }
  return winerror_language_new_source ();
}

static gboolean
is_plain_locale (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") ||
         g_str_has_prefix (locale, "C.");
}

/* GTK and GLib have messages of their own, which the C library translates: it needs any installed
 * locale but C for that, and the language in its own writing. Where there is no such locale they
 * stay English. */
static void
prepare_libraries (const char *wanted, const char *id)
{
  static const char *const locales[] = { "en_US.UTF-8", "C.UTF-8" };
  g_auto (GStrv) first = g_strsplit (wanted, ":", 2);
  g_auto (GStrv) variants = g_get_locale_variants (first[0]);
  const char *languages = g_getenv ("LANGUAGE");

  if (is_plain_locale (setlocale (LC_MESSAGES, NULL)) && !g_str_equal (id, "en"))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
        if (setlocale (LC_MESSAGES, locales[i]) != NULL)
          break;
      if (languages == NULL || languages[0] == '\0')
        g_setenv ("LANGUAGE", wanted, TRUE);
    }
  if (!g_strv_contains ((const char *const *) variants, id))
    {
      g_autofree char *all = g_strconcat (id, ":", wanted, NULL);

      g_setenv ("LANGUAGE", all, TRUE);
    }
}

/**
 * winerror_language_init:
 * @locale_dir: (nullable): folder of the message catalogues, or %NULL for that of the installed
 *   program, or of its build tree
 *
 * Chooses the user's language, that of the interface and of the descriptions; for once, at the
 * start of a program, before anything is translated.
 *
 * The language is the first shipped one of those that LANGUAGE, LC_ALL, LC_MESSAGES or LANG names,
 * whichever of them is set first, in this order (GNU gettext manual, “Specifying a Priority List of
 * Languages”). Unlike gettext, this needs no installed locale and heeds LANGUAGE with any, as what
 * is set there is meant.
 */
void
winerror_language_init (const char *locale_dir)
{
  g_autofree char *wanted = g_strdup (get_wanted_languages ());
  WinerrorLanguage *chosen;

  if (setlocale (LC_ALL, "") == NULL)
    (void) setlocale (LC_ALL, "C.UTF-8");
  if (g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0 ||
      g_strcmp0 (setlocale (LC_CTYPE, NULL), "POSIX") == 0)
    (void) setlocale (LC_CTYPE, "C.UTF-8");

  g_free (shipped_locale_dir);
  shipped_locale_dir = locale_dir != NULL ? g_strdup (locale_dir) : winerror_build_tree_find ("po");
  if (shipped_locale_dir == NULL)
    shipped_locale_dir = g_strdup (WINERROR_LOCALEDIR);

  /* the language before, if there is one, is that of what is said meanwhile */
  chosen = choose_language (wanted);
  winerror_gettext_init (chosen->messages);
  g_clear_pointer (&user_language, winerror_language_unref);
  user_language = chosen;
  if (wanted != NULL)
    prepare_libraries (wanted, user_language->id);
}

static WinerrorLanguage *
language_new (const char *id)
{
  WinerrorLanguage *self = g_atomic_rc_box_new0 (WinerrorLanguage);

  self->id = g_strdup (id);
  return self;
}

static void
language_clear (gpointer data)
{
  WinerrorLanguage *self = data;

  g_free (self->id);
  g_clear_pointer (&self->messages, winerror_message_file_free);
}

/**
 * winerror_language_new_user:
 *
 * Returns: (transfer full): the language that winerror_language_init() has chosen; English before
 */
WinerrorLanguage *
winerror_language_new_user (void)
{
  return user_language != NULL ? winerror_language_ref (user_language)
                               : winerror_language_new_source ();
}

/**
 * winerror_language_new_source:
 *
 * Returns: (transfer full): the language of the tables, English
 */
WinerrorLanguage *
winerror_language_new_source (void)
{
  return language_new ("en");
}

/**
 * winerror_language_new_from_bytes:
 * @id: what to call the language
 * @bytes: a GNU message catalogue (.mo)
 * @error: (nullable): return location for an error of winerror_message_file_new()
 *
 * Returns: (transfer full): the language; %NULL with @error set
 */
WinerrorLanguage *
winerror_language_new_from_bytes (const char *id, GBytes *bytes, GError **error)
{
  WinerrorMessageFile *messages = winerror_message_file_new (id, bytes, error);
  WinerrorLanguage *self;

  if (messages == NULL)
    return NULL;
  self = language_new (id);
  self->messages = messages;
  return self;
}

/**
 * winerror_language_new_shipped:
 * @id: a language: de, pt-BR, zh_Hans, de_AT.UTF-8, as winerror_language_tag_match() has it; also
 *   several as in LANGUAGE, of which the first that is shipped is taken
 * @error: (nullable): return location for a %G_FILE_ERROR_NOENT where none is shipped, or an
 *   error of the file
 *
 * Opens a language without regard to the user's locale. Its file is mapped, not read.
 *
 * Returns: (transfer full): the language; %NULL with @error set
 */
WinerrorLanguage *
winerror_language_new_shipped (const char *id, GError **error)
{
  const char *const *shipped = winerror_language_list_shipped ();
  g_auto (GStrv) wanted = NULL;
  g_autofree char *all = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  wanted = g_strsplit (id, ":", -1);
  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      const char *language = winerror_language_tag_match (wanted[i], shipped);
      g_autofree char *path = NULL;
      g_autoptr (GMappedFile) file = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (language == NULL)
        continue;
      if (g_str_equal (language, "en"))
        return winerror_language_new_source ();

      path = g_build_filename (shipped_locale_dir != NULL ? shipped_locale_dir : WINERROR_LOCALEDIR,
                               language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
      file = g_mapped_file_new (path, FALSE, error);
      if (file == NULL)
        return NULL;
      bytes = g_mapped_file_get_bytes (file);
      return winerror_language_new_from_bytes (language, bytes, error);
    }

  all = g_strjoinv (", ", (char **) shipped);
  shown = winerror_text_abridge (id, WINERROR_TEXT_MAX_QUOTED);
  /* Translators: expected a language of a list (en, de, fr), found what was typed */
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _ ("expected a language of %s, found “%s”"),
               all, shown);
  return NULL;
}

/**
 * winerror_language_ref:
 * @self: a language
 *
 * Returns: (transfer full): the same language
 */
WinerrorLanguage *
winerror_language_ref (WinerrorLanguage *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * winerror_language_unref:
 * @self: (transfer full): a language
 */
void
winerror_language_unref (WinerrorLanguage *self)
{
  g_atomic_rc_box_release_full (self, language_clear);
}

/**
 * winerror_language_get_id:
 * @self: a language
 *
 * Returns: (transfer none): its code as in po/LINGUAS; "en" for English
 */
const char *
winerror_language_get_id (WinerrorLanguage *self)
{
  return self->id;
}

/**
 * winerror_language_get_name:
 * @self: a language
 *
 * Returns: (transfer none): its name, in the language itself
 */
const char *
winerror_language_get_name (WinerrorLanguage *self)
{
  /* Translators: the name of your language in your language, for example Deutsch */
  static const char english[] = NC_ ("language name", "English");
  static const char message[] = "language name\004English";
  const char *name;

  if (self->messages == NULL)
    return english;
  name = winerror_message_file_translate (self->messages, message);
  return name != message ? name : self->id;
}

/**
 * winerror_language_is_right_to_left:
 * @self: a language
 *
 * Returns: whether it is written from right to left
 */
gboolean
winerror_language_is_right_to_left (WinerrorLanguage *self)
{
  return winerror_text_runs_from_right (g_utf8_get_char (winerror_language_get_name (self)));
}

/**
 * winerror_language_translate:
 * @self: a language
 * @text: a text of a table, in English
 *
 * Returns: (transfer none): the text in the language, or @text where there is no translation; valid
 *   as long as @self and @text
 */
const char *
winerror_language_translate (WinerrorLanguage *self, const char *text)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL && text[0] != '\0', text);

  return self->messages != NULL ? winerror_message_file_translate (self->messages, text) : text;
}

/**
 * winerror_language_describe:
 * @self: a language
 * @entry: an entry
 *
 * Returns: (transfer none) (nullable): the description of @entry in the language, or as it is where
 *   there is no translation and where it is of an own table; valid as long as both; %NULL where it
 * has none
 */
const char *
winerror_language_describe (WinerrorLanguage *self, WinerrorEntry *entry)
{
  const char *description;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (WINERROR_IS_ENTRY (entry), NULL);

  description = winerror_entry_get_source_description (entry);
  if (description == NULL || winerror_entry_is_own (entry))
    return description;
  return winerror_language_translate (self, description);
}

/**
 * winerror_language_list_shipped:
 *
 * Returns: (transfer none): the codes of all languages: en, then those of po/LINGUAS
 */
const char *const *
winerror_language_list_shipped (void)
{
  static const char *const shipped[] = { "en", WINERROR_LINGUAS NULL };

  return shipped;
}
