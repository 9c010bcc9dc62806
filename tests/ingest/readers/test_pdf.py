"""The reader of PDFs on made-up documents: what is printed where decides what a block is."""

from io import BytesIO

import pypdfium2
import pytest

from ingest.blocks import BlockKind
from ingest.readers import read
from ingest.readers.pdf import MEDIA_TYPE
from inspections.notice_codes import NoticeCode
from tests.builders_pdf import HEIGHT, Sheet, pdf
from tests.press import Press


def blocks_of(*pages, kind=None):
    blocks = read(pdf(*pages)).blocks
    return [block for block in blocks if kind is None or block.kind is kind]


def texts(blocks):
    return [block.text for block in blocks]


def prose(sheet: Sheet) -> None:
    """A paragraph in the type of the body, so that other type can be told from it."""
    sheet.lines(
        "Leaders in Wexcombe know their services well and they have a plan for each of",
        "them. Staff say that their managers listen, and that the work is planned with care",
        "so that families are seen in good time.",
    )


def test_a_document_tells_what_it_is_and_counts_its_pages():
    document = read(pdf(prose, prose))
    assert (document.media_type, document.pages, document.notices) == (MEDIA_TYPE, 2, ())
    assert document.reader.startswith("pdf/")


def test_a_pdf_is_known_by_its_first_kilobyte_and_by_nothing_else():
    assert read(b"\n" * 400 + pdf(prose)).media_type == MEDIA_TYPE


def test_lines_of_a_paragraph_are_one_block_with_a_box_for_each_line():
    (block,) = blocks_of(prose)
    assert block.kind is BlockKind.PARAGRAPH
    assert block.text.startswith("Leaders in Wexcombe")
    assert block.text.endswith("in good time.")
    assert "\n" not in block.text
    assert block.orig.count("\n") == 2
    assert [box.page for box in block.place.boxes] == [1, 1, 1]
    first = block.place.boxes[0]
    assert first.x0 == pytest.approx(72, abs=1)
    assert first.top < 100 < first.bottom
    assert first.x1 > 400


def test_the_order_of_the_file_does_not_matter():
    def backwards(sheet):
        sheet.at(72, 300, "Third came last to the meeting.")
        sheet.at(72, 200, "Second came later to the meeting.")
        sheet.at(72, 100, "First came soon to the meeting.")

    assert [text.split()[0] for text in texts(blocks_of(backwards))] == ["First", "Second", "Third"]


def test_headings_are_ranked_by_size_and_then_by_weight():
    def page(sheet):
        sheet.lines("Inspection of Wexcombe", size=26)
        sheet.lines("What needs to improve?", size=14, bold=True)
        sheet.lines("Findings", bold=True)
        prose(sheet)

    headings = blocks_of(page, kind=BlockKind.HEADING)
    assert [(block.text, block.level) for block in headings] == [
        ("Inspection of Wexcombe", 1),
        ("What needs to improve?", 2),
        ("Findings", 3),
    ]


def test_a_heading_of_two_lines_is_one_and_two_short_ones_are_two():
    def page(sheet):
        sheet.lines(
            "The experiences and progress of all the children who need our help and",
            "protection: good",
            bold=True,
            size=14,
        )
        sheet.lines("Inspection date: 3 May 2031", "Lead inspector: Ann Other", bold=True)
        prose(sheet)

    assert len(texts(blocks_of(page, kind=BlockKind.HEADING))) == 3


def test_numbers_at_the_margin_number_paragraphs_and_figures_at_the_hanging_indent_do_not():
    def page(sheet):
        sheet.marked(
            "17.", "Care leavers stay with their carers until they have reached the age of", "18. This helps them."
        )
        sheet.marked(
            "18.", "They are visited often, and their plans are good and up to date, so that", "they are well."
        )
        sheet.marked("19.", "They live in homes of good quality.")

    numbered = blocks_of(page)
    assert [block.number for block in numbered] == ["17", "18", "19"]
    assert numbered[0].text.endswith("the age of 18. This helps them.")
    assert numbered[0].marker == "17."


