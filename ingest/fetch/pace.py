"""How fast each host is asked: one request at a time, with a pause between two of them that grows when it must."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ingest.fetch.limits import FetchLimits
from ingest.fetch.timing import Timing


class HostPaused(Exception):
    """A host is not asked any more in this run. The message is a sentence.

    ``seconds`` is how long it wants to be left alone, where it said so.
    """

    def __init__(self, message: str, seconds: float = 0.0) -> None:
        super().__init__(message)
        self.seconds = seconds


class Pace:
    """Waits before requests. Times are those of the clock.

    ``paused`` are the hosts that are not asked any more in this run, each with the reason.
    """

    def __init__(self, timing: Timing, limits: FetchLimits) -> None:
        self._timing, self._limits = timing, limits
        self._every: dict[str, float] = {}
        self._earliest: dict[str, float] = {}
        self._failures: dict[str, int] = {}
        self.paused: dict[str, HostPaused] = {}

    def slow(self, host: str, every: float) -> None:
        """Let at least this many seconds pass between two requests to a host."""
        self._every[host] = max(every, self._every.get(host, 0.0))

    def turn(self, host: str) -> None:
        """Wait until a host may be asked. Raises HostPaused where that is longer than a run waits."""
        left = self._earliest.get(host, 0.0) - self._timing.now()
        if left > self._limits.patience:
            raise HostPaused(f"The host {host} wants {round(left)} seconds between two requests.", left)
        if left > 0:
            self._timing.wait(left)
        self._earliest[host] = self._timing.now() + self._every.get(host, 0.0)

    def pause(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while, as it asked. Raises HostPaused where that is longer than a run waits."""
        if seconds > self._limits.patience:
            minutes = round(seconds / 60) or 1
            raise HostPaused(f"The host {host} asked to be left alone for {minutes} minutes.", seconds)
        self._earliest[host] = max(self._earliest.get(host, 0.0), self._timing.now() + seconds)

    def note(self, host: str, *, failed: bool) -> None:
        """Note whether an address could not be had. Raises HostPaused after too many of a host in a row."""
        self._failures[host] = self._failures.get(host, 0) + 1 if failed else 0
        if self._failures[host] >= self._limits.failures:
            raise HostPaused(f"The host {host} failed {self._failures[host]} times in a row.")


def retry_after(value: str, now: datetime | None = None) -> float | None:
    """The seconds that a header ``Retry-After`` asks for, as a number or a date; None where it says neither."""
    if value.strip().isdecimal():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - (now or datetime.now(UTC))).total_seconds())
