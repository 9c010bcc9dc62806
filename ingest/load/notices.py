"""The notices about a source file: from its reading, from its loading, and about newer files that replace it."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.drafts import Extraction
from ingest.load.editions import EDITION_CODES
from ingest.load.forms import CODE as FORMS_DIFFER
from ingest.notices import NoticeDraft
from inspections.documents.notices import replace_notices
from inspections.models import Notice, Report, SourceFile, extracted_models
from inspections.notice_codes import NoticeCode
from inspections.reconciliation.conflicts import RECONCILIATION_CODES
from inspections.vocabulary import NoticeLevel


def _row(source: SourceFile, report: Report | None, notice: NoticeDraft) -> Notice:
    return Notice(
        source=source,
        report=report,
        level=notice.level.value,
        code=notice.code,
        message=notice.message.replace("\x00", ""),
        page=notice.page,
        line=notice.line,
        where=notice.where,
        anchor=notice.anchor or "",
    )


class SourceNotices:
    """The notices that a source file is to have after a reading."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._rows: list[Notice] = []

    def add(self, report: Report | None, notices: Iterable[NoticeDraft]) -> None:
        """Add notices about the file, or about one of its reports."""
        self._rows += [_row(self._source, report, notice) for notice in notices]

    def keep(self, report: Report, notices: Iterable[NoticeDraft]) -> None:
        """Add questions of earlier readings about records that are still there."""
        asked = {(row.code, row.anchor, row.message) for row in self._rows}
        new = [one for one in notices if (one.code, one.anchor, one.message) not in asked]
        self.add(report, [one for one in new if _is_live(report, one.anchor)])

    def save(self) -> bool:
        """Replace the stored notices, but for those of reconciliation and editions. Returns whether any changed."""
        stored = Notice.objects.filter(source=self._source).exclude(
            code__in=(*RECONCILIATION_CODES, *EDITION_CODES, FORMS_DIFFER)
        )
        return replace_notices(stored, self._rows)


def unanswered(report: Report) -> tuple[NoticeDraft, ...]:
    """What earlier readings asked a person to compare, and nobody has settled.

    Such a question comes from the difference of two readings, so that no later reading asks it again.
    """
    rows = Notice.objects.open().filter(report=report, code=NoticeCode.NEEDS_REVIEW)
    return tuple(
        NoticeDraft(
            NoticeLevel(one.level), NoticeCode.NEEDS_REVIEW, one.message, one.page, one.line, one.anchor, one.where
        )
        for one in rows
    )


def _is_live(report: Report, anchor: str | None) -> bool:
    rows = (model._default_manager.filter(report=report, anchor=anchor) for model in extracted_models())
    return any(found.filter(retired_at__isnull=True).exists() for found in rows)


def keep_refusal(source: SourceFile, extraction: Extraction) -> bool:
    """Store the reasons why a file was refused.

    They are its only notices if nothing was ever read from it; else they are added to those of the last good reading.
    """
    rows = [_row(source, None, notice) for notice in extraction.notices]
    stored = Notice.objects.filter(source=source)
    if source.report_sources.exists():
        for row in rows:
            row.level = NoticeLevel.WARNING
            row.message = f"A later reading failed and changed nothing: {row.message}"
        stored = stored.filter(code__in=[row.code for row in rows], message__in=[row.message for row in rows])
    return replace_notices(stored, rows)


def hand_over(old: SourceFile, report: Report) -> None:
    """Leave a file that is no longer the current one of a report without notices about it."""
    Notice.objects.filter(source=old, report=report).delete()
