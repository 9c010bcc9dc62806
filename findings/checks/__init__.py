"""Proving that the knowledge base is what it says it is: one module for each kind of invariant.

Each finds what is wrong without changing anything, and what can be made again it can repair.
``manage.py check_knowledge`` runs them.
"""

from findings.checks.confirmed import CONFIRMATIONS, SETTLEMENTS
from findings.checks.editions import CURRENT_EDITION, PREFERRED_EDITION
from findings.checks.effective import EFFECTIVE_VALUES
from findings.checks.figures import FIGURES
from findings.checks.hidden import KEPT_PAGES, WITHHELD_ENTRIES
from findings.checks.indexed import SEARCH_INDEX
from findings.checks.interpreted import FOLLOW_THROUGH, INTERPRETATIONS
from findings.checks.invariants import Breach, Invariant
from findings.checks.links import LINKS
from findings.checks.reconciled import RECONCILIATION
from findings.checks.stored import STORED_FILES
from findings.checks.summed import SUMS

INVARIANTS: tuple[Invariant, ...] = (
    STORED_FILES,
    CURRENT_EDITION,
    PREFERRED_EDITION,
    EFFECTIVE_VALUES,
    RECONCILIATION,
    LINKS,
    CONFIRMATIONS,
    SETTLEMENTS,
    INTERPRETATIONS,
    FOLLOW_THROUGH,
    WITHHELD_ENTRIES,
    SEARCH_INDEX,
    SUMS,
    FIGURES,
    KEPT_PAGES,
)
"""All invariants, in the order in which repairing one can mend the next."""

__all__ = ["INVARIANTS", "Breach", "Invariant"]
