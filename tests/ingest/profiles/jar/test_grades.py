"""The table of grades of a joint area review: whole, torn, or contradicting itself."""

from ingest.profiles.jar.grades import Grades, read_grades
from ingest.readers.text import read
from inspections.vocabulary import Absence, Scope

HEADER = "\tLocal services overall\tCouncil services\tHealth services"


def grades(*lines: str) -> Grades:
    return read_grades(read("\n".join(lines).encode()).blocks)


def graded(result: Grades) -> dict[tuple[str, Scope], str | None]:
    return {(cell.domain, cell.scope): cell.grade for cell in result.cells if cell.wording}


def codes(result: Grades) -> set[str]:
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
