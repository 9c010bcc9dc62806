"""Markers in front of lines, and the margins at which the numbers of paragraphs stand."""

import pytest

from ingest.page.lists import LineMarker, MarkerKind, at_margin, find_marker, number_margins
from tests.ingest.page.words import word, words


@pytest.mark.parametrize(
    ("given", "kind", "printed", "number", "text"),
    [
        (words(("19.", 72), ("Staff", 99)), MarkerKind.NUMBER, "19.", "19", "Staff"),
        (words(("3.14", 72), ("Staff", 110)), MarkerKind.NUMBER, "3.14", "3.14", "Staff"),
        (words(("1.3.2.", 72), ("Staff", 120)), MarkerKind.NUMBER, "1.3.2.", "1.3.2", "Staff"),
        (words(("7", 72), (".", 79), ("Staff", 99)), MarkerKind.NUMBER, "7.", "7", "Staff"),
        (words(("1005.", 72), ("Staff", 110)), MarkerKind.NUMBER, "1005.", "1005", "Staff"),
        (words(("1005.Staff", 72)), MarkerKind.NUMBER, "1005.", "1005", "Staff"),
        (words(("12.The", 72), ("staff", 120)), MarkerKind.NUMBER, "12.", "12", "The staff"),
        (words(("12.‘Good’", 72)), MarkerKind.NUMBER, "12.", "12", "‘Good’"),
        (words(("\uf06e", 72), ("Staff", 90)), MarkerKind.BULLET, "\uf06e", None, "Staff"),
        (words(("\x83", 72), ("Staff", 90)), MarkerKind.BULLET, "\x83", None, "Staff"),
        (words(("•Staff", 72), ("know", 120)), MarkerKind.BULLET, "•", None, "Staff know"),
        (words(("•", 72)), MarkerKind.BULLET, "•", None, ""),
        (words(("–", 72), ("staff", 90)), MarkerKind.BULLET, "–", None, "staff"),
        (words(("o", 72), ("staff", 90)), MarkerKind.BULLET, "o", None, "staff"),
        (words(("a)", 72), ("staff", 95)), MarkerKind.LETTER, "a)", None, "staff"),
        (words(("2)", 72), ("staff", 95)), MarkerKind.LETTER, "2)", None, "staff"),
        (words(("(12)", 72), ("staff", 120)), MarkerKind.LETTER, "(12)", None, "staff"),
        (words(("(iii)", 72), ("staff", 120)), MarkerKind.LETTER, "(iii)", None, "staff"),
    ],
)
def test_markers_in_all_their_forms(given, kind, printed, number, text):
    marker = find_marker(given)
    assert marker is not None
    assert (marker.kind, marker.printed, marker.number, marker.text, marker.x0) == (kind, printed, number, text, 72)


@pytest.mark.parametrize(
    "given",
    [
        words(("2015", 72), ("was", 99)),
        words(("2015.", 72), ("Staff", 110)),
        words(("1900.", 72), ("Staff", 110)),
        words(("5", 72), ("children", 82)),
        words(("5", 72), (".", 79)),
        words(("–", 72), ("and", 83)),
        words(("–", 72)),
        words(("a)", 72), ("staff", 88)),
        words(("a)", 72)),
        words(("2)", 72), ("staff", 88)),
        words(("(2018)", 72), ("staff", 130)),
        words(("1.5%", 72), ("of", 110)),
        words(("18.", 72)),
        words(("Staff", 72), ("know", 110)),
        [word("1", 72, raised=True), word("Set", 80)],
    ],
)
def test_what_only_looks_like_a_marker_is_none(given):
    assert find_marker(given) is None


@pytest.mark.parametrize(
    ("pieces", "printed"),
    [
        (("2", ".1"), "2.1"),
        (("b", "."), "b."),
        (("(", "a", ")"), "(a)"),
        (("1.", "1"), "1.1"),
        (("1", "2", "."), "12."),
    ],
)
def test_a_number_or_letter_may_be_printed_in_pieces(pieces, printed):
    made = [word(pieces[0], 72)]
    for piece in pieces[1:]:
        made.append(word(piece, made[-1].x1, glued=True))
    marker = find_marker([*made, word("Staff", 110), word("know", 146)])
    assert marker is not None
    assert (marker.printed, marker.text, marker.text_x) == (printed, "Staff know", 110)


def test_pieces_that_are_no_number_or_stand_apart_stay():
    assert find_marker([word("3", 72), word("rd", 78, glued=True), word("place", 110)]) is None
    assert find_marker([word("2", 72), word(".1", 78, glued=True, raised=True), word("Staff", 110)]) is None
    assert find_marker([word("b", 72), word("Staff", 78, glued=True), word("know", 120)]) is None


def test_a_marker_knows_where_its_text_begins():
    assert find_marker(words(("19.", 72), ("Staff", 99))).text_x == 99
    assert find_marker(words(("7", 72), (".", 79), ("Staff", 101))).text_x == 101
    assert find_marker(words(("•", 72))).text_x == 72


def test_the_text_that_is_glued_to_a_number_begins_behind_its_full_stop():
    assert find_marker(words(("12.Then", 72))).text_x == pytest.approx(72 + 3 * 6)


def markers(x0: float, *numbers: int) -> list[LineMarker | None]:
    return [find_marker(words((f"{number}.", x0), ("Staff", x0 + 27))) for number in numbers]


def test_the_hanging_indent_of_a_busy_margin_is_no_margin():
    assert number_margins(markers(72, *range(1, 12)) + markers(99, 18)) == (72,)


def test_as_many_numbers_at_an_indent_are_a_margin_of_their_own():
    assert number_margins(markers(72, *range(1, 6)) + markers(99, 6, 7)) == (72, 99)


@pytest.mark.parametrize(("x0", "margins"), [(80, (72, 80)), (84, (72,)), (126, (72,)), (129, (72, 129))])
def test_a_hanging_indent_lies_ten_to_fifty_five_points_from_its_margin(x0, margins):
    assert number_margins(markers(72, *range(1, 12)) + markers(x0, 18)) == margins


def test_two_margins_of_their_own_are_both_margins():
    assert sorted(number_margins(markers(72, 1, 2, 3, 4) + markers(86, 5, 6, 7, 8))) == [72, 86]


def test_margins_behind_one_that_is_taken_are_still_found():
    assert number_margins(markers(72, 1, 2, 3) + markers(74, 4, 5) + markers(300, 6)) == (72, 300)


def test_numbers_a_few_points_apart_stand_at_one_margin():
    assert number_margins(markers(72, 1, 2) + markers(75, 3)) == (72,)


def test_bullets_letters_and_lines_without_marker_make_no_margin():
    bullet = find_marker(words(("•", 72), ("Staff", 90)))
    assert number_margins([None, bullet]) == ()


def test_a_number_stands_at_a_margin_within_four_and_a_half_points():
    assert at_margin(76.4, (72,))
    assert at_margin(67.6, (72, 300))
    assert not at_margin(76.6, (72,))
    assert not at_margin(72, ())
