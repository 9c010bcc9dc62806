"""Names in what people type that are taken as filters: "Medway supervision 2015" asks for supervision in Medway, 2015.

Only words that must all be there are looked at: nothing in quotation marks or brackets, nothing after NOT or before an
asterisk, and nothing at all beside an OR. The longest name counts. A year is one in which reports were published, and
not part of a title ("Working Together 2015"); after "since" may stand a year, a month or a day. A name that is a word
of the field too ("Reading") is only offered, unless a word such as "council" makes it plain; so is a grade, unless what
is judged stands right before it. Both are taken then: "care leavers outstanding" asks for what stands under that grade
of that domain. Whatever is taken is told, and can be searched for as words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from findings.search.language import COMMON, LEXEME, LONGEST
from findings.search.words import words_of
from inspections.models.partial_dates import is_partial_date
from inspections.months import MONTHS

Letters = tuple[str, ...]

YEAR, SINCE = "year", "since"
LEADING = frozenset({"at", "by", "for", "from", "in", "of", "on", "the", "to", "under"})
"""Words before a name that go with it: "in Medway"."""
ASKING = frozenset({"when", "where", "whose"})
"""Words before what is judged that go with it: "where care leavers are outstanding"."""
ABOUT = frozenset({"about", "concerning", "for", "from", "in", "of", "on", "regarding", "to", "under"})
TITLES = frozenset({"act", "code", "guidance", "order", "paper", "regulations", "together"})
"""Words after which a year belongs to a title."""
BOTH = "children-in-care-and-care-leavers"
JUDGED: Mapping[Letters, tuple[str, ...]] = {
    ("adoption",): ("adoption",),
    ("care", "leaver"): ("care-leavers", BOTH),
    ("care", "leavers"): ("care-leavers", BOTH),
    ("children", "in", "care"): ("children-in-care", BOTH, "looked-after"),
    ("help", "and", "protection"): ("help-and-protection",),
    ("leadership",): ("leadership",),
    ("looked", "after", "children"): ("children-in-care", BOTH, "looked-after"),
}
"""The domains that are meant by what is named before a grade: "care leavers outstanding"."""
LINKING = frozenset({("are",), ("is",), ("was",), ("were",)})
GRADE, DOMAIN = "grade", "domain"
LONGEST_NAME = 12
SIGNS = ".,;:!?'’‘"


class NameUse(StrEnum):
    """When a name is taken as a filter; else it is offered, and ``OFFER`` always is.

    It is taken wherever it stands, as the first word, as the first before "about" or "on", or right after the name of
    what is judged.
    """

    ANYWHERE = "anywhere"
    FIRST = "first"
    ABOUT = "about"
    JUDGED = "judged"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class FilterName:
    """A name of a value of a filter."""

    filter: str
    value: str
    use: NameUse = NameUse.ANYWHERE


Names = Mapping[Letters, tuple[FilterName, ...]]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A name in the text: its place with the words that lead to it, and as it was typed, without them."""

    filter: str
    value: str
    start: int
    end: int
    typed: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was found in a text: what is taken as filters, what is offered, and the text that is left as words.

    Nothing is taken or offered beside an OR; ``is_beside_or`` tells that something would have been taken.
    """

    taken: tuple[Recognised, ...]
    offered: tuple[Recognised, ...]
    left: str
    is_beside_or: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters and signs between spaces."""

    text: str
    start: int
    letters: Letters

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def recognise(text: str, names: Names, years: Collection[str]) -> Recognition:
    """Find names and years in a text."""
    sequences, is_beside_or = _sequences(text[:LONGEST])
    taken: list[Recognised] = []
    offered: list[Recognised] = []
    for sequence in sequences:
        place = 0
        while place < len(sequence):
            if since := _since(sequence, place):
                taken.append(since[0])
                place += since[1]
                continue
            length, found = _name_at(sequence, place, names, years)
            for name, is_taken in found:
                begin = place
                while is_taken and begin and sequence[begin - 1].letters in {(word,) for word in LEADING}:
                    begin -= 1
                if is_taken and name.filter == GRADE and (judged := _judged_before(sequence, place)):
                    begin = judged.stop
                    taken += _domains(text, sequence, judged)
                    offered = [one for one in offered if one.end <= sequence[judged.start].start]
                first, last = sequence[place], sequence[place + length - 1]
                typed = text[first.start : last.end].strip(SIGNS)
                one = Recognised(name.filter, name.value, sequence[begin].start, last.end, typed)
                (taken if is_taken else offered).append(one)
            place += length
    if is_beside_or:
        return Recognition((), (), text, is_beside_or=bool(taken))
    left = without(text, taken)
    if taken and all(word.letters in COMMON for word in words_of(left)):
        left = ""
    return Recognition(tuple(taken), tuple(offered), left)


def without(text: str, found: Sequence[Recognised]) -> str:
    """The text without some names."""
    parts, place = [], 0
    for one in found:
        parts.append(text[place : one.start])
        place = max(place, one.end)
    return " ".join("".join((*parts, text[place:])).split())


