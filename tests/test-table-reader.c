// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Tables as they are to be, and every way in which a file can fail to be one. */

#include "winerror-table-reader.h"

#include "winerror-entry.h"

#include <locale.h>
#include <string.h>

#define ROOT "<error-table id=\"t\" first=\"1\" last=\"9\">"
#define INFO                                                                                       \
  "<title>T</title><header>H.h</header><minimum-client>C</minimum-client>"                         \
  "<minimum-server>S</minimum-server><source url=\"https://x.example/\" date=\"2024-07-15\"/>"     \
  "<license id=\"MIT\" url=\"https://l.example/\" holder=\"O\"/>"
#define ENTRY "<entry code=\"5\" symbol=\"E_5\"><description>Five.</description></entry>"
#define END   "</error-table>"

static GPtrArray *
read_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return winerror_table_read (bytes, "some.xml", error);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = read_text (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!-- a comment -->\n"
      "<!DOCTYPE error-table SYSTEM \"../error-table.dtd\">\n"
      "<error-table id=\"some\" first=\"1\" last=\"65535\">\n"
      "  <title>  Some\n  codes </title>\n"
      "  <header>Some.h</header>\n"
      "  <minimum-client>Windows &amp; client</minimum-client>\n"
      "  <minimum-server>Server</minimum-server>\n"
      "  <source url=\"https://x.example/?a=1&amp;b=2\" date=\"2024-07-15\"/>\n"
      "  <license id=\"CC-BY-4.0\" url=\"https://l.example/\" holder=\"Some &quot;body&quot;\"/>\n"
      "  <entry code=\"65535\" symbol=\"LAST_65535\">\n"
      "    <description>The last.</description>\n"
      "  </entry>\n"
      "  <!-- out of order -->\n"
      "  <entry symbol=\"FIRST\" code=\"1\"><description>\n\tA &lt;b&gt; &amp;&#x26; <!-- x -->"
      "<![CDATA[<c> & ]]>\r\n  d\u00A0e &apos;&quot; cafe\u0301\x7f\u202E</description></entry>\n"
      "</error-table>\n",
      -1, &error);
  const WinerrorTableInfo *info;
  WinerrorEntry *first;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  first = entries->pdata[0];
  g_assert_cmpuint (winerror_entry_get_code (first), ==, 1);
  g_assert_cmpstr (winerror_entry_get_symbol (first), ==, "FIRST");
  g_assert_cmpstr (winerror_entry_get_source_description (first), ==,
                   "A <b> && <c> & d\u00A0e '\" caf\u00E9");
  g_assert_cmpuint (winerror_entry_get_code (entries->pdata[1]), ==, 65535);
  g_assert_true (winerror_entry_get_table (first) == winerror_entry_get_table (entries->pdata[1]));

  info = winerror_table_get_info (winerror_entry_get_table (first));
  g_assert_cmpstr (info->id, ==, "some");
  g_assert_cmpstr (info->title, ==, "Some codes");
  g_assert_cmpstr (info->header, ==, "Some.h");
  g_assert_cmpstr (info->minimum_client, ==, "Windows & client");
  g_assert_cmpstr (info->minimum_server, ==, "Server");
  g_assert_cmpstr (info->source_uri, ==, "https://x.example/?a=1&b=2");
  g_assert_cmpstr (info->source_date, ==, "2024-07-15");
  g_assert_cmpstr (info->license_id, ==, "CC-BY-4.0");
  g_assert_cmpstr (info->license_uri, ==, "https://l.example/");
  g_assert_cmpstr (info->license_holder, ==, "Some \"body\"");
  g_assert_cmpuint (info->first, ==, 1);
  g_assert_cmpuint (info->last, ==, 65535);
  g_assert_cmpint ((int) info->family, ==, (int) WINERROR_FAMILY_WIN32);
  g_assert_false (info->listed);
  g_assert_false (info->has_anchors);
}

/* A table that was imported names its file; it has no page, and no licence that anyone knows. */
static void
test_imported (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      entries = read_text (ROOT "<title>T</title><source file=\"a  &amp; b.csv\"/>" ENTRY END, -1,
                           &error);
  const WinerrorTableInfo *info;
  g_autofree char *uri = NULL;
  g_autofree char *author = NULL;

  g_assert_no_error (error);
  info = winerror_table_get_info (winerror_entry_get_table (entries->pdata[0]));
  g_assert_cmpstr (info->source_file, ==, "a & b.csv");
  g_assert_null (info->source_uri);
  g_assert_null (info->license_id);
  uri = winerror_entry_dup_uri (entries->pdata[0]);
  g_assert_null (uri);
  g_object_get (entries->pdata[0], "author", &author, NULL);
  g_assert_cmpstr (author, ==, "a & b.csv");
}

