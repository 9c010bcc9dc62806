"""Papers around an inspection: whose they are, what they cite, and what they report of others."""

import pytest

from ingest.blocks import BlockKind
from ingest.drafts import ActionDraft, PartialDate
from ingest.structure.paper_report import (
    paper_records,
    paper_references,
    paper_report,
    prose,
    without_number,
)
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, ReportKind
from tests.ingest.structure.test_records import block


class NamedProfile:
    name = "cabinet-report/9"
    kind = ReportKind.CABINET_REPORT


def paper(title, *texts, published=None):
    records = paper_records()
    blocks = [block(text, str(number)) for number, text in enumerate(texts, 1)]
    for one in blocks:
        records.finding(one, FindingKind.CONTEXT)
    return paper_report(NamedProfile(), title, blocks, records, published)


def codes(report) -> set[NoticeCode]:
    return {notice.code for notice in report.notices}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See recommendation three.", [("recommendation", "3")]),
        ("See section 7 and Appendix B.", [("section", "7"), ("section", "B")]),
        ("as annex 2.1 shows (paragraph 4)", [("paragraph", "4"), ("section", "2.1")]),
        ("under section 497A of the Education Act 1996", []),
        ("under section 47 of the Children Act", []),
    ],
)
def test_references_are_found_in_words_and_to_parts_but_not_to_acts(text, found):
    assert [(one.target, ref) for one in paper_references(text) for ref in one.refs] == found


def test_furniture_is_left_out_and_a_sentence_that_only_its_size_makes_a_heading_is_prose():
    kept = prose(
        [
            block("Page 2", kind=BlockKind.FURNITURE),
            block("This is a whole sentence of the plan.", kind=BlockKind.HEADING, level=2),
            block("A heading of a part", kind=BlockKind.HEADING, level=2),
            block("This is bold and a heading all the same.", kind=BlockKind.HEADING, level=2, bold=True),
        ]
    )
    assert [one.kind for one in kept] == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.HEADING]
    assert kept[0].level == 0


def test_a_number_of_another_sequence_is_taken_off():
    assert without_number(block("Text.", "7")).number is None
    plain = block("Text.")
    assert without_number(plain) is plain


def test_a_paper_without_a_single_authority_says_so():
    assert NoticeCode.AUTHORITY_UNKNOWN in codes(paper("A report", "Services for children are better."))
    assert NoticeCode.AUTHORITY_UNKNOWN not in codes(paper("A report for Medway", "Services for children are better."))


def test_from_a_paper_on_other_services_nothing_is_taken():
    text = "The inspection of 2019 judged it to be inadequate."
    report = paper("Roads in Medway", text)
    assert NoticeCode.NOT_ABOUT_CHILDREN in codes(report)
    assert (report.inspection, report.mentions, report.judgements) == (None, (), ())
    assert len(report.findings) == 1, "what it says is read all the same"


def test_what_a_paper_says_of_an_inspection_is_reported():
    report = paper(
        "Children's services in Medway",
        "Ofsted inspected children's services in July 2019 and judged overall effectiveness to be inadequate.",
        published=PartialDate("2020-01-14"),
    )
    (judgement,) = report.judgements
    assert (judgement.domain, judgement.grade, judgement.basis) == ("overall-effectiveness", "inadequate", "reported")
    assert not codes(report) & {NoticeCode.AUTHORITY_UNKNOWN, NoticeCode.NOT_ABOUT_CHILDREN}


@pytest.mark.parametrize(
    ("text", "progress", "told"),
    [
        ("Write plans with children", "Ofsted judged care leavers' services to be inadequate in 2023.", True),
        ("Mend what Ofsted rated Inadequate in 2023: leadership", None, True),
        ("Write plans with children", "The audit found plans to be good.", False),
        ("Write plans with children", "Our aim is to be rated Good by Ofsted.", False),
    ],
)
def test_an_action_that_names_a_grade_of_inspectors_is_told(text, progress, told):
    action = ActionDraft("action-1", "1", None, text, text, progress=progress)
    report = paper_report(
        NamedProfile(), "Plan for Kent's children", [block("Words.")], paper_records(), None, actions=[action]
    )
    doubts = [notice.anchor for notice in report.notices if notice.code is NoticeCode.REPORTED_UNCLEAR]
    assert (doubts, report.judgements) == (["action-1"] if told else [], ())
