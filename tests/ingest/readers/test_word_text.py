from docx.oxml import parse_xml

from ingest.readers.word_text import WordText
from tests.office import W


def words(inner: str) -> WordText:
    return WordText(parse_xml(f"<w:p {W}>{inner}</w:p>"))


def test_signs_that_are_elements_are_read() -> None:
    text = words(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:softHyphen/><w:t>e</w:t><w:br w:type="page"/></w:r>'
    )
    assert text.text == "a\tb\nc-de"


def test_line_ends_inside_the_words_of_a_run_are_spaces() -> None:
    assert words("<w:r><w:t>Bakers bake.\n  Kettles sing</w:t><w:br/><w:t>in May</w:t></w:r>").text == (
        "Bakers bake. Kettles sing\nin May"
    )


def test_a_paragraph_is_bold_when_all_its_words_are() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Plans</w:t></w:r>"
    assert words(bold).bold
    assert not words(bold + "<w:r><w:t> are clear</w:t></w:r>").bold
    assert not words('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Plans</w:t></w:r>').bold


def test_instructions_of_fields_are_no_words() -> None:
    assert words("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>").text == "3"


def test_notes_are_named_in_order() -> None:
    cited = words('<w:r><w:footnoteReference w:id="3"/><w:endnoteReference w:id="1"/></w:r>')
    assert cited.notes == [("footnote", "3"), ("endnote", "1")]


def test_signs_of_symbol_fonts_are_those_that_people_see() -> None:
    def sign(font: str, char: str) -> str:
        return words(f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>').text

    assert (sign("Wingdings", "F0FC"), sign("Wingdings 2", "0050"), sign("Wingdings", "F0A8")) == ("✓", "✓", "☐")
    assert (sign("Symbol", "F0B3"), sign("Wingdings", "F0FF"), sign("Symbol", "F0FF")) == ("≥", "•", "")


def test_what_is_chosen_in_a_form_is_read() -> None:
    def field(inner: str) -> str:
        return words(f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar></w:r>').text

    entries = '<w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/>'
    assert field(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>') == "Amber"
    assert field(f"<w:ddList>{entries}</w:ddList>") == "Red"
    assert field("<w:ddList/>") == ""
    assert field("<w:checkBox><w:checked/></w:checkBox>") == "☒"
    assert field('<w:checkBox><w:default w:val="0"/></w:checkBox>') == "☐"
    assert field("<w:textInput/>") == ""


def test_words_that_are_drawn_as_art_are_read() -> None:
    art = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="Draft"/></v:shape>'
    assert words(f"<w:r><w:pict>{art}</w:pict></w:r>").text == "Draft"
