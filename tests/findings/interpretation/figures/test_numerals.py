from decimal import Decimal

import pytest

from findings.interpretation.figures.numerals import Kind, number_in_words, numerals_in


def read(text: str) -> list[tuple[Decimal, str]]:
    return [(numeral.value, numeral.kind.value) for numeral in numerals_in(text)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one", 1),
        ("nineteen", 19),
        ("twenty", 20),
        ("twenty-six", 26),
        ("Ninety nine", 99),
        ("a hundred", 100),
        ("two hundred and five", 205),
        ("three thousand", 3000),
        ("a dozen", 12),
    ],
)
def test_numbers_in_words_have_their_value(words: str, number: int) -> None:
    assert number_in_words(words) == number
    assert read(f"There were {words} of them") == [(Decimal(number), "plain")]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("1,584 children", "1584", "plain"),
        ("a rate of 283.2 here", "283.2", "plain"),
        ("92% of plans", "92", "percent"),
        ("72.3 per cent of plans", "72.3", "percent"),
        ("ten per cent of plans", "10", "percent"),
        ("a gap of 11 percentage points", "11", "percentage points"),
        ("it cost £1,500 then", "1500", "pounds"),
        ("it cost £1.5 million then", "1500000", "pounds"),
        ("it cost £3million then", "3000000", "pounds"),
        ("it cost £20k then", "20000", "pounds"),
        ("half of the plans", "50", "percent"),
        ("half their plans", "50", "percent"),
        ("over a third of posts", "33", "percent"),
        ("two thirds reached it", "67", "percent"),
        ("three-quarters of posts", "75", "percent"),
        ("less than a quarter of posts", "25", "percent"),
        ("one in five children", "20", "percent"),
        ("one in every 8 children", "12.5", "percent"),
    ],
)
def test_one_numeral_is_read_as_printed(text: str, value: str, kind: str) -> None:
    assert read(text) == [(Decimal(value), kind)]


@pytest.mark.parametrize(
    "text",
    [
        "a third assessment team was set up",
        "half brothers and sisters",
        "in the second half year",
        "a quarter past nothing",
        "the 18th birthday",
        "form B12 and the M25",
        "open 24/7 for all",
        "12345678901234 is no number",
        "everyone often listens",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert read(text) == []


def test_a_numeral_knows_the_characters_that_print_it() -> None:
    (numeral,) = numerals_in("about 7.5 per cent more")
    assert ("about 7.5 per cent more"[numeral.start : numeral.end], numeral.kind) == ("7.5 per cent", Kind.PERCENT)
