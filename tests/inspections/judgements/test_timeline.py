"""The timeline of an authority: periods, rows of domains, events, conflicts, and the reasons for gaps."""

import pytest

from inspections.judgements.timeline import Timeline, timeline_of
from inspections.models import DomainLineage, FrameworkDomain, Inspection, Report
from inspections.reference.lineage import JudgementGap, Lineage
from tests import builders
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def link_domains(framework: str, domain: str, column: str, comparability: str) -> None:
    keys = {
        "framework": builders.framework(framework),
        "domain": builders.domain(domain),
        "column": builders.domain(column),
    }
    DomainLineage.objects.get_or_create(**keys, defaults={"comparability": comparability})


@pytest.fixture
def lineage() -> None:
    link_domains("jar", "staying-safe", "help-and-protection", "broad")
    link_domains("ilacs", "help-and-protection", "help-and-protection", "same")
    link_domains("ilacs", "children-in-care-and-care-leavers", "children-in-care", "broad")
    link_domains("ilacs", "children-in-care-and-care-leavers", "care-leavers", "broad")
    FrameworkDomain.objects.get_or_create(
        framework=builders.framework("jar"),
        domain=builders.domain("being-healthy"),
        defaults={"wording": "Being healthy", "order": 1},
    )


def shown(timeline: Timeline) -> dict[str, list[object]]:
    """Return, by domain, the judgements of each cell or the reason why there are none."""
    return {
        row.domain.code: [[entry.judgement for entry in cell.entries] or cell.gap for cell in row.cells]
        for group in timeline.groups
        for row in group.rows
    }


def event_names(timeline: Timeline) -> dict[str, list[list[str]]]:
    """Return, by row of events, the names of the events of each period."""
    return {row.title: [[event.name for event in events] for _, events in row.cells] for row in timeline.event_rows}


def mentioned(framework: str | None = "sif", **values) -> Inspection:
    """An inspection that a public report of another kind mentions."""
    one = builders.inspection(framework, is_reported_only=True, **values)
    builders.statement(builders.report("cabinet-report", published="2020-01-14"), one, is_own=False)
    return one


def own(framework: str = "sif", **values) -> Report:
    """The own report of an inspection."""
    one = builders.inspection(framework, **values)
    report = builders.report(framework, of=one)
    builders.statement(report, one)
    return report


@pytest.mark.usefixtures("lineage")
def test_older_domains_are_in_todays_rows_and_a_judgement_on_two_domains_is_in_both():
    old, new = own("jar", started="2006-05-02"), own("ilacs", started="2007-07-15")
    safe = builders.judgement(old, "staying-safe", "inadequate", scope="local-services")
    healthy = builders.judgement(old, "being-healthy", "good", scope="local-services")
    protection = builders.judgement(new, "help-and-protection", "good")
    both = builders.judgement(new, "children-in-care-and-care-leavers", "good")
    timeline = timeline_of(builders.authority())
    assert [[column.inspection for column in period.columns] for period in timeline.periods] == [
        [old.inspection],
        [new.inspection],
    ]
    assert shown(timeline) == {
        "help-and-protection": [[safe], [protection]],
        "children-in-care": [JudgementGap.NOT_IN_FRAMEWORK, [both]],
        "care-leavers": [JudgementGap.NOT_IN_FRAMEWORK, [both]],
        "being-healthy": [[healthy], JudgementGap.NOT_IN_FRAMEWORK],
    }
    today, others = timeline.groups
    assert (today.title, others.title) == ("", "Domains of other frameworks")
    assert today.rows[0].cells[0].entries[0].note == "Staying safe: broadly comparable"
    assert today.rows[0].cells[1].entries[0].note == ""


def test_consecutive_empty_years_share_one_period():
    for started in ("2006-05-02", "2013-07-15", "2015-09-14"):
        builders.judgement(own(started=started), grade_code="good")
        builders.judgement(Report.objects.latest("pk"), "leadership", "good")
    timeline = timeline_of(builders.authority())
    assert [period.label for period in timeline.periods] == ["2006", "2007 to 2012", "2013", "2014", "2015"]
    (group,) = timeline.groups
    first, second = group.rows
    assert [(cell.gap, cell.rows) for cell in first.cells if not cell.entries] == [(JudgementGap.NO_INSPECTION, 2)] * 2
    assert all(cell.entries for cell in second.cells)


