"""Waiting in tests for what other processes do: until a condition holds, and no longer than a test may take."""

import time
from collections.abc import Callable
from threading import Event

PATIENCE = 120.0
"""Seconds: the machine may be busy, and what never comes is to fail."""


def until(condition: Callable[[], object], what: str = "", seconds: float = PATIENCE) -> None:
    """Return when the condition holds. AssertionError with ``what`` was waited for when it does not."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"after {seconds:g} seconds still not so: {what or condition}"
        Event().wait(0.02)
