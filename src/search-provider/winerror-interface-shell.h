// SPDX-FileCopyrightText: The Winerror developers
// SPDX-License-Identifier: MIT

#pragma once

#include "winerror-responder.h"

G_BEGIN_DECLS

GDBusInterfaceSkeleton *winerror_interface_shell_new (WinerrorResponder *self);

G_END_DECLS
