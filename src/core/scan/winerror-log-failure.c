// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-log-failure.h"

#include "winerror-text.h"

#include <string.h>

/* How far above the failed action a line may be that says why. */
#define MAX_LINES 200

/* The numbers that an installation ends with say nothing. */
#define INSTALL_FAILURE 1603

/* What an action returns that has failed. */
#define FAILED '3'

/* "Action ended 16:28:12: " */
#define MIN_LENGTH 12

/**
 * winerror_log_failure_clear:
 * @self: a failure
 */
void
winerror_log_failure_clear (WinerrorLogFailure *self)
{
  g_clear_pointer (&self->message, g_free);
}

/**
 * winerror_log_failure_take_message:
 * @self: a failure
 * @line: a line of a log, from 1
 * @text: what it says, from a code on
 * @length: the length of @text in bytes
 * @code: the code
 * @position: the position of its entry in the catalog, or %WINERROR_MATCH_UNLISTED
 *
 * Keeps a line with a code, in case that the next failed action is due to it. In one line, the
 * first code counts; a message of Windows Installer counts more than what came of it.
 */
void
winerror_log_failure_take_message (WinerrorLogFailure *self,
                                   guint64 line,
                                   const char *text,
                                   gsize length,
                                   const WinerrorCode *code,
                                   guint position)
{
  g_autofree char *valid = NULL;
  gboolean near;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL && code != NULL);

  near = self->message_line > 0 && line - self->message_line < MAX_LINES;
  if (self->line > 0 || line == self->message_line ||
      (code->family == WINERROR_FAMILY_WIN32 && code->code == INSTALL_FAILURE) ||
      (near && self->code.family == WINERROR_FAMILY_INSTALLER &&
       code->family != WINERROR_FAMILY_INSTALLER))
    return;
  valid = winerror_text_make_valid (text, (gssize) length);
  g_free (self->message);
  self->message = winerror_text_clean (valid);
  self->message_line = line;
  self->code = *code;
  self->position = position;
}

/**
 * winerror_log_failure_take_line:
 * @self: a failure
 * @line: a line of a log, from 1
 * @text: what it says
 * @length: the length of @text in bytes
 *
 * Looks whether the line says that an action has failed, in any language: "Action ended 16:28:12:
 * InstallFinalize. Return value 3."
 *
 * Returns: whether it is the first that says so
 */
gboolean
winerror_log_failure_take_line (WinerrorLogFailure *self,
                                guint64 line,
                                const char *text,
                                gsize length)
{
  const char *end = text + length;
  gboolean timed = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  while (end > text && strchr (" \r.", end[-1]) != NULL && end[-1] != '\0')
    end--;
  if (end - text >= 3 && memcmp (end - 3, "。", 3) == 0)
    end -= 3;
  if (self->line > 0 || end - text < MIN_LENGTH || end[-1] != FAILED || g_ascii_isdigit (end[-2]) ||
      g_ascii_ispunct (end[-2]))
    return FALSE;
  /* the time and the name of the action, which ends with a full stop */
  for (const char *p = text + 1; p + 8 < end && !timed; p++)
    timed = g_ascii_isdigit (p[-1]) && p[0] == ':' && g_ascii_isdigit (p[1]) && p[3] == ':' &&
            g_ascii_isdigit (p[4]) && p[6] == ':' && p[7] == ' ' &&
            memchr (p + 8, '.', (gsize) (end - p - 8)) != NULL;
  if (!timed)
    return FALSE;
  self->line = line;
  if (self->message_line > 0 && line - self->message_line >= MAX_LINES)
    {
      winerror_log_failure_clear (self);
      self->message_line = 0;
    }
  return TRUE;
}

/**
 * winerror_log_failure_is_installer_log:
 * @text: how a log begins
 * @length: its length in bytes
 *
 * Returns: whether it is one of Windows Installer, or a part of one
 */
gboolean
winerror_log_failure_is_installer_log (const char *text, gsize length)
{
  static const char *const starts[] = { "=== ", "MSI (", "Action ", "Property(" };

  g_return_val_if_fail (text != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length > strlen (starts[i]) && memcmp (text, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  return FALSE;
}
