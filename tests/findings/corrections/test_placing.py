"""Where rows stand that people add."""

import pytest

from findings.corrections.placing import AT_THE_START, PlacedRow, ordinals, places_after
from findings.models import Finding


@pytest.mark.parametrize(
    ("read", "by_hand", "expected"),
    [
        ([7, 7, 8], [7], ([1, 2, 4], [3])),
        ([7, 7, 8], [7, 7], ([1, 2, 5], [3, 4])),
        ([7, 9], [8], ([1, 3], [2])),
        ([7, 8], [None], ([1, 2], [3])),
        ([7, 8], [404], ([1, 2], [3])),
        ([None, 8], [7], ([2, 3], [1])),
        ([], [7, 8], ([], [1, 2])),
    ],
)
def test_the_places_of_rows_made_by_hand(read, by_hand, expected):
    assert ordinals(read, by_hand, {7: 1, 8: 2, 9: 3}) == expected


def test_a_row_stands_after_so_many_that_were_read_where_that_is_known():
    assert ordinals([7, 7, 8], [7, 8, None], {7: 1, 8: 2}, [0, None, 1]) == ([2, 4, 5], [1, 6, 3])


@pytest.mark.parametrize(
    ("ref", "section", "after", "place"),
    [
        ("", 1, "para-1", 1),
        ("", 1, AT_THE_START, 0),
        ("", 1, "", None),
        ("9", 1, "para-99", None),
        ("3", 1, "", 2),
        ("3", None, "", 2),
        ("0", 1, "", 0),
        ("99", 2, "", 4),
        ("3", 9, "", None),
        ("a", 1, "", None),
        ("2.1", 1, "", None),
    ],
)
def test_a_row_is_placed_by_choice_else_by_its_number(ref, section, after, place):
    read = [PlacedRow(f"para-{n}", n, at) for n, at in (("1", 1), ("2", 1), ("4", 1), ("5", 2))]
    by_hand = Finding(ref=ref, section_id=section, after=after)
    assert places_after(read, [by_hand]) == [place if ref != "9" else 3]
