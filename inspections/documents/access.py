"""Who may see the pages of a source file and who may have the file; the licences decide (``inspections.documents.licences``).

A file that holds a report which is hidden from the public is for members of staff alone, and so is one of which nothing was read.
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
class Access:
    """Whether one may see the pages of a file and have the file; ``reason`` says why. ``licences``: the codes of its reports."""

    pages: bool
    file: bool
    reason: str
    licences: tuple[str, ...] = ()


def access_of_everyone(source: SourceFile) -> Access:
    """What everyone may; one query."""
    if not source.stored:
        return Access(False, False, NOT_KEPT)
    reports = list(ReportSource.objects.filter(source=source).values_list("report__licence", "report__is_public"))
    if not reports or not all(is_public for _, is_public in reports):
        return Access(False, False, NOT_PUBLIC)
    licences = tuple(sorted({licence for licence, _ in reports}))
    offered = file_offered(licences)
    return Access(pages_shown(licences), offered, OFFERED if offered else NO_LICENCE, licences)


def access_to(source: SourceFile, request: HttpRequest) -> Access:
    """What the one who asks may; only where everyone may not is it asked who that is."""
    found = access_of_everyone(source)
    if (found.pages and found.file) or not source.stored or not is_staff(request):
        return found
    return Access(True, True, FOR_STAFF, found.licences)


def is_staff(request: HttpRequest) -> bool:
    """Whether a member of staff asks."""
    return bool(request.user.is_active and request.user.is_staff)
