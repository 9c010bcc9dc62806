"""The type of the body, and what stands out from it."""

import pytest

from ingest.page.headings import BodyType, measure, rank, stands_out
from ingest.page.lines import PrintedLine
from tests.ingest.page.words import line

BODY = BodyType(size=12)


def paragraph(tops: list[float], **more) -> list[PrintedLine]:
    return [line("Leaders know their services well", top=top, **more) for top in tops]


def test_the_size_of_the_body_is_that_of_most_letters_and_not_of_most_lines() -> None:
    small = [line("A note", top=700 + 10 * n, size=8) for n in range(4)]
    assert measure([*paragraph([100, 114, 128]), *small], ()).size == 12


def test_the_leading_is_the_distance_of_lines_as_a_multiple_of_their_size() -> None:
    assert measure(paragraph([100, 114.4, 128.8]), ()).leading == 1.2


def test_the_smallest_common_leading_counts_because_items_stand_further_apart() -> None:
    items = paragraph([200 + 20 * n for n in range(7)])
    assert measure([*paragraph([100, 114.4, 128.8]), *items], ()).leading == 1.2
    rare = paragraph([400, 412])
    assert measure([*paragraph([200 + 20 * n for n in range(7)]), *rare], ()).leading == pytest.approx(1.66)


@pytest.mark.parametrize("tops", [[100, 110.7], [100, 123], [100]])
def test_lines_too_near_or_too_far_are_none_of_one_paragraph(tops) -> None:
    assert measure(paragraph(tops), ()).leading == 1.21


def test_where_most_lines_that_go_on_stand_far_apart_that_is_the_leading() -> None:
    far = [line("and know them well", top=100 + 28.8 * n) for n in range(6)]
    assert measure(far, ()).leading == 2.4
    assert measure([*paragraph([700, 714.4]), *far], ()).leading == 2.4
    assert measure([*paragraph([700, 714.4, 728.8]), *far], ()).leading == 1.2
    assert measure(paragraph([100 + 28.8 * n for n in range(6)]), ()).leading == 1.21


def test_lines_of_two_pages_or_sizes_tell_no_leading() -> None:
    pages = [line("Leaders", top=100), line("know", top=118, page=2)]
    sizes = [line("Leaders", top=100), line("know", top=118, size=10)]
    assert measure(pages, ()).leading == measure(sizes, ()).leading == 1.21


def test_full_lines_end_at_the_right_edge_save_the_longest_three_in_a_hundred() -> None:
    lines = [line("Leaders know", top=100 + n) for n in range(97)]
    long = [line("Leaders know their services", top=300 + n) for n in range(3)]
    assert measure([*lines, *long], ()).right == long[0].x1
    assert measure([*lines, lines[0], *long[1:]], ()).right == lines[0].x1


def test_a_document_without_lines_has_the_usual_type_and_its_margins() -> None:
    assert measure([], (72,)) == BodyType(margins=(72,))
    assert measure([line("Leaders")], (72,)).margins == (72,)


def test_a_document_that_states_no_size_is_set_in_twelve_points() -> None:
    assert measure([line("Leaders")._replace(size=0)], ()).size == 12


@pytest.mark.parametrize(
    ("text", "size", "bold", "heading"),
    [
        ("Findings", 13, False, True),
        ("Findings", 12.9, False, False),
        ("Findings", 12, True, True),
        ("Findings", 11.2, True, True),
        ("Findings", 11.1, True, False),
        ("Findings", 12, False, False),
        ("12", 12, True, False),
        ("12", 13, False, True),
    ],
)
def test_larger_lines_and_bold_ones_with_letters_stand_out(text, size, bold, heading) -> None:
    assert stands_out(line(text, size=size, bold=bold), BODY) is heading


def test_headings_rank_by_size_and_then_by_weight() -> None:
    assert rank([(12, True), (26, False), (14, True), (14, False), (12, True)]) == {
        (26, False): 1,
        (14, True): 2,
        (14, False): 3,
        (12, True): 4,
    }
