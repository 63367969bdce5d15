// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Ticket texts byte for byte, and entries that want to be more than text. */

#include "winerror-catalog.h"
#include "winerror-code.h"
#include "winerror-test-utils.h"
#include "winerror-ticket-advice.h"
#include "winerror-ticket-escape.h"
#include "winerror-ticket.h"

#include <string.h>

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorLanguage *english;
  WinerrorLanguage *german;
  WinerrorLanguage *arabic;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = winerror_test_load_catalog ();
  fixture->english = winerror_language_new_source ();
  fixture->german = winerror_test_load_language ("de");
  fixture->arabic = winerror_test_load_language ("ar");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  winerror_language_unref (fixture->english);
  winerror_language_unref (fixture->german);
  winerror_language_unref (fixture->arabic);
  g_assert_finalize_object (fixture->catalog);
}

static WinerrorEntry *
find_in (Fixture *fixture, WinerrorFamily family, guint32 code)
{
  guint position;

  g_assert_true (winerror_catalog_lookup_code (fixture->catalog, family, code, &position));
  return winerror_catalog_get_entry (fixture->catalog, position);
}

static WinerrorEntry *
find (Fixture *fixture, guint32 code)
{
  return find_in (fixture, WINERROR_FAMILY_WIN32, code);
}

static WinerrorTable *
new_table (WinerrorFamily family)
{
  WinerrorTableInfo info = { .title = g_strdup ("T"), .family = family };

  return winerror_table_new (&info);
}

/* Compares a text with what is expected of it. What there is of advice is data: {json} and {csv}
 * stand for that on each entry. */
static void
assert_written (const char *text,
                const char *expected,
                WinerrorEntry *const *entries,
                gsize n,
                const WinerrorTicketOptions *options)
{
  g_autoptr (GString) whole = g_string_new (expected);

  for (gsize i = 0; i < n; i++)
    {
      g_auto (WinerrorTicketFields) fields = { 0 };
      g_autofree char *json = NULL;
      g_autoptr (GString) csv = g_string_new (NULL);

      winerror_ticket_fields_init (&fields, entries[i], options);
      json = winerror_ticket_advice_dup_json (&fields);
      if (json != NULL)
        winerror_ticket_escape_csv (csv, json);
      g_string_replace (whole, "{json}", json != NULL ? json : "null", 1);
      g_string_replace (whole, "{csv}", csv->str, 1);
    }
  g_assert_cmpstr (text, ==, whole->str);
}

#define CSV_HEAD                                                                                   \
  "code,hex,family,symbol,description,source_description,hresult,hresult_signed,table,"            \
  "advice,notes,explanation\r\n"

#define ENGLISH "The user name or password is incorrect."
#define GERMAN  "Der Benutzername oder das Kennwort ist falsch."

static void
test_one (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    WinerrorFormat format;
    const char *expected;
  } cases[] = {
    { WINERROR_FORMAT_TEXT,
      "ERROR_LOGON_FAILURE (1326, 0x52E)\n" ENGLISH "\nHRESULT 0x8007052E (-2147023570)\n" },
    { WINERROR_FORMAT_LINE, "1326 (0x52E) ERROR_LOGON_FAILURE: " ENGLISH },
    { WINERROR_FORMAT_MARKDOWN, "**`ERROR_LOGON_FAILURE`** (1326, `0x52E`)\n\n" ENGLISH
                                "\n\nHRESULT `0x8007052E` (-2147023570)\n" },
    { WINERROR_FORMAT_HTML,
      "<p><span dir=\"ltr\"><b>ERROR_LOGON_FAILURE</b> (1326, 0x52E)</span><br>"
      "<span lang=\"en\" dir=\"ltr\">" ENGLISH "</span><br>"
      "<span dir=\"ltr\">HRESULT 0x8007052E (-2147023570)</span></p>" },
    { WINERROR_FORMAT_JIRA, "*ERROR\\_LOGON\\_FAILURE* (1326, {{0x52E}})\n" ENGLISH
                            "\nHRESULT {{0x8007052E}} (-2147023570)\n" },
    { WINERROR_FORMAT_CSV,
      CSV_HEAD "1326,0x52E,win32,ERROR_LOGON_FAILURE," ENGLISH "," ENGLISH
               ",0x8007052E,-2147023570,System Error Codes (1300-1699),{csv},,\r\n" },
    { WINERROR_FORMAT_TSV, "1326\t0x52E\tERROR_LOGON_FAILURE\t" ENGLISH },
    { WINERROR_FORMAT_JSON,
      "[\n  {\"code\": 1326, \"hex\": \"0x52E\", \"family\": \"win32\", \"symbol\": "
      "\"ERROR_LOGON_FAILURE\", "
      "\"description\": \"" ENGLISH "\", \"source_description\": \"" ENGLISH "\", "
      "\"hresult\": \"0x8007052E\", \"hresult_signed\": \"-2147023570\", "
      "\"table\": \"System Error Codes (1300-1699)\", \"advice\": {json}, \"notes\": []}\n]\n" },
  };
  WinerrorEntry *entry = find (fixture, 1326);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (WinerrorTicketOptions)
          options = { .format = cases[i].format,
                      .language = winerror_language_ref (fixture->english) };
      g_autofree char *text = winerror_ticket_write (&entry, 1, &options);

      assert_written (text, cases[i].expected, &entry, 1, &options);
    }
}

