"""What loading counts: records by what became of them, and whether anything was written."""

import pytest

from ingest.load.counts import LoadCounts


@pytest.mark.parametrize("what", ["created", "changed", "retired"])
def test_what_was_written_counts_as_a_touch(what):
    counts = LoadCounts()
    counts.add(**{what: 1})
    assert (getattr(counts, what), counts.touched) == (1, True)


def test_unchanged_records_are_counted_and_touch_nothing():
    counts = LoadCounts()
    counts.add(unchanged=9)
    assert (counts.unchanged, counts.touched) == (9, False)


def test_counts_are_added_up_with_the_touch_that_is_no_record():
    counts, apart = LoadCounts(created=1, touched=True), LoadCounts(retired=2)
    apart.include(counts)
    apart.include(LoadCounts(unchanged=4))
    assert apart == LoadCounts(created=1, retired=2, unchanged=4, touched=True)
    untouched = LoadCounts()
    untouched.include(LoadCounts(touched=True))
    assert untouched.touched, "a link or a notice may have changed"
