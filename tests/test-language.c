// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Languages, with and without a locale; and message catalogues that are none. */

#include "winerror-gettext.h"
#include "winerror-test-utils.h"

#include <locale.h>
#include <string.h>

#define ENGLISH "The user name or password is incorrect."
#define GERMAN  "Der Benutzername oder das Kennwort ist falsch."

static WinerrorEntry *
entry_new (const char *description)
{
  WinerrorTableInfo info = { .id = g_strdup ("t") };
  g_autoptr (WinerrorTable) table = winerror_table_new (&info);

  return winerror_entry_new (table, 1326, "ERROR_LOGON_FAILURE", description);
}

/* A message catalogue in memory, put together by hand. */
typedef struct
{
  const char *original;
  gsize original_length;
  const char *translation;
  gsize translation_length;
} Message;

#define MESSAGE(original, translation)                                                             \
  {                                                                                                \
    original, sizeof original - 1, translation, sizeof translation - 1                             \
  }

static void
append_word (GByteArray *bytes, guint32 value, gboolean swapped)
{
  guint32 word = swapped ? GUINT32_SWAP_LE_BE (value) : value;

  g_byte_array_append (bytes, (const guint8 *) &word, sizeof word);
}

static GByteArray *
make_mo (const Message *messages, guint32 n, gboolean swapped)
{
  GByteArray *bytes = g_byte_array_new ();
  guint32 offset = 28 + n * 16;
  const guint32 head[] = { 0x950412DEu, 0, n, 28, 28 + n * 8, 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (head); i++)
    append_word (bytes, head[i], swapped);
  for (guint32 i = 0; i < n; i++)
    {
      append_word (bytes, (guint32) messages[i].original_length, swapped);
      append_word (bytes, offset, swapped);
      offset += (guint32) messages[i].original_length + 1;
    }
  for (guint32 i = 0; i < n; i++)
    {
      append_word (bytes, (guint32) messages[i].translation_length, swapped);
      append_word (bytes, offset, swapped);
      offset += (guint32) messages[i].translation_length + 1;
    }
  for (guint32 i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].original,
                         (guint) messages[i].original_length + 1);
  for (guint32 i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].translation,
                         (guint) messages[i].translation_length + 1);
  return bytes;
}

static const Message messages[] = {
  MESSAGE ("", "Content-Type: text/plain; charset=UTF-8\n"),
  MESSAGE ("%d thing\0%d things", "%d Ding\0%d Dinge"),
  MESSAGE ("Empty.", ""),
  MESSAGE (ENGLISH, GERMAN),
  MESSAGE ("language name\004English", "עברית"),
};

static WinerrorLanguage *
read_mo (GByteArray *mo, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (mo->data, mo->len);

  return winerror_language_new_from_bytes ("xx", bytes, error);
}

static void
assert_describes (WinerrorLanguage *language, const char *english, const char *expected)
{
  g_autoptr (WinerrorEntry) entry = entry_new (english);

  g_assert_cmpstr (winerror_language_describe (language, entry), ==, expected);
}

