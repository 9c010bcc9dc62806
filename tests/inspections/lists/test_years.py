"""A year is offered where there are rows of that year that the public sees, and nowhere else."""

import pytest
from django.http import QueryDict

from findings.analysis.filtersets import ThemeFilterSet
from findings.filtersets.findings import FindingFilterSet
from findings.filtersets.matters import MatterFilterSet
from findings.filtersets.recommendations import RecommendationFilterSet
from findings.models import Finding, Recommendation
from findings.search.entries import index_changed
from inspections.analysis.filtersets import (
    GradesFilterSet,
    InspectorFilterSet,
    MovementFilterSet,
    PublicationFilterSet,
    ShareFilterSet,
    VisitFilterSet,
)
from inspections.lists.filtersets import InspectionFilterSet, JudgementFilterSet
from inspections.models import Inspection, Judgement, Report
from inspections.vocabulary import Visibility
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def offered(filterset, name: str = "year") -> list[str]:
    facet = next(facet for facet in filterset.facets if facet.name == name)
    return [choice.value for choice in facet.choices if choice.value]


def test_each_list_and_analysis_offers_the_years_of_its_rows():
    full = builders.report(of=builders.inspection(started="2025-11-10"), published="2026-01-20")
    builders.judgement(full)
    builders.finding(full, "1")
    builders.recommendation(full, "1", text="Ensure that core groups meet every single month.")
    visit = builders.inspection("focused-visit", started="2024-03-05")
    builders.statement(builders.report("focused-visit", of=visit, published="2024-04-02"), visit)
    hidden = builders.report(of=builders.inspection(started="2023-02-06"), published="2023-03-01")
    builders.judgement(hidden)
    Report.objects.filter(pk=hidden.pk).update(visibility=Visibility.HIDDEN.value)
    builders.inspection(started="2022-05")
    index_changed([], Report.objects.all())
    for of_judgements in (GradesFilterSet, MovementFilterSet, ShareFilterSet):
        assert offered(of_judgements(QueryDict())) == ["2025"]
    assert offered(ShareFilterSet(QueryDict()), "since") == ["2025"]
    for of_inspections in (InspectorFilterSet, PublicationFilterSet):
        assert offered(of_inspections(QueryDict())) == ["2025", "2024"]
    assert offered(VisitFilterSet(QueryDict())) == ["2024"]
    assert offered(ThemeFilterSet(QueryDict())) == ["2026", "2024"]
    assert offered(MatterFilterSet(QueryDict())) == ["2026"]
    assert offered(JudgementFilterSet(QueryDict(), queryset=Judgement.objects.published())) == ["2025"]
    assert offered(InspectionFilterSet(QueryDict(), queryset=Inspection.objects.published())) == ["2025", "2024"]
    assert offered(FindingFilterSet(QueryDict(), queryset=Finding.objects.published())) == ["2026"]
    assert offered(RecommendationFilterSet(QueryDict(), queryset=Recommendation.objects.published())) == ["2026"]
