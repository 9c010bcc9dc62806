"""Confirming a record at the desk, with one press: right as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from findings.admin.confirming import CONFIRM
from findings.confirmations.keys import CONFIRMABLE, RecordName, key_of
from findings.confirmations.service import CONFIRMED_BECAUSE, confirm
from findings.labels import Record, label_of
from findings.models import RecordConfirmation
from inspections.admin_site import desk_url
from inspections.models import Report


@dataclass(frozen=True, slots=True)
class DeskConfirmation:
    """Whether a record is confirmed (``held``), and else the address and the key that confirm it.

    The address is "" for those who may not.
    """

    held: RecordConfirmation | None = None
    address: str = ""
    key: str = ""


def confirmations_of(
    report: Report, records: Iterable[Record], *, is_allowed: bool
) -> dict[RecordName, DeskConfirmation]:
    """The confirmations of records of a report, by kind and anchor; one query."""
    shown = {(record.KIND, record.anchor): record for record in records}
    rows = RecordConfirmation.objects.holding().filter(report=report, anchor__in={anchor for _, anchor in shown})
    held = {(one.kind, one.anchor): one for one in rows.select_related("made_by")}
    return {
        name: DeskConfirmation(held.get(name), _address(report, record) if is_allowed else "", key_of(record))
        for name, record in shown.items()
    }


def _address(report: Report, record: Record) -> str:
    return reverse("desk-confirm", args=[report.pk, record.KIND, record.pk])


@require_POST
def confirm_record(request: HttpRequest, pk: int, kind: str, record: int) -> HttpResponse:
    """Confirm a record of a report as the desk showed it, and go on where the form says."""
    if not request.user.has_perm(CONFIRM):
        raise PermissionDenied
    if kind not in CONFIRMABLE:
        raise Http404
    model: Any = CONFIRMABLE[kind]
    row = get_object_or_404(model.objects.select_related("report"), pk=record, report=pk)
    result = confirm(model, {record: request.POST.get("key", "")}, CONFIRMED_BECAUSE[0], cast("User", request.user))
    here = desk_url(pk, record=row.anchor)
    if result.changed:
        sentence = f"{label_of(row)} has changed since you opened it, so that it was not confirmed. Look again."
        messages.warning(request, sentence)
        return HttpResponseRedirect(here)
    for one in result.confirmed:
        admin.site.get_model_admin(model).log_change(request, one, f"Confirmed. Reason: {CONFIRMED_BECAUSE[0]}")
        messages.success(request, f"{label_of(row)} is confirmed.")
    onward = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(onward, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(onward if is_ours else here)