/* Which languages are written. */
static void
test_languages (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    WinerrorFormat format;
    WinerrorTicketLanguage languages;
    const char *expected;
  } cases[] = {
    { WINERROR_FORMAT_TEXT, WINERROR_TICKET_LANGUAGE_BOTH,
      "ERROR_LOGON_FAILURE (1326, 0x52E)\n" GERMAN "\n" ENGLISH
      "\nHRESULT 0x8007052E (-2147023570)\n" },
    { WINERROR_FORMAT_TEXT, WINERROR_TICKET_LANGUAGE_OWN,
      "ERROR_LOGON_FAILURE (1326, 0x52E)\n" GERMAN "\nHRESULT 0x8007052E (-2147023570)\n" },
    { WINERROR_FORMAT_TEXT, WINERROR_TICKET_LANGUAGE_ENGLISH,
      "ERROR_LOGON_FAILURE (1326, 0x52E)\n" ENGLISH "\nHRESULT 0x8007052E (-2147023570)\n" },
    { WINERROR_FORMAT_LINE, WINERROR_TICKET_LANGUAGE_BOTH,
      "1326 (0x52E) ERROR_LOGON_FAILURE: " GERMAN " (" ENGLISH ")" },
    { WINERROR_FORMAT_LINE, WINERROR_TICKET_LANGUAGE_OWN,
      "1326 (0x52E) ERROR_LOGON_FAILURE: " GERMAN },
    { WINERROR_FORMAT_MARKDOWN, WINERROR_TICKET_LANGUAGE_BOTH,
      "**`ERROR_LOGON_FAILURE`** (1326, `0x52E`)\n\n" GERMAN "\n\n" ENGLISH
      "\n\nHRESULT `0x8007052E` (-2147023570)\n" },
    { WINERROR_FORMAT_HTML, WINERROR_TICKET_LANGUAGE_BOTH,
      "<p><span dir=\"ltr\"><b>ERROR_LOGON_FAILURE</b> (1326, 0x52E)</span><br>"
      "<span lang=\"de\" dir=\"ltr\">" GERMAN "</span><br>"
      "<span lang=\"en\" dir=\"ltr\">" ENGLISH "</span><br>"
      "<span dir=\"ltr\">HRESULT 0x8007052E (-2147023570)</span></p>" },
    { WINERROR_FORMAT_JIRA, WINERROR_TICKET_LANGUAGE_BOTH,
      "*ERROR\\_LOGON\\_FAILURE* (1326, {{0x52E}})\n" GERMAN "\n" ENGLISH
      "\nHRESULT {{0x8007052E}} (-2147023570)\n" },
    { WINERROR_FORMAT_CSV, WINERROR_TICKET_LANGUAGE_OWN,
      CSV_HEAD "1326,0x52E,win32,ERROR_LOGON_FAILURE," GERMAN "," ENGLISH
               ",0x8007052E,-2147023570,System Error Codes (1300-1699),{csv},,\r\n" },
    { WINERROR_FORMAT_TSV, WINERROR_TICKET_LANGUAGE_BOTH,
      "1326\t0x52E\tERROR_LOGON_FAILURE\t" GERMAN },
    { WINERROR_FORMAT_TSV, WINERROR_TICKET_LANGUAGE_ENGLISH,
      "1326\t0x52E\tERROR_LOGON_FAILURE\t" ENGLISH },
    { WINERROR_FORMAT_JSON, WINERROR_TICKET_LANGUAGE_BOTH,
      "[\n  {\"code\": 1326, \"hex\": \"0x52E\", \"family\": \"win32\", \"symbol\": "
      "\"ERROR_LOGON_FAILURE\", "
      "\"description\": \"" GERMAN "\", \"source_description\": \"" ENGLISH "\", "
      "\"hresult\": \"0x8007052E\", \"hresult_signed\": \"-2147023570\", "
      "\"table\": \"System Error Codes (1300-1699)\", \"advice\": {json}, \"notes\": []}\n]\n" },
  };
  WinerrorEntry *entry = find (fixture, 1326);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (WinerrorTicketOptions)
          options = { .format = cases[i].format,
                      .language = winerror_language_ref (fixture->german),
                      .languages = cases[i].languages };
      g_autofree char *text = winerror_ticket_write (&entry, 1, &options);

      assert_written (text, cases[i].expected, &entry, 1, &options);
    }
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    WinerrorFormat format;
    const char *expected;
  } cases[] = {
    { WINERROR_FORMAT_TEXT, "ERROR_PASSWORD_EXPIRED (1330, 0x532)\n"
                            "The password for this account has expired.\n"
                            "HRESULT 0x80070532 (-2147023566)\n"
                            "\n"
                            "ERROR_LOGON_FAILURE (1326, 0x52E)\n" ENGLISH "\n"
                            "HRESULT 0x8007052E (-2147023570)\n" },
    { WINERROR_FORMAT_LINE,
      "1330 (0x532) ERROR_PASSWORD_EXPIRED: The password for this account has expired.\n"
      "1326 (0x52E) ERROR_LOGON_FAILURE: " ENGLISH "\n" },
    { WINERROR_FORMAT_MARKDOWN,
      "| Code | Hex | Symbol | Description |\n"
      "| --- | --- | --- | --- |\n"
      "| 1330 | `0x532` | `ERROR_PASSWORD_EXPIRED` | The password for this account has expired. |\n"
      "| 1326 | `0x52E` | `ERROR_LOGON_FAILURE` | " ENGLISH " |\n" },
    { WINERROR_FORMAT_HTML,
      "<table>\n<tr><th>Code</th><th>Hex</th><th>Symbol</th><th>Description</th></tr>\n"
      "<tr><td dir=\"ltr\">1330</td><td dir=\"ltr\">0x532</td>"
      "<td dir=\"ltr\">ERROR_PASSWORD_EXPIRED</td><td><span lang=\"en\" dir=\"ltr\">"
      "The password for this account has expired.</span></td></tr>\n"
      "<tr><td dir=\"ltr\">1326</td><td dir=\"ltr\">0x52E</td>"
      "<td dir=\"ltr\">ERROR_LOGON_FAILURE</td><td><span lang=\"en\" dir=\"ltr\">" ENGLISH
      "</span></td></tr>\n</table>\n" },
    { WINERROR_FORMAT_JIRA,
      "||Code||Hex||Symbol||Description||\n"
      "|1330|0x532|ERROR\\_PASSWORD\\_EXPIRED|The password for this account has expired.|\n"
      "|1326|0x52E|ERROR\\_LOGON\\_FAILURE|" ENGLISH "|\n" },
    { WINERROR_FORMAT_CSV,
      CSV_HEAD "1330,0x532,win32,ERROR_PASSWORD_EXPIRED,The password for this account has expired.,"
               "The password for this account has expired.,0x80070532,-2147023566,"
               "System Error Codes (1300-1699),{csv},,\r\n"
               "1326,0x52E,win32,ERROR_LOGON_FAILURE," ENGLISH "," ENGLISH
               ",0x8007052E,-2147023570,System Error Codes (1300-1699),{csv},,\r\n" },
    { WINERROR_FORMAT_TSV,
      "1330\t0x532\tERROR_PASSWORD_EXPIRED\tThe password for this account has expired.\n"
      "1326\t0x52E\tERROR_LOGON_FAILURE\t" ENGLISH "\n" },
    { WINERROR_FORMAT_TEMPLATE, "1330: ERROR_PASSWORD_EXPIRED\n1326: ERROR_LOGON_FAILURE\n" },
  };
  WinerrorEntry *entries[] = { find (fixture, 1330), find (fixture, 1326) };
  g_auto (WinerrorTicketOptions) german = { .format = WINERROR_FORMAT_MARKDOWN,
                                            .language = winerror_language_ref (fixture->german) };
  g_autofree char *rows = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (WinerrorTicketOptions)
          options = { .format = cases[i].format,
                      .language = winerror_language_ref (fixture->english),
                      .template_text = g_strdup ("{code}: {symbol}") };
      g_autofree char *text = winerror_ticket_write (entries, G_N_ELEMENTS (entries), &options);

      assert_written (text, cases[i].expected, entries, G_N_ELEMENTS (entries), &options);
    }

  rows = winerror_ticket_write (entries, G_N_ELEMENTS (entries), &german);
  g_assert_nonnull (
      strstr (rows, "| 1326 | `0x52E` | `ERROR_LOGON_FAILURE` | " GERMAN "<br>" ENGLISH " |\n"));
}

