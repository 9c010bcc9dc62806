"""Which records of a later report are about the matter of a recommendation, and what they say of it."""

from findings.interpretation.matters.comparison import ReportMatters
from findings.interpretation.matters.profiles import MatterRecord
from findings.interpretation.matters.reading import MatterLink, MatterReading, follow

VERSION = 11
"""Raised whenever results change, so that readings that are kept can be made anew."""

__all__ = ["VERSION", "MatterLink", "MatterReading", "MatterRecord", "ReportMatters", "follow"]
