// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-advice.h"
#include "winerror-catalog.h"
#include "winerror-language.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WINERROR_TYPE_SEE_ALSO (winerror_see_also_get_type ())

G_DECLARE_FINAL_TYPE (WinerrorSeeAlso, winerror_see_also, WINERROR, SEE_ALSO, GtkWidget)

void winerror_see_also_show (WinerrorSeeAlso *self,
                             const WinerrorAdvice *advice,
                             WinerrorCatalog *catalog,
                             WinerrorLanguage *language);

G_END_DECLS
