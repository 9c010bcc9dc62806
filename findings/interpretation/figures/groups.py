"""Numbers that stand together ("between 15 and 20 children"), in their sentences, without what is no quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from findings.interpretation.figures.dates import PrintedDate
from findings.interpretation.figures.exclusions import is_excluded
from findings.interpretation.figures.numerals import Kind, Numeral

REACH = 250
"""How many characters around a number belong to its sentence, at most: so that a text without stops takes no longer."""
_SENTENCE_END = re.compile(r"[.!?][’”'\")]?\s+(?=[A-Z‘“•\d])|\n+|•")
_TOGETHER = re.compile(r"-? ?(?:[-–−/]|to|and|or) ?")


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that stand together, and the characters of their sentence. ``sentence`` counts sentences."""

    numerals: tuple[Numeral, ...]
    sentence: int
    begin: int
    stop: int

    @property
    def start(self) -> int:
        """Where the first number begins."""
        return self.numerals[0].start

    @property
    def end(self) -> int:
        """Where the last number ends."""
        return self.numerals[-1].end

    @property
    def kind(self) -> Kind:
        """What the print says of the last number holds for all: "between 60 and 70%"."""
        return self.numerals[-1].kind

    @property
    def near_begin(self) -> int:
        """Where the words before begin that may belong to the group."""
        return max(self.begin, self.start - REACH)

    @property
    def near_stop(self) -> int:
        """Where the words after end that may belong to the group."""
        return min(self.stop, self.end + REACH)


def groups_in(text: str, numerals: list[Numeral], dates: list[PrintedDate]) -> list[Group]:
    """The numbers that may be quantities about the authority, in the order of the text."""
    return [group for group in _grouped(text, _outside(numerals, dates)) if not _is_left_out(text, group)]


def _outside(numerals: list[Numeral], dates: list[PrintedDate]) -> Iterator[Numeral]:
    later = iter(dates)
    date = next(later, None)
    for numeral in numerals:
        while date is not None and date.end <= numeral.start:
            date = next(later, None)
        if date is None or numeral.end <= date.start:
            yield numeral


def _grouped(text: str, numerals: Iterator[Numeral]) -> Iterator[Group]:
    ends = [found.start() + 1 for found in _SENTENCE_END.finditer(text)] + [len(text)]
    together: list[Numeral] = []
    sentence = 0
    for numeral in numerals:
        if together and not _stand_together(text, together[-1], numeral):
            yield _group(together, sentence, ends)
            together = []
        while not together and ends[sentence] <= numeral.start:
            sentence += 1
        together.append(numeral)
    if together:
        yield _group(together, sentence, ends)


def _stand_together(text: str, one: Numeral, next_one: Numeral) -> bool:
    """A plain number may share the sign of the next one, as in "60 to 70%", but none before it."""
    is_like = one.kind in {Kind.PLAIN, next_one.kind}
    return is_like and _TOGETHER.fullmatch(text, one.end, next_one.start) is not None


def _group(together: list[Numeral], sentence: int, ends: list[int]) -> Group:
    return Group(tuple(together), sentence, ends[sentence - 1] if sentence else 0, ends[sentence])


def _is_left_out(text: str, group: Group) -> bool:
    """An age or a label may be from 0 on ("0 to 19"); nothing is counted as 0, and percentages are never labels."""
    if group.kind != Kind.PLAIN:
        return False
    return group.numerals[0].value == 0 or is_excluded(text, group.start, group.end)
