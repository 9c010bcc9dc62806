"""The matters that a recommendation is about, by which recurring issues are counted: at most two of its concepts."""

from __future__ import annotations

import re

from findings.interpretation.matters.concepts import MATTER, concepts
from findings.interpretation.matters.profiles import MatterRecord, profile_of

FOR_THE_MEETING = re.compile(
    r"(?:\W|that\b|the\b|cabinet\b|council\b|(?:sub-?)?committee\b|board\b|panel\b|members?\b|(?:is|are) (?:asked|"
    r"recommended|invited|requested)\b|to\b)*"
    r"(?:notes?|considers?|comments? (?:up)?on|receives?|endorses?|approves?|agrees?|discuss(?:es)?)\b"
    r"(?= (?:and \w+ )?(?:on )?(?:the|this|these|its|any|all|and)\b)"
    r".{,80}\b(?:reports?|comments?|contents?|updates?|progress|plans?|appendi(?:x|ces)|minutes|papers?|recommendations?|letter)\b",
    re.I,
)
"""What a paper asks the meeting that it goes to: to note, consider or agree what somebody wrote."""
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


def is_for_the_meeting(text: str) -> bool:
    """Whether a recommendation of a paper asks the meeting to deal with papers, which no inspection looks at."""
    return bool(FOR_THE_MEETING.match(text))
