"""Inspections of looked after children of 2013: the two real ones, and an invented one whose places disagree."""

from collections import Counter
from pathlib import Path

import pytest

from ingest.drafts import ReportDraft
from ingest.extract import extract
from ingest.profiles.graded.lac import LOOKED_AFTER
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.vocabulary import FindingKind, ReportKind, Timescale
from tests.ingest.reports import altered, codes, grades, paragraphs, primary, read_report

MEDWAY = {
    "overall-effectiveness": "inadequate",
    "outcomes-for-looked-after-children": "inadequate",
    "quality-of-provision": "inadequate",
    "leadership": "inadequate",
    "capacity-to-improve": "adequate",
}


@pytest.fixture(scope="module")
def medway(shared: Path) -> ReportDraft:
    (path,) = (shared / "documents" / "reports").glob("medway-lac-*.pdf")
    (report,) = extract(path.read_bytes()).reports
    return report


def test_the_facts_of_the_cover(medway: ReportDraft) -> None:
    inspection = medway.inspection
    assert inspection is not None
    assert inspection.started is not None
    assert inspection.ended is not None
    assert medway.published is not None
    dates = [date.iso for date in (inspection.started, inspection.ended, medway.published)]
    assert dates == ["2013-07-15", "2013-07-19", "2013-08-23"]
    assert (medway.kind, inspection.lead_inspector, medway.licence) == (
        ReportKind.LAC,
        "Sarah Urding",
        "non-commercial",
    )


def test_the_record_of_main_findings_grades_and_keeps_the_printed_number(medway: ReportDraft) -> None:
    assert grades(medway) == MEDWAY
    assert "4" in primary(medway)["overall-effectiveness"].grade_wording
    assert codes(medway) == []


def test_evidence_is_the_numbered_paragraphs_of_each_section(medway: ReportDraft) -> None:
    assert primary(medway)["outcomes-for-looked-after-children"].evidence == paragraphs(21, 46)
    assert primary(medway)["leadership"].evidence == paragraphs(61, 76)


def test_areas_for_improvement_carry_their_time_bands(medway: ReportDraft) -> None:
    assert Counter(r.timescale for r in medway.recommendations) == {
        Timescale.IMMEDIATE: 4,
        Timescale.THREE_MONTHS: 8,
        Timescale.SIX_MONTHS: 3,
    }
    assert all(r.ref is None for r in medway.recommendations)


def test_what_is_about_the_inspection_is_context(medway: ReportDraft) -> None:
    context = [f.ref for f in medway.findings if f.kind is FindingKind.CONTEXT]
    assert context == ["1", "2", "3", "4", "5", "6", "7", "20"]


INVENTED = """Inspection of services for looked after children

Wexcombe

Inspection dates: 10-14 June 2013

Reporting inspector Rosalind Pell HMI

Published: 19 July 2013

Overall effectiveness

Grade 4 (Inadequate)

1. Children wait.

Areas for improvement

2. The council should take the following action.

Immediately:

- see each child

Within three months:

- plan for each child.

Within six months:

- find more carers.

Outcomes for looked after children and care leavers

Grade 4 (Inadequate)

3. Few do well.

Quality of provision

Grade 3 (Adequate)

4. Plans are late.

Leadership and management

Grade 3 (Adequate)

5. Leaders are new.

Capacity to improve

Grade 2 (Good)

6. They learn.

Record of main findings

Overall effectiveness\tInadequate
Outcomes for looked after children and care leavers\tInadequate
Quality of provision\tAdequate
Leadership and management\tAdequate
Capacity to improve\tGood
"""


def test_the_word_decides_and_not_the_number() -> None:
    report = read_report(INVENTED)
    assert grades(report)["quality-of-provision"] == "adequate"
    assert codes(report) == []


def test_a_line_that_contradicts_the_record_is_named() -> None:
    report = read_report(altered(INVENTED, r"^Grade 2 \(Good\)", "Grade 3 (Adequate)"))
    assert grades(report)["capacity-to-improve"] == "good"
    assert codes(report) == ["grade-contradiction"]


def test_without_the_record_the_lines_grade() -> None:
    report = read_report(altered(INVENTED, r"Record of main findings[\s\S]*", ""))
    assert set(grades(report).values()) == {"inadequate", "adequate", "good"}
    assert sorted(codes(report)) == ["ending-missing", *["judgement-not-in-table"] * 5]


