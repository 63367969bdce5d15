// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#include "winerror-stay-above.h"

#include "winerror-config.h"

/* GTK 4 has no word for this. Under X11 the window manager is asked, by the message that the EWMH
 * have for it; Wayland leaves it to the user and the menu of the window. */

#ifdef WINERROR_X11
#include <gdk/x11/gdkx.h>

/* What data.l[0] of a _NET_WM_STATE message says, and that a program sends it: see EWMH, "Root
 * Window Messages". */
#define STATE_REMOVE       0
#define STATE_ADD          1
#define SOURCE_APPLICATION 1
#endif

/**
 * winerror_stay_above:
 * @window: a window that is on the screen
 * @above: whether it is to stay above the others
 *
 * Returns: %FALSE where that cannot be asked for
 */
gboolean
winerror_stay_above (GtkWindow *window, gboolean above)
{
#ifdef WINERROR_X11
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  /* deprecated in GTK 4.18, which has nothing in their place */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (surface != NULL && GDK_IS_X11_DISPLAY (display))
    {
      Display *connection = gdk_x11_display_get_xdisplay (display);
      XEvent event = { 0 };

      event.xclient.type = ClientMessage;
      event.xclient.window = gdk_x11_surface_get_xid (surface);
      event.xclient.message_type = gdk_x11_get_xatom_by_name_for_display (display, "_NET_WM_STATE");
      event.xclient.format = 32;
      event.xclient.data.l[0] = above ? STATE_ADD : STATE_REMOVE;
      event.xclient.data.l[1] = (long) gdk_x11_get_xatom_by_name_for_display (
          display, "_NET_WM_STATE_ABOVE");
      event.xclient.data.l[3] = SOURCE_APPLICATION;
      XSendEvent (connection, gdk_x11_display_get_xrootwindow (display), False,
                  SubstructureRedirectMask | SubstructureNotifyMask, &event);
      return TRUE;
    }
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
  return FALSE;
}
