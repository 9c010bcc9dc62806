import pytest

from ingest.blocks import Block, BlockKind
from ingest.notices import Refused
from ingest.readers import read
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

PROSE = "<p>" + "Leaders know their services and act on what they learn. " * 6 + "</p>"


def blocks(body: str) -> list[Block]:
    page = f"<!DOCTYPE html><html><head><title></title><style>p{{}}</style></head><body>{body}{PROSE}</body></html>"
    document = read(page.encode())
    assert document.media_type == MediaType.WEB_PAGE
    return [block for block in document.blocks if not block.text.startswith("Leaders know")]


def seen(body: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(body)]


def test_headings_paragraphs_and_line_ends() -> None:
    assert seen("<h2>What is weak</h2><p>Records\n are  <b>late</b>.</p><p>Inspection<br>Wexcombe</p>") == [
        ("heading", "What is weak"),
        ("paragraph", "Records are late."),
        ("heading", "Inspection"),
        ("heading", "Wexcombe"),
    ]


def test_hidden_words_are_left_out_and_struck_ones_read_each_with_a_notice() -> None:
    document = read(
        f"<html><body><p>Plans are <del>never</del> clear.<i hidden>not</i></p>{PROSE}</body></html>".encode()
    )
    assert document.blocks[0].text == "Plans are never clear."
    assert [notice.code for notice in document.notices] == [NoticeCode.TEXT_HIDDEN, NoticeCode.TEXT_STRUCK]


def test_rows_and_cells_that_are_hidden_are_left_out_of_tables() -> None:
    hidden = 'style="display:none"'
    rows = (
        "<tr><th>Action</th><th hidden>Note</th><th>Lead</th></tr><tr><td>Visit</td><td hidden>a</td><td>Ann</td></tr>"
        f"<tr {hidden}><td>Old</td><td>Bob</td></tr><tbody {hidden}><tr><td>Older</td><td>Cid</td></tr></tbody>"
    )
    (table,) = blocks(f"<table>{rows}</table>")
    assert [row.texts for row in table.rows] == [("Action", "Lead"), ("Visit", "Ann")]


def test_items_carry_the_numbers_that_a_browser_prints() -> None:
    found = blocks('<ol start="4"><li>Plans are clear.<li><p>Visits are made.</p><li value="9">Help comes.</ol>')
    assert [(block.number, block.text) for block in found] == [
        ("4", "Plans are clear."),
        ("5", "Visits are made."),
        ("9", "Help comes."),
    ]


def test_lists_in_lists_are_nested() -> None:
    found = blocks("<ul><li>plans<ul><li>for children</li></ul></li><li>visits</li></ul>")
    assert [(block.kind, block.level, block.text) for block in found] == [
        (BlockKind.ITEM, 1, "plans"),
        (BlockKind.ITEM, 2, "for children"),
        (BlockKind.ITEM, 1, "visits"),
    ]


def test_navigation_header_and_footer_are_furniture() -> None:
    assert seen("<header>Site</header><nav><ul><li>Home</ul></nav><p>Plans are clear.</p><footer>Imprint</footer>") == [
        ("furniture", "Site"),
        ("furniture", "Home"),
        ("paragraph", "Plans are clear."),
        ("furniture", "Imprint"),
    ]


def test_what_stands_outside_the_main_part_is_furniture() -> None:
    assert seen(f"<div>Cookies</div><main><p>Plans are clear.</p>{PROSE}</main>")[:2] == [
        ("furniture", "Cookies"),
        ("paragraph", "Plans are clear."),
    ]


def test_a_main_part_of_few_words_is_not_the_whole() -> None:
    assert seen("<main><p>Plans are clear.</p></main><p>Visits are made.</p>") == [
        ("paragraph", "Plans are clear."),
        ("paragraph", "Visits are made."),
    ]


def test_scripts_and_hidden_elements_are_not_shown() -> None:
    body = '<script>var a</script><p hidden>no</p><p style="display: none">no</p><p>Plans are clear.<!-- no --></p>'
    assert seen(body) == [("paragraph", "Plans are clear.")]


