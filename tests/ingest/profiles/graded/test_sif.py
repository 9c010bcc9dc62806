"""The single inspection: the real report of 2015 by its facts, altered copies of it, and the other templates."""

import re
from collections import Counter
from pathlib import Path

import pytest

from ingest.drafts import ReportDraft
from inspections.vocabulary import FindingKind, ReportKind
from tests.ingest.reports import (
    altered,
    codes,
    grades,
    message,
    paragraphs,
    primary,
    read_report,
    reported,
    shape,
    text_of,
)

GRADES = {
    "overall-effectiveness": "requires-improvement",
    "help-and-protection": "requires-improvement",
    "children-in-care": "requires-improvement",
    "adoption": "requires-improvement",
    "care-leavers": "good",
    "leadership": "requires-improvement",
    "lscb": "requires-improvement",
}
EVIDENCE = {
    "help-and-protection": paragraphs(14, 38),
    "children-in-care": paragraphs(39, 67),
    "adoption": paragraphs(68, 85),
    "care-leavers": paragraphs(86, 96),
    "leadership": paragraphs(97, 119),
    "lscb": paragraphs(124, 139),
}
CITED = {
    "rec-1": ("19", "30", "43", "106", "33"),
    "rec-1/1": ("19",),
    "rec-1/3": ("43", "106"),
    "rec-5": ("42", "41"),
    "rec-5/2": ("41",),
    "rec-12": ("32", "111", "112"),
    "rec-123": ("128",),
}
WHOLE = {
    "14": (54, "A clear", "works effectively elsewhere."),
    "38": (89, "Where allegations", "in all cases."),
    "57": (111, "A high", "annual dental appointment."),
    "112": (106, "Inspectors reviewed", "evidenced reflective supervision."),
    "134": (182, "The MSCB", "the multi-agency team."),
    "139": (104, "The MSCB", "on safeguarding practice."),
}


@pytest.fixture(scope="module")
def original(seeds: dict[str, Path]) -> str:
    return seeds["000"].read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report(original: str) -> ReportDraft:
    return read_report(original)


def test_the_facts_of_the_cover(report: ReportDraft) -> None:
    inspection = report.inspection
    assert inspection is not None
    assert inspection.started is not None
    assert inspection.ended is not None
    assert report.published is not None
    assert report.authority is not None
    assert (report.kind, report.licence, report.authority.la_code) == (ReportKind.SIF, "educational", "887")
    dates = [date.iso for date in (inspection.started, inspection.ended, report.published)]
    assert dates == ["2015-09-14", "2015-10-08", "2015-11-27"]
    assert inspection.lead_inspector == "Stephanie Murray"


def test_seven_judgements_with_their_evidence(report: ReportDraft) -> None:
    assert grades(report) == GRADES
    assert {d: j.evidence for d, j in primary(report).items() if j.evidence} == EVIDENCE


def test_both_inspections_of_2013_are_reported(report: ReportDraft) -> None:
    assert reported(report) == [
        ("child-protection", "2013-01", "overall-effectiveness", "inadequate"),
        ("lac", "2013-07", "overall-effectiveness", "inadequate"),
    ]
    assert len(report.mentions) == 2


def test_numbers_1_to_139_are_recommendations_and_findings_each_once(report: ReportDraft) -> None:
    recommended = [r.ref for r in report.recommendations if r.ref]
    found = [f.ref for f in report.findings if f.ref]
    assert recommended == [str(n) for n in (*range(1, 14), *range(120, 124))]
    assert Counter(recommended + found) == Counter(str(n) for n in range(1, 140))
    assert report.notices == ()


def test_recommendations_cite_their_paragraphs_and_those_of_their_items(report: ReportDraft) -> None:
    cited = {r.anchor: r.paragraphs for r in report.recommendations}
    assert {anchor: cited[anchor] for anchor in CITED} == CITED
    assert {r.anchor: r.parent for r in report.recommendations if r.parent} == {
        **{f"rec-1/{n}": "rec-1" for n in range(1, 5)},
        **{f"rec-5/{n}": "rec-5" for n in range(1, 3)},
    }
    assert sum(reference.target == "paragraph" for reference in report.references) == 27


