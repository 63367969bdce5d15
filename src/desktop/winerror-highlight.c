// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-highlight.h"

#include "winerror-search.h"

/**
 * winerror_highlight_insert:
 * @list: attributes of a text
 * @attribute: (transfer full): one more
 * @start: where it begins, in bytes
 * @end: where it ends, in bytes
 */
void
winerror_highlight_insert (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

/**
 * winerror_highlight_new:
 * @ranges: (element-type WinerrorRange): the parts of a text that matched
 * @offset: where that text begins in the shown one, in bytes
 *
 * Returns: (transfer full): attributes that show these parts in bold
 */
PangoAttrList *
winerror_highlight_new (GArray *ranges, gsize offset)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < ranges->len; i++)
    {
      const WinerrorRange *range = &g_array_index (ranges, WinerrorRange, i);

      winerror_highlight_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                 offset + range->start, offset + range->start + range->length);
    }
  return list;
}
