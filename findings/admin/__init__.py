"""The admin of everything that people correct, and of corrections themselves."""

from findings.admin import answered, corrections, judged, reports, said

__all__ = ["answered", "corrections", "judged", "reports", "said"]
