"""Whether pages were taken out of a PDF or put into it, by the numbers that a tagged file keeps for its pages.

Programs that tag their files number the pages, and the links and pictures on them, from 0 and without a gap
(``StructParents``, ISO 32000-1, 14.7.4.4). Programs that take pages out or put others in leave these numbers as they
are. They are asked where the pages print no numbers themselves. A file that begins anew with 0 is another document.

pdfium does not give these numbers; pdfplumber does, and is imported only when they are asked for, which takes time.
"""

from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

FEWEST = 3
"""Pages of a document with numbers of their own that tell an order."""
MOST_BROKEN = 0.34
"""Of the steps from page to page: the share that may not count on. Where more do, the program numbers otherwise."""
COMPARE = "Compare with the original."


class KeptPage(NamedTuple):
    """The number that a file keeps for a page, None for one without, and those of what stands on it."""

    number: int | None
    others: frozenset[int] = frozenset()


def kept_pages(data: bytes) -> tuple[KeptPage, ...]:
    """The pages of a file with the numbers that it keeps for them; none where its structure cannot be read."""
    import pdfplumber

    try:
        with pdfplumber.open(BytesIO(data)) as document:
            return tuple(_kept(page.page_obj.attrs) for page in document.pages)
    except Exception:  # the library meets damage of any kind with errors of any kind; the pages were read without it
        return ()


def _kept(page: dict[str, Any]) -> KeptPage:
    from pdfplumber.utils.pdfinternals import resolve

    number = resolve(page.get("StructParents"))
    objects = (resolve(page.get("Resources")) or {}).get("XObject")
    found = [*(resolve(page.get("Annots")) or ()), *(resolve(objects) or {}).values()]
    attributes = [getattr(item, "attrs", item) for item in map(resolve, found)]
    others = (
        resolve(one.get(key))
        for one in attributes
        if isinstance(one, dict)
        for key in ("StructParent", "StructParents")
    )
    return KeptPage(number if isinstance(number, int) else None, frozenset(n for n in others if isinstance(n, int)))


def check_kept_numbers(pages: Sequence[KeptPage], begins: Collection[int] = ()) -> tuple[NoticeDraft, ...]:
    """The notices on each document that is bound into a file; they begin at the pages ``begins``, counted from 1."""
    documents: list[list[tuple[int, KeptPage]]] = []
    for number, page in enumerate(pages, 1):
        if not documents or number in begins or page.number == 0:
            documents.append([])
        documents[-1].append((number, page))
    return tuple(notice for document in documents for notice in _check(document))


def _check(document: Sequence[tuple[int, KeptPage]]) -> list[NoticeDraft]:
    numbered = [(at, page.number) for at, page in document if page.number is not None]
    if len(numbered) < FEWEST:
        return []
    used = {number for _, page in document for number in (page.number, *page.others)}
    broken = [notice for (_, one), (at, after) in pairwise(numbered) if (notice := _step(one, after, at, used))]
    if len(broken) > max(1, MOST_BROKEN * len(numbered)):
        return []
    return [*broken, *_untagged(document)]


def _step(before: int, after: int, page: int, used: Collection[int | None]) -> NoticeDraft | None:
    """The notice on a step from one page to the next that the numbers do not count."""
    if after <= before:
        message = (
            f"The file counts page {page} as one that comes before page {page - 1}: it may belong to another document, "
            f"or stand in another place. {COMPARE}"
        )
        return NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_OUT_OF_ORDER, message, page)
    if all(number in used for number in range(before + 1, after)):
        return None
    message = (
        f"The file counts more pages in front of page {page} than it has: pages may have been taken out. {COMPARE}"
    )
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGES_MISSING, message, page)


def _untagged(document: Sequence[tuple[int, KeptPage]]) -> Iterator[NoticeDraft]:
    """The notices on pages without a number between pages that have one."""
    for (_, one), (at, page), (_, after) in zip(document, document[1:], document[2:], strict=False):
        if page.number is None and one.number is not None and after.number is not None:
            message = (
                f"Page {at} was made in another way than the pages around it: it may belong to another document. "
                f"{COMPARE}"
            )
            yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.PAGE_OUT_OF_ORDER, message, at)
