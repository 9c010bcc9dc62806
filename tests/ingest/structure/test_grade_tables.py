"""Tables of grades in papers."""

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.structure.grade_tables import (
    announces_own_view,
    domain_of,
    is_own_view,
    names_grades,
    tabled_grades,
    undated_columns,
)


def table(*rows: tuple[str, ...]) -> Block:
    cells = tuple(TableRow(tuple(TableCell((text,)) for text in row)) for row in rows)
    return Block(BlockKind.TABLE, "", "", Place(line=3), rows=cells)


def found(block: Block) -> list[tuple[str, str, str | None]]:
    return [(grade.domain, grade.grade, grade.date.iso if grade.date else None) for grade in tabled_grades(block)]


BOTH_YEARS = [
    ("overall-effectiveness", "good", "2019"),
    ("overall-effectiveness", "requires-improvement", "2022"),
    ("leadership", "good", "2019"),
    ("leadership", "inadequate", "2022"),
]


@pytest.mark.parametrize(
    "heads",
    [("Judgement", "Grade 2019", "Grade 2022"), ("Area", "2019", "2022"), ("", "ILACS (2019)", "Ofsted 2022")],
)
def test_each_column_has_the_grades_of_its_year(heads: tuple[str, str, str]) -> None:
    rows = (
        ("Overall effectiveness", "Good", "Requires improvement to be good"),
        ("The impact of leaders on social work practice", "Good", "Inadequate"),
    )
    assert found(table(heads, *rows)) == BOTH_YEARS


def test_years_may_stand_down_the_side() -> None:
    turned = table(
        ("Year", "Overall effectiveness", "Adoption"), ("2015", "Inadequate", "Good"), ("2018", "Good", "Good")
    )
    assert found(turned) == [
        ("overall-effectiveness", "inadequate", "2015"),
        ("overall-effectiveness", "good", "2018"),
        ("adoption", "good", "2015"),
        ("adoption", "good", "2018"),
    ]


def test_a_column_without_a_date_is_of_the_inspection_followed() -> None:
    rows = table(("Judgement", "Grade"), ("Overall effectiveness", "Good"), ("Care leavers", "Outstanding"))
    assert found(rows) == [("overall-effectiveness", "good", None), ("care-leavers", "outstanding", None)]


def test_an_earlier_column_without_a_date_is_left_out_and_named() -> None:
    rows = table(
        ("Area", "Previous grade", "Grade 2022"), ("Adoption", "Good", "Good"), ("Care leavers", "Good", "Good")
    )
    assert found(rows) == [("adoption", "good", "2022"), ("care-leavers", "good", "2022")]
    assert undated_columns(rows) == ("Previous grade",)


@pytest.mark.parametrize(
    "head",
    [
        "Target by 2025", "Our self-assessment (May 2022)", "Ambition 2025", "Expected grade 2024",
        "Self-evaluation grade",
        "Predicted outcome of the next inspection", "Where we want to be in 2024", "Our own view, 2022",
        "Peer review 2021", "Mock inspection 2021", "Judgement by March 2025",
    ],
)  # fmt: skip
def test_what_a_council_thinks_of_itself_or_aims_at_is_no_judgement(head: str) -> None:
    rows = (("Overall effectiveness", "Good", "Outstanding"), ("Adoption", "Good", "Good"))
    current = [("overall-effectiveness", "good", None), ("adoption", "good", None)]
    assert found(table(("Judgement", "Current Ofsted grade", head), *rows)) == current
    assert found(table(*zip(("", "Ofsted grade", head), *rows, strict=True))) == current
    assert found(table(("Judgement", head, "Notes"), *rows)) == []
    assert is_own_view(table(("Judgement", head), *rows))
    assert not is_own_view(table(("Judgement", "Ofsted grade", head), *rows))


def test_a_table_names_grades_where_a_domain_heads_a_row_or_a_column_with_one() -> None:
    assert names_grades(table(("Authority", "Overall effectiveness"), ("Kent", "Good")))
    assert names_grades(table(("", "Kent", "Medway"), ("Overall effectiveness", "Good", "Inadequate")))
    assert not names_grades(table(("Authority", "Overall effectiveness"), ("Kent", "Good work")))
    assert not names_grades(table(("Home", "Grade"), ("Mill Lane", "Good")))


@pytest.mark.parametrize(
    ("sentence", "announces"),
    [
        ("Our self-assessment is:", True),
        ("The targets for the next years are:", True),
        ("Our self-assessment and the judgements of Ofsted are:", False),
        ("The judgements are:", False),
    ],
)
def test_a_sentence_may_announce_what_a_council_thinks_of_itself(sentence: str, announces: bool) -> None:
    assert announces_own_view(sentence) is announces


@pytest.mark.parametrize(
    "rows",
    [
        (("Judgement", "Grade 2019"), ("Overall effectiveness", "Good")),
        (("Judgement", "Grade 2019"), ("Overall effectiveness", "Good progress"), ("Adoption", "Good work")),
        (("Home", "Grade 2019"), ("Mill Lane", "Good"), ("Elm House", "Good")),
        (("Action", "Owner"), ("Adoption", "Good"), ("Care leavers", "Good")),
    ],
)
def test_other_tables_are_none(rows: tuple[tuple[str, ...], ...]) -> None:
    assert found(table(*rows)) == []


@pytest.mark.parametrize(
    ("cell", "domain"),
    [
        ("Overall effectiveness", "overall-effectiveness"),
        ("The experiences and progress of children in care", "children-in-care"),
        ("Children's services", None),
        ("Adoption and leadership", None),
        ("Early help", None),
        ("", None),
    ],
)
def test_a_cell_is_a_domain_only_if_it_names_one_and_nothing_else(cell: str, domain: str | None) -> None:
    assert domain_of(cell) == domain
