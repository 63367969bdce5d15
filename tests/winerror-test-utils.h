// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-answer.h"
#include "winerror-catalog.h"
#include "winerror-language.h"

G_BEGIN_DECLS

/**
 * WinerrorTestCondition:
 * @data: what was passed to winerror_test_wait_until()
 *
 * Returns: whether what is waited for has come about
 */
typedef gboolean (*WinerrorTestCondition) (gpointer data);

void winerror_test_init (int *argc, char ***argv);
void winerror_test_init_language (void);

WinerrorCatalog *winerror_test_load_catalog (void);
WinerrorLanguage *winerror_test_load_language (const char *id);
GPtrArray *winerror_test_load_rows (const char *name, guint n_columns);
char *winerror_test_mark (WinerrorAnswer *answer, const char *text);

char *winerror_test_make_folder (void);
void winerror_test_remove_folder (char *path);

void winerror_test_wait_until (WinerrorTestCondition condition, gpointer data, const char *what);

G_END_DECLS
