"""What a leaf looks like: the page with a box around each record, or its lines; or the reason why neither is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from findings.desk.leaves import Leaf
from findings.labels import Record, label_of
from findings.reports.places import PageRectangle, has_lines, rects_on
from findings.reports.text_lines import lines_between
from inspections.documents.page_images import PageNotDrawn, PageSize, RendererBusy, has_pages, page_images
from inspections.documents.plain_text import NotTextError
from inspections.models import SourceFile

BUSY = "Other pages are being drawn at the moment. Open this page again in a few seconds."
NO_PICTURE = "Files of this kind have no pages or lines that could be shown. Compare with the file itself."
NOT_KEPT = "The file itself is not kept here, so that its pages cannot be shown."


@dataclass(frozen=True, slots=True)
class PictureBox:
    """The rectangles of a record on a page."""

    anchor: str
    label: str
    rects: tuple[PageRectangle, ...]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A line of a text, with the anchor of the record that begins on it, or ""."""

    number: int
    text: str
    anchor: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DeskPicture:
    """A page with its boxes, or lines. ``trouble`` is the reason why nothing can be shown."""

    image: str = ""
    size: PageSize | None = None
    boxes: tuple[PictureBox, ...] = ()
    lines: tuple[DeskLine, ...] = ()
    trouble: str = ""

    @property
    def marked(self) -> frozenset[str]:
        """The anchors of the records that have a box or a line here."""
        return frozenset((*(box.anchor for box in self.boxes), *(line.anchor for line in self.lines if line.anchor)))


def picture_of(source: SourceFile, leaf: Leaf, records: Iterable[Record], chosen: str) -> DeskPicture:
    """The picture of a leaf with its records, of which one may be chosen by its anchor."""
    if not source.stored:
        return DeskPicture(trouble=NOT_KEPT)
    try:
        if has_pages(source):
            return _page(source, leaf.number, records, chosen)
        return _lines(source, leaf, records, chosen) if has_lines(source) else DeskPicture(trouble=NO_PICTURE)
    except RendererBusy:
        return DeskPicture(trouble=BUSY)
    except (PageNotDrawn, NotTextError) as reason:
        return DeskPicture(trouble=str(reason))


def _page(source: SourceFile, page: int, records: Iterable[Record], chosen: str) -> DeskPicture:
    """A page. It is drawn now, so that a failure is told in words and not by an image that is missing."""
    images = page_images()
    size = images.sizes(source)[page - 1]
    images.image(source, page)
    boxes = (
        PictureBox(one.anchor, label_of(one), rects, one.anchor == chosen)
        for one in records
        if (rects := rects_on(one.boxes, page, size.width, size.height))
    )
    # Small boxes lie above large ones, so that each can be clicked.
    ordered = sorted(boxes, key=lambda box: -sum(rect.width * rect.height for rect in box.rects))
    return DeskPicture(reverse("page-image", args=[source.sha256, page]), size, tuple(ordered))


def _lines(source: SourceFile, leaf: Leaf, records: Iterable[Record], chosen: str) -> DeskPicture:
    begin = {one.line: one.anchor for one in reversed(list(records)) if one.line}
    record = next((one for one in records if one.anchor == chosen), None)
    shown = lines_between(source, leaf.lines, record)
    return DeskPicture(
        lines=tuple(DeskLine(line.number, line.text, begin.get(line.number, ""), line.marked) for line in shown)
    )
