// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-responder.h"

#include "winerror-build-tree.h"
#include "winerror-code.h"
#include "winerror-config.h"
#include "winerror-settings.h"
#include "winerror-text.h"

#include <string.h>

/* The shell shows half as many. */
#define MAX_RESULTS 10

/* Keys are short. In bytes. */
#define MAX_ID 64

/* Nobody types more than this: what else comes over the bus is passed over. Words of a query, and
 * their length together in bytes. */
#define MAX_TERMS 64
#define MAX_QUERY 4096

/* Shorter queries are typed on the way to something else. In characters. */
#define MIN_LENGTH 3

/* How much of an entry is shown. In characters. */
#define MAX_NAME        200
#define MAX_DESCRIPTION 2000

/**
 * WinerrorResponder:
 *
 * Knows the answers, whoever asks.
 */
struct _WinerrorResponder
{
  GObject parent_instance;

  GSettings *settings;
  WinerrorLanguage *language;
  WinerrorCatalog *catalog; /* NULL where it could not be loaded, as are: */
  WinerrorSearch *search;
  WinerrorOwnTables *tables;
  GError *error; /* why it could not */
};

enum
{
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WinerrorResponder, winerror_responder, G_TYPE_OBJECT)

static void
tables_changed_cb (WinerrorResponder *self)
{
  g_set_object (&self->catalog, winerror_own_tables_get_catalog (self->tables));
  winerror_search_set_catalog (self->search, self->catalog,
                               winerror_own_tables_get_indexes (self->tables));
}

static void
winerror_responder_finalize (GObject *object)
{
  WinerrorResponder *self = WINERROR_RESPONDER (object);

  g_clear_object (&self->tables);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->search, winerror_search_free);
  g_clear_object (&self->catalog);
  g_clear_error (&self->error);
  g_clear_pointer (&self->language, winerror_language_unref);

  G_OBJECT_CLASS (winerror_responder_parent_class)->finalize (object);
}

static void
winerror_responder_class_init (WinerrorResponderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = winerror_responder_finalize;

  /**
   * WinerrorResponder::asked:
   *
   * Somebody asks something.
   */
  signals[ASKED] = g_signal_new ("asked", WINERROR_TYPE_RESPONDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
winerror_responder_init (WinerrorResponder *self)
{
}

/**
 * winerror_responder_new:
 *
 * Returns: (transfer full): a responder that knows no answers yet
 */
WinerrorResponder *
winerror_responder_new (void)
{
  return g_object_new (WINERROR_TYPE_RESPONDER, NULL);
}

/**
 * winerror_responder_set_up:
 * @self: a responder that knows no answers yet
 * @settings: the settings of the application
 * @language: the language of the user
 * @catalog: (nullable): the entries
 * @error: (nullable): why there are none
 *
 * Lets it answer with entries.
 */
void
winerror_responder_set_up (WinerrorResponder *self,
                           GSettings *settings,
                           WinerrorLanguage *language,
                           WinerrorCatalog *catalog,
                           const GError *error)
{
  g_return_if_fail (WINERROR_IS_RESPONDER (self));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail ((catalog == NULL) == (error != NULL));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  self->language = winerror_language_ref (language);
  if (catalog != NULL)
    {
      self->catalog = g_object_ref (catalog);
      self->search = winerror_search_new (catalog, language);
    }
  else
    self->error = g_error_copy (error);
}

/**
 * winerror_responder_follow_tables:
 * @self: a responder that has entries
 * @tables: what adds to the built-in tables
 *
 * Lets it answer with the tables of the user, of shares and of the system too. They are read now:
 * the first query waits already.
 */
void
winerror_responder_follow_tables (WinerrorResponder *self, WinerrorOwnTables *tables)
{
  g_return_if_fail (WINERROR_IS_RESPONDER (self));
  g_return_if_fail (WINERROR_IS_OWN_TABLES (tables));
  g_return_if_fail (self->catalog != NULL && self->tables == NULL);

  self->tables = g_object_ref (tables);
  g_strfreev (winerror_own_tables_load (tables));
  tables_changed_cb (self);
  g_signal_connect_object (tables, "changed", G_CALLBACK (tables_changed_cb), self,
                           G_CONNECT_SWAPPED);
  winerror_own_tables_start (tables);
}

/**
 * winerror_responder_get_settings:
 * @self: a responder that is loaded
 *
 * Returns: (transfer none): the settings of the application
 */
GSettings *
winerror_responder_get_settings (WinerrorResponder *self)
{
  return self->settings;
}

/**
 * winerror_responder_get_search:
 * @self: a responder that is loaded
 *
 * Returns: (transfer none) (nullable): the search; %NULL where there are no tables
 */
WinerrorSearch *
winerror_responder_get_search (WinerrorResponder *self)
{
  return self->search;
}

/**
 * winerror_responder_dup_language:
 * @self: a responder that is loaded
 *
 * Returns: (transfer full): the language that descriptions are shown in
 */
WinerrorLanguage *
winerror_responder_dup_language (WinerrorResponder *self)
{
  return winerror_settings_get_language (self->settings, self->language);
}

/**
 * winerror_responder_stay:
 * @self: a responder
 *
 * Says that somebody asks something: "asked".
 */
void
winerror_responder_stay (WinerrorResponder *self)
{
  g_signal_emit (self, signals[ASKED], 0);
}

/**
 * winerror_responder_is_ready:
 * @self: a responder
 * @invocation: a call
 *
 * Without its entries the service has no answer but why; this is given here then.
 *
 * Returns: whether there is something to be answered; else the call is over
 */
gboolean
winerror_responder_is_ready (WinerrorResponder *self, GDBusMethodInvocation *invocation)
{
  winerror_responder_stay (self);
  if (self->catalog != NULL)
    return TRUE;
  g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_FAILED,
                                                 self->error->message);
  return FALSE;
}

/* Finding */

/**
 * winerror_responder_dup_terms:
 * @terms: what was typed
 *
 * Returns: (transfer full): what of it is looked at: whole terms, from the first, up to what
 * anybody could have typed
 */
GStrv
winerror_responder_dup_terms (const char *const *terms)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize length = 0;

  for (gsize i = 0; i < MAX_TERMS && terms[i] != NULL; i++)
    {
      length += strnlen (terms[i], MAX_QUERY) + strlen (" ");
      if (length > MAX_QUERY)
        break;
      g_strv_builder_add (builder, terms[i]);
    }
  return g_strv_builder_end (builder);
}

