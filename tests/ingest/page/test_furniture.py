"""Which lines are running headers, footers, page numbers or stamps."""

import pytest

from ingest.page.furniture import find_furniture
from ingest.page.lines import PrintedLine
from tests.ingest.page.words import line

BODY = ("Staff", "Plans", "Carers", "Leaders", "Schools", "Health")


def furniture(*pages: list[PrintedLine]) -> list[str]:
    """The furniture of pages of 842 points, each with a line of text of its own in the middle."""
    full = [(842.0, [*lines, line(BODY[n], top=400, page=n + 1)]) for n, lines in enumerate(pages)]
    found = find_furniture(full)
    return [printed.orig for _, lines in full for printed in lines if id(printed) in found]


def test_words_in_a_margin_that_are_repeated_are_running_lines_whatever_their_digits() -> None:
    def pages(*texts, top):
        return [[line(text, top=top, page=n)] for n, text in enumerate(texts, 1)]

    assert furniture(*pages("Wexcombe 1 of 2", "Wexcombe 2 of 2", top=60)) == ["Wexcombe 1 of 2", "Wexcombe 2 of 2"]
    assert furniture(*pages("Wexcombe", "Wexcombe", top=764)) == ["Wexcombe", "Wexcombe"]
    assert furniture(*pages("Wexcombe", "Norcombe", top=60)) == []


@pytest.mark.parametrize(("top", "found"), [(63, 2), (65, 0), (761, 0), (763, 2)])
def test_margins_end_at_nine_per_cent_and_begin_at_ninety_and_a_half(top, found) -> None:
    assert len(furniture([line("Wexcombe", top=top)], [line("Wexcombe", top=top, page=2)])) == found


def test_repeated_lines_stand_at_about_one_height() -> None:
    assert len(furniture([line("Wexcombe", top=30)], [line("Wexcombe", top=35, page=2)])) == 2
    assert furniture([line("Wexcombe", top=30)], [line("Wexcombe", top=48, page=2)]) == []


@pytest.mark.parametrize("text", ["7", "Page 7", "page 7 of 12", "7/12", "- 7 -", "[7]", "Page | 7"])
def test_a_number_alone_in_a_margin_is_a_page_number(text) -> None:
    assert furniture([line(text, top=800)]) == [text]


@pytest.mark.parametrize("text", ["Wexcombe 7", "70000", "vii"])
def test_what_is_no_number_alone_is_no_page_number(text) -> None:
    assert furniture([line(text, top=800)]) == []


def test_what_a_browser_prints_in_the_margins_of_a_page_is_furniture() -> None:
    head, foot = line("28/11/2026, 10:00 Agenda", top=15, size=8), line("https://a.example 1/1", top=818, size=8)
    assert furniture([head, foot]) == [head.orig, foot.orig]
    assert furniture([line(head.orig, top=300), line(foot.orig, top=500)]) == []


def test_a_number_at_the_foot_of_the_text_is_one_when_it_counts_the_pages() -> None:
    def pages(*numbers, top=720.0):
        return [[line(str(number), 290, top, page)] for page, number in enumerate(numbers, 1)]

    assert furniture(*pages(1, 2, 3)) == ["1", "2", "3"]
    assert furniture(*pages(4, 5, 9)) == ["4", "5"]
    assert furniture(*pages(1, 3)) == []
    assert furniture(*pages(1, 2, top=600)) == []


def test_the_last_line_of_the_text_counts_pages_when_the_lines_below_are_furniture() -> None:
    pages = [[line(str(n), 290, 720, n), line("Wexcombe", top=800, page=n)] for n in (1, 2, 3)]
    assert furniture(*pages) == ["1", "Wexcombe", "2", "Wexcombe", "3", "Wexcombe"]


def test_a_page_number_above_a_footer_counts_in_a_document_of_two_pages() -> None:
    pages = [[line(str(n), 290, 720, n), line("Wexcombe", top=800, page=n)] for n in (1, 2)]
    assert furniture(*pages) == ["1", "Wexcombe", "2", "Wexcombe"]


def test_first_and_last_lines_of_many_pages_are_running_lines_wherever_they_stand() -> None:
    def pages(count, *tops):
        return [[line(f"Wexcombe {top}", top=top, page=n) for top in tops] for n in range(1, count + 1)]

    assert len(furniture(*pages(3, 150))) == 3
    assert len(furniture(*pages(3, 600))) == 3
    assert furniture(*pages(2, 150)) == []
    assert len(furniture(*pages(3, 150, 170, 190))) == 9
    assert len(furniture(*pages(3, 150, 170, 190, 210))) == 9


def test_the_ends_of_a_page_are_told_by_height_alone() -> None:
    def lines(page):
        inner = [line(f"A{'b' * page}", top=300, page=page), line(f"Z{'y' * page}", top=500, page=page)]
        return [*inner, line("March", top=150, page=page), line("Norcombe", top=650, page=page)]

    assert furniture(*[lines(page) for page in (1, 2, 3)]) == ["March", "Norcombe"] * 3


def test_in_a_long_document_a_tenth_of_the_pages_are_many() -> None:
    def pages(repeated):
        for page in range(1, 41):
            lines = [line("Wexcombe", top=150, page=page)] if page <= repeated else []
            yield 842.0, [*lines, line("x" * page, top=300 + 7 * page, page=page)]

    assert len(find_furniture(list(pages(3)))) == 0
    assert len(find_furniture(list(pages(4)))) == 4


def test_figures_alone_are_not_compared_as_words() -> None:
    assert furniture(*[[line(str(n * 7), top=150, page=n)] for n in (1, 2, 3)]) == []


def test_a_stamp_is_far_larger_than_the_text_and_repeated() -> None:
    def pages(*texts, size):
        more = line("Visits", top=414)
        return [[line(text, top=380, page=n, size=size), more] for n, text in enumerate(texts, 1)]

    assert furniture(*pages("DRAFT", "DRAFT", size=31)) == ["DRAFT", "DRAFT"]
    assert furniture(*pages("DRAFT", "DRAFT", size=30)) == []
    assert furniture(*pages("DRAFT", "FINAL", size=31)) == []


def test_a_document_without_lines_has_no_furniture() -> None:
    assert find_furniture([(842.0, [])]) == set()
