"""The place of a record in its document: the page with its boxes for a PDF, the line for a text file.

The address of a place names the record as ``?record=<authority>/<report>/<anchor>``, so that the page or the lines are
shown with the record marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from findings.labels import Record
from findings.models import Action, Finding, Recommendation, Risk, Section
from findings.references.links import RecordLink
from inspections.documents.page_images import has_pages
from inspections.models import Judgement, Report, SourceFile

LISTED: tuple[Any, ...] = (Judgement, Finding, Recommendation, Action, Risk)
TEXT = "text/plain"
LINES_SHOWN = 40
LINES_BEFORE = 3
# Boxes are of lines of print. Lines of one paragraph are less than a line apart and stand above each other.
GAP_IN_LINES = 0.9
PADDING = 2.0


@dataclass(frozen=True, slots=True)
class PageRectangle:
    """A rectangle on a page, in points from the top left corner."""

    x: float
    y: float
    width: float
    height: float


def name_of(report: Report, anchor: str) -> str:
    """The name of a record in the address of a place."""
    return f"{report.authority_slug}/{report.slug}/{anchor}"


def has_lines(source: SourceFile) -> bool:
    """Whether it is a text file whose lines can be shown."""
    return bool(source.stored) and source.media_type == TEXT


def pages_of(record: Record) -> tuple[int, ...]:
    """The pages that a record is on, in order."""
    return tuple(dict.fromkeys(int(box[0]) for box in record.boxes)) or ((record.page,) if record.page else ())


def place_of(record: Record, report: Report) -> RecordLink | None:
    """A link to the place of a record: "Page 12", "Line 317"; None if the document cannot be shown.

    ``report`` is the report of the record, with source and authority loaded.
    """
    chosen = urlencode({"record": name_of(report, record.anchor)}, safe="/~")
    sha256 = report.source.sha256
    if record.page and has_pages(report.source):
        return RecordLink(f"Page {record.page}", f"{reverse('page-view', args=[sha256, record.page])}?{chosen}")
    if record.line and has_lines(report.source):
        first = max(1, record.line - LINES_BEFORE)
        return RecordLink(f"Line {record.line}", f"{reverse('lines-view', args=[sha256, first])}?{chosen}")
    return None


def records_in(source: SourceFile, place: Q, chosen: str) -> list[Any]:
    """The public records at a place in a file, with their reports; one query for each kind.

    A heading is included only if it is the chosen record.
    """
    public = Q(report__source=source, report__retired_at__isnull=True, retired_at__isnull=True)
    heading = Q(anchor=chosen.split("/", 2)[-1].replace("\0", ""))  # PostgreSQL takes no NUL
    wanted = [(model, place) for model in LISTED] + ([(Section, place & heading)] if chosen else [])
    return [
        record
        for model, here in wanted
        for record in model.objects.filter(public & here)
        .select_related("report__authority")
        .order_by("report", "ordinal")
    ]


def rects_on(boxes: Iterable[list[float]], page: int, width: float, height: float) -> tuple[PageRectangle, ...]:
    """The boxes on one page.

    The lines of a paragraph become one box, slightly larger than the print and within the page.
    """
    joined: list[list[float]] = []
    for number, x0, top, x1, bottom in boxes:
        if number != page:
            continue
        last = joined[-1] if joined else None
        if last and x0 < last[2] and x1 > last[0] and -1 < top - last[3] < GAP_IN_LINES * (bottom - top):
            joined[-1] = [min(x0, last[0]), last[1], max(x1, last[2]), bottom]
        else:
            joined.append([x0, top, x1, bottom])
    return tuple(rect for box in joined if (rect := _within(box, width, height)))


def _within(box: list[float], width: float, height: float) -> PageRectangle | None:
    """The rectangle of a box, or None if it lies outside of the page."""
    x0, y0 = max(0.0, box[0] - PADDING), max(0.0, box[1] - PADDING)
    x1, y1 = min(width, box[2] + PADDING), min(height, box[3] + PADDING)
    return (
        PageRectangle(round(x0, 1), round(y0, 1), round(x1 - x0, 1), round(y1 - y0, 1)) if x1 > x0 and y1 > y0 else None
    )