/**
 * winerror_responder_split:
 * @query: what was typed, in one piece
 *
 * Returns: (transfer full): its words; none where it is longer than what anybody could have typed
 */
GStrv
winerror_responder_split (const char *query)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  if (strnlen (query, MAX_QUERY) == MAX_QUERY)
    return g_strv_builder_end (builder);
  parts = g_strsplit_set (query, " \t\r\n", -1);
  for (gsize i = 0; parts[i] != NULL && n <= MAX_TERMS; i++)
    if (parts[i][0] != '\0')
      {
        g_strv_builder_add (builder, parts[i]);
        n++;
      }
  return n <= MAX_TERMS ? g_strv_builder_end (builder) : g_new0 (char *, 1);
}

/* A single word is more often the name of a program, unless it names an entry. Scripts without
 * blanks put several words into one. */
static WinerrorAnswer *
run_terms (WinerrorResponder *self, const char *const *terms, const char *query)
{
  if (g_strv_length ((char **) terms) == 1 && !winerror_text_is_ideographic (query))
    return winerror_search_run_names (self->search, query);
  return winerror_search_run (self->search, query);
}

/* Whether a query has a number that is sure to be meant as an error: 0x80070005, -1073741819. */
static gboolean
has_error_number (const char *const *terms)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];

  for (gsize i = 0; terms[i] != NULL; i++)
    if (winerror_code_parse (terms[i], -1, readings) > 0 && (readings[0].value >> 31) != 0)
      return TRUE;
  return FALSE;
}

/* Whether a hit is worth a place between the results of other programs: it has all of several words
 * that carry meaning, or the query names it. */
static gboolean
is_wanted (WinerrorAnswer *answer, const WinerrorHit *hit, const char *const *terms)
{
  if (hit->rank == WINERROR_RANK_UNLISTED)
    return has_error_number (terms);
  if (winerror_answer_get_n_content (answer) > 1)
    return hit->rank < WINERROR_RANK_PARTIAL;
  return hit->rank <= WINERROR_RANK_SYMBOL ||
         (hit->rank == WINERROR_RANK_SYMBOL_PREFIX &&
          strchr (winerror_answer_get_query (answer), '_') != NULL);
}

/**
 * winerror_responder_find:
 * @self: a responder
 * @terms: what was typed, from winerror_responder_dup_terms()
 *
 * Finds what is sure to be meant, as the results stand between those of other programs.
 *
 * Returns: (transfer full) (element-type utf8): the keys of the entries, the best first, and %NULL
 *   after the last
 */
GPtrArray *
winerror_responder_find (WinerrorResponder *self, const char *const *terms)
{
  g_autofree char *query = g_strjoinv (" ", (char **) terms);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  if (g_utf8_strlen (query, -1) >= MIN_LENGTH)
    {
      g_autoptr (WinerrorAnswer) answer = run_terms (self, terms, query);
      guint n = winerror_answer_get_n_hits (answer);

      for (guint i = 0; i < n && found->len < MAX_RESULTS; i++)
        if (is_wanted (answer, winerror_answer_get_hit (answer, i), terms))
          g_ptr_array_add (found, winerror_entry_dup_key (winerror_answer_get_entry (answer, i)));
    }
  g_ptr_array_add (found, NULL);
  return found;
}

