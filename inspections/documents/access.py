"""Who may see the pages of a source file, and who may download it; ``inspections.documents.licences`` decides.

A file with a draft or a hidden report is for members of staff who may see reports in the editors' admin, and so is one
without any report. What readers see of a report at all, ``inspections.models.visibility`` decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest

from inspections.documents.licences import file_offered, pages_shown
from inspections.models import Inspection, Report, ReportSource, SourceFile

OFFERED = "The licence of the document allows everyone to have it."
NO_LICENCE = "The document states no licence, so the file itself is not offered here. Its publisher can give it to you."
NOT_PUBLIC = "The file is not public."
NOT_KEPT = "The file itself is not kept here."
FOR_STAFF = "It is not offered to everyone; you see it as a member of staff."


@dataclass(frozen=True, slots=True)
class FileAccess:
    """Whether a person may see the pages of a file and download it, the reason, and the licences of its reports."""

    pages: bool
    file: bool
    reason: str
    licences: tuple[str, ...] = ()


def access_of_everyone(source: SourceFile) -> FileAccess:
    """What everyone may do."""
    if not source.stored:
        return FileAccess(False, False, NOT_KEPT)
    licences = _licences(source)
    if not licences or SourceFile.objects.withheld().filter(pk=source.pk).exists():
        return FileAccess(False, False, NOT_PUBLIC)
    offered = file_offered(licences)
    return FileAccess(pages_shown(licences), offered, OFFERED if offered else NO_LICENCE, licences)


def access_to(source: SourceFile, request: HttpRequest) -> FileAccess:
    """What the sender of a request may do; who it is, is looked up only where not everyone may."""
    found = access_of_everyone(source)
    if (found.pages and found.file) or not source.stored:
        return found
    is_withheld = found.reason == NOT_PUBLIC
    if not (may_see_withheld(request) if is_withheld else is_staff(request)):
        return found
    return FileAccess(True, True, FOR_STAFF, found.licences)


def _licences(source: SourceFile) -> tuple[str, ...]:
    reports = ReportSource.objects.filter(source=source).order_by()
    return tuple(sorted(set(reports.values_list("report__licence", flat=True))))


def is_staff(request: HttpRequest) -> bool:
    """Whether the sender of a request is an active member of staff."""
    return bool(request.user.is_active and request.user.is_staff)


def may_see_withheld(request: HttpRequest) -> bool:
    """Whether the sender of a request may see drafts and hidden reports: staff with the right to view reports."""
    return is_staff(request) and request.user.has_perm("inspections.view_report")


def reports_for(request: HttpRequest) -> QuerySet[Report]:
    """The reports that the sender of a request may open at their addresses, retired ones included."""
    return Report.objects.all() if may_see_withheld(request) else Report.objects.shown()


def inspections_for(request: HttpRequest) -> QuerySet[Inspection]:
    """The inspections whose pages the sender of a request may open."""
    return Inspection.objects.all() if may_see_withheld(request) else Inspection.objects.published()


def files_for(request: HttpRequest) -> QuerySet[SourceFile]:
    """The files whose pages the sender of a request may open."""
    return SourceFile.objects.all() if may_see_withheld(request) else SourceFile.objects.published()
