import pytest
from django.http import QueryDict
from django.utils import timezone

from findings.filtersets.follow_through import FollowThroughFilterSet
from findings.models import FollowedMatter, Recommendation
from findings.search.entries import index_report
from inspections.models import Report
from inspections.write import renew
from tests import builders
from tests.findings.followed import three_reports

pytestmark = pytest.mark.django_db


def test_a_theme_is_that_of_the_recommendation():
    asked = builders.recommendation(
        builders.report(of=builders.inspection()), "1", text="Ensure that staff receive regular supervision."
    )
    day = "2023-07-17"
    later = builders.report("ilacs", of=builders.inspection("ilacs", started=day, published=day))
    builders.finding(later, "1", text="Bread is baked on Sundays.")
    index_report(asked.report_id)

    def found(query):
        return FollowThroughFilterSet(QueryDict(query), queryset=FollowedMatter.objects.published()).qs.count()

    assert (found(""), found("theme=supervision"), found("theme=court")) == (1, 1, 0)


ASKED = ("", "region=London", "region=South+East&region=London", "authority=kent", "year=2023")
BOTH = "year=2023&region=London"
BY_STATUS = ("status=nothing-found", "authority=kent&theme=supervision")


def with_matters(name: str, region: str) -> list[Report]:
    """The reports of an authority of a region."""
    return three_reports(builders.authority(name, region=region))


def test_rows_are_counted_by_later_report_as_they_are_one_by_one(monkeypatch):
    with_matters("Kent", "South East")
    _, *others = with_matters("Brent", "London"), with_matters("Medway", "South East")
    Report.objects.filter(pk=others[0][0].pk).update(visibility="hidden")
    Report.objects.filter(pk=with_matters("Bromley", "London")[2].pk).update(visibility="draft")
    Recommendation.objects.filter(report__authority__name="Brent", ref="1").update(retired_at=timezone.now())
    renew()

    def told(query: str) -> tuple[int, dict[int, int], dict[str, list[tuple[str, int | None]]]]:
        filterset = FollowThroughFilterSet(QueryDict(query), queryset=FollowedMatter.objects.published())
        facets = {facet.name: [(one.value, one.count) for one in facet.choices] for facet in filterset.facets}
        assert filterset.total == filterset.qs.count()
        return filterset.total, dict(filterset.by_group), facets

    every = FollowedMatter.objects.count()
    shown = {query: told(query) for query in (*ASKED, BOTH, *BY_STATUS)}
    assert 0 < shown[BOTH][0] < shown["region=London"][0] < shown[""][0] < every
    monkeypatch.setattr(FollowThroughFilterSet, "count_every", None)
    renew()
    assert shown == {query: told(query) for query in (*ASKED, BOTH, *BY_STATUS)}


def test_a_part_of_the_rows_is_not_counted_as_all_of_them():
    with_matters("Kent", "South East")
    with_matters("Brent", "London")
    part = FollowedMatter.objects.published().filter(authority__name="Kent")
    assert FollowThroughFilterSet(QueryDict(), queryset=part).total == part.count() < FollowedMatter.objects.count()
