"""Inspections of arrangements for the protection of children: an invented one, and what its form changes."""

import pytest

from ingest.extract import extract
from inspections.vocabulary import FindingKind, ReportKind, Timescale
from tests.ingest.profiles.printed import printed
from tests.ingest.profiles.reading import codes, read_report, sample, texts
from tests.ingest.reports import grades, paragraphs, primary
from tests.press import Look

TEXT = sample("21")
TITLE = "Inspection of local authority arrangements for the protection of children"
HELP = "The effectiveness of the help and protection provided to children, young people, families and carers"
GRADES = {
    "overall-effectiveness": "adequate",
    "help-and-protection": "adequate",
    "quality-of-provision": "adequate",
    "leadership": "good",
}
AREAS = [Timescale.IMMEDIATE, Timescale.THREE_MONTHS, Timescale.SIX_MONTHS]


def test_the_report_is_read_whole() -> None:
    report = read_report(TEXT)
    assert (report.kind, report.title, report.published.iso) == (ReportKind.CHILD_PROTECTION, TITLE, "2013-02-25")
    inspection = report.inspection
    assert (inspection.framework, inspection.started.iso, inspection.ended.iso, inspection.lead_inspector) == (
        "child-protection",
        "2013-01-14",
        "2013-01-23",
        "Rosalind Pell",
    )
    assert grades(report) == GRADES
    assert primary(report)["help-and-protection"].evidence == paragraphs(7, 8)
    assert [recommendation.timescale for recommendation in report.recommendations] == AREAS
    assert [f.ref for f in report.findings if f.kind is FindingKind.FINDING] == ["2", "3", "7", "8", "9", "10"]
    assert any(text.startswith("Outstanding a service") for text in texts(report, FindingKind.CONTEXT))
    assert codes(report) == []


@pytest.mark.parametrize("look", [Look(), Look(size=11)])
def test_the_pdf_gives_the_same(look: Look) -> None:
    (report,) = extract(printed(TEXT, look)).reports
    assert (report.kind, grades(report)) == (ReportKind.CHILD_PROTECTION, GRADES)
    assert [finding.ref for finding in report.findings if finding.ref] == [str(n) for n in range(1, 11)]
    assert [recommendation.timescale for recommendation in report.recommendations] == AREAS


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TITLE, f"Unannounced {TITLE[0].lower()}{TITLE[1:]}"),
        (TITLE, TITLE.replace("local authority ", "")),
        ("Lead inspector:", "Reporting inspector:"),
        ("14-23 January 2013", "14 January 2013 to 23 January 2013"),
        ("The quality of practice\n\nAdequate", "The quality of practice: adequate"),
        (f"{HELP}\n\nAdequate\n", f"{HELP}\n\n"),
        ("Within three months:", "Within 3 months:"),
        ("Leadership and governance", "Leadership, management and governance"),
        ("Record of main findings\n\nLocal", "Record of main findings:\n\nLocal"),
    ],
)
def test_other_forms_are_read_alike(old: str, new: str) -> None:
    assert old in TEXT
    report = read_report(TEXT.replace(old, new))
    assert (report.kind, grades(report), codes(report)) == (ReportKind.CHILD_PROTECTION, GRADES, [])
    assert [recommendation.timescale for recommendation in report.recommendations] == AREAS


@pytest.mark.parametrize(
    ("old", "new", "doubt"),
    [
        ("Published: 25 February 2013\n", "", "publication-date-missing"),
        ("Inspection dates: 14-23 January 2013\n", "", "dates-missing"),
        ("\n9. Assessments", "\nAssessments", "missing-paragraphs"),
        ("Immediately:\n", "", "heading-missing"),
        (TEXT[TEXT.index("\nRecord of main findings\n") :], "\n", "ending-missing"),
        ("The quality of practice\tAdequate\n", "The quality of practice\tGood\n", "grade-contradiction"),
        ("Leadership and governance\tGood", "Ambition\tGood", "domain-outside-framework"),
    ],
)
def test_what_is_lost_or_disagrees_is_named(old: str, new: str, doubt: str) -> None:
    assert old in TEXT
    assert doubt in codes(read_report(TEXT.replace(old, new)))


@pytest.mark.parametrize(
    "text",
    [
        f"Report to Cabinet\n\nReport author: Ida Marsh\n\n{TITLE}\n\nInspection dates: 14-23 January 2013\n\nHeld.",
        f"The {TITLE} was published in February 2013. The council was judged to be adequate.\n",
    ],
)
def test_a_paper_about_one_is_none(text: str) -> None:
    assert ReportKind.CHILD_PROTECTION not in {report.kind for report in extract(text.encode()).reports}
