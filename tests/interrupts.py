"""Programs that a test begins, and interrupts."""

from __future__ import annotations

import signal


def heed() -> None:
    """Have a process heed interrupts before its program begins (a `preexec_fn`): what a shell has started in the
    background ignores them, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
