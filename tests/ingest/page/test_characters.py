"""Characters as a person sees them, and those that cannot be read."""

import pytest

from ingest.page.characters import as_seen, is_gibberish, unreadable


@pytest.mark.parametrize(
    ("spelt", "seen"),
    [
        ("Insp\u00adection of Wexc\u00adombe", "Inspection of Wexcombe"),
        ("left\u200b-right\u200e \u202abut\u202c \ufeffplain", "left-right but plain"),
        ("o\ufb03ce sta\ufb00 \ufb01ne \ufb02ow", "office staff fine flow"),
        ("children\u02bcs O\u02bcHara", "children’s O’Hara"),
        ("Ma\u0301ire Ni\u0301 Dho\u0301naill", "Máire Ní Dhónaill"),
        ("children\x92s \x96 a \x93plan\x94", "children’s – a “plan”"),
        ("a\u00a0plan\u202ffor\u2009all", "a\u00a0plan\u202ffor\u2009all"),
        ("\u0083 a bullet", "\u0083 a bullet"),
    ],
)
def test_letters_are_those_that_a_person_sees(spelt: str, seen: str) -> None:
    assert as_seen(spelt) == seen


def test_a_soft_hyphen_at_the_end_of_a_line_stays_for_the_join() -> None:
    assert as_seen("exam\u00ad\nple of\u00ad") == "exam\u00ad\nple of\u00ad"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The plan’s aims – £5 – ½ é", 0),
        ("\uf06e A bullet\n\uf0b7Another\n\uf0fc", 0),
        ("a tick \uf0a3 and an arrow \uf0e0", 0),
        ("\uf054\uf068\uf065 plan", 3),
        ("the \ufffd\ufffdan", 2),
        ("\uf06e \ufffdn", 1),
        ("\x01\x03 child\x1bren", 3),
        ("one\ttwo\r\nthree\x0cfour", 0),
    ],
)
def test_what_is_no_letter_is_counted_save_bullets_and_signs_that_stand_alone(text: str, count: int) -> None:
    assert len(unreadable(text)) == count


def test_many_words_without_a_common_one_are_gibberish() -> None:
    assert is_gibberish("7KH FRXQFLO KDV PHW " * 20)
    assert not is_gibberish("7KH FRXQFLO KDV PHW " * 20 + "The end")
    assert not is_gibberish("7KH FRXQFLO KDV PHW " * 19)
