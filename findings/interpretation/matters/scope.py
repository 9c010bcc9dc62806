"""What a later report looked at, and whether the matter of a recommendation is part of it.

1. A recommendation whose first words name the police, health bodies or others beside the local authority, or that names
   them twice, is followed only by reports that look at these bodies too.
2. A full inspection looks at every field of the authority's work. A visit or targeted inspection looks at the fields
   that its introduction names; where that names none, at those that its own records are about.
3. The fields of a recommendation are those of the matters that it names, else those of the children whom it names. It
   was not looked at if the report looked at none of them. Leaders and staff are looked at everywhere but in a joint
   inspection, which looks at partners together. A matter without a field counts as looked at.

Fields are declared in ``fields.csv``: the phrases by which introductions name them, and their matters.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from findings.interpretation.matters.concepts import FOLDER, MATTER, concepts
from findings.interpretation.matters.profiles import MatterProfile, MatterRecord
from findings.interpretation.terms.index import TermIndex
from findings.interpretation.terms.words import stem, words_of
from inspections.report_kinds import BY_INSPECTORATES
from inspections.vocabulary import ReportKind

LEADERS = "leaders"
FRONT_DOOR, PLANS, EXPLOITATION = "front-door", "help-and-protection", "exploitation"
IN_CARE, LEAVERS, SEND = "children-in-care", "care-leavers", "send"
WHOLE = frozenset({FRONT_DOOR, PLANS, EXPLOITATION, IN_CARE, LEAVERS, LEADERS})
"""What a full inspection of a local authority looks at."""
ALWAYS: Mapping[str, frozenset[str]] = {
    ReportKind.ILACS: WHOLE,
    ReportKind.SIF: WHOLE,
    ReportKind.SLAC: WHOLE,
    ReportKind.JAR: WHOLE,
    ReportKind.APA: WHOLE,
    ReportKind.LAC: frozenset({IN_CARE, LEAVERS, LEADERS}),
    ReportKind.CHILD_PROTECTION: frozenset({FRONT_DOOR, PLANS, EXPLOITATION, LEADERS}),
    ReportKind.UCRA: frozenset({FRONT_DOOR, LEADERS}),
    ReportKind.SEND: frozenset({SEND}),
}
"""What a kind of report looks at, whatever its introduction says."""
ALSO: Mapping[str, frozenset[str]] = {
    ReportKind.JTAI: frozenset({FRONT_DOOR}),
    ReportKind.FOCUSED_VISIT: frozenset({LEADERS}),
    ReportKind.MONITORING_VISIT: frozenset({LEADERS}),
}
"""What a kind of report looks at besides what its introduction says."""
INTRODUCED = re.compile(
    r"\b(?:looked at|reviewed|evaluated|considered|focus(?:ed)? on|examined|deep dive|response to)\b", re.I
)
EVIDENCE = re.compile(r"\b(?:range of evidence|sampled|case discussions?|methodolog\w+|complexit\w+)\b", re.I)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
FIRST_RECORDS = 5
"""The introduction stands in the first records without findings."""
ABOUT = 0.1
"""A visit whose introduction names no field looked at the children whom such a share of its records is about."""
OTHERS = re.compile(
    r"\b(?:police|CCG|clinical commissioning|NHS|hospital|emergency department|ED|GPs?|probation|CRC|NPS|midwi\w+"
    r"|health (?:visitor|professional|practitioner|provider|partner|agenc\w+|service|record)s?|school nurs\w+"
    r"|foundation trust|safeguarding (?:children )?boards?|[LMN]SCB)\b",
    re.I,
)
"""Bodies beside the local authority, whose work inspections of the authority do not look at."""
FIRST_WORDS = 14


@dataclass(frozen=True, slots=True)
class InspectedField:
    """A part of children's services that an inspection can look at: its code, its name, and codes of its matters."""

    code: str
    name: str
    matters: frozenset[str]


@cache
def _declared() -> tuple[dict[str, str], ...]:
    with (FOLDER / "fields.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def fields() -> Mapping[str, InspectedField]:
    """All fields by their code."""
    return {
        row["code"]: InspectedField(row["code"], row["name"], frozenset(row["concepts"].split("; ")))
        for row in _declared()
    }


@cache
def _index() -> TermIndex[tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {}
    for row in _declared():
        for phrase in filter(None, row["phrases"].split("; ")):
            named[phrase] = (*named.get(phrase, ()), row["code"])
    return TermIndex.of(named, stem)


def introduced(texts: Iterable[str]) -> frozenset[str]:
    """The fields that the introduction of a report says it looked at. ``texts`` are its records without findings."""
    found: set[str] = set()
    for text in list(texts)[:FIRST_RECORDS]:
        for sentence in SENTENCE_END.split(text):
            if INTRODUCED.search(sentence) and not EVIDENCE.search(sentence):
                for _, _, codes in _index().found(tuple(map(stem, words_of(sentence).printed))):
                    found.update(codes)
    return frozenset(found)


def scope_of(kind: str, introduction: Iterable[str], children: Mapping[str, float]) -> frozenset[str]:
    """The fields that a report looked at. ``children`` has the share of its records about each group of children."""
    if kind in ALWAYS:
        return ALWAYS[kind]
    named = introduced(introduction)
    if not named:
        about = {group for group in (PLANS, IN_CARE, LEAVERS) if children.get(group, 0.0) > ABOUT}
        named = frozenset(about | ({FRONT_DOOR, EXPLOITATION} if PLANS in about else set()))
    return named | ALSO.get(kind, frozenset())


def fields_of(wanted: MatterProfile) -> frozenset[str]:
    """The fields of the matters that a recommendation names, else of the children whom it names."""
    known = concepts()
    named = [name for name in wanted.main if known[name].kind == MATTER]
    found = {one.code for one in fields().values() if not one.matters.isdisjoint(named)}
    if not found - {LEADERS}:
        found |= wanted.named & {IN_CARE, LEAVERS}
        if not found - {LEADERS} and PLANS in wanted.named:
            found |= {FRONT_DOOR, PLANS}
    elif LEAVERS in found and IN_CARE in wanted.named:
        found.add(IN_CARE)
    return frozenset(found)


def is_for_others(text: str) -> bool:
    """Whether a recommendation is for bodies beside the local authority."""
    return bool(OTHERS.search(" ".join(text.split()[:FIRST_WORDS]))) or len(OTHERS.findall(text)) > 1


def why_not_inspected(record: MatterRecord, wanted: MatterProfile, kind: str, scope: Collection[str]) -> str:
    """Why a report did not look at the matter of a recommendation; empty if it did, or if nothing tells."""
    facts = BY_INSPECTORATES.get(ReportKind(kind))
    is_joint = facts is not None and facts.is_joint
    if not is_joint and is_for_others(record.text):
        return "It is for other bodies, whose work the report does not look at."
    asked = fields_of(wanted)
    inspected = asked - {LEADERS} or (asked if is_joint else frozenset())
    if not inspected or not inspected.isdisjoint(scope):
        return ""
    known = fields()
    names = ", ".join(known[code].name for code in known if code in inspected)
    return f"The report does not say that it looked at {names}."
