"""The desk: a leaf of a document beside its records, one of which may be open in the form that corrects it.

The form is that of the record's own page in the editors' admin, with its checks and its rights; the desk only shows it
in another frame, and decides where to go on after it was saved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from findings.admin.confirming import CONFIRM
from findings.confirmations.share import share_of
from findings.desk.addresses import DeskAddress
from findings.desk.confirming import confirmations_of
from findings.desk.desk_record import DeskNotice, desk_record
from findings.desk.leaves import Leaf, Leaves, leaves_of
from findings.desk.picture import picture_of
from findings.desk.records import DeskNotices, following, notices_of, preceding, records_on
from findings.desk.walking import RIGHTS, WalkBar, walk_bar
from findings.labels import Record, label_of, short_title
from findings.reports.records import find_record
from inspections.admin.base import change_url
from inspections.admin.notices import REASONS as SETTLED_BECAUSE
from inspections.admin.notices import SETTLE
from inspections.models import Notice, Report

GO_ON = "_next"
RELATED = ("authority", "source", "inspection__framework")


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """What is open at the desk: the report, the leaf, the records on it, and of these the chosen one."""

    report: Report
    leaves: Leaves
    leaf: Leaf
    records: list[Record]
    chosen: Record | None
    address: DeskAddress

    def of(self, record: Record | None) -> str:
        """The address of another record, "" for none."""
        return self._address(record, record=record.anchor) if record else ""

    def of_notice(self, notice: Notice | None) -> str:
        """The address of a notice, with its record open if it is about one."""
        return self._address(notice, notice=notice.pk, record=notice.anchor) if notice else ""

    def of_leaf(self, number: int) -> str:
        """The address of another leaf, "" for one that does not exist."""
        return str(self.address.at(leaf=number)) if 1 <= number <= self.leaf.of else ""

    @property
    def previous(self) -> Record | None:
        """The record before the chosen one."""
        return preceding(self.report, self.leaves, self.leaf, self.records, self.chosen)

    @property
    def following(self) -> Record | None:
        """The record after the chosen one."""
        return following(self.report, self.leaves, self.leaf, self.records, self.chosen)

    def _address(self, row: Any, **chosen: Any) -> str:
        here = row in self.records
        return str(self.address.at(leaf=self.leaf.number if here else self.leaves.number_of(row), **chosen))


def desk_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The desk of a report, for everybody who may correct."""
    if not request.user.has_perms(RIGHTS):
        raise PermissionDenied
    report = get_object_or_404(Report.objects.select_related(*RELATED), pk=pk)
    place = _place(report, DeskAddress.read(pk, request.GET))
    walk = walk_bar(request)
    form: dict[str, Any] = {}
    if place.chosen is not None:
        answer = _form_of(request, place.chosen)
        if not isinstance(answer, TemplateResponse):
            return _go_on(request, place, walk, answer)
        form = answer.context_data or {}
    elif request.method == "POST":
        return HttpResponseRedirect(request.get_full_path())
    return TemplateResponse(request, "admin/editors/desk.html", form | _context(request, place, walk))


def _place(report: Report, address: DeskAddress) -> DeskPlace:
    """What an address opens: the leaf that it names, or else the one of its record or notice, or the report's first."""
    leaves = leaves_of(report)
    number = address.leaf
    if not number and address.record and (record := find_record(report, address.record)):
        number = leaves.number_of(record)
    if not number and address.notice and (notice := Notice.objects.filter(pk=address.notice, report=report).first()):
        number = leaves.number_of(notice)
    leaf = leaves.leaf(number or leaves.first)
    records = records_on(report, leaf)
    chosen = next((one for one in records if one.anchor == address.record), None)
    return DeskPlace(report, leaves, leaf, records, chosen, replace(address, leaf=leaf.number))


def _is_lost(report: Report, anchor: str) -> bool:
    """Whether an address names what the report does not say. What it says of inspections has no record at the desk."""
    return bool(anchor) and not report.statements.filter(anchor=anchor, retired_at__isnull=True).exists()


def _form_of(request: HttpRequest, record: Record) -> HttpResponse:
    """What the form of a record in the editors' admin answers: itself, or where to go after it was saved."""
    answer: HttpResponse = admin.site.get_model_admin(type(record)).changeform_view(request, str(record.pk))
    return answer


