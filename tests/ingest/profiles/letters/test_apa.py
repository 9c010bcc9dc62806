"""Annual performance assessments: an invented letter of 2007, and letters in the forms of the other years."""

import re

import pytest

from ingest.extract import extract
from inspections.vocabulary import Basis, FindingKind
from tests.ingest.profiles.printed import printed
from tests.ingest.profiles.reading import codes, doubts, read_report, sample, texts
from tests.press import Look

TEXT = sample("18")
BODY = TEXT.split("\n", 2)[2]
GRADES = {
    "childrens-services": ("adequate", "2"),
    "being-healthy": ("good", "3"),
    "staying-safe": ("adequate", "2"),
    "enjoying-and-achieving": ("good", "3"),
    "positive-contribution": ("good", "3"),
    "economic-wellbeing": ("adequate", "2"),
    "capacity-to-improve": ("adequate", "2"),
}
SUBJECT = "2007 annual performance assessment of services for children and young people in Wexcombe Council"
OF_2006 = """15 November 2006

Owen Tarrant
Director of Children's Services
Wexcombe Council

Dear Owen Tarrant

2006 ANNUAL PERFORMANCE ASSESSMENT OF SERVICES FOR CHILDREN AND YOUNG PEOPLE IN WEXCOMBE COUNCIL

This letter sums up what the assessment of 2006 found.

Areas for judgement\tGrade awarded
The contribution of the local authority's children's services in maintaining and improving outcomes for children and \
young people\t3
The council's overall capacity to improve its services for children and young people\t3
The contribution of the local authority's social care services in maintaining and improving outcomes for children and \
young people\t2
The contribution of the local authority's education services in maintaining and improving outcomes for children and \
young people\t3

Being healthy

Outcomes in this area are good. Clinics open in the evening.

Staying safe

Outcomes in this area are adequate. Not every referral is answered on the day.

Summary

Strengths\tAreas for improvement
Being healthy:\t
Clinics open in the evening\tChildren wait too long for a dentist
Staying safe:\t
Case conferences are held on time\tNot every referral is answered on the day

Yours sincerely

Rosalind Pell
"""


def graded(report) -> dict[str, tuple[str | None, str]]:
    primary = [judgement for judgement in report.judgements if judgement.basis is Basis.PRIMARY]
    assert {judgement.scope for judgement in primary} == {None}
    return {judgement.domain: (judgement.grade, judgement.grade_wording) for judgement in primary}


def areas(report) -> list[tuple[str, str | None]]:
    return [(recommendation.text, recommendation.domain) for recommendation in report.recommendations]


AREAS = areas(read_report(TEXT))


def test_the_letter_of_2007_is_read_whole():
    report = read_report(TEXT)
    assert (report.kind, report.authority.name, report.published.iso) == ("apa", "Wexcombe", "2007-11-26")
    assert (report.inspection.framework, report.inspection.published.iso) == ("apa", "2007-11-26")
    assert graded(report) == GRADES
    assert len(areas(report)) == 7
    assert areas(report)[1] == ("Not every referral is answered on the day.", "staying-safe")
    strengths = [finding for finding in report.findings if finding.text.startswith("Most babies")]
    assert [(finding.kind, finding.domain) for finding in strengths] == [(FindingKind.FINDING, "being-healthy")]
    assert all(len(judgement.evidence) > 0 for judgement in report.judgements)
    assert codes(report) == []


@pytest.mark.parametrize("look", [Look(), Look(left=85, bullet="\uf0b7", bullet_x=85, bullet_text_x=103)])
@pytest.mark.parametrize("right", [True, False])
def test_the_pdf_gives_the_same(look, right):
    text = re.sub(
        r"(?m)^((?:The|This) .*\.)$", r"\1 Many other things that were seen and read in the town say so too.", BODY
    )
    (report,) = extract(printed(text, look, right=right)).reports
    assert graded(report) == GRADES
    assert areas(report) == AREAS
    assert [notice for notice in report.notices if notice.level != "info"] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SUBJECT, "Annual performance assessment of services for children and young people in Wexcombe Council 2008"),
        (SUBJECT, "ANNUAL PERFORMANCE ASSESSMENT OF SERVICES FOR CHILDREN AND YOUNG PEOPLE IN WEXCOMBE COUNCIL 2007"),
        ("\tGrade ", " Grade "),
        ("\tGrade ", " Grade: "),
        ("\tGrade ", ": Grade "),
        ("\tGrade ", "\tAPA grade "),
        ("Important weaknesses and areas for development", "Areas for development"),
        ("Important weaknesses and areas for development", "Important weaknesses"),
        ("Important weaknesses and areas for development", "Areas for improvement"),
        ("Major strengths", "Strengths"),
        ("Assessment judgement area\tAPA grade\n", ""),
        ("4: outstanding/excellent; 3: good", "4: excellent; 3: good"),
        (", including the management of services for children and young people", ""),
        ("Overall effectiveness of children's services", "Overall effectiveness of the council's children's services"),
    ],
)  # fmt: skip
def test_other_words_are_read_alike(old, new):
    assert old in TEXT
    report = read_report(TEXT.replace(old, new))
    assert {domain: grade for domain, (grade, _) in graded(report).items()} == {d: g for d, (g, _) in GRADES.items()}
    assert areas(report) == AREAS
    assert codes(report) == []


