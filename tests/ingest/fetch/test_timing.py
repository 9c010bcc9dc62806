"""The time for an answer."""

from ingest.fetch.timing import Deadline, Timing
from tests.ingest.fetch.conftest import Clock


def test_a_deadline_counts_from_its_beginning(clock: Clock):
    deadline = Deadline(Timing(clock.now, clock.wait))
    assert deadline.left == float("inf")
    deadline.begin(10.0)
    clock.wait(4.0)
    assert deadline.left == 6.0
