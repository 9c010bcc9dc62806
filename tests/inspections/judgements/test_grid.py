"""Judgements by domain and inspection: in the rows of today, else in their own, with a reason where none stands."""

import pytest

from inspections.judgements.grid import JudgementGrid
from inspections.reference.lineage import GridGap, Lineage
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def sif():
    return builders.report(of=builders.inspection())


def grid_of(*inspections) -> JudgementGrid:
    return JudgementGrid(inspections, Lineage())


def test_domains_of_today_stand_above_all_others(sif):
    old = builders.report("jar", of=builders.inspection("jar", started="2006-05-02"))
    builders.judgement(old, "being-healthy", "good", scope="local-services")
    builders.judgement(sif)
    grid = grid_of(old.inspection, sif.inspection)
    assert [domain.code for domain in grid.today] == ["help-and-protection"]
    assert [domain.code for domain in grid.others] == ["being-healthy"]
    assert grid.domains == grid.today + grid.others


def test_a_cell_holds_the_judgement_or_says_why_it_has_none(sif):
    judged = builders.judgement(sif)
    other = builders.report("ilacs", of=builders.inspection("ilacs", started="2023-07-17"))
    builders.judgement(other, "leadership", "good")
    grid = grid_of(sif.inspection, other.inspection)
    protection = builders.domain("help-and-protection")
    assert [entry.judgement for entry in grid.cell(protection, sif.inspection).entries] == [judged]
    assert grid.cell(protection, sif.inspection).gap is None
    assert grid.cell(protection, other.inspection).gap == GridGap.NO_JUDGEMENT


def test_only_preferred_judgements_of_public_reports_stand(sif):
    builders.judgement(sif, is_preferred=False)
    hidden = builders.report(of=sif.inspection, is_public=False)
    builders.judgement(hidden, "adoption", "good")
    assert grid_of(sif.inspection).domains == ()


def test_a_conflict_marks_its_judgement_and_one_of_dates_the_whole_inspection(sif):
    paper = builders.report("cabinet-report")
    builders.judgement(sif)
    builders.judgement(sif, "adoption", "good")
    disputed = builders.domain("adoption")
    builders.conflict(sif.inspection, sif, paper, ("good", "inadequate"), field="grade", domain=disputed)
    grid = grid_of(sif.inspection)
    (entry,) = grid.cell(disputed, sif.inspection).entries
    assert entry.has_conflict
    (other,) = grid.cell(builders.domain("help-and-protection"), sif.inspection).entries
    assert not other.has_conflict
    assert not grid.disagreeing
    builders.conflict(sif.inspection, sif, paper, ("2015-09-14", "2015-06"))
    assert grid_of(sif.inspection).disagreeing == {sif.inspection.pk}