def test_the_recommendations_of_the_board_are_about_the_board(report: ReportDraft) -> None:
    assert [r.anchor for r in report.recommendations if r.domain == "lscb"] == [f"rec-{n}" for n in range(120, 124)]


@pytest.mark.parametrize("ref", WHOLE)
def test_paragraphs_are_whole(report: ReportDraft, ref: str) -> None:
    assert shape(text_of(report, ref)) == WHOLE[ref]


def test_summaries_and_statistics_are_no_findings(report: ReportDraft) -> None:
    assert Counter(f.kind for f in report.findings) == {
        FindingKind.FINDING: 122,
        FindingKind.SUMMARY: 50,
        FindingKind.CONTEXT: 24,
    }
    assert all(f.ref is None for f in report.findings if f.kind is not FindingKind.FINDING)


def test_paragraphs_hold_neither_headings_nor_footnotes_nor_page_numbers(report: ReportDraft) -> None:
    texts = "\n".join(finding.text for finding in report.findings)
    assert not re.search(
        r"Inspection findings|The graded judgement|[\u00b9\u00b2\u00b3]|Crown copyright|^\d+$", texts, re.M
    )
    assert not re.search(r"(?:^|\s)Summary\s+[A-Z]", texts)


def test_sections_know_their_parents_and_domains(report: ReportDraft) -> None:
    by_domain = {section.domain: section for section in report.sections if section.domain}
    assert by_domain["adoption"].parent == by_domain["children-in-care"].anchor
    assert by_domain["care-leavers"].parent == by_domain["children-in-care"].anchor
    assert [s.heading for s in report.sections if s.level == 1][:2] == [
        "The local authority",
        "The Local Safeguarding Children Board (LSCB)",
    ]


@pytest.mark.parametrize(
    ("pattern", "replacement", "domain", "taken"),
    [
        (r"care leavers\tGood", "care leavers\tInadequate", "care-leavers", "inadequate"),
        (r"Adoption performance\tRequires improvement", "Adoption performance\tGood", "adoption", "good"),
        (r"(governance\t\t)Requires improvement", r"\1Good", "leadership", "good"),
        (
            r"^(Children's services in Medway) require improvement to be good\t",
            r"\1 are good\t",
            "overall-effectiveness",
            "good",
        ),
    ],
)  # fmt: skip
def test_a_grade_changed_on_the_cover_only_is_a_contradiction(
    original: str, pattern: str, replacement: str, domain: str, taken: str
) -> None:
    changed = read_report(altered(original, pattern, replacement))
    assert grades(changed) == {**GRADES, domain: taken}
    assert codes(changed) == ["grade-contradiction"]


@pytest.mark.parametrize("torn", [" ", "\n"])
def test_tables_that_lost_their_columns_are_read(original: str, torn: str) -> None:
    changed = read_report(original.replace("\t", torn))
    assert grades(changed) == GRADES
    assert {d: j.evidence for d, j in primary(changed).items() if j.evidence} == EVIDENCE


def test_without_its_sentence_the_board_has_no_grade(original: str) -> None:
    pattern = r"^The Local Safeguarding Children Board requires improvement to be good\n"
    changed = read_report(altered(original, pattern, ""))
    assert "lscb" not in grades(changed)
    assert codes(changed) == ["judgement-missing"]


def test_a_row_without_grade_is_filled_from_the_section_and_says_so(original: str) -> None:
    changed = read_report(altered(original, r"care leavers\tGood", "care leavers\t"))
    assert grades(changed) == GRADES
    assert codes(changed) == ["grade-unreadable"]


@pytest.mark.parametrize("number", ["8", "45", "130"])
def test_a_lost_number_is_missed(original: str, number: str) -> None:
    changed = read_report(altered(original, rf"^ ?{number}\. ", ""))
    assert f"Paragraph {number} " in message(changed, "missing-paragraphs")


def test_a_report_published_before_it_ended_is_doubted(original: str) -> None:
    changed = read_report(altered(original, "27 November 2015", "27 September 2015"))
    assert codes(changed) == ["dates-out-of-order"]


def test_recommendations_that_lost_their_heading_are_missed(original: str) -> None:
    changed = read_report(original.replace("\nRecommendations\n", "\n"))
    assert "recommendations-missing" in codes(changed)
