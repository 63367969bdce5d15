// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"

G_BEGIN_DECLS

/* Up to how many hits comparing them takes less time than counting the digits of their keys. */
#define WINERROR_ANSWER_MAX_COMPARED 128

/* What a search puts into an answer, and the answer keeps. */
struct _WinerrorAnswer
{
  WinerrorCatalog *catalog;
  GPtrArray *languages; /* of WinerrorLanguage: English, the user's, then the others */
  GArray *hits;
  GPtrArray *unlisted; /* of WinerrorEntry: numbers of the query that no table holds */
  char *query;
  char *last_word; /* of the query, folded; NULL where it was not looked at as words */
  char *note;
  GPtrArray *stretches;      /* of the query: winerror_stretch_read_query(); NULL like last_word */
  GHashTable *matched_terms; /* words of the query that were found, folded */
  GHashTable *expansions;    /* words found for them: forms, synonyms, similar ones */
  guint n_content;           /* how many words of the query carry meaning */
  gboolean complete;
};

WinerrorAnswer *
winerror_answer_new (WinerrorCatalog *catalog, GPtrArray *languages, const char *query);
void winerror_answer_add_hit (WinerrorAnswer *self, guint position, WinerrorRank rank);
void
winerror_answer_add_scored (WinerrorAnswer *self, guint position, WinerrorRank rank, float score);
void winerror_answer_add_unlisted (WinerrorAnswer *self, const WinerrorCode *code);
guint winerror_answer_get_n_unlisted (WinerrorAnswer *self);
void winerror_answer_append_note (WinerrorAnswer *self, const char *line);
gboolean
winerror_answer_find_win32 (WinerrorAnswer *self, guint position, gboolean note, guint *win32);
void winerror_answer_sort (WinerrorAnswer *self, guint n_main);

G_END_DECLS
