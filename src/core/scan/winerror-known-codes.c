// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-known-codes.h"

#include <string.h>

/* By how many bytes a symbol is told from other words. */
#define START_LENGTH 4

#define N_BITS 65536

/* How winerror.h and ntstatus.h wrap one code in another. */
#define UPPER           0xFFFF0000u
#define HRESULT_WIN32   0x80070000u
#define NTSTATUS_WIN32  0xC0070000u
#define FACILITY_NT_BIT 0x10000000u

struct _WinerrorKnownCodes
{
  guint8 small[N_BITS / 8];    /* by code: those of 16 bits */
  guint8 messages[N_BITS / 8]; /* by code: those of messages of Windows Installer */
  guint8 wide[N_BITS / 8];     /* by hash: the others */
  guint8 starts[N_BITS / 8];   /* by hash of the first bytes of a symbol */
};

static void
set_bit (guint8 *bits, guint bit)
{
  bits[bit / 8] |= (guint8) (1u << bit % 8);
}

static gboolean
get_bit (const guint8 *bits, guint bit)
{
  return (bits[bit / 8] & 1u << bit % 8) != 0;
}

static guint
hash (guint32 value)
{
  return value * 2654435761u >> 16; /* Fibonacci hashing; 32 - 16 bits */
}

static guint
hash_start (const char *from, const char *to)
{
  guint32 start = 0;

  memcpy (&start, from, MIN ((gsize) (to - from), START_LENGTH));
  return hash (start);
}

static gboolean
add_symbol (const char *symbol, guint position, gpointer user_data)
{
  WinerrorKnownCodes *self = user_data;

  set_bit (self->starts, hash_start (symbol, symbol + strlen (symbol)));
  return TRUE;
}

/**
 * winerror_known_codes_new:
 * @catalog: the entries
 *
 * Returns: (transfer full): what it holds now
 */
WinerrorKnownCodes *
winerror_known_codes_new (WinerrorCatalog *catalog)
{
  WinerrorKnownCodes *self;
  guint n;

  g_return_val_if_fail (WINERROR_IS_CATALOG (catalog), NULL);

  self = g_new0 (WinerrorKnownCodes, 1);
  n = winerror_catalog_get_n_entries (catalog);
  for (guint i = 0; i < n; i++)
    {
      WinerrorEntryInfo info;

      winerror_catalog_get_info (catalog, i, &info);

      if (info.code <= G_MAXUINT16)
        set_bit (self->small, info.code);
      if (info.code > G_MAXUINT16)
        set_bit (self->wide, hash (info.code));
    }
  winerror_catalog_foreach_symbol (catalog, "", G_MAXUINT, add_symbol, self);
  return self;
}

/**
 * winerror_known_codes_free:
 * @self: (transfer full): known codes
 */
void
winerror_known_codes_free (WinerrorKnownCodes *self)
{
  g_free (self);
}

/**
 * winerror_known_codes_has_small:
 * @self: known codes
 * @code: a number
 *
 * Returns: whether it is a code of 16 bits, of any family but the messages of Windows Installer
 */
gboolean
winerror_known_codes_has_small (const WinerrorKnownCodes *self, guint32 code)
{
  return code <= G_MAXUINT16 && get_bit (self->small, code);
}

/**
 * winerror_known_codes_has_message:
 * @self: known codes
 * @code: a number
 *
 * Returns: whether it is that of a message of Windows Installer
 */
gboolean
winerror_known_codes_has_message (const WinerrorKnownCodes *self, guint32 code)
{
  return code <= G_MAXUINT16 && get_bit (self->messages, code);
}

/**
 * winerror_known_codes_may_have_wide:
 * @self: known codes
 * @value: a number of more than 16 bits
 *
 * Returns: whether it may be a code of 32 bits, or hold another code
 */
gboolean
winerror_known_codes_may_have_wide (const WinerrorKnownCodes *self, guint32 value)
{
  guint32 unwrapped = value & ~FACILITY_NT_BIT;

  return get_bit (self->wide, hash (value)) || get_bit (self->wide, hash (unwrapped)) ||
         (((unwrapped & UPPER) == HRESULT_WIN32 || (unwrapped & UPPER) == NTSTATUS_WIN32) &&
          get_bit (self->small, value & G_MAXUINT16));
}

/**
 * winerror_known_codes_may_have_symbol:
 * @self: known codes
 * @from: where a word begins
 * @to: where it ends
 *
 * Returns: whether a symbol may begin as the word does
 */
gboolean
winerror_known_codes_may_have_symbol (const WinerrorKnownCodes *self,
                                      const char *from,
                                      const char *to)
{
  return get_bit (self->starts, hash_start (from, to));
}
