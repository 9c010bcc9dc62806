"""Reports to a Cabinet: the real ones by their facts, and altered copies of an invented one."""

import hashlib

import pytest

from ingest.extract import extract
from ingest.profiles.papers.cabinet import Cabinet
from ingest.profiles.protocol import Part
from ingest.readers import read as read_text
from inspections.vocabulary import FindingKind, ReportKind
from tests.ingest.profiles.papers.council import AGENDA, CABINET, change, codes, only, read, refs
from tests.ingest.profiles.reading import doubts


@pytest.fixture(scope="module")
def report_2013(seeds):
    (report,) = extract(seeds["004"].read_bytes()).reports
    return report


@pytest.fixture(scope="module")
def cabinet_2020(seeds):
    reports = extract(seeds["002"].read_bytes()).reports
    return [report for report in reports if report.kind is ReportKind.CABINET_REPORT]


def test_the_report_of_2013_has_its_36_paragraphs_and_19_of_progress(report_2013):
    assert len(refs(report_2013)) == len(set(refs(report_2013))) == 36
    progress = [f.ref for f in report_2013.findings if f.kind is FindingKind.PROGRESS]
    assert progress == [f"3.{n}" for n in range(1, 20)]
    assert [(r.anchor, r.ref) for r in report_2013.recommendations] == [("rec-7.1", "7.1")]
    assert report_2013.published.iso == "2013-12-17"
    assert report_2013.authority.la_code == "887"
    assert report_2013.licence is None
    assert report_2013.notices == ()


def test_the_report_of_2013_follows_the_inspection_of_july_and_reports_two_judgements(report_2013):
    own = report_2013.inspection
    assert (own.framework, own.started.iso, own.ended.iso) == ("lac", "2013-07-15", "2013-07-19")
    assert own.published.iso == "2013-08-23"
    assert [(j.domain, j.grade, j.basis, j.evidence) for j in report_2013.judgements] == [
        ("overall-effectiveness", "inadequate", "reported", ("para-2.1",)),
        ("capacity-to-improve", "adequate", "reported", ("para-2.1",)),
    ]
    assert [(m.framework, m.started.iso) for m in report_2013.mentions] == [("child-protection", "2013-01")]


def test_a_paragraph_over_a_page_break_is_whole(report_2013):
    text = next(f.text for f in report_2013.findings if f.ref == "2.1")
    assert (len(text.split()), hashlib.sha256(text.encode()).hexdigest()[:12]) == (64, "1a7b6d551c54")


def test_the_three_reports_of_2020_have_10_4_and_63_paragraphs(cabinet_2020):
    own = [[ref for ref in refs(report) if "." in ref] for report in cabinet_2020]
    assert [len(numbers) for numbers in own] == [10, 4, 63]
    assert all(len(set(numbers)) == len(numbers) for numbers in own)
    assert [report.published.iso for report in cabinet_2020] == ["2020-01-14"] * 3
    assert {report.authority.la_code for report in cabinet_2020} == {"887"}


def test_the_risks_of_2020_keep_their_wording_and_a_row_over_a_page_is_one(cabinet_2020):
    risks = cabinet_2020[2].risks
    assert [risk.rating for risk in risks] == ["B2", "C3", "C3", "C3", "B2", "C2"]
    assert [risk.rating_wording == risk.rating for risk in risks] == [True, True, False, False, True, True]


def test_quoted_recommendations_stand_beside_the_reports_own(cabinet_2020):
    assert [(r.anchor, r.ref) for r in cabinet_2020[2].recommendations] == [
        *((f"para-3.1/rec-{n}", str(n)) for n in range(1, 7)),
        ("rec-12.1.1", "12.1.1"),
        ("rec-12.1.2", "12.1.2"),
    ]


def test_the_inspection_of_2019_is_found_with_all_its_dates(cabinet_2020):
    own = cabinet_2020[2].inspection
    assert (own.framework, own.started.iso, own.ended.iso, own.published.iso) == (
        "ilacs", "2019-07-15", "2019-07-26", "2019-08-27",
    )  # fmt: skip


def test_an_invented_report_is_read_whole():
    report = only(CABINET)
    assert refs(report) == [
        "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "5.1", "6.1", "1", "2", "3", "5.1.1", "5.1.2",
    ]  # fmt: skip
    assert next(f.text for f in report.findings if f.ref == "2.1").endswith("the head of placements.")
    assert [(r.ref, r.addressee) for r in report.recommendations if r.section == "s5"] == [
        ("5.1.1", "The Cabinet"),
        ("5.1.2", "The Cabinet"),
    ]
    assert [(x.source, x.target, x.ref) for x in report.references] == [
        ("para-1.2", "paragraph", "3.1"),
        ("para-1.2", "section", "2"),
    ]
    assert [risk.rating for risk in report.risks] == ["B2", "C3", "D1"]
    assert report.risks[1].mitigation == "Agencies are asked. Pay is reviewed."
    assert report.notices == ()


