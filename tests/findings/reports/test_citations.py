"""Citations: author, title, date, paragraph and address."""

import pytest

from findings.models import Finding
from findings.reports.citations import author_of, citation_of, cited_as
from inspections.models import Authority, Framework, Inspection, Report
from inspections.vocabulary import ReportKind
from tests import builders

WEXCOMBE = Authority(name="Wexcombe")
JOINT = Inspection(framework=Framework(inspectorate="Ofsted and partner inspectorates"))

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_a_citation_names_author_title_date_paragraph_and_address():
    report = builders.report(of=builders.inspection(), title="Inspection of Wexcombe")
    paragraph = builders.finding(report, "19")
    assert citation_of(report, "https://example.org/x/", paragraph) == (
        "Ofsted, Inspection of Wexcombe, 27 November 2015, paragraph 19, https://example.org/x/"
    )
    plan = builders.report("improvement-plan", title="Plan", published="")
    assert citation_of(plan, "https://example.org/y/") == "Wexcombe, Plan, no date, https://example.org/y/"


@pytest.mark.parametrize(
    ("report", "author"),
    [
        (Report(kind=ReportKind.JAR, authority=WEXCOMBE, inspection=JOINT), "Ofsted and partner inspectorates"),
        (Report(kind=ReportKind.SIF, authority=WEXCOMBE), "Ofsted"),
        (Report(kind=ReportKind.CABINET_REPORT, authority=WEXCOMBE, inspection=JOINT), "Wexcombe, Cabinet"),
        (Report(kind=ReportKind.IMPROVEMENT_PLAN), "Unknown authority"),
        (Report(kind=ReportKind.STATUTORY_DIRECTION, authority=WEXCOMBE), "Secretary of State for Education"),
    ],
)
def test_a_report_is_cited_by_who_wrote_it(report, author):
    assert author_of(report) == author


def test_a_citation_says_where_no_number_is_printed_and_no_date():
    report = Report(kind=ReportKind.SIF, title="Inspection of Wexcombe")
    unnumbered = Finding(anchor="p4-2", kind="finding")
    assert cited_as(unnumbered) == "unnumbered finding, page 4, item 2 (not numbered in the document)"
    assert citation_of(report, "https://x.org/p/", unnumbered) == (
        "Ofsted, Inspection of Wexcombe, no date, unnumbered finding, page 4, item 2 (not numbered in the document), "
        "https://x.org/p/"
    )
