"""Blocks from the lines of a text file, by what stands in each line."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.readers.text_blocks import blocks_of
from ingest.readers.text_lines import source_lines


def blocks(text: str) -> list[Block]:
    return list(blocks_of(source_lines(text)))


def rows(block: Block) -> list[tuple[str, ...]]:
    return [row.texts for row in block.rows]


class TestTables:
    def test_lines_with_tabs_are_rows(self) -> None:
        (table,) = blocks("Judgement\tGrade\nCare **leavers**\tGood\u00b9")
        assert (table.kind, rows(table)) == (BlockKind.TABLE, [("Judgement", "Grade"), ("Care leavers", "Good")])
        assert table.text == table.orig == "Judgement\tGrade\nCare leavers\tGood"
        assert (table.place, table.rows[1].place, table.rows[1].cells[0].place) == (Place(line=1), *[Place(line=2)] * 2)

    def test_a_tab_at_an_end_makes_a_row_under_other_rows_only(self) -> None:
        assert [block.kind for block in blocks("Staff\t")] == [BlockKind.PARAGRAPH]
        (table,) = blocks("a\tb\nStaff\t")
        assert rows(table) == [("a", "b"), ("Staff", "")]

    def test_a_blank_line_and_a_line_without_tab_end_a_table(self) -> None:
        assert [rows(block) for block in blocks("a\tb\n\nc\td")] == [[("a", "b")], [("c", "d")]]
        assert [block.kind for block in blocks("a\tb\nStaff know.\nc\td")] == ["table", "paragraph", "table"]

    def test_framed_text_under_a_row_is_no_row(self) -> None:
        table, framed = blocks("a\tb\n<p>Staff know.</p>\t")
        assert (table.kind, framed.kind, framed.boxed) == (BlockKind.TABLE, BlockKind.PARAGRAPH, True)

    def test_the_rule_under_a_header_is_left_out(self) -> None:
        (table,) = blocks("a\tb\n---\t---\nc\td")
        assert rows(table) == [("a", "b"), ("c", "d")]

    def test_frames_in_a_cell_are_its_paragraphs(self) -> None:
        (table,) = blocks("<p>Help</p><p></p><p>Care\tGood")
        assert [cell.paragraphs for cell in table.rows[0].cells] == [("Help", "Care"), ("Good",)]


class TestFurnitureAndNotes:
    @pytest.mark.parametrize(
        "text",
        [
            "----",
            "===",
            " 12 ",
            "Page 3 of 12",
            "page 4",
            "This page is intentionally left blank.",
            "This page has been left blank",
        ],
    )
    def test_rules_page_numbers_and_blank_pages_are_furniture(self, text: str) -> None:
        (block,) = blocks(text)
        assert (block.kind, block.text) == (BlockKind.FURNITURE, text.strip())

    @pytest.mark.parametrize("text", ["1234", "12 children", "Page", "This page is intentionally left blank for now"])
    def test_other_text_is_none(self, text: str) -> None:
        assert blocks(text)[0].kind is BlockKind.PARAGRAPH

    def test_a_raised_figure_in_front_opens_a_footnote(self) -> None:
        (note,) = blocks(" \u00b9\u00b2 Set up in **law**.")
        assert (note.kind, note.marker, note.text) == (BlockKind.FOOTNOTE, "\u00b9\u00b2", "Set up in law.")


class TestFrames:
    def test_framed_text_is_boxed_and_a_heading_when_it_is_short_and_no_sentence(self) -> None:
        found = blocks(f"<p>Summary</p><p></p><p>They know.</p><p>{'x' * 60}</p><p>{'x' * 61}")
        assert [(block.kind, block.boxed) for block in found] == [
            (BlockKind.HEADING, True),
            (BlockKind.PARAGRAPH, True),
            (BlockKind.HEADING, True),
            (BlockKind.PARAGRAPH, True),
        ]


class TestItems:
    @pytest.mark.parametrize(
        ("text", "marker", "level"),
        [
            ("- visits", "-", 1),
            (" - visits", "-", 2),
            ("\t\u2022visits", "\u2022", 2),
            ("o visits", "o", 1),
            ("\u2022 a) visits", "a)", 1),
        ],
    )
    def test_bullets_open_items_and_an_indent_nests_them(self, text: str, marker: str, level: int) -> None:
        (block,) = blocks(text)
        assert (block.kind, block.text, block.marker, block.level) == (BlockKind.ITEM, "visits", marker, level)

    @pytest.mark.parametrize(("text", "number"), [("1005. Visits are made.", "1005"), ("2014. Visits are made.", None)])
    def test_a_number_above_999_is_one_unless_it_may_be_a_year(self, text: str, number: str | None) -> None:
        (block,) = blocks(text)
        assert block.number == number

    def test_a_number_behind_a_bullet_is_a_paragraph(self) -> None:
        (block,) = blocks("- 3.14 Visits are made.")
        assert (block.kind, block.number, block.marker, block.level) == (BlockKind.PARAGRAPH, "3.14", "3.14", 1)

    def test_a_letter_opens_an_item(self) -> None:
        (block,) = blocks("(ii) visits")
        assert (block.kind, block.text, block.marker, block.level) == (BlockKind.ITEM, "visits", "(ii)", 1)

    @pytest.mark.parametrize("marker", ["2)", "(12)"])
    def test_a_number_in_brackets_opens_an_item(self, marker: str) -> None:
        (block,) = blocks(f"{marker} visits")
        assert (block.kind, block.text, block.marker, block.number) == (BlockKind.ITEM, "visits", marker, None)

    def test_bold_text_is_no_bullet(self) -> None:
        (block,) = blocks("**Summary**")
        assert (block.kind, block.text, block.bold) == (BlockKind.PARAGRAPH, "Summary", True)


class TestParagraphs:
    @pytest.mark.parametrize(
        ("text", "number", "marker", "rest"),
        [
            ("19. Staff know.", "19", "19.", "Staff know."),
            ("19.Staff know.", "19", "19.", "Staff know."),
            ("1.3.2. Staff know.", "1.3.2", "1.3.2.", "Staff know."),
            ("**3. Staff know.**", "3", "3.", "Staff know."),
            ("7. ", "7", "7.", ""),
        ],
    )
    def test_a_number_in_front_is_taken_off(self, text: str, number: str, marker: str, rest: str) -> None:
        (block,) = blocks(text)
        assert (block.kind, block.number, block.marker, block.text, block.level) == (
            BlockKind.PARAGRAPH,
            number,
            marker,
            rest,
            0,
        )

    def test_all_else_is_prose_with_its_place(self) -> None:
        (block,) = blocks("\n\fStaff **know**.")
        assert (block.kind, block.text, block.orig) == (BlockKind.PARAGRAPH, "Staff know.", "Staff **know**.")
        assert (block.place, block.bold, block.number) == (Place(2, 2), False, None)
