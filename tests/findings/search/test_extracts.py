"""Extracts show the words that were searched for where they stand closest."""

import pytest

from findings.search.extracts import BEFORE, LENGTH, ExtractPart, extract_of, marker_of
from findings.search.language import parse


def shown(extract: tuple[ExtractPart, ...]) -> str:
    return "".join(f"<mark>{part.text}</mark>" if part.marked else part.text for part in extract)


@pytest.mark.parametrize(
    ("typed", "text", "extract"),
    [
        ("visit", "They visited.", "They <mark>visited</mark>."),
        ("soc*", "Social society", "<mark>Social society</mark>"),
        ('"social work"', "Work: social works, social.", "Work: <mark>social works</mark>, social."),
        ("delay OR -visit", "A visit, a delay", "A visit, a <mark>delay</mark>"),
        ("nothing", "A  text\nin lines", "A text in lines"),
    ],
)
def test_extracts_mark_what_was_searched_for(typed, text, extract):
    expression = parse(typed).expression
    assert expression is not None
    assert shown(extract_of(text, marker_of(expression))) == extract


def test_a_long_text_is_cut_where_the_words_stand_closest():
    far = " ".join(f"w{n}" for n in range(200))
    text = f"{far} drift {far} drift and delay {far}"
    expression = parse("drift delay").expression
    assert expression is not None
    extract = shown(extract_of(text, marker_of(expression)))
    assert extract.startswith("… w")
    assert extract.endswith(" …")
    assert "<mark>drift</mark> and <mark>delay</mark>" in extract
    assert len(extract.split()) < 70


def test_a_text_that_fits_is_shown_whole_and_without_a_query_nothing_is_marked():
    text = " ".join(["word"] * LENGTH)
    assert extract_of(text, marker_of(None)) == (ExtractPart(text, False),)


def test_some_words_stand_before_the_first_match():
    text = " ".join([*["before"] * 100, "drift", *["after"] * 100])
    found = shown(extract_of(text, marker_of(parse("drift").expression)))
    assert found.startswith("… " + "before " * BEFORE + "<mark>drift</mark>")
