"""What stands on a page: lines and grids from the top down, footnotes and furniture apart."""

from ingest.blocks import Box
from ingest.page.frames import RuledTable
from ingest.page.headings import BodyType
from ingest.page.layout import PageLayout, SheetWords, lay_out, set_furniture_apart, set_notes_apart
from ingest.page.lines import PrintedLine
from ingest.page.tables import DrawnLine
from ingest.page.turns import Turn
from ingest.page.words import PrintedWord
from tests.ingest.page.words import line, row

BODY = BodyType(size=12)


def box(x0: float, top: float, x1: float, bottom: float, *xs: float) -> list[DrawnLine]:
    """A box with further upright lines in it."""
    upright = [DrawnLine(x, top, x, bottom) for x in (x0, x1, *xs)]
    return [*upright, DrawnLine(x0, top, x1, top), DrawnLine(x0, bottom, x1, bottom)]


def laid_out(words: list[PrintedWord], drawn: list[DrawnLine]) -> PageLayout:
    return lay_out(SheetWords(3, 842, words, drawn))


WORDS = [*row("Below", top=400), *row("Above", top=80), *row("Help", 80, 310), *row("Good", 210, 310)]
TABLE = box(70, 300, 400, 340, 200)


def shown(page: PageLayout) -> list[str]:
    return [
        item.text if isinstance(item, PrintedLine) else "/".join(c.text for r in item.rows for c in r)
        for item in page.items
    ]


def test_lines_and_grids_come_from_the_top_down() -> None:
    page = laid_out(WORDS, TABLE)
    assert shown(page) == ["Above", "Help/Good", "Below"]
    assert (page.number, page.height, page.items[0].page) == (3, 842, 3)


def test_two_grids_have_the_lines_between_them() -> None:
    words = [*WORDS, *row("Last", 80, 460)]
    assert shown(laid_out(words, [*TABLE, *box(70, 450, 400, 490)])) == ["Above", "Help/Good", "Below", "Last"]


def test_a_grid_without_words_parts_nothing() -> None:
    page = laid_out([*row("Above", top=80), *row("Below", top=400)], TABLE)
    assert shown(page) == ["Above", "Below"]


def test_the_lines_of_a_page_with_and_without_those_in_cells() -> None:
    framed = [*row("Framed", 80, 610), *WORDS]
    page = laid_out(framed, [*TABLE, *box(70, 600, 400, 640)])
    assert [given.text for given in page.lines] == ["Above", "Below"]
    assert [given.text for given in page.running_lines] == ["Above", "Below", "Framed"]
    assert [given.text for given in page.all_lines] == ["Above", "Help", "Good", "Below", "Framed"]


def test_furniture_moves_out_of_the_items() -> None:
    pages = [
        PageLayout(n, 842, [line("Staff" * n, top=400, page=n), line("Wexcombe", top=800, page=n)]) for n in (1, 2)
    ]
    set_furniture_apart(pages)
    assert [[given.text for given in page.furniture] for page in pages] == [["Wexcombe"], ["Wexcombe"]]
    assert [shown(page) for page in pages] == [["Staff"], ["StaffStaff"]]


