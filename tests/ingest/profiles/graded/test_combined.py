"""Telling combined inspections from those of looked after children alone, and their records of findings by service."""

import pytest

from ingest.profiles.graded.combined import by_scope, is_combined, scope_named, scope_of
from ingest.readers.text import read

TITLE = "Inspection of safeguarding and looked after children services"
RECORD = """Overall effectiveness\tGood
Safeguarding services\t
Overall effectiveness\tGood
Services for looked after children\t
Overall effectiveness\tAdequate
"""


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Safeguarding services", "safeguarding"),
        ("The inspection outcomes: safeguarding services", "safeguarding"),
        ("Safeguarding outcomes for children and young people", "safeguarding"),
        ("Services for looked after children", "looked-after"),
        ("Services for looked-after children and care leavers", "looked-after"),
        ("How good are outcomes for looked after children and care leavers?", "looked-after"),
        ("Safeguarding services are good", None),
        ("Overall effectiveness", None),
    ],
)
def test_headings_and_rows_of_a_service(text, scope):
    assert scope_of(text) == scope


def test_a_heading_may_name_the_service_of_which_it_speaks():
    assert scope_named("Overall effectiveness of safeguarding services") == "safeguarding"
    assert scope_named("Capacity to improve of services for looked after children") == "looked-after"
    assert scope_named("Overall effectiveness") is None


@pytest.mark.parametrize(
    ("text", "combined"),
    [
        (f"{TITLE}\n\nWexcombe\n\nInspection dates: 4 May 2012 to 15 May 2012", True),
        (f"{TITLE}\n\nWexcombe\n\nInspection dates: 10-14 June 2013", False),
        (f"{TITLE}\n\nWexcombe\n\nInspection dates: 10-14 June 2013\n\nSafeguarding services", True),
        ("Inspection of looked after children services\n\nInspection dates: 4 May 2012", False),
    ],
)
def test_the_part_about_safeguarding_tells_or_title_and_year(text, combined):
    assert is_combined(read(text.encode()).blocks) is combined


def test_a_record_is_cut_between_the_rows_of_two_services():
    parts = by_scope(read(RECORD.encode()).blocks)
    assert [(scope, [row.texts[0] for row in block.rows]) for scope, block in parts] == [
        (None, ["Overall effectiveness"]),
        ("safeguarding", ["Safeguarding services", "Overall effectiveness"]),
        ("looked-after", ["Services for looked after children", "Overall effectiveness"]),
    ]
