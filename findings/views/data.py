"""The page about data: the files, the meaning of their columns, their licence, and how to cite them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from findings.exports.atom import ENTRIES
from findings.views.analysis.analyses import ANALYSES
from findings.views.datasets import DATASETS
from findings.views.export import JSON_PAGE
from inspections.documents.licences import LICENCES, NOT_STATED


def data_set_page(request: HttpRequest, name: str) -> HttpResponse:
    """One data set: its files and what its columns mean."""
    dataset = next((dataset for dataset in DATASETS if dataset.name == name), None)
    if dataset is None:
        raise Http404
    return render(request, "findings/data_set.html", {"dataset": dataset})


def data_page(request: HttpRequest) -> HttpResponse:
    """All data sets, and the numbers of all analyses."""
    context = {
        "datasets": DATASETS,
        "analyses": ANALYSES,
        "licences": [*LICENCES.items(), ("", NOT_STATED)],
        "json_page": JSON_PAGE,
        "feed_entries": ENTRIES,
        "site": request.build_absolute_uri("/").rstrip("/"),
    }
    return render(request, "findings/data.html", context)
