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
    assert found.chart is None
    assert matters(MatterFilterSet(QueryDict(f"authority={first.authority.slug}"))).rows == ()


def test_a_picture_shows_of_how_many_reports_a_matter_is_asked():
    for name in ("Kent", "Medway", "Brent", "Bromley", "Croydon"):
        report = builders.report(of=builders.inspection(authority=builders.authority(name)))
        text = "Review the budget." if name == "Kent" else "Ensure that core groups meet every single month."
        builders.recommendation(report, "1", text=text)
    index_changed([], Report.objects.all())
    chart = matters(MatterFilterSet(QueryDict())).chart
    assert chart
    drawn = {bar.label: (bar.note, [part.text for part in bar.parts]) for bar in chart.bars}
    assert drawn["core groups"] == ("4 of 5", ["4 (80%)", "1 (20%)"])


def test_reports_and_authorities_are_counted_once_and_filters_leave_reports():
    kent = builders.authority("Kent", region="South East")
    text = "Ensure that core groups meet every single month."
    for authority, year in ((kent, 2015), (kent, 2019), (builders.authority("Brent", region="London"), 2021)):
        of = builders.inspection("ilacs", authority=authority, started=f"{year}-05-05", published=f"{year}-06-06")
        report = builders.report("ilacs", of=of)
        for number in ("1", "2"):
            builders.recommendation(report, number, text=text)
    hidden = builders.report(of=builders.inspection(authority=builders.authority("Bromley")))
    builders.recommendation(hidden, "1", text=text)
    index_changed([], Report.objects.all())
    Report.objects.filter(pk=hidden.pk).update(visibility="hidden")

    def told(query: str) -> list[tuple[object, ...]]:
        rows = matters(MatterFilterSet(QueryDict(query))).rows
        return [(one.reports, one.recommendations, one.authorities, one.first, one.last, one.of) for one in rows]

    assert told("") == [(3, 6, 2, 2015, 2021, 3)]
    assert told("region=South+East") == told("authority=kent") == [(2, 4, 1, 2015, 2019, 2)]
    assert told("year=2019&year=2021") == [(2, 4, 2, 2019, 2021, 2)]


def test_a_plan_that_lists_what_was_recommended_does_not_ask_it_again():
    inspection = builders.inspection()
    text = "Ensure that core groups meet every single month."
    printed = builders.recommendation(builders.report(of=inspection), "1", text=text)
    plan = builders.report("improvement-plan", inspection=inspection)
    listed = builders.recommendation(plan, "1", text=text, restates=printed)
    own = builders.recommendation(plan, "2", text="Review the budget.", restates=None)
    index_changed([], Report.objects.all())

    def told(query: str = "matter=core-groups") -> list[tuple[int, int, int]]:
        rows = matters(MatterFilterSet(QueryDict(query))).rows
        return [(row.reports, row.recommendations, row.of) for row in rows if row.code == "core-groups"]

    assert told() == [(1, 1, 2)]
    assert told(f"authority={plan.authority_slug}") == []
    type(own).objects.filter(pk=own.pk).delete()
    assert told() == [(1, 1, 1)], "what only repeats is no report that recommends"
    builders.show(printed.report, "hidden")
    assert told() == [(1, 1, 1)], "it counts where what it repeats is not public"
    assert listed.report_id == plan.pk
