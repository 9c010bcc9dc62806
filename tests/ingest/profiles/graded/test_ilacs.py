"""ILACS: the real report of 2023 by its facts, altered copies of it, and the forms that other reports take."""

import re
from pathlib import Path

import pytest

from ingest.drafts import ReportDraft
from ingest.extract import extract
from ingest.notices import NoticeDraft
from ingest.profiles.graded.ilacs import Ilacs
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Absence, Basis, FindingKind, NoticeLevel, ReportKind
from tests.ingest.made import LEADERS
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


def test_a_number_lost_at_the_end_of_a_section_is_doubted(original: str) -> None:
    changed = read_report(altered(original, r"^51\. ", ""))
    assert codes(changed) == ["unnumbered-paragraph"]


def test_an_overall_grade_like_none_of_its_parts_is_doubted(original: str) -> None:
    changed = read_report(altered(original, r"^Overall effectiveness\tGood", "Overall effectiveness\tInadequate"))
    assert grades(changed)["overall-effectiveness"] == "inadequate"
    assert codes(changed) == ["overall-unlike-parts"]


def test_a_report_that_was_cut_off_says_so(original: str) -> None:
    changed = read_report(original[: original.index("\n50. ")])
    assert codes(changed) == ["ending-missing"]


def test_a_lost_heading_leaves_a_grade_without_findings(original: str) -> None:
    changed = read_report(altered(original, r"^The experiences and progress of care leavers: good\n", ""))
    assert grades(changed) == GRADES
    assert "care leavers" in message(changed, "section-missing")


INVENTED = """Wexcombe

Inspection of children's social care services

Inspection dates: 4 February 2019 to 8 February 2019

Lead inspector:
Judith Amory
Her Majesty's Inspector

Judgement\tGrade
LEADERS\tGood
The experiences and progress of children who need help and protection\tGood
The experiences and progress of children in care and care leavers.\tOutstanding
Overall effectiveness\tGood

Services in Wexcombe have come a long way, and children notice it.

What needs to improve

- The speed of first visits.

The experiences and progress of children who need help and protection {0} good

1. Children are seen soon.
2. Plans are short and clear:
- they say what will change
- and by when.

The experiences and progress of children in care and care leavers {0} outstanding

3. Children live close to home.

LEADERS {0} good

4. Leaders know their service.

The Office for Standards in Education, Children's Services and Skills (Ofsted)
""".replace("LEADERS", LEADERS)


@pytest.mark.parametrize("shape_", [":", "is", "is:", "are", "are:", ""])
def test_four_judgements_and_every_form_of_heading(shape_: str) -> None:
    report = read_report(INVENTED.format(shape_))
    assert grades(report) == {
        "leadership": "good",
        "help-and-protection": "good",
        "children-in-care-and-care-leavers": "outstanding",
        "overall-effectiveness": "good",
    }
    assert codes(report) == []
    assert report.inspection is not None
    assert report.inspection.lead_inspector == "Judith Amory"
    assert text_of(report, "2") == "Plans are short and clear: they say what will change and by when."


def without_overall(dates: str) -> str:
    text = altered(INVENTED.format(":"), r"^Overall effectiveness.*\n", "")
    return altered(text, r"^(Inspection dates:).*", rf"\1 {dates}")


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("13 to 24 April 2026", "no-overall-judgement"),
        ("23 March to 3 April 2026", "judgement-missing"),
        ("soon", "judgement-missing"),
    ],
)
def test_the_overall_judgement_is_expected_as_long_as_the_framework_gives_it(dates: str, said: str) -> None:
    report = read_report(without_overall(dates))
    assert "overall-effectiveness" not in grades(report)
    assert len(grades(report)) == 3
    assert {"judgement-missing", "no-overall-judgement"} & set(codes(report)) == {said}


def test_why_there_is_no_overall_judgement_is_told_where_the_dates_stand() -> None:
    report = read_report(without_overall("13 to 24 April 2026"))
    (notice,) = (notice for notice in report.notices if notice.code == NoticeCode.NO_OVERALL_JUDGEMENT)
    message = "The table has no overall judgement; the framework gives none since April 2026."
    assert notice == NoticeDraft(NoticeLevel.INFO, NoticeCode.NO_OVERALL_JUDGEMENT, message, None, 5)