/* What may be left out, and what only some tables have. */
static void
test_families (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = read_text (
      "<error-table id=\"some\" family=\"ntstatus\" first=\"0x40000000\" last=\"0xFFFFFFFF\" "
      "listed=\"yes\">"
      "<title>T</title><source url=\"https://x.example/\" anchors=\"yes\"/>"
      "<license id=\"MIT\" url=\"https://l.example/\" holder=\"O\"/>"
      "<entry code=\"0xC000006d\" symbol=\"STATUS_A\" also=\"Status_b STATUS_C\" win32=\"1326\" "
      "met=\"3\"/>"
      "<entry code=\"1073741824\"><description>D.</description></entry>"
      "<entry code=\"0xFFFFFFFF\" symbol=\"STATUS_D\" "
      "met=\"1\"><description>E.</description></entry>"
      "</error-table>",
      -1, &error);
  const WinerrorEntryInfo *info;
  const WinerrorTableInfo *table;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  table = winerror_table_get_info (winerror_entry_get_table (entries->pdata[0]));
  g_assert_cmpint ((int) table->family, ==, (int) WINERROR_FAMILY_NTSTATUS);
  g_assert_true (table->listed);
  g_assert_true (table->has_anchors);
  g_assert_cmpuint (table->first, ==, 0x40000000u);
  g_assert_cmpuint (table->last, ==, G_MAXUINT32);
  g_assert_null (table->header);
  g_assert_null (table->minimum_client);
  g_assert_null (table->minimum_server);
  g_assert_null (table->source_date);

  info = winerror_entry_get_info (entries->pdata[0]);
  g_assert_cmpuint (info->code, ==, 0x40000000u);
  g_assert_null (info->symbol);
  g_assert_null (info->aliases);
  g_assert_cmpstr (info->description, ==, "D.");
  g_assert_cmpuint (info->win32, ==, 0);
  g_assert_cmpuint (info->met, ==, 0);

  info = winerror_entry_get_info (entries->pdata[1]);
  g_assert_cmpuint (info->code, ==, 0xC000006Du);
  g_assert_cmpstr (info->symbol, ==, "STATUS_A");
  g_assert_cmpstr (info->aliases, ==, "Status_b STATUS_C");
  g_assert_null (info->description);
  g_assert_cmpuint (info->win32, ==, 1326);
  g_assert_cmpuint (info->met, ==, 3);

  info = winerror_entry_get_info (entries->pdata[2]);
  g_assert_cmpuint (info->code, ==, G_MAXUINT32);
  g_assert_cmpuint (info->met, ==, 1);
}

/* What is wrong, and the message without the name of the file. */
typedef struct
{
  const char *text;
  WinerrorTableError code;
  const char *message;
} Fault;

