"""Cross references as reports print them, to paragraphs and to recommendations.

Printed forms (single inspections of 2015 to 2018): "(paragraph 19)", "(paragraphs 20, 21)", "(Paras 3, 9)",
"(para. 4)", "(paras. 121 and 122)", "(page 12, paragraph 17)", "(pages 13, 31, paragraphs 19, 94)", "(Page 12,
paragraph 32. Page 19, paragraph 64)", ranges "111-131" with any dash, "(Recommendation)", "(Recommendations 2 and 3)".
Pages are not references and are left out. This module returns what is printed; a later stage decides whether the
paragraph exists.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from inspections.vocabulary import ReferenceTarget

TARGETS: tuple[tuple[ReferenceTarget, str], ...] = (
    (ReferenceTarget.PARAGRAPH, r"par(?:agraph|a)s?(?:\(s\))?:?"),
    (ReferenceTarget.RECOMMENDATION, r"rec(?:ommendation|omendation)?s?(?:\(s\))?"),
)
DASH = r"[-\u2010-\u2015\u2212\u2500]"
_REF = r"(?:1[0-8]\d\d|\d{1,3})(?:\.\d{1,3}){0,3}(?!\d)"
# A sign between two numbers of a list is lost where more of the list, or its closing bracket, follows at once.
_LOST = rf"\.?\s+(?={_REF}\s*(?:[,;)&]|{DASH}|and\b|(?:\.?\s+\d{{1,3}}(?!\d)){{1,12}}\s*[,;)&]))"
_LIST = rf"{_REF}(?:(?:\s*(?:,\s*and\b|[,;]+|/|&|\band\b|\bto\b|{DASH})\s*|{_LOST}){_REF})*"
_WORD = "|".join(f"(?P<{name}>{pattern})" for name, pattern in TARGETS)
_MENTION = re.compile(rf"\b(?:{_WORD})\.?\s*(?:(?:numbers?|nos?)\b\.?\s*)?(?P<numbers>{_LIST})", re.I)
_BARE_TAG = re.compile(r"\(\s*recommendations?\s*\.?\s*\)", re.I)
_ELSEWHERE = re.compile(
    r"\s*\)?\s*(?:of|to|in)\s+(?:the\s+)?(?:\w+\s+){0,4}(?:Act|Schedule|Regulations?|Code|Guidance|Order)\b"
)
_RANGE = re.compile(rf"({_REF})\s*(?:{DASH}|\bto\b)\s*({_REF})")
LONGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class FoundReference:
    """One mention of paragraphs or recommendations.

    ``refs`` are its numbers in printed order, with ranges expanded; it is empty for a tag without a number. ``start``
    and ``end`` are the offsets of ``printed`` in the text.
    """

    target: ReferenceTarget
    refs: tuple[str, ...]
    printed: str
    start: int
    end: int


def expand(numbers: str) -> tuple[str, ...]:
    """Return the numbers of a printed list: "20, 22-24 and 30" gives 20, 22, 23, 24, 30.

    A range gives only its two ends when it runs backwards, crosses chapters ("1.9-2.3") or is longer than
    ``LONGEST_RANGE``.
    """
    refs: list[str] = []
    at = 0
    while match := re.compile(_REF).search(numbers, at):
        span = _RANGE.match(numbers, match.start())
        refs.extend(_numbers_of_range(span[1], span[2]) if span else (match.group(),))
        at = span.end() if span else match.end()
    return unique(refs)


def _numbers_of_range(first: str, last: str) -> tuple[str, ...]:
    head, _, low = first.rpartition(".")
    same, _, high = last.rpartition(".")
    if head != same or not 0 < int(high) - int(low) <= LONGEST_RANGE:
        return first, last
    dot = f"{head}." if head else ""
    return tuple(f"{dot}{number}" for number in range(int(low), int(high) + 1))


def unique(refs: Iterable[str]) -> tuple[str, ...]:
    """Return the same numbers in the same order, without repetitions."""
    return tuple(dict.fromkeys(refs))


def find_references(text: str) -> tuple[FoundReference, ...]:
    """Return the references to paragraphs or recommendations, but not to paragraphs of an Act, schedule or code."""
    found = [
        FoundReference(
            ReferenceTarget.PARAGRAPH if match["paragraph"] else ReferenceTarget.RECOMMENDATION,
            expand(match["numbers"]),
            match.group(),
            match.start(),
            match.end(),
        )
        for match in _MENTION.finditer(text)
        if not _ELSEWHERE.match(text, match.end())
    ]
    found += [
        FoundReference(ReferenceTarget.RECOMMENDATION, (), tag.group(), tag.start(), tag.end())
        for tag in _BARE_TAG.finditer(text)
    ]
    return tuple(sorted(found, key=lambda reference: reference.start))


def paragraphs_in(text: str) -> tuple[str, ...]:
    """Return the numbers of the paragraphs that the text cites, in printed order, without repetitions."""
    return unique(
        ref for found in find_references(text) if found.target == ReferenceTarget.PARAGRAPH for ref in found.refs
    )
