"""The old place of ``inspections.report_kinds``, from which a migration imports."""

from inspections.report_kinds import NATIONAL, PAPERS

__all__ = ["NATIONAL", "PAPERS"]
