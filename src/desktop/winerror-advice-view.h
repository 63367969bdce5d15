// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-advice.h"
#include "winerror-answer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_ADVICE_VIEW (winerror_advice_view_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorAdviceView, winerror_advice_view, WINERROR, ADVICE_VIEW, GtkWidget)

void winerror_advice_view_show (WinerrorAdviceView *self,
                                WinerrorEntry *entry,
                                const WinerrorAdvice *advice,
                                WinerrorAnswer *answer,
                                WinerrorLanguage *language);

G_END_DECLS
