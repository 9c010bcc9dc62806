"""The addresses of the bulk files and of their page."""

from __future__ import annotations

from django.urls import path

from findings.bulk.published import published_version
from findings.bulk.views import bulk_file, bulk_page
from inspections.caching.pages import public_page

BULK_ADDRESSES = [
    path("data/bulk/", public_page(bulk_page, state=published_version), name="bulk"),
    path("data/bulk/<str:name>", bulk_file, name="bulk-file"),
]
