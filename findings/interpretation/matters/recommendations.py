"""The matters that a recommendation is about, by which recurring issues are counted: at most two of its concepts."""

from __future__ import annotations

from findings.interpretation.matters.concepts import MATTER, concepts
from findings.interpretation.matters.profiles import MatterRecord, profile_of

MOST = 2
LIGHTER = 0.6
"""The second matter counts if it weighs at least so much of the first."""


def matters_of(text: str) -> tuple[str, ...]:
    """The codes of the matters of a recommendation, the heaviest first; empty if it names none."""
    profile = profile_of(MatterRecord("", text, is_recommendation=True))
    known = concepts()
    named = [name for name in profile.main if known[name].kind == MATTER]
    heaviest = sorted(named, key=lambda name: (-profile.concepts[name], name))[:MOST]
    return tuple(name for name in heaviest if profile.concepts[name] >= LIGHTER * profile.concepts[heaviest[0]])
