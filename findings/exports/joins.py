"""Values from other tables, joined into one text for each row, so that files can be streamed in one query.

Each value follows its ordinal ("12:38") because databases guarantee no order; ``values_of`` returns them in printed
order.
"""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, F, OuterRef, Q, Subquery, Value
from django.db.models.aggregates import Aggregate
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse

from findings.models import CrossReference, Recommendation
from findings.references.answers import answers
from inspections.vocabulary import ReferenceTarget


class JoinedValues(Aggregate):
    """The values of a group in one text, on SQLite and PostgreSQL, in no guaranteed order."""

    template = "%(function)s(%(expressions)s, ' ')"
    output_field = CharField()

    def as_sqlite(self, *args: Any, **kwargs: Any) -> Any:
        """The function of SQLite."""
        return super().as_sql(*args, function="GROUP_CONCAT", **kwargs)

    def as_postgresql(self, *args: Any, **kwargs: Any) -> Any:
        """The function of PostgreSQL."""
        return super().as_sql(*args, function="STRING_AGG", **kwargs)


def _joined(rows: Any, by: str, ordinal: str, *value: Any) -> Subquery[Any]:
    numbered = Concat(Cast(ordinal, CharField()), Value(":"), *value, output_field=CharField())
    return Subquery(rows.order_by().values(by).annotate(joined=JoinedValues(numbered)).values("joined"))


def paragraphs_cited() -> Subquery[Any]:
    """The numbers of the paragraphs that a recommendation and its items cite."""
    own = Q(recommendation=OuterRef("pk"))
    of_items = Q(recommendation__parent=OuterRef("pk"), recommendation__retired_at__isnull=True)
    cited = CrossReference.objects.filter(own | of_items, report=OuterRef("report"), target=ReferenceTarget.PARAGRAPH)
    return _joined(cited, "report", "ordinal", F("ref"))


def domain_codes() -> Subquery[Any]:
    """The codes of the domains that a recommendation is about."""
    about = Recommendation.about.through.objects.filter(recommendation=OuterRef("pk"))
    return _joined(about, "recommendation", "domain__order", F("domain__code"))


def recommendations_answered() -> Subquery[Any]:
    """The recommendations that an action answers, as authority/report/anchor."""
    report = "target_recommendation__report"
    owner = Coalesce(F(f"{report}__authority__slug"), Value("unknown"))
    return _joined(
        answers().filter(action=OuterRef("pk")),
        "report",
        "ordinal",
        owner,
        Value("/"),
        F(f"{report}__slug"),
        Value("/"),
        F("target_recommendation__anchor"),
    )


def values_of(joined: str | None) -> tuple[str, ...]:
    """The values in printed order, without repeats."""
    pairs = (pair.split(":", 1) for pair in (joined or "").split(" ") if pair)
    return tuple(dict.fromkeys(value for _, value in sorted((int(place), value) for place, value in pairs)))


def address_of(record: str) -> str:
    """The address of a record from its authority/report/anchor."""
    return reverse("record", args=record.split("/", 2))
