"""Models of what reports say and what follows from it, one module for each noun."""

from findings.models.actions import Action
from findings.models.assignments import Assignment
from findings.models.confirmations import RecordConfirmation
from findings.models.corrections import Correction
from findings.models.figures import Figure
from findings.models.findings import Evidence, Finding
from findings.models.follow_ups import AskedMatter, FollowDecision, FollowedMatter, FollowedRecord
from findings.models.interpretations import RecordTheme, ReportTheme
from findings.models.reading_changes import ReadingChange
from findings.models.recommendations import Recommendation
from findings.models.references import CrossReference
from findings.models.risks import Risk
from findings.models.search import IndexedReport, RecordCount, SearchEntry, SearchWord
from findings.models.sections import Section
from findings.models.sums import DomainSum, RecordSum, ReportGroup, ThemeSum

__all__ = [
    "Action",
    "AskedMatter",
    "Assignment",
    "Correction",
    "CrossReference",
    "DomainSum",
    "Evidence",
    "Figure",
    "Finding",
    "FollowDecision",
    "FollowedMatter",
    "FollowedRecord",
    "IndexedReport",
    "ReadingChange",
    "Recommendation",
    "RecordConfirmation",
    "RecordCount",
    "RecordSum",
    "RecordTheme",
    "ReportGroup",
    "ReportTheme",
    "Risk",
    "SearchEntry",
    "SearchWord",
    "Section",
    "ThemeSum",
]
