"""Combined inspections of safeguarding and looked after children: an invented one, and what changes in its form."""

import re

import pytest

from ingest.extract import extract
from inspections.vocabulary import Basis, FindingKind, Timescale
from tests.ingest.profiles.printed import printed
from tests.ingest.profiles.reading import codes, doubts, read_report, sample, texts
from tests.press import Look

TEXT = sample("16")
BODY = TEXT.split("\n", 2)[2]
GRADES = {
    "safeguarding": {
        "overall-effectiveness": "adequate",
        "capacity-to-improve": "good",
        "safeguarding-outcomes": "adequate",
        "quality-of-provision": "adequate",
        "health-agencies": "good",
        "ambition-and-prioritisation": "good",
        "leadership": "adequate",
        "performance-management": "adequate",
        "partnership-working": "good",
    },
    "looked-after": {
        "overall-effectiveness": "adequate",
        "capacity-to-improve": "good",
        "being-healthy": "good",
        "staying-safe": "adequate",
        "enjoying-and-achieving": "good",
        "positive-contribution": "good",
        "economic-wellbeing": "adequate",
        "quality-of-provision": "adequate",
        "ambition-and-prioritisation": "good",
        "leadership": "adequate",
    },
}


def graded(report) -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, str | None]] = {}
    for judgement in report.judgements:
        if judgement.basis is Basis.PRIMARY:
            found.setdefault(str(judgement.scope), {})[judgement.domain] = judgement.grade
    return found


def without(pattern: str, text: str = TEXT) -> str:
    changed = re.sub(pattern, "", text, flags=re.S)
    assert changed != text
    return changed


def test_facts_of_the_cover():
    report = read_report(TEXT)
    inspection = report.inspection
    assert (report.kind, report.authority.name, report.published.iso) == ("slac", "Wexcombe", "2011-06-24")
    assert (inspection.framework, inspection.started.iso, inspection.ended.iso) == ("slac", "2011-05-09", "2011-05-20")
    assert inspection.lead_inspector == "Rosalind Pell"


def test_both_services_have_their_own_judgements():
    report = read_report(TEXT)
    assert graded(report) == GRADES
    assert len({judgement.anchor for judgement in report.judgements}) == len(report.judgements)
    assert {j.grade_wording for j in report.judgements} == {"Good", "Adequate"}


def test_each_judgement_has_the_paragraphs_of_its_own_service():
    report = read_report(TEXT)
    evidence = {(str(j.scope), j.domain): j.evidence for j in report.judgements}
    assert evidence["safeguarding", "quality-of-provision"] == ("para-8",)
    assert evidence["looked-after", "quality-of-provision"] == ("para-22",)
    assert all(len(anchors) == 1 for anchors in evidence.values())


def test_every_paragraph_is_kept_with_its_number_and_the_scale_as_context():
    report = read_report(TEXT)
    assert [finding.ref for finding in report.findings if finding.ref] == [*map(str, range(1, 25))]
    assert any(text.startswith("Outstanding (Grade 1)") for text in texts(report, FindingKind.CONTEXT))


def test_areas_for_improvement_have_timescale_and_addressee():
    assert [(r.timescale, r.addressee) for r in read_report(TEXT).recommendations] == [
        (Timescale.IMMEDIATE, "the local authority and its partners"),
        (Timescale.THREE_MONTHS, "NHS Wexcombe"),
        (Timescale.THREE_MONTHS, "the local authority and its partners"),
        (Timescale.SIX_MONTHS, "the local authority and its partners"),
        (Timescale.IMMEDIATE, "the local authority"),
        (Timescale.THREE_MONTHS, "the local authority"),
        (Timescale.SIX_MONTHS, "the local authority"),
    ]