def test_a_paper_without_a_date_is_in_the_undated_period_and_not_between_years():
    for started in ("2013-07-15", "2019-07-15"):
        builders.judgement(own("ilacs", started=started), grade_code="good")
    builders.report("cabinet-report", published="")
    timeline = timeline_of(builders.authority())
    assert [period.label for period in timeline.periods] == ["2013", "2014 to 2018", "2019", "Undated"]
    (papers,) = event_names(timeline).values()
    assert [len(names) for names in papers] == [0, 0, 0, 1]


def test_two_inspections_of_a_year_are_columns_side_by_side():
    later, earlier = own("lac", started="2013-07-15"), own("child-protection", started="2013-01")
    for report in (later, earlier):
        builders.judgement(report, "overall-effectiveness", "inadequate")
    (period,) = timeline_of(builders.authority()).periods
    assert [column.inspection for column in period.columns] == [earlier.inspection, later.inspection]
    assert period.width == 2


@pytest.mark.usefixtures("lineage")
def test_the_newest_column_is_that_of_the_last_inspection_that_gave_grades():
    place = builders.authority()
    assert timeline_of(place).newest is None
    for framework, day in (("ilacs", "2019-07-15"), ("ilacs", "2023-07-17"), ("focused-visit", "2025-04-29")):
        own(framework, authority=place, started=day)
    newest = timeline_of(place).newest
    assert newest
    assert newest.inspection.started == "2023-07-17"


def test_every_gap_says_its_reason():
    report = own("ilacs", started="2019-07-15")
    builders.judgement(report, "overall-effectiveness", "good")
    builders.judgement(own("jar", started="2006-05-02"), "being-healthy", "good")
    mention = mentioned("ilacs", started="2013-07-15")
    builders.judgement(report, "help-and-protection", "good", inspection=mention, basis="reported")
    found = {
        code: [gap for gap in cells if isinstance(gap, JudgementGap)]
        for code, cells in shown(timeline_of(builders.authority())).items()
    }
    nothing = JudgementGap.NO_INSPECTION
    assert found["overall-effectiveness"] == [
        JudgementGap.NO_JUDGEMENT,
        nothing,
        JudgementGap.NOT_QUOTED,
        nothing,
        nothing,
    ]
    assert found["help-and-protection"] == [JudgementGap.NO_JUDGEMENT, JudgementGap.NO_JUDGEMENT], (
        "judged by both, but not in these reports"
    )
    assert found["being-healthy"] == [nothing, JudgementGap.NOT_QUOTED, nothing, JudgementGap.NOT_IN_FRAMEWORK, nothing]


def test_a_gap_of_an_unknown_framework_does_not_claim_what_it_judges():
    unknown = builders.inspection(None)
    assert Lineage().gap(builders.domain(), unknown) is JudgementGap.NOT_QUOTED


def test_visits_and_papers_are_events_on_the_same_axis():
    builders.judgement(own(started="2015-09-14"))
    visit = own("focused-visit", started="2019-02-05")
    send = own("send", started="2019-05-15")
    outcome = builders.judgement(send, "send-arrangements", "inconsistent")
    mentioned("send-2016", started="2015-12")
    builders.report("agenda", published="2020-01-14")
    timeline = timeline_of(builders.authority())
    assert [period.label for period in timeline.periods] == ["2015", "2016 to 2018", "2019", "2020"]
    assert event_names(timeline) == {
        "Visits and other inspections": [["Local area SEND 2016"], [], ["Focused visit", "Area SEND"], []],
        "The council’s and the government’s papers": [[], [], [], ["Cabinet report"]],
    }
    first, second = timeline.event_rows[0].cells[2][1]
    assert (first.url, first.outcome) == (visit.inspection.get_absolute_url(), None)
    assert (second.outcome, second.is_reported_only) == (outcome, False)
    assert timeline.event_rows[0].cells[0][1][0].is_reported_only


