"""What counts of a matter in a later report: what people decided, else what the rules suggest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from findings.interpretation.matters import MatterReading, MatterRecord
from findings.interpretation.matters.outcome import ASKED_AGAIN, said_by
from inspections.vocabulary import FollowStatus, FollowVerdict, Polarity, RecordKind

BY_POLARITY = {
    Polarity.STRENGTH.value: FollowStatus.IMPROVED,
    Polarity.WEAKNESS.value: FollowStatus.STILL_FOUND,
    Polarity.MIXED.value: FollowStatus.MIXED,
    Polarity.NEUTRAL.value: FollowStatus.MIXED,
    ASKED_AGAIN: FollowStatus.STILL_FOUND,
}
"""What a record that a person linked says of the matter, where the rules saw no record at all."""
STATUS_KEY = ("", "")
Verdicts = Mapping[tuple[str, str], str]
"""Decisions by kind and anchor of the later record; ``STATUS_KEY`` has the status."""


@dataclass(frozen=True, slots=True)
class DecidedLink:
    """A later record about the matter. ``by_person``: a person confirmed or added it, and it has no other reason."""

    kind: str
    anchor: str
    score: float
    because: str
    by_person: bool


@dataclass(frozen=True, slots=True)
class DecidedMatter:
    """What a later report says of a matter. ``by_person``: a person set the status."""

    links: tuple[DecidedLink, ...]
    status: FollowStatus
    because: str
    by_person: bool


def decided_reading(
    suggested: MatterReading, verdicts: Verdicts, records: Mapping[tuple[str, str], MatterRecord]
) -> DecidedMatter:
    """Merge suggestions with decisions. Links that people confirmed or added come first.

    ``records`` are those of the later report by kind and anchor; a decision about a record that it no longer has
    waits until the record is there again.
    """
    links: list[DecidedLink] = []
    for key, verdict in verdicts.items():
        if verdict == FollowVerdict.ABOUT and key in records:
            links.append(DecidedLink(*key, 1.0, "", True))
    for link in suggested.links:
        key = _key(link.anchor, records)
        if key not in verdicts:
            links.append(DecidedLink(*key, link.score, link.because, False))
    if STATUS_KEY in verdicts:
        return DecidedMatter(tuple(links), FollowStatus(verdicts[STATUS_KEY]), "", True)
    if links and not suggested.links:
        said = said_by(records[links[0].kind, links[0].anchor])
        return DecidedMatter(tuple(links), BY_POLARITY[said], "It follows from the record that a person linked.", False)
    if suggested.links and not links:
        because = "A person found that no suggested record is about this matter."
        return DecidedMatter((), FollowStatus.NOT_RAISED, because, False)
    return DecidedMatter(tuple(links), suggested.status, suggested.because, False)


def _key(anchor: str, records: Mapping[tuple[str, str], MatterRecord]) -> tuple[str, str]:
    recommended = (RecordKind.RECOMMENDATION.value, anchor)
    return recommended if recommended in records else (RecordKind.FINDING.value, anchor)
