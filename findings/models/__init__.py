"""Models of what was said: sections, findings, recommendations, risks, actions, cross references, corrections."""

from findings.models.actions import Action, CrossReference
from findings.models.corrections import Correction
from findings.models.findings import Evidence, Finding, Recommendation, Risk, Section
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