def test_a_figure_that_begins_a_wrapped_line_at_the_number_margin_is_told_by_the_full_line_before_it():
    def page(sheet):
        sheet.lines(
            "5. Care leavers may stay with the people who have cared for them up to the age of",
            "18. This is of great help to them, and they say so.",
        )
        sheet.lines("6. They are visited often.")

    assert [block.number for block in blocks_of(page)] == ["5", "6"]


def test_numbers_in_a_frame_around_the_page_are_found():
    def page(sheet):
        sheet.box(40, 60, 560, 800)
        sheet.marked("1.", "The first paragraph says something.")
        sheet.marked("2.", "The second says more.")

    assert [(block.number, block.boxed) for block in blocks_of(page)] == [("1", True), ("2", True)]


def test_bullets_nest_by_their_indent_and_lose_their_signs():
    def page(sheet):
        sheet.marked("\u2022", "Plans for children are reviewed:", text_x=90)
        sheet.marked("-", "by their social workers", x=108, text_x=126)
        sheet.marked("-", "by managers.", x=108, text_x=126)
        sheet.marked("\u2022", "Visits are made in good time.", text_x=90)

    items = blocks_of(page, kind=BlockKind.ITEM)
    assert [(item.text, item.level) for item in items] == [
        ("Plans for children are reviewed:", 1),
        ("by their social workers", 2),
        ("by managers.", 2),
        ("Visits are made in good time.", 1),
    ]
    assert items[0].marker == "\u2022"


def test_a_paragraph_goes_on_after_the_page_break_at_its_hanging_indent():
    def first(sheet):
        sheet.marked("1.", "The first paragraph of the report says one thing and it ends here.")
        sheet.marked("2.", "The second says more than that. It has a sentence which ends with the page.")

    def second(sheet):
        sheet.lines("Here it goes on, although the one before had ended.", x=99)
        sheet.marked("3.", "The third begins.")

    numbered = blocks_of(first, second)
    assert [block.number for block in numbered] == ["1", "2", "3"]
    assert numbered[1].text.endswith("although the one before had ended.")
    assert {box.page for box in numbered[1].place.boxes} == {1, 2}


def test_words_broken_at_the_end_of_a_line_keep_their_hyphen():
    def page(sheet):
        sheet.lines(
            "Leaders have planned with care so that children live in good homes near a well-",
            "known school.",
        )

    assert "well-known school" in blocks_of(page)[0].text


def test_running_lines_and_page_numbers_are_furniture():
    def page(number):
        def draw(sheet):
            prose(sheet)
            sheet.at(72, 795, "Inspection of Wexcombe", size=8)
            sheet.at(513, 812, str(number), size=20)

        return draw

    blocks = blocks_of(page(1), page(2))
    furniture = [block.text for block in blocks if block.kind is BlockKind.FURNITURE]
    assert furniture == ["Inspection of Wexcombe", "1", "Inspection of Wexcombe", "2"]
    assert all("Wexcombe" in block.text or block.kind is BlockKind.FURNITURE for block in blocks)


def test_a_footnote_is_told_apart_and_its_figure_taken_out_of_the_text():
    def page(sheet):
        prose(sheet)
        sheet.at(72, 300, "The board")
        sheet.at(72 + sheet.canvas.stringWidth("The board", "Helvetica", 12), 295, "1", size=7)
        sheet.at(140, 300, "has met.")
        sheet.at(72, 755, "1", size=6)
        sheet.at(78, 760, "Set up under the law of the county.", size=10)

    blocks = blocks_of(page)
    (note,) = [block for block in blocks if block.kind is BlockKind.FOOTNOTE]
    assert (note.marker, note.text) == ("1", "Set up under the law of the county.")
    assert "The board has met." in texts(blocks)


def table(sheet: Sheet) -> None:
    prose(sheet)
    sheet.grid([70, 300, 520], [300, 330, 375])
    sheet.at(76, 318, "Judgement", bold=True)
    sheet.at(306, 318, "Grade", bold=True)
    sheet.at(76, 346, "The experiences and progress of")
    sheet.at(76, 361, "care leavers")
    sheet.at(306, 353, "Requires improvement")