CARE_ROW = r"^The experiences and progress of children in care and care leavers\.\t.*\n"
CARE_HEADING = r"^The experiences and progress of children in care and care leavers :.*\n"


@pytest.mark.parametrize(
    ("dates", "missed"),
    [
        ("4 to 8 February 2019", ["children in care and care leavers"]),
        ("5 to 16 December 2022", ["children in care and care leavers"]),
        ("5 December 2022 to 16 January 2023", ["children in care", "care leavers"]),
        ("17 to 28 July 2023", ["children in care", "care leavers"]),
        ("soon", ["children in care and care leavers"]),
    ],
)
def test_children_in_care_and_care_leavers_are_two_domains_since_2023(dates: str, missed: list[str]) -> None:
    text = altered(altered(INVENTED.format(":"), CARE_ROW, ""), CARE_HEADING, "")
    report = read_report(altered(text, r"^(Inspection dates:).*", rf"\1 {dates}"))
    missing = [notice.message for notice in report.notices if notice.code == NoticeCode.JUDGEMENT_MISSING]
    assert [m.partition("progress of ")[2].partition("”")[0] for m in missing] == missed


@pytest.mark.parametrize("table", ["\t", "\n"], ids=["columns", "lines"])
def test_a_report_without_recommendations_has_its_sections_all_the_same(table: str) -> None:
    text = altered(INVENTED.format(":").replace("\t", table), r"^What needs to improve\n\n.*\n", "")
    report = read_report(text)
    assert [finding.ref for finding in report.findings] == [None, "1", "2", "3", "4"]
    assert report.findings[0].text == "Services in Wexcombe have come a long way, and children notice it."
    assert codes(report) == ["recommendations-missing"]


def test_the_title_is_that_of_the_cover() -> None:
    assert read_report(INVENTED.format(":")).title == "Inspection of children's social care services"


TITLE = "Inspection of children's social care services"
FILLED = "\n\n".join(f"Line {number} of the cover." for number in range(14))


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (INVENTED, [1]),
        (f"The {TITLE.lower()} came early.\n\n{INVENTED}", [2]),
        (INVENTED.replace(TITLE, f"Inspection of local authority children's services\n\n{TITLE}"), [2]),
        (altered(INVENTED, r"^Inspection dates:.*\n", ""), []),
        (INVENTED.partition("Judgement\t")[0], []),
        (INVENTED.replace("Lead inspector:", f"{FILLED}\n\nLead inspector:"), []),
        (INVENTED.replace(TITLE, f"{TITLE} {'in the whole of the area ' * 6}"), []),
        (INVENTED.replace(TITLE, f"- {TITLE}"), []),
    ],
    ids=["whole", "sentence", "title-twice", "no-dates", "no-table", "table-far-behind", "long", "item"],
)
def test_a_report_opens_with_its_title_its_dates_and_its_table(text: str, opening: list[int]) -> None:
    blocks = read(text.format(":").encode()).blocks
    assert [index for index in range(len(blocks)) if Ilacs().opens(blocks, index)] == opening


@pytest.mark.parametrize(
    ("text", "score"),
    [
        (INVENTED, 1),
        (altered(INVENTED, r"^Inspection dates:.*\n", ""), 6 / 7),
        (f"Wexcombe\n\n{TITLE}\n\nInspection dates: 4 to 8 February 2019\n\nWhat needs to improve\n\n- All.", 4 / 7),
        (f"Wexcombe\n\n{TITLE}\n\nInspection dates: 4 to 8 February 2019\n\nAll is well.", 0),
    ],
    ids=["whole", "no-dates", "title-and-two-signs", "title-and-one-sign"],
)
def test_the_title_counts_twice_and_needs_two_other_signs(text: str, score: float) -> None:
    assert Ilacs().score(Part(read(text.format(":").encode()).blocks, "text/plain")) == pytest.approx(score)


