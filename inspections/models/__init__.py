"""Models of authorities, frameworks, inspections, judgements and the documents that they were read from."""

from inspections.models.authority import Authority, StatisticalNeighbour
from inspections.models.decisions import ConflictDecision
from inspections.models.edition import EditionChoice
from inspections.models.extracted import Extracted, ExtractedQuerySet, extracted_models, without_reading
from inspections.models.fetched import FetchedFile, FetchRun
from inspections.models.framework import CrosswalkEntry, Domain, DomainLineage, Framework, FrameworkDomain, Grade
from inspections.models.inspection import Conflict, ConflictSide, Inspection, InspectionStatement
from inspections.models.judgement import AREA_FRAMEWORKS, Judgement
from inspections.models.revision import KnowledgeRevision
from inspections.models.settlements import NoticeSettlement
from inspections.models.source import Notice, PartialDateField, Report, ReportSource, SourceFile
from inspections.models.visibility_changes import VisibilityChange

__all__ = [
    "AREA_FRAMEWORKS",
    "Authority",
    "Conflict",
    "ConflictDecision",
    "ConflictSide",
    "CrosswalkEntry",
    "Domain",
    "DomainLineage",
    "EditionChoice",
    "Extracted",
    "ExtractedQuerySet",
    "FetchRun",
    "FetchedFile",
    "Framework",
    "FrameworkDomain",
    "Grade",
    "Inspection",
    "InspectionStatement",
    "Judgement",
    "KnowledgeRevision",
    "Notice",
    "NoticeSettlement",
    "PartialDateField",
    "Report",
    "ReportSource",
    "SourceFile",
    "StatisticalNeighbour",
    "VisibilityChange",
    "extracted_models",
    "without_reading",
]
