"""The admin of reference data, sources, inspections and users. Records with corrections have theirs in ``findings.admin``."""

from inspections.admin import inspections, reference, sources, users

__all__ = ["inspections", "reference", "sources", "users"]