/**
 * winerror_responder_find_entry:
 * @self: a responder
 * @id: a key; anything
 *
 * Returns: (transfer full) (nullable): its entry; for a code that no table holds one of its own;
 *   %NULL for what is no key
 */
WinerrorEntry *
winerror_responder_find_entry (WinerrorResponder *self, const char *id)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  guint position;

  if (strlen (id) > MAX_ID || winerror_code_parse (id, -1, readings) == 0)
    return NULL;
  if (winerror_catalog_lookup_code (self->catalog, readings[0].family, readings[0].code, &position))
    return g_object_ref (winerror_catalog_get_entry (self->catalog, position));
  return winerror_entry_new_unlisted (&readings[0]);
}

/* Telling */

/**
 * winerror_responder_dup_name:
 * @entry: an entry
 *
 * Returns: (transfer full): its number and symbol, on one line
 */
char *
winerror_responder_dup_name (WinerrorEntry *entry)
{
  g_autofree char *title = winerror_entry_dup_title (entry);

  return winerror_text_abridge (title, MAX_NAME);
}

/**
 * winerror_responder_dup_description:
 * @self: a responder
 * @entry: an entry
 *
 * Returns: (transfer full): its description in the language of the user, or what its number says
 *   where no table holds it, on one line; it may be empty
 */
char *
winerror_responder_dup_description (WinerrorResponder *self, WinerrorEntry *entry)
{
  g_autoptr (WinerrorLanguage) language = winerror_responder_dup_language (self);
  const char *description = winerror_language_describe (language, entry);

  if (description == NULL)
    description = winerror_entry_get_explanation (entry);
  return winerror_text_abridge (description != NULL ? description : "", MAX_DESCRIPTION);
}

/* Opening */

/**
 * winerror_responder_open_window:
 * @query: what is to be looked up
 * @timestamp: the time of the user's key or click, in milliseconds of the X server; 0 where it is
 *   not known
 * @error: return location for an error
 *
 * Starts the window with a query, or hands it to the one that is there. Under X11 the time lets the
 * window come to the front. Wayland wants a token for that, which search services do not get. With
 * a made-up one nothing at all would happen; without one the window sees to it itself.
 *
 * Returns: whether it could be started
 */
gboolean
winerror_responder_open_window (const char *query, guint32 timestamp, GError **error)
{
  g_autofree char *built = winerror_build_tree_find ("src/desktop/winerror");
  const char *const command[] = { built != NULL ? built : WINERROR_BINDIR "/winerror", "--", query,
                                  NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;

  /* what the service itself was started with is used up */
  g_subprocess_launcher_unsetenv (launcher, "DESKTOP_STARTUP_ID");
  g_subprocess_launcher_unsetenv (launcher, "XDG_ACTIVATION_TOKEN");
  if (timestamp != 0 && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_autofree char *id = g_strdup_printf ("winerror-search-provider_TIME%u", timestamp);

      g_subprocess_launcher_setenv (launcher, "DESKTOP_STARTUP_ID", id, TRUE);
    }
  process = g_subprocess_launcher_spawnv (launcher, command, error);
  return process != NULL;
}

/* What is typed to have an entry first: its number, and its family only where the number alone
 * stands for another entry in the first place. */
static char *
dup_query (WinerrorEntry *entry)
{
  WinerrorCode readings[WINERROR_CODE_MAX_READINGS];
  g_autofree char *number = winerror_entry_dup_number (entry);

  if (winerror_code_parse (number, -1, readings) > 0 &&
      readings[0].family == winerror_entry_get_family (entry) &&
      readings[0].code == winerror_entry_get_code (entry))
    return g_steal_pointer (&number);
  return winerror_entry_dup_key (entry);
}

/**
 * winerror_responder_open_entry:
 * @self: a responder
 * @id: a key; anything
 * @timestamp: as for winerror_responder_open_window()
 * @error: return location for an error
 *
 * Shows an entry in the window, and remembers it as looked up. What is no key opens nothing.
 *
 * Returns: %FALSE where the window could not be started
 */
gboolean
winerror_responder_open_entry (WinerrorResponder *self,
                               const char *id,
                               guint32 timestamp,
                               GError **error)
{
  g_autoptr (WinerrorEntry) entry = winerror_responder_find_entry (self, id);
  g_autofree char *query = NULL;

  if (entry == NULL)
    return TRUE;
  winerror_settings_add_recent (self->settings, entry);
  query = dup_query (entry);
  return winerror_responder_open_window (query, timestamp, error);
}
