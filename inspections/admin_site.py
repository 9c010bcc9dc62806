"""The editors' admin: the site where people correct what was read.

Its first page shows queues of rows that need a person. Each ModelAdmin declares its own queues, so that this module
does not import the apps above it. A queue takes one query.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

APPS_LAST = ("ingest", "auth", "axes")


def desk_url(report: int, **named: object) -> str:
    """Return the address of the editors' desk for a report, by its key.

    ``named`` are what is open there: the ``page`` (any leaf of the document), the ``record`` by its anchor and the
    ``notice`` by its key; empty ones are left out.
    """
    query = urlencode({name: value for name, value in named.items() if value}, safe="/~")
    notice, record = named.get("notice"), named.get("record")
    target = f"#notice-{notice}" if notice else f"#{record}" if record else ""
    return f"{reverse('desk', args=[report])}{'?' if query else ''}{query}{target}"


@dataclass(frozen=True, slots=True)
class AdminQueue:
    """Rows that need a person.

    ``by`` is the field by whose values rows are counted; ``parts`` lists (value, label, query string of the change
    list) in the order of display. An empty ``by`` counts all rows under the single part. ``rank`` orders the queues, 1
    first.
    """

    rank: int
    title: str
    about: str
    rows: Callable[[], models.QuerySet[Any]]
    by: str
    parts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class QueueCount:
    """One count of a queue, with the address of the list of its rows."""

    label: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class CountedQueue:
    """A queue with its counts, as the first page shows it."""

    title: str
    about: str
    counts: tuple[QueueCount, ...]


class EditorsAdminSite(admin.AdminSite):
    """The editors' admin."""

    site_title = "Editors’ admin"
    site_header = f"{settings.SITE_NAME}: editors’ admin"
    index_title = "What waits for a person"
    index_template = "admin/editors/index.html"
    # Forms need the whole width: they show the value that was read beside the effective value.
    enable_nav_sidebar = False

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Render the first page: every queue that the user may see, with its counts."""
        return super().index(request, {**(extra_context or {}), "queues": self.counted_queues(request)})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the apps, those of records first, accounts and log-ins last."""
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: APPS_LAST.index(app["app_label"]) if app["app_label"] in APPS_LAST else -1)

    def counted_queues(self, request: HttpRequest) -> list[CountedQueue]:
        """Return the queues of every model that the user may see, in order of rank; one query each."""
        queues = [
            (queue, model)
            for model, model_admin in self._registry.items()
            if model_admin.has_view_permission(request)
            for queue in getattr(model_admin, "queues", ())
        ]
        return [_count(queue, model) for queue, model in sorted(queues, key=lambda pair: pair[0].rank)]


def _count(queue: AdminQueue, model: type[models.Model]) -> CountedQueue:
    rows = queue.rows().order_by()
    if queue.by:
        numbers = dict(rows.values_list(queue.by).annotate(models.Count("pk")))
    else:
        numbers = {queue.parts[0][0]: rows.count()}
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    counts = (QueueCount(label, numbers.get(value, 0), f"{address}?{query}") for value, label, query in queue.parts)
    return CountedQueue(queue.title, queue.about, tuple(counts))
