"""Numbers for Prometheus: requests by view, status and time, of all processes of gunicorn together, and of uploads.

They are for whoever has the token (``METRICS_TOKEN``); for everybody else, and without a token, there is no such page.
django-prometheus counts, and ``gunicorn.conf.py`` names the folder in which the processes keep their counts.
"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django_prometheus.exports import ExportToDjangoView
from prometheus_client import CollectorRegistry, generate_latest

ASKED = CollectorRegistry()
"""Numbers that apps ask the database for when the page is asked for."""


def metrics_page(request: HttpRequest) -> HttpResponse:
    """The numbers, in the format of Prometheus. Raises Http404 without the token."""
    token = settings.METRICS_TOKEN
    if not token or not constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {token}"):
        raise Http404
    response: HttpResponse = ExportToDjangoView(request)
    response.content += generate_latest(ASKED)
    response.headers["Cache-Control"] = "no-store"
    return response
