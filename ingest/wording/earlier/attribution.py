"""Which inspection a claim belongs to: only one that the words tie to it.

In this order: "at both inspections"; an inspection inside the claim or a date behind it; one behind it with "at" or
"in"; none for a clause of what "had been" before; one in front of it, if "when", "which" or "judged" stands between, or
if it opens the sentence ("At the last inspection adoption was judged good"); a date at the head ("In 2015 adoption was
judged good"); else the inspection that the sentence before told of.
"Since the last inspection adoption was judged good" ties nothing.
"""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.wording.dates import find_time
from ingest.wording.earlier.claims import Claim
from ingest.wording.earlier.events import SEVERAL, Event
from ingest.wording.earlier.tokens import Token, letters

AT = re.compile(r"^(?:in|at|by|during|under|from|on|as part of|at the time of)$", re.I)
NOT_AT = re.compile(r"before|after|until", re.I)
"""Words in front of a date on which a grade was not given."""
DATE_BEHIND = re.compile(r"[,vL]*[pos]*(?P<d>D)(?!I)")
CLOSES = re.compile(r"$|[.:]|,(?![SPNIDVAKCEGgZpsw])|,?&p?D(?:$|[.:,])")
"""What follows a date that a comma parts from its claim; else the date begins the next clause ("…, in 2015 it was")."""
NEAR = re.compile(r"[,vLN]*p?D?[,vL]*")
DATE_IN_FRONT = re.compile(r"^[ps]?(?P<head>D),?A?$|[,&:.]p(?P<next>D),?$|(?P<when>D),?w$")
DATES_IN_FRONT = re.compile(r"p?D(?:,p?D)*&p?D,?$")
MORE_DATES = re.compile(r"(?:,p?D)*,?&p?D(?=$|[.:]|,(?![SPNIDVAKCp]))")
MORE_GRADES = re.compile(r"[,&]+Z?v?G")
"""More grades behind one that several dates would have: each belongs to one of them."""
LINKED = re.compile(r"[,.YCpDN&]*w")
ONLY_SERVICE = ("S", ",S", "N", ",N", "P", ",P")
"""Between an inspection that opens a sentence and a claim with "was": "At the last inspection, adoption was good"."""
ENDS = re.compile(r"$|[.,:&L]")
LONGEST_INTRODUCTION = 6
FARTHEST_VERB = 8
MOST_BETWEEN = 2
FROM = "g"
RELATIVE = re.compile(",w[CV]")
HAD = re.compile(r"had\b", re.I)

ClaimEvents = tuple[Event, ...] | None
"""The inspections of a claim; empty where they are not clear, None where it is of no earlier inspection."""


class Decided(NamedTuple):
    """What a rule decides, which may be that no inspection is meant."""

    events: ClaimEvents


def introduces(event: Event, row: tuple[Token, ...]) -> bool:
    """Tell whether a sentence tells of the inspection before anything else."""
    front = letters(row)[: event.start]
    return not front.strip("dpsPNSOCcY,&vDIow") and len(front) <= LONGEST_INTRODUCTION


def _date_behind(text: str, at: int) -> re.Match[str] | None:
    """Return the match of a date behind the token of a claim; None where that date begins the next clause."""
    match = DATE_BEHIND.match(text, at)
    if match is None or "," not in match.group():
        return match
    return match if CLOSES.match(text, match.end()) else None