LONGER = re.compile(r"(?m)^(\d+\. .*\.)$")
MORE = " Inspectors read files, met staff and families, and heard the same from all of them in every part of the town."


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize(
    "look",
    [
        Look(),
        Look(left=85, number_x=85, text_x=113, bullet="\uf0a7", bullet_x=113, bullet_text_x=141),
        Look(bullet="\u2022"),
    ],
)
def test_the_pdf_gives_the_same(look, right):
    text = LONGER.sub(rf"\1{MORE}", BODY)
    ends = ("Contents", "About this inspection", "Safeguarding services", "Record of main findings: Wexcombe")
    extraction = extract(printed(text, look, page_ends=ends, right=right))
    (report,) = extraction.reports
    assert [notice.code for notice in (*extraction.notices, *report.notices)] == []
    assert graded(report) == GRADES
    assert [finding.ref for finding in report.findings if finding.ref] == [*map(str, range(1, 25))]
    assert len(report.recommendations) == 7
    assert {(j.scope, j.domain): j.evidence for j in report.judgements} == {
        (j.scope, j.domain): j.evidence for j in read_report(TEXT).judgements
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\tGrade ", " Grade "),
        ("\tGrade ", "\n\nGrade "),
        ("\tGrade ", ": Grade "),
        ("Grade 2 (Good)", "Grade 2 (good)"),
        ("Grade 2 (Good)", "Good (Grade 2)"),
        ("Grade 2 (Good)", "Good"),
        ("Grade 2 (Good)", "Grade 2"),
        ("Reporting inspector: ", "Reporting inspector "),
        ("9 – 20 May 2011", "9 May 2011 to 20 May 2011"),
        ("Record of main findings: Wexcombe", "Record of main findings"),
        ("Overall effectiveness\tGrade", "Overall effectiveness of safeguarding services\tGrade"),
        ("Performance management and quality assurance", "Performance management, quality assurance and workforce "
         "development"),
        ("Partnership working", "Partnerships"),
        ("Capacity for improvement", "Capacity to improve"),
    ],
)  # fmt: skip
def test_other_forms_are_read_alike(old, new):
    count = 1 if "of safeguarding services" in new else -1
    report = read_report(TEXT.replace(old, new, count))
    assert graded(report) == GRADES
    assert codes(report) == []


def test_a_grade_between_the_lines_of_its_heading_is_taken_from_there():
    old = "The contribution of health agencies to keeping children and young people safe\tGrade 2 (Good)"
    new = "The contribution of health agencies to keeping children Grade 2 (Good) and young people safe"
    report = read_report(TEXT.replace(old, new))
    assert codes(report) == []
    assert next(j.evidence for j in report.judgements if j.domain == "health-agencies") == ("para-9",)
    report = read_report(without("Record of main findings: Wexcombe.*", TEXT.replace(old, new)))
    wording = "The contribution of health agencies to keeping children and young people safe"
    assert [j.domain_wording for j in report.judgements if j.domain == "health-agencies"] == [wording]


def test_the_words_of_2009_are_judged_apart():
    first = "Children and young people are safe: effectiveness of services in taking steps that children are safe"
    second = "Children and young people feel safe: effectiveness of services in helping that children feel safe"
    old = "Children and young people are safe and feel safe"
    text = TEXT.replace(f"{old}\tAdequate", f"{first}\tGood\n{second}\tAdequate")
    text = text.replace(f"{old}\tGrade 3", f"{second}\tGrade 3")
    found = graded(read_report(text))["safeguarding"]
    assert (found["children-are-safe"], found["children-feel-safe"]) == ("good", "adequate")
    assert "safeguarding-outcomes" not in found


@pytest.mark.parametrize(
    ("scope", "pattern"),
    [("safeguarding", "Capacity for improvement\tGood"), ("looked-after", "Capacity for improvement\tGood")],
)
def test_a_section_that_contradicts_the_record_is_named(scope, pattern):
    before, record, behind = TEXT.partition("Record of main findings: Wexcombe")
    parts = behind.split(pattern)
    at = 0 if scope == "safeguarding" else 1
    joined = [pattern, pattern]
    joined[at] = "Capacity for improvement\tInadequate"
    report = read_report(f"{before}{record}{parts[0]}{joined[0]}{parts[1]}{joined[1]}{parts[2]}")
    assert [(n.code, n.anchor) for n in report.notices if n.level == "error"] == [
        ("grade-contradiction", f"judgement-{scope}-capacity-to-improve")
    ]
    assert graded(report)[scope]["capacity-to-improve"] == "inadequate"


def test_a_word_and_a_number_that_do_not_belong_together_are_named():
    text = without("Record of main findings: Wexcombe.*").replace("Grade 2 (Good)", "Grade 3 (Good)", 1)
    assert "grade-contradiction" in codes(read_report(text))


def test_without_the_record_the_headings_grade():
    report = read_report(without("Record of main findings: Wexcombe.*"))
    assert graded(report) == GRADES
    assert set(codes(report)) == {"judgement-not-in-table", "ending-missing"}


