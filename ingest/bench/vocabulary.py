"""Invented sentences for an invented knowledge base.

Words of the field in a few patterns are mixed with rare made-up words, because real texts have both. The same seed
gives the same sentences on every machine.
"""

from __future__ import annotations

from random import Random

WHO = (
    "social workers", "managers", "leaders", "foster carers", "personal advisers", "reviewing officers", "partners",
    "police", "schools", "health visitors", "adoption workers", "early help workers", "team leaders",
    "elected members", "advocates",
)  # fmt: skip
DO = (
    "check", "record", "review", "visit", "understand", "miss", "delay", "challenge", "share", "improve", "plan",
    "support", "supervise", "audit", "listen to", "assess", "escalate", "track", "measure", "explain",
)  # fmt: skip
WHAT = (
    "plans", "assessments", "visits", "thresholds", "referrals", "risks", "strategy discussions", "pathway plans",
    "placements", "supervision", "caseloads", "case records", "life story work", "health checks", "permanence",
    "return home interviews", "family time", "private fostering", "neglect", "exploitation", "missing episodes",
    "performance data", "court work",
)  # fmt: skip
HOW = (
    "promptly", "too slowly", "with care", "in most cases", "in a few cases", "before decisions are made",
    "without drift", "every month", "since the last inspection", "for children in care",
    "for disabled children", "for care leavers", "at the front door", "out of hours", "across the borough",
    "with too little challenge", "in good time",
)  # fmt: skip
JOINTS = (", and ", ", but ", "; as a result, ", ", so that ", ", although ")
PRAISE = ("consistently", "usually", "rarely", "increasingly", "not yet", "effectively", "seldom", "now")
SYLLABLES = (
    "bar", "cam", "den", "el", "fen", "gar", "hol", "ing", "ker", "lin", "mar", "nor", "ox", "pel", "quen", "ros",
    "sul", "ter", "ul", "ven", "wex", "yar", "zel",
)  # fmt: skip

SENTENCES = 6_000
RARE_WORDS = 4_000


class Vocabulary:
    """A stock of sentences and rare words from which texts are drawn with the caller's random numbers."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.sentences = tuple(self._sentence() for _ in range(SENTENCES))
        self.rare = tuple("".join(random.choices(SYLLABLES, k=3)) for _ in range(RARE_WORDS))

    def _clause(self) -> str:
        pick = self.random.choice
        return f"{pick(WHO)} {pick(PRAISE)} {pick(DO)} {pick(WHAT)} {pick(HOW)}"

    def _sentence(self) -> str:
        text = self._clause()
        if self.random.random() < 0.6:
            text += self.random.choice(JOINTS) + self._clause()
        return f"{text[0].upper()}{text[1:]}."

    def text(self, sentences: int) -> str:
        """Return this many sentences, and one more with a word that few other texts have."""
        drawn = self.random.choices(self.sentences, k=sentences)
        return f"{' '.join(drawn)} This was so in {self.random.choice(self.rare).title()}."

    def heading(self) -> str:
        """Return a short heading."""
        pick = self.random.choice
        return f"{pick(WHO).capitalize()} and {pick(WHAT)}"
