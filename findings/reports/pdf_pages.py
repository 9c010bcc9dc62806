"""Pages of a PDF with the records on them marked: one page with all its records, or one record on its pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from findings.labels import Record, label_of
from findings.reports.places import PageRectangle, name_of, pages_of, records_in, rects_on
from inspections.documents.page_images import PageSize, page_images
from inspections.models import Report, SourceFile

# A record is looked for on pages that follow the one on which it begins, up to this many.
LONGEST_RECORD = 5


@dataclass(frozen=True, slots=True)
class PageMark:
    """A record on a page. ``url`` is its address, ``place`` that of the page with the record marked."""

    record: Record
    label: str
    url: str
    place: str
    rects: tuple[PageRectangle, ...]
    other_pages: tuple[int, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page of a source file with the records marked on it."""

    source: SourceFile
    number: int
    size: PageSize
    marks: tuple[PageMark, ...]

    @property
    def image_url(self) -> str:
        """The address of the image of the page."""
        return reverse("page-image", args=[self.source.sha256, self.number])

    @property
    def url(self) -> str:
        """The address of the page with all its records."""
        return reverse("page-view", args=[self.source.sha256, self.number])

    @property
    def chosen(self) -> PageMark | None:
        """The record that the address names, if it is on this page."""
        return next((mark for mark in self.marks if mark.chosen), None)

    @property
    def description(self) -> str:
        """What the image shows, for those who do not see it."""
        marked = f", with {self.chosen.label} marked" if self.chosen else ""
        return f"Page {self.number} of {self.source.name}{marked}"


def _mark(record: Record, report: Report, page: int, size: PageSize, chosen: bool) -> PageMark:
    name = name_of(report, record.anchor)
    return PageMark(
        record,
        label_of(record),
        f"{report.get_absolute_url()}{record.anchor}/",
        f"?record={name}",
        rects_on(record.boxes, page, size.width, size.height),
        tuple(other for other in pages_of(record) if other != page),
        chosen,
    )


def pages_with_record(record: Record, report: Report) -> tuple[MarkedPage, ...]:
    """The pages that a record is on, with its boxes. Raises PageNotDrawn and RendererBusy."""
    sizes = page_images().sizes(report.source)
    return tuple(
        MarkedPage(report.source, page, size, (_mark(record, report, page, size, True),))
        for page in pages_of(record)
        if page <= len(sizes) and record.boxes and (size := sizes[page - 1])
    )


def marked_page(source: SourceFile, page: int, chosen: str = "") -> MarkedPage | None:
    """A page with its records from top to bottom; None if the file has no such page.

    The image is rendered as well, so that the answer is either the complete page or the reason why it cannot be shown.
    Raises PageNotDrawn and RendererBusy.
    """
    images = page_images()
    sizes = images.sizes(source)
    if page > len(sizes):
        return None
    images.image(source, page)
    size = sizes[page - 1]
    near = records_in(source, Q(page__range=(page - LONGEST_RECORD, page)), chosen)
    marks = [
        _mark(record, record.report, page, size, name_of(record.report, record.anchor) == chosen)
        for record in near
        if page in pages_of(record)
    ]
    marks.sort(key=lambda mark: (mark.rects[0].y, mark.rects[0].x) if mark.rects else (size.height, 0.0))
    return MarkedPage(source, page, size, tuple(marks))
