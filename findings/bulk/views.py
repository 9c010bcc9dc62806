"""The page of the bulk files, and the files themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from findings.bulk.background import start_publishing_seldom
from findings.bulk.descriptor import MEDIA_TYPES
from findings.bulk.published import BulkFile, BulkSet, is_up_to_date, is_withdrawn, published_set
from findings.bulk.tables import TABLES, BulkTable
from inspections.caching.revision import current_revision
from inspections.documents.sent_files import sent_file
from inspections.views.faults import NOT_FOUND, UNAVAILABLE, render_fault

TITLE = "Not there at this moment"
NOT_MADE = (
    "The bulk files have not been made yet. Every list can be had as a file of its own; the page about the data tells "
    "how. Whoever runs this site makes them with “manage.py publish_bulk”."
)
WITHDRAWN = (
    "Something in the bulk files is no longer public, so they are not given out until they have been made again. Every "
    "list can be had as a file of its own; the page about the data tells how."
)
SECONDS = "3600"


@dataclass(frozen=True, slots=True)
class BulkRow:
    """A table on the page, with its files; None where a set of an earlier version has none."""

    table: BulkTable
    rows: int
    csv: BulkFile | None
    parquet: BulkFile | None

    @property
    def title(self) -> str:
        """What the table is called."""
        return self.table.dataset.title


def bulk_page(request: HttpRequest) -> HttpResponse:
    """What bulk files there are, as at when, and how they are opened; why there are none, if there are none."""
    found = published_set()
    site = request.build_absolute_uri("/").rstrip("/")
    if found is None or not is_up_to_date(found, found.site):
        start_publishing_seldom(found.site if found else "")
    why = _why_not(found)
    context: dict[str, Any] = {"why": why, "site": site}
    if found and not why:
        context |= {
            "found": found,
            "is_current": found.revision == current_revision(),
            "rows": [_row(table, found) for table in TABLES if table.name in found.rows],
            "whole": {file.form: file for file in found.files if not file.table},
        }
    return render(request, "findings/bulk.html", context)


def _why_not(found: BulkSet | None) -> str:
    """Why the files are not given out; "" if they are."""
    if found is None or not found.is_whole:
        return NOT_MADE
    return WITHDRAWN if is_withdrawn(found) else ""


def _row(table: BulkTable, found: BulkSet) -> BulkRow:
    files = {file.form: file for file in found.files if file.table == table.name}
    return BulkRow(table, found.rows[table.name], files.get("csv"), files.get("parquet"))


@csrf_exempt  # nothing is changed: who sends something is told that the address can only be read
@require_safe
def bulk_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A bulk file or a part of it. Raises Http404 for a name that there is not."""
    found = published_set()
    if found is None:
        return render_fault(request, NOT_FOUND, TITLE, NOT_MADE)
    if is_withdrawn(found):
        return render_fault(request, UNAVAILABLE, TITLE, WITHDRAWN, {"Retry-After": SECONDS})
    file = found.file(name)
    if file is None:
        raise Http404("There is no bulk file of this name.")
    path, etag, kind = found.path(file), f'"{file.sha256}"', MEDIA_TYPES[file.form]
    try:
        response = sent_file(request, path, etag=etag, name=name, kind=kind, modified=found.as_at)
    except FileNotFoundError as error:  # another set has been put in its place since
        raise Http404("There is no bulk file of this name.") from error
    response["Cache-Control"] = "public, no-cache"
    return response
