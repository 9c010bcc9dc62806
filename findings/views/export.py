"""Data sets as files: CSV, Excel, JSON, Atom, and CSV on the Web, with the filters and order of their pages.

A wrong parameter or an unknown column is refused (400), not ignored.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.paginator import InvalidPage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.views.generic import RedirectView, View

from findings.exports.atom import MEDIA_TYPE as ATOM
from findings.exports.atom import atom
from findings.exports.columns import ExportColumn, chosen, known_names, with_values_made_once
from findings.exports.csv import csv_lines
from findings.exports.csvw import MEDIA_TYPE, description_of
from findings.exports.json import json_record
from findings.exports.xlsx import MEDIA_TYPE as XLSX
from findings.exports.xlsx import About, write_workbook
from findings.views.dataset import Dataset, Exported, filters_in_words
from findings.views.datasets import DATASETS
from inspections.caching.pages import public_page
from inspections.lists.filterset import FacetedFilterSet

JSON_PAGE = 200
LAST = "last"  # the name that pages of lists have for it too


class DatasetExport(View):
    """The rows that the filters leave. ``columns`` in the address chooses columns; without it, all are included."""

    dataset: Exported = None  # type: ignore[assignment]  # set by as_view(), which takes only names that exist
    filterset: FacetedFilterSet
    columns: tuple[ExportColumn, ...]
    site: str

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The file, or why there is none."""
        query = request.GET.copy()
        names = [name for name in query.pop("columns", []) if name]
        known = known_names(self.dataset.columns)
        self.filterset = self.dataset.filterset(query)
        problems = [problem.message for problem in self.filterset.problems]
        problems += [f"There is no column called “{name}”." for name in names if name not in known]
        if problems:
            return refusal(problems)
        self.columns = with_values_made_once(chosen(self.dataset.columns, names))
        self.site = request.build_absolute_uri("/").rstrip("/")
        return self.answer()

    def answer(self) -> HttpResponseBase:
        """The file."""
        raise NotImplementedError

    def address(self, form: str, **changes: str) -> str:
        """The complete address of the same rows in another format ("json"), or of the list page ("")."""
        query = self.request.GET.copy()
        query.pop("page", None)
        for name, value in changes.items():
            query[name] = value
        name = f"{self.dataset.name}-{form}" if form else self.dataset.name
        return f"{self.site}{reverse(name)}{f'?{query.urlencode()}' if query else ''}"


class CsvExport(DatasetExport):
    """CSV."""

    def answer(self) -> StreamingHttpResponse:
        """The rows, streamed, with the address of their description."""
        headers = {
            "Content-Disposition": f'attachment; filename="{self.dataset.name}.csv"',
            "Link": f'<{self.address("csvw")}>; rel="describedby"; type="{MEDIA_TYPE}"',
        }
        lines = csv_lines(self.columns, self.dataset.rows(self.filterset), self.site)
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


class ExcelExport(DatasetExport):
    """A workbook for Excel. It is made whole in a temporary file, because its table of contents stands at its end."""

    def answer(self) -> FileResponse:
        """The workbook."""
        file = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
        about = About(self.dataset.title, self.address("csv"), self.dataset.note(self.filterset))
        write_workbook(file, self.columns, self.dataset.rows(self.filterset), self.site, about)
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename=f"{self.dataset.name}.xlsx", content_type=XLSX)


class JsonExport(DatasetExport):
    """JSON in pages."""

    def answer(self) -> HttpResponse:
        """A page of rows, with the address of the next one."""
        pages = self.dataset.pages(self.filterset, JSON_PAGE)
        note = self.dataset.note(self.filterset)
        number = self.request.GET.get("page") or "1"
        try:
            page = pages.page(pages.num_pages if number == LAST else number)
        except InvalidPage as error:
            raise Http404(f"There is no page “{number}”: the last one is {pages.num_pages}.") from error
        body: dict[str, Any] = {
            "title": self.dataset.title,
            "columns": self.address("csvw"),
            "about": f"{self.site}{reverse('data')}#{self.dataset.name}",
            **({"note": note} if note else {}),
            "total": pages.count,
            "page": page.number,
            "pages": pages.num_pages,
            "next": self.address("json", page=str(page.number + 1)) if page.has_next() else None,
            "records": [json_record(self.columns, row, self.site) for row in page.object_list],
        }
        return JsonResponse(body, json_dumps_params={"ensure_ascii": False})


class AtomExport(DatasetExport):
    """The rows that changed last, as a feed."""

    dataset: Dataset = None  # type: ignore[assignment]

    def answer(self) -> HttpResponse:
        """The feed."""
        text = atom(
            self.dataset.newest(self.filterset),
            self.dataset.feed.entry,
            site=self.site,
            title=f"{self.dataset.title}{filters_in_words(self.filterset)} – {settings.SITE_NAME}",
            description=self.dataset.description,
            page=self.address(""),
            address=self.address("atom"),
        )
        return HttpResponse(text, content_type=ATOM)


class DatasetDescription(DatasetExport):
    """The description of the CSV file (CSV on the Web)."""

    def answer(self) -> HttpResponse:
        """The metadata of the file with the same filters and columns."""
        described = description_of(
            self.columns,
            self.dataset.key,
            address=self.address("csv"),
            title=self.dataset.title,
            description=self.dataset.description,
            about=f"{self.site}{reverse('data')}#{self.dataset.name}",
        )
        return JsonResponse(described, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False, "indent": 2})


def refusal(problems: Iterable[str]) -> HttpResponse:
    """The reasons why there is no file."""
    sentences = "\r\n".join(problems)
    return HttpResponse(f"{sentences}\r\n", status=400, content_type="text/plain; charset=utf-8")


def file_addresses(exported: Exported, place: str) -> list[URLPattern]:
    """The addresses of files; ``place`` begins them, as their name begins those of the addresses."""
    views: dict[str, tuple[str, Any]] = {
        "csv": ("{}.csv", CsvExport.as_view(dataset=exported)),
        "excel": ("{}.xlsx", ExcelExport.as_view(dataset=exported)),
        "csvw": ("{}.csv-metadata.json", DatasetDescription.as_view(dataset=exported)),
        "json": ("{}.json", JsonExport.as_view(dataset=exported)),
    }
    name = f"{exported.name}-excel"
    former = RedirectView.as_view(pattern_name=name, permanent=True, query_string=True)
    return [
        *(
            path(at.format(place), public_page(view), name=f"{exported.name}-{form}")
            for form, (at, view) in views.items()
        ),
        path(f"{place}-excel.csv", former),  # the CSV for Excel that was there until it took numbers for days
    ]


def addresses_of(dataset: Dataset) -> list[URLPattern]:
    """The addresses of a data set."""
    name = dataset.name
    feed = path(f"{name}.atom", public_page(AtomExport.as_view(dataset=dataset)), name=f"{name}-atom")
    return [*file_addresses(dataset, name), feed]


EXPORTS = [address for dataset in DATASETS for address in addresses_of(dataset)]