@pytest.mark.parametrize("wording", ["Good*", "Good (2)", "Grade 2: Good", "Good \u2013 2"])
def test_a_grade_with_a_number_or_a_mark_opens_its_section(wording: str) -> None:
    tabled = altered(INVENTED.format(":"), r"(help and protection\t)Good", rf"\1{wording}")
    report = read_report(altered(tabled, r"(help and protection :) good", rf"\1 {wording}"))
    assert grades(report)["help-and-protection"] == "good"
    assert codes(report) == []


def test_a_heading_with_a_grade_that_cannot_be_read_still_opens_its_section() -> None:
    text = altered(INVENTED.format(":"), r"(need help and protection :) good$", r"\1 G00d")
    report = read_report(text)
    assert primary(report)["help-and-protection"].evidence == ("para-1", "para-2")
    assert codes(report) == ["grade-unreadable"]


def test_areas_for_priority_action_are_recommendations_too() -> None:
    text = INVENTED.format(":").replace(
        "What needs to improve", "Areas for priority action\n\n- The safety of children.\n\nWhat needs to improve"
    )
    report = read_report(text)
    assert [r.text for r in report.recommendations] == ["The safety of children.", "The speed of first visits."]
    assert codes(report) == []


PAPER = """Wexcombe Council

Cabinet

14 January 2020

Outcome of the inspection of children's services

Report from: Director of People

Author: Tom Seaton

1. Background

1.1 Ofsted came in February.

"""


@pytest.mark.parametrize("label", ["", "Appendix 1\n\n"])
def test_a_short_paper_in_front_of_a_report_is_a_report_of_its_own_and_keeps_its_name(label: str) -> None:
    papers = (PAPER, f"{label}{INVENTED.format(':')}", PAPER.replace("February", "March"))
    reports = extract("\n".join(papers).encode()).reports
    assert [report.kind for report in reports] == [
        ReportKind.CABINET_REPORT,
        ReportKind.ILACS,
        ReportKind.CABINET_REPORT,
    ]
    assert [report.authority and report.authority.la_code for report in reports] == ["999"] * 3
    assert len(reports[1].findings) == 5
    assert [[f.ref for f in report.findings if f.ref] for report in (reports[0], reports[2])] == [["1.1"], ["1.1"]]
    assert codes(reports[1]) == []


UNTITLED = altered(INVENTED.format(":"), r"^Inspection of children's social care services\n", "")
DATES_LINE, LIST_HEADING, HELP_HEADING = (
    r"^Inspection dates:.*\n",
    r"^What needs to improve\n",
    r"^.* protection : good\n",
)


@pytest.mark.parametrize(
    ("missing", "is_told"),
    [
        ((), True),
        ((DATES_LINE,), True),
        ((LIST_HEADING,), True),
        ((HELP_HEADING,), True),
        ((DATES_LINE, LIST_HEADING), False),
        ((LIST_HEADING, HELP_HEADING), False),
    ],
)
def test_a_report_without_its_title_is_told_by_four_of_its_five_other_signs(
    missing: tuple[str, ...], is_told: bool
) -> None:
    text = UNTITLED
    for line in missing:
        text = altered(text, line, "")
    score = Ilacs().score(Part(read(text.encode()).blocks, "text/plain"))
    assert (score > 0) == is_told


def test_leaders_are_judged_without_the_words_social_work_too() -> None:
    text = INVENTED.format(":").replace("on social work practice", "on practice")
    assert grades(read_report(text)) == grades(read_report(INVENTED.format(":")))


def test_a_grade_of_an_older_scale_is_none() -> None:
    text = altered(INVENTED.format(":"), r"^(Overall effectiveness\t).*", r"\1Adequate")
    report = read_report(text)
    assert grades(report)["overall-effectiveness"] is None
    assert "grade-unreadable" in codes(report)


def test_a_grade_of_a_domain_that_is_not_known_is_not_dropped_in_silence() -> None:
    text = altered(INVENTED.format(":"), r"^(Overall effectiveness.*)", r"The experiences of families\tGood\n\1")
    assert codes(read_report(text)) == ["domain-outside-framework"]


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("Wexcombe was judged to be good at its last inspection in 2018.", ["good"]),
        ("Medway was judged to be good at its last inspection in 2018.", []),
        (
            "Since the last inspection in 2018, when children's services in Medway were judged inadequate, "
            "much changed.",
            [],
        ),
    ],
)
def test_what_is_said_of_another_authority_is_no_judgement_of_this_one(sentence: str, quoted: list[str]) -> None:
    text = altered(INVENTED.format(":"), r"^4\. Leaders know their service\.", f"4. {sentence}")
    assert [j.grade for j in read_report(text).judgements if j.basis is Basis.REPORTED] == quoted


