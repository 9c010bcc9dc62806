"""Furniture is known by what it says: what only stands where furniture stands is left out."""

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.ledger.furniture import Furniture
from ingest.ledger.record_words import spelt
from ingest.ledger.texts import Text, texts_of
from inspections.vocabulary import FurnitureKind

STRANGE = "Copper kettles whistle softly while seven bakers carry flour."


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, page: int = 1, **values) -> Block:
    """A block of a page."""
    return Block(kind, text, values.pop("orig", text), Place(page), **values)


def table(*rows: tuple[str, ...]) -> Block:
    """A table."""
    return block("", BlockKind.TABLE, rows=tuple(TableRow(tuple(TableCell((c,)) for c in row)) for row in rows))


def sort(blocks, headings: str = "", orders=None):
    """The kinds of the texts of blocks, as if none were in a record."""
    texts = [(words, place, one) for one in blocks for words, place in texts_of(one)]
    numbered = [Text(*text, order) for order, text in zip(orders or range(len(texts)), texts, strict=True)]
    return Furniture(blocks).sort(numbered, headings)


def one(text: str):
    """The kind of a text that stands alone."""
    return sort([block(text)])[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Inspection dates:", FurnitureKind.LABEL),
        ("Key judgement", FurnitureKind.LABEL),
        ("By when?", FurnitureKind.LABEL),
        ("Lead by the kettles", None),
        ("Lead inspector", FurnitureKind.LABEL),
        ("Dear Ms Grey", FurnitureKind.LETTER),
        ("T: 0300 000 0000", FurnitureKind.LETTER),
        ("grey@example.org", FurnitureKind.LETTER),
        ("Gull House, Harbour Way, Wexcombe WX1 2AB", FurnitureKind.LETTER),
        ("Team inspectors: Ada Grey, Ben Moor and Cleo Fenn", FurnitureKind.PEOPLE),
        ("Ada Grey OBE, Chief Executive, Wexcombe Council", FurnitureKind.PEOPLE),
        ("Care Quality Commission", FurnitureKind.PEOPLE),
        ("This executive summary should be read alongside the rest.", FurnitureKind.STANDARD),
        ("You may reuse this information (not including logos) as you like.", FurnitureKind.IMPRINT),
        ("© Crown copyright 2031", FurnitureKind.IMPRINT),
    ],
)
def test_known_words_are_furniture(text, kind):
    assert one(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        STRANGE,
        "Inspection dates were moved because the harbour froze.",
        "Lead inspectors carry flour.",
        "Judgements about kettles are hard.",
        f"This executive summary should be read alongside the rest. {STRANGE * 6}",
        "Ada Grey, the director of the harbour, sings; nobody listens.",
        "Contents of kettles",
    ],
)
def test_a_text_that_only_begins_alike_is_none(text):
    assert one(text) is None


def test_running_lines_stand_on_several_pages():
    running = [block(f"Inspection of Wexcombe {page}", BlockKind.FURNITURE, page) for page in (1, 2)]
    alone = block("Seven bakers sing", BlockKind.FURNITURE, 2)
    number = block("Page 2 of 9", BlockKind.FURNITURE, 2)
    assert sort([*running, alone, number]) == [*[FurnitureKind.RUNNING] * 2, None, FurnitureKind.RUNNING]


@pytest.mark.parametrize(
    ("orig", "marker", "kind"),
    [
        ("bakers1 sing", "1", FurnitureKind.FOOTNOTE),
        ("they sing.1", "1", FurnitureKind.FOOTNOTE),
        ("bakers³ sing", "³", FurnitureKind.FOOTNOTE),
        ("bakers sing", "1", None),
        ("bakers2 sing", "1", None),
        ("11 bakers sing", "1", None),
    ],
)
def test_a_footnote_is_called_by_its_figure(orig, marker, kind):
    text = block("bakers sing", orig=orig)
    note = block(STRANGE, BlockKind.FOOTNOTE, marker=marker)
    assert sort([text, note])[1] is kind


def test_what_a_browser_prints_around_a_page_stands_on_it_once():
    head = [block(text, BlockKind.FURNITURE) for text in ("28/11/2026, 10:00", "Agenda item")]
    address = block("https://wexcombe.example/item", BlockKind.FURNITURE)
    assert sort([*head, address]) == [FurnitureKind.RUNNING] * 3
    assert sort(head) == [None, None]
    assert sort([*head, block(address.text, BlockKind.FURNITURE, page=2)])[:2] == [None, None]