def test_an_inspection_of_an_unknown_framework_is_a_column_only_where_it_judged():
    mentioned(None, started="2012-05")
    assert event_names(timeline_of(builders.authority())) == {
        "Visits and other inspections": [["Inspection"], [], []],
        "The council’s and the government’s papers": [[], [], ["Cabinet report"]],
    }
    builders.judgement(Report.objects.get(), inspection=Inspection.objects.get(), basis="reported")
    assert [len(period.columns) for period in timeline_of(builders.authority()).periods] == [1, 0, 0]


def test_papers_of_the_same_name_are_distinguished_by_their_titles(client):
    for title in ("Update on services", "A new home for children"):
        builders.report("cabinet-report", published="2020-01-14", title=title)
    page = squeeze(client.get(builders.authority().get_absolute_url()).content.decode())
    for title in ("Update on services", "A new home for children"):
        assert f'Cabinet report<span class="govuk-visually-hidden">: {title}, 14 January 2020</span>' in page


def test_inspections_of_hidden_reports_are_not_in_the_timeline():
    report = own(started="2015-09-14")
    builders.judgement(report)
    Report.objects.filter(pk=report.pk).update(visibility="hidden")
    assert timeline_of(builders.authority()).periods == ()


def test_only_the_preferred_judgement_shows():
    report = own()
    preferred = builders.judgement(report)
    builders.judgement(report, grade_code="good", basis="reported", is_preferred=False)
    assert list(shown(timeline_of(builders.authority())).values()) == [[[preferred]]]


def test_conflicts_are_marked_where_they_are_and_lead_to_both_places(client):
    report = own()
    judgement = builders.judgement(report, grade_code="inadequate")
    builders.judgement(report, "adoption")
    other = builders.report("cabinet-report", published="2015-12-01")
    values = ("inadequate", "good")
    builders.conflict(report.inspection, report, other, values, field="grade", domain=judgement.domain)
    timeline = timeline_of(builders.authority())
    marked = {row.domain.code: row.cells[0].entries[0].has_conflict for group in timeline.groups for row in group.rows}
    assert marked == {"help-and-protection": True, "adoption": False}
    assert not timeline.periods[0].columns[0].has_conflict
    builders.conflict(report.inspection, report, other, ("2015-09-14", "2015-06"))
    assert timeline_of(builders.authority()).periods[0].columns[0].has_conflict
    page = squeeze(client.get(builders.authority().get_absolute_url()).content.decode())
    assert page.count(f'href="{report.inspection.get_absolute_url()}#conflicts">Documents disagree</a>') == 3, (
        "at the grade, and at the days of the inspection in the head of each table"
    )


def test_a_reported_judgement_is_outlined(client):
    report = own()
    reported = mentioned("lac", started="2013-07-15")
    builders.judgement(report, "overall-effectiveness", "inadequate", inspection=reported, basis="reported")
    builders.judgement(report, "overall-effectiveness", "good")
    page = squeeze(client.get(builders.authority().get_absolute_url()).content.decode())
    assert page.count("kb-grade--reported") == 2, "in the timeline, and in the list of inspections"
    assert page.count("Reported by another document") == 1
    assert "Known from other documents" in page


def test_many_papers_of_a_year_are_folded_after_the_second(client):
    authority = builders.authority()
    papers = [
        builders.report("cabinet-report", authority=authority, published=f"2020-01-{day:02}") for day in (1, 2, 3, 4)
    ]
    html = squeeze(client.get(authority.get_absolute_url()).content.decode())
    cell = next(cell for cell in html.split("<td") if papers[0].get_absolute_url() in cell).split("</td>")[0]
    shown, folded = cell.split("<details")
    assert [paper.get_absolute_url() in shown for paper in papers] == [True, True, False, False]
    assert [paper.get_absolute_url() in folded for paper in papers] == [False, False, True, True]
    assert "2 more" in folded
