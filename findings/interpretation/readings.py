"""The interpretations of all live records as data, in the shape in which people write down what they read.

A record is named by the SHA-256 of its file, the place of its report in the file (0 is the first) and its anchor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import OuterRef, Subquery

from findings.models import Action, Figure, Finding, FollowedMatter, FollowedRecord, Recommendation
from inspections.models import ReportSource
from inspections.vocabulary import SourceRole

RECORDS: tuple[type[Any], ...] = (Finding, Recommendation, Action)
AT_ONCE = 2_000
JsonObject = dict[str, Any]


def record_readings() -> Iterator[JsonObject]:
    """Themes of each record, and the polarity of findings, None for others."""
    for model in RECORDS:
        names = ("report__source__sha256", "anchor", "themes", *(("polarity",) if model is Finding else ()))
        rows = model.objects.live().filter(report__retired_at__isnull=True).annotate(part=_part())
        found = rows.order_by("report", "ordinal").values_list("part", *names)
        for part, sha256, anchor, themes, *polarity in found.iterator(chunk_size=AT_ONCE):
            yield {
                **_named(sha256, part, anchor),
                "type": model.KIND,
                "themes": themes.split(",") if themes else [],
                "polarity": (polarity[0] or None) if polarity else None,
            }


def figure_readings() -> Iterator[JsonObject]:
    """The figures of each finding that states some."""
    rows = Figure.objects.filter(report__retired_at__isnull=True, finding__retired_at__isnull=True)
    names = ("report__source__sha256", "finding__anchor", "finding", "value", "unit", "of", "as_at")
    found = rows.annotate(part=_part()).order_by("report", "finding__ordinal", "ordinal").values_list("part", *names)
    for (part, sha256, anchor, _), group in groupby(found.iterator(chunk_size=AT_ONCE), lambda row: row[:4]):
        figures = [
            {"value": _number(value), "unit": unit, "of": of, "as_at": as_at or None}
            for *_, value, unit, of, as_at in group
        ]
        yield {**_named(sha256, part, anchor), "figures": figures}


def follow_readings() -> Iterator[JsonObject]:
    """What each later report says of the recommendations of an earlier one: a pair of reports, their matters inside."""
    anchors: dict[int, list[str]] = defaultdict(list)
    for matter, anchor in FollowedRecord.objects.order_by("matter", "rank").values_list("matter", "anchor"):
        anchors[matter].append(anchor)
    rows = FollowedMatter.objects.filter(
        recommendation__retired_at__isnull=True,
        recommendation__report__retired_at__isnull=True,
        later__retired_at__isnull=True,
    ).annotate(earlier_part=_part("recommendation__report"), later_part=_part("later"))
    ends = ("recommendation__report__source__sha256", "earlier_part", "later__source__sha256", "later_part")
    found = rows.order_by("recommendation__report", "later", "recommendation__ordinal")
    named = found.values_list(*ends, "pk", "recommendation__anchor", "status")
    for (earlier, part, later, later_part), group in groupby(named.iterator(chunk_size=AT_ONCE), lambda row: row[:4]):
        yield {
            "from": {"sha256": earlier, "report": (part or 1) - 1},
            "to": {"sha256": later, "report": (later_part or 1) - 1},
            "recommendations": [
                {"anchor": anchor, "later": anchors[matter], "status": status} for *_, matter, anchor, status in group
            ],
        }


def _named(sha256: str, part: int | None, anchor: str) -> JsonObject:
    return {"sha256": sha256, "report": (part or 1) - 1, "anchor": anchor}


def _part(path: str = "report") -> Subquery:
    """Which part of its file a report is, from 1 on."""
    places = ReportSource.objects.filter(report=OuterRef(path), role=SourceRole.CURRENT)
    return Subquery(places.values("ordinal")[:1])


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
