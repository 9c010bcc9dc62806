"""The timeline of an authority: older domains in today's rows, reported judgements apart, gaps with their reason."""

import pytest

from inspections.models import DomainLineage, FrameworkDomain
from inspections.templatetags.reading import grade_look, inspection_dates, partial_date
from inspections.timeline import timeline_of
from tests import builders

pytestmark = pytest.mark.django_db


def tie(framework: str, domain: str, column: str, comparability: str) -> None:
    keys = {
        "framework": builders.framework(framework),
        "domain": builders.domain(domain),
        "column": builders.domain(column),
    }
    DomainLineage.objects.get_or_create(**keys, defaults={"comparability": comparability})


@pytest.fixture
def lineage() -> None:
    tie("jar", "staying-safe", "help-and-protection", "broad")
    tie("ilacs", "help-and-protection", "help-and-protection", "same")
    tie("ilacs", "children-in-care-and-care-leavers", "children-in-care", "broad")
    tie("ilacs", "children-in-care-and-care-leavers", "care-leavers", "broad")
    FrameworkDomain.objects.get_or_create(
        framework=builders.framework("jar"),
        domain=builders.domain("being-healthy"),
        defaults={"wording": "Being healthy", "order": 1},
    )


@pytest.mark.usefixtures("lineage")
def test_older_domains_stand_in_todays_rows_and_one_for_two_in_both():
    old, new = builders.inspection("jar", started="2006-05-02"), builders.inspection("ilacs", started="2019-07-15")
    safe = builders.judgement(builders.report("jar", of=old), "staying-safe", "inadequate", scope="local-services")
    healthy = builders.judgement(safe.report, "being-healthy", "good", scope="local-services")
    report = builders.report("ilacs", of=new)
    protection = builders.judgement(report, "help-and-protection", "good")
    both = builders.judgement(report, "children-in-care-and-care-leavers", "good")
    timeline = timeline_of(builders.authority())
    assert timeline.inspections == (old, new)
    shown = {
        row.domain.code: [[entry.judgement for entry in cell.entries] or str(cell.gap) for cell in row.cells]
        for row in timeline.rows
    }
    assert shown == {
        "help-and-protection": [[safe], [protection]],
        "children-in-care": ["Not in this framework", [both]],
        "care-leavers": ["Not in this framework", [both]],
        "being-healthy": [[healthy], "Not in this framework"],
    }
    assert timeline.rows[0].cells[0].entries[0].note == "Staying safe: broadly comparable"
    assert timeline.rows[0].cells[1].entries[0].note == ""


def test_what_others_report_has_other_gaps():
    reported = builders.inspection("lac", started="2013-07-15", is_reported_only=True)
    own = builders.inspection()
    report = builders.report(of=own)
    builders.judgement(report, "overall-effectiveness", "inadequate", inspection=reported, basis="reported")
    builders.judgement(report, "adoption", "good")
    rows = {row.domain.code: row.cells for row in timeline_of(builders.authority()).rows}
    assert rows["adoption"][0].gap == "Not reported"


def test_only_the_standing_judgement_shows():
    report = builders.report(of=builders.inspection())
    standing = builders.judgement(report)
    builders.judgement(report, grade_code="good", basis="reported", is_standing=False)
    (row,) = timeline_of(builders.authority()).rows
    assert [entry.judgement for entry in row.cells[0].entries] == [standing]


@pytest.mark.parametrize(
    ("started", "ended", "written"),
    [
        ("2023-07-17", "2023-07-28", "17 to 28 July 2023"),
        ("2015-09-14", "2015-10-08", "14 September to 8 October 2015"),
        ("2018-12-10", "2019-01-11", "10 December 2018 to 11 January 2019"),
        ("2013-01", "", "January 2013"),
        ("2019", "2019", "2019"),
        ("2019-07-15", "2019-07-15", "15 July 2019"),
        ("", "", ""),
    ],
)
def test_dates_are_written_as_people_do(started, ended, written):
    assert inspection_dates(builders.inspection(started=started, ended=ended, published="")) == written


def test_a_date_carries_its_machine_form():
    assert partial_date("2013-01") == '<time datetime="2013-01">January 2013</time>'
    assert partial_date("") == ""


def test_outcomes_of_send_do_not_look_like_grades():
    report = builders.report("send", of=builders.inspection("send", started="2023-05-15"))
    outcome = builders.judgement(report, "send-arrangements", "typically-positive")
    assert grade_look(outcome) == "outcome"
    assert grade_look(builders.judgement(report, "send-arrangements", None, is_standing=False)) == "none"
