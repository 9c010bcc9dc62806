"""Cursors: what comes back is what was given out, for the same rows alone."""

import pytest
from django.http import QueryDict

from findings.api.cursors import WrongCursor, cursor_after, keys_of

FILTERS = QueryDict("year=2015&year=2014&region=")


def test_a_cursor_gives_back_its_keys():
    cursor = cursor_after("matrix", FILTERS, (7, "adoption"))
    assert keys_of(cursor, "matrix", FILTERS) == (7, "adoption")


def test_neither_the_order_of_filters_nor_empty_ones_matter():
    cursor = cursor_after("matrix", FILTERS, (7,))
    assert keys_of(cursor, "matrix", QueryDict("year=2014&year=2015")) == (7,)


@pytest.mark.parametrize(
    ("name", "filters"), [("actions", "year=2014&year=2015"), ("matrix", "year=2015"), ("matrix", "")]
)
def test_a_cursor_of_other_rows_is_refused(name, filters):
    cursor = cursor_after("matrix", FILTERS, (7,))
    with pytest.raises(WrongCursor, match="another data set or other filters"):
        keys_of(cursor, name, QueryDict(filters))


@pytest.mark.parametrize("text", ["", "x", "W10:abc", "é", ":", "a:b:c"])
def test_what_the_site_has_not_made_is_refused(text):
    with pytest.raises(WrongCursor, match="not given out by this site"):
        keys_of(text, "matrix", FILTERS)


def test_a_changed_cursor_is_refused():
    cursor = cursor_after("matrix", FILTERS, (7,))
    with pytest.raises(WrongCursor, match="not given out"):
        keys_of(f"x{cursor[1:]}", "matrix", FILTERS)
