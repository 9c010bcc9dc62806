"""The table of grades of a joint area review: whole, torn, or contradicting itself."""

import pytest

from ingest.profiles.jar.grades import JointReviewGrades, read_grades
from ingest.readers.text import read
from inspections.vocabulary import Absence, Scope

HEADER = "\tLocal services overall\tCouncil services\tHealth services"


def grades(*lines: str) -> JointReviewGrades:
    return read_grades(read("\n".join(lines).encode()).blocks)


def graded(result: JointReviewGrades) -> dict[tuple[str, Scope], str | None]:
    return {(cell.domain, cell.scope): cell.grade for cell in result.cells if cell.wording}


def codes(result: JointReviewGrades) -> set[str]:
    return {notice.code for notice in result.notices if notice.code != "judgement-missing"}


def test_a_cell_counts_for_the_column_under_which_it_stands() -> None:
    result = grades(HEADER, "Capacity to improve\t3\t2\t", "The health service for children\t\t\t3")
    assert graded(result) == {
        ("capacity-to-improve", Scope.LOCAL_SERVICES): "good",
        ("capacity-to-improve", Scope.COUNCIL): "adequate",
        ("health-service", Scope.HEALTH): "good",
    }
    assert codes(result) == set()


def test_a_row_that_lost_its_columns_is_read_if_it_has_a_grade_for_each_scope_of_its_domain() -> None:
    assert graded(grades("Capacity to improve 4 1")) == {
        ("capacity-to-improve", Scope.LOCAL_SERVICES): "outstanding",
        ("capacity-to-improve", Scope.COUNCIL): "inadequate",
    }
    torn = grades("Capacity to improve 4")
    assert graded(torn) == {}
    assert codes(torn) == {"table-torn"}


def test_a_label_may_stand_on_two_lines() -> None:
    result = grades(HEADER, "The social care services\t\t\t", "for children\t\t2\t")
    assert graded(result) == {("social-care-services", Scope.COUNCIL): "adequate"}


def test_every_grade_that_the_framework_has_and_the_table_lacks_is_missed() -> None:
    result = grades("Staying safe 3")
    missing = [cell for cell in result.cells if cell.absence is Absence.NOT_READ]
    assert len(missing) == len(result.cells) - 1
    assert [notice.code for notice in result.notices] == ["judgement-missing"] * len(missing)


def test_of_two_grades_for_one_thing_the_first_is_taken_and_both_are_named() -> None:
    result = grades("Staying safe 3", "Staying safe 2")
    assert graded(result)["staying-safe", Scope.LOCAL_SERVICES] == "good"
    (notice,) = [n for n in result.notices if n.code == "grade-contradiction"]
    assert "3 and 2" in notice.message


def test_a_legend_that_explains_the_numbers_otherwise_is_told() -> None:
    assert codes(grades("Grade 4: excellent; Grade 3: good; Grade 2: adequate; Grade 1: inadequate")) == set()
    assert codes(grades("Grade 1: excellent")) == {"grade-scale"}


def doubts(result: JointReviewGrades) -> list[tuple[str, str, str, int | None]]:
    """The notices about what the table prints, and the first about what it lacks."""
    told = [(notice.level.value, notice.code.value, notice.message, notice.line) for notice in result.notices]
    missing = [one for one in told if one[1] == "judgement-missing"][:1]
    return [one for one in told if one[1] != "judgement-missing"] + missing


MISSING = (
    "error", "judgement-missing",
    "The grade of Being healthy (local-services) was not found in the table of grades. Read it from the page.", 1,
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        (("Capacity to improve 4",), (
            "error", "table-torn",
            "The row “Capacity to improve” of the table of grades could not be read with certainty. Read it from the "
            "page.", 1,
        )),
        (("Staying safe 3", "Staying safe 2"), (
            "error", "grade-contradiction", "Staying safe is graded twice, 3 and 2; the first was taken.", 2,
        )),
        ((HEADER, "Staying safe\tx\t\t"), (
            "error", "grade-unreadable",
            "“x” is no grade of this framework; Staying safe (local-services) stays without one.", 2,
        )),
        (("Grade 1: excellent",), (
            "error", "grade-scale",
            "The legend says that 1 is excellent; in this framework it is inadequate. Check the grades.", 1,
        )),
    ],
)  # fmt: skip
def test_each_doubt_about_the_table_says_what_it_prints_and_where(
    lines: tuple[str, ...], doubt: tuple[str, str, str, int]
) -> None:
    assert doubts(grades(*lines)) == [doubt, MISSING]


def later(*lines: str) -> JointReviewGrades:
    return read_grades(read("\n".join(lines).encode()).blocks, second=True)


def test_a_later_review_keeps_its_first_additional_investigation_and_names_another() -> None:
    result = later("\tGrades", "Safeguarding\t3", "Shoe polishing\t2", "Shoe polishing\t2", "Shoe shining\t1")
    assert [(c.domain, c.scope, c.wording, c.grade) for c in result.cells if c.wording] == [
        ("safeguarding", Scope.LOCAL_SERVICES, "3", "good"),
        ("additional-investigation", Scope.LOCAL_SERVICES, "2", "adequate"),
    ]
    told = [(n.level, n.code, n.message, n.line) for n in result.notices if n.code != "judgement-missing"]
    assert told == [
        (
            "warning", "domain-outside-framework",
            "The table grades “Shoe shining” as 1, beside “Shoe polishing”; only one additional investigation is kept. "
            "Read it from the page.", 5,
        )
    ]  # fmt: skip


def test_a_row_that_may_be_the_end_of_a_known_one_is_no_investigation() -> None:
    for line in ("to improve\t2", "Polishing\t2", "Shoe polishing\t2\t3", "Shoe polishing\tmany"):
        result = later("\tGrades\tMore", line)
        assert "additional-investigation" not in {cell.domain for cell in result.cells}, line
        assert "table-torn" in codes(result), line


def test_cells_say_where_they_stand_and_what_they_lack() -> None:
    result = grades(HEADER, "Staying safe\t3\t\t", "Capacity to improve\tx\t2\t")
    cells = {(cell.domain, cell.scope): cell for cell in result.cells}
    safe = cells["staying-safe", Scope.LOCAL_SERVICES]
    assert (safe.grade, safe.wording, safe.absence, safe.place.line) == ("good", "3", None, 2)
    torn = cells["capacity-to-improve", Scope.LOCAL_SERVICES]
    assert (torn.grade, torn.wording, torn.absence, torn.place.line) == (None, "x", Absence.NOT_LEGIBLE, 3)
    lost = cells["being-healthy", Scope.LOCAL_SERVICES]
    assert (lost.grade, lost.wording, lost.absence, lost.place.line) == (None, "", Absence.NOT_READ, 1)
