"""Doubts that the words of the records themselves raise, whichever profile read them.

A text that stands twice in one section may have been printed, or read, twice (``text-repeated``). A sentence that
begins in lower case behind the end of another may be an item whose bullet is lost (``items-perhaps-joined``); so may
words behind a dash or bullet that begin like another record of the section.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from ingest.drafts import FindingDraft, RecommendationDraft
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

WORDS = 6
"""The fewest words of a text that do not come twice by chance."""

LOWER_CASE = re.compile(r"\b([A-Za-z]{4,})[.!?]['\"”’)]* ([a-z]{2,})\b(?![./@])")
MARK_AND_LOWER_CASE = re.compile(r"[.!?]['\"”’)]* [a-z]{2}")
"""What every match of ``LOWER_CASE`` holds; this is found much faster, and most texts have none."""

DASHES = "-\u2013\u2212"
DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}$")
"""What pages of councils have in front of the name of a meeting: "Meeting: 15/12/2022 - Cabinet"."""
BULLETED = re.compile(rf"\s([{DASHES}•▪◼■●\uf0b7\uf0a7\uf06e])\s+([A-Za-z]{{3,}})\b")
FIRST_WORD = re.compile(r"\W*([A-Za-z]{3,})\b")
SHORTENED = frozenset(("approx", "dept", "govt", "esq", "paras", "incl", "temp", "prof"))
"""Words that are shortened with a full stop."""

NUMERAL = re.compile(r"[ivxl]+", re.I)
SHOWN = 40
WORD = re.compile(r"\w+")
BEGINNING = 30
"""Letters and figures by which texts are sorted before their words are compared."""

Record = FindingDraft | RecommendationDraft


def check_texts(
    findings: Sequence[FindingDraft], recommendations: Sequence[RecommendationDraft]
) -> Iterator[NoticeDraft]:
    """The notices about the texts of a report's findings and recommendations."""
    for records in (findings, recommendations):
        yield from _repeated(records)
        yield from _joined(records)
        yield from _run_together(records)


def _repeated(records: Sequence[Record]) -> Iterator[NoticeDraft]:
    seen: set[tuple[str | None, str]] = set()
    beginnings = Counter(map(_beginning, records))
    for record in records:
        if beginnings[_beginning(record)] < 2:
            continue
        words = " ".join(WORD.findall(record.text.casefold()))
        if words.count(" ") + 1 < WORDS:
            continue
        if (record.section, words) in seen:
            message = (
                f"“{record.text[:SHOWN]}…” stands twice in its section; both were kept. Compare with the document."
            )
            yield _doubt(NoticeCode.TEXT_REPEATED, message, record)
        seen.add((record.section, words))


def _beginning(record: Record) -> tuple[str | None, str]:
    """The section and the first letters of a record, alike for all that have the same words."""
    return record.section, "".join(islice(filter(str.isalnum, record.text.casefold()), BEGINNING))


def _joined(records: Sequence[Record]) -> Iterator[NoticeDraft]:
    for record in records:
        for match in LOWER_CASE.finditer(record.text) if MARK_AND_LOWER_CASE.search(record.text) else ():
            if match[1].casefold() in SHORTENED or NUMERAL.fullmatch(match[1]):
                continue
            begins = record.text[match.start(2) :][:SHOWN]
            message = (
                f"Behind “{match[1]}.” a sentence begins in lower case (“{begins}”): two items may have been read as "
                "one. Compare with the document."
            )
            yield _doubt(NoticeCode.ITEMS_PERHAPS_JOINED, message, record)
            break


def _run_together(records: Sequence[Record]) -> Iterator[NoticeDraft]:
    """The notices about records with a bullet between their words, behind which they begin like another one."""
    first_words = Counter((record.section, word) for record in records if (word := _first_word(record)))
    texts = {record.text for record in records}
    for record in records:
        for match in BULLETED.finditer(record.text):
            others = first_words[record.section, match[2]] - (_first_word(record) == match[2])
            above = record.text[: match.start()]
            is_trail = record.text[match.start(2) :] in texts
            if match[1] in DASHES and (not others or is_trail or DAY.search(above) or above.isupper()):
                continue
            begins = record.text[match.start(2) :][:SHOWN]
            message = (
                f"A bullet stands between the words of this record (“{match[1]} {begins}”): two items may have been "
                "read as one. Compare with the document."
            )
            yield _doubt(NoticeCode.ITEMS_PERHAPS_JOINED, message, record)
            break


def _first_word(record: Record) -> str:
    match = FIRST_WORD.match(record.text)
    return match[1] if match else ""


def _doubt(code: NoticeCode, message: str, record: Record) -> NoticeDraft:
    return NoticeDraft(NoticeLevel.WARNING, code, message, record.place.page, record.place.line, record.anchor)
