"""How fast hosts are asked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ingest.fetch.limits import FetchLimits
from ingest.fetch.pace import HostPaused, Pace, retry_after
from ingest.fetch.timing import Timing
from tests.ingest.fetch.conftest import Clock


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(Timing(clock.now, clock.wait), FetchLimits())


def test_each_host_is_asked_once_in_its_time(pace: Pace, clock: Clock):
    pace.slow("a", 2.0)
    pace.slow("a", 1.0)
    for host in ("a", "b", "a", "a"):
        pace.turn(host)
    assert clock.waits == [2.0, 2.0]


def test_a_pause_is_kept_and_a_long_one_ends_the_asking(pace: Pace, clock: Clock):
    pace.pause("a", 90.0)
    pace.turn("a")
    assert clock.waits == [90.0]
    with pytest.raises(HostPaused, match="The host a asked to be left alone for 10 minutes") as caught:
        pace.pause("a", 600.0)
    assert caught.value.seconds == 600.0
    pace.slow("a", 3600.0)
    pace.turn("a")
    with pytest.raises(HostPaused, match="wants 3600 seconds between"):
        pace.turn("a")


def test_a_host_that_fails_again_and_again_is_left_alone(pace: Pace):
    for failed in (True, True, True, True, False, True, True, True, True):
        pace.note("a", failed=failed)
    with pytest.raises(HostPaused, match="failed 5 times in a row"):
        pace.note("a", failed=True)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("Fri, 27 Nov 2015 10:01:00 GMT", 60.0),
        ("Fri, 27 Nov 2014 10:01:00 -0000", 0.0),
        ("", None),
        ("soon", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None):
    assert retry_after(value, datetime(2015, 11, 27, 10, tzinfo=UTC)) == seconds
