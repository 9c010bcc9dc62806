"""Base classes of the editors' admin, and helpers for panels of related rows, links and dates.

A panel is a read-only table under a form that shows rows related to the record. The form does not save it, so a record
with a hundred related rows costs one more query instead of a hundred inline forms.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator

from inspections.admin_site import AdminQueue
from inspections.models import partial_dates
from inspections.places import place_words

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin

WORDS_IN_LISTS = 24


@dataclass(frozen=True, slots=True)
class AdminPanel:
    """A table of rows related to a record. Cells are text, or components such as ``link``; ``empty`` is for no rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str


class EditorsModelAdmin(ModelAdmin):
    """The base of every ModelAdmin of the project. The first page of the editors' admin shows its ``queues``."""

    queues: ClassVar[tuple[AdminQueue, ...]] = ()
    change_form_template = "admin/editors/change_form.html"
    list_per_page = 50
    show_full_result_count = False

    def panels(self, request: HttpRequest, obj: Any) -> Iterable[AdminPanel]:
        """Return the panels under the form of a record."""
        return ()

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """Return the address of a row's public page, or None where it has none."""
        return obj.get_absolute_url() if obj is not None and self.is_on_site(obj) else None

    def is_on_site(self, obj: Any) -> bool:
        """Return whether the row has a public page."""
        return hasattr(obj, "get_absolute_url")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Render the form with the panels under it."""
        if obj := context.get("original"):
            context["panels"] = tuple(self.panels(request, obj))
        context.setdefault("show_save_and_add_another", False)
        return super().render_change_form(request, context, *args, **kwargs)


class SeenRowsMixin(ModelAdmin):
    """Lists whose actions change only what the person saw: each box carries a token of its row."""

    def token_of(self, row: Any) -> str:
        """Return a token that changes with what the list shows of the row."""
        raise NotImplementedError

    def action_checkbox(self, row: models.Model) -> Any:
        """Return the box of a row, with its token."""
        box = super().action_checkbox(row)
        carried = {"box": box, "key": row.pk, "token": self.token_of(row)}
        return render_to_string("components/editors/seen.html", carried)

    def as_seen(self, request: HttpRequest, rows: Iterable[Any]) -> list[Any]:
        """Return the rows that are as the list showed them, and tell of the others."""
        chosen = list(rows)
        same = [row for row in chosen if request.POST.get(f"seen-{row.pk}", self.token_of(row)) == self.token_of(row)]
        if len(same) < len(chosen):
            others = ", ".join(str(row) for row in chosen if row not in same)
            message = f"Changed since you opened the list, so that nothing was done with them: {others}. Look again."
            self.message_user(request, message, messages.WARNING)
        return same


class NoDeletionMixin:
    """Rows that nobody can delete: they are retired, withdrawn or hidden instead."""

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody may delete rows."""
        return False


class ReadOnlyAdmin(NoDeletionMixin, EditorsModelAdmin):
    """Rows that are derived from documents, corrections or reference data, and cannot be changed here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody may add rows."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody may change rows."""
        return False


def change_url(row: models.Model) -> str:
    """Return the address of a row's form in the editors' admin."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def link(url: str, text: str) -> str:
    """Return a link for a cell of a list or panel."""
    return render_to_string("components/editors/link.html", {"url": url, "text": text})


def row_link(row: models.Model | None, label: str = "") -> str:
    """Return a link to a row's form, or "-" without a row."""
    return link(change_url(row), label or str(row)) if row else "-"


def excerpt(text: str) -> str:
    """Return the first words of a text, for lists."""
    return Truncator(text).words(WORDS_IN_LISTS)


def place(row: Any) -> str:
    """Return the place of a row in its document: "page 3", "line 120", "sheet Actions, row 14", or "-"."""
    return place_words(row) or "-"


@admin.display(description="published", ordering="published")
def published(row: Any) -> str:
    """Return the date of publication as people write it."""
    return partial_dates.display(row.published) or "-"


@admin.display(description="dates", ordering="started")
def dates(row: Any) -> str:
    """Return first and last day as people write them."""
    days = (partial_dates.display(day) for day in (row.started, row.ended))
    return " to ".join(day for day in days if day) or "-"
