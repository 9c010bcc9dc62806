"""Reconciliation of what several documents state about the same facts: inspections, preferred judgements, conflicts.

The result depends on all rows of one authority and on nothing else: neither on the order in which documents were
loaded nor on earlier decisions. Reconciliation can therefore run after any change, and running it again changes
nothing. The loader and corrections call it, for as many authorities as a change is about, in a fixed number of queries.
"""

from collections.abc import Collection

from inspections.reconciliation.conflicts import update_conflicts
from inspections.reconciliation.inspections import reconcile_inspections
from inspections.reconciliation.judgements import grade_id_of, reconcile_judgements

__all__ = ["grade_id_of", "reconcile", "reconcile_inspections", "reconcile_judgements", "update_conflicts"]


def reconcile(authorities: Collection[int]) -> None:
    """Reconcile inspections, judgements and conflicts of authorities, in the transaction of the change."""
    ambiguous = reconcile_inspections(authorities)
    reconcile_judgements(authorities)
    update_conflicts(authorities, ambiguous)