def _go_on(request: HttpRequest, place: DeskPlace, walk: WalkBar | None, answer: HttpResponse) -> HttpResponse:
    """After saving: the next place of the walk, the next record, or the same. What was refused is opened again."""
    if answer.headers.get("Location") == request.get_full_path():
        return answer
    if GO_ON in request.POST and walk and walk.following:
        return HttpResponseRedirect(walk.following)
    goal = place.following if GO_ON in request.POST else None
    return HttpResponseRedirect(place.of(goal or place.chosen))


def _context(request: HttpRequest, place: DeskPlace, walk: WalkBar | None) -> dict[str, Any]:
    report, leaf, address = place.report, place.leaf, place.address
    chosen = place.chosen.anchor if place.chosen else ""
    notices = notices_of(report, place.leaves, leaf, place.records, address.notice)
    picture = picture_of(report.source, leaf, place.records, chosen)
    inspection = report.inspection
    confirmations = confirmations_of(report, place.records, is_allowed=request.user.has_perm(CONFIRM))
    steps = _steps(place, notices)

    def settling(some: Iterable[Notice]) -> tuple[DeskNotice, ...]:
        is_allowed = request.user.has_perm(SETTLE)
        return tuple(_desk_notice(place, notices, notice, walk, is_allowed=is_allowed) for notice in some)

    return {
        **admin.site.each_context(request),
        "title": f"Desk: {short_title(report)}, {report.authority or 'authority unknown'}",
        "subtitle": None,
        "report": report,
        "heading": short_title(report),
        "framework": inspection.framework if inspection else None,
        "report_form": change_url(report),
        "leaf": leaf,
        "leaves": _leaf_links(place),
        "zooms": address.zooms,
        "zoom": address.zoom,
        "picture": picture,
        "shown": [
            desk_record(
                one,
                report,
                address,
                settling(notices.about(one.anchor)),
                confirmations[one.KIND, one.anchor],
                has_box=one.anchor in picture.marked,
            )
            for one in place.records
        ],
        "other_notices": settling(notices.apart_from(one.anchor for one in place.records)),
        "chosen": place.chosen,
        "chosen_label": label_of(place.chosen) if place.chosen else "",
        "is_lost": place.chosen is None and not address.notice and _is_lost(report, address.record),
        "steps": steps,
        "onward": next((url for key, _, url in steps if key == "j"), "") or place.of(place.chosen),
        "share": share_of(report),
        "settled_because": SETTLED_BECAUSE,
        "walk": walk,
        "reason": SETTLED_BECAUSE[0],
    }


def _desk_notice(
    place: DeskPlace, notices: DeskNotices, notice: Notice, walk: WalkBar | None, *, is_allowed: bool
) -> DeskNotice:
    """A notice. When the chosen one is settled, the next one follows; after any other, the same place."""
    is_chosen = notice == notices.chosen
    onward = (walk.following if walk else place.of_notice(notices.following)) if is_chosen else ""
    stay = place.address.at(record="" if is_chosen else place.address.record)
    settle = (
        f"{reverse('admin:inspections_notice_settle', args=[notice.pk])}?{urlencode({'next': onward or str(stay)})}"
    )
    return DeskNotice(notice, settle if is_allowed else "", is_chosen)


def _leaf_links(place: DeskPlace) -> tuple[tuple[str, str], ...]:
    unit = "page" if place.leaf.is_page else "lines"
    number = place.leaf.number
    steps = ((f"Previous {unit}", number - 1), (f"Next {unit}", number + 1))
    return tuple((text, place.of_leaf(other)) for text, other in steps)


def _steps(place: DeskPlace, notices: DeskNotices) -> tuple[tuple[str, str, str], ...]:
    """The links that keys follow: the key, the words, the address ("" where there is nothing to go to)."""
    return (
        ("k", "Previous record", place.of(place.previous)),
        ("j", "Next record", place.of(place.following)),
        ("p", "Previous notice", place.of_notice(notices.previous)),
        ("n", "Next notice", place.of_notice(notices.following)),
    )
