"""Who may see the pages of a source file, and who may download it; ``inspections.documents.licences`` decides.

A file with a report that is hidden from the public is for members of staff alone, and so is one without any report.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from inspections.documents.licences import file_offered, pages_shown
from inspections.models import ReportSource, SourceFile

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
    """What everyone may do; one query."""
    if not source.stored:
        return FileAccess(False, False, NOT_KEPT)
    reports = list(ReportSource.objects.filter(source=source).values_list("report__licence", "report__is_public"))
    if not reports or not all(is_public for _, is_public in reports):
        return FileAccess(False, False, NOT_PUBLIC)
    licences = tuple(sorted({licence for licence, _ in reports}))
    offered = file_offered(licences)
    return FileAccess(pages_shown(licences), offered, OFFERED if offered else NO_LICENCE, licences)


def access_to(source: SourceFile, request: HttpRequest) -> FileAccess:
    """What the sender of a request may do; who it is, is looked up only where not everyone may."""
    found = access_of_everyone(source)
    if (found.pages and found.file) or not source.stored or not is_staff(request):
        return found
    return FileAccess(True, True, FOR_STAFF, found.licences)


def is_staff(request: HttpRequest) -> bool:
    """Whether the sender of a request is an active member of staff."""
    return bool(request.user.is_active and request.user.is_staff)
