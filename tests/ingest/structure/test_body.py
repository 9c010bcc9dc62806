"""The body of a report: headings decide what the text under them is, and nothing is dropped in silence."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.readers.text import read
from ingest.structure.body import Body, report_end
from ingest.structure.outline import Outline, Role, Rule
from inspections.vocabulary import FindingKind, Timescale

RULES = (
    Rule(r"contents", 1, Role.BOILERPLATE),
    Rule(r"about\s+this\s+area", 1, kind=FindingKind.CONTEXT),
    Rule(r"recommendations", 1, Role.RECOMMENDATIONS),
    Rule(r"priority\s+action", 2, Role.RECOMMENDATIONS, timescale=Timescale.IMMEDIATE),
    Rule(r"care\s+leavers(?P<rest>\W*good)?", 1, domain="care-leavers"),
    Rule(r"summary", 2, kind=FindingKind.SUMMARY, framed=True),
)


def body(*lines: str) -> Body:
    return Body(Outline(RULES)).read(read("\n".join(lines).encode()).blocks)


def found(read_body: Body) -> list[tuple[str, str]]:
    return [(finding.anchor, finding.kind.value) for finding in read_body.records.findings]


def test_boilerplate_and_what_stands_before_the_first_heading_is_no_record() -> None:
    result = body(
        "Wexcombe is a town.", "", "Contents", "", "A page that lists the parts.", "", "Care leavers", "", "1. A."
    )
    assert found(result) == [("para-1", "finding")]


def test_the_grade_behind_a_heading_is_a_claim() -> None:
    (claim,) = body("Care leavers: good", "", "1. They do well.").claims
    assert (claim.domain, claim.grade, claim.domain_wording) == ("care-leavers", "good", "Care leavers")


def test_a_table_in_the_text_is_named() -> None:
    result = body("Care leavers", "", "1. As follows.", "", "Year\tFlats", "2019\t12")
    assert [notice.code for notice in result.records.notices] == ["table-not-read"]


def test_a_row_that_is_a_sentence_is_text_and_one_that_is_a_heading_opens_its_section() -> None:
    result = body("Care leavers", "", "Summary\t", "Most young people do well.\t", "", "1. They have flats.")
    assert [section.heading for section in result.records.sections] == ["Care leavers", "Summary"]
    assert [finding.text for finding in result.records.findings] == ["Most young people do well.", "They have flats."]
    assert result.records.notices == []


def test_the_closing_text_ends_the_report() -> None:
    result = body(
        "Care leavers", "", "1. A.", "", "Any complaints about the inspection go to Ofsted.", "", "Manchester"
    )
    assert result.closed
    assert found(result) == [("para-1", "finding")]


@pytest.mark.parametrize(
    "ending",
    [
        "\u00a9 Crown copyright 2023",
        "If you are not happy with the inspection or with its report, complain to us.",
        "This report is available at https://reports.ofsted.gov.uk/",
        "Ofsted inspects services that care for children.",
        "Ofsted, Piccadilly Gate, Store Street, Manchester, M1 2WD",
    ],
)
def test_any_part_of_the_imprint_that_stands_last_ends_the_report(ending: str) -> None:
    result = body("Care leavers", "", "1. A.", "", "T: 0300 123 1231", "", ending)
    assert result.closed
    assert [finding.text for finding in result.records.findings] == ["A."]


def test_words_of_the_imprint_inside_the_report_end_nothing() -> None:
    result = body("Care leavers", "", "1. A.", "", "\u00a9 Crown copyright 2023", "", "2. B.")
    assert not result.closed
    assert [finding.ref for finding in result.records.findings] == ["1", "2"]
    assert not body("Care leavers", "", "1. A.", "", "Tel: 01632 960 000").closed


LONG = "Workers in the town have known the families there for many years, and what they do for them is written down."


def test_prose_behind_an_unknown_heading_among_text_that_is_left_out_is_a_summary() -> None:
    result = body("Contents", "", "What the town is like", "", LONG, "", "Care leavers", "", "1. A.")
    assert [section.heading for section in result.records.sections] == ["What the town is like", "Care leavers"]
    assert [finding.text for finding in result.records.findings] == [LONG, "A."]
    assert result.records.findings[0].kind is FindingKind.SUMMARY
    assert [notice.code for notice in result.records.notices] == ["heading-unknown"]


def test_standard_text_behind_an_unknown_heading_stays_left_out() -> None:
    standard = f"An LSCB that is good is one that works well. {LONG}"
    assert found(body("Contents", "", "What it means", "", standard, "", "Care leavers", "", "1. A.")) == [
        ("para-1", "finding")
    ]


def test_prose_without_a_heading_of_its_own_stays_left_out() -> None:
    assert found(body("Contents", "", LONG, "", "Care leavers", "", "1. A.")) == [("para-1", "finding")]


CLOSING = "Ofsted regulates and inspects to achieve excellence."


def on(page: int | None, text: str, number: str | None = None) -> Block:
    return Block(BlockKind.PARAGRAPH, text, text, Place(page=page), number=number)


@pytest.mark.parametrize(
    ("behind", "end"),
    [
        ([on(3, "Minutes of a meeting"), on(3, "The chair spoke.", "1")], 3),
        ([on(2, "Tel: 01632 960 000"), on(3, "Minutes of a meeting")], 4),
        ([on(3, "Leaders know their services.", "3")], 4),
        ([on(None, "Minutes of a meeting")], 4),
        ([], 3),
    ],
)
def test_a_report_ends_with_its_closing_text_unless_its_numbers_go_on(behind: list[Block], end: int) -> None:
    report = [on(1, "They do well.", "1"), on(1, "They do better.", "2"), on(2, CLOSING)]
    assert report_end([*report, *behind]) == end


def test_a_number_that_was_missing_in_front_goes_on_behind_the_closing_text() -> None:
    report = [on(1, "They do well.", "1"), on(1, "They do better.", "3"), on(2, CLOSING)]
    assert report_end([*report, on(3, "They do best.", "2")]) == 4
    assert report_end([on(1, "They do well."), on(2, CLOSING), on(3, "They do best.")]) == 3
