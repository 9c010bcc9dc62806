"""The parts of the PDF layout that decide alone: markers, margins of numbers, grids, coverage, furniture."""

from collections import Counter

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.page.coverage import check_words, printed_words
from ingest.page.furniture import find_furniture
from ingest.page.lines import make_line, make_lines
from ingest.page.lists import MarkerKind, find_marker, number_margins
from ingest.page.words import PrintedWord
from ingest.readers import read
from tests.press import Press


def word(text, x0=72.0, top=100.0, size=12.0, width=None, **more):
    return PrintedWord(text, x0, top, x0 + (width or 6.0 * len(text)), top + size, size, False, **more)


def words(*pairs):
    return [word(text, x0) for text, x0 in pairs]


@pytest.mark.parametrize(
    ("given", "kind", "number", "text"),
    [
        (words(("19.", 72), ("Staff", 99)), MarkerKind.NUMBER, "19", "Staff"),
        (words(("3.14", 72), ("Staff", 110)), MarkerKind.NUMBER, "3.14", "Staff"),
        (words(("7", 72), (".", 79), ("Staff", 99)), MarkerKind.NUMBER, "7", "Staff"),
        (words(("12.The", 72), ("staff", 120)), MarkerKind.NUMBER, "12", "The staff"),
        (words(("\uf06e", 72), ("Staff", 90)), MarkerKind.BULLET, None, "Staff"),
        (words(("\x83", 72), ("Staff", 90)), MarkerKind.BULLET, None, "Staff"),
        (words(("–", 72), ("staff", 90)), MarkerKind.BULLET, None, "staff"),
        (words(("o", 72), ("staff", 90)), MarkerKind.BULLET, None, "staff"),
        (words(("a)", 72), ("staff", 95)), MarkerKind.LETTER, None, "staff"),
    ],
)
def test_markers_in_all_their_forms(given, kind, number, text):
    marker = find_marker(given)
    assert marker is not None
    assert (marker.kind, marker.number, marker.text) == (kind, number, text)


@pytest.mark.parametrize(
    "given",
    [
        words(("2015", 72), ("was", 99)),
        words(("2015.", 72), ("Staff", 110)),
        words(("5", 72), ("children", 82)),
        words(("–", 72), ("and", 80)),
        words(("1.5%", 72), ("of", 110)),
        words(("18.", 72)),
    ],
)
def test_what_only_looks_like_a_marker_is_none(given):
    assert find_marker(given) is None


def test_the_hanging_indent_of_a_busy_margin_is_no_margin():
    markers = [find_marker(words((f"{n}.", 72), ("Staff", 99))) for n in range(1, 12)]
    markers.append(find_marker(words(("18.", 99), ("This", 120))))
    margins = number_margins(markers)
    assert margins == (72,)


def test_two_margins_of_their_own_are_both_margins():
    markers = [find_marker(words((f"{n}.", 72), ("Staff", 99))) for n in range(1, 5)]
    markers += [find_marker(words((f"{n}.", 86), ("Staff", 113))) for n in range(5, 9)]
    assert sorted(number_margins(markers)) == [72, 86]


def test_a_small_figure_above_the_line_is_left_out_of_the_text_but_not_of_the_original():
    line = make_line(1, [word("Board", 72), word("1", 102, top=99, size=7, glued=True)])
    assert (line.text, line.orig) == ("Board", "Board1")


def test_a_small_figure_on_the_line_is_text():
    line = make_line(1, [word("Grade", 72, size=14), word("4", 115, top=103, size=10)])
    assert line.text == "Grade 4"


def test_the_large_page_number_does_not_glue_two_small_lines_together():
    small = [word("Wexcombe", 72, top=800, size=8), word("May", 72, top=810, size=8)]
    large = word("12", 500, top=799, size=20)
    assert [line.orig for line in make_lines(1, [*small, large])] in (
        ["Wexcombe", "12", "May"],
        ["Wexcombe", "May", "12"],
    )


def test_a_page_number_high_on_the_page_counts_when_it_counts_the_pages():
    pages = []
    for number, text in enumerate(("Staff", "Plans", "Carers"), 1):
        body = make_line(number, [word(text, 72, top=400)])
        pages.append((842.0, [body, make_line(number, [word(str(number), 290, top=720)])]))
    assert len(find_furniture(pages)) == 3


def test_the_first_line_of_many_pages_is_running_matter_wherever_it_stands():
    def pages(*texts):
        return [
            (842.0, [make_line(n, [word("Wexcombe", 72, top=150)]), make_line(n, [word(text, 72, top=400)])])
            for n, text in enumerate(texts, 1)
        ]

    assert len(find_furniture(pages("Staff", "Plans", "Carers"))) == 3
    assert find_furniture(pages("Staff", "Plans")) == set()


def block(orig):
    return Block(BlockKind.PARAGRAPH, orig, orig, Place(1))


def test_words_that_are_all_kept_give_no_notice_however_they_are_parted():
    assert (
        check_words(
            printed_words("The board meets\r\nwell-\x02known"), [block("The board"), block("meets well--known")]
        )
        is None
    )
    assert check_words(Counter({"Board1": 1}), [block("Board 1")]) is None


def test_words_lost_and_words_doubled_are_named():
    lost = check_words(printed_words("The board meets"), [block("The board")])
    assert lost is not None
    assert lost.code == "words-lost"
    assert "meets" in lost.message
    assert check_words(printed_words("The board"), [block("The board"), block("board")]) is not None


def test_prose_behind_a_list_of_items_of_a_line_each_is_none_of_it():
    press = Press()
    press.text("Partners meet each week in the town hall of Wexcombe, and what they have agreed there is written down.")
    items = [
        f"The {word} visits to families are now made in the week that was agreed." for word in ("first", "next", "last")
    ]
    for text in items:
        press.item(text)
    press.text("Leaders know all this and have begun to say so in what they write of it.")
    blocks = [block for block in read(press.bytes()).blocks if block.kind is not BlockKind.FURNITURE]
    assert [block.text for block in blocks][1:] == [
        *items,
        "Leaders know all this and have begun to say so in what they write of it.",
    ]
