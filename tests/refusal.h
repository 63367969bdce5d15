// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

/* Mistakes of a caller: a function refuses them with a critical message that names what is wrong,
 * changes nothing, and returns what its caller can live with. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

static inline void
expect_refusal (const char *what)
{
  g_autofree char *pattern = g_strdup_printf ("*: assertion '*%s*' failed", what);

  g_test_expect_message ("winerror", G_LOG_LEVEL_CRITICAL, pattern);
}

/* An object of a type that none of the functions is about. */
static inline gpointer
get_stranger (void)
{
  static GCancellable *stranger;

  if (stranger == NULL)
    stranger = g_cancellable_new ();
  return stranger;
}

/* A call that is refused: what the message names, what is returned, the call. */
#define refuses(what, value, call)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    expect_refusal (what);                                                                         \
    g_assert_true ((call) == (value));                                                             \
    g_test_assert_expected_messages ();                                                            \
  }                                                                                                \
  G_STMT_END

/* The same for a function that returns nothing, or what the test looks at. */
#define refuses_to(what, call)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    expect_refusal (what);                                                                         \
    call;                                                                                          \
    g_test_assert_expected_messages ();                                                            \
  }                                                                                                \
  G_STMT_END

/* The two for a function that asks of what type an argument is: the call is made with @it, which is
 * NULL first and then an object of another type. */
#define refuses_others(value, call)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (gpointer it = NULL;; it = get_stranger ())                                                \
      {                                                                                            \
        refuses ("_IS_", value, call);                                                             \
        if (it != NULL)                                                                            \
          break;                                                                                   \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

#define refuses_to_others(call)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (gpointer it = NULL;; it = get_stranger ())                                                \
      {                                                                                            \
        refuses_to ("_IS_", call);                                                                 \
        if (it != NULL)                                                                            \
          break;                                                                                   \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
