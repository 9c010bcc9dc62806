"""What every list and form of the admin shares: panels of related rows, links, dates as people write them.

A panel is a table beside the form: it shows what belongs to a record and is never part of what the form saves, so that a
record with a hundred related rows costs one query more and not one form a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator

from inspections.admin_site import AdminQueue
from inspections.models import partial_dates

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin

WORDS_IN_LISTS = 24


@dataclass(frozen=True, slots=True)
class AdminPanel:
    """A table of what belongs to a record. Cells are texts, or components such as ``link``."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str


class EditorsModelAdmin(ModelAdmin):
    """The base of every ModelAdmin of the project. ``queues`` stand on the first page of the editors' admin."""

    queues: ClassVar[tuple[AdminQueue, ...]] = ()
    change_form_template = "admin/editors/change_form.html"
    list_per_page = 50
    show_full_result_count = False

    def panels(self, request: HttpRequest, obj: Any) -> Iterable[AdminPanel]:
        """The tables under the form of a record."""
        return ()

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """The public page of a row, or None where it has none."""
        return obj.get_absolute_url() if obj is not None and self.is_on_site(obj) else None

    def is_on_site(self, obj: Any) -> bool:
        """Tell whether the row has a public page."""
        return hasattr(obj, "get_absolute_url")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The form with the panels under it."""
        if obj := context.get("original"):
            context["panels"] = tuple(self.panels(request, obj))
        context.setdefault("show_save_and_add_another", False)
        return super().render_change_form(request, context, *args, **kwargs)


class NeverDeleted:
    """Rows that nobody deletes: they are retired, withdrawn or hidden instead."""

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody deletes them."""
        return False


class ReadOnlyAdmin(NeverDeleted, EditorsModelAdmin):
    """Rows that follow from what was read and corrected: people look at them and do not change them here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They come from reading documents."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """They follow from what was read."""
        return False


def change_url(row: models.Model) -> str:
    """The address of a row's form in the admin."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def link(url: str, text: str) -> str:
    """A link as a cell of a list or panel shows it."""
    return render_to_string("components/editors/link.html", {"url": url, "text": text})


def row_link(row: models.Model | None, label: str = "") -> str:
    """A link to a row's form, or "-"."""
    return link(change_url(row), label or str(row)) if row else "-"


def excerpt(text: str) -> str:
    """The first words of a text, for lists."""
    return Truncator(text).words(WORDS_IN_LISTS)


def place(row: Any) -> str:
    """Where something stands in its document: "page 3", "line 120", or "-"."""
    parts = [f"page {row.page}"] if row.page else []
    parts += [f"line {row.line}"] if row.line else []
    return ", ".join(parts) or "-"


@admin.display(description="published", ordering="published")
def published(row: Any) -> str:
    """The date of publication as people write it."""
    return partial_dates.display(row.published) or "-"


@admin.display(description="dates", ordering="started")
def dates(row: Any) -> str:
    """First and last day as people write them."""
    days = (partial_dates.display(day) for day in (row.started, row.ended))
    return " to ".join(day for day in days if day) or "-"
