"""SIF reports that are made up: the early template, what opens one, headings in other words."""

import re
from collections import Counter
from pathlib import Path

import pytest

from ingest.drafts import ReportDraft
from ingest.extract import extract
from ingest.notices import NoticeDraft
from ingest.profiles.graded.sif import Sif
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, Timescale
from tests.ingest.profiles.reading import sample
from tests.ingest.reports import (
    altered,
    codes,
    grades,
    paragraphs,
    primary,
    read_report,
)

EARLY = """Wexcombe

Inspection of services for children in need of help and protection

Inspection date: 11 March 2014 - 2 April 2014

The overall judgement is requires improvement.

1. Children who need help and protection\tRequires improvement
2. Children looked after and achieving permanence\tGood
2.1 Adoption performance\tNot judged
2.2 Experiences and progress of Care Leavers\tGood
1. Leadership, management and governance\tInadequate

Contents

Section 1: the local authority 7

Section 1: the local authority

Summary of key findings

This local authority requires improvement because

1. Help comes late.

What does the local authority need to improve?

Priority and immediate action

2. Inspectors did not find any area for priority action.

Areas for improvement

Leadership, management and governance

3. Visit sooner.

The local authority's strengths

4. Staff stay.

Inspection judgements about the local authority

Key judgement\tJudgement grade
The experiences and progress of children who need help and protection\tRequires improvement

Summary

Early help is patchy in most parts of the town.

5. Families wait. (Recommendation 3)

Children looked after and achieving permanence

Good

6. Children settle.

The graded judgement for care leavers is good

7. Flats are found.

Leadership, management and governance

8. Leaders come and go.

What the inspection judgements mean

The local authority

An outstanding council does all of this and more.

The Office for Standards in Education, Children's Services and Skills (Ofsted)
"""


@pytest.fixture(scope="module")
def early() -> ReportDraft:
    return read_report(EARLY)


def test_the_early_template_numbers_its_summary_too(early: ReportDraft) -> None:
    kinds = {f.ref: f.kind for f in early.findings if f.ref}
    assert [kinds["1"], kinds["4"], kinds["5"]] == [FindingKind.SUMMARY, FindingKind.FINDING, FindingKind.FINDING]
    assert [(r.ref, r.timescale) for r in early.recommendations] == [("3", None)]


def test_a_number_that_says_that_no_action_was_found_is_a_finding(early: ReportDraft) -> None:
    assert next(f.kind for f in early.findings if f.ref == "2") is FindingKind.FINDING


def test_a_domain_that_divides_a_list_opens_no_section_of_its_own(early: ReportDraft) -> None:
    assert primary(early)["leadership"].evidence == ("para-8",)


def test_a_grade_alone_under_a_heading_is_compared(early: ReportDraft) -> None:
    assert "grade-contradiction" not in codes(early)
    contradicted = read_report(altered(EARLY, r"^Good$", "Outstanding"))
    assert "grade-contradiction" in codes(contradicted)


def test_not_judged_and_the_missing_section_are_said(early: ReportDraft) -> None:
    assert grades(early)["adoption"] is None
    assert codes(early) == ["lead-inspector-missing", "not-judged", "publication-date-missing", "section-missing"]
    assert "lscb" not in grades(early)


def test_tags_point_to_recommendations(early: ReportDraft) -> None:
    assert [(r.source, r.target, r.ref) for r in early.references] == [("para-5", "recommendation", "3")]


def test_what_judgements_mean_is_no_finding(early: ReportDraft) -> None:
    assert not any("outstanding" in finding.text for finding in early.findings)


def test_reports_with_bullets_only_have_findings_with_anchors_of_page_and_ordinal(shared: Path) -> None:
    (path,) = (shared / "documents" / "reports").glob("hartlepool-sif-*.pdf")
    (report,) = extract(path.read_bytes()).reports
    assert all(f.ref is None for f in report.findings)
    assert all(re.fullmatch(r"p\d+-\d+", f.anchor) for f in report.findings)
    assert len(primary(report)["help-and-protection"].evidence) == 29
    assert len(report.recommendations) > 10


def test_priority_action_is_immediate(shared: Path) -> None:
    (path,) = (shared / "documents" / "reports").glob("rotherham-sif-*.pdf")
    (report,) = extract(path.read_bytes()).reports
    immediate = [r.ref for r in report.recommendations if r.timescale is Timescale.IMMEDIATE]
    assert immediate == [str(n) for n in (*range(1, 11), *range(158, 163))]
    assert primary(report)["leadership"].evidence == paragraphs(142, 157)


TITLE = "Inspection of services for children in need of help and protection"
DATES = "Inspection date: 11 March 2014 - 2 April 2014"
OVERALL = "The overall judgement is requires improvement."
BOARD = "Review of the effectiveness of the Local Safeguarding Children Board"
UNTITLED = EARLY.replace(TITLE, "A report")


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (EARLY, [1]),
        (EARLY.replace(DATES, ""), []),
        (EARLY.replace(TITLE, f"- {TITLE}"), []),
        (EARLY.replace(TITLE, f"About the {TITLE.lower()}"), []),
        (EARLY.replace(TITLE, f"{TITLE} {'of the whole area ' * 20}"), []),
    ],
    ids=["whole", "no-dates", "item", "mention", "long"],
)
def test_a_report_opens_with_its_title_and_its_dates(text: str, opening: list[int]) -> None:
    blocks = read(text.encode()).blocks
    assert [index for index in range(len(blocks)) if Sif().opens(blocks, index)] == opening


