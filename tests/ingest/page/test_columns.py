"""Prose in columns: where a page has them, in which order they are read, and where their lines stand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.page.columns import column_edge, page_lines
from ingest.page.flow import Flow
from ingest.page.headings import BodyType
from ingest.page.lines import PrintedLine
from ingest.page.rows import word_runs
from ingest.page.words import PrintedWord
from tests.ingest.page.words import row

LEFT, RIGHT = 60.0, 340.0
LINE = "and the words of it go on so far"
"""A line of prose, 192 points wide."""


def prose(name: str, count: int, x0: float, top: float = 100.0) -> list[PrintedWord]:
    """Lines of one paragraph, of which the first begins with a name."""
    first, *others = [f"{name} is {LINE}", *[f"{LINE} {at}" for at in range(2, count + 1)]]
    return [made for at, text in enumerate([first, *others]) for made in row(text, x0, top + 14 * at)]


def lines(words: list[PrintedWord]) -> list[PrintedLine]:
    runs = word_runs(words)
    return page_lines(1, runs, column_edge(runs))


def firsts(words: list[PrintedWord]) -> list[str]:
    """The first words of lines that begin no further line of a paragraph."""
    return [line.text.split()[0] for line in lines(words) if not line.text.startswith("and ")]


def paragraphs(words: list[PrintedWord]) -> list[str]:
    flow = Flow(BodyType(right=530.0))
    for line in lines(words):
        flow.add(line)
    return [block.text for block in flow.blocks()]


TWO = [*prose("Staff", 8, LEFT), *prose("Plans", 8, RIGHT, 107)]


def test_each_column_is_read_to_its_foot() -> None:
    made = lines(TWO)
    assert [line.text.split()[0] for line in made] == ["Staff", *["and"] * 7, "Plans", *["and"] * 7]


def test_a_line_across_the_gutter_parts_the_page() -> None:
    across = row("Carers of all who live here and of all the others who once did so", LEFT, 230)
    below = [*prose("Health", 8, LEFT, 260), *prose("Schools", 8, RIGHT, 267)]
    assert firsts([*TWO, *across, *below]) == ["Staff", "Plans", "Carers", "Health", "Schools"]


def test_a_short_heading_over_both_columns_parts_the_page_too() -> None:
    below = [*prose("Health", 8, LEFT, 270), *prose("Schools", 8, RIGHT, 277)]
    for heading in (row("Findings", LEFT, 240, bold=True), row("Findings", LEFT, 238, 14)):
        assert firsts([*TWO, *heading, *below]) == ["Staff", "Plans", "Findings", "Health", "Schools"]
    assert firsts([*TWO, *row("Findings", LEFT, 240), *below]) == ["Staff", "Findings", "Health", "Plans", "Schools"]


def test_a_heading_in_a_column_stays_there() -> None:
    left = [*prose("Staff", 4, LEFT), *row("Findings", LEFT, 165, bold=True), *prose("Health", 4, LEFT, 185)]
    assert firsts([*left, *prose("Plans", 12, RIGHT, 100)]) == ["Staff", "Findings", "Health", "Plans"]


def test_a_short_band_of_a_page_with_columns_has_them_too() -> None:
    across = row("Carers of all who live here and of all the others who once did so", LEFT, 230)
    below = [*prose("Health", 2, LEFT, 260), *prose("Schools", 2, RIGHT, 267)]
    assert firsts([*across, *below]) == ["Carers", "Health", "Schools"]
    made = lines([*TWO, *across, *below])
    assert [line.column is not None for line in made[-4:]] == [True] * 4


def test_three_columns_are_read_one_after_the_other() -> None:
    def narrow(name: str, x0: float, top: float) -> list[PrintedWord]:
        return [
            made
            for at in range(12)
            for made in row(f"{name} and so on" if not at else "words of it all", x0, top + 14 * at)
        ]

    made = lines([*narrow("Staff", 40, 100), *narrow("Plans", 220, 103), *narrow("Schools", 400, 106)])
    assert [line.text.split()[0] for line in made if line.text != "words of it all"] == ["Staff", "Plans", "Schools"]
    assert [line.box.x0 for line in made] == [40.0] * 12 + [220.0] * 12 + [400.0] * 12


def test_cells_that_begin_side_by_side_are_a_table() -> None:
    rows = [[*prose("Issue", 3, LEFT, top), *prose("Answer", 3, RIGHT, top)] for top in (100, 160, 220)]
    assert column_edge(word_runs([made for cells in rows for made in cells])) is None


def listed(*texts: str) -> list[PrintedWord]:
    """Twelve lines on each side, in turns of texts; no two of them begin side by side."""
    return [
        made
        for x0 in (LEFT, RIGHT)
        for at in range(12)
        for made in row(texts[at % len(texts)], x0, 100 + 14 * at + x0 / 100)
    ]


def test_lines_of_prose_go_on_within_sentences_end_near_an_edge_and_have_some_words() -> None:
    assert column_edge(word_runs(listed(LINE))) is not None
    assert column_edge(word_runs(listed(LINE.capitalize()))) is None
    assert column_edge(word_runs(listed("and the words", LINE, "and the words of", "and some of it"))) is None
    assert column_edge(word_runs(listed("administratively responsible"))) is None


def test_lists_of_short_lines_and_single_columns_have_none() -> None:
    names = [made for at in range(12) for x0 in (LEFT, RIGHT) for made in row("A name", x0, 100 + 14 * at + x0 / 100)]
    assert column_edge(word_runs(names)) is None
    wide = [made for at in range(20) for made in row(f"{LINE} {LINE} {LINE}", LEFT, 100 + 14 * at)]
    assert column_edge(word_runs(wide)) is None
    assert lines([]) == []


def test_a_paragraph_goes_on_at_the_head_of_the_next_column() -> None:
    right = [made for at in range(8) for made in row(LINE, RIGHT, 100 + 14 * at)]
    assert len(paragraphs([*prose("Staff", 8, LEFT), *right])) == 1
    assert [text.split()[0] for text in paragraphs(TWO)] == ["Staff", "Plans"]


def test_a_last_line_with_room_left_ends_its_paragraph() -> None:
    left = [*prose("Staff", 8, LEFT), *row("www", LEFT, 212)]
    right = [made for at in range(8) for made in row(LINE, RIGHT, 100 + 14 * at)]
    assert len(paragraphs([*left, *right])) == 2


def test_lines_are_compared_within_their_column_and_stand_where_they_are_printed() -> None:
    made = lines(TWO)
    assert {round(line.x0) for line in made} == {60}
    assert {line.box.x0 for line in made[8:]} == {340.0}
    assert {line.column.right for line in made if line.column} == {max(line.x1 for line in made)}


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(st.integers(0, 480), st.integers(0, 60), st.sampled_from(["a", "Staff", "of words", LINE])),
        max_size=60,
    )
)
def test_no_word_is_lost_or_read_twice_wherever_words_stand(places) -> None:
    words = [made for x0, at, text in places for made in row(text, x0, 13.0 * at)]
    printed = " ".join(line.orig for line in lines([*words, *TWO]))
    assert sorted(printed.replace(" ", "")) == sorted("".join(one.text for one in (*words, *TWO)))


def test_a_page_of_very_many_lines_is_not_searched() -> None:
    assert column_edge(word_runs([*prose("Staff", 290, LEFT), *prose("Plans", 290, RIGHT, 107)])) is not None
    assert column_edge(word_runs([*prose("Staff", 310, LEFT), *prose("Plans", 310, RIGHT, 107)])) is None