def quoting(text: str, one: Recognised) -> str:
    """The text with a name in quotation marks, so that it is searched for as words."""
    start = text.index(one.typed, one.start)
    return f'{text[:start]}"{one.typed}"{text[start + len(one.typed) :]}'


def _sequences(text: str) -> tuple[list[list[_Run]], bool]:
    """The runs of a text that stand on their own, in sequences without anything else between, and whether OR does."""
    sequences: list[list[_Run]] = [[]]
    depth, is_negated, is_beside_or = 0, False, False
    for lexeme in LEXEME.finditer(text):
        if lexeme["sign"]:
            depth = depth + 1 if lexeme[0] == "(" else max(0, depth - 1)
        is_operator = lexeme[0] in ("AND", "OR", "NOT") or lexeme["minus"]
        is_beside_or |= lexeme[0] == "OR" and not depth
        plain = lexeme["plain"] and not is_operator and not depth and not is_negated and not lexeme[0].endswith("*")
        if plain:
            letters = tuple(word.letters for word in words_of(lexeme[0]))
            sequences[-1].append(_Run(lexeme[0], lexeme.start(), letters))
        elif sequences[-1]:
            sequences.append([])
        is_negated = lexeme[0] == "NOT" or bool(lexeme["minus"]) or (is_negated and bool(is_operator))
    return [one for one in sequences if one], is_beside_or


def _name_at(
    sequence: Sequence[_Run], place: int, names: Names, years: Collection[str]
) -> tuple[int, tuple[tuple[FilterName, bool], ...]]:
    """The longest name that begins at a place: its length in runs, and what it may mean, with whether it is taken."""
    for length in range(min(LONGEST_NAME, len(sequence) - place), 0, -1):
        letters = tuple(word for run in sequence[place : place + length] for word in run.letters)
        if letters and sequence[place].letters and (found := names.get(letters)):
            after = sequence[place + length].letters if place + length < len(sequence) else ()
            is_one = len({(name.filter, name.value) for name in found}) == 1
            is_graded = _judged_before(sequence, place) is not None
            return length, tuple((name, is_one and _is_taken(name.use, place, after, is_graded)) for name in found)
    run = sequence[place]
    before = sequence[place - 1].letters if place else ()
    if len(run.letters) == 1 and run.letters[0] in years and not (before and before[-1] in TITLES):
        return 1, ((FilterName(YEAR, run.letters[0]), True),)
    return 1, ()


def _is_taken(use: NameUse, place: int, after: Letters, is_graded: bool) -> bool:
    match use:
        case NameUse.ANYWHERE:
            return True
        case NameUse.FIRST:
            return place == 0
        case NameUse.ABOUT:
            return place == 0 and len(after) == 1 and after[0] in ABOUT
        case NameUse.JUDGED:
            return is_graded
    return False


def _judged_before(sequence: Sequence[_Run], place: int) -> range | None:
    """The runs that name what is judged, right before a grade or before "is" or "are" and a grade."""
    end = place - 1 if place and sequence[place - 1].letters in LINKING else place
    for start in range(max(0, end - LONGEST_NAME), end):
        if tuple(word for run in sequence[start:end] for word in run.letters) in JUDGED:
            return range(start, end)
    return None


def _domains(text: str, sequence: Sequence[_Run], judged: range) -> list[Recognised]:
    """The domains that are named by what is judged."""
    first, last = sequence[judged.start], sequence[judged.stop - 1]
    begin = judged.start
    while begin and sequence[begin - 1].letters in {(word,) for word in LEADING | ASKING}:
        begin -= 1
    letters = tuple(word for run in sequence[judged.start : judged.stop] for word in run.letters)
    typed = text[first.start : last.end].strip(SIGNS)
    return [Recognised(DOMAIN, code, sequence[begin].start, last.end, typed) for code in JUDGED[letters]]


def _since(sequence: Sequence[_Run], place: int) -> tuple[Recognised, int] | None:
    """A date after the word "since", with the number of runs of both."""
    if sequence[place].letters != (SINCE,):
        return None
    following = [run.text.strip(SIGNS) for run in sequence[place + 1 : place + 4]]
    for length, date in _dates(following):
        last = sequence[place + length]
        typed = " ".join(run.text for run in sequence[place : place + length + 1]).strip(SIGNS)
        return Recognised(SINCE, date, sequence[place].start, last.end, typed), length + 1
    return None


def _dates(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Dates at the beginning of words, with the number of words, the longest first: "30 June 2021", "2021-06"."""
    months = {month.casefold(): number for number, month in enumerate(MONTHS, 1)}
    for length in range(min(3, len(words)), 0, -1):
        *before, year = words[:length]
        month = months.get(before[-1].casefold()) if before else None
        date = year
        if before:
            day = f"-{int(before[0]):02}" if length == 3 and before[0].isdecimal() else ""
            date = f"{year}-{month:02}{day}" if month and (day or length == 2) else ""
        if date and date[:4].isdecimal() and is_partial_date(date):
            yield length, date