def test_a_ruled_table_has_whole_cells_although_their_lines_stand_at_other_heights():
    (block,) = blocks_of(table, kind=BlockKind.TABLE)
    assert [row.texts for row in block.rows] == [
        ("Judgement", "Grade"),
        ("The experiences and progress of care leavers", "Requires improvement"),
    ]
    assert block.rows[1].place.page == 1
    assert block.rows[1].cells[1].place.boxes[0].x0 == pytest.approx(306, abs=1)


def test_a_cell_that_spans_columns_leaves_the_others_empty():
    def page(sheet):
        prose(sheet)
        sheet.box(70, 300, 520, 330)
        sheet.grid([70, 300, 520], [330, 360])
        sheet.at(76, 318, "Services are good")
        sheet.at(76, 348, "Help")
        sheet.at(306, 348, "Good")

    (block,) = blocks_of(page, kind=BlockKind.TABLE)
    assert [row.texts for row in block.rows] == [("Services are good", ""), ("Help", "Good")]


def test_a_frame_of_one_cell_holds_ordinary_blocks_that_are_boxed():
    def page(sheet):
        prose(sheet)
        sheet.box(66, 280, 530, 400)
        sheet.at(72, 300, "Executive summary", size=14, bold=True)
        sheet.at(72, 330, "Services in Wexcombe are better than they were.")

    boxed = [block for block in blocks_of(page) if block.boxed]
    assert [(block.kind, block.text) for block in boxed] == [
        (BlockKind.HEADING, "Executive summary"),
        (BlockKind.PARAGRAPH, "Services in Wexcombe are better than they were."),
    ]


def areas(top: float, *rows: tuple[str, ...]):
    def page(sheet):
        sheet.grid([70, 200, 520], [top + 60 * i for i in range(len(rows) + 1)])
        for i, (body, *lines) in enumerate(rows):
            sheet.at(76, top + 20 + 60 * i, body)
            for j, line in enumerate(lines):
                sheet.at(206, top + 20 + 60 * i + 15 * j, line)

    return page


def test_a_table_goes_on_over_the_page_break_with_its_torn_row_and_without_its_second_header():
    first = areas(600, ("Who", "What"), ("Council", "Leaders should plan well and"))
    second = areas(100, ("Who", "What"), ("", "together."), ("Board", "The board should meet."))
    blocks = blocks_of(first, second)
    (block,) = [block for block in blocks if block.kind is BlockKind.TABLE]
    assert [row.texts for row in block.rows] == [
        ("Who", "What"),
        ("Council", "Leaders should plan well and together."),
        ("Board", "The board should meet."),
    ]
    assert [block.text for block in blocks if block.kind is BlockKind.FURNITURE] == ["Who What"]


def test_bullets_in_a_cell_are_paragraphs_of_their_own():
    def page(sheet):
        prose(sheet)
        sheet.grid([70, 200, 520], [300, 400])
        sheet.at(76, 318, "Council")
        sheet.at(206, 318, "Leaders should improve:")
        sheet.at(206, 333, "\u2022")
        sheet.at(220, 333, "plans")
        sheet.at(206, 348, "\u2022")
        sheet.at(220, 348, "visits.")

    (block,) = blocks_of(page, kind=BlockKind.TABLE)
    assert block.rows[0].cells[1].paragraphs == ("Leaders should improve:", "plans", "visits.")


def test_columns_without_rules_are_read_one_after_the_other():
    def page(sheet):
        prose(sheet)
        for i, (left, right) in enumerate([("Ofsted", "Commission"), ("Ann Other", "Bob More"), ("Leeds", "York")]):
            sheet.at(72, 300 + 15 * i, left)
            sheet.at(320, 300 + 15 * i, right)

    assert texts(blocks_of(page))[1:] == ["Ofsted", "Ann Other", "Leeds", "Commission", "Bob More", "York"]


