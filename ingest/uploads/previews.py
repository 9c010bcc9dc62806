"""What loading a reading would change, as a person looks at it before deciding.

A preview is made by loading for real and taking everything back. When the document is loaded for good, the same is told
of that loading: if the two differ, the knowledge base has moved on, and nothing is kept.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from ingest.differences import RecordChange, RecordDifference, load_and_compare
from ingest.drafts import Extraction
from ingest.load import LoadResult
from ingest.readings import written
from inspections.models import InspectionStatement, Notice, Report, ReportSource, SourceFile
from inspections.places import place_words
from inspections.vocabulary import NoticeLevel, ReportKind, SourceRole, Visibility
from inspections.write import tried

NOT_COUNTED = (Report.KIND, InspectionStatement.KIND)
"""Kinds that loading does not count as records."""


@dataclass(frozen=True, slots=True)
class PreviewedReport:
    """A report in the document; ``role`` is that of the document for the report, "" if it no longer holds it.

    ``visibility`` is that of a report that is held already, and "" for a new one.
    """

    title: str
    kind: str
    authority: str
    address: str
    role: str
    visibility: str

    @property
    def is_published(self) -> bool:
        """Whether it is held and published already."""
        return self.visibility == Visibility.PUBLISHED

    @property
    def seen_by(self) -> str:
        """Who sees the report that is held, in words; "" for a new one."""
        return Visibility(self.visibility).label if self.visibility else ""


@dataclass(frozen=True, slots=True)
class PreviewedNotice:
    """A notice that the document would have."""

    level: str
    code: str
    message: str
    place: str
    record: str

    @property
    def level_label(self) -> str:
        """Its level in words."""
        return NoticeLevel(self.level).label


@dataclass(frozen=True, slots=True)
class Preview:
    """What loading would change.

    ``unchanged`` counts records that stay as they are, ``moved`` those of which only the place or a link changes.
    ``better`` names files that would be read again afterwards, because they hold a better edition.
    """

    reports: tuple[PreviewedReport, ...]
    differences: tuple[RecordDifference, ...]
    notices: tuple[PreviewedNotice, ...]
    unchanged: int
    moved: int
    better: tuple[str, ...]

    def count(self, change: RecordChange) -> int:
        """How many records would be created, changed or retired."""
        return sum(one.change == change for one in self.differences)

    @property
    def has_errors(self) -> bool:
        """Whether a notice says that something was not read."""
        return any(one.level == NoticeLevel.ERROR for one in self.notices)

    @property
    def touches_published(self) -> bool:
        """Whether the document holds a report that is published already."""
        return any(one.is_published for one in self.reports)

    @property
    def token(self) -> str:
        """What tells this preview from any other, so that a person decides about the one that was shown."""
        return sha256(json.dumps(written(self)).encode()).hexdigest()[:16]

    @property
    def summary(self) -> dict[str, Any]:
        """What lists show of it."""
        changes = {change.value: self.count(change) for change in RecordChange}
        return changes | {
            "unchanged": self.unchanged,
            "notices": len(self.notices),
            "has_errors": self.has_errors,
            "touches_published": self.touches_published,
            "titles": [one.title for one in self.reports],
            "token": self.token,
        }


def look(extraction: Extraction) -> Preview:
    """Tell what loading a reading would change, and change nothing."""
    return tried(partial(load_and_tell, extraction, Visibility.PUBLISHED, index=False))[1]


def load_and_tell(extraction: Extraction, visibility: Visibility, *, index: bool = True) -> tuple[LoadResult, Preview]:
    """Load a reading in the transaction of the caller, and tell what that changed."""
    result, differences = load_and_compare(extraction, visibility, index=index)
    better = SourceFile.objects.filter(pk__in=result.better).order_by("name").values_list("name", flat=True)
    told = sum(one.change == RecordChange.CHANGED and one.kind not in NOT_COUNTED for one in differences)
    return result, Preview(
        _reports(result), differences, _notices(result), result.unchanged, result.changed - told, tuple(better)
    )


def _reports(result: LoadResult) -> tuple[PreviewedReport, ...]:
    links = dict(ReportSource.objects.filter(source=result.source_id).values_list("report", "role"))
    reports = Report.objects.filter(pk__in=result.reports).select_related("authority").order_by("identity")
    return tuple(
        PreviewedReport(
            report.title,
            ReportKind(report.kind).label,
            str(report.authority or ""),
            report.get_absolute_url(),
            SourceRole(links[report.pk]).label if report.pk in links else "",
            "" if report.pk in result.new else report.visibility,
        )
        for report in reports
    )


def _notices(result: LoadResult) -> tuple[PreviewedNotice, ...]:
    notices = Notice.objects.filter(source=result.source_id).order_by("page", "line", "code", "message", "anchor")
    return tuple(PreviewedNotice(one.level, one.code, one.message, place_words(one), one.anchor) for one in notices)
