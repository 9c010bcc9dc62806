"""What citations say: author, title, authority, framework, days, name, place and address, as far as they are known."""

import pytest

from findings.citations.facts import author_of, citation_of, cited_as, locator_of
from findings.citations.forms import text
from findings.models import Action, Finding, Recommendation, Section
from inspections.models import Authority, Domain, Framework, Inspection, Judgement, Report
from inspections.vocabulary import ReportKind
from tests import builders

WEXCOMBE = Authority(name="Wexcombe", slug="wexcombe")
JOINT = Inspection(framework=Framework(inspectorate="Ofsted and partner inspectorates"))
SIF = Framework(short_name="SIF", name="Single inspection framework", inspectorate="Ofsted")


def own(published: str = "", **days: str) -> Report:
    inspection = Inspection(framework=SIF, authority=WEXCOMBE, **days)
    return Report(
        kind=ReportKind.SIF,
        title="Inspection of services",
        authority=WEXCOMBE,
        inspection=inspection,
        is_own=True,
        published=published,
    )


@pytest.mark.django_db
@pytest.mark.either_database
def test_a_citation_stands_alone():
    report = builders.report(of=builders.inspection(), title="Inspection of services")
    paragraph = builders.finding(report, "19", page=8)
    assert text(citation_of(report, "https://example.org/x/", paragraph)) == (
        "Ofsted, Inspection of services, Wexcombe, framework SIF, inspected 14 September to 8 October 2015, "
        "published 27 November 2015, paragraph 19, page 8 of the file, https://example.org/x/"
    )


@pytest.mark.parametrize(
    ("report", "days", "year"),
    [
        (own("2015-11-27", started="2015-09-14"), ("inspected 14 September 2015", "published 27 November 2015"), 2015),
        (
            own(started="2015-12-14", ended="2016-01-08"),
            ("inspected 14 December 2015 to 8 January 2016", "date of publication not known"),
            2016,
        ),
        (own(published="", started="", ended=""), ("date not known",), None),
    ],
)
def test_a_day_that_is_known_is_told_and_one_that_is_not_is_said_to_be_unknown(report, days, year):
    found = citation_of(report)
    assert (found.days, found.year) == (days, year)


def test_a_report_without_a_day_takes_that_on_which_its_inspection_was_published():
    report = own()
    report.inspection.published = "2015-11-27"
    assert citation_of(report).days == ("published 27 November 2015",)


def test_a_paper_has_neither_the_framework_nor_the_days_of_the_inspection_that_it_follows():
    paper = own("2016-01-14", started="2015-09-14")
    paper.kind, paper.is_own = ReportKind.IMPROVEMENT_PLAN, False
    assert text(citation_of(paper, "URL")) == "Wexcombe, Inspection of services, published 14 January 2016, URL"


@pytest.mark.parametrize(
    ("report", "author"),
    [
        (Report(kind=ReportKind.JAR, authority=WEXCOMBE, inspection=JOINT), "Ofsted and partner inspectorates"),
        (Report(kind=ReportKind.SIF, authority=WEXCOMBE), "Ofsted"),
        (Report(kind=ReportKind.CABINET_REPORT, authority=WEXCOMBE, inspection=JOINT), "Wexcombe Cabinet"),
        (Report(kind=ReportKind.IMPROVEMENT_PLAN), "Unknown authority"),
        (Report(kind=ReportKind.STATUTORY_DIRECTION, authority=WEXCOMBE), "Secretary of State for Education"),
        (Report(kind=ReportKind.OUTCOMES_TABLE), "Publisher not stated"),
    ],
)
def test_a_report_is_cited_by_who_wrote_it(report, author):
    assert author_of(report) == author


@pytest.mark.parametrize(
    ("inspectorate", "authors"),
    [
        ("Ofsted, CQC, HMICFRS and HMI Probation", ("Ofsted", "CQC", "HMICFRS", "HMI Probation")),
        ("Ofsted and partner inspectorates", ("Ofsted and partner inspectorates",)),
    ],
)
def test_inspectorates_that_inspect_together_are_authors_of_their_own(inspectorate, authors):
    joint = own()
    joint.inspection.framework = Framework(inspectorate=inspectorate)
    assert citation_of(joint).authors == authors


def asked(heading: str, anchor: str = "rec-6", ref: str = "") -> Recommendation:
    return Recommendation(anchor=anchor, ref=ref, section=Section(heading=heading), parent_id=1 if "/" in anchor else 0)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (asked("What needs to improve?"), "area for improvement, item 6 (not numbered)"),
        (asked("Areas for improvement", "rec-6/2"), "area for improvement 6, item 2 (not numbered)"),
        (asked("Areas for priority action"), "area for priority action, item 6 (not numbered)"),
        (asked("Recommendations"), "recommendation, item 6 (not numbered)"),
        (asked("Areas for improvement", ref="6"), "recommendation 6"),
        (Recommendation(anchor="other"), "recommendation (not numbered)"),
        (Finding(anchor="p4-2", kind="finding"), "finding, item 2 of page 4 of the file (not numbered)"),
        (Finding(anchor="s3-2", kind="summary"), "summary, item 2 of section 3 (not numbered)"),
        (Finding(anchor="s0-2", kind="context"), "context, item 2 before the first section (not numbered)"),
        (Finding(anchor="odd", kind="progress"), "progress (not numbered)"),
        (Finding(anchor="para-19", ref="19"), "paragraph 19"),
        (Action(anchor="action-2.1", ref="2.1"), "action 2.1"),
        (Action(anchor="action-p3-1"), "action p3-1 (not numbered)"),
    ],
)
def test_a_record_is_cited_by_its_printed_number_or_its_place_and_says_which(record, name):
    assert cited_as(record) == name


@pytest.mark.parametrize(
    ("record", "locator"),
    [
        (Finding(anchor="para-19", ref="19", page=8), "paragraph 19, page 8 of the file"),
        (Finding(anchor="para-19", ref="19", line=120), "paragraph 19, line 120 of the file"),
        (Action(anchor="action-1", ref="1", where="sheet Actions, row 14"), "action 1, sheet Actions, row 14"),
        (Finding(anchor="p4-2", kind="finding", page=4), "finding, item 2 of page 4 of the file (not numbered)"),
        (Finding(anchor="para-19", ref="19"), "paragraph 19"),
    ],
)
def test_a_record_is_cited_with_its_place_in_the_file_once(record, locator):
    assert locator_of(record) == locator


@pytest.mark.django_db
@pytest.mark.either_database
def test_a_judgement_of_another_inspection_is_cited_with_that_inspection():
    inspection = builders.inspection()
    report, earlier = builders.report(of=inspection), builders.inspection("lac", started="2013-07-15")
    assert cited_as(builders.judgement(report)) == "judgement: Help and protection"
    quoted = builders.judgement(report, "overall-effectiveness", "inadequate", inspection=earlier, basis="reported")
    assert cited_as(quoted).endswith(", of the inspection: Wexcombe, Looked after children, 15 July 2013")


def test_a_judgement_in_a_table_of_many_authorities_is_cited_with_its_own():
    table = Report(kind=ReportKind.OUTCOMES_TABLE, title="Outcomes")
    stated = Judgement(report=table, inspection=own().inspection, domain=Domain(name="Help"))
    assert citation_of(table, record=stated).about == ("Wexcombe",)


def test_the_name_of_a_citation_is_of_letters_digits_and_hyphens():
    report = own()
    report.slug = "sif-2015-11-27"
    assert citation_of(report, record=Finding(anchor="annex/p4-2~3", kind="finding")).name == (
        "wexcombe-sif-2015-11-27-annex-p4-2-3"
    )