static void
test_bytes (gconstpointer data)
{
  g_autoptr (GByteArray) mo = make_mo (messages, G_N_ELEMENTS (messages), data != NULL);
  g_autoptr (GByteArray) none = make_mo (messages, 0, data != NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLanguage) language = read_mo (mo, &error);
  g_autoptr (WinerrorLanguage) empty = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (winerror_language_get_id (language), ==, "xx");
  g_assert_cmpstr (winerror_language_get_name (language), ==, "עברית");
  g_assert_true (winerror_language_is_right_to_left (language));
  assert_describes (language, ENGLISH, GERMAN);
  assert_describes (language, "Empty.", "Empty.");
  assert_describes (language, "Aaa.", "Aaa.");
  assert_describes (language, "zzz.", "zzz.");
  assert_describes (language, "%d thing", "%d Ding");
  assert_describes (language, "language name", "language name");

  empty = read_mo (none, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (winerror_language_get_name (empty), ==, "xx");
  g_assert_false (winerror_language_is_right_to_left (empty));
  assert_describes (empty, ENGLISH, ENGLISH);
}

static void
set_word (GByteArray *mo, gsize offset, guint32 value)
{
  memcpy (mo->data + offset, &value, sizeof value);
}

static void
assert_refused (GByteArray *mo)
{
  g_autoptr (GError) error = NULL;
  WinerrorLanguage *language = read_mo (mo, &error);

  g_assert_null (language);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_cmpstr (error->message, ==,
                   "xx: expected a message catalogue (.mo), found something else");
}

static void
test_malformed (void)
{
  /* which word of the file is which, and what it must not be */
  const struct
  {
    gsize offset;
    guint32 value;
  } faults[] = {
    { 0, 0 }, /* magic number */
    { 0, 0x950412DF },
    { 8, 1000 }, /* number of messages */
    { 8, G_MAXUINT32 },
    { 8, 0x20000000 },   /* times eight it is none */
    { 12, G_MAXUINT32 }, /* where the texts are listed */
    { 12, 0xFFFFFFF8 },
    { 12, 1000000 },
    { 16, G_MAXUINT32 }, /* the translations */
    { 16, 1000000 },
    { 28, G_MAXUINT32 }, /* length of a text */
    { 28, 1000000 },
    { 28, 1 },           /* without a NUL behind it */
    { 32, G_MAXUINT32 }, /* where it is */
    { 32, 1000000 },
    { 28 + 5 * 8, G_MAXUINT32 },
    { 28 + 5 * 8 + 4, G_MAXUINT32 },
    { 28 + 9 * 8, 3 },
  };
  g_autoptr (GByteArray) whole = make_mo (messages, G_N_ELEMENTS (messages), FALSE);
  g_autoptr (GByteArray) nothing = g_byte_array_new ();
  g_autoptr (GByteArray) text = g_byte_array_new ();
  const Message latin[] = { MESSAGE ("a", "\xfc") };
  g_autoptr (GByteArray) not_utf8 = make_mo (latin, 1, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GByteArray) mo = make_mo (messages, G_N_ELEMENTS (messages), FALSE);

      g_test_message ("%" G_GSIZE_FORMAT ": %u", faults[i].offset, faults[i].value);
      set_word (mo, faults[i].offset, faults[i].value);
      assert_refused (mo);
    }

  while (whole->len > 0)
    {
      g_byte_array_set_size (whole, whole->len - 1);
      assert_refused (whole);
    }
  assert_refused (nothing);
  assert_refused (not_utf8);
  g_byte_array_append (text, (const guint8 *) "msgid \"a\"\nmsgstr \"b\"\n", 21);
  assert_refused (text);
}

