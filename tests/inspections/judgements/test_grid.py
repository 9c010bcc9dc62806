"""The grid of judgements: rows by lineage, conflicts, and the reasons for empty cells."""

import pytest

from inspections.judgements.grid import JudgementCell, JudgementGrid
from inspections.models import Inspection
from inspections.reference.lineage import JudgementGap, Lineage
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def grid_of(*inspections: Inspection) -> JudgementGrid:
    return JudgementGrid(inspections, Lineage())


def grades(cell: JudgementCell) -> list[str]:
    return [str(entry.judgement.grade) for entry in cell.entries]


def test_todays_domains_come_first_and_each_group_is_in_order():
    jar = builders.inspection("jar", started="2008-06-02")
    report = builders.report("jar", of=jar)
    for code in ("being-healthy", "capacity-to-improve", "staying-safe", "service-management"):
        builders.judgement(report, code, "good")
    grid = grid_of(jar)
    assert [domain.code for domain in grid.todays_domains] == ["leadership", "help-and-protection"]
    assert [domain.code for domain in grid.other_domains] == ["capacity-to-improve", "being-healthy"]
    assert grid.domains == grid.todays_domains + grid.other_domains


def test_a_judgement_on_two_domains_is_in_both_rows_with_a_note():
    inspection = builders.inspection("ilacs")
    judgement = builders.judgement(builders.report(of=inspection), "children-in-care-and-care-leavers", "good")
    grid = grid_of(inspection)
    for code in ("children-in-care", "care-leavers"):
        (entry,) = grid.cell(builders.domain(code), inspection).entries
        assert entry.judgement == judgement
        assert entry.note.startswith("Children in care and care leavers: ")


def test_each_inspection_has_its_own_cells():
    first, second = builders.inspection(), builders.inspection(started="2019-07-15")
    builders.judgement(builders.report(of=first), grade_code="good")
    builders.judgement(builders.report(of=second), grade_code="inadequate")
    grid = grid_of(first, second)
    assert grades(grid.cell(builders.domain(), first)) == ["Good"]
    assert grades(grid.cell(builders.domain(), second)) == ["Inadequate"]


def test_judgements_of_one_domain_are_in_the_order_of_their_scopes():
    inspection = builders.inspection("jar")
    report = builders.report("jar", of=inspection)
    for scope, grade in (("local-services", "good"), ("council", "adequate")):
        builders.judgement(report, "staying-safe", grade, scope=scope)
    assert grades(grid_of(inspection).cell(builders.domain(), inspection)) == ["Adequate", "Good"]


def test_only_preferred_and_published_judgements_are_shown():
    inspection = builders.inspection()
    report, hidden = builders.report(of=inspection), builders.report(of=inspection, visibility="hidden")
    builders.judgement(report, is_preferred=False)
    builders.judgement(hidden, "leadership")
    assert grid_of(inspection).domains == ()


def test_an_empty_cell_says_why():
    inspection = builders.inspection("sif")
    builders.judgement(builders.report(of=inspection), "leadership")
    grid = grid_of(inspection)
    assert grid.cell(builders.domain("leadership"), inspection).gap is None
    assert grid.cell(builders.domain("help-and-protection"), inspection) == JudgementCell(gap=JudgementGap.NO_JUDGEMENT)
    assert grid.cell(builders.domain("being-healthy"), inspection).gap is JudgementGap.NOT_IN_FRAMEWORK


def test_a_disputed_grade_marks_its_judgement_and_no_other():
    inspection = builders.inspection()
    report, other = builders.report(of=inspection), builders.report("cabinet-report")
    builders.judgement(report, "help-and-protection", "good")
    builders.judgement(report, "leadership", "good")
    disputed = {"field": "grade", "domain": builders.domain("leadership")}
    builders.conflict(inspection, report, other, ("good", "inadequate"), **disputed)
    grid = grid_of(inspection)
    marked = {
        domain.code: entry.has_conflict for domain in grid.domains for entry in grid.cell(domain, inspection).entries
    }
    assert marked == {"help-and-protection": False, "leadership": True}
    assert grid.disputed_dates == set()


def test_a_disputed_grade_of_another_scope_does_not_mark_the_judgement():
    inspection = builders.inspection("jar")
    report = builders.report("jar", of=inspection)
    builders.judgement(report, "staying-safe", "good", scope="council")
    disputed = {"field": "grade", "domain": builders.domain("staying-safe"), "scope": "health"}
    builders.conflict(inspection, report, builders.report("cabinet-report"), ("good", "inadequate"), **disputed)
    (entry,) = grid_of(inspection).cell(builders.domain(), inspection).entries
    assert not entry.has_conflict


def test_a_disputed_date_marks_the_inspection_and_no_judgement():
    inspection, agreed = builders.inspection(), builders.inspection(started="2019-07-15")
    report = builders.report(of=inspection)
    builders.judgement(report)
    builders.conflict(inspection, report, builders.report("cabinet-report"), ("2015-09-14", "2015-09-21"))
    grid = grid_of(inspection, agreed)
    assert grid.disputed_dates == {inspection.pk}
    (entry,) = grid.cell(builders.domain(), inspection).entries
    assert not entry.has_conflict


def test_the_number_of_queries_does_not_grow_with_inspections(django_assert_num_queries):
    inspections = [builders.inspection(started=f"{year}-07-15") for year in range(2014, 2018)]
    for inspection in inspections:
        builders.judgement(builders.report(of=inspection))
    lineage = Lineage()
    with django_assert_num_queries(2):
        grid = JudgementGrid(inspections, lineage)
        cells = [grid.cell(domain, inspection) for domain in grid.domains for inspection in inspections]
        assert all(str(entry.judgement.inspection.authority) for cell in cells for entry in cell.entries)
