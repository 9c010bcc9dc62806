"""Decisions of people between documents, as reconciliation applies them.

The value that a person chose is preferred as long as a document states it. The conflict itself counts as decided as
long as its values are those between which the person chose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from inspections.models import ConflictDecision

FactKey = tuple[int, str, int | None, str]
"""Inspection, field of the conflict, and for grades the domain and scope."""


class FactDecisions:
    """The active decisions about facts of inspections of some authorities, in one query; the newest of each fact."""

    def __init__(self, authorities: Collection[int]) -> None:
        rows = ConflictDecision.objects.active().filter(inspection__authority__in=authorities)
        self._by_fact = {one.fact: one for one in rows.order_by("made_at", "pk")}

    def value(self, fact: FactKey) -> str:
        """The value that is right, "" where nobody decided."""
        decision = self._by_fact.get(fact)
        return decision.value if decision else ""

    def of_conflict(self, fact: FactKey, values: Iterable[str]) -> ConflictDecision | None:
        """The decision between exactly these values."""
        decision = self._by_fact.get(fact)
        return decision if decision and {decision.value, *decision.against} == set(values) else None
