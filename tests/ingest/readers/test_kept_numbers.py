"""Pages that were taken out of a tagged PDF, or put into it, are told by the numbers that the file keeps for them."""

from collections.abc import Sequence

import pytest

from ingest.readers import read
from ingest.readers.kept_numbers import KeptPage, check_kept_numbers, kept_pages
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel


def tagged(numbers: Sequence[int | None], links: Sequence[int] = (), printed: bool = False) -> bytes:
    """A PDF whose pages keep these numbers; the first page has links with numbers of their own."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for at, number in enumerate(numbers):
        foot = f" 0 -400 Td (Page {at + 1}) Tj" if printed else ""
        text = f"BT /F1 12 Tf 72 700 Td (Bakers of harbour {at * 7} carry flour to every ship before dawn.) Tj{foot} ET"
        objects.append(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream")
        annotations = "".join(
            f"<< /Type /Annot /Subtype /Link /Rect [72 690 90 710] /StructParent {link} >> " for link in links
        )
        kept = f"/StructParents {number}" if number is not None else ""
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R {kept} /Annots [{annotations if at == 0 else ''}] >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.7\n", []
    for at, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{at} 0 obj\n{words}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n"
    )
    return out + f"{end}%%EOF\n".encode()


def told(data: bytes) -> list[tuple[NoticeCode, NoticeLevel, int | None]]:
    codes = (NoticeCode.PAGES_MISSING, NoticeCode.PAGE_OUT_OF_ORDER)
    return [(notice.code, notice.level, notice.page) for notice in read(data).notices if notice.code in codes]


MISSING = (NoticeCode.PAGES_MISSING, NoticeLevel.ERROR)
ELSEWHERE = (NoticeCode.PAGE_OUT_OF_ORDER, NoticeLevel.ERROR)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([0, 1, 2, 3], []),
        ([0, 1, 3, 4], [(*MISSING, 3)]),
        ([0, 1, 2, 2, 3], [(*ELSEWHERE, 4)]),
        ([0, 1, 4, 2, 3], [(*ELSEWHERE, 4)]),
        ([0, 1, None, 2, 3], [(NoticeCode.PAGE_OUT_OF_ORDER, NoticeLevel.WARNING, 3)]),
        ([0, 1, 2, 0, 1, 2], []),
        ([4, 5, 6], []),
        ([None, None, None], []),
        ([0, 2], []),
        ([0, 5, 9, 14, 20], []),
    ],
)
def test_pages_that_the_file_does_not_count_are_told(
    numbers: list[int | None], expected: list[tuple[NoticeCode, NoticeLevel, int]]
) -> None:
    assert told(tagged(numbers)) == expected


def test_links_have_numbers_of_their_own() -> None:
    assert told(tagged([0, 3, 4, 5], links=[1, 2])) == []
    assert told(tagged([0, 4, 5, 6], links=[1, 2])) == [(*MISSING, 2)]


def test_where_pages_print_numbers_only_these_count() -> None:
    assert told(tagged([0, 1, 3, 4], printed=True)) == []


def test_a_document_that_begins_inside_the_file_is_counted_for_itself() -> None:
    pages = [KeptPage(number) for number in (0, 1, 2, 1, 2, 3)]
    assert [notice.page for notice in check_kept_numbers(pages)] == [4]
    assert check_kept_numbers(pages, {4}) == ()


def test_a_file_whose_structure_cannot_be_read_keeps_no_numbers() -> None:
    assert kept_pages(b"%PDF-1.7\nnothing") == ()
