"""The unit of a number: that of the print (percent, pounds), else the thing counted.

A number without a noun counts only where the print shows that it goes on counting what was named: "rose from 12 to
38", "six of whom", "the majority of these children (13)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from findings.interpretation.figures import units
from findings.interpretation.figures.groups import Group
from findings.interpretation.figures.numerals import Kind

HIGHEST_CASELOAD = 100
"""More cases than this are those of a service, never of one worker."""
NEAR = 40
"""How many characters before a number may tell that it goes on counting."""
_PER_WORKER = {unit: f"{unit} per worker" for unit in ("children", "cases", "families")}
_OUT_OF = re.compile(
    r",? (?:out )?of (?:the |a |our |all |its |some |just |over |about |around |approximately |total |of )*"
)
_SHARE = re.compile(r" \((?:or |about |around )?\d[\d.]*(?:%| per cent)\)")
_OR_MORE = re.compile(r" or (?:more|fewer|less|over|under|so)\b")
_CLOSED = re.compile(r"\)(?= [a-z])")
_SINGLE = re.compile(r" ([a-z]+)\b")
_OF_THE = re.compile(r" of (?:the|these|those|all|their|our|its|all the)(?= )")
_GOES_ON = re.compile(
    r" (?:of (?:whom|which|these|those|them)|who|that|which|were|are|was|is|have|had|has|did|do|remain\w*|live[sd]?|"
    r"living|left|took|went|[a-z]{3,12}ed|per)\b"
)
_LISTED = re.compile(r" (?:with|in|at|due to|for|through|on|by|from)\b")
_IN_BRACKETS = re.compile(r"[),/]| (?:in|at|of|out of)\b")
_COMPARED = re.compile(
    r"\b(?:from|to|at|by|of|than|is|was|only|just|including|further|around|approximately|about|over|nearly|almost|"
    r"another|currently|averag\w+|under|up|down|below|above|many as|against|with|for) \Z",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:increas|reduc|decreas|declin|r[io]se|rising|fall|fell|drop|gr[eo]w|down from|up from|compar|figure|"
    r"numbers?\b|total|average|caseload|doubl|population|improve|higher|lower|target)",
    re.IGNORECASE,
)
_PER_TEN_THOUSAND = re.compile(r" (?:[a-z]+ )?per 10,?000")
_RATE = re.compile(r"\brates?\b[^.;(]{0,30}\b(?:of|was|is|to|at|from|than|,) \Z", re.IGNORECASE)
_CASELOAD = re.compile(r"\bcaseloads?\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:workers?|staff|advis[eo]rs?|PAs|visitors?|practitioners?|officers?|IROs)\b[^.;]{0,40}"
    r"\b(?:responsible for|supporting|carrying|holding|hold|carry|managing|allocated|carried)\b[^.;]{0,20}\Z"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a group, and where the words end that name it."""

    name: str
    until: int


def unit_of(text: str, group: Group, following: Group | None, counted: str) -> Unit | None:
    """The unit of a group; None where nothing says that it counts something.

    ``following`` is the next group of the same sentence, ``counted`` the unit counted last in it.
    """
    if group.kind != Kind.PLAIN:
        return Unit(group.kind.value, group.end)
    if (per := _PER_TEN_THOUSAND.match(text, group.end)) is not None:
        return Unit(units.PER_TEN_THOUSAND, per.end())
    if following and following.kind == Kind.PLAIN and _OUT_OF.fullmatch(text, group.end, following.start):
        named = _named(text, following, following.stop)
        return _per_worker(text, group, named) if named else _inherited(text, group, None, counted)
    is_share_next = following and following.kind == Kind.PERCENT and _SHARE.match(text, group.end)
    named = _named(text, group, following.start if following and not is_share_next else group.stop)
    if group.numerals[0].value == 1 and len(group.numerals) == 1:
        return named if named and named.name in units.TIMES else _single(text, group)
    return _per_worker(text, group, named) if named else _inherited(text, group, following, counted)


def _named(text: str, group: Group, stop: int) -> Unit | None:
    at = group.end
    for words in (_OR_MORE, _SHARE, _CLOSED, _OF_THE):
        if (skipped := words.match(text, at)) is not None:
            at = skipped.end()
    found = units.noun_after(text, at, stop)
    return Unit(*found) if found else None


def _single(text: str, group: Group) -> Unit | None:
    """The unit of "1 child"; "one child" is as much as "a child"."""
    found = _SINGLE.match(text, group.end) if text[group.start].isdigit() else None
    if found is None:
        return None
    unit = units.nouns().get(
        {"child": "children", "young": "children", "person": "people"}.get(found[1], f"{found[1]}s")
    )
    return Unit(unit, found.end()) if unit else None


def _per_worker(text: str, group: Group, unit: Unit) -> Unit:
    if unit.name not in _PER_WORKER or group.numerals[-1].value > HIGHEST_CASELOAD:
        return unit
    is_caseload = _CASELOAD.search(text, group.near_begin, group.near_stop)
    if is_caseload or _HOLDS.search(text[max(group.begin, group.start - 2 * NEAR) : group.start]):
        return Unit(_PER_WORKER[unit.name], unit.until)
    return unit


def _inherited(text: str, group: Group, following: Group | None, counted: str) -> Unit | None:
    before = text[max(group.begin, group.start - NEAR) : group.start]
    in_brackets = before.endswith(("(", "(or ", "(n=")) and _IN_BRACKETS.match(text, group.end)
    is_compared = _COMPARED.search(before) and _CHANGES.search(text, group.near_begin, group.near_stop)
    goes_on = _GOES_ON.match(text, group.end) or _SHARE.match(text, group.end)
    is_listed = counted and _LISTED.match(text, group.end)
    if _RATE.search(before) or text.find(units.PER_TEN_THOUSAND, group.near_begin, group.start) >= 0:
        is_told = text.find(units.PER_TEN_THOUSAND, group.near_begin, group.near_stop) >= 0
        return Unit(units.PER_TEN_THOUSAND if is_told else "rate", group.end)
    if not (in_brackets or goes_on or is_compared or is_listed):
        return None
    if in_brackets and (near := units.last_noun(before)):
        return Unit(near, group.end)
    if is_compared and _CASELOAD.search(text, group.near_begin, group.near_stop):
        return Unit("cases per worker", group.end)
    if counted:
        return Unit(counted, group.end)
    if following and following.kind == Kind.PLAIN and (named := _named(text, following, following.stop)):
        return Unit(named.name, group.end)
    spoken_of = units.last_noun(text[group.near_begin : group.start]) or units.last_noun(
        text[max(0, group.begin - 5 * NEAR) : group.begin]
    )
    return Unit(spoken_of, group.end) if spoken_of else None
