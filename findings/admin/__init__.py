"""The admin of everything that people correct, and of corrections themselves."""

from findings.admin import actions, corrections, findings, judgements, reports

__all__ = ["actions", "corrections", "findings", "judgements", "reports"]
