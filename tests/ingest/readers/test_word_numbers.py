import pytest
from docx.oxml import parse_xml

from ingest.readers.word_numbers import WordNumbers, letter, roman
from tests.office import W


def numbers(*lists: str, levels: str) -> WordNumbers:
    inner = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>' + "".join(lists)
    return WordNumbers(parse_xml(f"<w:numbering {W}>{inner}</w:numbering>"))


def level(depth: int, how: str, pattern: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{how}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def plain(name: int, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="1"/>{more}</w:num>'


def test_a_level_goes_on_and_a_deeper_one_begins_anew() -> None:
    counted = numbers(plain(5), levels=level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"))
    assert [counted.next("5", at) for at in (0, 1, 1, 0, 1)] == ["1.", "a)", "b)", "2.", "a)"]


def test_a_pattern_may_hold_the_numbers_of_outer_levels() -> None:
    counted = numbers(plain(5), levels=level(0, "decimal", "%1", 3) + level(1, "decimal", "%1.%2"))
    assert [counted.next("5", at) for at in (0, 1, 1)] == ["3", "3.1", "3.2"]


def test_lists_of_one_definition_share_their_numbers() -> None:
    counted = numbers(plain(5), plain(6), levels=level(0, "decimal", "%1."))
    assert [counted.next(name, 0) for name in ("5", "6", "5")] == ["1.", "2.", "3."]


def test_a_list_that_restarts_begins_where_it_says() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    counted = numbers(plain(5), plain(6, restart), levels=level(0, "decimal", "%1."))
    assert [counted.next(name, 0) for name in ("5", "5", "6", "6")] == ["1.", "2.", "4.", "5."]


def test_a_list_that_nobody_defined_prints_nothing() -> None:
    assert numbers(plain(5), levels=level(0, "decimal", "%1.")).next("9", 0) == ""
    assert WordNumbers(None).next("5", 0) == ""


def test_a_bullet_is_one_whatever_its_font() -> None:
    assert numbers(plain(5), levels=level(0, "bullet", "\uf0b7")).next("5", 0) == "•"


@pytest.mark.parametrize(("number", "written"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (99, "xcix")])
def test_roman_numbers(number: int, written: str) -> None:
    assert roman(number) == written


@pytest.mark.parametrize(("number", "written"), [(1, "a"), (26, "z"), (27, "aa"), (52, "zz"), (53, "aaa")])
def test_letters(number: int, written: str) -> None:
    assert letter(number) == written