@pytest.mark.parametrize(
    "title",
    [
        "Inspection of Wexcombe local authority\n\nchildren's services",
        "Inspection of\n\nWexcombe local authority\n\nchildren's services",
        "Inspection of Wexcombe County Council children's services",
        "Inspection of Wexcombe Borough\n\nCouncil children\u2019s services",
        "Inspection of the London Borough of Wexcombe children\u2019s services",
    ],
)
def test_a_title_over_two_lines_or_with_the_council_in_it_is_read_whole(title: str) -> None:
    text = sample("12").replace("Inspection of Wexcombe local authority children's services", title, 1)
    report = read_report(text)
    assert (report.title, codes(report)) == (title.replace("\n\n", " "), [])


def test_a_report_without_a_title_says_so() -> None:
    text = sample("12").replace("Inspection of Wexcombe local authority children's services", "Wexcombe Council", 1)
    report = read_report(text)
    assert (report.title, codes(report)) == ("", ["cover-incomplete"])


def evidence(text: str) -> dict[str | None, list[str | None]]:
    """The numbers of the paragraphs that carry each domain."""
    found: dict[str | None, list[str | None]] = {}
    for finding in read_report(text).findings:
        if finding.ref:
            found.setdefault(finding.domain, []).append(finding.ref)
    return found


IN_CARE = r"^The experiences and progress of children in care$"
LEFT = r"^The experiences and progress of care leavers: outstanding$"


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        (IN_CARE, "The experiences of children in care: good"),
        (IN_CARE, "The experiences of children in care"),
        (IN_CARE, "The progress and experiences of children in care: good"),
        (IN_CARE, "Children looked after: good"),
        (IN_CARE, "Children looked after"),
        (IN_CARE, "Children in care"),
        (IN_CARE, "The experience and progress of children and young people in care - Good"),
        (IN_CARE, "The experiences and progress of\nchildren in care: good"),
        (IN_CARE, "The experiences and progress of children in care\n\ngood"),
        (LEFT, "Care experienced young people"),
        (LEFT, "The experiences and progress of care-experienced young people: outstanding"),
        (LEFT, "The experiences of children care leavers: outstanding"),
        (LEFT, "Care leavers"),
    ],
)
def test_a_heading_worded_otherwise_than_its_row_keeps_its_paragraphs(heading: str, other: str) -> None:
    text = altered(sample("12"), heading, other)
    assert (evidence(text), codes(read_report(text))) == (evidence(sample("12")), codes(read_report(sample("12"))))


def test_a_heading_that_lacks_a_letter_keeps_its_paragraphs_and_is_told() -> None:
    text = altered(sample("12"), IN_CARE, "The experiences and progress of childen in care")
    assert evidence(text) == evidence(sample("12"))
    assert "heading-misspelt" in codes(read_report(text))


@pytest.mark.parametrize("heading", ["Placements", "Placements: good", "The experiences and progress of siblings"])
def test_a_section_about_no_known_domain_carries_none_and_is_told(heading: str) -> None:
    text = altered(sample("12"), IN_CARE, heading)
    whole, found = evidence(sample("12")), evidence(text)
    assert found.pop(None) == whole.pop("children-in-care")
    assert found == whole
    assert "heading-unknown" in codes(read_report(text))


def test_a_row_worded_otherwise_grades_its_domain() -> None:
    row = r"^The experiences and progress of care leavers\tOutstanding$"
    for other in ("The experiences and progress of children care leavers", "Care experienced young people"):
        text = altered(sample("12"), row, f"{other}\tOutstanding")
        assert grades(read_report(text)) == grades(read_report(sample("12")))
        assert codes(read_report(text)) == codes(read_report(sample("12")))