/* Numbers that are written with eight digits, numbers that need the name of their family, and
 * numbers that no table holds. */
static void
test_families (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorTable) wide = new_table (WINERROR_FAMILY_HRESULT);
  g_autoptr (WinerrorTable) small = new_table (WINERROR_FAMILY_DEVICE);
  g_autoptr (WinerrorTable) nameless = new_table (WINERROR_FAMILY_INSTALLER);
  g_autoptr (WinerrorEntry) wide_entry = winerror_entry_new (wide, 0x80240024u, "WU_E_X", "None.");
  g_autoptr (WinerrorEntry) small_entry = winerror_entry_new (small, 10, "CM_X", NULL);
  g_autoptr (WinerrorEntry) nameless_entry = winerror_entry_new (nameless, 1316, NULL, "Gone.");
  const WinerrorCode code = {
    .family = WINERROR_FAMILY_HRESULT,
    .code = 0x87FF0001u,
    .value = 0x87FF0001u,
    .form = WINERROR_CODE_DIRECT,
  };
  g_autoptr (WinerrorEntry) unlisted = winerror_entry_new_unlisted (&code);
#define EXPLANATION "0x87FF0001 is an HRESULT: severity error, facility 2047, code 1."
  const struct
  {
    WinerrorFormat format;
    const char *wide;
    const char *small;
    const char *nameless;
    const char *unlisted;
  } cases[] = {
    { WINERROR_FORMAT_TEXT, "WU_E_X (0x80240024, -2145124316)\nNone.\n",
      "CM_X (Device Manager code 10)", "Windows Installer message 1316\nGone.\n",
      "0x87FF0001, -2013331455\n" EXPLANATION "\n" },
    { WINERROR_FORMAT_LINE, "0x80240024 WU_E_X: None.", "Device Manager code 10 CM_X",
      "Windows Installer message 1316: Gone.", "0x87FF0001: " EXPLANATION },
    { WINERROR_FORMAT_MARKDOWN, "**`WU_E_X`** (`0x80240024`, -2145124316)\n\nNone.\n",
      "**`CM_X`** (Device Manager code 10)", "Windows Installer message 1316\n\nGone.\n",
      "`0x87FF0001`, -2013331455\n\n" EXPLANATION "\n" },
    { WINERROR_FORMAT_HTML,
      "<p><span dir=\"ltr\"><b>WU_E_X</b> (0x80240024, -2145124316)</span><br>"
      "<span lang=\"en\" dir=\"ltr\">None.</span></p>",
      "<p><span dir=\"ltr\"><b>CM_X</b> (Device Manager code 10)</span></p>",
      "<p><span dir=\"ltr\">Windows Installer message 1316</span><br>"
      "<span lang=\"en\" dir=\"ltr\">Gone.</span></p>",
      "<p><span dir=\"ltr\">0x87FF0001, -2013331455</span><br>"
      "<span lang=\"en\" dir=\"ltr\">" EXPLANATION "</span></p>" },
    { WINERROR_FORMAT_JIRA, "*WU\\_E\\_X* ({{0x80240024}}, -2145124316)\nNone.\n",
      "*CM\\_X* (Device Manager code 10)", "Windows Installer message 1316\nGone.\n",
      "{{0x87FF0001}}, -2013331455\n" EXPLANATION "\n" },
    { WINERROR_FORMAT_CSV,
      CSV_HEAD
      "2149842980,0x80240024,hresult,WU_E_X,None.,None.,0x80240024,-2145124316,T,{csv},,\r\n",
      CSV_HEAD "10,0xA,device,CM_X,,,,,T,{csv},,\r\n",
      CSV_HEAD "1316,0x524,installer,,Gone.,Gone.,,,T,{csv},,\r\n",
      CSV_HEAD "2281635841,0x87FF0001,hresult,,,,0x87FF0001,-2013331455,,{csv},,\"" EXPLANATION
               "\"\r\n" },
    { WINERROR_FORMAT_TSV, "2149842980\t0x80240024\tWU_E_X\tNone.", "10\t0xA\tCM_X\t",
      "1316\t0x524\t\tGone.", "2281635841\t0x87FF0001\t\t" EXPLANATION },
    { WINERROR_FORMAT_JSON,
      "[\n  {\"code\": 2149842980, \"hex\": \"0x80240024\", \"family\": \"hresult\", "
      "\"symbol\": \"WU_E_X\", \"description\": \"None.\", \"source_description\": \"None.\", "
      "\"hresult\": \"0x80240024\", \"hresult_signed\": \"-2145124316\", \"table\": \"T\", "
      "\"advice\": {json}, \"notes\": []}\n]\n",
      "[\n  {\"code\": 10, \"hex\": \"0xA\", \"family\": \"device\", \"symbol\": \"CM_X\", "
      "\"description\": null, \"source_description\": null, \"hresult\": null, "
      "\"hresult_signed\": null, \"table\": \"T\", \"advice\": {json}, \"notes\": []}\n]\n",
      "[\n  {\"code\": 1316, \"hex\": \"0x524\", \"family\": \"installer\", \"symbol\": null, "
      "\"description\": \"Gone.\", \"source_description\": \"Gone.\", \"hresult\": null, "
      "\"hresult_signed\": null, \"table\": \"T\", \"advice\": {json}, \"notes\": []}\n]\n",
      "[\n  {\"code\": 2281635841, \"hex\": \"0x87FF0001\", \"family\": \"hresult\", "
      "\"symbol\": null, \"description\": null, \"source_description\": null, "
      "\"hresult\": \"0x87FF0001\", \"hresult_signed\": \"-2013331455\", \"table\": null, "
      "\"advice\": {json}, \"notes\": [], "
      "\"explanation\": \"" EXPLANATION "\"}\n]\n" },
    { WINERROR_FORMAT_TEMPLATE, "2149842980||WU_E_X|None.", "10||CM_X|", "1316|||Gone.",
      "2281635841|" EXPLANATION "||" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const struct
      {
        WinerrorEntry *entry;
        const char *expected;
      } entries[] = {
        { wide_entry, cases[i].wide },
        { small_entry, cases[i].small },
        { nameless_entry, cases[i].nameless },
        { unlisted, cases[i].unlisted },
      };

      for (gsize j = 0; j < G_N_ELEMENTS (entries); j++)
        {
          g_auto (WinerrorTicketOptions) options = {
            .format = cases[i].format,
            .language = winerror_language_ref (fixture->german),
            .template_text = g_strdup ("{code}|{explanation}|{symbol}|{description}"),
          };
          g_autofree char *text = winerror_ticket_write (&entries[j].entry, 1, &options);

          assert_written (text, entries[j].expected, &entries[j].entry, 1, &options);
        }
    }
#undef EXPLANATION
}

