"""Titles of pages, by which tabs, histories and bookmarks tell them apart: no two pages have the same.

Reports of a kind often have one title for all authorities and years, so theirs names these too. A record is named with
its place, and with its anchor where a report prints one number twice.
"""

from __future__ import annotations

from findings.labels import Record, label_of
from inspections.models import Judgement, Report, SourceFile, partial_dates
from inspections.places import place_words
from inspections.templatetags.reading import inspection_dates
from inspections.vocabulary import Scope

SHORT_DIGEST = 8
"""Characters of a sha256 that tell two files of one name apart."""


def title_of_report(report: Report) -> str:
    """Title, authority, kind, and day of publication, else the days of the inspection.

    Needs authority and inspection.
    """
    authority = report.authority.name if report.authority else ""
    inspection = report.inspection if report.is_own else None
    when = partial_dates.display(report.published) or (inspection_dates(inspection) if inspection else "")
    named = authority if authority.casefold() not in report.title.casefold() else ""
    return ", ".join(filter(None, (report.title, named, report.get_kind_display(), when)))


def title_of_record(record: Record) -> str:
    """The name of a record with its place, and the title of its report."""
    twice = f"“{record.anchor}”" if "~" in record.anchor else ""
    judged = _what_was_judged(record) if isinstance(record, Judgement) else ()
    named = (label_of(record), *judged, place_words(record), twice, title_of_report(record.report))
    return ", ".join(filter(None, named))


def title_of_file(source: SourceFile) -> str:
    """The name of a file, with the beginning of its sha256 where another file has the same name."""
    others = SourceFile.objects.filter(name=source.name).exclude(pk=source.pk)
    return f"{source.name} ({source.sha256[:SHORT_DIGEST]}…)" if others.exists() else source.name


def _what_was_judged(judgement: Judgement) -> tuple[str, ...]:
    scope = Scope(judgement.scope).label if judgement.scope in Scope.values() else judgement.scope
    own = judgement.report.inspection_id if judgement.report.is_own else None
    return (scope, f"inspection: {judgement.inspection}" if judgement.inspection_id != own else "")
