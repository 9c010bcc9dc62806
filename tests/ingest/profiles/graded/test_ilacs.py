"""ILACS: the real report of 2023 by its facts, altered copies of it, and the forms that other reports take."""

import re
from pathlib import Path

import pytest

from ingest.drafts import ReportDraft
from ingest.extract import extract
from inspections.vocabulary import Absence, FindingKind, ReportKind
from tests.ingest.profiles.reading import sample
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
    "leadership": "good",
    "help-and-protection": "requires-improvement",
    "children-in-care": "good",
    "care-leavers": "good",
    "overall-effectiveness": "good",
}
EVIDENCE = {
    "help-and-protection": paragraphs(1, 13),
    "children-in-care": paragraphs(14, 27),
    "care-leavers": paragraphs(28, 39),
    "leadership": paragraphs(40, 51),
}
# Paragraphs that run over the end of a page: words, first two and last three.
TORN = {
    "4": (48, "The response", "to address risk."),
    "12": (91, "Practice in", "improve children's circumstances."),
    "19": (46, "A small", "home is identified."),
    "27": (52, "Children approaching", "address this issue."),
    "35": (37, "Care leavers", "training and employment."),
    "42": (68, "There have", "and decision-making forums."),
    "49": (38, "Senior leaders", "practice and development."),
    "51": (54, "There has", "oversight and grip."),
}


@pytest.fixture(scope="module")
def original(seeds: dict[str, Path]) -> str:
    return seeds["001"].read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report(original: str) -> ReportDraft:
    return read_report(original)


def test_the_facts_of_the_cover(report: ReportDraft) -> None:
    inspection = report.inspection
    assert inspection is not None
    assert inspection.started is not None
    assert inspection.ended is not None
    assert (report.kind, report.licence) == (ReportKind.ILACS, "OGL-3.0")
    assert report.authority is not None
    assert report.authority.la_code == "887"
    assert (inspection.started.iso, inspection.ended.iso) == ("2023-07-17", "2023-07-28")
    assert inspection.lead_inspector == "Amanda Maxwell"


def test_five_judgements_with_wording_and_evidence(report: ReportDraft) -> None:
    assert grades(report) == GRADES
    assert primary(report)["help-and-protection"].grade_wording == "Requires improvement to be good"
    assert {d: j.evidence for d, j in primary(report).items() if j.evidence} == EVIDENCE


def test_the_earlier_inspection_is_reported(report: ReportDraft) -> None:
    assert reported(report) == [("ilacs", "2019", "overall-effectiveness", "inadequate")]


def test_nothing_is_doubted(report: ReportDraft) -> None:
    assert report.notices == ()


def test_every_numbered_paragraph_is_a_finding_and_the_others_are_summary(report: ReportDraft) -> None:
    assert [f.ref for f in report.findings if f.kind is FindingKind.FINDING] == [str(n) for n in range(1, 52)]
    assert [f.kind for f in report.findings if f.ref is None] == [FindingKind.SUMMARY] * 2
    assert len({f.anchor for f in report.findings}) == len(report.findings)


@pytest.mark.parametrize("ref", TORN)
def test_paragraphs_are_whole_over_page_breaks(report: ReportDraft, ref: str) -> None:
    assert shape(text_of(report, ref)) == TORN[ref]


def test_paragraphs_hold_neither_headings_nor_closing_text(report: ReportDraft) -> None:
    texts = " ".join(finding.text for finding in report.findings)
    assert len(" ".join(f.text for f in report.findings if f.ref).split()) == 2919
    assert not re.search(
        r"The experiences and progress of|The impact of leaders|Ofsted\) regulates|Crown copyright", texts
    )


def test_what_needs_to_improve_has_no_numbers(report: ReportDraft) -> None:
    assert [(r.anchor, r.ref, r.paragraphs) for r in report.recommendations] == [
        (f"rec-{n}", None, ()) for n in range(1, 5)
    ]


def test_reading_twice_gives_the_same(original: str, report: ReportDraft) -> None:
    assert read_report(original) == report


def test_a_grade_changed_in_the_table_only_is_a_contradiction(original: str) -> None:
    changed = read_report(altered(original, r"care leavers\tGood", "care leavers\tInadequate"))
    assert grades(changed)["care-leavers"] == "inadequate"
    assert {"Inadequate", "good"} <= set(re.findall(r"“(\w+)”", message(changed, "grade-contradiction")))


