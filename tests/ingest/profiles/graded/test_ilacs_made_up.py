"""ILACS reports that are made up: forms of headings and covers, what opens one, papers in front of one."""

import pytest

from ingest.extract import extract
from ingest.notices import NoticeDraft
from ingest.profiles.graded.ilacs import Ilacs
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Basis, NoticeLevel, ReportKind
from tests.ingest.made import LEADERS
from tests.ingest.profiles.reading import sample
from tests.ingest.reports import (
    altered,
    codes,
    grades,
    primary,
    read_report,
    text_of,
)

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


IN_CARE = r"^Experiences and progress of children in care$"
LEFT = r"^Experiences and progress of care leavers: outstanding$"


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        (IN_CARE, "The experiences and progress of children in care"),
        (IN_CARE, "The experiences of children in care: good"),
        (IN_CARE, "The experiences of children in care"),
        (IN_CARE, "The progress and experiences of children in care: good"),
        (IN_CARE, "Children looked after: good"),
        (IN_CARE, "Children looked after"),
        (IN_CARE, "Children in care"),
        (IN_CARE, "The experience and progress of children and young people in care - Good"),
        (IN_CARE, "The experiences and progress of\nchildren in care: good"),
        (IN_CARE, "The experiences and progress of children in care\n\ngood"),
        (LEFT, "The experiences and progress of care leavers: outstanding"),
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
    row = r"^Experiences and progress of care leavers\tOutstanding$"
    for other in ("The experiences and progress of children care leavers", "Care experienced young people"):
        text = altered(sample("12"), row, f"{other}\tOutstanding")
        assert grades(read_report(text)) == grades(read_report(sample("12")))
        assert codes(read_report(text)) == codes(read_report(sample("12")))
