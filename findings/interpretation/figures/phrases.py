"""What a figure counts, in words of the text: those after a count or "% of", else those before it in its clause.

A phrase never holds another figure, a date or the words of another clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from findings.interpretation.figures.counting import Unit
from findings.interpretation.figures.dates import PrintedDate
from findings.interpretation.figures.groups import Group
from findings.interpretation.figures.numerals import Kind
from findings.interpretation.figures.units import TIMES

_GOES_ON = re.compile(r" (?:of|(?!(?:compared|based|which|increased)\b)[a-z]{3,12}ed|live|have|had|did|were|are) ")
LONGEST = 10
"""The number of words of a phrase."""
REACH = 200
"""The number of characters around a figure among which its words are looked for."""
_WORD = re.compile(r"\S+")
_END = re.compile(
    r"[.;:,()?!•\n]|\s[-–—]\s"
    r"|\s(?:which|compared|although|while|whereas|but|because|however|so far|at the time|during)\b"
)
_CLAUSE = re.compile(
    r"[.;:()?!•,\n]|\s[-–—]\s|\b(?:and|but|which|although|while|whereas|because|however|with|that|as|where|when) "
)
_LEADING = re.compile(
    r"(?:(?:of|the|all|these|those|in|and|a|an|was|were|is|are|there|have|has|had|been|also|being|that|to|for|by|at|"
    r"from|this|or|more|fewer|less|than|who|with|as|only|over|within|rather|only|just|up|some|it|on|between|so|such|"
    r"means|this|further)(?:\s+|$))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:(?:^|\s+)(?:of|the|all|in|and|a|an|was|were|is|are|have|has|had|been|to|for|by|at|from|or|than|who|with|as|"
    r"only|over|within|about|around|approximately|nearly|almost|just|up|down|takes?|took|under|on|between|that|it|can|"
    r"further|rising|increased|risen|reduced|fallen|improved|low|base|currently|including|some|be|being|least|now|"
    r"average|another|more|less|fewer|when|where|which|out|did|do|per|since|this|these|so|then|not|their|while|although|whereas|but))+$",
    re.IGNORECASE,
)


class Phrases:
    """What one group after the other counts. A group without words of its own has those of the last with its unit."""

    def __init__(self, text: str, moments: Sequence[PrintedDate]) -> None:
        self.text, self.moments = text, moments
        self.last_end = 0
        self.last: dict[str, tuple[int, str]] = {}

    def __call__(self, group: Group, unit: Unit, following: int) -> str:
        """The phrase of the next group of the text. ``following`` is where the one after it starts."""
        words = self._own(group, unit, following)
        sentence, last = self.last.get(unit.name, (-2, ""))
        if " " not in words and last and group.sentence - sentence <= 1:
            words = last
        self.last_end, self.last[unit.name] = group.end, (group.sentence, words)
        return words

    def _own(self, group: Group, unit: Unit, following: int) -> str:
        """For a time or a percentage mostly the words before it, else those after it; up to the dates around."""
        text, begin = self.text, max(group.begin, self.last_end)
        place = bisect_left(self.moments, group.end, key=lambda moment: moment.start)
        date_before = self.moments[place - 1] if place and self.moments[place - 1].end <= group.start else None
        stop = min(group.stop, following, self.moments[place].start if place < len(self.moments) else len(text))
        in_brackets = text[max(0, group.start - 1) : group.start] == "(" and text.startswith(")", group.end)
        at = group.end + in_brackets
        after = _after(text, max(at, unit.until) if unit.name in TIMES else at, stop)
        is_counted = group.kind == Kind.PLAIN and unit.name not in TIMES and not in_brackets
        if after and (is_counted or text.startswith(" of ", at)):
            return after
        if " " in after and (_GOES_ON.match(text, at) or text.startswith("-", group.end)):
            return after
        before = _before(text, max(begin, date_before.end if date_before else 0), group.start)
        if " " not in before and date_before:
            before = _before(text, begin, max(begin, date_before.start)) or before
        return before if " " in before else after or before


def _after(text: str, start: int, end: int) -> str:
    """The words from a place on that say what is counted; no more than ``LONGEST``."""
    stop = _END.search(text, start + 1, min(end, start + REACH))
    words = _trimmed(text[start : stop.start() if stop else min(end, start + REACH)])
    found = list(_WORD.finditer(words))
    return _trimmed(words[: found[LONGEST - 1].end()]) if len(found) > LONGEST else words


def _before(text: str, start: int, end: int) -> str:
    """The words of the clause before a place that say what is counted; no more than ``LONGEST``."""
    clause = text[max(start, end - REACH) : end]
    words = ""
    for begin in [*(cut.end() for cut in reversed(list(_CLAUSE.finditer(clause)))), 0]:
        words = _trimmed(clause[begin:])
        if " " in words:
            break
    found = list(_WORD.finditer(words))
    return _trimmed(words[found[-LONGEST].start() :]) if len(found) > LONGEST else words


def _trimmed(words: str) -> str:
    words = words.strip(" .,;:()–—-\n\t")
    if leading := _LEADING.match(words):
        words = words[leading.end() :]
    return _TRAILING.sub("", words).strip(" .,;:()–—-\n\t")