def test_a_list_of_contents_is_a_table_of_headings_and_pages():
    def page(sheet):
        for i, (heading, number) in enumerate([("Summary", 1), ("Findings", 3), ("About us", 9)]):
            sheet.at(72, 100 + 20 * i, heading)
            sheet.at(500, 100 + 20 * i, str(number))
        sheet.y = 300
        prose(sheet)

    (block,) = blocks_of(page, kind=BlockKind.TABLE)
    assert [row.texts for row in block.rows] == [("Summary", "1"), ("Findings", "3"), ("About us", "9")]


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


def noticed(data):
    return [(notice.code, notice.level, notice.page) for notice in read(data).notices]


def test_hidden_words_are_a_warning_that_counts_and_does_not_quote_them():
    def hides(sheet):
        prose(sheet)
        sheet.canvas.setFillGray(1)
        sheet.lines("Secret names.")

    (notice,) = read(pdf(prose, hides)).notices
    assert (notice.code, notice.level, notice.page) == ("text-hidden", "warning", 2)
    assert "2 words" in notice.message
    assert "Secret" not in notice.message
    assert not any("Secret" in block.text for block in read(pdf(prose, hides)).blocks)


def test_letters_of_which_the_file_says_nothing_are_an_error_that_names_the_pages():
    def vera(sheet):
        prose(sheet)
        sheet.canvas.setFont("Vera", 12)
        sheet.canvas.drawString(72, 600, "children’s plans’ aims")

    press = Press()
    press.text("The press knows the typeface.")
    data = pdf(prose, vera)
    assert noticed(data) == []
    lost = data.replace(b"/ToUnicode", b"/ToUnicodX")
    assert noticed(lost) == [("text-unreadable", "error", 2)]
    assert "2 letters" in read(lost).notices[0].message


def test_attached_files_are_named():
    document = pypdfium2.PdfDocument(pdf(prose))
    for name in ("Annex £.docx", "plan.xlsx"):
        document.new_attachment(name).set_data(b"inside")
    written = BytesIO()
    document.save(written)
    (notice,) = read(written.getvalue()).notices
    assert notice.code == "attachments"
    assert "“Annex £.docx”, “plan.xlsx”" in notice.message


def test_words_that_a_line_strikes_through_are_read_and_named():
    def page(sheet):
        sheet.lines("Kettles sing in each kitchen.")
        sheet.lines("Boats come home at night.")
        width = sheet.canvas.stringWidth("Kettles sing in each kitchen.", "Helvetica", 12)
        sheet.canvas.line(72, HEIGHT - 96, 72 + width, HEIGHT - 96)

    document = read(pdf(page))
    assert [block.text for block in document.blocks] == ["Kettles sing in each kitchen.", "Boats come home at night."]
    (notice,) = [notice for notice in document.notices if notice.code is NoticeCode.TEXT_STRUCK]
    assert (notice.page, "“Kettles sing in each kitchen.”" in notice.message) == (1, True)


def test_a_table_of_actions_without_lines_whose_rows_cannot_be_told_is_an_error():
    def table(*rows):
        def page(sheet):
            prose(sheet)
            for row in (("Action", "Lead", "By when"), *rows):
                for text, x in zip(row, (72, 250, 400), strict=True):
                    sheet.at(x, sheet.y, text)
                sheet.y += 14

        return read(pdf(prose, page))

    told = table(("Visit families", "Ann", "May"), ("Train all staff", "Bo", "June"), ("Audit plans", "Cy", "July"))
    assert (len(told.blocks[-1].rows), told.notices) == (4, ())
    doubted = table(("Visit families", "Ann", "May"), ("Meet", "", ""), ("Audit plans", "Cy", "July"))
    assert not any(block.rows for block in doubted.blocks)
    (notice,) = [notice for notice in doubted.notices if notice.code is NoticeCode.TABLE_NOT_READ]
    assert (notice.level, notice.page, "“Action, Lead, By when”" in notice.message) == ("error", 2, True)
