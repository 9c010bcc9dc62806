import pytest
from django.http import QueryDict

from findings.filtersets.matters import MatterFilterSet
from findings.follow_up.matters import matters, with_recommendations
from findings.search.entries import index_changed
from inspections.models import Report
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_report_asks_a_matter_once_and_one_report_does_not_ask_again():
    first = builders.report(of=builders.inspection())
    for number in ("1", "2"):
        builders.recommendation(first, number, text="Ensure that core groups meet every single month.")
    index_changed([], Report.objects.all())
    found = matters(MatterFilterSet(QueryDict("matter=core-groups")))
    assert [(row.code, row.reports, row.recommendations, row.of) for row in found.rows] == [("core-groups", 1, 2, 1)]
    assert [one.recommendation.ref for one in with_recommendations(found.listed)] == ["1", "2"]
    assert matters(MatterFilterSet(QueryDict(f"authority={first.authority.slug}"))).rows == ()
