from io import BytesIO

import odfdo
import pytest

from ingest.blocks import BlockKind
from ingest.notices import Refused
from ingest.readers import open_text, read
from inspections.notice_codes import NoticeCode

NUMBERS = (
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/></text:list-style>'
)
HIDDEN = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'


def document(*elements: str, styles: str = "") -> bytes:
    made = odfdo.Document("text")
    made.body.clear()
    for element in elements:
        made.body.append(odfdo.Element.from_tag(element))
    if styles:
        automatic = made.get_part("content.xml").get_element("//office:automatic-styles")
        for style in styles.split("|"):
            automatic.append(odfdo.Element.from_tag(style))
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def seen(*elements: str, styles: str = "") -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(document(*elements, styles=styles)).blocks]


def test_headings_paragraphs_and_signs() -> None:
    found = read(
        document(
            '<text:h text:outline-level="2">What is weak</text:h>',
            '<text:p>Records<text:s text:c="2"/>are<text:line-break/>late.<text:soft-page-break/></text:p>',
        )
    ).blocks
    assert [(block.kind, block.level, block.text) for block in found] == [
        (BlockKind.HEADING, 2, "What is weak"),
        (BlockKind.PARAGRAPH, 0, "Records are late."),
    ]
    assert [block.place.where for block in found] == ["paragraph 1", "paragraph 2"]


def test_line_ends_of_the_file_are_spaces() -> None:
    assert seen("<text:p>Bakers bake.\n   Kettles <text:span>sing in May:\n\tJune.</text:span></text:p>") == [
        ("paragraph", "Bakers bake. Kettles sing in May: June.")
    ]


def test_items_carry_the_numbers_of_their_style_and_others_are_bullets() -> None:
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    numbered = (
        f'<text:list text:style-name="N">{item.format("Plans are clear.")}{item.format("Help comes.")}</text:list>'
    )
    plain = f"<text:list>{item.format('visits')}</text:list>"
    found = read(document(numbered, plain, styles=NUMBERS)).blocks
    assert [(block.kind, block.number, block.text) for block in found] == [
        (BlockKind.PARAGRAPH, "1", "Plans are clear."),
        (BlockKind.PARAGRAPH, "2", "Help comes."),
        (BlockKind.ITEM, None, "visits"),
    ]


def test_a_table_keeps_its_grid_where_cells_are_merged() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>{}</table:table-row>"
    covered = "<table:covered-table-cell/>"
    rows = row.format(cell.format("", "Area") + cell.format("", "Action"))
    rows += row.format(cell.format(' table:number-rows-spanned="2"', "Plans") + cell.format("", "Audit"))
    rows += row.format(covered + cell.format("", "Train"))
    rows += row.format(cell.format(' table:number-columns-spanned="2"', "Staff") + covered)
    (table,) = read(document(f"<table:table>{rows}</table:table>")).blocks
    assert [row.texts for row in table.rows] == [("Area", "Action"), ("Plans", "Audit"), ("", "Train"), ("Staff", "")]
    assert [row.cells[0].merged for row in table.rows] == [False, False, True, False]
    assert [(table.rows[at].cells[column].across) for at, column in ((2, 0), (3, 1))] == [False, True]


def test_notes_and_text_boxes_stand_behind_their_paragraph() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Since May.</text:p></text:note-body></text:note>"
    )
    box = "<draw:frame><draw:text-box><text:p>Help comes early.</text:p></draw:text-box></draw:frame>"
    assert seen(f"<text:p>Plans{note} are clear.{box}</text:p>") == [
        ("paragraph", "Plans are clear."),
        ("footnote", "Since May."),
        ("paragraph", "Help comes early."),
    ]


def test_deletions_and_comments_are_no_part_of_it() -> None:
    gone = "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
    note = "<office:annotation><text:p>Who says so?</text:p></office:annotation>"
    changes = f"{gone}</text:changed-region></text:tracked-changes>"
    assert seen(changes, f"<text:p>Plans are{note} clear.</text:p>") == [("paragraph", "Plans are clear.")]


def test_hidden_words_are_left_out_and_named() -> None:
    text = '<text:p>Plans are <text:span text:style-name="H">never </text:span>clear.</text:p>'
    found = read(document(text, styles=HIDDEN))
    assert [block.text for block in found.blocks] == ["Plans are clear."]
    assert [notice.code for notice in found.notices] == [NoticeCode.TEXT_HIDDEN]


def test_a_hidden_section_and_hidden_text_are_left_out_and_named() -> None:
    section = '<text:section text:name="a" text:display="none"><text:p>Not for all</text:p></text:section>'
    text = "<text:p>Plans are <text:hidden-text>never </text:hidden-text>clear.</text:p>"
    found = read(document(section, text))
    assert [block.text for block in found.blocks] == ["Plans are clear."]
    (notice,) = found.notices
    assert (notice.code, "4 words" in notice.message) == (NoticeCode.TEXT_HIDDEN, True)


