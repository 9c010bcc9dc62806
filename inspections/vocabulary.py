"""The words that the knowledge base classifies by: one enumeration for each vocabulary, for readings and database alike.

The value of a term stands in the database, in exports and in addresses, and never changes; its label is what pages show. This module
knows no Django, so that reading a document can use it. Notices have their codes in ``inspections.notice_codes``.
"""

from __future__ import annotations

from enum import StrEnum, nonmember
from typing import Self


class Term(StrEnum):
    """A member of a vocabulary: declared as ``NAME = "value", "Label"``, equal to its value."""

    _value_: str
    label: str
    # Django's templates call what can be called; a vocabulary that a template iterates over must stay the class that it is.
    do_not_call_in_templates = nonmember(True)

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make the term of its value, and give it its label; ``Term(value)`` finds the term that was made."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        return term

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """The values with their labels, as fields of models and forms take them."""
        return [(term.value, term.label) for term in cls]

    @classmethod
    def values(cls) -> list[str]:
        """The values, in the order of declaration."""
        return [term.value for term in cls]


class ReportKind(Term):
    """The kinds of report that are read."""

    ILACS = "ilacs", "ILACS inspection report"
    SIF = "sif", "Single inspection report"
    LAC = "lac", "Looked after children inspection report"
    JAR = "jar", "Joint area review"
    FOCUSED_VISIT = "focused-visit", "Focused visit letter"
    MONITORING_VISIT = "monitoring-visit", "Monitoring visit letter"
    JTAI = "jtai", "Joint targeted area inspection report"
    SEND = "send", "Area SEND inspection report"
    LSCB_REVIEW = "lscb-review", "Review of a Local Safeguarding Children Board"
    JAR_PROGRESS = "jar-progress", "Joint area review progress report"
    CABINET_REPORT = "cabinet-report", "Cabinet report"
    COMMISSIONER_REPORT = "commissioner-report", "Commissioner's report"
    STATUTORY_DIRECTION = "statutory-direction", "Statutory direction"
    IMPROVEMENT_PLAN = "improvement-plan", "Improvement plan"
    AGENDA = "agenda", "Agenda"


class ReadingStatus(Term):
    """How completely a file was read.

    Complete: every part was read and nothing is doubted as an error. Partial: an error notice says what is missing.
    """

    COMPLETE = "complete", "Read completely"
    PARTIAL = "partial", "Read in part"
    REFUSED = "refused", "Refused"


class SourceRole(Term):
    """What a source file is to a report."""

    CURRENT = "current", "Read from this file"
    OTHER_FORM = "other-form", "The same report in another form"
    SUPERSEDED = "superseded", "An older version"


class NoticeLevel(Term):
    """How much a notice weighs: an error means that something was not read, a warning that it is doubted."""

    INFO = "info", "Note"
    WARNING = "warning", "Doubt"
    ERROR = "error", "Not read"


class Origin(Term):
    """Whether a row was read by machine or made by hand; the loader leaves rows made by hand alone."""

    READ = "read", "Read from the document"
    HAND = "hand", "Added by hand"


class Basis(Term):
    """Who states a judgement."""

    PRIMARY = "primary", "Primary: stated by the inspection's own report"
    REPORTED = "reported", "Reported: quoted by another document"


class Scope(Term):
    """Whose work was judged, in joint area reviews."""

    LOCAL_SERVICES = "local-services", "Local services overall"
    COUNCIL = "council", "Council services"
    HEALTH = "health", "Health services"


class Absence(Term):
    """Why a judgement has no grade."""

    NOT_JUDGED = "not-judged", "Not judged"
    NOT_LEGIBLE = "not-legible", "Not legible"
    NOT_READ = "extraction-failed", "Could not be read"


class Comparability(Term):
    """How far a domain of one framework can be set beside its column of today."""

    SAME = "same", "The same"
    CLOSE = "close", "Close"
    BROAD = "broad", "Broadly comparable"
    PARTIAL = "partial", "Comparable in part"


class ConflictField(Term):
    """On what documents can disagree."""

    STARTED = "started", "First day"
    ENDED = "ended", "Last day"
    PUBLISHED = "published", "Date of publication"
    LEAD_INSPECTOR = "lead-inspector", "Lead inspector"
    GRADE = "grade", "Grade"


class FindingKind(Term):
    """What a finding is in its report."""

    FINDING = "finding", "Finding"
    SUMMARY = "summary", "Summary"
    CONTEXT = "context", "Context"
    PROGRESS = "progress", "Progress"


class Timescale(Term):
    """By when a recommendation is to be met, where the report sets it."""

    IMMEDIATE = "immediate", "Immediately"
    THREE_MONTHS = "three-months", "Within three months"
    SIX_MONTHS = "six-months", "Within six months"
    LONGER_TERM = "longer-term", "In the longer term"


class ReferenceTarget(Term):
    """What a cross reference means."""

    PARAGRAPH = "paragraph", "Paragraph"
    RECOMMENDATION = "recommendation", "Recommendation"
    SECTION = "section", "Section"


class CorrectionStatus(Term):
    """How a correction stands to the last reading; the last three wait in a queue for a person."""

    APPLIED = "applied", "Applied: the reading is unchanged"
    STALE = "stale", "Applied, but the reading has changed since"
    AGREED = "agreed", "The reading now says the same"
    ORPHANED = "orphaned", "The record is no longer in the reading"


class RecordKind(Term):
    """The kinds of record that search finds."""

    JUDGEMENT = "judgement", "Judgements"
    RECOMMENDATION = "recommendation", "Recommendations"
    FINDING = "finding", "Findings"
    ACTION = "action", "Actions"
