"""Tables by the headings of their columns."""

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.structure.column_tables import Column, GridReader, header_of, join_cells, mend_rows

COLUMNS = (Column("key", r"ref"), Column("what", r"actions?"), Column("who", r"leads?"), Column("when", r"bywhen"))


def row(*texts):
    return TableRow(tuple(TableCell((text,) if text else ()) for text in texts), Place(line=1))


def table(*rows):
    return Block(BlockKind.TABLE, "", "", Place(line=1), rows=tuple(row(*texts) for texts in rows))


def read(*tables):
    reader = GridReader(COLUMNS, lambda record, _: bool(record.text("key")), "table")
    records, notices = reader.read([(t, "s1") for t in tables])
    return [[cell.text for _, cell in record.cells] for record in records], [notice.code for notice in notices]


def test_headings_with_broken_words_and_an_illegible_key_are_a_header():
    assert header_of(row("\u0153f 8", "Act ions", "Lead", "By\nWhen"), COLUMNS) == ("key", "what", "who", "when")
    assert header_of(row("1", "Train the leads", "Ann", "May"), COLUMNS) is None


def test_a_header_is_a_row_of_which_half_the_printed_headings_are_known():
    half = ("Ref", "Actions", "Lead", "Cost", "Risk", "Status")
    assert header_of(row(*half, ""), COLUMNS) is not None
    assert header_of(row(*half, "Budget"), COLUMNS) is None


def test_rows_that_go_on_after_a_page_are_joined_and_headers_printed_again_are_none():
    head = ("Ref", "Action", "Lead", "By when")
    rows, codes = read(
        table(head, ("1", "Train and", "Ann", "May")), table(head, ("", "coach", "", ""), ("2", "b", "c", "d"))
    )
    assert rows == [["1", "Train and coach", "Ann", "May"], ["2", "b", "c", "d"]]
    assert codes == []


def test_a_strip_that_is_printed_twice_is_left_out_with_a_notice():
    rows, codes = read(
        table(("Ref", "Action", "Lead", "By when"), ("1", "Train the team", "Ann", "May"), ("", "the team", "Ann", ""))
    )
    assert rows == [["1", "Train the team", "Ann", "May"]]
    assert codes == ["repeated-strip"]


def test_columns_in_another_order_and_unknown_ones_keep_their_place():
    rows, codes = read(table(("Action", "By when", "Ref", "Cost"), ("a", "May", "1", "5")))
    assert rows == [["a", "May", "1", "5"]]
    assert codes == ["unknown-column"]


def test_a_row_with_more_words_than_columns_is_not_read():
    rows, codes = read(table(("Ref", "Action", "Lead", "By when"), ("1", "a", "b", "c", "d")))
    assert rows == []
    assert codes == ["torn-row"]


def test_a_bracket_that_closes_in_the_next_row_is_doubted():
    _, codes = read(table(("Ref", "Action", "Lead", "By when"), ("1", "a (see", "b", "c"), ("2", "above) d", "e", "f")))
    assert codes == ["torn-cell"]


def test_halves_of_a_row_are_mended_through_a_cell_or_between_cells():
    through, changed = mend_rows([row("1", "Train the"), row("team", "Ann", "May")], 4)
    assert [r.texts for r in through] == [("1", "Train the team", "Ann", "May")]
    assert len(changed) == 1
    between, _ = mend_rows([row("1", "Train"), row("Ann", "May")], 4)
    assert [r.texts for r in between] == [("1", "Train", "Ann", "May")]
    whole, none = mend_rows([row("1", "a", "b", "c"), row("2", "a", "b", "c")], 4)
    assert len(whole) == 2
    assert none == ()


def test_a_sentence_goes_on_over_two_halves_of_a_cell_and_an_item_begins_anew():
    first, rest = TableCell(("Visit", "Plan for")), TableCell(("each child", "Train"))
    assert join_cells(first, rest).paragraphs == ("Visit", "Plan for each child", "Train")
    listed = join_cells(TableCell(("Visit", "Plan"), items=(0, 1)), TableCell(("Train", "Meet"), items=(0, 1)))
    assert (listed.paragraphs, listed.items) == (("Visit", "Plan", "Train", "Meet"), (0, 1, 2, 3))
    going_on = join_cells(TableCell(("Visit", "Plan for"), items=(0, 1)), TableCell(("all", "Train"), items=(1,)))
    assert (going_on.paragraphs, going_on.items) == (("Visit", "Plan for all", "Train"), (0, 1, 2))
