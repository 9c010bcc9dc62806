"""The answer where something went wrong: status 503 with what to do if disk or database failed, else 500."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error as unknown_fault

from inspections.storage_faults import sentence_about

UNAVAILABLE = 503
SECONDS = "60"


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for the exception that is being handled. The page takes nothing from the database."""
    error = sys.exc_info()[1]
    sentence = sentence_about(error) if error else ""
    if not sentence:
        return unknown_fault(request)
    page = render_to_string("503.html", {"sentence": sentence})
    return HttpResponse(page, status=UNAVAILABLE, headers={"Retry-After": SECONDS})
