"""The editors' admin of the records that people correct, and of corrections."""

from findings.admin import (
    actions,
    assignments,
    confirmations,
    corrections,
    findings,
    follow_decisions,
    judgements,
    reports,
)

__all__ = [
    "actions",
    "assignments",
    "confirmations",
    "corrections",
    "findings",
    "follow_decisions",
    "judgements",
    "reports",
]
