// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* What callers say: how it is read, and which entries a query finds by it. */

#include "winerror-sayings.h"

#include "small-catalog.h"
#include "winerror-test-utils.h"

#include <string.h>

/* the numbers of the small catalog */
static const TestEntry entries[] = {
  { "ERROR_A", "The first." },
  { "ERROR_B", "The second." },
  { "ERROR_C", "The third." },
};

static const char text[] = "# a comment\n"
                           "win32:1\tsomebody locked the door\n"
                           "\n"
                           "win32:0\twindow is broken\n"
                           "win32:1\tmy key does not fit\n"
                           "win32:2\tthe windows are open and a door is open";

typedef struct
{
  WinerrorCatalog *catalog;
  WinerrorIndex *index;
  GBytes *bytes;
  WinerrorSayings *sayings;
  GPtrArray *others; /* indexes whose words are no typing errors */
  float values[G_N_ELEMENTS (entries)];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GError) error = NULL;

  fixture->catalog = test_small_catalog_new (entries, G_N_ELEMENTS (entries));
  fixture->index = winerror_index_new (fixture->catalog, language);
  fixture->bytes = winerror_sayings_compile (fixture->catalog, text, "en", &error);
  g_assert_no_error (error);
  fixture->sayings = winerror_sayings_new (fixture->bytes, fixture->index, &error);
  g_assert_no_error (error);
  fixture->others = g_ptr_array_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->others);
  winerror_sayings_free (fixture->sayings);
  g_bytes_unref (fixture->bytes);
  winerror_index_unref (fixture->index);
  g_assert_finalize_object (fixture->catalog);
}