def test_standard_text_that_breaks_off_goes_on_with_the_next_text():
    lines = [
        block("You may reuse this information (without its logos) free of charge in any"),
        block("format or medium that you like."),
        block(STRANGE),
    ]
    assert sort(lines) == [FurnitureKind.IMPRINT, FurnitureKind.IMPRINT, None]
    assert sort(lines, orders=(1, 9, 10))[1] is None


def test_a_list_of_contents_has_headings_and_figures():
    headings = spelt("Being healthy")
    entries = [block("Contents"), block("Being healthy"), block("Staying safe 12"), block("13"), block(STRANGE)]
    assert sort(entries, headings) == [*[FurnitureKind.CONTENTS] * 4, None]
    assert sort(entries[1:2], headings) == [None]


@pytest.mark.parametrize(
    ("rows", "headings", "is_contents"),
    [
        ((("Part", "Page"), ("Kettles", "1"), ("Flour", "2"), ("Tea", "5")), "", True),
        ((("Kettles", "1"), ("Flour", "2"), ("Tea", "5")), spelt("Kettles") + spelt("Flour"), True),
        ((("Kettles", "1"), ("Flour", "2"), ("Tea", "5")), "", False),
        ((("Part", "Page"), ("Kettles", "9"), ("Flour", "2"), ("Tea", "5")), "", False),
    ],
)
def test_a_table_of_headings_and_pages_is_a_list_of_contents(rows, headings, is_contents):
    assert set(sort([table(*rows)], headings)) == ({FurnitureKind.CONTENTS} if is_contents else {None})


def test_the_row_that_heads_a_table_is_known_by_its_words():
    cells = sort([table(("Ref", "Action", "By When"), ("K7", "Boil water", "Noon"))])
    assert cells == [*[FurnitureKind.LABEL] * 3, None, None, None]
    assert sort([table(("Kettle", "Flour"), ("Tea", "Milk"))])[0] is None


def test_names_and_offices_stand_around_a_letter():
    letter = ["Ada Grey", "Gull Bakery", "Dear Ms Grey", STRANGE, "Yours sincerely", "Ben Moor", "Harbour Master"]
    kinds = sort([block(line) for line in letter])
    assert kinds == [*[FurnitureKind.LETTER] * 3, None, *[FurnitureKind.LETTER] * 3]
    assert sort([block("Ben Moor"), block(STRANGE)]) == [None, None]


def test_a_sentence_behind_a_signature_is_no_name():
    assert sort([block("Yours sincerely"), block("Ben Moor"), block(STRANGE), block("Cleo Fenn")])[2:] == [None, None]


@pytest.mark.parametrize(
    ("kind", "found"),
    [(BlockKind.FURNITURE, FurnitureKind.RUNNING), (BlockKind.FOOTNOTE, FurnitureKind.FOOTNOTE)],
)
def test_a_file_without_pages_is_believed_what_it_says_of_its_furniture(kind, found):
    of_file = Block(kind, STRANGE, STRANGE, Place(where="footer"))
    assert sort([of_file]) == [found]
    assert sort([block(STRANGE, kind)]) == [None]


def test_the_heading_of_a_section_is_printed_again_on_each_page_of_a_table():
    rows = table(("Areas for kettles",), (STRANGE,))
    assert sort([rows], spelt("Areas for kettles")) == [FurnitureKind.LABEL, None]
    assert sort([rows]) == [None, None]


def test_a_heading_that_runs_over_the_page_is_furniture_of_it():
    running = block("Areas for kettles", BlockKind.FURNITURE, 3)
    assert (sort([running], spelt("Areas for kettles")), sort([running])) == ([FurnitureKind.RUNNING], [None])


def test_the_head_of_a_table_may_run_over_the_page():
    rows = table(("Bakers", "Areas for kettles"), (STRANGE, STRANGE))
    running = block("Bakers Areas for kettles", BlockKind.FURNITURE, 3)
    assert sort([rows, running])[-1] is FurnitureKind.RUNNING
    assert sort([running]) == [None]
