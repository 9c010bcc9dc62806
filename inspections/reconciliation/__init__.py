"""Settling what several documents say of the same facts: which inspection they mean, which judgement stands, where they disagree.

Everything here is a function of all rows of one authority and of nothing else, neither of the order in which documents
were loaded nor of what was settled before; so it can be run after any change, and running it again changes nothing.
The loader and corrections are its callers.
"""

from inspections.reconciliation.conflicts import settle_conflicts
from inspections.reconciliation.inspections import settle_inspections
from inspections.reconciliation.judgements import grade_id_of, settle_judgements

__all__ = ["grade_id_of", "settle", "settle_conflicts", "settle_inspections", "settle_judgements"]


def settle(authority_id: int) -> None:
    """Settle inspections, judgements and conflicts of an authority. Call it in the transaction of the change."""
    ambiguous = settle_inspections(authority_id)
    settle_judgements(authority_id)
    settle_conflicts(authority_id, ambiguous)
