"""Tables of an annual performance assessment: its grades, and strengths beside weaknesses."""

import pytest

from ingest.profiles.letters.apa_grades import table_of_grades, unfold, unknown_grades
from ingest.readers.text import read

EXPECTED = [
    ("heading", "Being healthy"),
    ("heading", "Strengths"),
    ("item", "Clinics"),
    ("heading", "Areas for development"),
    ("item", "Dentists"),
]


@pytest.mark.parametrize(
    "table",
    [
        "Strengths\tAreas for development\nBeing healthy\t\nClinics\tDentists",
        "Outcome\tStrengths\tAreas for development\nBeing healthy\tClinics\tDentists",
        "Outcome\tStrengths\tAreas for development\nBeing healthy\t• Clinics\t• Dentists",
    ],
)
def test_strengths_beside_weaknesses_become_headings_and_items(table):
    assert [(block.kind, block.text) for block in unfold(read(table.encode()).blocks)] == EXPECTED


@pytest.mark.parametrize("table", ["Strengths\tYear\nClinics\t2007", "Areas\tGrade\nBeing healthy\t3"])
def test_another_table_stays_one(table):
    assert [block.kind for block in unfold(read(table.encode()).blocks)] == ["table"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Being healthy\t3\nStaying safe\t2", 1),
        ("Being healthy 3\n\nStaying safe 2\n\nA paragraph of the letter.", 2),
        ("Being healthy\t3\nSchools\t12", 0),
        ("Being healthy 3\n\nA paragraph of the letter.", 0),
    ],
)
def test_the_table_of_grades_is_told_by_its_rows(text, found):
    assert len(table_of_grades(read(text.encode()).blocks)) == found


def test_a_row_of_no_domain_is_named_and_a_row_without_a_grade_is_not():
    blocks = read(b"Being healthy\t3\nYouth work\t2\nSchools\t12").blocks
    message = "The table grades “Youth work” as “2”, which is no domain that is known; it was left out."
    assert [(n.level, n.code, n.message, n.line) for n in unknown_grades(blocks)] == [
        ("warning", "domain-outside-framework", message, 2),
    ]