/* An NTSTATUS has its HRESULT in the fields, and no line for it: it is another number to nobody. */
static void
test_ntstatus (Fixture *fixture, gconstpointer data)
{
  WinerrorEntry *entry = find_in (fixture, WINERROR_FAMILY_NTSTATUS, 0xC000006Du);
  g_auto (WinerrorTicketOptions) options = {
    .format = WINERROR_FORMAT_TEMPLATE,
    .language = winerror_language_ref (fixture->english),
    .template_text = g_strdup ("{code} {hex} {family} {symbol} {hresult} {hresult_signed}"),
  };
  g_autofree char *fields = winerror_ticket_write (&entry, 1, &options);
  g_autofree char *text = NULL;

  g_assert_cmpstr (fields, ==,
                   "3221225581 0xC000006D ntstatus STATUS_LOGON_FAILURE 0xD000006D -805306259");
  options.format = WINERROR_FORMAT_TEXT;
  text = winerror_ticket_write (&entry, 1, &options);
  g_assert_true (g_str_has_prefix (text, "STATUS_LOGON_FAILURE (0xC000006D, -1073741715)\n"));
  g_assert_null (strstr (text, "HRESULT"));
}

/* The rows of a table: each number as it is written first. */
static void
test_families_in_rows (Fixture *fixture, gconstpointer data)
{
  WinerrorEntry *entries[] = {
    find_in (fixture, WINERROR_FAMILY_HRESULT, 0x80240024u),
    find_in (fixture, WINERROR_FAMILY_DEVICE, 10),
    find_in (fixture, WINERROR_FAMILY_INSTALLER, 1316),
  };
  const struct
  {
    WinerrorFormat format;
    const char *rows[3];
  } cases[] = {
    { WINERROR_FORMAT_MARKDOWN,
      { "\n| 0x80240024 | `0x80240024` | `WU_E_NO_UPDATE` | ",
        "\n| Device Manager code 10 | `0xA` | `CM_PROB_FAILED_START` | ",
        "\n| Windows Installer message 1316 | `0x524` | | " } },
    { WINERROR_FORMAT_HTML,
      { "\n<tr><td dir=\"ltr\">0x80240024</td><td dir=\"ltr\">0x80240024</td>"
        "<td dir=\"ltr\">WU_E_NO_UPDATE</td><td>",
        "\n<tr><td dir=\"ltr\">Device Manager code 10</td><td dir=\"ltr\">0xA</td>"
        "<td dir=\"ltr\">CM_PROB_FAILED_START</td><td>",
        "\n<tr><td dir=\"ltr\">Windows Installer message 1316</td><td dir=\"ltr\">0x524</td>"
        "<td dir=\"ltr\"></td><td>" } },
    { WINERROR_FORMAT_JIRA,
      { "\n|0x80240024|0x80240024|WU\\_E\\_NO\\_UPDATE|",
        "\n|Device Manager code 10|0xA|CM\\_PROB\\_FAILED\\_START|",
        "\n|Windows Installer message 1316|0x524| |" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (WinerrorTicketOptions)
          options = { .format = cases[i].format,
                      .language = winerror_language_ref (fixture->english) };
      g_autofree char *text = winerror_ticket_write (entries, G_N_ELEMENTS (entries), &options);

      for (gsize j = 0; j < G_N_ELEMENTS (entries); j++)
        if (strstr (text, cases[i].rows[j]) == NULL)
          g_error ("expected “%s” in:\n%s", cases[i].rows[j], text);
    }
}

/* Five entries in every format and language: what holds for all of them. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  WinerrorEntry *entries[] = { find (fixture, 1300), find (fixture, 1326), find (fixture, 1400),
                               find (fixture, 1603), find (fixture, 1654) };
  WinerrorLanguage *languages[] = { fixture->english, fixture->german, fixture->arabic };

  for (int format = 0; format < WINERROR_N_FORMATS; format++)
    for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
      for (int which = 0; which <= (int) WINERROR_TICKET_LANGUAGE_ENGLISH; which++)
        for (gsize n = 0; n <= G_N_ELEMENTS (entries); n += G_N_ELEMENTS (entries))
          {
            g_auto (WinerrorTicketOptions) options = {
              .format = (WinerrorFormat) format,
              .language = winerror_language_ref (languages[l]),
              .languages = (WinerrorTicketLanguage) which,
              .template_text = g_strdup ("{symbol} \\n{description}\\t"),
            };
            g_autofree char *text = winerror_ticket_write (entries, n, &options);
            g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

            g_assert_true (g_utf8_validate (text, -1, NULL));
            g_assert_cmpstr (text, ==, composed);
            g_assert_null (strstr (text, " \n"));
            g_assert_null (strstr (text, "\t\n"));
            g_assert_false (g_str_has_suffix (text, " "));
            g_assert_false (g_str_has_suffix (text, "\n\n"));
            if (strchr (text, '\n') != NULL)
              g_assert_true (g_str_has_suffix (text, "\n"));
            for (gsize i = 0; i < n; i++)
              {
                g_auto (GStrv) parts = g_strsplit (winerror_entry_get_symbol (entries[i]), "_", -1);
                g_autofree char *symbol = g_strjoinv (format == WINERROR_FORMAT_JIRA ? "\\_" : "_",
                                                      parts);

                g_assert_nonnull (strstr (text, symbol));
              }
          }
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[WINERROR_N_FORMATS] = {
    [WINERROR_FORMAT_TEXT] = "", [WINERROR_FORMAT_LINE] = "",   [WINERROR_FORMAT_MARKDOWN] = "",
    [WINERROR_FORMAT_HTML] = "", [WINERROR_FORMAT_JIRA] = "",   [WINERROR_FORMAT_CSV] = CSV_HEAD,
    [WINERROR_FORMAT_TSV] = "",  [WINERROR_FORMAT_JSON] = "[]", [WINERROR_FORMAT_TEMPLATE] = "",
  };

  for (int format = 0; format < WINERROR_N_FORMATS; format++)
    {
      g_auto (WinerrorTicketOptions)
          options = { .format = (WinerrorFormat) format,
                      .language = winerror_language_ref (fixture->english),
                      .template_text = g_strdup ("x") };
      g_autofree char *text = winerror_ticket_write (NULL, 0, &options);

      g_assert_cmpstr (text, ==, expected[format]);
    }
}

/* From right to left, and a description that has no translation. */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  g_auto (WinerrorTicketOptions) options = { .format = WINERROR_FORMAT_HTML,
                                             .language = winerror_language_ref (fixture->arabic) };
  g_autoptr (WinerrorTable) table = new_table (WINERROR_FAMILY_WIN32);
  g_autoptr (WinerrorEntry) unknown = winerror_entry_new (table, 1, "E_1", "Nobody knows it.");
  WinerrorEntry *known = find (fixture, 1326);
  g_autofree char *translated = winerror_ticket_write (&known, 1, &options);
  g_autofree char *untranslated = winerror_ticket_write (&unknown, 1, &options);
  g_autoptr (WinerrorLanguage) brazilian = winerror_language_new_shipped ("pt_BR", NULL);
  g_autofree char *portuguese = NULL;

  g_assert_nonnull (strstr (translated, "<span lang=\"ar\" dir=\"rtl\">"));
  g_assert_nonnull (strstr (translated, "<span lang=\"en\" dir=\"ltr\">" ENGLISH "</span>"));
  g_assert_nonnull (strstr (untranslated, "<span lang=\"en\" dir=\"ltr\">Nobody knows it.</span>"));
  g_assert_null (strstr (untranslated, "rtl"));

  g_clear_pointer (&options.language, winerror_language_unref);
  options.language = g_steal_pointer (&brazilian);
  portuguese = winerror_ticket_write (&known, 1, &options);
  g_assert_nonnull (strstr (portuguese, "<span lang=\"pt-BR\" dir=\"ltr\">"));
}

/* Descriptions that are markup, a formula or a command to what they are pasted into; in each format
 * the line that they make, without what stands around it. */
typedef struct
{
  const char *description;
  const char *clean;
  const char *markdown;
  const char *html;
  const char *jira;
  const char *csv;
  const char *json;
} Hostile;

static const Hostile hostile[] = {
  { "<script>alert(1)</script>", "<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>",
    "<script>alert(1)</script>", "<script>alert(1)</script>" },
  { "=HYPERLINK(\"http://x\")", "=HYPERLINK(\"http://x\")", "\\=HYPERLINK(\"http://x\")",
    "=HYPERLINK(&quot;http://x&quot;)", "=HYPERLINK(\"http://x\")",
    "\"'=HYPERLINK(\"\"http://x\"\")\"", "=HYPERLINK(\\\"http://x\\\")" },
  { "+1", "+1", "\\+1", "+1", "\\+1", "\"'+1\"", "+1" },
  { "@x", "@x", "@x", "@x", "@x", "\"'@x\"", "@x" },
  { "-1+2", "-1+2", "\\-1+2", "-1+2", "\\-1+2", "\"'-1+2\"", "-1+2" },
  { "-12", "-12", "\\-12", "-12", "\\-12", "-12", "-12" },
  { "\t=1", "=1", "\\=1", "=1", "=1", "\"'=1\"", "=1" },
  { "＝1", "＝1", "＝1", "＝1", "＝1", "\"'＝1\"", "＝1" },
  { "a|b||c", "a|b||c", "a\\|b\\|\\|c", "a|b||c", "a\\|b\\|\\|c", "a|b||c", "a|b||c" },
  { "`rm` ``x``", "`rm` ``x``", "\\`rm\\` \\`\\`x\\`\\`", "`rm` ``x``", "`rm` ``x``", "`rm` ``x``",
    "`rm` ``x``" },
  { "[x](javascript:y)", "[x](javascript:y)", "\\[x\\](javascript:y)", "[x](javascript:y)",
    "\\[x\\](javascript:y)", "[x](javascript:y)", "[x](javascript:y)" },
  { "# h", "# h", "\\# h", "# h", "\\# h", "# h", "# h" },
  { "- x", "- x", "\\- x", "- x", "\\- x", "\"'- x\"", "- x" },
  { "1. x", "1. x", "1\\. x", "1. x", "1. x", "1. x", "1. x" },
  { "12) x", "12) x", "12\\) x", "12) x", "12) x", "12) x", "12) x" },
  { "> x", "> x", "\\> x", "&gt; x", "> x", "> x", "> x" },
  { "---", "---", "\\---", "---", "\\-\\-\\-", "\"'---\"", "---" },
  { "a *b* _c_ ~d~", "a *b* _c_ ~d~", "a \\*b\\* \\_c\\_ \\~d\\~", "a *b* _c_ ~d~",
    "a \\*b\\* \\_c\\_ \\~d\\~", "a *b* _c_ ~d~", "a *b* _c_ ~d~" },
  { "h1. x", "h1. x", "h1. x", "h1. x", "h1\\. x", "h1. x", "h1. x" },
  { "bq. x", "bq. x", "bq. x", "bq. x", "bq\\. x", "bq. x", "bq. x" },
  { "{code}x{code}", "{code}x{code}", "{code}x{code}", "{code}x{code}", "\\{code\\}x\\{code\\}",
    "{code}x{code}", "{code}x{code}" },
  { "!img!", "!img!", "\\!img\\!", "!img!", "\\!img\\!", "!img!", "!img!" },
  { "on (x) off :)", "on (x) off :)", "on (x) off :)", "on (x) off :)", "on \\(x) off \\:)",
    "on (x) off :)", "on (x) off :)" },
  { "C:\\x\\", "C:\\x\\", "C:\\\\x\\\\", "C:\\x\\", "C:\\\\x\\\\", "C:\\x\\", "C:\\\\x\\\\" },
  { "&amp; & &lt;", "&amp; & &lt;", "\\&amp; \\& \\&lt;", "&amp;amp; &amp; &amp;lt;",
    "&amp; & &lt;", "\"&amp; & &lt;\"", "&amp; & &lt;" },
  { "say \"x\" 'y'", "say \"x\" 'y'", "say \"x\" 'y'", "say &quot;x&quot; &apos;y&apos;",
    "say \"x\" 'y'", "\"say \"\"x\"\" 'y'\"", "say \\\"x\\\" 'y'" },
  { "a, b; c", "a, b; c", "a, b; c", "a, b; c", "a, b; c", "\"a, b; c\"", "a, b; c" },
  /* what steers a terminal, a line or the direction is gone in each */
  { "\x1b[31mred\x1b[0m\x07\x08\x7f", "[31mred[0m", "\\[31mred\\[0m", "[31mred[0m",
    "\\[31mred\\[0m", "[31mred[0m", "[31mred[0m" },
  { "\x1b]0;title\x07x", "]0;titlex", "\\]0;titlex", "]0;titlex", "\\]0;titlex", "\"]0;titlex\"",
    "]0;titlex" },
  { "a\xc2\x9b"
    "31mb",
    "a31mb", "a31mb", "a31mb", "a31mb", "a31mb", "a31mb" },
  { "a\xe2\x80\xaegpj.exe", "agpj.exe", "agpj.exe", "agpj.exe", "agpj.exe", "agpj.exe",
    "agpj.exe" },
  { "a\xe2\x80\xa8"
    "b\xe2\x80\xa9"
    "c",
    "a b c", "a b c", "a b c", "a b c", "a b c", "a b c" },
  { " a\r\n\n\tb \n", "a b", "a b", "a b", "a b", "a b", "a b" },
  { "cafe\u0301", "caf\u00E9", "caf\u00E9", "caf\u00E9", "caf\u00E9", "caf\u00E9", "caf\u00E9" },
  { "\u0338x", "\u0338x", "\u0338x", "\u0338x", "\u0338x", "\u0338x", "\u0338x" },
  { "a\xff"
    "b",
    "a\uFFFDb", "a\uFFFDb", "a\uFFFDb", "a\uFFFDb", "a\uFFFDb", "a\uFFFDb" },
};

static char *
write_hostile (Fixture *fixture, WinerrorEntry *entry, WinerrorFormat format)
{
  g_auto (WinerrorTicketOptions) options = { .format = format,
                                             .language = winerror_language_ref (fixture->english),
                                             .template_text = g_strdup ("{description}") };

  return winerror_ticket_write (&entry, 1, &options);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorTable) table = new_table (WINERROR_FAMILY_WIN32);

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      const Hostile *h = &hostile[i];
      g_autoptr (WinerrorEntry) entry = winerror_entry_new (table, 1, "E", h->description);
      const struct
      {
        WinerrorFormat format;
        const char *before;
        const char *text;
        const char *after;
      } cases[] = {
        { WINERROR_FORMAT_TEXT, "E (1, 0x1)\n", h->clean, "\nHRESULT 0x80070001 (-2147024895)\n" },
        { WINERROR_FORMAT_LINE, "1 (0x1) E: ", h->clean, "" },
        { WINERROR_FORMAT_MARKDOWN, "**`E`** (1, `0x1`)\n\n", h->markdown,
          "\n\nHRESULT `0x80070001` (-2147024895)\n" },
        { WINERROR_FORMAT_HTML,
          "<p><span dir=\"ltr\"><b>E</b> (1, 0x1)</span><br><span lang=\"en\" dir=\"ltr\">",
          h->html, "</span><br><span dir=\"ltr\">HRESULT 0x80070001 (-2147024895)</span></p>" },
        { WINERROR_FORMAT_JIRA, "*E* (1, {{0x1}})\n", h->jira,
          "\nHRESULT {{0x80070001}} (-2147024895)\n" },
        { WINERROR_FORMAT_TSV, "1\t0x1\tE\t", h->clean, "" },
        { WINERROR_FORMAT_TEMPLATE, "", h->clean, "" },
      };
      g_auto (WinerrorTicketOptions)
          plain = { .language = winerror_language_ref (fixture->english) };
      g_autofree char *csv = write_hostile (fixture, entry, WINERROR_FORMAT_CSV);
      g_autofree char *json = write_hostile (fixture, entry, WINERROR_FORMAT_JSON);
      g_autofree char *csv_expected = g_strconcat (CSV_HEAD "1,0x1,win32,E,", h->csv, ",", h->csv,
                                                   ",0x80070001,-2147024895,T,{csv},,\r\n", NULL);
      g_autofree char *json_expected = g_strconcat (
          "[\n  {\"code\": 1, \"hex\": \"0x1\", \"family\": \"win32\", \"symbol\": \"E\", "
          "\"description\": \"",
          h->json, "\", \"source_description\": \"", h->json,
          "\", \"hresult\": \"0x80070001\", \"hresult_signed\": \"-2147024895\", "
          "\"table\": \"T\", \"advice\": {json}, \"notes\": []}\n]\n",
          NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          g_autofree char *text = write_hostile (fixture, entry, cases[j].format);
          g_autofree char *expected = g_strconcat (cases[j].before, cases[j].text, cases[j].after,
                                                   NULL);

          g_assert_cmpstr (text, ==, expected);
        }
      assert_written (csv, csv_expected, &entry, 1, &plain);
      assert_written (json, json_expected, &entry, 1, &plain);
    }
}

