"""Models of what was said: sections, findings, recommendations, risks, actions, cross references, corrections."""

from findings.models.answered import Action, CrossReference
from findings.models.correction import Correction
from findings.models.said import Evidence, Finding, Recommendation, Risk, Section
from findings.models.search import IndexedReport, SearchEntry

__all__ = [
    "Action",
    "Correction",
    "CrossReference",
    "Evidence",
    "Finding",
    "IndexedReport",
    "Recommendation",
    "Risk",
    "SearchEntry",
    "Section",
]
