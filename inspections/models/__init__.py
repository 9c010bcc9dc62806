"""Models of who was inspected, by whom, when, and with which verdict."""

from inspections.models.authority import Authority, StatisticalNeighbour
from inspections.models.extracted import Extracted, ExtractedQuerySet, Origin, without_reading
from inspections.models.framework import (
    Comparability,
    CrosswalkEntry,
    Domain,
    DomainLineage,
    Framework,
    FrameworkDomain,
    Grade,
)
from inspections.models.inspection import Conflict, ConflictField, ConflictSide, Inspection, InspectionStatement
from inspections.models.judgement import BESIDE, Absence, Basis, Judgement, Scope
from inspections.models.source import (
    Notice,
    NoticeLevel,
    PartialDateField,
    Report,
    ReportKind,
    ReportSource,
    SourceFile,
    SourceRole,
)
from inspections.models.version import KnowledgeVersion

__all__ = [
    "BESIDE",
    "Absence",
    "Authority",
    "Basis",
    "Comparability",
    "Conflict",
    "ConflictField",
    "ConflictSide",
    "CrosswalkEntry",
    "Domain",
    "DomainLineage",
    "Extracted",
    "ExtractedQuerySet",
    "Framework",
    "FrameworkDomain",
    "Grade",
    "Inspection",
    "InspectionStatement",
    "Judgement",
    "KnowledgeVersion",
    "Notice",
    "NoticeLevel",
    "Origin",
    "PartialDateField",
    "Report",
    "ReportKind",
    "ReportSource",
    "Scope",
    "SourceFile",
    "SourceRole",
    "StatisticalNeighbour",
    "without_reading",
]
