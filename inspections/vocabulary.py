"""The controlled vocabularies of the knowledge base: one enumeration each, used by readings and database alike.

The value of a term is stored in the database, exports and addresses and never changes; pages show its label. This
module does not use Django, so the reading of documents can import it. ``inspections.notice_codes`` has the codes of
notices.
"""

from __future__ import annotations

from enum import StrEnum, nonmember
from typing import Self


class Term(StrEnum):
    """A member of a vocabulary: declared as ``NAME = "value", "Label"``, equal to its value."""

    _value_: str
    label: str
    # Django's templates call every callable; without this, iterating over a vocabulary would call the class.
    do_not_call_in_templates = nonmember(True)

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a term with its label; ``Term(value)`` finds a term that was made."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        return term

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return the values with their labels, as fields of models and forms take them."""
        return [(term.value, term.label) for term in cls]

    @classmethod
    def values(cls) -> list[str]:
        """Return the values, in the order of declaration."""
        return [term.value for term in cls]


class ReportKind(Term):
    """The kinds of report that are read."""

    ILACS = "ilacs", "ILACS inspection report"
    SIF = "sif", "Single inspection report"
    LAC = "lac", "Looked after children inspection report"
    CHILD_PROTECTION = "child-protection", "Child protection inspection report"
    SLAC = "slac", "Safeguarding and looked after children inspection report"
    JAR = "jar", "Joint area review"
    APA = "apa", "Annual performance assessment letter"
    UCRA = "ucra", "Contact and referral inspection letter"
    CQC_REVIEW = "cqc-review", "CQC review of health services for children"
    FOCUSED_VISIT = "focused-visit", "Focused visit letter"
    MONITORING_VISIT = "monitoring-visit", "Monitoring visit letter"
    JTAI = "jtai", "Joint targeted area inspection report"
    SEND = "send", "Area SEND inspection report"
    LSCB_REVIEW = "lscb-review", "Review of a Local Safeguarding Children Board"
    JAR_PROGRESS = "jar-progress", "Joint area review progress report"
    CABINET_REPORT = "cabinet-report", "Cabinet report"
    COMMISSIONER_REPORT = "commissioner-report", "Commissioner's report"
    STATUTORY_DIRECTION = "statutory-direction", "Statutory direction"
    IMPROVEMENT_NOTICE = "improvement-notice", "Improvement notice"
    IMPROVEMENT_PLAN = "improvement-plan", "Improvement plan"
    AGENDA = "agenda", "Agenda"
    OUTCOMES_TABLE = "outcomes-table", "Table of outcomes"


class ReadingStatus(Term):
    """How completely a file was read.

    Complete: every part was read, without an error notice. Partial: an error notice says what is missing.
    """

    COMPLETE = "complete", "Read completely"
    PARTIAL = "partial", "Read in part"
    REFUSED = "refused", "Refused"


class FurnitureKind(Term):
    """What words are that stand in no record and need not: they say nothing about the services."""

    RUNNING = "running", "Running headers and footers, page numbers and stamps"
    CONTENTS = "contents", "Lists of contents"
    LABEL = "label", "Titles and labels of a cover, headings of tables"
    LETTER = "letter", "Letterheads, addresses, salutations and signatures"
    CLOSING = "closing", "Closing words of letters: what comes next, thanks, where to complain"
    PEOPLE = "people", "Who inspected, and whom it concerned"
    STANDARD = "standard", "Standard text about inspections"
    IMPRINT = "imprint", "Publisher, licence and how to get copies"
    FOOTNOTE = "footnote", "Footnotes"


class SourceRole(Term):
    """What a source file is to a report."""

    CURRENT = "current", "Read from this file"
    OTHER_FORM = "other-form", "The same report in another form"
    SUPERSEDED = "superseded", "Kept and not shown"


class NoticeLevel(Term):
    """How severe a notice is: an error means that something was not read, a warning that it is doubtful."""

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
    """Whose work was judged, or for whom, in reports that judge a domain more than once."""

    LOCAL_SERVICES = "local-services", "Local services overall"
    COUNCIL = "council", "Council services"
    HEALTH = "health", "Health services"
    SAFEGUARDING = "safeguarding", "Safeguarding services"
    LOOKED_AFTER = "looked-after", "Services for looked after children"


class FrameworkType(Term):
    """What is inspected by a framework, which decides where its inspections and grades count.

    Graded inspections of services are full inspections, with visits between them. Reviews are no full inspections
    although they are graded. Outcomes of an area are not compared with grades of services.
    """

    SERVICES = "services", "Inspection of children's services"
    VISIT = "visit", "Visit to children's services"
    REVIEW = "review", "Review of a board or of a single service"
    AREA = "area", "Inspection of the arrangements of an area"


class Visibility(Term):
    """Who sees a report: staff alone, or everybody."""

    DRAFT = "draft", "Draft: for staff alone until it is published"
    PUBLISHED = "published", "Published: on the public pages"
    HIDDEN = "hidden", "Hidden from the public pages"


class Absence(Term):
    """Why a judgement has no grade."""

    NOT_JUDGED = "not-judged", "Not judged"
    NOT_LEGIBLE = "not-legible", "Not legible"
    NOT_READ = "extraction-failed", "Could not be read"


class Comparability(Term):
    """How far a domain of an older framework compares with the domain of today in which it continues."""

    SAME = "same", "The same"
    CLOSE = "close", "Close"
    BROAD = "broad", "Broadly comparable"
    PARTIAL = "partial", "Comparable in part"


class Holding(Term):
    """How an inspection is known."""

    REPORT = "report", "Its own report was read"
    TABLE = "table", "Only tables of outcomes state it"
    MENTION = "mention", "Only mentioned by other documents"


class ConflictField(Term):
    """The facts on which documents can disagree."""

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


class Polarity(Term):
    """Whether a finding praises or criticises, as a careful reader takes it."""

    STRENGTH = "strength", "Strength"
    WEAKNESS = "weakness", "Weakness"
    MIXED = "mixed", "Mixed"
    NEUTRAL = "neutral", "Neutral"


class FollowStatus(Term):
    """What a later report says of the matter of a recommendation."""

    IMPROVED = "improved", "Improved"
    STILL_FOUND = "still-found", "Still found"
    MIXED = "mixed", "Mixed"
    NOT_RAISED = "not-raised", "Not raised"
    NOT_INSPECTED = "not-inspected", "Not inspected"


class FollowVerdict(Term):
    """Whether a later record is about the matter of a recommendation, as a person decided."""

    ABOUT = "about", "About the same matter"
    NOT_ABOUT = "not-about", "Not about this matter"


class Timescale(Term):
    """By when a recommendation is to be met, where the report sets it."""

    IMMEDIATE = "immediate", "Immediately"
    THREE_MONTHS = "three-months", "Within three months"
    SIX_MONTHS = "six-months", "Within six months"
    LONGER_TERM = "longer-term", "In the longer term"


class ReferenceTarget(Term):
    """What a cross reference refers to."""

    PARAGRAPH = "paragraph", "Paragraph"
    RECOMMENDATION = "recommendation", "Recommendation"
    SECTION = "section", "Section"


class CorrectionStatus(Term):
    """How a correction relates to the newest reading; all but the first are queues for a person."""

    APPLIED = "applied", "Applied: the reading is unchanged"
    STALE = "stale", "Applied, but the reading has changed since"
    MOVED = "moved", "Applied, but the words stand under another number now"
    AGREED = "agreed", "The reading now says the same"
    ORPHANED = "orphaned", "The record is no longer in the reading"


class ReadingChangeKind(Term):
    """What a later reading of a report did to a record."""

    ADDED = "added", "Found by a later reading"
    CHANGED = "changed", "Read differently"
    RETIRED = "retired", "No longer in the reading"
    RESTORED = "restored", "In the reading again"


class RecordKind(Term):
    """The kinds of record that search finds."""

    JUDGEMENT = "judgement", "Judgements"
    RECOMMENDATION = "recommendation", "Recommendations"
    FINDING = "finding", "Findings"
    ACTION = "action", "Actions"


class SourceKind(Term):
    """How a source of documents on the web tells their addresses."""

    TABLES = "tables", "Addresses that tables of outcomes give"
    PROVIDERS = "providers", "Pages of providers, by their number"
    ADDRESSES = "addresses", "A list of addresses"


class Incoming(Term):
    """How new reports of a source come in."""

    DRAFT = "draft", "As drafts"
    PUBLISH = "publish", "Published"


class AddressState(Term):
    """What became of an address when it was last asked."""

    NEW = "new", "Not asked yet"
    FETCHED = "fetched", "Fetched"
    UNCHANGED = "unchanged", "Unchanged"
    MISSING = "missing", "Not found"
    GONE = "gone", "Gone for good"
    FORBIDDEN = "forbidden", "Forbidden by robots.txt"
    REFUSED = "refused", "Refused"
    FAILED = "failed", "Failed"
    LATER = "later", "Left to the next run"


class FetchedState(Term):
    """What became of a fetched file."""

    WAITING = "waiting", "Waiting to be read"
    READ = "read", "Read"
    HELD = "held", "Held already"
    HELD_BACK = "held-back", "Held back, because it would change what is published"
    REFUSED = "refused", "Refused"
    FAILED = "failed", "Failed"
    UPLOADED = "uploaded", "Handed to the uploads"