/* What msgfmt makes for machines of the other kind. */
static void
test_big_endian (void)
{
  g_autofree char *msgfmt = g_find_program_in_path ("msgfmt");
  g_autofree char *po = g_test_build_filename (G_TEST_DIST, "..", "po", "de.po", NULL);
  char *folder = winerror_test_make_folder ();
  g_autofree char *mo = g_build_filename (folder, "de.mo", NULL);
  const char *argv[] = { msgfmt, "--endianness=big", "-o", mo, po, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WinerrorLanguage) language = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize size;

  if (msgfmt == NULL)
    {
      winerror_test_remove_folder (folder);
      g_test_skip ("there is no msgfmt");
      return;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (mo, &contents, &size, &error);
  g_assert_no_error (error);
  winerror_test_remove_folder (folder);

  bytes = g_bytes_new_take (contents, size);
  g_assert_cmpint (contents[0], ==, (char) 0x95);
  language = winerror_language_new_from_bytes ("de", bytes, &error);
  g_assert_no_error (error);
  assert_describes (language, ENGLISH, GERMAN);
}

static void
test_shipped (void)
{
  const struct
  {
    const char *wanted;
    const char *id;
    const char *name;
    const char *description;
  } cases[] = {
    { "en", "en", "English", ENGLISH },
    { "en_GB.UTF-8", "en", "English", ENGLISH },
    { "C", "en", "English", ENGLISH },
    { "C.UTF-8", "en", "English", ENGLISH },
    { "POSIX", "en", "English", ENGLISH },
    { "de", "de", "Deutsch", GERMAN },
    { "de_DE", "de", "Deutsch", GERMAN },
    { "de_AT.UTF-8", "de", "Deutsch", GERMAN },
    { "de_DE.ISO-8859-1@euro", "de", "Deutsch", GERMAN },
    { "xx:de", "de", "Deutsch", GERMAN },
    { "::de:en", "de", "Deutsch", GERMAN },
    { "en:de", "en", "English", ENGLISH },
    { "pt_BR", "pt_BR", NULL, NULL },
    { "pt_BR.UTF-8", "pt_BR", NULL, NULL },
    { "zh_CN:de", "zh_CN", NULL, NULL },
    { "xx:fr", "fr", "Français", NULL },
    { "DE", "de", "Deutsch", GERMAN },
    { "de-AT", "de", "Deutsch", GERMAN },
    { "de-Latn-CH-1996", "de", "Deutsch", GERMAN },
    { "EN-us", "en", "English", ENGLISH },
    { "pt-BR", "pt_BR", NULL, NULL },
    { "PT-br", "pt_BR", NULL, NULL },
    { "pt", "pt_BR", NULL, NULL },
    { "pt_PT.UTF-8", "pt_BR", NULL, NULL },
    { "zh", "zh_CN", NULL, NULL },
    { "zh_SG.UTF-8", "zh_CN", NULL, NULL },
    { "zh_Hans", "zh_CN", NULL, NULL },
    { "zh-hans-CN", "zh_CN", NULL, NULL },
    { "zh-Hans-TW", "zh_CN", NULL, NULL },
    { "zh-Hant:de", "de", "Deutsch", GERMAN },
    { "zh_TW:de", "de", "Deutsch", GERMAN },
  };
  static const char *const unknown[] = {
    "",        "xx",    "xx:yy",       ":",        "-", "zh-Hant", "zh_HK.UTF-8",
    "deutsch", "../de", "/etc/passwd", "de/../de",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WinerrorLanguage)
          language = winerror_language_new_shipped (cases[i].wanted, &error);

      g_test_message ("“%s”", cases[i].wanted);
      g_assert_no_error (error);
      g_assert_cmpstr (winerror_language_get_id (language), ==, cases[i].id);
      if (cases[i].name != NULL)
        g_assert_cmpstr (winerror_language_get_name (language), ==, cases[i].name);
      if (cases[i].description != NULL)
        assert_describes (language, ENGLISH, cases[i].description);
      else
        {
          g_autoptr (WinerrorEntry) entry = entry_new (ENGLISH);

          g_assert_cmpstr (winerror_language_describe (language, entry), !=, ENGLISH);
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = g_strdup_printf (", found “%s”", unknown[i]);

      g_assert_null (winerror_language_new_shipped (unknown[i], &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      g_assert_true (g_str_has_prefix (error->message, "expected a language of en, "));
      g_assert_true (g_str_has_suffix (error->message, found));
    }
}

/* Every language of po/LINGUAS is whole: the window offers it by name. */
static void
test_all_shipped (void)
{
  static const char *const right_to_left[] = { "ar", "ckb", "dv", "fa", "he", "ps",
                                               "sd", "syr", "ug", "ur", "yi", NULL };
  const char *const *ids = winerror_language_list_shipped ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpstr (ids[0], ==, "en");
  g_assert_true (g_strv_contains (ids, "de"));
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (WinerrorLanguage) language = winerror_test_load_language (ids[i]);

      g_test_message ("%s: %s", ids[i], winerror_language_get_name (language));
      g_assert_cmpstr (winerror_language_get_id (language), ==, ids[i]);
      g_assert_cmpint (winerror_language_is_right_to_left (language), ==,
                       g_strv_contains (right_to_left, ids[i]));
      g_assert_cmpstr (winerror_language_get_name (language), !=, i > 0 ? ids[i] : "");
      g_assert_true (g_hash_table_add (names, g_strdup (winerror_language_get_name (language))));
    }
}

static void
test_source (void)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  WinerrorLanguage *same = winerror_language_ref (language);

  g_assert_true (same == language);
  winerror_language_unref (same);
  g_assert_cmpstr (winerror_language_get_id (language), ==, "en");
  g_assert_cmpstr (winerror_language_get_name (language), ==, "English");
  g_assert_false (winerror_language_is_right_to_left (language));
  assert_describes (language, ENGLISH, ENGLISH);
}

/* What the environment says, and in which language the user is then answered. */
typedef struct
{
  const char *path;
  const char *lc_all;
  const char *lc_messages;
  const char *lang;
  const char *languages;
  const char *id;
} Environment;

static const Environment environments[] = {
  { "/language/user/none", NULL, NULL, NULL, NULL, "en" },
  { "/language/user/c", "C", NULL, NULL, NULL, "en" },
  { "/language/user/c-and-language", "C", NULL, NULL, "de", "de" },
  { "/language/user/posix-and-language", NULL, NULL, "POSIX", "de", "de" },
  { "/language/user/language-alone", NULL, NULL, NULL, "de", "de" },
  { "/language/user/utf-8-and-language", "C.UTF-8", NULL, NULL, "de", "de" },
  { "/language/user/second-language", NULL, NULL, "C.UTF-8", "xx:fr:de", "fr" },
  { "/language/user/country", NULL, NULL, "C.UTF-8", "pt_BR", "pt_BR" },
  { "/language/user/english-first", NULL, NULL, NULL, "en:de", "en" },
  { "/language/user/english-of-a-country-first", NULL, NULL, NULL, "en-GB:de", "en" },
  { "/language/user/bcp-47", NULL, NULL, "C.UTF-8", "pt-BR", "pt_BR" },
  { "/language/user/bcp-47-second", NULL, NULL, "C.UTF-8", "xx-YY:zh-Hans-CN:de", "zh_CN" },
  { "/language/user/another-country", NULL, NULL, "C.UTF-8", "pt_PT", "pt_BR" },
  { "/language/user/another-country-not-installed", NULL, NULL, "pt_PT.UTF-8", NULL, "pt_BR" },
  { "/language/user/traditional-chinese", NULL, NULL, "C.UTF-8", "zh_TW:de", "de" },
  { "/language/user/not-installed", NULL, NULL, "de_CH.UTF-8", NULL, "de" },
  { "/language/user/not-installed-and-empty", NULL, NULL, "de_CH.UTF-8", "", "de" },
  { "/language/user/not-installed-and-language", NULL, NULL, "de_CH.UTF-8", "fr", "fr" },
  { "/language/user/not-installed-lc-all", "fr_CH.UTF-8", NULL, "de_CH.UTF-8", NULL, "fr" },
  { "/language/user/unknown", "xx_YY.UTF-8", NULL, NULL, NULL, "en" },
  { "/language/user/nonsense", "\xff\x1b/../", NULL, NULL, NULL, "en" },
  { "/language/user/lc-messages", NULL, "fr_FR.UTF-8", "de_DE.UTF-8", NULL, "fr" },
  { "/language/user/lc-all-before-lc-messages", "it_IT.UTF-8", "fr_FR.UTF-8", NULL, NULL, "it" },
  { "/language/user/language-before-all", "it_IT.UTF-8", "fr_FR.UTF-8", "de_DE", "ja", "ja" },
  { "/language/user/empty-ones", "", "", "de_DE.UTF-8", "", "de" },
  { "/language/user/c-before-another", "C", NULL, "de_DE.UTF-8", NULL, "en" },
  { "/language/user/c-utf-8-before-another", "C.UTF-8", NULL, "de_DE.UTF-8", NULL, "en" },
};

static void
set_or_unset (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
test_user (gconstpointer data)
{
  const Environment *environment = data;
  g_autoptr (WinerrorLanguage) language = NULL;
  g_autoptr (WinerrorEntry) entry = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  setlocale (LC_ALL, "C");
  g_unsetenv ("LC_CTYPE");
  set_or_unset ("LC_ALL", environment->lc_all);
  set_or_unset ("LC_MESSAGES", environment->lc_messages);
  set_or_unset ("LANG", environment->lang);
  set_or_unset ("LANGUAGE", environment->languages);
  winerror_test_init_language ();

  language = winerror_language_new_user ();
  entry = entry_new (ENGLISH);
  g_assert_cmpstr (winerror_language_get_id (language), ==, environment->id);
  if (g_str_equal (environment->id, "de"))
    {
      g_assert_cmpstr (winerror_language_describe (language, entry), ==, GERMAN);
      g_assert_cmpstr (winerror_language_get_name (language), ==, "Deutsch");
      /* the interface is in the same language, whatever locale is installed */
      g_assert_cmpstr (_ (ENGLISH), ==, GERMAN);
      g_assert_cmpstr (C_ ("ticket language", "English"), ==, "Englisch");
      g_assert_cmpstr (C_ ("no such context", "English"), ==, "English");
      g_assert_cmpstr (ngettext ("%u entry", "%u entries", 1), ==, "%u Eintrag");
      g_assert_cmpstr (ngettext ("%u entry", "%u entries", 5), ==, "%u Einträge");
      g_assert_cmpstr (_ (""), ==, "");
    }
  if (g_str_equal (environment->id, "en"))
    {
      g_assert_cmpstr (winerror_language_describe (language, entry), ==, ENGLISH);
      g_assert_cmpstr (winerror_language_get_name (language), ==, "English");
      g_assert_cmpstr (_ (ENGLISH), ==, ENGLISH);
      g_assert_cmpstr (ngettext ("%u entry", "%u entries", 1), ==, "%u entry");
      g_assert_cmpstr (ngettext ("%u entry", "%u entries", 0), ==, "%u entries");
    }
  g_assert_true (g_get_charset (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!g_test_subprocess ())
    winerror_test_init_language ();

  g_test_add_data_func ("/language/bytes", NULL, test_bytes);
  g_test_add_data_func ("/language/bytes-swapped", "swapped", test_bytes);
  g_test_add_func ("/language/malformed", test_malformed);
  g_test_add_func ("/language/big-endian", test_big_endian);
  g_test_add_func ("/language/shipped", test_shipped);
  g_test_add_func ("/language/all-shipped", test_all_shipped);
  g_test_add_func ("/language/source", test_source);
  for (gsize i = 0; i < G_N_ELEMENTS (environments); i++)
    g_test_add_data_func (environments[i].path, &environments[i], test_user);

  return g_test_run ();
}