def test_a_lost_number_between_two_is_restored_with_a_notice():
    report = only(change(CABINET, "- 2.2 ", "- "))
    assert "2.2" in refs(report)
    assert codes(report) == ["number-restored"]


def test_a_lost_number_at_the_end_of_a_section_is_doubted_and_not_swallowed():
    report = only(change(CABINET, "- 2.3 ", "- "))
    assert "2.3" not in refs(report)
    assert "Visits" not in next(f.text for f in report.findings if f.ref == "2.2")
    assert codes(report) == ["number-lost"]


def test_a_lost_section_number_is_restored():
    report = only(change(CABINET, "3. Recommendations of", "Recommendations of"))
    assert "s3" in [section.anchor for section in report.sections]
    assert codes(report) == ["number-restored"]


@pytest.mark.parametrize(
    ("old", "new", "doubt"),
    [
        (
            "- 2.2 Caseloads have come down.\n",
            "",
            "error missing-paragraphs at line 26: Paragraph 2.2 of the numbered sequence was not found before 2.3. "
            "Compare with the document.",
        ),
        (
            "- 2.2 ",
            "- 2.2 A new one.\n- 2.2 ",
            "warning duplicate-paragraph at para-2.2~2: The number 2.2 is printed more than once; both paragraphs "
            "were kept. Compare with the document.",
        ),
        (
            "- 2.2 ",
            "Words without a number.\n\n- 2.2 ",
            "warning unnumbered-paragraph at para-2.1: A paragraph without number stands after paragraph 2.1; it "
            "was read as part of it.",
        ),
        (
            "- 2. The board must meet every month.\n",
            "",
            "error missing-paragraphs at line 33: Recommendation 2 of the numbered sequence was not found before 3."
            " Compare with the document.",
        ),
        (
            "4. Risk management\n",
            "",
            "error missing-paragraphs at line 44: Section 4 of the numbered sequence was not found before 5. "
            "Compare with the document.",
        ),
        (
            "\tD1\n",
            "\tQ\n",
            "warning rating-unread at risk-3: The rating of the risk “Money” is printed as “Q”, which is no letter "
            "and figure. Compare with the document.",
        ),
        (
            "\tD1\n",
            "\t\n",
            "warning rating-unread at risk-3: The rating of the risk “Money” was not found. Compare with the document.",
        ),
        (
            "12 FEBRUARY 2021\n",
            "12\n\nFEBRUARY 2021\n",
            "warning dates-doubted at line 2: “FEBRUARY 2021” tells no day of the meeting. Read it in the document.",
        ),
        (
            "12 FEBRUARY 2021\n",
            "",
            "warning cover-incomplete at line 2: The date of the meeting was not found on the cover.",
        ),
    ],
)
def test_what_is_torn_gives_a_notice(old, new, doubt):
    report = only(change(CABINET, old, new))
    assert doubt in doubts(report)


def test_a_judgement_of_another_authority_or_a_home_is_not_reported():
    for words in (
        "The overall effectiveness of services in Lambeth was judged outstanding.",
        "The overall effectiveness of the children's home was judged good.",
        "If the overall effectiveness is judged good, the board will end.",
    ):
        report = only(
            change(CABINET, "Inspectors judged the overall effectiveness of services to be inadequate.", words)
        )
        assert report.judgements == (), words


def test_two_grades_after_one_domain_are_not_decided():
    words = "The overall effectiveness was judged inadequate in some parts and good in others."
    report = only(change(CABINET, "Inspectors judged the overall effectiveness of services to be inadequate.", words))
    assert report.judgements == ()
    assert codes(report) == ["reported-unclear"]


def test_contradicting_sentences_keep_both_grades_with_a_notice():
    words = "Work has begun. The overall effectiveness was judged to be good."
    report = only(change(CABINET, "Work has begun in three teams.", words))
    assert [j.grade for j in report.judgements] == ["inadequate", "good"]
    assert codes(report) == ["reported-contradiction"]


def test_a_report_that_lost_the_name_of_its_meeting_still_opens_in_a_pack():
    kinds = [report.kind for report in read(AGENDA + change(CABINET, "\nCABINET\n", "")).reports]
    assert kinds == [ReportKind.AGENDA, ReportKind.CABINET_REPORT]


