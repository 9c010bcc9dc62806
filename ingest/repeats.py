"""The same report twice in one file, which counts once.

Two reports are the same when they are of one kind, authority and day of publication and say the same words in the same
order: judgements, findings, recommendations and actions. Where their words differ they are two editions, and both are
kept.
"""

from collections.abc import Iterable

from ingest.drafts import ReportDraft
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel


def _said(report: ReportDraft) -> tuple[object, ...]:
    return (
        report.kind,
        report.authority and report.authority.la_code,
        report.published and report.published.iso,
        tuple((judgement.domain, judgement.grade) for judgement in report.judgements),
        tuple(finding.text for finding in report.findings),
        tuple(recommendation.text for recommendation in report.recommendations),
        tuple(action.text for action in report.actions),
    )


def is_repeated(report: ReportDraft, earlier: Iterable[ReportDraft]) -> bool:
    """Tell whether a report says what an earlier one of the file says; one without findings or actions never does."""
    says_something = bool(report.findings or report.actions)
    return says_something and any(_said(report) == _said(other) for other in earlier)


def repeated_notice(report: ReportDraft) -> NoticeDraft:
    """The notice that a report was left out because the file holds it already."""
    message = f"The file holds this report twice: “{report.title[:120]}”. It was counted once; the second was left out."
    return NoticeDraft(NoticeLevel.WARNING, NoticeCode.REPORT_REPEATED, message, report.place.page, report.place.line)
