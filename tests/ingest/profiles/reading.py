"""Shortcuts of the profile tests: the one report in a text or a real file, and letters of an invented area."""

from dataclasses import dataclass
from pathlib import Path

from ingest.drafts import PartialDate, ReportDraft
from ingest.extract import extract
from inspections.vocabulary import FindingKind

SAMPLES = Path(__file__).resolve().parents[3] / "ingest" / "samples"


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of a real report that a person read: dates are ISO, counts those of recommendations and findings proper."""

    la_code: str
    started: str | None
    ended: str | None
    published: str | None
    recommendations: int
    findings: int
    lead: str | None = None


def facts(report: ReportDraft) -> Facts:
    """The same facts of a report as it was read."""
    inspection = report.inspection

    def iso(date: PartialDate | None) -> str | None:
        return date.iso if date else None

    return Facts(
        report.authority.la_code if report.authority else "",
        iso(inspection.started) if inspection else None,
        iso(inspection.ended) if inspection else None,
        iso(report.published),
        len(report.recommendations),
        len(texts(report, FindingKind.FINDING)),
        inspection.lead_inspector if inspection else None,
    )


def read_report(text: str) -> ReportDraft:
    """The only report that the pipeline finds in a text."""
    (report,) = extract(text.encode()).reports
    return report


def read_file(path: Path) -> ReportDraft:
    """The only report that the pipeline finds in a file."""
    (report,) = extract(path.read_bytes()).reports
    return report


def sample(number: str) -> str:
    """The text of a sample document."""
    return next(SAMPLES.glob(f"{number}-*.txt")).read_text(encoding="utf-8")


def codes(report: ReportDraft) -> list[str]:
    """The codes of the report's notices."""
    return [notice.code for notice in report.notices]


def doubts(report: ReportDraft) -> list[str]:
    """The report's notices in full, one line each: level, code, where, and what they say."""
    return [
        f"{notice.level} {notice.code} at {notice.anchor or f'line {notice.line}'}: {notice.message}"
        for notice in report.notices
    ]


def texts(report: ReportDraft, kind: FindingKind) -> list[str]:
    """The texts of the findings of a kind."""
    return [finding.text for finding in report.findings if finding.kind is kind]


def letter(body: str, subject: str = "Focused visit to Wexcombe children's services", day: str = "9 March 2018") -> str:
    """A letter to an invented authority on a visit in February 2018; ``body`` stands between opening and signature."""
    return f"""{day}

Owen Tarrant
Director of Children's Services
Wexcombe Council

Dear Owen Tarrant

{subject}

This letter summarises what was seen in Wexcombe on 13 and 14 February 2018. \
The inspectors were Helen Marlow and Tom Seaton.

{body}

Yours sincerely

Helen Marlow

Her Majesty's Inspector
"""
