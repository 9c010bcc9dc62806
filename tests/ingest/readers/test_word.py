import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx.oxml import parse_xml

from ingest.blocks import Block, BlockKind
from ingest.notices import Refused
from ingest.readers import read
from inspections.notice_codes import NoticeCode
from tests.office import W, WordDocument, retyped, with_part

BOX = (
    f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent>'
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p>'
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>{0}</w:t>"
    "</w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.fixture
def made() -> WordDocument:
    return WordDocument()


def blocks(made: WordDocument) -> tuple[Block, ...]:
    return read(made.data).blocks


def texts(made: WordDocument) -> list[str]:
    return [block.text for block in blocks(made)]


def test_headings_are_told_by_their_style_and_by_their_look(made: WordDocument) -> None:
    made.text("Services in Wexcombe", "Heading 2")
    made.text("Leaders know their services well.")
    made.text("What is weak")
    made.text("Records are late.")
    kinds = [(block.kind, block.level) for block in blocks(made)]
    assert kinds == [
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_a_long_heading_is_one_by_its_style_alone(made: WordDocument) -> None:
    made.text("The help that families get, and what becomes of it. " * 6, "Heading 1")
    assert [block.kind for block in blocks(made)] == [BlockKind.HEADING]


def test_set_numbers_are_those_of_paragraphs_and_set_bullets_those_of_items(made: WordDocument) -> None:
    numbers, bullets = made.lists(("decimal", "%1.")), made.lists(("bullet", "\uf0b7"), ("bullet", "o"))
    made.item("Visits are made in time.", numbers)
    made.item("Plans say who does what.", numbers)
    made.item("the child's wishes", bullets)
    made.item("what became of them", bullets, 1)
    made.item("the parents' views", bullets)
    assert [(block.kind, block.number, block.level) for block in blocks(made)] == [
        (BlockKind.PARAGRAPH, "1", 0),
        (BlockKind.PARAGRAPH, "2", 0),
        (BlockKind.ITEM, None, 1),
        (BlockKind.ITEM, None, 2),
        (BlockKind.ITEM, None, 1),
    ]


def test_typed_numbers_and_bullets_are_read_as_in_a_text(made: WordDocument) -> None:
    made.text("14.\tVisits are made in time.")
    made.text("•\tthe child's wishes")
    first, second = blocks(made)
    assert (first.number, first.text) == ("14", "Visits are made in time.")
    assert (second.kind, second.text) == (BlockKind.ITEM, "the child's wishes")


def test_a_table_keeps_its_grid_where_cells_are_merged(made: WordDocument) -> None:
    table = made.table(("Area", "Action", "Lead"), ("Plans", "Audit plans", "Ann"), ("", "Train staff", "Ben"))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    (block,) = blocks(made)
    assert [row.texts for row in block.rows] == [
        ("Area", "Action Lead", ""),
        ("Plans", "Audit plans", "Ann"),
        ("", "Train staff", "Ben"),
    ]
    assert [row.cells[0].merged for row in block.rows] == [False, False, True]
    assert [block.rows[at].cells[column].across for at, column in ((2, 0), (0, 2))] == [False, True]
    assert [row.place.where for row in block.rows] == ["table 1, row 1", "table 1, row 2", "table 1, row 3"]


def test_a_cell_over_two_columns_stands_in_the_first(made: WordDocument) -> None:
    table = made.table(("Priority one", "", "x"), ("Plans", "Audit", "Ann"))
    table.cell(0, 0).merge(table.cell(0, 1))
    (block,) = blocks(made)
    assert [row.texts for row in block.rows] == [("Priority one", "", "x"), ("Plans", "Audit", "Ann")]


def test_a_cell_keeps_its_paragraphs_and_their_numbers(made: WordDocument) -> None:
    numbers = made.lists(("decimal", "%1."))
    table = made.table(("Area", "Action"), ("Plans", "Audit plans"))
    item = made.item("Train staff", numbers)
    table.cell(1, 1)._tc.append(item._p)
    (block,) = blocks(made)
    assert block.rows[1].cells[1].paragraphs == ("Audit plans", "1. Train staff")


def test_a_table_of_one_cell_is_framed_text(made: WordDocument) -> None:
    made.table(("The board does not know how well its work goes.",))
    (block,) = blocks(made)
    assert (block.kind, block.boxed) == (BlockKind.PARAGRAPH, True)


def test_the_words_of_a_text_box_are_read_once(made: WordDocument) -> None:
    made.text("Leaders know their services.")._p.append(parse_xml(BOX.format("Visits are made in time.")))
    assert texts(made) == ["Leaders know their services.", "Visits are made in time."]


def test_inserted_words_are_read_and_deleted_ones_are_not(made: WordDocument) -> None:
    paragraph = made.text("Plans are ")
    paragraph._p.append(parse_xml(f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t>always clear.</w:t></w:r></w:ins>'))
    paragraph._p.append(parse_xml(f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>poor.</w:delText></w:r></w:del>'))
    assert texts(made) == ["Plans are always clear."]


def test_changes_that_nobody_accepted_are_named(made: WordDocument) -> None:
    made.text("Plans are ")._p.append(parse_xml(f'<w:ins {W} w:id="1"><w:r><w:t>always clear.</w:t></w:r></w:ins>'))
    gone = '<w:del w:id="2"><w:r><w:delText>poor</w:delText></w:r></w:del>'
    made.element(f"<w:p>{gone}<w:r><w:t>Help comes.</w:t></w:r></w:p>")
    table = made.table(("Area", "Action"), ("Plans", "Audit"), ("Staff", "Train"))
    table.rows[2]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="3"/>'))
    document = read(made.data)
    assert [row.texts for row in document.blocks[-1].rows] == [("Area", "Action"), ("Plans", "Audit")]
    (notice,) = document.notices
    assert notice.code is NoticeCode.CHANGES_TRACKED
    assert "were read (2), those that are deleted left out (3)" in notice.message


def test_struck_words_are_read_and_named_with_their_places(made: WordDocument) -> None:
    made.text("Plans are clear.")
    made.text("Visits are ").add_run("never late").font.strike = True
    table = made.table(("Area", "Action"), ("Plans", ""))
    table.cell(1, 1).paragraphs[0].add_run("Audit plans").font.double_strike = True
    document = read(made.data)
    assert document.blocks[1].text == "Visits are never late"
    assert document.blocks[2].rows[1].texts == ("Plans", "Audit plans")
    (notice,) = document.notices
    assert notice.code is NoticeCode.TEXT_STRUCK
    assert "“never late” (paragraph 2); “Audit plans” (table 1, row 2)" in notice.message


def test_a_style_may_strike_or_hide_words(made: WordDocument) -> None:
    made.document.styles.add_style("Gone", 1).font.strike = True
    made.document.styles.add_style("Unseen", 1).font.hidden = True
    made.text("Audit plans.", "Gone")
    made.text("Train staff.", "Unseen")
    document = read(made.data)
    assert [block.text for block in document.blocks] == ["Audit plans."]
    assert [notice.code for notice in document.notices] == [NoticeCode.TEXT_HIDDEN, NoticeCode.TEXT_STRUCK]


def test_comments_are_named_and_not_read(made: WordDocument) -> None:
    paragraph = made.text("Plans are clear.")
    made.document.add_comment(paragraph.runs, text="Who says so?", author="Chair")
    document = read(made.data)
    assert [block.text for block in document.blocks] == ["Plans are clear."]
    (notice,) = document.notices
    assert (notice.code, "a comment of people" in notice.message) == (NoticeCode.COMMENTS_LEFT, True)


PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
ASKING = "<w:r><w:t>Click here to enter text.</w:t></w:r>"


def test_a_prompt_of_a_content_control_is_furniture_and_no_words(made: WordDocument) -> None:
    made.element(f"<w:p><w:r><w:t>Lead: </w:t></w:r>{PROMPT.format(ASKING)}</w:p>")
    made.element(PROMPT.format(f"<w:p>{ASKING}</w:p>"))
    table = made.table(("Area", "Action"), ("Plans", ""))
    table.rows[1]._tr.append(parse_xml(PROMPT.format(f"<w:tc><w:p>{ASKING}</w:p></w:tc>").replace(">", f" {W}>", 1)))
    found = blocks(made)
    assert [(block.kind, block.text) for block in found[:1]] == [(BlockKind.PARAGRAPH, "Lead:")]
    assert found[1].rows[1].texts == ("Plans", "", "")
    assert [(block.kind, block.text) for block in found[2:]] == [(BlockKind.FURNITURE, "Click here to enter text.")]


def test_words_in_content_controls_and_links_are_read(made: WordDocument) -> None:
    made.element("<w:sdt><w:sdtContent><w:p><w:r><w:t>Help comes early.</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    made.element("<w:p><w:hyperlink><w:r><w:t>Visits are made in time.</w:t></w:r></w:hyperlink></w:p>")
    assert texts(made) == ["Help comes early.", "Visits are made in time."]


def test_hidden_words_are_left_out_and_named(made: WordDocument) -> None:
    made.text("Plans are clear.")
    made.element("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not for publication</w:t></w:r></w:p>")
    document = read(made.data)
    assert [block.text for block in document.blocks] == ["Plans are clear."]
    assert [notice.code for notice in document.notices] == [NoticeCode.TEXT_HIDDEN]
    assert "3 words" in document.notices[0].message
    assert "publication" not in document.notices[0].message


def test_headers_and_footers_are_furniture(made: WordDocument) -> None:
    section = made.document.sections[0]
    section.header.paragraphs[0].text = "Wexcombe Council"
    section.footer.paragraphs[0].text = "Official"
    made.text("Plans are clear.")
    assert [(block.kind, block.text) for block in blocks(made)] == [
        (BlockKind.FURNITURE, "Wexcombe Council"),
        (BlockKind.PARAGRAPH, "Plans are clear."),
        (BlockKind.FURNITURE, "Official"),
    ]


def test_a_contents_list_is_furniture(made: WordDocument) -> None:
    made.document.styles.add_style("toc 1", 1)
    made.text("Services\t3", "toc 1")
    made.text("Plans are clear.")
    assert [block.kind for block in blocks(made)] == [BlockKind.FURNITURE, BlockKind.PARAGRAPH]


def test_lines_that_were_broken_by_hand_are_parted_where_no_sentence_goes_on(made: WordDocument) -> None:
    made.text("Inspection of services\nWexcombe")
    made.text("Leaders know their services and\nact on what they learn.")
    assert texts(made) == [
        "Inspection of services",
        "Wexcombe",
        "Leaders know their services and act on what they learn.",
    ]


def test_a_place_is_the_number_of_the_paragraph(made: WordDocument) -> None:
    made.text("Services")
    made.text("")
    made.text("Plans are clear.")
    assert [(block.place.where, block.place.line) for block in blocks(made)] == [
        ("paragraph 1", 1),
        ("paragraph 2", 2),
    ]


def refusal(data: bytes) -> NoticeCode:
    with pytest.raises(Refused) as caught:
        read(data)
    return caught.value.notice.code


def test_a_truncated_document_is_refused(made: WordDocument) -> None:
    made.text("Plans are clear.")
    assert refusal(made.data[:-900]) is NoticeCode.DAMAGED_FILE


def test_a_document_without_words_is_refused(made: WordDocument) -> None:
    assert refusal(made.data) is NoticeCode.EMPTY


def test_a_document_without_its_main_part_is_refused(made: WordDocument) -> None:
    made.text("Plans are clear.")
    less = BytesIO()
    with zipfile.ZipFile(BytesIO(made.data)) as whole, zipfile.ZipFile(less, "w") as written:
        for name in whole.namelist():
            if name != "word/document.xml":
                written.writestr(name, whole.read(name))
    assert refusal(less.getvalue()) is NoticeCode.DAMAGED_FILE


def with_note(made: WordDocument, paragraph: Any) -> bytes:
    """The document with a footnote that a paragraph cites."""
    paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    note = (
        f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Since May.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    return with_part(made.data, "footnotes.xml", "footnotes", note)


def test_footnotes_stand_behind_the_paragraph_that_cites_them(made: WordDocument) -> None:
    paragraph = made.text("Plans are clear.")
    made.text("Visits are made in time.")
    assert [(block.kind, block.text) for block in read(with_note(made, paragraph)).blocks] == [
        (BlockKind.PARAGRAPH, "Plans are clear."),
        (BlockKind.FOOTNOTE, "Since May."),
        (BlockKind.PARAGRAPH, "Visits are made in time."),
    ]


def test_a_note_of_a_cell_stands_behind_its_table(made: WordDocument) -> None:
    table = made.table(("Area", "Action"), ("Plans", "Audit"))
    found, note = read(with_note(made, table.cell(1, 1).paragraphs[0])).blocks
    assert found.rows[1].cells[1].paragraphs == ("Audit",)
    assert (note.kind, note.text) == (BlockKind.FOOTNOTE, "Since May.")


@pytest.mark.parametrize(("fill", "coloured"), [("FF0000", True), ("92D050", True), ("D9D9D9", False), ("auto", False)])
def test_a_cell_of_a_table_tells_that_it_is_coloured(made: WordDocument, fill: str, coloured: bool) -> None:
    grid = made.document.add_table(1, 2)
    grid.cell(0, 0).text = "Visit"
    grid.cell(0, 1)._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {W} w:val="clear" w:fill="{fill}"/>'))
    (table,) = blocks(made)
    assert [bool(cell.colour) for cell in table.rows[0].cells] == [False, coloured]


@pytest.mark.parametrize(
    "kind",
    [
        "openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "ms-word.document.macroEnabled.main+xml",
        "ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_documents_with_macros_are_read(made: WordDocument, kind: str) -> None:
    made.text("Visits are made.")
    usual = "openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert [block.text for block in read(retyped(made.data, usual, kind)).blocks] == ["Visits are made."]


def test_a_table_around_a_table_only_sets_it(made: WordDocument) -> None:
    outer = made.table(("Priority 1", ""))
    inner = outer.cell(0, 1).add_table(2, 3)
    for at, text in enumerate(("Ref", "Action", "Lead", "1", "Visit", "Ann")):
        inner.cell(at // 3, at % 3).text = text
    blocks = read(made.data).blocks
    assert [block.text for block in blocks if not block.rows] == ["Priority 1"]
    assert [row.texts for row in blocks[-1].rows] == [("Ref", "Action", "Lead"), ("1", "Visit", "Ann")]


def test_a_row_that_lacks_a_cell_is_told(made: WordDocument) -> None:
    rows = made.table(("Ref", "Action", "Lead"), ("1", "Visit", "Ann"), ("2", "Plan", "Bob"))._tbl.tr_lst
    rows[1].remove(rows[1].tc_lst[0])
    (notice,) = read(made.data).notices
    assert (notice.code, "table 1, row 2" in notice.message) == (NoticeCode.SHORT_ROW, True)
