"""The answers of the API: the data sets, the rows of one, a single record, and the description of it all."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404, HttpRequest
from django.urls import reverse
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from findings.api.cursors import cursor_after
from findings.api.parameters import CURSOR, ID, fields_asked, nothing_asked, rows_asked
from findings.api.problems import RefusedRequest, tell_problem
from findings.api.schema import DatasetSchema, Described, described_api
from findings.api.throttles import AddressThrottle
from findings.exports.columns import ExportColumn
from findings.exports.json import json_record
from findings.views.dataset import Dataset, OutdatedKeys
from findings.views.datasets import DATASETS
from inspections.caching.revision import cached, current_revision

NO_CONTENT = 204


class OneFormat(BaseContentNegotiation):
    """Answers are JSON, whatever a client accepts."""

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        """The only one there is."""
        return renderers[0], renderers[0].media_type


class ApiView(APIView):
    """What all answers share: nobody logs in, nothing is sent, and what is wrong is a problem."""

    authentication_classes = ()
    permission_classes = ()
    parser_classes = ()
    renderer_classes = (JSONRenderer,)
    content_negotiation_class = OneFormat
    throttle_classes = (AddressThrottle,)
    schema: Any = None

    def get_exception_handler(self) -> Any:
        """What makes problems of errors."""
        return tell_problem

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The methods that there are, in the header Allow."""
        return Response(status=NO_CONTENT)

    @property
    def site(self) -> str:
        """The address of the site, without a slash at the end."""
        return site_of(self.request)


class DatasetView(ApiView):
    """A view of one data set."""

    dataset: Dataset = None  # type: ignore[assignment]  # set by as_view(), which takes only names that exist
    described: ClassVar[Described]
    schema = DatasetSchema()

    def record(self, columns: tuple[ExportColumn, ...], row: Any) -> dict[str, object]:
        """A row with its permanent id, where rows have one."""
        own = {ID: self.dataset.id_of(row)} if self.dataset.lookup else {}
        return own | json_record(columns, row, self.site)


class DatasetRows(DatasetView):
    """The rows that the filters leave, in portions."""

    described = Described.ROWS

    def get(self, request: Request) -> Response:
        """A portion of rows, with the address of the next one."""
        query = request.query_params
        asked = rows_asked(self.dataset, query)
        try:
            rows, last = self.dataset.page_after(asked.found, asked.keys, asked.size)
        except OutdatedKeys as error:
            raise RefusedRequest([str(error)]) from error
        following = None
        if last:
            further = query.copy()
            further[CURSOR] = cursor_after(self.dataset.name, asked.filters, last)
            following = f"{self.site}{request.path}?{further.urlencode()}"
        records = [self.record(asked.columns, row) for row in rows]
        note = self.dataset.note(asked.found)
        return Response({"next": following, **({"note": note} if note else {}), "records": records})


class DatasetRecord(DatasetView):
    """A single record by its permanent id."""

    described = Described.RECORD

    def get(self, request: Request, permanent_id: str) -> Response:
        """The record. Raises Http404 for one that the public does not see."""
        columns = fields_asked(self.dataset, request.query_params)
        row = self.dataset.get(permanent_id)
        if row is None:
            raise Http404(
                f"There is no such record in “{self.dataset.name}”. Its id may be wrong, or it is not public."
            )
        return Response(self.record(columns, row))


class DatasetIndex(ApiView):
    """The data sets that there are."""

    def get(self, request: Request) -> Response:
        """Their names, what their rows are, and their addresses."""
        nothing_asked(request.query_params)
        return Response(
            {
                "documentation": f"{self.site}{reverse('api')}",
                "schema": f"{self.site}{reverse('api-schema')}",
                "data_sets": [
                    {
                        "name": dataset.name,
                        "title": dataset.title,
                        "description": dataset.description,
                        "records": f"{self.site}{reverse(f'api-{dataset.name}')}",
                        "fields": f"{self.site}{reverse('data-set', args=[dataset.name])}",
                    }
                    for dataset in DATASETS
                ],
            }
        )


class ApiDescription(ApiView):
    """The description of the API (OpenAPI 3.1)."""

    def get(self, request: Request) -> Response:
        """The description, made once for each revision of the knowledge base, of which its choices and examples are."""
        nothing_asked(request.query_params)
        return Response(description_for(request))


def site_of(request: HttpRequest | Request) -> str:
    """The address of the site, without a slash at the end."""
    return str(request.build_absolute_uri("/")).rstrip("/")


def description_for(request: HttpRequest | Request) -> dict[str, Any]:
    """The description with the addresses of the site that is asked."""
    site = site_of(request)
    return cached(f"description of the API at {site}", current_revision(), lambda: described_api(site))
