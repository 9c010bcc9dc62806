"""The picture of a leaf: boxes with small ones above large ones, lines with their records, or why there is none."""

from pathlib import Path

import pytest

from findings.desk.leaves import leaves_of
from findings.desk.picture import DeskPicture, picture_of
from findings.desk.records import records_on
from inspections.documents.page_images import PageImages, RendererBusy
from tests import builders as build
from tests.findings.desk.conftest import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def picture(desk: Desk, number: int, chosen: str = "") -> DeskPicture:
    leaf = leaves_of(desk.report).leaf(number)
    return picture_of(desk.report.source, leaf, records_on(desk.report, leaf), chosen)


def test_a_page_has_the_boxes_of_its_records(desk: Desk):
    build.section(desk.report, "Leadership", page=2, boxes=[[2, 0, 0, 500, 700]], anchor="s-1")
    shown = picture(desk, 2, "para-2")
    assert shown.boxes[0].anchor == "s-1", "the largest lies at the bottom"
    assert [one.anchor for one in shown.boxes if one.is_chosen] == ["para-2"]
    assert shown.marked == {"s-1", "para-2", "para-3"}
    assert not shown.trouble


def test_lines_lead_to_the_records_that_begin_on_them(text_desk: Desk):
    lines = picture(text_desk, 1, "para-40").lines
    assert (lines[0].number, lines[-1].number) == (1, 40)
    assert [(line.number, line.anchor) for line in lines if line.anchor] == [(1, "para-1"), (40, "para-40")]
    assert [line.number for line in lines if line.is_chosen] == [40]


def test_what_cannot_be_shown_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def busy(*_: object) -> None:
        raise RendererBusy

    monkeypatch.setattr(PageImages, "sizes", busy)
    assert "in a few seconds" in picture(desk, 1).trouble
    monkeypatch.undo()
    Path(desk.report.source.stored.path).write_bytes(b"%PDF-1.4 damaged")
    assert "damaged" in picture(desk, 3).trouble


def test_files_of_other_kinds_have_no_picture(desk: Desk):
    desk.report.source.media_type = "text/csv"
    assert "no pages or lines" in picture(desk, 1).trouble
