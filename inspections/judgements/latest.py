"""The latest judgement of each authority in each domain of today, as of today or of a chosen day.

A judgement counts from the day on which its inspection was published; where that is not known, from its last day, else its first. A date
that is printed only as a month or a year counts from the first day that it can mean. Judgements of inspections without any date are the
latest only where there is no other, and never on a chosen day. The judgement of an unknown framework stands in the domain of its own name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import F, Q, QuerySet, Value, Window
from django.db.models.functions import Coalesce, NullIf, RowNumber

from inspections.caching.revision import cached, current_revision
from inspections.lists.lookups import among
from inspections.models import Judgement
from inspections.vocabulary import Comparability

NOTHING = Q(pk__in=())
RELATED = ("inspection__framework", "inspection__authority", "domain", "grade", "report__authority")
SHOWN = (
    "anchor", "basis", "scope", "absence", "report__slug", "report__authority__slug", "inspection__slug", "inspection__year",
    "inspection__framework__short_name", *(f"inspection__authority__{name}" for name in ("slug", "name", "region", "is_sample")),
    "domain__code", "domain__name", "grade__code", "grade__name", "grade__rank",
)  # fmt: skip


def in_columns(rows: QuerySet[Judgement]) -> QuerySet[Any]:
    """Judgements once for every domain of today in which they stand, which is ``column_code``, with their ``comparability``."""
    known = Q(domain__lineage__framework=F("inspection__framework"))
    unknown = Q(
        inspection__framework=None,
        domain__lineage__column=F("domain"),
        domain__lineage__comparability=Comparability.SAME,
    )
    return rows.filter(known | unknown).annotate(
        column_code=F("domain__lineage__column__code"),
        column_order=F("domain__lineage__column__order"),
        comparability=F("domain__lineage__comparability"),
    )


def preferred_in_columns() -> QuerySet[Any]:
    """All preferred judgements of the public pages, by domain of today."""
    return in_columns(Judgement.objects.published().preferred())


def for_cells(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Judgements with what a cell of a table or a map shows of each, and nothing else: there may be hundreds on a page."""
    return rows.select_related(*RELATED).only(*SHOWN).order_by()


def _last_day(on: str) -> str:
    """The last day that a partial date can mean, as text: it need not exist, only sort behind those that do."""
    return on + "9999-12-31"[len(on) :]


def latest(on: str = "", column: str = "") -> Q:
    """The condition that leaves, of ``preferred_in_columns``, the latest: one an authority and domain of today; one query.

    ``on`` is a day, or a month or year to the end of which it reaches; "" is today. ``column`` names one domain of today. What was found
    is remembered while the version of the knowledge base stays.
    """
    condition = NOTHING
    for code, pks in _latest_keys(on, column).items():
        condition |= Q(column_code=code) & among(pks)
    return condition


def latest_in_any_domain() -> Q:
    """The condition that leaves the judgements that are the latest today in at least one domain of today."""
    return among({pk for pks in _latest_keys().values() for pk in pks})


def _latest_keys(on: str = "", column: str = "") -> dict[str, list[int]]:
    """The keys of the latest judgements by code of the domain of today, remembered while the knowledge stays the same."""
    return cached(f"latest {on} {column}", current_revision(), lambda: _find_keys(on, column))


def _find_keys(on: str, column: str) -> dict[str, list[int]]:
    empty = Value("")
    when = Coalesce(NullIf("inspection__published", empty), NullIf("inspection__ended", empty), "inspection__started")
    rows = preferred_in_columns().annotate(when=when)
    if on:
        rows = rows.filter(when__gt="", when__lte=_last_day(on))
    if column:
        rows = rows.filter(column_code=column)
    place = Window(
        RowNumber(),
        partition_by=[F("inspection__authority"), F("column_code")],
        order_by=[F("when").desc(), F("inspection__started").desc(), F("pk").desc()],
    )
    found: dict[str, list[int]] = defaultdict(list)
    for code, pk in rows.annotate(place=place).filter(place=1).order_by().values_list("column_code", "pk"):
        found[code].append(pk)
    return dict(found)