def test_lettered_recommendations_have_the_lead_in_as_parent():
    listed = "- 5.1 The Cabinet is recommended to agree:\n - (a) the plan;\n - (b) the budget.\n"
    text = change(
        CABINET,
        "- 5.1 The Cabinet is asked to:\n- 5.1.1 note the progress; and\n- 5.1.2 agree the next steps.\n",
        listed,
    )
    own = [(r.anchor, r.ref, r.parent) for r in only(text).recommendations if r.section == "s5"]
    assert own == [("rec-5.1", "5.1", None), ("rec-5.1/a", "a", "rec-5.1"), ("rec-5.1/b", "b", "rec-5.1")]


LABELLED = """Wexcombe Council

Cabinet

Date: 12 March 2024

Subject: What inspectors said of children's services

Report of: Director of Children's Services

1. Purpose of the report

1.1 To tell Cabinet of the outcome.

2. Recommendations

2.1 Cabinet is asked to note the report.
"""


def test_a_cover_of_labelled_lines_is_a_cover():
    report = only(LABELLED)
    assert report.title == "What inspectors said of children's services"
    assert report.published.iso == "2024-03-12"
    assert refs(report) == ["1.1", "2.1"]
    assert codes(report) == []


def test_a_paragraph_of_a_section_whose_heading_is_lost_is_no_recommendation():
    report = only(change(CABINET, "6. Suggested reasons for decision\n", "\n"))
    assert "6.1" in [f.ref for f in report.findings]
    assert [r.ref for r in report.recommendations] == [r.ref for r in only(CABINET).recommendations]
    assert codes(report) == ["heading-missing"]


def test_a_summary_whose_heading_is_lost_is_not_taken_for_a_part_of_the_cover():
    report = only(change(CABINET, "Summary\n", "\n"))
    assert report.title == only(CABINET).title
    assert any("took place between" in f.text for f in report.findings)
    assert report.inspection.started.iso == "2020-10-12"


def test_prose_in_front_of_a_numbered_recommendation_is_none():
    report = only(
        change(CABINET, "5. Recommendations\n", "5. Recommendations\n\nMuch has been done in these months.\n")
    )
    assert [r.ref for r in report.recommendations] == [r.ref for r in only(CABINET).recommendations]
    assert codes(report) == ["unnumbered-paragraph"]


def test_a_heading_of_recommendations_with_none_under_it_is_doubted():
    report = only(change(LABELLED, "2.1 Cabinet is asked to note the report.\n", ""))
    assert codes(report) == ["recommendations-missing", "ending-missing"]


def test_risks_whose_header_is_lost_are_not_dropped_in_silence():
    report = only(change(CABINET, "Risk\tDescription\tAction to avoid or mitigate risk\tRisk rating\n", ""))
    assert report.risks == ()
    assert "table-not-read" in codes(report)


def test_a_paper_that_is_not_about_children_gives_no_inspection_and_says_so():
    words = ("1.1 Roads in the north were inspected in 2018.", "1.2 They were judged inadequate overall.")
    cover = ("Wexcombe Council", "Cabinet", "14 January 2020", "Resurfacing of roads", "Report from: Director of Place")
    body = ("Author: Tom Seaton", "Summary", "This tells of roads.", "1. Background", *words)
    roads = "\n\n".join((*cover, *body))
    report = only(roads)
    assert codes(report) == ["not-about-children", "ending-missing"]
    assert (report.inspection, report.mentions, report.judgements) == (None, (), ())
    assert refs(report)[:2] == ["1.1", "1.2"]


@pytest.mark.parametrize(
    ("line", "missing", "title"),
    [
        ("12 FEBRUARY 2021\n", "date of the meeting", "UPDATE ON THE INSPECTION OF CHILDREN'S SERVICES"),
        ("UPDATE ON THE INSPECTION OF CHILDREN'S SERVICES\n", "title", "Report without title"),
    ],
)
def test_what_the_cover_lacks_is_told_where_the_report_begins(line, missing, title):
    report = Cabinet().extract(Part(read_text(change(CABINET, line, "\n").encode()).blocks, "text/plain"))
    found = [(notice.level, notice.code, notice.message, notice.line) for notice in report.notices]
    assert ("warning", "cover-incomplete", f"The {missing} was not found on the cover.", 2) in found
    assert report.title == title


SIGNS = ("Legal implications", "Risk management", "The Cabinet is asked to agree", "Suggested reasons for decision")


@pytest.mark.parametrize(("signs", "score"), [(SIGNS, 0.43), (SIGNS[2:], 0.43), (SIGNS[:1], 0)])
def test_a_report_without_its_cover_is_told_by_two_signs_of_a_paper(signs, score):
    text = "\n\n".join(f"{heading}\n\nWords of the council." for heading in signs)
    assert Cabinet().score(Part(read_text(text.encode()).blocks, "text/plain")) == score
    assert Cabinet().score(Part(read_text(CABINET.encode()).blocks, "text/plain")) == 0.92
