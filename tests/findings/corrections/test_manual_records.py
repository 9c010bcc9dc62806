"""Rows that people add: their places, and what depends on them."""

import pytest

from findings.corrections.manual_records import ordinals

pytestmark = pytest.mark.django_db


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