@pytest.mark.parametrize(
    ("pattern", "doubt"),
    [
        (
            "Inspection dates: [^\n]*\n",
            "error dates-missing at line 1: No dates of the inspection are printed on the cover.",
        ),
        (
            "Published: [^\n]*\n",
            "info publication-date-missing at line 1: No day of publication is printed on the cover.",
        ),
        (
            "Reporting inspector: [^\n]*\n",
            "warning lead-inspector-missing at line 1: No line names the lead inspector. Look for the name in the "
            "document.",
        ),
        (
            "\n8\\. [^\n]*\n",
            "error missing-paragraphs at line 78: Paragraph 8 of the numbered sequence was not found before 9. "
            "Compare with the document.",
        ),
        (
            "Immediately:\n\n- answer[^\n]*\n\n",
            "warning heading-missing at line 57: No area for improvement of “Safeguarding services” stands under a "
            "heading of the timescale: immediately. Some may stand under the one before it. Compare.",
        ),
        (
            "\n\nImmediately:(?=\n\n- visit)",
            "warning heading-missing at line 116: No area for improvement of “Services for looked after children” "
            "stands under a heading of the timescale: immediately. Some may stand under the one before it. Compare.",
        ),
        (
            "\n\nSafeguarding services(?=\n\nOverall)",
            "warning heading-missing at line 41: 2 graded sections stand under the heading of neither service; "
            "their grades were left out. Compare with the document.",
        ),
        (
            "\nSafeguarding services(?=\nOverall)",
            "warning table-torn at line 160: 2 rows of the record of main findings stand under neither service; "
            "they were left out. Read them in the document.",
        ),
        (
            "\nCapacity for improvement\tGood(?=\nBeing|\nHow)",
            "warning judgement-not-in-table at judgement-looked-after-capacity-to-improve: Capacity for improvement"
            " is not in the table of judgements; “Grade 2 (Good)” was taken from the section in line 104.",
        ),
    ],
)
def test_what_is_lost_is_named(pattern, doubt):
    text = re.sub(pattern, "", TEXT, flags=re.S)
    assert text != TEXT
    assert doubt in doubts(read_report(text))


def test_both_judgements_of_a_service_that_no_place_grades_are_missed():
    text = without("\nServices for looked after children\n\nOverall.*?(?=Record of)")
    text = without("\nServices for looked after children\nOverall.*", text)
    missing = [n.anchor for n in read_report(text).notices if n.code == "judgement-missing"]
    assert missing == ["judgement-looked-after-overall-effectiveness", "judgement-looked-after-capacity-to-improve"]


@pytest.mark.parametrize(
    "title",
    [
        "Announced inspection of safeguarding and looked after children services",
        "Inspection of safeguarding and services for looked after children",
        "INSPECTION OF SAFEGUARDING AND LOOKED AFTER CHILDREN SERVICES",
        "Inspection of safeguarding and looked-after children services",
    ],
)
def test_other_titles_open_one(title):
    text = TEXT.replace("Inspection of safeguarding and looked after children services", title)
    assert read_report(text).kind == "slac"


@pytest.mark.parametrize(
    "text",
    [
        "Inspection of safeguarding and looked after children services\n\nReport of the director\n\n1. Ofsted wrote "
        "its report on Wexcombe.\n\n2. Overall effectiveness was adequate.\n",
        "Minutes\n\nThe inspection of safeguarding and looked after children services in Wexcombe was discussed.\n",
    ],
)
def test_a_paper_about_one_is_none(text):
    assert all(report.kind != "slac" for report in extract(text.encode()).reports)


def test_a_list_at_once_keeps_its_items_and_whom_they_address() -> None:
    plain = read_report(TEXT).recommendations
    worded = read_report(TEXT.replace("Immediately:", "With immediate effect:")).recommendations
    assert [(r.text, r.timescale, r.addressee) for r in worded] == [(r.text, r.timescale, r.addressee) for r in plain]


def test_a_time_that_is_no_band_keeps_whom_its_items_address() -> None:
    report = read_report(TEXT.replace("Within six months:", "Within nine months:", 1))
    (other,) = (r for r in report.recommendations if r.timescale is None)
    assert other.addressee == "the local authority and its partners"


def test_whom_a_band_names_is_addressed() -> None:
    report = read_report(TEXT.replace("Within six months:", "Within six months, Wexcombe Council should:", 1))
    assert "Wexcombe Council" in {r.addressee for r in report.recommendations}


def test_a_service_without_a_longer_band_is_not_doubted() -> None:
    text = re.sub(r"Within six months:\n\n(- [^\n]*\n)+\n", "", TEXT, count=1)
    assert "heading-missing" not in codes(read_report(text))


def test_a_grade_of_equality_that_only_the_record_gives_is_not_missed() -> None:
    row = "\nCapacity for improvement\tGood\n"
    text = TEXT.replace(row, f"{row}Equality and diversity\tGood\n", 1)
    report = read_report(text)
    assert "equality-and-diversity" in {judgement.domain for judgement in report.judgements}
    assert "section-missing" not in codes(report)
