"""The blocks of a document from its pages: tables and paragraphs over page breaks, notes and furniture behind them."""

from ingest.blocks import Block, BlockKind
from ingest.page.composition import compose
from ingest.page.headings import BodyType
from ingest.page.layout import PageLayout, SheetWords, lay_out
from ingest.page.lines import PrintedLine, make_line
from ingest.page.tables import DrawnLine
from tests.ingest.page.words import line, row, word

BODY = BodyType(size=12, leading=1.2, right=522)
FULL = "Leaders know the services of the town well and have a plan for each of them"


def page(number: int, *items: PrintedLine, notes: tuple[PrintedLine, ...] = (), footer: str = "") -> PageLayout:
    furniture = [line(footer, top=800, page=number)] if footer else []
    return PageLayout(number, 842, list(items), list(notes), furniture)


def with_table(number: int, who: str, what: str, top: float = 300, *words: str) -> PageLayout:
    """A page with a table of one row, and lines under it."""
    drawn = [DrawnLine(x, top, x, top + 40) for x in (70, 200, 400)]
    drawn += [DrawnLine(70, y, 400, y) for y in (top, top + 40)]
    below = [given for n, text in enumerate(words) for given in row(text, 72, top + 60 + 30 * n)]
    printed = [*row(who, 80, top + 10), *row(what, 210, top + 10), *below]
    return lay_out(SheetWords(number, 842, printed, drawn))


def shown(*pages: PageLayout) -> list[str]:
    return [block.text.replace("\t", "/").replace("\n", "//") for block in compose(pages, BODY)]


def test_a_paragraph_goes_on_behind_the_notes_and_furniture_of_its_page() -> None:
    first = page(1, line(FULL, top=700), notes=(line("1 Set up", top=760, size=9),), footer="Wexcombe")
    assert shown(first, page(2, line("and for all others.", page=2))) == [
        f"{FULL} and for all others.",
        "Set up",
        "Wexcombe",
    ]


def test_a_table_waits_for_its_rest_and_what_is_aside_waits_with_it() -> None:
    first, second = with_table(1, "Council", "Plan"), with_table(2, "Board", "Meet", 100, "They know.")
    first.furniture = [line("Wexcombe", top=800)]
    assert shown(first, second) == ["Council/Plan//Board/Meet", "Wexcombe", "They know."]


def test_a_table_that_nothing_continues_stands_before_what_follows() -> None:
    first = with_table(1, "Council", "Plan")
    first.furniture = [line("Wexcombe", top=800)]
    assert shown(first, page(2, line("They know.", page=2))) == ["Council/Plan", "Wexcombe", "They know."]
    assert shown(first, page(2), with_table(3, "Board", "Meet")) == ["Council/Plan", "Wexcombe", "Board/Meet"]


def test_the_last_table_of_a_document_is_kept_with_what_is_aside() -> None:
    last = with_table(1, "Council", "Plan")
    last.furniture = [line("Wexcombe", top=800)]
    assert shown(last) == ["Council/Plan", "Wexcombe"]


def test_footnotes_are_blocks_without_their_figure() -> None:
    notes = (
        line("1 Set up well-", top=700, size=9),
        line("known law", top=712, size=9),
        line("22 Of 2019", top=724, size=9),
    )
    first, second, furniture = compose([page(1, notes=notes, footer="Wexcombe")], BODY)
    assert (first.kind, first.marker, first.text) == (BlockKind.FOOTNOTE, "1", "Set up well-known law")
    assert (first.orig, first.size, first.page, len(first.place.boxes)) == ("1 Set up well-\nknown law", 9, 1, 2)
    assert (second.marker, second.text) == ("22", "Of 2019")
    assert (furniture.kind, furniture.orig, furniture.size) == (BlockKind.FURNITURE, "Wexcombe", 12)


def test_a_note_without_figure_has_no_marker() -> None:
    (note,) = compose([page(1, notes=(line("Set up", size=9),))], BODY)
    assert (note.marker, note.text) == ("", "Set up")


def test_lines_of_contents_are_a_table_among_the_others() -> None:
    entries = [
        make_line(1, [*row(heading, top=100 + 20 * n), word(str(n + 1), 500, 100 + 20 * n)])
        for n, heading in enumerate(("Summary", "Findings", "About us"))
    ]
    around = page(1, line("Wexcombe", top=60), *entries, line("They know.", top=300))
    blocks = compose([around], BODY)
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert [block.text for block in blocks][::2] == ["Wexcombe", "They know."]


def levels(*lines: PrintedLine) -> list[tuple[str, int]]:
    def level(block: Block) -> tuple[str, int]:
        return block.text, block.level

    return [level(block) for block in compose([page(1, *lines)], BODY)]


def test_headings_have_the_level_of_their_type() -> None:
    assert levels(
        line("Wexcombe", top=100, size=26),
        line("Findings", top=150, bold=True),
        line("They know.", top=200),
        line("Summary", top=250, size=26),
    ) == [("Wexcombe", 1), ("Findings", 2), ("They know.", 0), ("Summary", 1)]
