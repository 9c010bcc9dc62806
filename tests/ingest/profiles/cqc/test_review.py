"""CQC reviews of health services: an invented one, and what changes in its form."""

import re

import pytest

from ingest.extract import extract
from inspections.vocabulary import FindingKind
from tests.ingest.profiles.printed import printed
from tests.ingest.profiles.reading import codes, doubts, read_report, sample, texts
from tests.press import Look

TEXT = sample("19")
BODY = TEXT.split("\n", 2)[2]
TITLE = "Review of health services for Children Looked After and Safeguarding in Wexcombe"
HOSPITAL, GROUP = "Wexcombe Hospital NHS Trust", "NHS Wexcombe CCG and Harbour Community Health"
PARAGRAPHS = ["1.1", "1.2", "2.1", "3.1", "3.2", "4.1", "5.1", "5.2", "5.3"]


def lists(report) -> list[tuple[str | None, str | None]]:
    return [(recommendation.ref, recommendation.addressee) for recommendation in report.recommendations]


def test_the_review_is_read_whole():
    report = read_report(TEXT)
    inspection = report.inspection
    assert (report.kind, report.authority.name, report.published.iso) == ("cqc-review", "Wexcombe", "2014-09-19")
    assert (inspection.started.iso, inspection.ended.iso) == ("2014-07-07", "2014-07-11")
    assert inspection.lead_inspector is None
    assert report.judgements == ()
    assert [finding.ref for finding in report.findings if finding.ref] == PARAGRAPHS
    assert lists(report) == [("1.1", HOSPITAL), ("1.2", HOSPITAL), ("2.1", GROUP)]
    assert [section.heading for section in report.sections if section.heading.startswith("1. ")] == [
        f"1. {HOSPITAL} should:"
    ]
    assert codes(report) == []


def test_every_row_of_the_cover_is_kept():
    context = texts(read_report(TEXT), FindingKind.CONTEXT)
    assert f"Provider services included: {HOSPITAL}, Harbour Community Health" in context
    assert not any("SAMPLE" in text for text in context)


def test_a_single_inspector_leads():
    report = read_report(TEXT.replace("Miriam Dale and Peter Rowan", "Miriam Dale"))
    assert report.inspection.lead_inspector == "Miriam Dale"


def test_items_belong_to_the_paragraph_that_announces_them():
    finding = next(one for one in read_report(TEXT).findings if one.ref == "3.1")
    assert finding.text.endswith("and say: what was seen and seldom what it meant.")


@pytest.mark.parametrize("look", [Look(), Look(left=57, number_x=57, text_x=93), Look(bullet="\u2022")])
def test_the_pdf_gives_the_same(look):
    extraction = extract(printed(BODY, look, page_ends=("Contents", "Summary of the review"), right=False))
    (report,) = extraction.reports
    assert [notice.code for notice in (*extraction.notices, *report.notices) if notice.level != "info"] == []
    assert [finding.ref for finding in report.findings if finding.ref] == PARAGRAPHS
    assert lists(report) == lists(read_report(TEXT))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TITLE, TITLE.replace("Children Looked After", "Looked After Children")),
        (TITLE, TITLE.upper()),
        ("7 July 2014 to 11 July 2014", "7th July 2014 - 11th July 2014"),
        ("7 July 2014 to 11 July 2014", "7th July \u2013 11th July 2014"),
        ("Date of review:", "Dates of review:"),
        ("19 September 2014", "19th September 2014"),
        ("Leadership & management", "Leadership and management"),
        ("Next steps", "Next Steps"),
        ("1. Wexcombe Hospital", "Wexcombe Hospital"),
        ("The child's journey", "The child\u2019s journey"),
    ],
)
def test_other_forms_are_read_alike(old, new):
    assert old in TEXT
    report = read_report(TEXT.replace(old, new))
    assert (report.kind, report.published.iso) == ("cqc-review", "2014-09-19")
    assert (report.inspection.started.iso, report.inspection.ended.iso) == ("2014-07-07", "2014-07-11")
    assert [finding.ref for finding in report.findings if finding.ref] == PARAGRAPHS
    assert lists(report) == lists(read_report(TEXT))
    assert codes(report) == []


def test_recommendations_in_a_table_are_read_row_by_row():
    start, end = TEXT.index("1. Wexcombe Hospital NHS Trust should:"), TEXT.index("Next steps\n\nAn")
    rows = re.sub(r"(?m)^([\d.]+) ", r"\1\t", TEXT[start:end].replace("\n\n", "\n"))
    assert lists(read_report(TEXT[:start] + rows + "\n" + TEXT[end:])) == lists(read_report(TEXT))


def test_recommendations_may_be_bullets():
    report = read_report(re.sub(r"(?m)^\d\.\d (?=Ensure)", "- ", TEXT))
    assert [addressee for _, addressee in lists(report)] == [HOSPITAL, HOSPITAL, GROUP]


@pytest.mark.parametrize(
    ("pattern", "doubt"),
    [
        (
            r"Date of review:[^\n]*\n",
            "error dates-missing at line 1: No dates of the inspection are printed on the cover.",
        ),
        (
            r"Date of publication:[^\n]*\n",
            "warning publication-date-missing at line 1: No day of publication was found. Compare with the document.",
        ),
        (
            r"3\.1 Reports[^\n]*\n",
            "error missing-paragraphs at line 62: Paragraph 3.1 of the numbered sequence was not found before 3.2. "
            "Compare with the document.",
        ),
        (
            r"1\.1 Ensure[^\n]*\n",
            "error missing-paragraphs at line 88: Item 1.1 of the numbered sequence was not found before 1.2. "
            "Compare with the document.",
        ),
        (
            r"(?<=Training and supervision)\n\n5\.3[^\0]*",
            "error recommendations-missing at line 1: No recommendations were found. Compare with the document.",
        ),
    ],
)
def test_what_is_lost_is_named(pattern, doubt):
    text = re.sub(pattern, "", TEXT)
    assert text != TEXT
    assert doubt in doubts(read_report(text))


@pytest.mark.parametrize(
    "text",
    [
        f"Report to the board\n\nThe {TITLE} was published.\n\nEarly help\n\n1. It was discussed.\n",
        f"{TITLE}: action plan\n\nAction\tLead\tBy when\nCount absences\tNurse\tMay 2015\n",
    ],
)
def test_a_paper_about_one_is_none(text):
    assert all(report.kind != "cqc-review" for report in extract(text.encode()).reports)


def test_headings_may_have_numbers():
    numbered = TEXT
    for heading, number in (("Early help", 1), ("Children in need", 2), ("Child protection", 3), ("Management", 5)):
        numbered = numbered.replace(f"\n{heading}\n", f"\n{number}. {heading}\n")
    report = read_report(numbered)
    assert [finding.ref for finding in report.findings if finding.ref] == PARAGRAPHS
    assert {"Early help", "Children in need", "Child protection", "Management"} <= {s.heading for s in report.sections}
    assert codes(report) == []
