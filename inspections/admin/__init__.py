"""The admin of reference data, sources, inspections and users. Records with corrections have theirs in ``findings.admin``."""

from inspections.admin import inspected, reference, sources, users

__all__ = ["inspected", "reference", "sources", "users"]
