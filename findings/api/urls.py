"""The addresses of the API, and of the page that tells how to use it."""

from __future__ import annotations

from django.urls import URLPattern, path

from findings.api.documentation import documentation_page
from findings.api.views import ApiDescription, DatasetIndex, DatasetRecord, DatasetRows
from findings.views.dataset import Dataset
from findings.views.datasets import DATASETS
from inspections.caching.pages import public_page
from inspections.views.faults import API

PLACE = API.removeprefix("/")


def address_of_rows(dataset: Dataset) -> URLPattern:
    """The address of a data set."""
    view = public_page(DatasetRows.as_view(dataset=dataset))
    return path(f"{PLACE}{dataset.name}/", view, name=f"api-{dataset.name}")


def address_of_records(dataset: Dataset) -> URLPattern:
    """The addresses of the records of a data set, by their permanent ids."""
    view = public_page(DatasetRecord.as_view(dataset=dataset))
    return path(f"{PLACE}{dataset.name}/<path:permanent_id>/", view, name=f"api-{dataset.name}-record")


API_ADDRESSES = [
    path("api/", public_page(documentation_page), name="api"),
    path(PLACE, public_page(DatasetIndex.as_view()), name="api-index"),
    path(f"{PLACE}schema/", public_page(ApiDescription.as_view()), name="api-schema"),
    *map(address_of_rows, DATASETS),
    *(address_of_records(dataset) for dataset in DATASETS if dataset.lookup),
]
