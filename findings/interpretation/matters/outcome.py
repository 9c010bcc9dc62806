"""What the nearest records say of a matter: improved, still found, or both.

The polarity of each record counts, and apart from it the polarity of the sentences that are about the matter, both as
told and as how much of the words praises and criticises; so does whether what is said is an effect or an intention, and
for how many it holds (``effects``). A later recommendation about the same matter says that it is still found. The
nearer a record, the more it counts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from findings.interpretation.matters.effects import NONE, effects_of
from findings.interpretation.matters.profiles import MatterProfile, MatterRecord
from findings.interpretation.matters.weights import chance
from findings.interpretation.polarity import Leaning, leaning_of
from inspections.vocabulary import Polarity

ASKED_AGAIN = "recommendation"
SAID = (*Polarity.values(), ASKED_AGAIN)
UNRESOLVED = re.compile(
    r"\b(?:remains?|continues?|still|not yet|yet to|too (?:many|few|long)|inconsisten\w+|variab\w+"
    r"|not (?:always|consistently|routinely)|lack|weak\w*|insufficient\w*|delay\w*|poor)\b",
    re.I,
)
MOST_UNRESOLVED = 4
WEIGHED = 4
"""The nearest records that count."""
OUTCOME = (
    *(f"record-{said}" for said in SAID), *(f"sentence-{said}" for said in SAID),
    *(f"nearest-{said}" for said in SAID), "unresolved", "asked-again",
    "praise", "blame", "praise of the matter", "blame of the matter", "nearest praise", "nearest blame", "both sides",
    "praise of effects", "praise of intentions", "blame of few", "blame of many",
)  # fmt: skip
"""The numbers by which the status is judged."""


Sides = tuple[float, float]
"""How much of the words praises and criticises."""
SIDES: dict[Polarity, Sides] = {
    Polarity.STRENGTH: (1.0, 0.0),
    Polarity.WEAKNESS: (0.0, 1.0),
    Polarity.MIXED: (0.5, 0.5),
    Polarity.NEUTRAL: (0.0, 0.0),
}
"""The sides of records whose polarity is another one than their words tell, because people decided it."""


@lru_cache(maxsize=8192)
def _leaning(text: str) -> Leaning:
    return leaning_of(text)


@lru_cache(maxsize=8192)
def _unresolved(text: str) -> int:
    """How often a text says that something is not settled, up to ``MOST_UNRESOLVED``."""
    return min(len(UNRESOLVED.findall(text)), MOST_UNRESOLVED)


def said_by(record: MatterRecord) -> str:
    """What a record says as a whole: its polarity, or that the matter is asked for again."""
    if record.is_recommendation:
        return ASKED_AGAIN
    return (record.polarity or _leaning(record.text).polarity).value


def text_of_matter(wanted: MatterProfile, record: MatterRecord, profile: MatterProfile) -> str:
    """The sentences of a record that are most about the matter; its whole text if these are all or none."""
    weights = [
        sum([weight for name, weight in wanted.concepts.items() if name in one.concepts]) for one in profile.sentences
    ]
    most = max(weights, default=0.0)
    chosen = [one for one, weight in zip(profile.sentences, weights, strict=True) if most and weight >= most / 2]
    if len(chosen) in (0, len(profile.sentences)):
        return record.text
    return " ".join(f"{record.text[one.start : one.end]}." for one in chosen)


def said_of(wanted: MatterProfile, record: MatterRecord, profile: MatterProfile) -> str:
    """What the sentences of a record that are most about the matter say."""
    text = text_of_matter(wanted, record, profile)
    return said_by(record) if record.is_recommendation or text == record.text else _leaning(text).polarity.value


def sides_said(record: MatterRecord, text: str) -> Sides:
    """How much of a record's text, or of a part of it, praises and criticises; to recommend is to criticise.

    A polarity that the words bear out adds nothing to them, which tell more: by how much.
    """
    if record.is_recommendation:
        return SIDES[Polarity.WEAKNESS]
    leaning = _leaning(text)
    if text == record.text and record.polarity not in (None, leaning.polarity):
        return SIDES[record.polarity]
    return leaning.praise, leaning.blame


def outcome_of(
    wanted: MatterProfile, found: Sequence[tuple[float, MatterRecord, MatterProfile]], asked_again: float
) -> tuple[float, ...]:
    """The numbers of ``OUTCOME``.

    ``found`` has the odds of the nearest records, the best first; ``asked_again`` the best odds of a recommendation.
    """
    nearest = found[:WEIGHED]
    shares = [math.exp(odds - nearest[0][0]) for odds, _, _ in nearest]
    total = sum(shares)
    shares = [share / total for share in shares]
    whole = [said_by(record) for _, record, _ in nearest]
    of_matter = [said_of(wanted, record, profile) for _, record, profile in nearest]
    unresolved = sum(share * _unresolved(record.text) for share, (_, record, _) in zip(shares, nearest, strict=True))
    sides = [sides_said(record, record.text) for _, record, _ in nearest]
    praise, blame = _shared(shares, sides)
    sides = [sides_said(record, text_of_matter(wanted, record, profile)) for _, record, profile in nearest]
    praise_of_matter, blame_of_matter = _shared(shares, sides)
    effects = NONE
    for share, (_, record, profile) in zip(shares, nearest, strict=True):
        effects += effects_of(wanted, record, profile).scaled(share)
    return (
        *(sum(share for share, said in zip(shares, whole, strict=True) if said == one) for one in SAID),
        *(sum(share for share, said in zip(shares, of_matter, strict=True) if said == one) for one in SAID),
        *(float(of_matter[0] == one) for one in SAID),
        unresolved / MOST_UNRESOLVED,
        chance(asked_again + 1),
        *(praise, blame, praise_of_matter, blame_of_matter, *sides[0], min(praise_of_matter, blame_of_matter)),
        *(effects.achieved, effects.intended, effects.few, effects.many),
    )


def _shared(shares: Sequence[float], sides: Sequence[Sides]) -> Sides:
    """Praise and criticism of several records, each by its share."""
    return (
        sum(share * praise for share, (praise, _) in zip(shares, sides, strict=True)),
        sum(share * blame for share, (_, blame) in zip(shares, sides, strict=True)),
    )