@dataclass(frozen=True, slots=True)
class Attribution:
    """The inspections of a sentence, and those ``told`` of before it; ``announced`` tells that a list was announced."""

    row: tuple[Token, ...]
    events: tuple[Event, ...]
    told: tuple[Event, ...] = ()
    announced: bool = False

    def of(self, claim: Claim) -> ClaimEvents:
        """Return the inspections of a claim, one for each date of those that are named together."""
        events = self._of(claim)
        if events is None:
            return None
        each = tuple(one for event in events for one in event.each())
        each_has_its_own = len(each) > 1 and MORE_GRADES.match(letters(self.row), claim.end)
        return () if each_has_its_own else each

    def _of(self, claim: Claim) -> ClaimEvents:
        text = letters(self.row)
        for rule in RULES:
            if decided := rule(self, claim, text):
                return decided.events
        dated = self.events or "D" in text
        doubtful = claim.subjects or text[claim.start] == FROM
        return () if dated and doubtful and not claim.plain else None

    def at_both(self, claim: Claim, text: str) -> Decided | None:
        """At both inspections: those that were told of before."""
        is_both = "B" in text[max(claim.start - 1, 0) : claim.end + 1]
        return Decided(self.told) if is_both and len(self.told) > 1 else None

    def inspection_inside(self, claim: Claim, text: str) -> Decided | None:
        """An inspection inside the claim, dated by what stands behind the claim if it has no date itself."""
        within = next((event for event in self.events if claim.start <= event.start < claim.end), None)
        if within is None:
            return None
        following = None if within.date else _date_behind(text, claim.end)
        date = find_time(self.row[following.start("d")].printed) if following else None
        return Decided((replace(within, date=date) if date else within,))

    def date_inside(self, claim: Claim, text: str) -> Decided | None:
        """A date inside a claim that begins with its award."""
        at = text.find("D", claim.start, claim.end)
        return Decided(self._dated(claim, at)) if at >= 0 and text[claim.start] in "AJ" else None

    def date_behind(self, claim: Claim, text: str) -> Decided | None:
        """A date behind the claim, and those that go on from it."""
        for end in (claim.end, claim.last):
            if match := _date_behind(text, end):
                return Decided(self._each(claim, [match.start("d"), *self._further(match.end())]))
        return None

    def inspection_behind(self, claim: Claim, text: str) -> Decided | None:
        """An inspection behind the claim, with "at" or "in"."""
        behind = self._behind(claim, text)
        return Decided((behind,)) if behind else None

    def had_before(self, claim: Claim, text: str) -> Decided | None:
        """None of the dates in front, for a clause of before: "In 2018 the council, which had been good, was"."""
        relative = RELATIVE.search(text[claim.start : claim.end])
        verb = self.row[claim.start + relative.end() - 1] if relative else None
        return Decided(()) if verb and HAD.match(verb.words) else None

    def date_in_front(self, claim: Claim, text: str) -> Decided | None:
        """A date directly in front of the claim and behind its last inspection ("inspected, in June 2019 it was")."""
        match = DATE_IN_FRONT.search(text[: claim.start])
        if match is None or not match["next"]:
            return None
        known = [event for event in self.events if event.start < claim.start]
        own = known and match.start("next") >= known[-1].end
        return Decided(self._dated(claim, match.start("next"))) if own else None

    def inspection_in_front(self, claim: Claim, text: str) -> Decided | None:
        """The last inspection in front of the claim, which may be tied to it or not."""
        before = [event for event in self.events if event.end <= claim.start + 1 or event.start < claim.start]
        return Decided(self._in_front(claim, text, before[-1])) if before else None

    def dates_in_front(self, claim: Claim, text: str) -> Decided | None:
        """Dates at the head of the sentence, of which each names an inspection, or the one in front of the claim."""
        if match := DATES_IN_FRONT.fullmatch(text[: claim.start]):
            return Decided(self._each(claim, [at for at in range(match.end()) if text[at] == "D"]))
        if claim.start and (match := DATE_IN_FRONT.search(text[: claim.start])):
            return Decided(self._dated(claim, match.start(match.lastgroup or 0)))
        return None

    def told_before(self, claim: Claim, text: str) -> Decided | None:
        """The inspection that the sentence before told of, where this one names none."""
        return Decided(self._told_before(claim, text)) if self.told and not self.events else None

    def _further(self, at: int) -> list[int]:
        """Return where further dates stand that go on from the one in front: "in 2015 and again in 2018"."""
        match = MORE_DATES.match(letters(self.row), at)
        return [i for i in range(at, match.end()) if self.row[i].letter == "D"] if match else []

    def _each(self, claim: Claim, dates: list[int]) -> ClaimEvents:
        """Return the inspections that dates alone name; not clear where one of them is not."""
        found = [self._dated(claim, at) for at in dates]
        return tuple(event for events in found for event in events or ()) if all(found) else ()

    def _dated(self, claim: Claim, at: int) -> ClaimEvents:
        """Return the inspection that only a date names; not clear where the sentence speaks of several inspections."""
        several = [token for token in self.row if token.letter == "I" and SEVERAL.search(token.words)]
        if at >= claim.end and any(token.start > self.row[claim.start].start for token in several):
            return ()
        in_front = self.row[at - 1].words.casefold() if at else ""
        if NOT_AT.fullmatch(in_front) or (claim.plain and in_front == "by"):
            return ()
        date = find_time(self.row[at].printed)
        return (Event(date.printed, at, at, date),) if date else None

    def _behind(self, claim: Claim, text: str) -> Event | None:
        event = next((event for event in self.events if event.start >= claim.end - 1), None)
        near = NEAR.match(text, claim.end)
        if event is None or near is None or near.end() < event.start:
            return None
        return event if any(AT.match(token.words) for token in self.row[claim.end : event.start]) else None

    def _in_front(self, claim: Claim, text: str, event: Event) -> ClaimEvents:
        between = text[event.end : claim.start + 1]
        if claim.start < event.end:
            return (event,) if introduces(event, self.row) else ()
        if LINKED.match(between) or "A" in between[:FARTHEST_VERB]:
            return (event,)
        before = text[: event.start].rstrip("D")
        opening = self.row[len(before) - 1].words if before else "at"
        if claim.plain:
            alone = between in ONLY_SERVICE and ENDS.match(text, claim.end) and AT.match(opening)
            return (event,) if alone and claim.subjects else None
        directly = len(between.strip(",&pN")) <= MOST_BETWEEN
        if directly and (AT.match(opening) or text[event.start] == "E" or before.endswith("Y")):
            return (event,)
        return () if claim.subjects and directly else None

    def _told_before(self, claim: Claim, text: str) -> ClaimEvents:
        if "T" not in text:
            return (self.told[-1],) if len(self.told) == 1 or self.announced else ()
        same = {s.domain for s in claim.subjects} <= {s.domain for s in self.told[-1].subjects}
        at_this_one = re.match("pT", text[claim.end :]) or text[claim.end : claim.end + 1] == "T"
        return (self.told[-1],) if claim.subjects and same and at_this_one else None


RULES = (
    Attribution.at_both,
    Attribution.inspection_inside,
    Attribution.date_inside,
    Attribution.date_behind,
    Attribution.inspection_behind,
    Attribution.had_before,
    Attribution.date_in_front,
    Attribution.inspection_in_front,
    Attribution.dates_in_front,
    Attribution.told_before,
)
"""What may give a claim its inspections. The first rule that decides is followed."""