static const Fault faults[] = {
  { "<!-- a comment -->", WINERROR_TABLE_ERROR_MALFORMED,
    "1:19: expected <error-table>, found the end of the file" },
  { "<?xml version=\"1.0\"?>\n<!DOCTYPE error-table SYSTEM \"../error-table.dtd\">\n",
    WINERROR_TABLE_ERROR_MALFORMED, "3:1: expected <error-table>, found the end of the file" },
  { "<table/>", WINERROR_TABLE_ERROR_MALFORMED, "1:8: expected <error-table>, found <table>" },
  { "\n\n  <html>", WINERROR_TABLE_ERROR_MALFORMED, "3:9: expected <error-table>, found <html>" },
  { "<error-table>", WINERROR_TABLE_ERROR_MALFORMED,
    "1:14: expected attribute id, found <error-table>" },
  { "<error-table id=\"t\" first=\"1\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:31: expected attribute last, found <error-table>" },
  { "<error-table id=\"t\" first=\"1\" last=\"9\" extra=\"x\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:50: expected the attributes id, family, first, last, listed, once each, found extra" },
  { "<error-table id=\"t\" id=\"t\" first=\"1\" last=\"9\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:47: expected the attributes id, family, first, last, listed, once each, found id" },
  { "<error-table id=\"\" first=\"1\" last=\"9\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:39: expected a value for id, found none" },
  { "<error-table id=\"t\" first=\"one\" last=\"9\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:42: expected a number from 0 to 65535, decimal or hexadecimal after 0x, found one" },
  { "<error-table id=\"t\" first=\"-1\" last=\"9\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:41: expected a number from 0 to 65535, decimal or hexadecimal after 0x, found -1" },
  { "<error-table id=\"t\" first=\"1\" last=\"65536\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:44: expected a number from 1 to 65535, decimal or hexadecimal after 0x, found 65536" },
  { "<error-table id=\"t\" first=\"9\" last=\"1\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:40: expected a number from 9 to 65535, decimal or hexadecimal after 0x, found 1" },
  { "<error-table id=\"t\" family=\"some\" first=\"1\" last=\"9\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:54: expected a family of codes, found some" },
  { "<error-table id=\"t\" family=\"device\" first=\"1\" last=\"65536\">",
    WINERROR_TABLE_ERROR_MALFORMED,
    "1:60: expected a number from 1 to 65535, decimal or hexadecimal after 0x, found 65536" },
  { "<error-table id=\"t\" family=\"hresult\" first=\"1\" last=\"0x100000000\">",
    WINERROR_TABLE_ERROR_MALFORMED,
    "1:67: expected a number from 1 to 4294967295, decimal or hexadecimal after 0x, found "
    "0x100000000" },
  { "<error-table id=\"t\" first=\"1\" last=\"9\" listed=\"true\">", WINERROR_TABLE_ERROR_MALFORMED,
    "1:54: expected yes, no, found true" },
  { ROOT END, WINERROR_TABLE_ERROR_MALFORMED, "1:54: expected <title>, found </error-table>" },
  { ROOT "\n  words" END, WINERROR_TABLE_ERROR_MALFORMED, "2:8: expected an element, found words" },
  { ROOT "\n<header>", WINERROR_TABLE_ERROR_MALFORMED, "2:9: expected <title>, found <header>" },
  { ROOT ENTRY END, WINERROR_TABLE_ERROR_MALFORMED, "1:69: expected <title>, found <entry>" },
  { ROOT "<title></title>", WINERROR_TABLE_ERROR_MALFORMED,
    "1:55: expected text in <title>, found none" },
  { ROOT "<title> \n\t </title>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:11: expected text in <title>, found none" },
  { ROOT "<title>T<b>b</b></title>", WINERROR_TABLE_ERROR_MALFORMED,
    "1:51: expected no element here, found <b>" },
  { ROOT "<title lang=\"en\">T</title>", WINERROR_TABLE_ERROR_MALFORMED,
    "1:57: expected no attributes, found lang" },
  { ROOT "<title>T</title><title>T</title>", WINERROR_TABLE_ERROR_MALFORMED,
    "1:63: expected <source>, found <title>" },
  { ROOT "<title>T</title><minimum-server>S</minimum-server><header>",
    WINERROR_TABLE_ERROR_MALFORMED, "1:98: expected <source>, found <header>" },
  { ROOT "<title>T</title>\n<license/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:10: expected <source>, found <license>" },
  { ROOT "<title>T</title><header>H</header><minimum-client>C</minimum-client>"
         "<minimum-server>S</minimum-server><source date=\"d\"/>",
    WINERROR_TABLE_ERROR_MALFORMED, "1:159: expected attribute url, found <source>" },
  { ROOT "<title>T</title>\n<source file=\"\x15\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:18: expected attribute url, found <source>" },
  { ROOT "<title>T</title>\n<source url=\"http://x.example/\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:33: expected an address that begins with https://, found http://x.example/" },
  { ROOT "<title>T</title>\n<source url=\"javascript:x\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:28: expected an address that begins with https://, found javascript:x" },
  { ROOT "<title>T</title>\n<source url=\"https://x.example/\" anchors=\"1\"/>",
    WINERROR_TABLE_ERROR_MALFORMED, "2:46: expected yes, no, found 1" },
  { ROOT "<title>T</title><header>H</header><minimum-client>C</minimum-client>"
         "<minimum-server>S</minimum-server><source url=\"https://u\" date=\"d\">words</source>",
    WINERROR_TABLE_ERROR_MALFORMED, "1:180: expected an element, found words" },
  { ROOT "<title>T</title><header>H</header><minimum-client>C</minimum-client>"
         "<minimum-server>S</minimum-server><source url=\"https://u\" date=\"d\"/>"
         "<license id=\"MIT\" holder=\"O\"/>",
    WINERROR_TABLE_ERROR_MALFORMED, "1:205: expected attribute url, found <license>" },
  { ROOT INFO END, WINERROR_TABLE_ERROR_MALFORMED,
    "1:265: expected <entry>, found </error-table>" },
  { ROOT INFO "\n<entry/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:8: expected attribute code, found <entry>" },
  { ROOT INFO "\n<entry code=\"5\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:18: expected <description>, found </entry>" },
  { ROOT INFO "\n<entry code=\"0xA\" symbol=\"E\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:30: expected a number from 1 to 9, decimal or hexadecimal after 0x, found 0xA" },
  { ROOT INFO "\n<entry code=\"0X5\" symbol=\"E\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:30: expected a number from 1 to 9, decimal or hexadecimal after 0x, found 0X5" },
  { ROOT INFO "\n<entry code=\"0x\" symbol=\"E\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:29: expected a number from 1 to 9, decimal or hexadecimal after 0x, found 0x" },
  { ROOT INFO "\n<entry code=\"0x0x5\" symbol=\"E\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:32: expected a number from 1 to 9, decimal or hexadecimal after 0x, found 0x0x5" },
  { ROOT INFO "\n<entry code=\"10\" symbol=\"E\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:29: expected a number from 1 to 9, decimal or hexadecimal after 0x, found 10" },
  { ROOT INFO "\n<entry code=\"0\" symbol=\"E\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:28: expected a number from 1 to 9, decimal or hexadecimal after 0x, found 0" },
  { ROOT INFO "\n<entry code=\"5 \" symbol=\"E\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:29: expected a number from 1 to 9, decimal or hexadecimal after 0x, found 5" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"5_E\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:30: expected a symbol of letters, digits and underscores, found 5_E" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"Er-ror\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:33: expected a symbol of letters, digits and underscores, found Er-ror" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E E\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:30: expected a symbol of letters, digits and underscores, found E E" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"\u00C9\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:29: expected a symbol of letters, digits and underscores, found É" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\" also=\"F  G\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:40: expected a symbol of letters, digits and underscores, found G" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\" also=\"F E\"/>", WINERROR_TABLE_ERROR_DUPLICATE,
    "2:39: expected a symbol that is new in this table, found E" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\" met=\"0\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:36: expected a number from 1 to 3, decimal or hexadecimal after 0x, found 0" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\" met=\"4\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:36: expected a number from 1 to 3, decimal or hexadecimal after 0x, found 4" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\" win32=\"0\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:38: expected a number from 1 to 65535, decimal or hexadecimal after 0x, found 0" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\" win32=\"65536\"/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:42: expected a number from 1 to 65535, decimal or hexadecimal after 0x, found 65536" },
  { ROOT INFO "\n<entry code=\"5\"></entry>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:25: expected <description>, found </entry>" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\"><description/></entry>",
    WINERROR_TABLE_ERROR_MALFORMED, "2:42: expected text in <description>, found none" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\"><text/></entry>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:34: expected <description>, found <text>" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\">words</entry>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:33: expected an element, found words" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\"><description>A</description>"
              "<description>B</description></entry>",
    WINERROR_TABLE_ERROR_MALFORMED, "2:69: expected no element here, found <description>" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\"><description lang=\"en\">A</description>",
    WINERROR_TABLE_ERROR_MALFORMED, "2:51: expected no attributes, found lang" },
  { ROOT INFO "\n<entry code=\"5\" symbol=\"E\"><description>A <b>b</b></description>",
    WINERROR_TABLE_ERROR_MALFORMED, "2:46: expected text, found <b>" },
  { ROOT INFO ENTRY "\n<title>T</title>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:8: expected <entry>, found <title>" },
  { ROOT INFO ENTRY "\n" ENTRY END, WINERROR_TABLE_ERROR_DUPLICATE,
    "2:30: expected a code that is new in this table, found 5" },
  { ROOT INFO ENTRY "\n<entry code=\"05\" symbol=\"E_6\">", WINERROR_TABLE_ERROR_DUPLICATE,
    "2:31: expected a code that is new in this table, found 05" },
  { ROOT INFO ENTRY "\n<entry code=\"6\" symbol=\"E_5\">", WINERROR_TABLE_ERROR_DUPLICATE,
    "2:30: expected a symbol that is new in this table, found E_5" },
  { ROOT INFO ENTRY END "\n" ROOT INFO ENTRY END, WINERROR_TABLE_ERROR_MALFORMED,
    "2:40: expected the end of the file, found <error-table>" },
  { ROOT INFO ENTRY END "\n<other/>", WINERROR_TABLE_ERROR_MALFORMED,
    "2:8: expected the end of the file, found <other>" },
  { ROOT "\n<Ärger>", WINERROR_TABLE_ERROR_MALFORMED, "2:9: expected <title>, found <Ärger>" },
  { ROOT "\n<title>T</title><header "
         "a=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"/>",
    WINERROR_TABLE_ERROR_MALFORMED, "2:97: expected no attributes, found a" },
  { ROOT INFO
    "\n<entry code=\"5555555555555555555555555555555555555555555555555555555555555555555\" "
    "symbol=\"E\"/>",
    WINERROR_TABLE_ERROR_MALFORMED,
    "2:94: expected a number from 1 to 9, decimal or hexadecimal after 0x, found "
    "555555555555555555555555555555555555555555555555555555555555…" },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = read_text (faults[i].text, -1, &error);
      g_autofree char *message = g_strconcat ("some.xml:", faults[i].message, NULL);

      g_assert_null (entries);
      g_assert_error (error, WINERROR_TABLE_ERROR, (int) faults[i].code);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* To GMarkup it is the end of a text. */
static void
test_nul (void)
{
  static const char *const texts[] = { "\n" ROOT "\n<title>a@b</title>", "\n\n<er@ror-table>" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strdup (texts[i]);
      gsize length = strlen (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = NULL;

      *strchr (text, '@') = '\0';
      entries = read_text (text, (gssize) length, &error);
      g_assert_null (entries);
      g_assert_error (error, WINERROR_TABLE_ERROR, WINERROR_TABLE_ERROR_MALFORMED);
      g_assert_cmpstr (error->message, ==,
                       i == 0 ? "some.xml:3:9: expected text, found NUL"
                              : "some.xml:3:4: expected text, found NUL");
    }
}

/* What is not even XML: GMarkup says what and where. */
static void
test_not_xml (void)
{
  const struct
  {
    const char *text;
    gssize length;
    GMarkupError code;
    int line;
  } cases[] = {
    { "", 0, G_MARKUP_ERROR_EMPTY, 1 },
    { " \n ", -1, G_MARKUP_ERROR_EMPTY, 2 },
    { "no markup", -1, G_MARKUP_ERROR_PARSE, 1 },
    { ROOT INFO ENTRY, -1, G_MARKUP_ERROR_PARSE, 1 },
    { ROOT "\n" INFO "\n<entry code=\"5\" symbol", -1, G_MARKUP_ERROR_PARSE, 3 },
    { ROOT INFO "\n" ENTRY "</error>", -1, G_MARKUP_ERROR_PARSE, 2 },
    { ROOT INFO ENTRY END "\n" END, -1, G_MARKUP_ERROR_PARSE, 2 },
    { ROOT INFO ENTRY END "\ntext", -1, G_MARKUP_ERROR_PARSE, 2 },
    { ROOT "<title>&nbsp;</title>", -1, G_MARKUP_ERROR_PARSE, 1 },
    { ROOT "<title>A & B</title>", -1, G_MARKUP_ERROR_PARSE, 1 },
    { ROOT "<title>&#0;</title>", -1, G_MARKUP_ERROR_PARSE, 1 },
    { ROOT "<title>&#xD800;</title>", -1, G_MARKUP_ERROR_PARSE, 1 },
    { ROOT "<title id=1>", -1, G_MARKUP_ERROR_PARSE, 1 },
    { ROOT "\n<title>\xff</title>", -1, G_MARKUP_ERROR_BAD_UTF8, 2 },
    { ROOT INFO ENTRY "<![CDATA[", -1, G_MARKUP_ERROR_PARSE, 1 },
    { ROOT INFO ENTRY "<!-- ", -1, G_MARKUP_ERROR_PARSE, 1 },
    { ROOT "\n<\u202E>", -1, G_MARKUP_ERROR_PARSE, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = read_text (cases[i].text, cases[i].length, &error);
      g_autofree char *where = g_strdup_printf ("some.xml: Error on line %d", cases[i].line);

      g_assert_null (entries);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_error (error, G_MARKUP_ERROR, (int) cases[i].code);
      if (cases[i].code != G_MARKUP_ERROR_EMPTY)
        g_assert_true (g_str_has_prefix (error->message, where));
    }
}

/* A file that breaks off anywhere is refused, as are its parts. */
static void
test_truncated (void)
{
  static const char whole[] = ROOT INFO ENTRY END;

  for (gsize length = 0; length < sizeof whole - 1; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = read_text (whole, (gssize) length, &error);

      g_assert_null (entries);
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-reader/whole", test_whole);
  g_test_add_func ("/table-reader/families", test_families);
  g_test_add_func ("/table-reader/imported", test_imported);
  g_test_add_func ("/table-reader/faults", test_faults);
  g_test_add_func ("/table-reader/nul", test_nul);
  g_test_add_func ("/table-reader/not-xml", test_not_xml);
  g_test_add_func ("/table-reader/truncated", test_truncated);

  return g_test_run ();
}
