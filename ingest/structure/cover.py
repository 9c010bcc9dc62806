"""The facts that a cover prints behind labels ("Inspection dates:", "Lead inspector:"), and the doubts about them.

A label stands in front of its value in the same block, in the next block, or in the cell of a table beside it. Dates
that run backwards give ``dates-out-of-order``; a label without a date that can be read gives ``dates-unreadable``, no
label at all ``dates-missing``; none is put right.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from ingest.blocks import Block, BlockKind, Place
from ingest.drafts import InspectionDraft, PartialDate
from ingest.notices import NoticeDraft
from ingest.wording.covers import EARLIER_INSPECTION
from ingest.wording.dates import EXACT, days_behind, days_between, find_date, find_range, write_out
from ingest.wording.inspectors import is_lead_inspector
from ingest.wording.joining import ends_like_a_sentence
from ingest.wording.visits import LONGEST_WAIT
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

DATES = r"(?:inspection|review)\s+dates?\b\s*:?|dates?\s+of\s+(?:the\s+)?(?:inspection|review)\s*:?"
PUBLISHED = r"(?:report\s+)?published\s*:|report\s+published\b\s*:?|date\s+published\s*:?|date\s+of\s+publication\s*:?"
# The line about an earlier inspection: its label, and the label with its value.
EARLIER = re.compile(rf"\W*{EARLIER_INSPECTION}", re.I)
OTHER_LABEL = re.compile(rf"\b(?:{DATES}|{PUBLISHED}|(?:lead|reporting)\s+inspector)", re.I)
EARLIER_VALUE = re.compile(rf"(?:^|(?<=\s)){EARLIER_INSPECTION}.*?(?={OTHER_LABEL.pattern}|$)", re.I | re.S)
ALONE = re.compile(r"[^\d:]{4,60}:", re.S)
LABELLED_LENGTH = 160
UNFINISHED = re.compile(r"(?:\b(?:to|and)|[-\u2010-\u2015,])$", re.I)
PAGE_BEHIND = re.compile(r"(?:^|\s+)\d{1,3}\s*$")
SHORTEST_SENTENCE = 30
REMARK = re.compile(r"\([^()\d]*\)")
# No inspection lasts longer at one go.
LONGEST_VISIT = 70
JOINING = frozenset({"and", "from", "to", "until"})
WORD = re.compile(r"[^\W\d_]+")
SEVERAL = re.compile(r"\band\b|[,;&]")


@dataclass(frozen=True, slots=True)
class Field:
    """The value behind a label, and where it stands."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of an inspection and of its report, as far as they are printed, and what is doubted about them."""

    started: PartialDate | None
    ended: PartialDate | None
    published: PartialDate | None
    place: Place
    printed: str
    notices: tuple[NoticeDraft, ...]


def printed_lines(blocks: Iterable[Block]) -> list[Field]:
    """The rows of tables and the other blocks, each as one line."""
    lines = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            lines += [Field(" ".join(filter(None, row.texts)), row.place) for row in block.rows]
        elif block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            lines.append(Field(block.text, block.place))
    return lines


