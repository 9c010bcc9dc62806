"""How the page of a preview shows what would change."""

import pytest

from ingest.differences import RecordDifference
from ingest.uploads.difference_rows import DifferenceRow, difference_rows


def test_fields_have_labels_and_those_that_say_nothing_are_left_out():
    fields = (("text", "Before.", "After."), ("addressee", "", ""))
    made = RecordDifference("/reports/a/b/", "recommendation", "rec-1", "changed", fields, "page 12, line 3")
    assert list(difference_rows([made])) == [
        DifferenceRow("Recommendation rec-1", "changed", "page 12, line 3", 12, (("Text", "Before.", "After."),))
    ]


@pytest.mark.parametrize("place", ["", "line 7", "sheet Actions, row 14"])
def test_a_place_without_a_page_leads_to_none(place):
    (one,) = difference_rows([RecordDifference("/reports/a/b/", "report", "", "created", (), place)])
    assert (one.name, one.place, one.leaf) == ("Report", place, 0)
