"""How much of each report people confirmed: in the list of reports, and who confirmed what on the form of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from findings.admin.correctable import day
from findings.confirmations.keys import CONFIRMABLE
from findings.confirmations.share import ConfirmedShare, people_of, with_confirmed
from inspections.admin.base import AdminPanel, link
from inspections.models import Report


class ConfirmedShareFilter(admin.SimpleListFilter):
    """How much of a report people confirmed."""

    title = "confirmed"
    parameter_name = "confirmed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """All records, some, or none."""
        return [("all", "All records"), ("some", "Some records"), ("none", "No record")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The reports with the chosen share; the list has it as ``share_confirmed``."""
        shares = {
            "all": Q(share_confirmed=1),
            "some": Q(share_confirmed__gt=0, share_confirmed__lt=1),
            "none": Q(share_confirmed=0),
        }
        return queryset.filter(shares.get(self.value() or "", Q()))


def share_words(report: Any) -> str:
    """The share of a report that ``with_share`` prepared: "12 of 60 (20 %), 26 November 2026"."""
    share = ConfirmedShare(report.number_of_records, report.number_confirmed, report.last_confirmed)
    when = f", {date_format(localtime(share.last), 'DATE_FORMAT')}" if share.last else ""
    return f"{share.confirmed} of {share.records} ({share.percent}\u00a0%){when}" if share.records else "-"


def panels_of(report: Report) -> Iterator[AdminPanel]:
    """Who confirmed how many records of a report, and how many of each kind are left, with links to their lists."""
    yield AdminPanel(
        "Confirmed records",
        ("By whom", "How many", "The last one"),
        tuple((one["made_by__username"], str(one["number"]), day(one["last"])) for one in people_of(report)),
        "Nobody has confirmed a record yet. Confirm them at the desk, or many at once in the lists below.",
    )
    yield AdminPanel("Records to confirm", ("Kind", "Not confirmed"), tuple(_left(report)), "None.")


def _left(report: Report) -> Iterator[tuple[str, str]]:
    for model in CONFIRMABLE.values():
        left = with_confirmed(model.objects.live().filter(report=report)).filter(is_confirmed=False).count()
        if left:
            address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
            name = str(model._meta.verbose_name_plural).capitalize()
            yield link(f"{address}?report__id__exact={report.pk}&confirmed=no&retired=no", name), str(left)
