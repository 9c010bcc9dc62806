"""What a later report says of the matter of a recommendation: its records about it, ranked, and a status.

1. Records are ranked by ``comparison``. Overviews count like other findings; context does not belong in here.
2. ``coverage`` decides whether the report says anything of the matter; if not, ``scope`` whether it looked at it.
3. If it does, ``outcome`` decides the status from what the nearest records say.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from findings.interpretation.matters.comparison import ReportMatters, compare, related_to, shared_concepts
from findings.interpretation.matters.concepts import concepts
from findings.interpretation.matters.coverage import coverage_of, is_for_board
from findings.interpretation.matters.outcome import ASKED_AGAIN, outcome_of, said_of
from findings.interpretation.matters.profiles import MatterProfile, MatterRecord, profile_of
from findings.interpretation.matters.scope import why_not_inspected
from findings.interpretation.matters.weights import (
    LINK,
    NOTHING,
    STATUSES,
    Judges,
    Weighing,
    chance,
    stored_judges,
)
from inspections.vocabulary import FollowStatus, Polarity

NOTHING_FROM = 0.65
"""From this chance on, a report says nothing of a matter."""
LEAST_CHANCE = 0.08
"""Records with a smaller chance to be about the matter are left out, save the nearest three."""
SURE = 3
MOST = 6
SHOWN = 4
"""The most shared matters that a reason names."""
PRAISE = frozenset({Polarity.STRENGTH, Polarity.MIXED})
BLAME = frozenset({Polarity.WEAKNESS, Polarity.MIXED, ASKED_AGAIN})
IN_WORDS = {
    Polarity.STRENGTH: "praises",
    Polarity.WEAKNESS: "criticises",
    Polarity.MIXED: "praises and criticises",
    Polarity.NEUTRAL: "describes",
    ASKED_AGAIN: "recommends again",
}


@dataclass(frozen=True, slots=True)
class MatterLink:
    """A later record about the matter: its anchor, the chance that it is, and the reason in words."""

    anchor: str
    score: float
    because: str


@dataclass(frozen=True, slots=True)
class MatterReading:
    """What a later report says of a matter: records, the best first, the status, and the reason in words."""

    links: tuple[MatterLink, ...]
    status: FollowStatus
    because: str


@dataclass(frozen=True, slots=True)
class RankedRecord:
    """A record of a later report with its odds to be about the matter, and the numbers that these come from."""

    odds: float
    numbers: tuple[float, ...]
    record: MatterRecord
    profile: MatterProfile


def rank(wanted: MatterProfile, report: ReportMatters, judge: Weighing) -> list[RankedRecord]:
    """The nearest records of a report, the best first."""
    found: list[RankedRecord] = []
    for place in report.nearest(wanted):
        record, profile = report.records[place], report.profiles[place]
        numbers = compare(wanted, record, profile)
        found.append(RankedRecord(judge.odds(numbers), numbers, record, profile))
    return sorted(found, key=lambda one: -one.odds)


def follow(recommendation: MatterRecord, report: ReportMatters, judges: Judges | None = None) -> MatterReading:
    """What a later report says of the matter of a recommendation, by other ``judges`` than those that were learnt."""
    judges = judges or stored_judges()
    wanted = profile_of(recommendation)
    if is_for_board(recommendation, wanted) and not report.areas.get("board"):
        return MatterReading((), FollowStatus.NOT_INSPECTED, "The report does not inspect the safeguarding board.")
    ranked = rank(wanted, report, judges[LINK])
    covered = coverage_of(recommendation, wanted, report, [(one.odds, one.numbers) for one in ranked])
    if not ranked or judges[NOTHING].chance(covered) >= NOTHING_FROM:
        if reason := why_not_inspected(recommendation, wanted, report.kind, report.scope):
            return MatterReading((), FollowStatus.NOT_INSPECTED, reason)
        return MatterReading((), FollowStatus.NOT_RAISED, "No record of the report is near enough to this matter.")
    links = tuple(
        MatterLink(one.record.anchor, round(chance(one.odds), 3), _reason(wanted, one))
        for place, one in enumerate(ranked[:MOST])
        if place < SURE or chance(one.odds) >= LEAST_CHANCE
    )
    status, because = _status(wanted, ranked, judges)
    return MatterReading(links, status, because)


def _reason(wanted: MatterProfile, one: RankedRecord) -> str:
    names = [concepts()[code].name for code in shared_concepts(wanted, one.profile)][:SHOWN]
    if names:
        return f"Both are about {', '.join(names)}."
    if related := [concepts()[code].name for code in related_to(wanted, one.profile)][:SHOWN]:
        return f"It is about related matters: {', '.join(related)}."
    shared = sorted((term for term in wanted.terms if term in one.profile.terms), key=lambda term: -wanted.terms[term])
    return f"They share words: {', '.join(shared[:SHOWN])}." if shared else "Their words are used alike."


def _status(wanted: MatterProfile, ranked: list[RankedRecord], judges: Judges) -> tuple[FollowStatus, str]:
    again = max((one.odds for one in ranked if one.record.is_recommendation), default=-9.0)
    numbers = outcome_of(wanted, [(one.odds, one.record, one.profile) for one in ranked], again)
    said = list(dict.fromkeys(said_of(wanted, one.record, one.profile) for one in ranked[:SURE]))
    possible = [status for status in STATUSES if agrees(status, said)]
    status = max(possible or STATUSES, key=lambda one: judges[one].odds(numbers))
    words = [IN_WORDS[one if one == ASKED_AGAIN else Polarity(one)] for one in said]
    return status, f"Of the matter, the report {_and(words)}."


def agrees(status: FollowStatus, said: Collection[str]) -> bool:
    """Whether a status can stand beside what the nearest records say.

    What is asked for again, or never praised, has not improved; what is only praised is not found any more.
    """
    is_praised, is_blamed = not PRAISE.isdisjoint(said), not BLAME.isdisjoint(said)
    if status is FollowStatus.IMPROVED:
        return is_praised and ASKED_AGAIN not in said
    return is_blamed


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])}, and {words[-1]}"
