"""Which grades a sentence gives to which services: "adoption was judged good", "inadequate for safeguarding".

A claim is one of the ``shapes``, and the service in it must stand at the beginning of a clause: in "early
help services were judged good" and "the quality of services was judged good" the service is only a part of what was
judged. A pronoun stands for the one service that the sentence, else the sentence before, names. Where the service is
not known, or different ones could be meant, the claim has no subject and is for the caller to report. What is said of
a home, a school, an audit or a case, and what is only hoped for, is no claim.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.wording.domains import ADOPTION, BOARD, CAPACITY, CARE, CARE_AND_LEAVERS, HELP, LEAVERS, OVERALL
from ingest.wording.earlier.pronouns import may_mean_another
from ingest.wording.earlier.shapes import AGAIN, AWARD, CLAIMS, ENDS, FURTHER, LISTED, QUALIFIED
from ingest.wording.earlier.tokens import Token, letters
from ingest.wording.grades import find_grade

NARROW = frozenset({HELP, CARE, LEAVERS, CARE_AND_LEAVERS, ADOPTION, BOARD})
"""Domains of a part of the services; leadership is about them all."""
WHOLE = ""
JUDGEMENTS = re.compile(r"judge?ments?\b|\bgrades?\b|\bratings?\b", re.I)
ONLY_JOINED = re.compile(r"L?[,&]+")
REQUIRED = re.compile(r"required\b", re.I)
"""The one grade that is a verb: "it required improvement"."""
_FINITE = re.compile(r"^(?:(?:has|have|had)(?: been)?|was|were|is|are)$", re.I)


@dataclass(frozen=True, slots=True)
class Subject:
    """A service: its domain, ``WHOLE`` for the authority as a whole, and its words."""

    domain: str
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A grade of services, with the tokens from ``start`` to ``end``; no subjects where it is not clear of what.

    ``plain`` tells that nothing but "was" links service and grade, so that only its context makes it a judgement.
    ``last`` is the end of the last claim that goes on from this one, ``both`` that it is for both services inspected.
    ``follows`` tells that it goes on from the claim in front of it, and so belongs to the same inspection.
    """

    subjects: tuple[Subject, ...]
    grade: str
    grade_words: str
    start: int
    end: int
    plain: bool = False
    last: int = 0
    both: bool = False
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What stood before the sentence: the services or the other body that its pronouns may mean.

    ``subjects`` are those of the sentence before, or of the inspection that it tells of; ``others`` that it was about
    another body; ``domain`` is that of the section.
    """

    subjects: tuple[Subject, ...] = ()
    others: bool = False
    domain: str | None = None


def _subject(token: Token) -> tuple[Subject, ...]:
    return tuple(Subject(domain, token.printed) for domain in token.domains or (WHOLE,))


def _is_vague(token: Token) -> bool:
    """Tell whether the words may mean the whole or a part named before ("services")."""
    return token.letter == "S" and token.domains == (WHOLE,)


def subjects_before(row: tuple[Token, ...], at: int, taken: frozenset[int] = frozenset()) -> tuple[Subject, ...]:
    """Return the services named before a token, each by its first words; authorities only where no service is."""
    named = [token for i, token in enumerate(row[:at]) if i not in taken]
    services = [subject for token in named if token.letter == "S" for subject in _subject(token)]
    if not services and any(token.letter in "Nc" for token in named):
        words = next(token.printed for token in named if token.letter in "Nc")
        services = [Subject(WHOLE, words)]
    return tuple({subject.domain: subject for subject in reversed(services)}.values())


class ClaimReader:
    """Reads the claims of one sentence; ``taken`` are the tokens that name inspections and are no subjects."""

    def __init__(self, row: tuple[Token, ...], context: Context, taken: frozenset[int]) -> None:
        self.row = row
        self.context = context
        self.taken = taken
        self.text = letters(row)

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims in printed order, those of unknown services among them."""
        found: dict[int, Claim] = {}
        for pattern in CLAIMS:
            for match in pattern.finditer(self.text):
                at = match.start("g")
                if at not in found and (claim := self._read(match, at)) is not None:
                    found[at] = replace(claim, last=self._go_on(claim, found))
        for match in AWARD.finditer(self.text):
            at = match.start() + max(match.group().find("G"), 0)
            ends = match.group()[-1] not in "Gg" or self._ends(match.end())
            others = "O" in match.group() or self._is_other(match.start()) or self._is_hoped(at)
            if at not in found and ends and not others:
                found[at] = self._claim((), at, match.start(), match.end())
        return tuple(self._joined([replace(c, last=max(c.end, c.last)) for _, c in sorted(found.items())]))

    def _joined(self, claims: list[Claim]) -> Iterator[Claim]:
        """Yield the claims; one that nothing but "and" or a comma parts from the one in front goes on from it."""
        for before, claim in zip((None, *claims), claims, strict=False):
            directly = before is not None and ONLY_JOINED.fullmatch(self.text[before.end : claim.start])
            yield replace(claim, follows=True) if directly else claim

    def listed(self) -> tuple[Claim, ...]:
        """Return the claims of a list of services with their grades."""
        found = []
        for shape in LISTED:
            for match in shape.finditer(self.text):
                subjects = self._named(*match.span("s"))
                behind = self.row[match.end() : match.end() + 1]
                goes_on = any(token.letter in "xF" and token.printed[0].islower() for token in behind)
                if subjects and not self.row[match.start("s")].loose and not goes_on:
                    found.append(self._claim(subjects, match.start("g"), match.start(), match.end()))
            if found:
                break
        return tuple(found)

    def _claim(self, subjects: tuple[Subject, ...], at: int, start: int, end: int, plain: bool = False) -> Claim:
        words = self.row[at].words
        grade = find_grade(words)
        printed = grade[1] if grade and self.text[at] == "g" else self.row[at].printed
        return Claim(subjects, grade[0] if grade else "", printed, start, end, plain)

    def _ends(self, at: int) -> bool:
        return at >= len(self.text) or self.text[at] in ENDS

    def _read(self, match: re.Match[str], at: int) -> Claim | None:
        """Return the claim of a match, without subjects where they are not clear; None where it is none."""
        groups = match.groupdict()
        by_itself = groups.get("itself") is not None
        if by_itself and not REQUIRED.match(self.row[at].words):
            return None
        end, plain = match.end(), by_itself or (groups.get("verb") == "C" and not self._names_judgements(match))
        subjects: tuple[Subject, ...] = ()
        if "s" not in groups:
            subjects = (Subject(WHOLE, "overall"),)
        elif groups["s"]:
            subjects = self._known(match)
        elif groups.get("v"):
            subjects = (Subject(OVERALL, "overall"),)
        if "award" in groups and not self._names_judgements(match):
            return None
        if self._is_hoped(at) or (groups.get("s") and match.start("s") < at and self._is_other(match.start("s"))):
            return None
        qualified = QUALIFIED.match(self.text, end)
        if qualified and qualified["s"] and not (set(range(*qualified.span("s"))) & self.taken):
            end = qualified.end()
            others = self._named(*qualified.span("s")) if qualified["s"][0] == "S" else ()
            whole = not subjects or all(subject.domain == WHOLE for subject in subjects)
            subjects = others if whole or {s.domain for s in others} == {s.domain for s in subjects} else ()
        elif qualified and qualified["all"]:
            end = qualified.end()
        elif self.text.startswith(("pP", "vpP"), end):
            subjects = ()
        elif not self._ends(end):
            return None
        claim = self._claim(subjects, at, match.start(), end, plain)
        return replace(claim, both="B" in self.text[at:end])

    def _names_judgements(self, match: re.Match[str]) -> bool:
        """Tell whether the words in front of a grade name judgements, so that "was" awards it."""
        named = self.row[match.start("s") : match.end("s")] if match.groupdict().get("s") else ()
        return "J" in match.group() or any(OVERALL in t.domains or JUDGEMENTS.search(t.words) for t in named)

    def _go_on(self, claim: Claim, found: dict[int, Claim]) -> int:
        """Read what goes on behind a claim without a verb: "and outstanding in adoption", "and outstanding in 2016"."""
        end = claim.end
        while match := AGAIN.match(self.text, end):
            again = self._claim(claim.subjects, match.start("g"), match.start("g"), match.end())
            found.setdefault(match.start("g"), again)
            end = match.end()
        while match := next((m for shape in FURTHER if (m := shape.match(self.text, end))), None):
            at, subjects = match.start("g"), self._named(*match.span("s"))
            capacity = [subject.domain for subject in subjects] == [CAPACITY]
            if set(range(*match.span("s"))) & self.taken or (match.re is FURTHER[-1] and not capacity):
                break
            claim = self._claim(subjects, at, match.start(), match.end())
            found.setdefault(at, replace(claim, follows=True))
            end = match.end()
        return end

    def _known(self, match: re.Match[str]) -> tuple[Subject, ...]:
        start, end = match.span("s")
        if self.text[start] == "N":
            alone = start == 0 or self.text[start - 1] in ",&wADs.:I"
            return (Subject(WHOLE, self.row[start].printed),) if alone else ()
        if self.text[start] == "P":
            return self._meant(start)
        if set(range(start, end)) & self.taken:
            return ()
        front = self.text[match.start() : start]
        if "A" in front or "J" in front:
            return self._named(start, end)
        return self._leading(start, end)

    def _leading(self, start: int, end: int) -> tuple[Subject, ...]:
        """Return the services that begin a clause; of those behind a finished clause ("and adoption was"), the last."""
        before = self.text[start - 1] if start else "."
        if self._is_part(start):
            clause = self.row[max(self.text.rfind(mark, 0, start) for mark in ",.:&") + 1 : start]
            finished = any(_FINITE.match(token.words) for token in clause)
            if finished and self.text[end - 2 : end - 1] == "&":
                return self._named(end - 1, end)
            return self._named(start, end) if before in "fo" and self.text[start - 2 : start - 1] in ("J", "I") else ()
        return self._named(start, end)

    def _named(self, start: int, end: int) -> tuple[Subject, ...]:
        """Return the services of a stretch of tokens; none where the whole stands beside its parts."""
        row = [token for token in self.row[start:end] if token.letter == "S"]
        if len(row) == 1 and _is_vague(row[0]):
            return self._vague(start, row[0].printed)
        subjects = tuple(subject for token in row for subject in _subject(token))
        return subjects if len(subjects) == 1 or WHOLE not in {s.domain for s in subjects} else ()

    def _vague(self, at: int, words: str) -> tuple[Subject, ...]:
        """Return the whole for "services", unless sentence or section are about a part that may be meant."""
        if re.search(r"\bboth\b", words, re.I):
            return self.context.subjects if len(self.context.subjects) > 1 else ()
        before = subjects_before(self.row, at, self.taken)
        if "F" in self.text[:at]:
            return ()
        narrow = {subject.domain for subject in before} & NARROW or self.context.domain in NARROW
        if len(self.context.subjects) == 1 and not before:
            return self.context.subjects
        return () if narrow else (Subject(WHOLE, words),)

    def _meant(self, at: int) -> tuple[Subject, ...]:
        """Return the one service that a pronoun can mean, or those that the sentence before names."""
        in_front = tuple(token for i, token in enumerate(self.row[:at]) if i not in self.taken)
        if may_mean_another(self.row[at], in_front):
            return ()
        before = subjects_before(self.row, at, self.taken)
        if not before:
            return self.context.subjects
        if len(before) > 1:
            return ()
        narrowed = before[0].domain == WHOLE and self.context.domain in NARROW
        return () if narrowed else before

    def _is_other(self, at: int) -> bool:
        """Tell whether the clause in front of a token, or what its pronoun means, is another body."""
        cut = max(self.text.rfind(mark, 0, at) for mark in ",.:ws")
        if "O" in self.text[cut + 1 : at] and (self.text[at] != "S" or self._is_part(at)):
            return True
        pronoun = self.text[at] in "PVKCR"
        return pronoun and ("O" in self.text[:at] or (self.context.others and not subjects_before(self.row, at)))

    def _is_part(self, at: int) -> bool:
        """Tell whether a service only describes what stands in front of it ("homes in the authority")."""
        return self.row[at].loose or (at > 0 and self.text[at - 1] in "fop")

    def _is_hoped(self, at: int) -> bool:
        """Tell whether the clause is about what may be."""
        cut = max(self.text.rfind(mark, 0, at) for mark in ",.")
        return "h" in self.text[cut + 1 : at]


def claims_in(row: tuple[Token, ...], context: Context, taken: frozenset[int] = frozenset()) -> tuple[Claim, ...]:
    """Return the claims of a sentence."""
    return ClaimReader(row, context, taken).claims()


def listed_in(row: tuple[Token, ...], context: Context, taken: frozenset[int] = frozenset()) -> tuple[Claim, ...]:
    """Return the claims of a list "service: grade"."""
    return ClaimReader(row, context, taken).listed()


def announced_in(row: tuple[Token, ...], context: Context, taken: frozenset[int] = frozenset()) -> tuple[Claim, ...]:
    """Return the claims of a list that the word "judgements" announces; none where a grade behind it is not in it."""
    text = letters(row)
    colon = text.find(":")
    claims = listed_in(row, context, taken) if "J" in text[: max(colon, 0)] else ()
    inside = {at for claim in claims for at in range(claim.start, claim.end)}
    return claims if all(at in inside for at, letter in enumerate(text) if letter == "G") else ()


def describes(row: tuple[Token, ...]) -> Iterator[Subject]:
    """Yield the services that a row of tokens names."""
    for token in row:
        if token.letter == "S":
            yield from _subject(token)
