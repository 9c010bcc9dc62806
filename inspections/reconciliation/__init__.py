"""Reconciliation of what several documents state about the same facts: which inspection, the preferred judgement, conflicts.

Everything here is a function of all rows of one authority and of nothing else, neither of the order in which documents
were loaded nor of what was decided before; so it can be run after any change, and running it again changes nothing.
The loader and corrections are its callers.
"""

from inspections.reconciliation.conflicts import update_conflicts
from inspections.reconciliation.inspections import reconcile_inspections
from inspections.reconciliation.judgements import grade_id_of, reconcile_judgements

__all__ = ["grade_id_of", "reconcile", "reconcile_inspections", "reconcile_judgements", "update_conflicts"]


def reconcile(authority_id: int) -> None:
    """Reconcile inspections, judgements and conflicts of an authority. Call it in the transaction of the change."""
    ambiguous = reconcile_inspections(authority_id)
    reconcile_judgements(authority_id)
    update_conflicts(authority_id, ambiguous)
