"""Whether what a record says of a matter is an effect or an intention, and whether it holds for few children or many.

"Leaders know that more is needed", "a new strategy aims to", "too early to see the impact": such sentences sound like
praise, and say that a matter is not settled. "A small minority" weakens criticism. Sentences count by how near they
are to the matter and by their length. What speaks for an intention, and for few, is declared here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache

from findings.interpretation.matters.profiles import CITED, MatterProfile, MatterRecord, Sentence
from findings.interpretation.polarity import SentenceLeaning, sentence_leanings

INTENDED = re.compile(
    r"\b(?:aims? (?:to|at)|aimed at|intend\w*|plan(?:s|ned|ning)? to|plans? (?:is|are|were)?\s?in place"
    r"|in the process of|(?:has|have) (?:begun|started|plans)"
    r"|work (?:is|has) (?:ongoing|started|begun|under ?way|being)"
    r"|(?:is|are) (?:being )?(?:develop|introduc|implement|work|striv|strengthen|review|address|embed|tak)\w+"
    r"|recogni[sz]e\w*|(?:is|are|were|well|acutely) aware|know(?:s)? (?:that|this|there)|acknowledg\w+"
    r"|understands? that|priorit(?:y|ies)|further work|more (?:to do|work)|early (?:days|stages?)"
    r"|too early|not yet|yet to|will (?:be|help|enable|ensure)"
    r"|continu(?:e|es|ing) to (?:be|develop|improve|work|focus|strive|build)"
    r"|recent(?:ly)? (?:introduc|develop|launch|appoint|chang|review|implement)\w+|new(?:ly)? (?:strateg|approach)\w*"
    r"|focus(?:ed)? on (?:improv|strengthen|develop)\w+)",
    re.I,
)
"""What is known, planned or begun."""
FEW = re.compile(
    r"\b(?:small (?:number|minority)|a few|minority|very few|isolated|occasional(?:ly)?|in (?:one|two) cases?|some)\b",
    re.I,
)
"""What does not hold for most."""
NEARNESS = 2.0
"""How much more a sentence counts that is wholly about the matter, as a logarithm."""


@dataclass(frozen=True, slots=True)
class Effects:
    """How much of what is said of a matter praises effects and intentions, and criticises for few and for others."""

    achieved: float
    intended: float
    few: float
    many: float

    def scaled(self, share: float) -> Effects:
        """So much of it."""
        return Effects(self.achieved * share, self.intended * share, self.few * share, self.many * share)

    def __add__(self, other: Effects) -> Effects:
        return Effects(
            self.achieved + other.achieved,
            self.intended + other.intended,
            self.few + other.few,
            self.many + other.many,
        )


NONE = Effects(0.0, 0.0, 0.0, 0.0)
ASKED = Effects(0.0, 0.0, 0.0, 1.0)
"""What a recommendation says: to ask is to criticise."""


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[tuple[SentenceLeaning, Effects], ...]:
    """The sentences of a text with what each says, whatever the matter; the last texts are remembered."""
    found: list[tuple[SentenceLeaning, Effects]] = []
    for one in sentence_leanings(text):
        printed = text[one.start : one.end]
        is_intended, is_few = bool(INTENDED.search(printed)), bool(FEW.search(printed))
        said = Effects(
            one.praise * (not is_intended), one.praise * is_intended, one.blame * is_few, one.blame * (not is_few)
        )
        found.append((one, said))
    return tuple(found)


def effects_of(wanted: MatterProfile, record: MatterRecord, profile: MatterProfile) -> Effects:
    """What a record says of the effects on a matter."""
    if record.is_recommendation:
        return ASKED
    found = _said(CITED.sub("", record.text))
    weights = [
        math.exp(NEARNESS * _nearness(wanted, place)) * math.sqrt(one.words)
        for place, (one, _) in zip(profile.sentences, found, strict=True)
    ]
    total, effects = sum(weights), NONE
    for weight, (_, said) in zip(weights, found, strict=True):
        effects += said.scaled(weight / total)
    return effects


def _nearness(wanted: MatterProfile, sentence: Sentence) -> float:
    """How much of a matter a sentence names, from 0 to 2."""
    return _share(wanted.concepts, sentence.concepts) + _share(wanted.terms, sentence.terms)


def _share(weights: Mapping[str, float], named: Container[str]) -> float:
    total = sum(weights.values())
    return sum([weight for name, weight in weights.items() if name in named]) / total if total else 0.0
