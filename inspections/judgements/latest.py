"""The latest judgement of each authority in each of today's domains, as of today or of a chosen day.

A judgement counts from the day on which its inspection was published; where that is not known, from its last day, else
from its first. A date that is printed only as a month or a year counts from the first day that it can mean. Judgements
of inspections without any date are the latest only where there is no other, and never on a chosen day. The judgement of
an unknown framework counts in the domain of its own name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import (
    BigIntegerField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Value,
    Window,
)
from django.db.models.functions import RowNumber

from inspections.caching.revision import current_revision, shared
from inspections.lists.lookups import Among, among, among_text, text_of
from inspections.models import DomainLineage, Inspection, Judgement
from inspections.models.inspection_days import counting_day_at
from inspections.reference.lineage import Lineage
from inspections.vocabulary import Comparability

OVERALL = "overall-effectiveness"
COLUMNS = 1_000_000
"""More than there are keys of domains."""
PAIR = ExpressionWrapper(F("pk") * COLUMNS + F("column_key"), output_field=BigIntegerField())
"""The keys of a judgement and of today's domain in which it counts, as one number."""
NEWEST_FIRST = (F("when").desc(), F("inspection__started").desc(), F("pk").desc())
CELL_RELATIONS = ("inspection__framework", "inspection__authority", "domain", "grade", "report__authority")
CELL_FIELDS = (
    *("anchor", "basis", "scope", "absence", "grade_wording"),
    *("report__slug", "report__kind", "report__title", "report__authority__slug"),
    *("inspection__slug", "inspection__year", "inspection__framework__short_name"),
    *("inspection__started", "inspection__ended", "inspection__published"),
    *(f"inspection__authority__{name}" for name in ("slug", "name", "region", "is_sample", "closed")),
    *("domain__code", "domain__name"),
    *("grade__code", "grade__name", "grade__rank"),
)


def latest(on: str = "", column: str = "") -> Q:
    """Return the condition for the latest rows of ``preferred_in_columns``: one for each authority and today's domain.

    ``on`` is a day, or a month or year, which stands for its last day; "" is today. ``column`` is the code of one of
    today's domains, to which the condition is then limited. Takes one query; the result is cached for as long as the
    revision of the knowledge base stays the same.
    """
    keys, pairs = shared(f"latest as text {on} {column}", current_revision(), lambda: _as_text(on, column))
    # PostgreSQL looks up the keys of all columns, and then asks of which column each is. By the second condition alone
    # it looks through all judgements, and compares each with every key. Both keys go as one number: with a condition
    # for each column, the judgements of 20 authorities took 15 ms, 6 of them to plan the query, and take 5 ms so.
    return among_text(keys) & Q(Among(PAIR, pairs))


def _as_text(on: str, column: str) -> tuple[str, str]:
    """The keys of the latest judgements, and the same with their columns as ``PAIR``, for queries."""
    found = _latest_keys(on, column).items()
    pairs = (pk * COLUMNS + column_key for column_key, pks in found for pk in pks)
    return text_of(sorted({pk for _, pks in found for pk in pks})), text_of(pairs)


def lineage_now() -> Lineage:
    """Return the lineage of all domains, read once for each revision of the knowledge base."""
    return shared("lineage", current_revision(), Lineage)


def without_overall(day: str, newest: str) -> str:
    """What to say of an overall judgement of a day if the newest judgement in other domains is of a later inspection.

    Since 2026 inspections of local authorities give no overall judgement, so the last one may be years behind.
    """
    return f"An inspection of {newest[:4]}, which gave no overall judgement, is newer" if newest > day else ""


def newest_in_other_domains() -> dict[int, str]:
    """By the key of an authority, the day of its newest judgement in a domain of today other than the overall one."""
    # The newest of all is the newest of the latest, so nothing has to be ranked: one judgement an inspection will do.
    others = preferred_in_columns().exclude(column_code=OVERALL).filter(inspection=OuterRef("pk"))
    inspections = Inspection.objects.filter(Exists(others)).order_by()
    return dict(inspections.values_list("authority").annotate(newest=Max(counting_day_at())))


def latest_in_any_domain() -> Q:
    """Return the condition for judgements that are the latest today in at least one of today's domains."""
    return among({pk for pks in _latest_keys().values() for pk in pks})


def preferred_in_columns() -> QuerySet[Any]:
    """Return all preferred judgements of the public pages, one row for each of today's domains in which they count."""
    return in_columns(Judgement.objects.published().preferred())


def in_columns(rows: QuerySet[Judgement]) -> QuerySet[Any]:
    """Return judgements once for each of today's domains in which they count.

    Rows have key, code and order of that domain as ``column_key``, ``column_code`` and ``column_order``, and their
    ``comparability``.
    """
    scopes = (Value(DomainLineage.ANY_SCOPE), F("scope"))
    known = Q(domain__lineage__framework=F("inspection__framework"), domain__lineage__scope__in=scopes)
    unknown = Q(
        inspection__framework=None,
        domain__lineage__column=F("domain"),
        domain__lineage__comparability=Comparability.SAME,
    )
    return rows.filter(known | unknown).annotate(
        column_key=F("domain__lineage__column"),
        column_code=F("domain__lineage__column__code"),
        column_order=F("domain__lineage__column__order"),
        comparability=F("domain__lineage__comparability"),
    )


def for_cells(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Load only what a cell of a table or map shows of each judgement: a page may show hundreds."""
    return rows.select_related(*CELL_RELATIONS).only(*CELL_FIELDS).order_by()


def in_date_order(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return rows of ``preferred_in_columns`` with the newest first, by the day from which they count."""
    return _with_day(rows).order_by(*NEWEST_FIRST)


def _with_day(rows: QuerySet[Any]) -> QuerySet[Any]:
    dated: QuerySet[Any] = rows.annotate(when=counting_day_at("inspection__"))
    return dated


def _latest_keys(on: str = "", column: str = "") -> dict[int, list[int]]:
    """Return the keys of the latest judgements by the key of today's domain, from the cache if possible."""
    return shared(f"latest {on} {column}", current_revision(), lambda: _find_latest_keys(on, column))


def _find_latest_keys(on: str, column: str) -> dict[int, list[int]]:
    rows = _with_day(preferred_in_columns())
    if on:
        rows = rows.filter(when__gt="", when__lte=_last_day(on))
    if column:
        rows = rows.filter(column_code=column)
    place = Window(
        RowNumber(),
        partition_by=[F("inspection__authority"), F("column_code")],
        order_by=NEWEST_FIRST,
    )
    keys: dict[int, list[int]] = defaultdict(list)
    for key, pk in rows.annotate(place=place).filter(place=1).order_by().values_list("column_key", "pk"):
        keys[key].append(pk)
    return dict(keys)


def _last_day(partial_date: str) -> str:
    """Return the last day that a partial date can mean. The day need not exist, only sort after those that do."""
    return partial_date + "9999-12-31"[len(partial_date) :]
