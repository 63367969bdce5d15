# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT

"""Waiting for what a program does, however long the machine takes for it."""

import os
import time

# After this many seconds it has not come about.
PATIENCE = float(os.environ.get('WINERROR_TEST_PATIENCE', '30'))


def wait_for(what, look):
    """Looks until there is something true; what is not there yet may fail in any way."""
    end = time.monotonic() + PATIENCE
    fault = None
    while time.monotonic() < end:
        try:
            found = look()
            if found:
                return found
        except Exception as error:  # accessibles come and go
            fault = error
        time.sleep(0.03)
    raise AssertionError('waited in vain for %s (%s)' % (what, fault))