COMBINED = INVENTED.replace("services for looked after children", "safeguarding and looked after children services", 1)


@pytest.mark.parametrize(
    "text",
    [
        COMBINED.replace(
            "Overall effectiveness\n\nGrade", "Safeguarding services\n\nOverall effectiveness\n\nGrade", 1
        ),
        COMBINED.replace("Overall effectiveness\t", "Safeguarding services\nOverall effectiveness\t"),
        COMBINED.replace("2013", "2010"),
        COMBINED.replace("10-14 June 2013", "14 June 2012"),
    ],
    ids=["section", "record", "year", "day"],
)
def test_combined_inspections_of_the_framework_before_are_not_taken_for_one(text: str) -> None:
    assert read_report(text).kind == "slac"


def test_the_title_alone_does_not_make_it_a_combined_inspection() -> None:
    assert len(grades(read_report(COMBINED))) == 5


@pytest.mark.parametrize("band", ["Immediately", "Within three months"])
def test_a_timescale_whose_heading_is_lost_is_doubted(band: str) -> None:
    joined = ["items-perhaps-joined"] if band == "Immediately" else []
    assert codes(read_report(altered(INVENTED, rf"^{band}:$", ""))) == ["heading-missing", *joined]


TITLE = "Inspection of services for looked after children"
DATES = "Inspection dates: 10-14 June 2013"
TWO_SECTIONS = f"{TITLE}\n\nQuality of provision\n\nGood\n\nLeadership and management\n\nGood\n\n"


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (INVENTED, [0]),
        (INVENTED.replace(DATES, ""), []),
        (f"- {INVENTED}", []),
        (f"About the {INVENTED}", []),
        (INVENTED.replace(TITLE, f"{TITLE} {'of the whole area ' * 5}", 1), []),
    ],
    ids=["whole", "no-dates", "item", "mention", "long"],
)
def test_a_report_opens_with_its_title_and_its_dates(text: str, opening: list[int]) -> None:
    blocks = read(text.encode()).blocks
    assert [index for index in range(len(blocks)) if LOOKED_AFTER.opens(blocks, index)] == opening


@pytest.mark.parametrize(
    ("text", "score"),
    [
        (INVENTED, 1),
        (INVENTED.partition("Record of main findings")[0], 3 / 4),
        (f"{TITLE}\n\n{DATES}\n", 1 / 2),
        (f"{TWO_SECTIONS}Capacity to improve\n\nGood\n", 1 / 2),
        (TWO_SECTIONS, 0),
        (INVENTED.replace(TITLE, "A report", 1), 0),
    ],
    ids=["whole", "no-record", "dates", "three-sections", "two-sections", "no-title"],
)
def test_a_report_is_told_by_its_title_and_another_sign(text: str, score: float) -> None:
    assert LOOKED_AFTER.score(Part(read(text.encode()).blocks, "text/plain")) == pytest.approx(score)


def test_the_title_is_that_of_the_cover() -> None:
    assert read_report(INVENTED).title == TITLE


def test_a_grade_of_a_domain_that_is_not_known_and_a_lost_timescale_are_both_told() -> None:
    text = altered(INVENTED, r"^(Capacity to improve\t)", r"Ambition and prioritisation\tGood\n\1")
    assert set(codes(read_report(altered(text, r"^Immediately:$", "")))) == {
        "domain-outside-framework",
        "heading-missing",
        "items-perhaps-joined",
    }


@pytest.mark.parametrize(
    ("heading", "band"),
    [("Within 3 months", Timescale.THREE_MONTHS), ("Within one month", None), ("By 31 March 2014", None)],
)
def test_the_items_under_a_time_that_is_worded_otherwise_keep_their_own(heading: str, band: Timescale | None) -> None:
    report = read_report(altered(INVENTED, r"^Within three months:$", f"{heading}:"))
    assert [(rec.text, rec.timescale) for rec in report.recommendations] == [
        ("see each child", Timescale.IMMEDIATE),
        ("plan for each child.", band),
        ("find more carers.", Timescale.SIX_MONTHS),
    ]
    assert ("timescale-other" in codes(report)) is (band is None)