def test_a_table_that_lost_its_columns_is_read_line_by_line():
    start, end = TEXT.index("Assessment judgement area"), TEXT.index("4: outstanding")
    rows = [row.replace("\t", " ") for row in TEXT[start:end].strip().split("\n")[1:]]
    report = read_report(TEXT[:start] + "\n\n".join(rows) + "\n\n" + TEXT[end:])
    assert graded(report) == GRADES
    assert codes(report) == []


def test_the_letters_until_2006_grade_services_in_the_table_and_outcomes_in_words():
    report = read_report(OF_2006)
    assert graded(report) == {
        "childrens-services": ("good", "3"),
        "capacity-to-improve": ("good", "3"),
        "social-care-services": ("adequate", "2"),
        "education-service": ("good", "3"),
        "being-healthy": ("good", "good"),
        "staying-safe": ("adequate", "adequate"),
    }
    assert areas(report) == [
        ("Children wait too long for a dentist", "being-healthy"),
        ("Not every referral is answered on the day", "staying-safe"),
    ]
    assert [f.domain for f in report.findings if f.text.startswith("Case conferences")] == ["staying-safe"]
    assert "judgement-missing" not in codes(report)


def test_the_first_letters_grade_social_care_and_education_apart_and_nothing_is_missed():
    start = OF_2006.index("The contribution of the local authority's children's services")
    end = OF_2006.index("The council's overall capacity")
    text = OF_2006[:start] + OF_2006[end:]
    subject = "ANNUAL PERFORMANCE ASSESSMENT OF WEXCOMBE COUNCIL'S EDUCATION AND CHILDREN'S SOCIAL CARE SERVICES 2005"
    old = "2006 ANNUAL PERFORMANCE ASSESSMENT OF SERVICES FOR CHILDREN AND YOUNG PEOPLE IN WEXCOMBE COUNCIL"
    report = read_report(text.replace(old, subject).replace("15 November 2006", "1 December 2005"))
    assert (report.authority.name, report.published.iso) == ("Wexcombe", "2005-12-01")
    assert "childrens-services" not in graded(report)
    assert "judgement-missing" not in codes(report)


def test_the_capacity_may_stand_behind_the_management_of_services():
    heading = (
        "The council's management of its services for children and young people, including its capacity to improve "
    )
    more = f"{heading}them further\n\nPlans are sound.\n\nSummary\n"
    report = read_report(OF_2006.replace("Summary\n", more))
    assert [f.domain for f in report.findings if f.text == "Plans are sound."] == ["capacity-to-improve"]


def test_what_the_next_review_is_to_explore_is_context():
    more = "Areas for exploration in the joint area review\n\n- Why children wait for a dentist\n\nYours sincerely"
    report = read_report(OF_2006.replace("Yours sincerely", more))
    assert len(areas(report)) == 2
    assert texts(report, FindingKind.CONTEXT)[-1] == "Why children wait for a dentist"


def test_a_cell_that_is_empty_beside_strengths_is_no_lost_heading():
    text = OF_2006.replace(
        "Case conferences are held on time\tNot every referral is answered on the day", "Held on time\t"
    )
    report = read_report(
        text.replace("Yours sincerely", "We confirm that the children's services grade counts.\n\nYours sincerely")
    )
    assert areas(report) == [("Children wait too long for a dentist", "being-healthy")]
    assert "heading-missing" not in codes(report)


def test_the_management_of_services_heads_a_row_as_an_outcome_does():
    rows = (
        "Management of children's services\t\nCouncillors put children first\tPartners do not check\n\nYours sincerely"
    )
    report = read_report(OF_2006.replace("\nYours sincerely", rows))
    assert areas(report)[-1] == ("Partners do not check", "capacity-to-improve")
    assert "Management of children's services" not in texts(report, FindingKind.FINDING)