def test_struck_words_are_read_and_named_with_their_places() -> None:
    line = (
        '<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/>'
    )
    struck = '<text:span text:style-name="S">never <text:span>late</text:span></text:span>'
    cells = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in ("Plans", struck))
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    found = read(document(f"<text:p>Visits are {struck}.</text:p>", table, styles=f"{line}</style:style>"))
    assert [block.text for block in found.blocks] == ["Visits are never late.", "Plans\tnever late"]
    (notice,) = found.notices
    assert notice.code is NoticeCode.TEXT_STRUCK
    assert "“never late” (paragraph 1); “never late” (table 1, row 1)" in notice.message


def test_changes_that_nobody_accepted_are_named() -> None:
    region = '<text:changed-region text:id="{}">{}</text:changed-region>'
    gone = region.format("c1", "<text:deletion><text:p>Gone for good.</text:p></text:deletion>")
    added = region.format("c2", "<text:insertion/>")
    words = (
        '<text:p>Plans<text:change text:change-id="c1"/> are <text:change-start text:change-id="c2"/>always clear'
        '<text:change-end text:change-id="c2"/> here.</text:p>'
    )
    found = read(document(f"<text:tracked-changes>{gone}{added}</text:tracked-changes>", words))
    assert [block.text for block in found.blocks] == ["Plans are always clear here."]
    (notice,) = found.notices
    assert notice.code is NoticeCode.CHANGES_TRACKED
    assert "were read (2), those that are deleted left out (3)" in notice.message


def test_the_description_of_a_picture_is_no_text_and_a_shape_has_words_of_its_own() -> None:
    picture = "<draw:frame><draw:image/><svg:title>Crest</svg:title><svg:desc>A lion</svg:desc></draw:frame>"
    shape = "<draw:custom-shape><text:p>Help comes early.</text:p></draw:custom-shape>"
    assert seen(f"<text:p>Plans {picture}are clear.{shape}</text:p>") == [
        ("paragraph", "Plans are clear."),
        ("paragraph", "Help comes early."),
    ]


def test_a_note_of_a_cell_stands_behind_its_table() -> None:
    note = "<text:note><text:note-body><text:p>Since May.</text:p></text:note-body></text:note>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell.format('Plans')}{cell.format(f'Audit{note}')}</table:table-row>"
    table, footnote = read(document(f"<table:table>{row}</table:table>")).blocks
    assert table.rows[0].cells[1].paragraphs == ("Audit",)
    assert (footnote.kind, footnote.text) == (BlockKind.FOOTNOTE, "Since May.")


def test_a_cell_over_rows_and_columns_covers_all_its_places() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    covered = "<table:covered-table-cell/>"
    over_both = ' table:number-rows-spanned="2" table:number-columns-spanned="2"'
    first = cell.format(over_both, "Help") + covered + cell.format("", "Visit")
    rows = "".join(
        f"<table:table-row>{one}</table:table-row>" for one in (first, covered * 2 + cell.format("", "Plan"))
    )
    (table,) = read(document(f"<table:table>{rows}</table:table>")).blocks
    assert [(one.merged, one.across) for row in table.rows for one in row.cells] == [
        *((False, False), (True, True), (False, False)),
        *((True, False), (True, True), (False, False)),
    ]


def test_a_cell_tells_that_it_is_coloured() -> None:
    colour = '<style:table-cell-properties fo:background-color="#ff0000"/>'
    red = f'<style:style style:name="R" style:family="table-cell">{colour}'
    cells = '<table:table-cell table:style-name="R"/><table:table-cell><text:p>Audit</text:p></table:table-cell>'
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    (block,) = read(document(table, styles=f"{red}</style:style>")).blocks
    assert [bool(cell.colour) for cell in block.rows[0].cells] == [True, False]


def test_a_contents_list_is_furniture() -> None:
    contents = "<text:table-of-content><text:index-body><text:p>Services 3</text:p></text:index-body>"
    assert seen(f"{contents}</text:table-of-content>", "<text:p>Plans are clear.</text:p>") == [
        ("furniture", "Services 3"),
        ("paragraph", "Plans are clear."),
    ]


def refusal(data: bytes) -> NoticeCode:
    with pytest.raises(Refused) as caught:
        read(data)
    return caught.value.notice.code


def test_what_cannot_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(document("<text:p/>")) is NoticeCode.EMPTY
    assert refusal(document("<text:p>Plans are clear.</text:p>")[:-600]) is NoticeCode.DAMAGED_FILE
    monkeypatch.setattr(open_text, "LOCKED", b"manifest")
    assert refusal(document("<text:p>Plans are clear.</text:p>")) is NoticeCode.ENCRYPTED
