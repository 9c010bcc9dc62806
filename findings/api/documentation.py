"""The page that tells how to use the API, made of its own description."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from findings.api.parameters import MOST, OWN, USUAL
from findings.api.schema import described_paths
from findings.api.views import site_of
from findings.views.datasets import DATASETS
from inspections.caching.revision import cached, current_revision

EXAMPLES = Path(__file__).parent / "examples"
FEW_VALUES = 60
"""As many values of a filter are told on the page; of more, the first and their number."""


@dataclass(frozen=True, slots=True)
class ParameterTold:
    """A parameter of an address: what it is, and the values that it takes; of many, the first of them.

    ``number`` is the number of all values, 0 where anything may be given.
    """

    name: str
    description: str
    values: tuple[str, ...]
    number: int

    @property
    def has_more(self) -> bool:
        """Whether there are more values than are told."""
        return self.number > len(self.values)


@dataclass(frozen=True, slots=True)
class DatasetTold:
    """A data set: its address, the pattern of those of its records ("" if they have none), and its parameters."""

    name: str
    title: str
    description: str
    address: str
    record: str
    parameters: tuple[ParameterTold, ...]


def documentation_page(request: HttpRequest) -> HttpResponse:
    """How to use the API."""
    context = {
        "datasets": datasets_told(cached("paths of the API", current_revision(), described_paths)["paths"]),
        "site": site_of(request),
        "usual": USUAL,
        "most": MOST,
        "rate": settings.API_REQUESTS_PER_MINUTE,
        "python": (EXAMPLES / "read.py").read_text(),
        "r": (EXAMPLES / "read.R").read_text(),
    }
    return render(request, "findings/api.html", context)


def datasets_told(paths: dict[str, Any]) -> tuple[DatasetTold, ...]:
    """The data sets in their order, out of the paths of the description."""
    return tuple(_told(dataset.name, paths) for dataset in DATASETS)


def _told(name: str, paths: dict[str, Any]) -> DatasetTold:
    address = reverse(f"api-{name}")
    operation, record = paths[address]["get"], f"{address}{{permanent_id}}/"
    parameters = (_parameter(one) for one in operation["parameters"] if one["name"] not in OWN)
    return DatasetTold(
        name,
        operation["summary"],
        operation["description"],
        address,
        record if record in paths else "",
        tuple(sorted(parameters, key=lambda one: one.name)),
    )


def _parameter(described: dict[str, Any]) -> ParameterTold:
    schema = described["schema"]
    values = tuple(filter(None, schema.get("items", schema).get("enum", ())))
    told = values if len(values) <= FEW_VALUES else values[:1]
    return ParameterTold(described["name"], described["description"], told, len(values))
