"""Checks of printed numbers that need no gold: holes and repeats.

A report numbers its paragraphs in one sequence ("1" to "139"), or one sequence in each part ("3.1" to "3.19"). A number
that is left out gives ``missing-paragraphs``, one that is printed twice ``duplicate-paragraph``, one that comes late
``paragraph-out-of-order``, one that stands in the text of the paragraph before it ``number-in-text``; nothing is
renumbered.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.blocks import Place
from ingest.drafts import FindingDraft
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

LONGEST_LIST = 12


@dataclass(frozen=True, slots=True)
class Numbered:
    """A printed number ("19", "3.14") with where it stands and the anchor of its record."""

    ref: str
    place: Place
    anchor: str | None = None


class Numbers:
    """The printed numbers of a report while it is read.

    A sequence is named by ``what`` is numbered ("clause") and by the ``part`` of the report that counts for itself.
    """

    def __init__(self) -> None:
        self._sequences: dict[tuple[str, str], list[Numbered]] = {}

    def count(self, ref: str, place: Place, anchor: str | None, what: str = "paragraph", part: str = "") -> None:
        """Note a number as printed."""
        self._sequences.setdefault((what, part), []).append(Numbered(ref, place, anchor))

    def of(self, what: str = "paragraph") -> tuple[Numbered, ...]:
        """The numbers of what is numbered so, in printed order within each part."""
        return tuple(item for (name, _), items in self._sequences.items() if name == what for item in items)

    def last(self, what: str) -> int:
        """The number of what is numbered so that was printed last, 0 before the first."""
        numbers = self.of(what)
        return int(numbers[-1].ref) if numbers else 0

    def check(self, *whats: str) -> Iterator[NoticeDraft]:
        """Holes, repeats and disorder in the sequences of what is numbered (paragraphs), each part for itself."""
        for what in whats or ("paragraph",):
            for (name, _), items in self._sequences.items():
                if name == what:
                    yield from check_sequence(items, what=what)


def _split(ref: str) -> tuple[str, int]:
    head, _, last = ref.rpartition(".")
    return head, int(last)


def _listed(refs: list[str]) -> str:
    return ", ".join(refs[:LONGEST_LIST]) + (
        f" and {len(refs) - LONGEST_LIST} more" if len(refs) > LONGEST_LIST else ""
    )


def _missing(refs: list[str], before: Numbered, what: str) -> NoticeDraft:
    one = len(refs) == 1
    message = (
        f"{what.capitalize()}{'' if one else 's'} {_listed(refs)} of the numbered sequence {'was' if one else 'were'} "
        f"not found before {before.ref}. Compare with the document."
    )
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.MISSING_PARAGRAPHS, message, before.place.page, before.place.line)


def _doubt(code: NoticeCode, item: Numbered, what: str) -> NoticeDraft:
    message = f"The number {item.ref} {what} Compare with the document."
    return NoticeDraft(NoticeLevel.WARNING, code, message, item.place.page, item.place.line, item.anchor)


def check_sequence(items: Iterable[Numbered], what: str = "paragraph") -> tuple[NoticeDraft, ...]:
    """Compare printed numbers with their sequences, each of which should run from 1 without a hole.

    ``what`` is the word for what is numbered ("paragraph", "section"). Notices come in the order of the sequences; each
    names the numbers, the page and the line before which they are missed.
    """
    notices: list[NoticeDraft] = []
    groups: dict[str, list[tuple[int, Numbered]]] = {}
    for item in items:
        head, number = _split(item.ref)
        groups.setdefault(head, []).append((number, item))
    for head, group in groups.items():
        notices += _check_group(f"{head}." if head else "", group, what)
    return tuple(notices)


def check_swallowed(items: Iterable[Numbered], findings: Iterable[FindingDraft]) -> tuple[NoticeDraft, ...]:
    """A notice (``number-in-text``) for each missing number that stands inside the paragraph before it."""
    present = {item.ref for item in items}
    notices = []
    for finding in findings:
        following = _following(finding.ref) if finding.ref else ""
        if not following or following in present:
            continue
        if re.search(_inside(following), finding.text):
            message = f"Paragraph {finding.ref} seems to hold paragraph {following} too. Compare with the document."
            place = finding.place
            notices.append(
                NoticeDraft(
                    NoticeLevel.WARNING, NoticeCode.NUMBER_IN_TEXT, message, place.page, place.line, finding.anchor
                )
            )
    return tuple(notices)


def _inside(number: str) -> str:
    """The pattern of a number that stands inside a text and begins a paragraph there.

    One with a full stop inside ("4.4") needs no sentence that ends in front of it: it is hardly anything else.
    """
    if "." in number:
        return rf"(?<![\d.]){re.escape(number)}\.? [A-Z‘“]"
    return rf"[.!?:;]['\"”’)]* {number}\. ?[A-Z‘“]"


def _following(ref: str) -> str:
    """The number that follows one ("19", "4.3"), "" where it is none."""
    if not re.fullmatch(r"\d+(?:\.\d+)*", ref):
        return ""
    head, number = _split(ref)
    return f"{head}.{number + 1}" if head else str(number + 1)


def _check_group(dot: str, group: list[tuple[int, Numbered]], what: str) -> list[NoticeDraft]:
    notices: list[NoticeDraft] = []
    seen: set[int] = set()
    present = {number for number, _ in group}
    expected = 1
    for number, item in group:
        if number in seen:
            notices.append(
                _doubt(NoticeCode.DUPLICATE_PARAGRAPH, item, f"is printed more than once; both {what}s were kept.")
            )
            continue
        if number < expected:
            notices.append(_doubt(NoticeCode.PARAGRAPH_OUT_OF_ORDER, item, "stands after higher numbers."))
        seen.add(number)
        holes = [f"{dot}{n}" for n in range(expected, number) if n not in present]
        if holes:
            notices.append(_missing(holes, item, what))
        expected = max(expected, number + 1)
    return notices