@cache
def _labels(label: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A label in front of its value: anywhere in a short line, at the beginning of a long one."""
    value = rf"(?:{label})(?P<value>.*)$"
    return re.compile(rf"(?:^|.*?\s){value}", re.I | re.S), re.compile(rf"\s*{value}", re.I | re.S)


def _in_lines(lines: Sequence[Field]) -> Iterator[Field]:
    """The lines; labels that stand alone in a row are put in front of the values that follow them in the same order."""
    at = 0
    while at < len(lines):
        labels = list(takewhile(lambda line: ALONE.fullmatch(line.value), lines[at:]))
        values = lines[at + len(labels) : at + 2 * len(labels)]
        if len(labels) > 1 and len(values) == len(labels):
            for label, value in zip(labels, values, strict=True):
                yield Field(f"{label.value} {value.value}", label.place)
            at += 2 * len(labels)
        elif labels and EARLIER.fullmatch(labels[0].value) and values:
            yield Field(f"{labels[0].value} {values[0].value}", labels[0].place)
            at += 2
        else:
            yield lines[at]
            at += 1


def _own(line: Field, label: str) -> Field:
    """A line without what it says of an earlier inspection, unless that is what is looked for."""
    if label == EARLIER.pattern:
        return line
    if "inspection" not in line.value.casefold():  # it can say nothing of an earlier one
        return Field(line.value.strip(), line.place)
    return Field(EARLIER_VALUE.sub("", line.value).strip(), line.place)


COPYRIGHT = re.compile(r"©|\(c\)|(?:crown\s+)?copyright\b", re.I)
"""Begins a line that is no value, though it holds a year."""


def labelled(blocks: Iterable[Block], label: str) -> Field | None:
    """The value behind the first label that matches at the beginning of a line."""
    return next(all_labelled(blocks, label), None)


def all_labelled(blocks: Iterable[Block], label: str) -> Iterator[Field]:
    """The values behind each label that matches at the beginning of a line.

    That of the next line if none follows it. What is said of an earlier inspection is no value of another label.
    """
    lines = [own for line in _in_lines(printed_lines(blocks)) if (own := _own(line, label)).value]
    for at, line in enumerate(lines):
        if match := _labels(label)[len(line.value) >= LABELLED_LENGTH].match(line.value):
            value = match["value"].strip(" :")
            following = lines[at + 1] if at + 1 < len(lines) else Field("", line.place)
            if COPYRIGHT.match(following.value):
                following = Field("", line.place)
            if UNFINISHED.search(value) and any(sign.isdigit() for sign in value):
                yield Field(f"{value} {following.value}".strip(), line.place)
            else:
                yield Field(value, line.place) if value else Field(following.value, following.place)


def doubt(level: NoticeLevel, code: NoticeCode, message: str, place: Place) -> NoticeDraft:
    """A notice about a place of the cover."""
    return NoticeDraft(level, code, message, place.page, place.line)


def read_dates(blocks: Sequence[Block]) -> Dates:
    """Read when the inspection began and ended and when its report was published."""
    top = blocks[0].place if blocks else Place()
    whens, publications = list(all_labelled(blocks, DATES)), list(all_labelled(blocks, PUBLISHED))
    when, published = next(iter(whens), None), next(iter(publications), None)
    notices = [*_told_otherwise(whens), *_told_otherwise(publications)]
    started, ended = find_range(write_out(REMARK.sub(" ", when.value))) if when else (None, None)
    if when is None:
        notices.append(
            doubt(
                NoticeLevel.ERROR, NoticeCode.DATES_MISSING, "No dates of the inspection are printed on the cover.", top
            )
        )
    elif started is None:
        message = (
            f"The dates of the inspection, “{when.value[:60]}”, cannot be read as dates. Read them in the document."
        )
        notices.append(doubt(NoticeLevel.ERROR, NoticeCode.DATES_UNREADABLE, message, when.place))
    elif behind := _not_told(write_out(REMARK.sub(" ", when.value)), started, ended):
        level = NoticeLevel.WARNING if ended and len(started.iso) == EXACT else NoticeLevel.ERROR
        notices.append(doubt(level, NoticeCode.DATES_DOUBTED, behind, when.place))
    day = find_date(write_out(published.value)) if published else None
    if published and day is None:
        message = f"The day of publication, “{published.value[:60]}”, cannot be read as a date."
        notices.append(doubt(NoticeLevel.ERROR, NoticeCode.DATES_UNREADABLE, message, published.place))
    elif published and day and len(day.iso) < EXACT:
        message = f"“{published.value[:60]}” tells no day of publication. Read it in the document."
        notices.append(doubt(NoticeLevel.ERROR, NoticeCode.DATES_DOUBTED, message, published.place))
    place = when.place if when else top
    if (last := ended or started) and _apart(last, day) > LONGEST_WAIT:
        message = (
            f"The inspection ended on {last.iso}, long before its report of {day and day.iso}. Compare with the "
            "document."
        )
        notices.append(doubt(NoticeLevel.WARNING, NoticeCode.DATES_DOUBTED, message, place))
    notices += check_order((("began", started), ("ended", ended), ("report published", day)), place)
    return Dates(started, ended, day, place, when.value if when else "", tuple(notices))


def earlier_inspection(blocks: Iterable[Block]) -> InspectionDraft | None:
    """The inspection that a cover names as the one before, of a framework that it does not tell.

    None where the cover names none, or prints no date or more than dates: a grade, say, which nobody has read then.
    """
    told = labelled(blocks, EARLIER.pattern)
    if told is None:
        return None
    value = OTHER_LABEL.split(told.value, maxsplit=1)[0].strip()
    rest = write_out(value)
    started, ended = find_range(rest)
    for date in (ended, started):
        rest = rest.replace(date.printed, " ", 1) if date else rest
    if started is None or not JOINING.issuperset(WORD.findall(rest.lower())):
        return None
    return InspectionDraft(None, started, ended, place=told.place, printed=value)


def _told_otherwise(fields: Sequence[Field]) -> Iterator[NoticeDraft]:
    """A notice for each later line of a label that tells other dates than the first one."""
    told = [(field, days) for field in fields if any(days := find_range(write_out(REMARK.sub(" ", field.value))))]
    for field, days in told[1:]:
        if [_iso(day) for day in days] != [_iso(day) for day in told[0][1]]:
            message = (
                f"The cover prints “{field.value[:60]}” where it printed “{told[0][0].value[:60]}” before. The first "
                "was taken; compare with the document."
            )
            yield doubt(NoticeLevel.WARNING, NoticeCode.DATES_CONTRADICTION, message, field.place)


def _apart(first: PartialDate | None, second: PartialDate | None) -> int:
    """The days between two dates, 0 where one of them is not printed to the day."""
    exact = first and second and len(first.iso) == len(second.iso) == EXACT
    return days_between(first.iso, second.iso) if first and second and exact else 0


def _not_told(printed: str, started: PartialDate, ended: PartialDate | None) -> str | None:
    """What is doubted about dates that could be read.

    Days that stand behind the range, a single day, or a range too long.
    """
    own = re.split(rf"{PUBLISHED}|\b(?:lead|reporting)\s+inspector", printed, maxsplit=1, flags=re.I)[0]
    if day := days_behind(own):
        return (
            f"Behind the dates of the inspection stands “{day}”, which was not taken as its end. Compare with the "
            "document."
        )
    if ended is None:
        return f"“{own.strip()[:60]}” tells no end of the inspection. Read it in the document."
    if _apart(started, ended) > LONGEST_VISIT and not SEVERAL.search(own):
        return f"“{own.strip()[:60]}” is longer than any inspection. Compare with the document."
    return None


def _running_dates(blocks: Iterable[Block]) -> Iterator[tuple[Block, PartialDate, PartialDate]]:
    """The ranges of days that running headers and footers print, each once."""
    running = {
        text: block
        for block in blocks
        if block.kind is BlockKind.FURNITURE and (text := PAGE_BEHIND.sub("", block.text))
    }
    for text, block in running.items():
        started, ended = find_range(text)
        if started and ended:
            yield block, started, ended


def check_running_dates(dates: Dates, blocks: Iterable[Block]) -> list[NoticeDraft]:
    """A notice when running headers or footers print other dates of the inspection than the cover does."""
    for block, started, ended in _running_dates(blocks):
        if dates.started and (started.iso, ended.iso) != (dates.started.iso, _iso(dates.ended)):
            message = (
                f"The cover dates the inspection “{dates.printed[:60]}”, the foot or head of page {block.page} from "
                f"{started.iso} to {ended.iso}. The cover was taken; compare with the document."
            )
            return [doubt(NoticeLevel.WARNING, NoticeCode.DATES_CONTRADICTION, message, dates.place)]
    return []


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None


def cover_prose(blocks: Iterable[Block]) -> list[Block]:
    """The sentences of a cover that explain the judgements.

    Unnumbered prose, also where it fills a row of the table alone.
    """
    prose: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            alone = [(row, cells[0]) for row in block.rows if len(cells := [c for c in row.cells if c.text]) == 1]
            prose += [Block(BlockKind.PARAGRAPH, cell.text, cell.text, row.place) for row, cell in alone]
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not block.number:
            prose.append(block)
    return [block for block in prose if _explains(block.text)]


def _explains(text: str) -> bool:
    label = re.match(rf"(?:{DATES}|{PUBLISHED})", text, re.I) or is_lead_inspector(text)
    return len(text) >= SHORTEST_SENTENCE and ends_like_a_sentence(text) and not text.endswith(":") and not label


def check_order(dates: Iterable[tuple[str, PartialDate | None]], place: Place) -> list[NoticeDraft]:
    """A notice for every date that lies before the one named in front of it.

    Partial dates are compared as far as printed.
    """
    known = [(name, date) for name, date in dates if date]
    notices = []
    for (before, first), (after, second) in pairwise(known):
        exact = min(len(first.iso), len(second.iso))
        if second.iso[:exact] < first.iso[:exact]:
            message = (
                f"Inspection {before} on {first.iso}, {after} on {second.iso}: these dates run backwards. "
                "They were kept as printed; compare with the document."
            )
            notices.append(doubt(NoticeLevel.ERROR, NoticeCode.DATES_OUT_OF_ORDER, message, place))
    return notices