@pytest.mark.parametrize(
    ("text", "score"),
    [
        (EARLY, 1),
        (EARLY.replace(DATES, ""), 5 / 6),
        (f"{TITLE}\n\n{DATES}\n", 3 / 6),
        (f"{TITLE}\n\nAll is well.\n", 0),
        (UNTITLED, 4 / 6),
        (UNTITLED.replace(DATES, ""), 3 / 6),
        (UNTITLED.replace(DATES, "").replace(OVERALL, ""), 0),
    ],
    ids=["whole", "no-dates", "title-and-dates", "title", "no-title", "three-signs", "two-signs"],
)
def test_the_title_counts_twice_and_without_it_three_signs_are_needed(text: str, score: float) -> None:
    assert Sif().score(Part(read(text.encode()).blocks, "text/plain")) == pytest.approx(score)


def test_the_title_has_its_second_half_and_ends_at_the_dates(early: ReportDraft) -> None:
    assert early.title == TITLE
    assert read_report(EARLY.replace(TITLE, f"{TITLE}\n\nand\n\n{BOARD}")).title == f"{TITLE} and {BOARD}"
    assert read_report(EARLY.replace(f"{DATES}\n\n", "").replace(OVERALL, "")).title == TITLE
    assert read_report(UNTITLED).title == ""


def test_a_title_that_names_the_board_makes_its_judgement_and_its_recommendations_missed() -> None:
    missed = {"judgement-missing", "recommendations-missing"}
    assert missed & set(codes(read_report(EARLY.replace(TITLE, f"{TITLE}\n\nand\n\n{BOARD}")))) == missed


@pytest.mark.parametrize(
    ("lost", "put", "heading", "what", "line"),
    [
        (
            "Areas for improvement\n",
            "",
            "Priority and immediate action",
            "as priority action, and none as areas for improvement",
            29,
        ),
        (
            "Priority and immediate action\n\n2. Inspectors did not find any area for priority action.\n",
            "2. Be quick.\n",
            "What does the local authority need to improve?",
            "in front of the lists",
            27,
        ),
    ],
    ids=["areas-for-improvement", "priority-action"],
)
def test_a_list_of_recommendations_that_lost_its_heading_is_doubted(
    lost: str, put: str, heading: str, what: str, line: int
) -> None:
    report = read_report(EARLY.replace(lost, put))
    message = f"Recommendations stand under “{heading}” {what}: a heading may be lost. Compare with the document."
    found = [notice for notice in report.notices if notice.code == NoticeCode.HEADING_MISSING]
    assert found == [NoticeDraft(NoticeLevel.WARNING, NoticeCode.HEADING_MISSING, message, None, line)]


HELPED = r"^Children who need help and protection\tRequires improvement$"
LOOKED_AFTER = r"^Children looked after and achieving permanence\tRequires improvement$"


def carried(text: str) -> dict[str | None, int]:
    return Counter(finding.domain for finding in read_report(text).findings if finding.ref)


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        (LOOKED_AFTER, "The experiences of children looked after and achieving permanence\tRequires improvement"),
        (LOOKED_AFTER, "Children looked after\tRequires improvement"),
        (LOOKED_AFTER, "The experiences and progress of looked after children: requires improvement"),
        (LOOKED_AFTER, "Children in care: requires improvement"),
        (HELPED, "Children and young people who need help and protection\tRequires improvement"),
        (HELPED, "Help and protection: requires improvement"),
        (HELPED, "The experiences of children who need help and protection"),
    ],
)
def test_a_heading_worded_otherwise_than_its_row_keeps_its_paragraphs(heading: str, other: str) -> None:
    text = altered(sample("05"), heading, other)
    assert (carried(text), codes(read_report(text))) == (carried(sample("05")), codes(read_report(sample("05"))))


@pytest.mark.parametrize(
    "heading", ["Placements\tGood", "Placements: good", "The experiences and progress of siblings"]
)
def test_a_section_about_no_known_domain_carries_none_and_is_told(heading: str) -> None:
    text = altered(sample("05"), LOOKED_AFTER, heading)
    assert carried(text)[None] == carried(sample("05"))["children-in-care"]
    assert carried(text)["help-and-protection"] == carried(sample("05"))["help-and-protection"]
    assert "heading-unknown" in codes(read_report(text))


def test_a_heading_that_lacks_a_letter_keeps_its_paragraphs_and_is_told() -> None:
    other = "The experiences and progress of children looked after and acheiving permanence"
    text = altered(sample("05"), LOOKED_AFTER, other)
    assert carried(text) == carried(sample("05"))
    assert "heading-misspelt" in codes(read_report(text))
