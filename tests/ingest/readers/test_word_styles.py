from docx.oxml import parse_xml

from ingest.readers.word_numbers import WordNumbers
from ingest.readers.word_styles import WordStyles
from tests.office import W


def styles(*inner: str) -> WordStyles:
    return WordStyles(parse_xml(f"<w:styles {W}>{''.join(inner)}</w:styles>"))


def style(name: str, inner: str = "", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:styleId="{name}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def paragraph(inner: str) -> object:
    return parse_xml(f"<w:p {W}><w:pPr>{inner}</w:pPr></w:p>")


def test_a_style_has_what_its_base_says() -> None:
    known = styles(style("heading 2"), style("Ours", based_on="heading 2"))
    assert known.by_name("Ours").heading == 2


def test_styles_that_are_based_on_each_other_end() -> None:
    known = styles(style("A", based_on="B"), style("B", based_on="A"))
    assert known.by_name("A").heading == 0


def test_an_outline_level_makes_a_heading_and_that_of_text_none() -> None:
    known = styles(style("heading 1"))
    assert known.of(paragraph('<w:outlineLvl w:val="2"/>')).heading == 3
    assert known.of(paragraph('<w:pStyle w:val="heading 1"/><w:outlineLvl w:val="9"/>')).heading == 0


def test_a_contents_list_is_told_by_its_style_and_its_heading_is_none() -> None:
    known = styles(style("toc 2"), style("TOC Heading"))
    assert known.by_name("toc 2").is_contents
    assert not known.by_name("TOC Heading").is_contents


def test_a_list_comes_from_the_paragraph_or_its_style_and_none_is_a_list_too() -> None:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    known, numbers = styles(style("Para", numbered)), WordNumbers(None)
    assert known.list_of(paragraph('<w:pStyle w:val="Para"/>'), numbers) == ("7", 1)
    none = '<w:pStyle w:val="Para"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert known.list_of(paragraph(none), numbers) is None
    other = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr>'
    assert known.list_of(paragraph(other), numbers) == ("3", 2)


def test_without_styles_nothing_is_said() -> None:
    assert WordStyles(None).by_name("Heading1").heading == 0
