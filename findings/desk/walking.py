"""The pages of the walk: leading to a place that waits, the bar beside it, assigning it, and places in files alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_POST

from findings.desk.addresses import WALK, DeskAddress
from findings.desk.assigning import AssignedPlace, assign, assignments_of, people
from findings.desk.decisions import decision_url
from findings.desk.stops import NOBODY, Stop, StopFilter, StopKind
from findings.desk.walk import Walk, walk_of
from inspections.admin.base import change_url
from inspections.admin.notices import REASONS, SETTLE
from inspections.models import Authority, ConflictSide, Notice, Report

RIGHTS = ("findings.add_correction", "inspections.view_report")
ASSIGN = "findings.add_assignment"
OF_PLACE, OF_REPORT = "place", "report"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a select box."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class WalkBar:
    """Where a walk is ("4 of 132"), where it goes on, what is chosen to be walked over, and who looks at the place.

    ``about`` is what waits, if that is no notice; ``form`` decides it. ``assign`` is the address at which the place is
    assigned, "" for those who may not; ``here`` is where that leads back to.
    """

    number: int
    of: int
    stop: str
    report: int
    previous: str
    following: str
    about: str
    form: str
    kinds: tuple[Choice, ...]
    authorities: tuple[Choice, ...]
    assignees: tuple[Choice, ...]
    assigned: AssignedPlace
    assign: str
    people: tuple[str, ...]
    here: str


def filter_in(query: QueryDict) -> StopFilter:
    """Which places the query of an address asks for."""
    return StopFilter(*(query.get(name, "") for name in WALK[1:]))


def walk_bar(request: HttpRequest) -> WalkBar | None:
    """The bar of the walk that the address is on; None for who is on none."""
    chosen, wanted = request.GET.get("stop", ""), filter_in(request.GET)
    if not chosen:
        return None
    walk = walk_of(wanted, chosen)
    about = _about(walk)
    names = tuple(people().values_list("username", flat=True))
    mine = request.user.get_username()
    ordered = tuple(sorted(names, key=lambda name: (name != mine, name)))
    authorities = Authority.objects.with_reports().values_list("slug", "name")
    somebody = (NOBODY, "Nobody"), *((name, "Me" if name == mine else name) for name in ordered)
    return WalkBar(
        walk.number,
        walk.of,
        walk.chosen.key if walk.chosen else "",
        walk.chosen.report if walk.chosen else 0,
        address_of(walk.previous, wanted),
        address_of(walk.following, wanted),
        f"{StopKind(walk.chosen.kind).label}: {about}" if walk.chosen and about else "",
        _decision(about, address_of(walk.following, wanted)) if about else "",
        tuple(Choice(kind.value, kind.label, kind.value == wanted.kind) for kind in StopKind),
        tuple(Choice(slug, name, slug == wanted.authority) for slug, name in authorities),
        tuple(Choice(name, label, name == wanted.assignee) for name, label in somebody),
        assignments_of(walk.chosen.report, walk.chosen.key) if walk.chosen else AssignedPlace(None, None),
        reverse("desk-assign") if request.user.has_perm(ASSIGN) and walk.chosen else "",
        ordered,
        request.get_full_path(),
    )


def address_of(stop: Stop | None, wanted: StopFilter) -> str:
    """The address that leads to a place on the walk, "" for none."""
    if stop is None:
        return ""
    named = {"stop": stop.key, "kind": wanted.kind, "authority": wanted.authority, "assignee": wanted.assignee}
    return f"{reverse('desk-walk')}?{urlencode({name: value for name, value in named.items() if value})}"


def _decision(about: Any, following: str) -> str:
    """The address at which what waits is decided, from where the walk goes on."""
    return f"{decision_url(about)}?{urlencode({'next': following or reverse('desk-walk')})}"


def _about(walk: Walk) -> Any:
    """What waits at the chosen place, if that is no notice: a conflict, a reference or a correction."""
    row = walk.chosen.row() if walk.chosen and not walk.chosen.is_notice else None
    return row.conflict if isinstance(row, ConflictSide) else row


def walk_page(request: HttpRequest) -> HttpResponse:
    """Lead to a place that waits for a person: the named one, or the first of those that are wanted."""
    if not request.user.has_perms(RIGHTS):
        raise PermissionDenied
    wanted = filter_in(request.GET)
    walk = walk_of(wanted, request.GET.get("stop", ""))
    goal = walk.chosen or walk.following
    if goal is None:
        is_all = wanted == StopFilter()
        messages.success(request, "Nothing waits for a person." if is_all else "Nothing waits here.")
        return HttpResponseRedirect(reverse("admin:index"))
    named = {"stop": goal.key, "kind": wanted.kind, "authority": wanted.authority, "assignee": wanted.assignee}
    if not goal.report:
        query = urlencode({name: value for name, value in named.items() if value})
        return HttpResponseRedirect(f"{reverse('desk-file', args=[goal.pk])}?{query}")
    notice = goal.pk if goal.is_notice else 0
    return HttpResponseRedirect(str(DeskAddress(goal.report, 0, goal.anchor, notice, **named)))


def file_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A notice about a file without a report: what could not be read of it, and settling that."""
    if not request.user.has_perms(RIGHTS):
        raise PermissionDenied
    notice = get_object_or_404(Notice.objects.open().select_related("source"), pk=pk, report__isnull=True)
    walk = walk_bar(request)
    onward = walk.following if walk and walk.following else reverse("desk-walk")
    settle = f"{reverse('admin:inspections_notice_settle', args=[pk])}?{urlencode({'next': onward})}"
    context = {
        **admin.site.each_context(request),
        "title": f"Notice about {notice.source}",
        "notice": notice,
        "document": change_url(notice.source),
        "walk": walk,
        "settle": settle if request.user.has_perm(SETTLE) else "",
        "settled_because": REASONS,
    }
    return TemplateResponse(request, "admin/editors/desk_file.html", context)


@require_POST
def assign_place(request: HttpRequest) -> HttpResponse:
    """Assign a place, or all places of its report, to a person or to nobody."""
    if not request.user.has_perm(ASSIGN):
        raise PermissionDenied
    sent = request.POST
    report = Report.objects.filter(pk=_number(sent.get("report", ""))).first()
    stop = sent.get("stop", "") if sent.get("scope", OF_PLACE) == OF_PLACE else ""
    if report is None and not stop:
        raise Http404
    name = sent.get("assignee", "")
    assignee = people().filter(username=name).first() if name else None
    if name and assignee is None:
        messages.error(request, f"{name} cannot be given places: choose somebody who may correct.")
    else:
        assign(report, stop, assignee, cast("User", request.user))
        what = "This place" if stop else "Every place of this report"
        messages.success(
            request, f"{what} is assigned to {assignee}." if assignee else f"{what} is assigned to nobody."
        )
    back = sent.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(back if is_ours else reverse("desk-walk"))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
