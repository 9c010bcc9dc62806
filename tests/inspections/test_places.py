"""Where something stands in its document, in words."""

from types import SimpleNamespace

import pytest

from inspections.places import place_words


@pytest.mark.parametrize(
    ("place", "written"),
    [
        ({"page": 3}, "page 3"),
        ({"line": 120}, "line 120"),
        ({"page": 3, "line": 120}, "page 3, line 120"),
        ({"where": "sheet Quays, row 14", "line": 40}, "sheet Quays, row 14"),
        ({}, ""),
    ],
)
def test_a_place_is_told_by_page_and_line_or_in_the_words_for_it(place, written):
    assert place_words(SimpleNamespace(**{"page": None, "line": None, "where": "", **place})) == written
