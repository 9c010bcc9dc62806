"""The numbers that are printed on pages tell whether pages are missing, come twice or stand in another order."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.page.paging import check_bound_pages, check_pages, printed_numbers
from inspections.vocabulary import NoticeLevel


def footers(*printed):
    """Pages of a file whose running matter is as given; None for a page without any."""
    return [
        Block(BlockKind.FURNITURE, text, text, Place(page)) for page, text in enumerate(printed, 1) if text is not None
    ]


def codes(*printed):
    return [notice.code for notice in check_pages(footers(*printed))]


@pytest.mark.parametrize(
    "printed",
    [
        ("1", "2", "3", "4", "5"),
        (None, "2", "3", "4", None, "6"),
        (None, None, "1", "2", "3", "4"),
        ("17 to 28 July 2023 1", "17 to 28 July 2023 2", "17 to 28 July 2023 3"),
        ("Page 1 of 3", "Page 2 of 3", "Page 3 of 3"),
        ("1", "2", "3", "4", "1", "2", "3"),
        ("1", "2", "3", "4", None, "2", "3"),
        ("Wexcombe 12", "Wexcombe 12", "Wexcombe 12", "Wexcombe 12"),
        ("31", "8", "2", "77", "5"),
        ("1", None, "2", "3", "4"),
        ("- 1 -", "- 2 -", "- 3 -"),
        ("4", "3"),
        (),
    ],
)
def test_pages_that_count_on_give_no_notice(printed):
    assert codes(*printed) == []


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        (("1", "2", "3", "5", "6", "7"), "pages-missing"),
        (("2", "3", "4", "5"), "pages-missing"),
        ((None, "2", "4"), "pages-missing"),
        (("1", "2", "3", "3", "4", "5", "6"), "page-repeated"),
    ],
)
def test_a_page_that_is_missing_or_comes_twice_is_named(printed, code):
    assert codes(*printed) == [code]


def test_a_page_with_words_that_the_numbers_around_it_do_not_count_is_named():
    strange = Block(BlockKind.PARAGRAPH, "Words.", "Words.", Place(3))
    (notice,) = check_pages([*footers("1", "2", None, "3", "4"), strange])
    assert (notice.code, notice.page, notice.level) == ("page-out-of-order", 3, NoticeLevel.ERROR)
    assert notice.message.startswith("Page 3 of the file has no number, and page 3 follows page 2 without counting it.")
    (notice,) = check_pages([*footers("1", "2", None, None, "3", "4"), strange, replace(strange, place=Place(4))])
    assert notice.message.startswith("Pages 3 to 4 of the file have no number")
    for counted in (("1", "2", None, "4"), ("1", "2", None, "1", "2"), ("1", "2", None)):
        assert check_pages([*footers(*counted), strange]) == ()


def test_pages_in_another_order_are_named():
    assert "page-out-of-order" in codes("1", "2", "3", "5", "4", "6", "7", "8", "9", "10", "11")


def test_two_pages_that_changed_places_in_a_short_letter_are_named():
    assert "page-out-of-order" in codes(None, "2", "4", "3")


def test_missing_pages_are_an_error_that_says_which_they_are_and_where():
    (notice,) = check_pages(footers("1", "2", "3", "7", "8", "9"))
    assert (notice.level, notice.page) == (NoticeLevel.ERROR, 4)
    assert "4 to 6" in notice.message


def test_a_figure_that_comes_back_on_many_pages_is_no_page_number():
    both = [block for page in (1, 2, 3, 4) for block in footers(*[None] * (page - 1), "Report 12")]
    both += footers("1", "2", "3", "4")
    assert [printed.number for printed in printed_numbers(both)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "printed", [("4", "3", "2", "1"), ("2", "1"), ("1", "2", "4", "3", "5", "6"), ("4", "3", "2", None)]
)
def test_pages_that_were_mixed_up_are_one_error(printed):
    (notice,) = check_pages(footers(*printed))
    assert (notice.code, notice.level) == ("page-out-of-order", NoticeLevel.ERROR)
    assert ", ".join(number for number in printed if number) in notice.message


def paragraphs(*pages):
    """Pages of a file without page numbers, each with the numbers of its paragraphs."""
    return [
        Block(BlockKind.PARAGRAPH, "Staff plan.", "Staff plan.", Place(page), number=str(number))
        for page, numbers in enumerate(pages, 1)
        for number in numbers
    ]


def test_without_page_numbers_those_of_paragraphs_tell_the_order():
    (notice,) = check_pages(paragraphs((7, 8), (4, 5, 6), (1, 2, 3)))
    assert (notice.code, notice.level) == ("page-out-of-order", NoticeLevel.ERROR)
    assert "7, 4, 1" in notice.message


@pytest.mark.parametrize(
    "pages",
    [
        ((1, 2, 3), (4, 5, 6), (7, 8)),
        ((1, 2, 3), (1, 2), (1, 2, 3)),
        ((5, 6), (1, 2, 3), (9, 10)),
        ((4, 6), (7, 8), (1, 2, 3)),
    ],
)
def test_paragraphs_that_count_on_or_begin_again_tell_no_other_order(pages):
    assert check_pages(paragraphs(*pages)) == ()


def test_numbered_pages_that_count_on_are_in_order_whatever_the_paragraphs():
    assert check_pages([*footers("1", "2", "3"), *paragraphs((7, 8), (4, 5, 6), (1, 2, 3))]) == ()


def bound(*documents):
    """The notices of documents that are bound into one file, each with the figures of its pages."""
    pages = [figure for figures in documents for figure in figures]
    blocks, starts = footers(*pages), [sum(map(len, documents[:at])) for at in range(len(documents))]
    return check_bound_pages(
        [
            ([block for block in blocks if start < block.page <= start + len(figures)], start)
            for start, figures in zip(starts, documents, strict=True)
        ]
    )


@pytest.mark.parametrize(
    "documents",
    [(("7", "6", "5", "4", "3", "2"), ("1",)), (("2", "3", "4"), ("1",)), (("4", "5", "6"), ("1", "2", "3"))],
)
def test_a_cover_in_the_middle_of_its_report_is_one_error_of_the_whole_file(documents):
    (notice,) = bound(*documents)
    assert (notice.code, notice.level) == ("page-out-of-order", NoticeLevel.ERROR)
    assert ", ".join(number for figures in documents for number in figures) in notice.message


def test_a_letter_behind_a_report_whose_cover_has_no_number_is_in_order():
    assert bound((None, "2", "3", "4"), ("1",)) == ()


def test_what_is_missing_in_one_of_two_documents_is_told():
    assert [(notice.code, notice.page) for notice in bound(("1", "2", "4"), ("1", "2", "3"))] == [("pages-missing", 3)]
    assert [(notice.code, notice.page) for notice in bound(("1", "2"), ("1", "3", "4"))] == [("pages-missing", 4)]
