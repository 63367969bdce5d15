// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-language.h"

#include "winerror-config.h"
#include "winerror-build-tree.h"
#include "winerror-language-tag.h"
#include "winerror-message-file.h"
#include "winerror-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

typedef enum
{
  KIND_SOURCE, /* English, as the tables have it */
  KIND_USER,   /* whatever gettext() gives */
  KIND_FILE,   /* a message catalogue of ours, read without a locale */
} Kind;

struct _WinerrorLanguage
{
  Kind kind;
  char *id;
  WinerrorMessageFile *messages; /* of KIND_FILE */
};

static char *shipped_locale_dir;

/* Writes LANGUAGE as gettext reads it. It knows no BCP 47, does not look for the Portuguese of one
 * country where there is only that of another, and goes on behind English, of which there is no
 * catalogue as the texts are English: en:de is German to it. */
static void
choose_languages (void)
{
  const char *const *shipped = winerror_language_list_shipped ();
  const char *languages = g_getenv ("LANGUAGE");
  g_auto (GStrv) wanted = NULL;
  g_autofree char *chosen = NULL;

  if (languages == NULL || languages[0] == '\0')
    languages = setlocale (LC_MESSAGES, NULL);
  wanted = g_strsplit (languages, ":", -1);
  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      const char *language = winerror_language_tag_match (wanted[i], shipped);
      g_auto (GStrv) found_anyway = g_get_locale_variants (wanted[i]);

      if (language == NULL)
        continue;
      if (!g_strv_contains ((const char *const *) found_anyway, language))
        {
          g_free (wanted[i]);
          wanted[i] = g_strdup (language);
        }
      if (g_str_equal (language, "en"))
        for (gsize j = i + 1; wanted[j] != NULL; j++)
          g_clear_pointer (&wanted[j], g_free);
    }
  chosen = g_strjoinv (":", wanted);
  if (!g_str_equal (chosen, languages))
    g_setenv ("LANGUAGE", chosen, TRUE);
}

/**
 * winerror_language_init:
 * @locale_dir: (nullable): folder of the message catalogues, or %NULL for that of the installed
 *   program, or of its build tree
 *
 * Chooses the user's language; for once, at the start of a program, before anything is translated.
 *
 * As gettext passes over LANGUAGE in the locale "C", and glibc falls back to that locale where the
 * one that the environment names is not installed, C.UTF-8 takes its place, so that LANGUAGE and
 * LANG choose the language on any system.
 */
void
winerror_language_init (const char *locale_dir)
{
  const char *wanted = NULL;

  if (setlocale (LC_ALL, "") == NULL)
    {
      /* not installed: the name still says which language is wanted */
      const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

      for (gsize i = 0; i < G_N_ELEMENTS (variables) && (wanted == NULL || wanted[0] == '\0'); i++)
        wanted = g_getenv (variables[i]);
      setlocale (LC_ALL, "C.UTF-8");
      if (wanted != NULL && wanted[0] != '\0')
        {
          const char *languages = g_getenv ("LANGUAGE");

          /* to gettext an empty LANGUAGE is none */
          g_setenv ("LANGUAGE", wanted, languages == NULL || languages[0] == '\0');
        }
    }
  if (g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0 ||
      g_strcmp0 (setlocale (LC_CTYPE, NULL), "POSIX") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  wanted = g_getenv ("LANGUAGE");
  if (wanted != NULL && wanted[0] != '\0' && !g_str_equal (wanted, "C") &&
      (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0 ||
       g_strcmp0 (setlocale (LC_MESSAGES, NULL), "POSIX") == 0))
    setlocale (LC_MESSAGES, "C.UTF-8");

  choose_languages ();

  g_free (shipped_locale_dir);
  shipped_locale_dir = locale_dir != NULL ? g_strdup (locale_dir) : winerror_build_tree_find ("po");
  if (shipped_locale_dir == NULL)
    shipped_locale_dir = g_strdup (WINERROR_LOCALEDIR);
  bindtextdomain (GETTEXT_PACKAGE, shipped_locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static WinerrorLanguage *
language_new (Kind kind, const char *id)
{
  WinerrorLanguage *self = g_atomic_rc_box_new0 (WinerrorLanguage);

  self->kind = kind;
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
 * Returns: (transfer full): the language that gettext() translates to
 */
WinerrorLanguage *
winerror_language_new_user (void)
{
  /* Translators: the code of your language as in po/LINGUAS, for example de or pt_BR */
  const char *id = C_ ("language code", "en");

  return language_new (g_str_equal (id, "en") ? KIND_SOURCE : KIND_USER, id);
}

/**
 * winerror_language_new_source:
 *
 * Returns: (transfer full): the language of the tables, English
 */
WinerrorLanguage *
winerror_language_new_source (void)
{
  return language_new (KIND_SOURCE, "en");
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
  self = language_new (KIND_FILE, id);
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
  switch (self->kind)
    {
    case KIND_FILE:
      {
        static const char message[] = "language name\004English";
        const char *name = winerror_message_file_translate (self->messages, message);

        return name != message ? name : self->id;
      }
    case KIND_USER:
      /* Translators: the name of your language in your language, for example Deutsch */
      return C_ ("language name", "English");
    case KIND_SOURCE:
    default:
      return "English";
    }
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
  gunichar first = g_utf8_get_char (winerror_language_get_name (self));

  switch (g_unichar_get_script (first))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
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

  switch (self->kind)
    {
    case KIND_FILE:
      return winerror_message_file_translate (self->messages, text);
    case KIND_USER:
      return g_dgettext (GETTEXT_PACKAGE, text);
    case KIND_SOURCE:
    default:
      return text;
    }
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
