"""The editors' admin of reference data, sources, inspections and users. Correctable records are in ``findings.admin``.

Importing the package registers its models.
"""

from inspections.admin import accounts, inspections, notices, reference, sources, users

__all__ = ["accounts", "inspections", "notices", "reference", "sources", "users"]