static void
match (Fixture *fixture, const char *query)
{
  g_auto (GStrv) words = g_strsplit (query, " ", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (list, words[i]);
  memset (fixture->values, 0, sizeof fixture->values);
  g_test_message ("%s", query);
  winerror_sayings_match (fixture->sayings, fixture->others, list, fixture->values,
                          G_N_ELEMENTS (entries));
}

static void
test_match (Fixture *fixture, gconstpointer data)
{
  float whole;

  /* the descriptions are said of the entries too */
  g_assert_cmpuint (winerror_sayings_get_n_sayings (fixture->sayings), ==, 4 + 3);

  /* words that were said of an entry, whatever carries no meaning among them */
  match (fixture, "somebody has locked the door");
  whole = fixture->values[1];
  g_assert_cmpfloat (whole, >, 0.75);
  g_assert_cmpfloat (fixture->values[0], ==, 0);
  g_assert_cmpfloat (fixture->values[2], >, 0);
  g_assert_cmpfloat (fixture->values[2], <, whole / 2);

  /* the order of the words says nothing, one that is there twice no more than once */
  match (fixture, "door locked door somebody locked");
  g_assert_cmpfloat_with_epsilon (fixture->values[1], whole, 1e-6);

  /* what was said in several sayings of an entry counts together */
  match (fixture, "door key");
  g_assert_cmpfloat (fixture->values[1], >, 0.75);
  g_assert_cmpfloat (fixture->values[2], <, 0.5);

  /* the description too */
  match (fixture, "third");
  g_assert_cmpfloat (fixture->values[2], >, 0.75);
  g_assert_cmpfloat (fixture->values[1], ==, 0);

  /* a word that nobody has said makes it worth less */
  match (fixture, "locked door zebra");
  g_assert_cmpfloat (fixture->values[1], >, 0);
  g_assert_cmpfloat (fixture->values[1], <, 0.75);

  /* nothing of an earlier query is left */
  match (fixture, "zebra");
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_assert_cmpfloat (fixture->values[i], ==, 0);
  match (fixture, "the");
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_assert_cmpfloat (fixture->values[i], ==, 0);
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  /* a form of a word is the word */
  match (fixture, "windows");
  g_assert_cmpfloat (fixture->values[0], >, 0);
  g_assert_cmpfloat (fixture->values[2], >, 0);

  /* the last word may be on the way, one before it not */
  match (fixture, "broken win");
  g_assert_cmpfloat (fixture->values[0], >, 0.5);
  match (fixture, "brok window");
  g_assert_cmpfloat (fixture->values[0], <, 0.75);
  match (fixture, "lock som");
  g_assert_cmpfloat (fixture->values[1], >, 0);
}

/* A word that nobody has said, nor any other index knows, is one with a typing error. */
static void
test_misspelt (Fixture *fixture, gconstpointer data)
{
  static const TestEntry own[] = { { "ERROR_D", "A brocken thing." } };
  g_autoptr (WinerrorCatalog) catalog = NULL;
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (WinerrorIndex) index = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  float whole;

  match (fixture, "broken");
  whole = fixture->values[0];
  g_assert_cmpfloat (whole, >, 0.5);
  match (fixture, "brocken");
  g_assert_cmpfloat (fixture->values[0], >, 0.5);
  g_assert_cmpfloat (fixture->values[0], <, whole);
  match (fixture, "brocken window");
  g_assert_cmpfloat (fixture->values[0], >, 0.75);

  /* short words are others, and so are those that mean something else */
  match (fixture, "kez");
  g_assert_cmpfloat (fixture->values[1], ==, 0);
  catalog = test_small_catalog_new (own, G_N_ELEMENTS (own));
  index = winerror_index_new (catalog, language);
  g_ptr_array_add (fixture->others, index);
  match (fixture, "brocken");
  g_assert_cmpfloat (fixture->values[0], ==, 0);
  g_ptr_array_add (words, (gpointer) "windo");
  g_ptr_array_add (words, (gpointer) "is");
  winerror_sayings_match (fixture->sayings, fixture->others, words, fixture->values, 1);
  g_assert_cmpfloat (fixture->values[0], >, 0);
  fixture->values[0] = 0;
  winerror_sayings_match (fixture->sayings, NULL, words, fixture->values, 1);
  g_assert_cmpfloat (fixture->values[0], ==, 0);
  match (fixture, "broken");
  g_assert_cmpfloat_with_epsilon (fixture->values[0], whole, 1e-6);
}

/* What is said often of an entry tells more than what was said once; and what is said of the
 * entries of a table tells something for those of which it was not said. */
static void
test_often (void)
{
  static const TestEntry few[] = {
    { "ERROR_A", "First." },
    { "ERROR_B", "Second." },
    { "ERROR_C", "Third." },
  };
  static const char more[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<error-table id=\"more\" first=\"7000\" last=\"8000\"><title>More</title>\n"
      "<source url=\"https://example.org/\"/>\n"
      "<license id=\"MIT\" url=\"https://example.org/\" holder=\"Nobody\"/>\n"
      "<entry code=\"7000\" symbol=\"ERROR_D\"><description>Fourth.</description></entry>\n"
      "<entry code=\"7001\" symbol=\"ERROR_E\"><description>Fifth.</description></entry>\n"
      "</error-table>\n";
  static const char said[] = "win32:0\tjam everywhere\n"
                             "win32:0\ta jam again\n"
                             "win32:1\tjam once\n"
                             "win32:1\tquite another thing\n"
                             "win32:2\tit is slow\n"
                             "win32:7000\tit is slow\n"
                             "win32:7001\tthe printer is off\n"
                             "win32:7001\tprinter without paper\n";
  g_autoptr (WinerrorCatalog) catalog = test_small_catalog_new (few, G_N_ELEMENTS (few));
  g_autoptr (WinerrorLanguage) language = winerror_language_new_source ();
  g_autoptr (GBytes) table = g_bytes_new_static (more, strlen (more));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WinerrorIndex) index = NULL;
  g_autoptr (WinerrorSayings) sayings = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  float values[5] = { 0 };

  winerror_catalog_add_table (catalog, table, "more", &error);
  g_assert_no_error (error);
  bytes = winerror_sayings_compile (catalog, said, "en", &error);
  g_assert_no_error (error);
  index = winerror_index_new (catalog, language);
  sayings = winerror_sayings_new (bytes, index, &error);
  g_assert_no_error (error);

  g_ptr_array_add (words, (gpointer) "jam");
  winerror_sayings_match (sayings, others, words, values, G_N_ELEMENTS (values));
  g_assert_cmpfloat (values[0], >, values[1]);
  g_assert_cmpfloat (values[1], >, 0);

  memset (values, 0, sizeof values);
  words->pdata[0] = (gpointer) "slow";
  winerror_sayings_match (sayings, others, words, values, G_N_ELEMENTS (values));
  g_assert_cmpfloat_with_epsilon (values[3], values[2], 0.05);
  memset (values, 0, sizeof values);
  g_ptr_array_add (words, (gpointer) "printer");
  winerror_sayings_match (sayings, others, words, values, G_N_ELEMENTS (values));
  g_assert_cmpfloat (values[3], >, values[2] * 1.05);
}

/* What another language knows already stays where it is better. */
static void
test_raise (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) "door");
  fixture->values[0] = 0.25f;
  fixture->values[1] = 0.999f;
  winerror_sayings_match (fixture->sayings, fixture->others, words, fixture->values,
                          G_N_ELEMENTS (entries));
  g_assert_cmpfloat_with_epsilon (fixture->values[0], 0.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (fixture->values[1], 0.999, 1e-6);
  g_assert_cmpfloat (fixture->values[2], >, 0);

  /* an entry that the catalog does not have is passed over */
  fixture->values[2] = 0;
  winerror_sayings_match (fixture->sayings, fixture->others, words, fixture->values, 2);
  g_assert_cmpfloat (fixture->values[2], ==, 0);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const char *const faults[] = {
    "win32:1 no tab",          "win32:1\t",     "win32:1\ttwo\ttabs",
    "win32:77\tno such entry", "zebra\tno key", "\tno key",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *lines = g_strdup_printf ("win32:1\tgood\n%s\n", faults[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = winerror_sayings_compile (fixture->catalog, lines, "en", &error);

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_null (bytes);
      g_assert_true (g_str_has_prefix (error->message, "line 2: "));
    }
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = winerror_sayings_compile (fixture->catalog, "# none\n", "en", &error);
  g_autoptr (WinerrorSayings) none = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_assert_no_error (error);
  none = winerror_sayings_new (bytes, fixture->index, &error);
  g_assert_no_error (error);
  g_ptr_array_add (words, (gpointer) "door");
  winerror_sayings_match (none, fixture->others, words, fixture->values, G_N_ELEMENTS (entries));
  g_assert_cmpfloat (fixture->values[1], ==, 0);
}

/* Bytes that were cut off anywhere, or say another number of entries, or have them out of order, of
 * a table that there cannot be, or without a saying, are refused. */
static void
test_bytes (Fixture *fixture, gconstpointer data)
{
  gsize size;
  const guint8 *whole = g_bytes_get_data (fixture->bytes, &size);
  const guint32 wrong[] = { 0, 2, 4, G_MAXUINT32, G_MAXUINT32 / 4 };

  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GBytes) part = g_bytes_new (whole, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (winerror_sayings_new (part, fixture->index, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      guint8 *copy = g_memdup2 (whole, size);
      g_autoptr (GBytes) changed = g_bytes_new_take (copy, size);
      g_autoptr (GError) error = NULL;

      memcpy (copy, &wrong[i], sizeof wrong[i]);
      g_assert_null (winerror_sayings_new (changed, fixture->index, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  for (gsize i = 1; i <= 3; i++) /* of the first entry: position, table, number of sayings */
    {
      guint32 *copy = g_memdup2 (whole, size);
      g_autoptr (GBytes) changed = g_bytes_new_take (copy, size);
      g_autoptr (GError) error = NULL;

      copy[i] = i == 3 ? 0 : 7;
      g_assert_null (winerror_sayings_new (changed, fixture->index, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* Bytes that were changed are found out by a look through them. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  gsize size;
  const guint8 *whole = g_bytes_get_data (fixture->bytes, &size);
  guint8 *copy = g_memdup2 (whole, size);
  g_autoptr (GBytes) changed = g_bytes_new_take (copy, size);
  g_autoptr (WinerrorSayings) sayings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (winerror_sayings_check (fixture->sayings, &error));
  g_assert_no_error (error);
  /* the last byte ends the words, and others may follow it to a multiple of four */
  memset (copy + size - 4, 0xFF, 4);
  sayings = winerror_sayings_new (changed, fixture->index, &error);
  g_assert_no_error (error);
  g_assert_false (winerror_sayings_check (sayings, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* Each language of data/sayings is in the program. */
static void
test_shipped (void)
{
  g_autoptr (WinerrorCatalog) catalog = winerror_test_load_catalog ();
  const char *const *shipped = winerror_language_list_shipped ();

  for (gsize i = 0; shipped[i] != NULL; i++)
    {
      g_autoptr (WinerrorLanguage) language = winerror_test_load_language (shipped[i]);
      g_autoptr (WinerrorIndex) index = winerror_index_new (catalog, language);
      g_autoptr (WinerrorSayings) sayings = winerror_sayings_load (shipped[i], index);

      g_test_message ("%s", shipped[i]);
      g_assert_nonnull (sayings);
      g_assert_cmpuint (winerror_sayings_get_n_sayings (sayings), >, 2000);
      g_assert_null (winerror_sayings_load ("xx", index));
    }
}

int
main (int argc, char **argv)
{
  winerror_test_init (&argc, &argv);
  g_test_add ("/sayings/match", Fixture, NULL, set_up, test_match, tear_down);
  g_test_add ("/sayings/forms", Fixture, NULL, set_up, test_forms, tear_down);
  g_test_add ("/sayings/misspelt", Fixture, NULL, set_up, test_misspelt, tear_down);
  g_test_add_func ("/sayings/often", test_often);
  g_test_add ("/sayings/raise", Fixture, NULL, set_up, test_raise, tear_down);
  g_test_add ("/sayings/faults", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/sayings/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/sayings/bytes", Fixture, NULL, set_up, test_bytes, tear_down);
  g_test_add ("/sayings/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add_func ("/sayings/shipped", test_shipped);
  return g_test_run ();
}
