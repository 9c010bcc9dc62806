"""The text reader: frames, tables, lists, footnotes and what page breaks tore, and files that are no text."""

import pytest

from ingest.blocks import Block, BlockKind
from ingest.notices import Refused
from ingest.page.lists import SURE_BULLETS
from ingest.readers.text import read


def blocks(*lines: str) -> tuple[Block, ...]:
    return read("\n".join(lines).encode()).blocks


def test_framed_text_under_a_framed_row_is_text_in_a_frame_and_no_row() -> None:
    table, heading, paragraph = blocks(
        "<p>Help and protection</p>\t<p>Good</p>",
        "<p>Summary</p> <p>Early help reaches the families who need it, and partners know</p>\t",
        "",
        "when to ask for it.",
    )
    assert (table.kind, [row.texts for row in table.rows]) == (BlockKind.TABLE, [("Help and protection", "Good")])
    assert (heading.kind, heading.text, heading.boxed) == (BlockKind.HEADING, "Summary", True)
    assert (paragraph.kind, paragraph.boxed) == (BlockKind.PARAGRAPH, True)
    assert paragraph.text == ("Early help reaches the families who need it, and partners know when to ask for it.")


def test_a_frame_beside_a_frame_stays_a_row() -> None:
    (table,) = blocks("<p>Help and protection</p>\t<p>Good</p>", "<p>Care leavers</p>\t<p>Inadequate</p>")
    assert [row.texts for row in table.rows] == [("Help and protection", "Good"), ("Care leavers", "Inadequate")]


def test_a_paragraph_goes_on_behind_a_page_break_and_its_footnote() -> None:
    found = blocks("4. Children are seen at once and", "", "\u00b9 A note about seeing.", "", "voices are heard.")
    assert [(b.kind, b.number, b.text) for b in found] == [
        (BlockKind.PARAGRAPH, "4", "Children are seen at once and voices are heard."),
        (BlockKind.FOOTNOTE, None, "A note about seeing."),
    ]


def test_items_of_an_inner_list_keep_their_level_behind_a_page_break() -> None:
    found = blocks(
        "- In the last year:",
        " - ten children were adopted",
        "",
        "\u00b2 A note.",
        "",
        "- four children went home",
        "- two children moved on.",
        "- The council runs one home.",
    )
    items = [(b.level, b.text) for b in found if b.kind is BlockKind.ITEM]
    assert items == [
        (1, "In the last year:"),
        (2, "ten children were adopted"),
        (2, "four children went home"),
        (2, "two children moved on."),
        (1, "The council runs one home."),
    ]


def test_raised_figures_and_mark_up_are_taken_off_the_text_and_kept_in_the_original() -> None:
    (block,) = blocks("The **board**\u00b9 meets in <u>public</u>.")
    assert block.text == "The board meets in public."
    assert block.orig == "The **board**\u00b9 meets in <u>public</u>."


def test_a_form_feed_begins_a_page() -> None:
    document = read(b"1. First page.\f2. Second page.")
    assert document.pages == 2
    assert [block.page for block in document.blocks] == [1, 2]


def test_text_without_form_feeds_has_lines_and_no_pages() -> None:
    document = read(b"Wexcombe\n\nA sentence about it.")
    assert document.pages is None
    assert [(block.page, block.place.line) for block in document.blocks] == [(None, 1), (None, 3)]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b" \n", "empty"), (b"a\0b", "not-text"), (b"<!DOCTYPE html><p>x", "html-page")],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(data)
    assert refusal.value.notice.code == code


def test_another_encoding_is_read_with_a_notice() -> None:
    text = "The council\u2019s budget is \u00a35 million, and inspectors said so. " * 5
    document = read(text.encode("cp1252"))
    assert [notice.code for notice in document.notices] == ["encoding-guessed"]
    assert "\u00a35 million" in document.blocks[0].text


def test_a_hyphen_at_the_end_of_a_wrapped_line_was_printed() -> None:
    prose = ["Social workers see the children that they work with each week and write a well-", "kept record of it."]
    found = blocks(*[*prose, ""] * 12)
    assert {block.text for block in found} == {
        "Social workers see the children that they work with each week and write a well-kept record of it."
    }


@pytest.mark.parametrize("bullet", [*sorted(SURE_BULLETS - {"\u0083"}), "-", "*", "\u2013", "o"])
def test_bullets_of_every_glyph_are_items(bullet: str) -> None:
    found = blocks(f"{bullet} Plans are short.", f"{bullet} Visits are on time.")
    assert [(block.kind, block.text) for block in found] == [
        (BlockKind.ITEM, "Plans are short."),
        (BlockKind.ITEM, "Visits are on time."),
    ]


def test_a_bullet_may_stand_close_to_its_text_and_a_dash_may_not() -> None:
    assert [block.kind for block in blocks("\u2022Plans are short.", "-18 degrees were measured.")] == [
        BlockKind.ITEM,
        BlockKind.PARAGRAPH,
    ]


def test_text_of_windows_is_read_as_such_with_a_notice() -> None:
    words = "The council\u2019s budget is \u00a35 million \u2013 a tenth more.\n\n"
    words += "\u2022 Plans are short.\n\n\u00b7 Visits are on time.\n"
    document = read(words.encode("cp1252"))
    assert [notice.code for notice in document.notices] == ["encoding-guessed"]
    assert document.blocks[0].text == words.split("\n", maxsplit=1)[0]
    assert [block.kind for block in document.blocks[1:]] == [BlockKind.ITEM, BlockKind.ITEM]


@pytest.mark.parametrize(
    "signature", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf1\\ansi ", b"\x89PNG", b"\xff\xd8\xff"]
)
def test_documents_of_other_programs_are_refused_by_their_name(signature: bytes) -> None:
    with pytest.raises(Refused) as caught:
        read(signature + b"Wexcombe")
    assert caught.value.notice.code == "not-text"
    assert "as PDF" in caught.value.notice.message


def test_signs_that_are_not_printed_are_no_part_of_words() -> None:
    (block,) = blocks("\ufeffChil\u00addren in\u200b care are safe.")
    assert block.text == "Children in care are safe."


def test_letters_that_were_lost_are_an_error_that_counts_them_and_names_the_line() -> None:
    document = read("The plan.\n\nThe coun\ufffdil of Wex\ufffdombe \uf06e.\n".encode())
    (notice,) = document.notices
    assert (notice.code, notice.level, notice.line) == ("text-unreadable", "error", 3)
    assert "2 letters" in notice.message
    assert read("\uf06e The plan of the council.\n".encode()).notices == ()
