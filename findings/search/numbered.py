"""Records that are asked for by their number: "Medway 2015 paragraph 38" asks for one paragraph, not for words.

Nearly every report has a paragraph 38, so records are looked up only under filters that leave an authority or a report.
The search for the words goes on beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from findings.models import Action, Finding, Recommendation
from findings.search.filters import SearchFilterSet
from findings.search.reports import reports_of

MOST_NUMBERED = 5
NUMBERED = re.compile(
    r"\b(?P<kind>paragraph|para|recommendation|rec|action)s?\b\.? +(?P<ref>[a-z]?\d+(?:\.\d+)*[a-z]?)\b(?!\.\d)", re.I
)
MODELS: Mapping[str, type[Finding | Recommendation | Action]] = {
    "para": Finding,
    "rec": Recommendation,
    "action": Action,
}
"""The kind of record by how the word for it begins."""
PATHS = {
    "authority": "report__authority__slug__in",
    "region": "report__authority__region__in",
    "year": "report__year__in",
    "framework": "report__inspection__framework__code__in",
    "report_kind": "report__kind__in",
}
"""How a record is tied to the filters of its report."""
LEAVE_ONE = ("authority", "report")


@dataclass(frozen=True, slots=True)
class NumberedRecords:
    """The records with a number that was typed, of the newest report first, and how many more there are."""

    typed: str
    records: tuple[Finding | Recommendation | Action, ...]
    more: int


def numbered_records(found: SearchFilterSet) -> NumberedRecords | None:
    """The records whose number was typed, under the filters; None if no number or no authority and report was named."""
    asked = None if found.is_literal or found.problems else NUMBERED.search(found.recognition.left)
    values = found.values
    if not asked or not any(values.get(name) for name in LEAVE_ONE):
        return None
    model = next(model for word, model in MODELS.items() if asked["kind"].casefold().startswith(word))
    rows: QuerySet[Any] = model.objects.published().filter(_under(values), ref__iexact=asked["ref"])
    first = rows.select_related("report__authority").order_by("-report__published", "report", "ordinal")
    shown = tuple(first[: MOST_NUMBERED + 1])
    more = rows.count() - MOST_NUMBERED if len(shown) > MOST_NUMBERED else 0
    return NumberedRecords(asked[0], shown[:MOST_NUMBERED], more)


def _under(values: Mapping[str, list[str]]) -> Q:
    """The condition that the filters set which a report can meet."""
    found = Q(**{path: values[name] for name, path in PATHS.items() if values.get(name)})
    return found & Q(report__in=reports_of(values["report"])) if values.get("report") else found