def test_a_table_keeps_its_grid_where_cells_are_merged() -> None:
    (table,) = blocks(
        "<table><tr><th>Area<th>Action<th>Lead</tr><tr><td rowspan=2>Plans<td>Audit<td>Ann</tr>"
        "<tr><td colspan=2>Train staff</tr></table>"
    )
    assert [row.texts for row in table.rows] == [
        ("Area", "Action", "Lead"),
        ("Plans", "Audit", "Ann"),
        ("", "Train staff", ""),
    ]
    assert [cell.merged for cell in table.rows[2].cells] == [True, False, True]
    assert [cell.across for cell in table.rows[2].cells] == [False, False, True]
    assert table.rows[2].place.where == "table 1, row 3"


def test_a_cell_keeps_its_paragraphs_and_a_frame_is_none() -> None:
    (table,) = blocks("<table><tr><td><p>Audit</p><p>Train</p><td>Ann</table>")
    assert table.rows[0].cells[0].paragraphs == ("Audit", "Train")
    assert seen("<table><tr><td><p>Plans are clear.</p></td></tr></table>") == [("paragraph", "Plans are clear.")]


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16"])
def test_the_encoding_is_found(codec: str) -> None:
    page = f"<html><body><p>Children’s plans cost £5.</p>{PROSE}</body></html>"
    assert read(page.encode(codec)).blocks[0].text == "Children’s plans cost £5."


@pytest.mark.parametrize(
    "page",
    [
        "<html><title>404 Not Found</title><body><h1>Page not found</h1>" + PROSE,
        "<html><title></title><body><h1>Sign in</h1><form><input type=password></form>" + PROSE * 9,
        "<html><title>Just a moment...</title><body>" + PROSE,
        "<!DOCTYPE html><html></html>",
        "<html><body><p>Moved.</p></body></html>",
    ],
    ids=["not found", "log-in", "check", "empty", "few words"],
)
def test_a_page_in_place_of_a_report_is_refused(page: str) -> None:
    with pytest.raises(Refused) as caught:
        read(page.encode())
    assert caught.value.notice.code is NoticeCode.HTML_PAGE


def test_a_short_page_with_a_table_is_no_error_page() -> None:
    rows = "".join(f"<tr><td>{word}</td><td>Ann</td></tr>" for word in ("Visit", "Plan"))
    assert read(f"<html><body><h1>Plan</h1><table>{rows}</table></body></html>".encode()).blocks[-1].rows
    with pytest.raises(Refused):
        read(b"<html><body><h1>Plan</h1><p>Visit</p></body></html>")


CELLS = "<tr><td>Ref</td><td>Action</td><td>Lead</td></tr><tr><td>1</td><td>Visit</td><td>Ann</td></tr>"


def test_a_table_around_a_table_only_sets_it() -> None:
    page = f"<html><body><table><tr><td>Menu</td><td><table>{CELLS}</table></td></tr></table></body></html>"
    blocks = read(page.encode()).blocks
    assert [row.texts for row in blocks[-1].rows] == [("Ref", "Action", "Lead"), ("1", "Visit", "Ann")]


def test_a_page_that_breaks_off_and_a_row_that_lacks_a_cell_are_told() -> None:
    whole = f"<html><body><h1>Plan</h1><table>{CELLS}<tr><td>2</td><td>Bob</td></tr></table></body></html>"
    assert [notice.code for notice in read(whole.encode()).notices] == [NoticeCode.SHORT_ROW]
    cut = read(whole.replace("</table></body></html>", "").encode()).notices
    assert [notice.code for notice in cut] == [NoticeCode.DAMAGED_FILE, NoticeCode.SHORT_ROW]
    inside = f"<html><body><table>{CELLS}</table><p>Visits are ma".encode()
    assert [notice.code for notice in read(inside).notices] == [NoticeCode.DAMAGED_FILE]


