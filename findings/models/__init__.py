"""Models of what was said: sections, findings, recommendations, risks, actions, cross references, corrections."""

from findings.models.answered import Action, CrossReference, ReferenceTarget
from findings.models.correction import Correction, CorrectionStatus
from findings.models.said import Evidence, Finding, FindingKind, Recommendation, Risk, Section, Timescale
from findings.models.search import IndexedReport, RecordKind, SearchEntry

__all__ = [
    "Action",
    "Correction",
    "CorrectionStatus",
    "CrossReference",
    "Evidence",
    "Finding",
    "FindingKind",
    "IndexedReport",
    "Recommendation",
    "RecordKind",
    "ReferenceTarget",
    "Risk",
    "SearchEntry",
    "Section",
    "Timescale",
]