def test_a_grade_changed_in_the_heading_only_is_a_contradiction(original: str) -> None:
    changed = read_report(altered(original, r"care leavers: good", "care leavers: outstanding"))
    assert grades(changed) == GRADES
    assert codes(changed) == ["grade-contradiction"]


@pytest.mark.parametrize("torn", [" ", "\n", "\n\n"])
def test_a_table_that_lost_its_columns_is_read(original: str, torn: str) -> None:
    changed = read_report(original.replace("\t", torn))
    assert grades(changed) == GRADES
    assert len(changed.findings) == 53


def test_without_the_table_the_headings_grade_and_the_whole_is_missing(original: str) -> None:
    changed = read_report(altered(original, r"^Judgement\tGrade\n(?:.*\t.*\n)+", ""))
    assert grades(changed) == {domain: grade for domain, grade in GRADES.items() if domain != "overall-effectiveness"}
    assert codes(changed).count("judgement-not-in-table") == 4
    assert "Overall effectiveness" in message(changed, "judgement-missing")


def test_an_unreadable_grade_is_no_grade(original: str) -> None:
    changed = read_report(altered(original, r"^Overall effectiveness\tGood", "Overall effectiveness\tG00d"))
    judgement = primary(changed)["overall-effectiveness"]
    assert (judgement.grade, judgement.grade_wording, judgement.absence) == (None, "G00d", Absence.NOT_LEGIBLE)
    assert codes(changed) == ["grade-unreadable"]


def test_a_lost_number_is_missed_and_its_words_stay_apart(original: str) -> None:
    changed = read_report(altered(original, r"^22\. ", ""))
    assert "Paragraph 22 " in message(changed, "missing-paragraphs")
    assert text_of(changed, "21") == text_of(read_report(original), "21")
    assert len(changed.findings) == 53


def test_a_lost_paragraph_is_missed(original: str) -> None:
    changed = read_report(altered(original, r"^22\. .*\n", ""))
    assert "Paragraph 22 " in message(changed, "missing-paragraphs")
    assert len(changed.findings) == 52


def test_a_paragraph_put_in_under_a_number_that_is_taken_is_kept_and_named(original: str) -> None:
    changed = read_report(altered(original, r"^23\. ", "22. Put in by hand.\n23. "))
    assert codes(changed) == ["duplicate-paragraph"]
    assert "Put in by hand." in [f.text for f in changed.findings if f.anchor == "para-22~2"]


def test_dates_that_run_backwards_are_kept_and_named(original: str) -> None:
    changed = read_report(altered(original, r"17 to 28 July 2023", "28 to 17 July 2023"))
    assert codes(changed) == ["dates-out-of-order"]


def test_the_date_of_an_earlier_inspection_is_a_mention(original: str) -> None:
    changed = read_report(
        altered(original, r"(?=^.*17 to 28 July 2023)", "Date of previous inspection: 12 June 2018\n\n")
    )
    assert codes(changed) == []
    assert "2018-06-12" in {one.started.iso for one in changed.mentions if one.started}


def test_a_number_lost_at_the_end_of_a_section_is_doubted(original: str) -> None:
    changed = read_report(altered(original, r"^51\. ", ""))
    assert codes(changed) == ["unnumbered-paragraph"]


def test_an_overall_grade_like_none_of_its_parts_is_doubted(original: str) -> None:
    changed = read_report(altered(original, r"^Overall effectiveness\tGood", "Overall effectiveness\tInadequate"))
    assert grades(changed)["overall-effectiveness"] == "inadequate"
    assert codes(changed) == ["overall-unlike-parts"]


def test_a_report_that_was_cut_off_says_so(original: str) -> None:
    changed = read_report(original[: original.index("\n50. ")])
    assert [(notice.code, notice.level) for notice in changed.notices] == [("ending-missing", "error")]


def test_a_lost_heading_leaves_a_grade_without_findings(original: str) -> None:
    changed = read_report(altered(original, r"^The experiences and progress of care leavers: good\n", ""))
    assert grades(changed) == GRADES
    assert "care leavers" in message(changed, "section-missing")


@pytest.mark.parametrize("lost", [(), ("What needs to improve?\n",)])
def test_a_report_without_its_title_is_never_taken_for_a_single_inspection(lost: tuple[str, ...]) -> None:
    text = sample("12")
    for line in ("Inspection of Wexcombe local authority children's services\n", *lost):
        assert line in text
        text = text.replace(line, "", 1)
    assert {report.kind for report in extract(text.encode()).reports} <= {ReportKind.ILACS}
