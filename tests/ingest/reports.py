"""What tests of profiles share: reading a text as one report, altering a copy, and looking drafts up."""

import re

from ingest.drafts import JudgementDraft, ReportDraft
from ingest.extract import extract


def read_report(text: str) -> ReportDraft:
    """The one report that the pipeline finds in a text."""
    (report,) = extract(text.encode()).reports
    return report


def altered(text: str, pattern: str, replacement: str) -> str:
    """Return the text with the first match of the pattern replaced; a pattern without a match fails the test."""
    changed, count = re.subn(pattern, replacement, text, count=1, flags=re.M)
    assert count == 1, f"{pattern!r} is not in the text"
    return changed


def codes(report: ReportDraft) -> list[str]:
    """The codes of the notices, in order."""
    return [notice.code for notice in report.notices]


def message(report: ReportDraft, code: str) -> str:
    """The message of the one notice of a code."""
    (found,) = (notice.message for notice in report.notices if notice.code == code)
    return found


def primary(report: ReportDraft) -> dict[str, JudgementDraft]:
    """The primary judgements by domain."""
    return {judgement.domain: judgement for judgement in report.judgements if judgement.basis == "primary"}


def grades(report: ReportDraft) -> dict[str, str | None]:
    """Domain to grade, primary judgements only."""
    return {domain: judgement.grade for domain, judgement in primary(report).items()}


def reported(report: ReportDraft) -> list[tuple[str | None, str, str, str | None]]:
    """Framework, date, domain and grade of each reported judgement."""
    found = []
    for judgement in report.judgements:
        if judgement.basis == "reported" and judgement.inspection:
            date = judgement.inspection.started or judgement.inspection.published
            found.append((judgement.inspection.framework, date.iso if date else "", judgement.domain, judgement.grade))
    return found


def paragraphs(first: int, last: int) -> tuple[str, ...]:
    """The anchors of a range of numbered paragraphs."""
    return tuple(f"para-{number}" for number in range(first, last + 1))


def text_of(report: ReportDraft, ref: str) -> str:
    """The text of the finding of a number."""
    (found,) = (finding.text for finding in report.findings if finding.ref == ref)
    return found


def shape(text: str) -> tuple[int, str, str]:
    """How many words a text has, and the first two and the last three of them."""
    words = text.split()
    return len(words), " ".join(words[:2]), " ".join(words[-3:])