def test_a_list_of_descriptions_is_a_table_of_labels_and_values() -> None:
    page = "<html><body><h1>Plan</h1><dl><dt>Lead</dt><dd>Ann</dd><dt>By when</dt><dd>May</dd></dl></body></html>"
    assert [row.texts for row in read(page.encode()).blocks[-1].rows] == [("Lead", "Ann"), ("By when", "May")]


def test_the_title_of_the_page_and_the_name_of_the_site_are_furniture() -> None:
    site = '<meta property="og:site_name" content="Wexcombe City Council">'
    document = read(
        f"<html><head><title>Minutes\n of the Cabinet</title>{site}</head><body>{PROSE}</body></html>".encode()
    )
    found = [(block.text, block.place.where) for block in document.blocks if block.kind is BlockKind.FURNITURE]
    assert document.blocks[0].kind is BlockKind.PARAGRAPH
    assert found == [("Minutes of the Cabinet", "title of the page"), ("Wexcombe City Council", "name of the site")]


NAVIGATION = """
<div id="header"><a href="#main">Skip to main content</a><ul><li><a href="/">Home</a></li></ul></div>
<div class="mgTopMenu"><ul><li><a href="/councillors">Councillors</a></li></ul></div>"""


def test_navigation_that_is_only_called_so_is_furniture() -> None:
    found = seen(f"<form>{NAVIGATION}<h1>Visits</h1><p>Visits are made.</p><div id='siteFooter'>Cookies</div></form>")
    assert [text for kind, text in found if kind != "furniture"] == ["Visits", "Visits are made."]
    assert ("furniture", "Councillors") in found


def test_what_is_called_navigation_and_holds_content_is_read() -> None:
    for body in (
        "<div class='page-header'><h1>Visits</h1></div>",
        "<div class='menu'><table><tr><td>Visits</td><td>Ann</td></tr></table></div>",
        f"<div id='nav-and-all'><p>Visits</p>{PROSE}{PROSE}</div>",
    ):
        assert any(kind != "furniture" and "Visits" in text for kind, text in seen(body)), body


def test_links_about_the_page_are_furniture() -> None:
    assert seen("<p><a href='#top'>Back to top</a></p><p>Skip to the visits and then on.</p>") == [
        ("furniture", "Back to top"),
        ("paragraph", "Skip to the visits and then on."),
    ]


def test_an_encoding_that_the_page_names_is_not_guessed() -> None:
    prose = PROSE.replace("they learn", "they’ve learnt")
    for meta, codes in (("<meta charset=windows-1252>", []), ("", [NoticeCode.ENCODING_GUESSED])):
        document = read(f"<html><head>{meta}</head><body>{prose}</body></html>".encode("cp1252"))
        assert "they’ve learnt" in document.blocks[0].text
        assert [notice.code for notice in document.notices] == codes


def test_line_ends_of_the_file_are_spaces_save_in_preformatted_text():
    page = "<p>Bakers bake.\nKettles sing in May:\nJune</p><ul><li>Sing:\nAll\tday</li></ul><pre>One\nTwo: Three</pre>"
    filler = f"<p>{'Words. ' * 50}</p>"
    blocks = read(f"<html><body>{page}{filler}</body></html>".encode()).blocks
    texts = [block.text for block in blocks[:4]]
    assert texts == ["Bakers bake. Kettles sing in May: June", "Sing: All day", "One", "Two: Three"]


def test_places_where_a_word_may_be_parted_part_none():
    items = "<ul><li>Bak<wbr>ers bake<ul><li>in lar<wbr/>ge kit&shy;chens</li></ul></li></ul>"
    page = f"{items}<p>View the back&shy;ground to item 5</p>"
    blocks = read(f"<html><body>{page}<p>{'Words. ' * 50}</p></body></html>".encode()).blocks
    assert [block.text for block in blocks[:3]] == ["Bakers bake", "in large kitchens", "View the background to item 5"]
    assert blocks[2].kind is BlockKind.FURNITURE
