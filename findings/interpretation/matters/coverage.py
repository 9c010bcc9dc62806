"""Whether a later report says anything of a matter.

Recommendations to a safeguarding board are followed only by reports that inspect the board. For all others, weights
judge how near the nearest records are, how much of the report is about the theme and the children concerned, what kind
of report it is, and whether the recommendation is for health bodies, the police or probation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean

from findings.interpretation.matters.comparison import LINK, ReportMatters
from findings.interpretation.matters.concepts import MATTER, concepts
from findings.interpretation.matters.profiles import MatterProfile, MatterRecord
from findings.interpretation.matters.scope import OTHERS
from inspections.report_kinds import BY_INSPECTORATES

MOST_OTHERS = 4
VISITS = frozenset(kind for kind, facts in BY_INSPECTORATES.items() if facts.is_visit)
JOINT = frozenset(kind for kind, facts in BY_INSPECTORATES.items() if facts.is_joint)
COVERAGE = (
    "best", "second", "mean-of-three", "concepts-alike", "main-covered", "heaviest-shared", "words-covered", "near",
    "themes-alike", "sentence-concepts", "theme-share", "concept-share", "rarest-concept-share", "has-matter",
    "children-share", "has-children", "to-others", "is-visit", "is-joint", "length", "records", "heaviest-concept",
    "related-concepts", "record-covered", "record-words-covered", "likely-themes-alike",
)  # fmt: skip
"""The numbers by which it is judged whether a report says anything of a matter."""
FAR = -9.0
UNKNOWN_CHILDREN = 0.33


def is_for_board(record: MatterRecord, profile: MatterProfile) -> bool:
    """Whether a recommendation stands among those to a safeguarding board."""
    return "board" in profile.areas


def coverage_of(
    record: MatterRecord,
    wanted: MatterProfile,
    report: ReportMatters,
    ranked: Sequence[tuple[float, tuple[float, ...]]],
) -> tuple[float, ...]:
    """The numbers of ``COVERAGE``. ``ranked`` has the odds and numbers of the nearest records, the best first."""
    odds = [one for one, _ in ranked[:3]] + [FAR] * max(0, 3 - len(ranked))
    best = dict(zip(LINK, ranked[0][1] if ranked else (0.0,) * len(LINK), strict=True))
    theme = max(wanted.themes, key=lambda name: (wanted.themes[name], name), default="")
    known = concepts()
    matters = [name for name in wanted.main if known[name].kind == MATTER]
    shares = [len(report.by_concept.get(name, ())) / max(1, len(report.records)) for name in matters]
    children = wanted.children
    is_joint = report.kind in JOINT
    return (
        odds[0], odds[1], fmean(odds), best["concepts-alike"], best["main-covered"], best["heaviest-shared"],
        best["words-covered"], best["near"], best["themes-alike"], best["sentence-concepts"],
        report.themes.get(theme, 0.0),
        max(shares, default=0.0),
        min(shares, default=0.0),
        float(bool(matters)),
        max((report.areas.get(area, 0.0) for area in children), default=UNKNOWN_CHILDREN),
        float(bool(children)),
        0.0 if is_joint else min(len(OTHERS.findall(record.text)), MOST_OTHERS) / MOST_OTHERS,
        float(report.kind in VISITS),
        float(is_joint),
        math.log(wanted.words + 3) / 5,
        math.log(len(report.records) + 1) / 5,
        max((known[name].weight for name in wanted.main), default=0.0) / 6,
        best["related-concepts"], best["record-covered"], best["record-words-covered"], best["likely-themes-alike"],
    )  # fmt: skip