class TestNotes:
    def notes(self, *lines: PrintedLine) -> tuple[list[str], list[str]]:
        page = PageLayout(1, 842, list(lines))
        set_notes_apart(page, BODY)
        return shown(page), [given.text for given in page.notes]

    def test_small_lines_at_the_foot_are_notes_from_the_first_figure_on(self) -> None:
        small = [
            line("source: town", top=700, size=10),
            line("1 Set up", top=712, size=10),
            line("in law", top=724, size=10),
        ]
        assert self.notes(line("Staff know."), *small) == (["Staff know.", "source: town"], ["1 Set up", "in law"])

    def test_a_few_much_smaller_lines_low_under_the_text_are_a_note_that_lost_its_figure(self) -> None:
        text = [line("Staff know.", top=100 + 20 * n) for n in range(6)]
        assert self.notes(*text, line("Set up in law", top=700, size=10))[1] == ["Set up in law"]
        assert self.notes(*text, line("Set up in law", top=700, size=11))[1] == []
        assert self.notes(*text, line("Set up in law", top=300, size=10))[1] == []
        assert self.notes(*text, *(line("Set up", top=600 + 12 * n, size=10) for n in range(6)))[1] == []
        assert self.notes(line("Set up in law", top=700, size=10))[1] == []

    def test_labels_at_the_foot_of_a_cover_are_no_note(self) -> None:
        title = [line("Progress in Wexcombe", top=100 + 20 * n, size=18) for n in range(3)]
        names = [line("Ofsted", top=500 + 20 * n) for n in range(5)]
        assert self.notes(*title, *names, line("Published: 3 July 2009", top=700, size=10))[1] == []

    def test_the_value_of_a_label_is_no_note_though_it_begins_with_a_figure(self) -> None:
        cover = [line("Inspection dates:", top=700, size=10), line("9 to 20 May 2011", x0=260, top=701, size=10)]
        assert self.notes(line("Staff know."), *cover)[1] == []
        assert self.notes(line("Staff know."), *cover, line("1 Set up", top=760, size=10))[1] == ["1 Set up"]
        assert self.notes(line("Staff know."), line("Dates", top=700, size=10), *cover[1:])[1] == ["9 to 20 May 2011"]

    def test_a_sign_stands_for_the_figure_of_a_note(self) -> None:
        assert self.notes(line("Staff know."), line("*Set up in law", top=700, size=11))[1] == ["*Set up in law"]

    def test_only_what_stands_at_the_foot_counts(self) -> None:
        above = line("1 Set up", top=80, size=10)
        assert self.notes(above, line("Staff know.")) == (["1 Set up", "Staff know."], [])

    def test_a_note_is_nine_tenths_of_a_point_smaller_than_the_body(self) -> None:
        assert self.notes(line("1 Set up", top=700, size=11.1))[1] == ["1 Set up"]
        assert self.notes(line("1 Set up", top=700, size=11.2))[1] == []

    def test_a_table_at_the_foot_ends_the_notes(self) -> None:
        page = laid_out(WORDS[2:3] + row("1 Set up", top=200, size=10), box(70, 300, 400, 340))
        set_notes_apart(page, BODY)
        assert page.notes == []


class TestSides:
    """Text on its side, stamps and numbers of lines."""

    TURN = Turn(1, 842, 595)

    def test_a_line_on_its_side_stands_in_its_cell_or_after_the_text(self) -> None:
        inside = row("Lead", 270, 215)
        page = lay_out(SheetWords(1, 595, WORDS, TABLE, asides=[(self.TURN, inside)]))
        assert shown(page) == ["Above", "Help/Good Lead", "Below"]
        page = lay_out(SheetWords(1, 595, WORDS, asides=[(self.TURN, inside)]))
        assert shown(page)[-1] == "Lead"
        assert page.lines[-1].box == Box(1, 215, 301, 227, 325)

    def test_a_line_on_its_side_beside_the_text_is_furniture(self) -> None:
        page = lay_out(SheetWords(1, 595, WORDS, asides=[(self.TURN, row("Copy", 270, 20))]))
        assert "Copy" not in shown(page)
        set_furniture_apart([page])
        assert [line.text for line in page.furniture] == ["Copy"]

    def test_the_lines_and_tables_of_a_turned_page_have_the_places_that_are_shown(self) -> None:
        page = lay_out(SheetWords(1, 842, WORDS, TABLE, Turn(1, 842, 595)))
        above, table, _ = page.items
        assert isinstance(above, PrintedLine)
        assert isinstance(table, RuledTable)
        assert above.box == Box(1, 80, 493, 92, 523)
        assert table.boxes == [Box(1, 300, 195, 340, 525)]
        assert table.rows[0][0].lines[0].box == Box(1, 310, 491, 322, 515)

    def test_overprint_is_furniture_and_stays_so(self) -> None:
        page = lay_out(SheetWords(1, 842, WORDS, overprint=[row("DRAFT", 200, 500)]))
        set_furniture_apart([page])
        assert "DRAFT" not in shown(page)
        assert [line.text for line in page.furniture] == ["DRAFT"]

    def test_running_lines_of_turned_pages_are_compared_in_the_frame_of_their_text(self) -> None:
        def sheet(number: int) -> SheetWords:
            return SheetWords(
                number, 595, row(f"Text {'x' * number}", 72, 300), asides=[(self.TURN, row("Foot", 72, 800))]
            )

        pages = [lay_out(sheet(number)) for number in (1, 2, 3)]
        set_furniture_apart(pages)
        assert [line.text for page in pages for line in page.lines] == ["Text x", "Text xx", "Text xxx"]