/* The same in tables, where a cell must not end early. */
static void
test_hostile_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorTable) table = new_table (WINERROR_FAMILY_WIN32);

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      const Hostile *h = &hostile[i];
      g_autoptr (WinerrorEntry) entry = winerror_entry_new (table, 1, "E", h->description);
      WinerrorEntry *twice[] = { entry, entry };
      const struct
      {
        WinerrorFormat format;
        const char *before;
        const char *text;
        const char *after;
      } cases[] = {
        { WINERROR_FORMAT_MARKDOWN, "\n| 1 | `0x1` | `E` | ", h->markdown, " |\n" },
        { WINERROR_FORMAT_JIRA, "\n|1|0x1|E|", h->jira, "|\n" },
        { WINERROR_FORMAT_HTML, "<td><span lang=\"en\" dir=\"ltr\">", h->html,
          "</span></td></tr>\n" },
      };

      for (gsize j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          g_auto (WinerrorTicketOptions)
              options = { .format = cases[j].format,
                          .language = winerror_language_ref (fixture->english) };
          g_autofree char *text = winerror_ticket_write (twice, 2, &options);
          g_autofree char *row = g_strconcat (cases[j].before, cases[j].text, cases[j].after, NULL);
          const char *first = strstr (text, row);

          g_assert_nonnull (first);
          g_assert_nonnull (strstr (first + 1, row));
        }
    }
}

int
main (int argc, char **argv)
{
  winerror_language_init (g_getenv ("WINERROR_TEST_LOCALEDIR"));
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/ticket/one", test_one);
  ADD ("/ticket/languages", test_languages);
  ADD ("/ticket/several", test_several);
  ADD ("/ticket/families", test_families);
  ADD ("/ticket/ntstatus", test_ntstatus);
  ADD ("/ticket/families-in-rows", test_families_in_rows);
  ADD ("/ticket/all", test_all);
  ADD ("/ticket/nothing", test_nothing);
  ADD ("/ticket/direction", test_direction);
  ADD ("/ticket/hostile", test_hostile);
  ADD ("/ticket/hostile-rows", test_hostile_rows);
#undef ADD

  return g_test_run ();
}
