"""The clock of a fetch, and the time that one answer may take in all."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """A clock in seconds that never goes back, and waiting. Tests give others, so that nobody waits."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep


class Deadline:
    """When an answer must be complete; begun anew for each request."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._ends = float("inf")

    def begin(self, seconds: float) -> None:
        """Give the next answer this many seconds."""
        self._ends = self._timing.now() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left; 0 or less when the time is over."""
        return self._ends - self._timing.now()
