"""The text of a letter: frames, case studies, headings that no rule knows, and lists."""

import re
from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.profiles.letters.form import LetterForm
from ingest.profiles.letters.text import LetterText, is_heading
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
    assert [notice.message for notice in text.records.notices] == [
        "1 paragraphs stand behind a list of recommendations without a heading; they are no items of it.",
    ]


def test_closing_sentences_and_the_letterhead_are_no_findings() -> None:
    text = letter(
        heading("Main findings"), prose("They saw work."), prose("Ofsted will take account of these findings."),
        prose("Piccadilly Gate, Store Street, Manchester, M1 2WD"),
    )  # fmt: skip
    assert kinds(text) == [("They saw work.", FindingKind.FINDING)]


def test_the_rows_of_a_table_are_read_as_paragraphs_at_their_places() -> None:
    cells = (("They saw work.", "It was good."), ("", ""), ("Piccadilly Gate", ""), ("Plans are good.", ""))
    rows = tuple(
        TableRow(tuple(TableCell((text,) if text else ()) for text in row), Place(3, line))
        for line, row in enumerate(cells, 1)
    )
    table = Block(BlockKind.TABLE, "all", "all", Place(2), rows=rows)
    found = letter(heading("Main findings"), table).records.findings
    assert [(finding.text, finding.orig, finding.place) for finding in found] == [
        ("They saw work. It was good.", "They saw work. It was good.", Place(3, 1)),
        ("Plans are good.", "Plans are good.", Place(3, 4)),
    ]


@pytest.mark.parametrize(
    ("line", "divides"),
    [
        (prose("The work of managers"), True),
        (prose("the work of managers"), False),
        (prose("The work of managers is good."), False),
        (prose(f"The work of managers {'and others ' * 8}"), False),
        (item("The work of managers"), False),
        (replace(prose("The work of managers"), number="7"), False),
        (replace(prose("The work of managers"), boxed=True), False),
    ],
    ids=["short", "lower-case", "sentence", "long", "item", "numbered", "framed"],
)
def test_a_short_line_behind_a_sentence_of_the_findings_is_a_heading(line: Block, divides: bool) -> None:
    text = letter(heading("Main findings"), prose("They saw work. "), line, prose("Plans are good."))
    assert (line.text in [section.heading for section in text.records.sections]) is divides


@pytest.mark.parametrize("end", ["?", "!"])
def test_a_question_ends_a_sentence_in_front_of_a_short_line_too(end: str) -> None:
    text = letter(heading("Main findings"), prose(f"Who came{end}"), prose("The managers"), prose("Plans are good."))
    assert [section.heading for section in text.records.sections][-1] == "The managers"


def test_a_short_line_behind_an_open_sentence_or_under_a_heading_is_none() -> None:
    for blocks in ((prose("They saw the work of"),), ()):
        text = letter(heading("Main findings"), *blocks, prose("Wexcombe"), prose("Plans are good."))
        assert [section.heading for section in text.records.sections] == ["Visit to Wexcombe", "Main findings"]


@pytest.mark.parametrize(("length", "is_heading_"), [(160, True), (161, False)])
def test_a_bold_paragraph_is_a_heading_as_long_as_it_is_short_and_has_no_number(length: int, is_heading_: bool) -> None:
    bold = replace(prose("x" * length), bold=True)
    assert is_heading(bold) is is_heading_
    assert not is_heading(replace(bold, number="7"))
    assert not is_heading(replace(bold, bold=False))
    assert not is_heading(replace(bold, kind=BlockKind.ITEM))
    assert is_heading(heading("x" * length))


@pytest.mark.parametrize(("length", "kind"), [(120, FindingKind.CONTEXT), (121, FindingKind.FINDING)])
def test_what_is_headed_as_a_case_study_is_context(length: int, kind: FindingKind) -> None:
    title = f"Case study {'x' * (length - len('Case study '))}"
    text = letter(heading("Main findings"), prose("They saw work."), prose(title), prose("She moved."))
    assert kinds(text)[-1] == ("She moved.", kind)


def test_a_case_study_ends_at_the_next_heading() -> None:
    blocks = (heading("Main findings"), prose("Case study"), prose("She moved."), heading("The work of managers"))
    assert kinds(letter(*blocks, prose("Plans are good."))) == [
        ("She moved.", FindingKind.CONTEXT),
        ("Plans are good.", FindingKind.FINDING),
    ]


def test_in_a_frame_a_heading_that_a_rule_knows_opens_no_section() -> None:
    framed = (heading("A child’s story", boxed=True), prose("She moved.", boxed=True))
    text = letter(
        heading("Main findings"), *framed, heading("Areas for improvement", boxed=True), prose("He too.", boxed=True)
    )
    assert text.records.recommendations == ()
    assert kinds(text) == [("She moved.", FindingKind.CONTEXT), ("He too.", FindingKind.CONTEXT)]


def test_a_misspelt_heading_keeps_its_words_and_is_doubted_where_it_stands() -> None:
    wrong = replace(heading("Areas for imprvement"), place=Place(3, 7))
    text = letter(wrong, item("Visits."))
    assert text.records.sections[-1].heading == "Areas for imprvement"
    message = "The heading “Areas for imprvement” was read as “areas for improvement”. Compare with the document."
    (notice,) = text.records.notices
    assert (notice.message, notice.page, notice.line) == (message, 3, 7)
    assert codes(letter(replace(wrong, kind=BlockKind.PARAGRAPH, bold=False), item("Visits."))) == []


def test_a_paragraph_at_the_indent_of_a_bullet_may_be_an_item_without_its_bullet() -> None:
    above = replace(item("Visits."), indent=90.0)
    beside = replace(prose("Plans for all."), indent=90.0, place=Place(3, 7))
    (notice, *_) = letter(heading("Areas for improvement"), above, beside).records.notices
    assert (notice.code, notice.page, notice.line) == ("unnumbered-paragraph", 3, 7)
    for other in (replace(beside, text="and plans"), replace(beside, indent=70.0), replace(beside, number="2")):
        assert "unnumbered-paragraph" not in codes(letter(heading("Areas for improvement"), above, other))


def test_prose_in_front_of_a_list_announces_it() -> None:
    text = letter(heading("Areas for improvement"), prose("Leaders know this."), item("Visits."), item("Plans."))
    assert [r.text for r in text.records.recommendations] == ["Visits.", "Plans."]
    assert (kinds(text), codes(text)) == ([("Leaders know this.", FindingKind.CONTEXT)], [])


def test_in_divided_lists_a_sentence_alone_that_announces_them_is_none_of_them() -> None:
    announcing = prose("Leaders should do the following.")
    assert letter(heading("Areas for improvement"), announcing, form=DIVIDED).records.recommendations == ()
    assert len(letter(heading("Areas for improvement"), announcing).records.recommendations) == 1


def test_where_the_opening_is_about_the_visit_the_rest_of_it_is_the_summary() -> None:
    form = replace(FORM, about=re.compile("Inspectors"))
    text = letter(prose("Inspectors came."), prose("Help is good."), prose("Inspectors say so."), form=form)
    assert [kind for _, kind in kinds(text)] == [FindingKind.CONTEXT, FindingKind.SUMMARY, FindingKind.SUMMARY]
