"""The text of a letter: frames, case studies, headings that no rule knows, and lists."""

import re

from ingest.blocks import Block, BlockKind, Place
from ingest.profiles.letters.form import LetterForm
from ingest.profiles.letters.text import LetterText
from inspections.vocabulary import FindingKind, ReportKind

FORM = LetterForm("test/1", ReportKind.JTAI, "jtai", re.compile("visit"))
DIVIDED = LetterForm("test/1", ReportKind.JTAI, "jtai", re.compile("visit"), divided=True)
SUBJECT = Block(BlockKind.HEADING, "Visit to Wexcombe", "", Place(1))


def heading(text: str, boxed: bool = False) -> Block:
    return Block(BlockKind.HEADING, text, text, Place(1), bold=True, boxed=boxed)


def prose(text: str, boxed: bool = False) -> Block:
    return Block(BlockKind.PARAGRAPH, text, text, Place(1), boxed=boxed)


def item(text: str) -> Block:
    return Block(BlockKind.ITEM, text, text, Place(1), marker="-", level=1)


def letter(*blocks: Block, form: LetterForm = FORM) -> LetterText:
    return LetterText(form, SUBJECT).read(blocks)


def kinds(text: LetterText) -> list[tuple[str, FindingKind]]:
    return [(finding.text, finding.kind) for finding in text.records.findings]


def codes(text: LetterText) -> list[str]:
    return [notice.code for notice in text.records.notices]


def test_what_stands_before_the_first_heading_is_context_and_the_opening() -> None:
    text = letter(prose("Inspectors came in March."), heading("Main findings"), prose("They saw work."))
    assert [block.text for block in text.opening_text] == ["Inspectors came in March."]
    assert kinds(text) == [
        ("Inspectors came in March.", FindingKind.CONTEXT), ("They saw work.", FindingKind.FINDING),
    ]  # fmt: skip


def test_a_frame_with_a_heading_of_its_own_is_context_until_it_ends() -> None:
    text = letter(
        heading("Main findings"), heading("A child’s story", boxed=True), prose("She moved.", boxed=True),
        prose("Plans are good."),
    )  # fmt: skip
    assert kinds(text) == [("She moved.", FindingKind.CONTEXT), ("Plans are good.", FindingKind.FINDING)]
    assert [finding.section for finding in text.records.findings] == ["s3", "s2"]


def test_a_heading_behind_a_complete_list_begins_findings_where_lists_are_not_divided() -> None:
    blocks = (heading("Areas for improvement"), item("Visits."), heading("Unheard of"), prose("They saw work."))
    undivided = letter(*blocks)
    assert (kinds(undivided), codes(undivided)) == (
        [("They saw work.", FindingKind.FINDING)], ["heading-unknown"],
    )  # fmt: skip
    divided = letter(*blocks, form=DIVIDED)
    assert [r.text for r in divided.records.recommendations] == ["Visits.", "They saw work."]
    assert codes(divided) == []


def test_a_heading_that_lost_a_letter_is_read_as_the_nearest_and_doubted() -> None:
    text = letter(heading("Areas for imprvement"), item("Visits."))
    assert ([r.text for r in text.records.recommendations], codes(text)) == (["Visits."], ["heading-misspelt"])


def test_a_sentence_that_says_that_there_are_none_recommends_nothing() -> None:
    text = letter(heading("Areas for priority action"), prose("No areas for priority action were identified."))
    assert text.records.recommendations == ()
    assert kinds(text)[0][1] is FindingKind.CONTEXT


def test_prose_behind_a_list_is_a_finding_and_doubted() -> None:
    text = letter(heading("Areas for improvement"), item("Visits."), item("Plans."), prose("Leaders know this well."))
    assert [r.text for r in text.records.recommendations] == ["Visits.", "Plans."]
    assert (kinds(text), codes(text)) == (
        [("Leaders know this well.", FindingKind.FINDING)], ["heading-missing"],
    )  # fmt: skip


def test_closing_sentences_and_the_letterhead_are_no_findings() -> None:
    text = letter(
        heading("Main findings"), prose("They saw work."), prose("Ofsted will take account of these findings."),
        prose("Piccadilly Gate, Store Street, Manchester, M1 2WD"),
    )  # fmt: skip
    assert kinds(text) == [
        ("They saw work.", FindingKind.FINDING),
        ("Ofsted will take account of these findings.", FindingKind.CONTEXT),
    ]