@pytest.mark.parametrize("heading", ["Areas for exploration in the joint area review", "Aspects for focus in a review"])
def test_what_is_to_be_looked_at_later_is_no_recommendation(heading):
    more = f"{heading}\n\n- Why children wait for a dentist\n\nYours sincerely"
    assert len(areas(read_report(OF_2006.replace("Yours sincerely", more)))) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Being healthy\tGrade 3", "Being healthy\tGrade 1"),
        ("this aspect is adequate", "this aspect is good"),
        ("The council's overall effectiveness is adequate", "The council's overall effectiveness is outstanding"),
        ("Enjoying and achieving\t3\n", "Enjoying and achieving\t4\n"),
    ],
)  # fmt: skip
def test_a_heading_or_a_sentence_that_contradicts_the_table_is_named(old, new):
    assert old in TEXT
    errors = [notice.code for notice in read_report(TEXT.replace(old, new, 1)).notices if notice.level == "error"]
    assert set(errors) == {"grade-contradiction"}


def test_a_sentence_about_some_children_grades_no_outcome():
    old = "The contribution of services to improving outcomes for children in this aspect is adequate."
    text = TEXT.replace(old, "The contribution of services to looked after children is outstanding.")
    report = read_report(text.replace("It knows its schools", "Capacity to improve is good. It knows its schools"))
    assert graded(report) == GRADES
    assert codes(report) == []


@pytest.mark.parametrize(
    ("pattern", "doubt"),
    [
        (
            "26 November 2007\n",
            "error publication-date-missing at line 10: No day stands over the letter. Compare with the document.",
        ),
        (
            "Staying safe\t2\n",
            "warning judgement-not-in-table at judgement-staying-safe: Staying safe is not in the table of "
            "judgements; “Grade 2” was taken from the section in line 44.",
        ),
        (
            "Yours sincerely[\\s\\S]*",
            "error signature-missing at line 11: The letter ends without a signature; its end may be lost. "
            "Compare with the document.",
        ),
        (
            "(?<=2007 annual performance assessment of services for children and young people) in Wexcombe Council",
            "warning authority-from-text at line 1: The title names no authority that is known; the text is about "
            "Wexcombe. Compare with the document.",
        ),
        (
            "Important weaknesses and areas for development\n\n(?:- [^\n]*\n)+",
            "warning no-areas-for-improvement at line 11: No areas for development were found. Compare with the "
            "document.",
        ),
        (
            "Important weaknesses and areas for development\n\n(?=- Not every)",
            "error heading-missing at judgement-staying-safe: No weaknesses were read for “Staying safe”: their "
            "heading may be lost. Compare.",
        ),
        (
            "(?<=Important weaknesses and areas for deve)lo(?=pment\n\n- Not every)",
            "warning heading-misspelt at line 53: The heading “Important weaknesses and areas for devepment” was "
            "read as “important weaknesses and areas for development”. Compare with the document.",
        ),
        (
            "Staying safe\tGrade 2\n\n",
            "warning section-missing at judgement-staying-safe: No findings were read for “Staying safe”: its "
            "heading was not recognised. Compare.",
        ),
    ],
)
def test_what_is_lost_is_named(pattern, doubt):
    text = re.sub(pattern, "", TEXT)
    assert text != TEXT
    assert doubt in doubts(read_report(text))


def test_a_row_that_is_no_domain_and_a_grade_that_is_none_are_named():
    report = read_report(TEXT.replace("Staying safe\t2\n", "Youth work\t3\nStaying safe\t7\n").replace("\tGrade 2", ""))
    assert {"domain-outside-framework", "grade-unreadable"} <= set(codes(report))


def test_a_legend_of_another_scale_is_named():
    text = TEXT.replace("4: outstanding/excellent; 3: good", "1: outstanding; 2: good")
    assert "grade-scale" in codes(read_report(text))


def test_a_letter_without_its_table_grades_by_its_headings_and_misses_the_table():
    text = re.sub(r"Assessment judgement area[\s\S]*?\n\n", "", TEXT)
    report = read_report(text)
    assert {domain: grade for domain, (grade, _) in graded(report).items()} == {d: g for d, (g, _) in GRADES.items()}
    assert set(codes(report)) <= {"judgement-not-in-table"}


@pytest.mark.parametrize(
    "text",
    [
        "Report to the Cabinet\n\n2007 annual performance assessment\n\n1. Ofsted assessed services for children.\n",
        "Minutes of 4 December 2007\n\nThe annual performance assessment was noted. Being healthy was graded 3.\n",
        "4 December 2007\n\nDear members\n\nAnnual performance assessment\n\nIt is attached.\n\nYours sincerely\n",
    ],
)
def test_a_paper_about_a_letter_is_none(text):
    assert all(report.kind != "apa" for report in extract(text.encode()).reports)
