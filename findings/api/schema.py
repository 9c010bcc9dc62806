"""The description of the API (OpenAPI 3.1), made of the columns and filter sets by drf-spectacular.

Fields are described by the columns of exports, parameters by the filters of lists; values that can be chosen are those
that the knowledge base knows. Examples are the first record of each data set, as the API answers it.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from findings.api.parameters import CURSOR, FIELDS, ID, LIMIT, MOST, USUAL
from findings.exports.json import json_record
from findings.exports.json_schema import record_schema
from findings.views.dataset import Dataset
from findings.views.datasets import DATASETS
from inspections.lists.filters import YEAR, ChoicesField, YearsField
from inspections.views.faults import PROBLEM

JSON = "application/json"
REFUSED = {
    400: "A parameter is wrong; the sentence names it",
    429: "Too many requests; Retry-After says when to ask again",
}
NUL = "An address holds no NUL"
NOT_CHANGED = OpenApiResponse(description="Nothing has changed since the answer with this entity tag")


class Described(Enum):
    """What an operation answers."""

    ROWS = "list"
    RECORD = "record"


class KnownValues:
    """The values of filters by choices. What several filters ask the database is asked once."""

    def __init__(self) -> None:
        self._by_question: dict[str, tuple[str, ...]] = {}

    def of(self, field: ChoicesField) -> tuple[str, ...]:
        """The values that a filter knows, () if it has none that can be listed."""
        loaded = field.load()
        if not isinstance(loaded, QuerySet):
            return tuple(str(value) for value, _ in loaded)
        question = str(loaded.query)
        if question not in self._by_question:
            self._by_question[question] = tuple(str(value) for value, _ in loaded)
        return self._by_question[question]


class ApiSchemas(SchemaGenerator):
    """The generator, which hands known values to the operations."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.known = KnownValues()

    def create_view(self, callback: Any, method: str, request: Any = None) -> Any:
        """The view of an operation."""
        view = super().create_view(callback, method, request)  # type: ignore[no-untyped-call]
        view.known = self.known
        return view


class DatasetSchema(AutoSchema):
    """The operation of a view of a data set."""

    @property
    def dataset(self) -> Dataset:
        """The data set of the view."""
        found: Dataset = self.view.dataset
        return found

    @property
    def is_list(self) -> bool:
        """Whether the operation answers rows, not a single record."""
        return self.view.described is Described.ROWS

    def get_operation_id(self) -> str:
        """A name that code generators make a function of."""
        return f"{self.view.described.value}_{self.dataset.name}".replace("-", "_")

    def get_tags(self) -> list[str]:
        """The title of the data set."""
        return [self.dataset.title]

    def get_summary(self) -> str:
        """What the operation answers."""
        return self.dataset.title if self.is_list else f"{self.dataset.title}: one record by its permanent id"

    def get_description(self) -> str:
        """What the rows are."""
        return self.dataset.description

    def get_auth(self) -> list[dict[str, Any]]:
        """Nobody logs in."""
        return []

    def get_request_serializer(self) -> None:
        """Nothing is sent."""

    def get_override_parameters(self) -> list[Any]:
        """The parameters of the address."""
        if not self.is_list:
            return _of_record(self.dataset)
        return [*_own_parameters(self.dataset), *_filters(self.dataset, self.view.known)]

    def get_response_serializers(self) -> dict[Any, Any]:
        """The answers by status and type."""
        record = {"$ref": f"#/components/schemas/{self.dataset.name}"}
        problem = {"$ref": "#/components/schemas/problem"}
        told = REFUSED | {404: NUL if self.is_list else f"There is no such record, or it is not public. {NUL}"}
        body = _portion(record) if self.is_list else record
        return {
            (200, JSON): OpenApiResponse(body, description="The rows" if self.is_list else "The record"),
            304: NOT_CHANGED,
            **{(status, PROBLEM): OpenApiResponse(problem, description=text) for status, text in told.items()},
        }

    def _is_list_view(self, serializer: Any = None) -> bool:
        return False  # the portion is described whole above

    def _get_response_headers_for_code(self, status_code: str, direction: str = "response") -> dict[str, Any]:
        return {}  # drf-spectacular would look for headers in all parameters, which takes most of the time


def _portion(record: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["next", "records"],
        "properties": {
            "next": {
                "type": ["string", "null"],
                "format": "uri",
                "description": "Address of the next rows; null at the end",
            },
            "note": {"type": "string", "description": "A sentence that users of these rows should know"},
            "records": {"type": "array", "maxItems": MOST, "items": record},
        },
        "additionalProperties": False,
    }


def _parameter(name: str, schema: dict[str, Any], description: str, **more: Any) -> OpenApiParameter:
    return OpenApiParameter(name, type=schema, description=description, **more)


def _fields(dataset: Dataset) -> OpenApiParameter:
    names = (*([ID] if dataset.lookup else []), *(column.name for column in dataset.columns))
    schema = {"type": "array", "items": _text(names)}
    return _parameter(
        FIELDS, schema, "The fields to answer, with commas between them; all without it", explode=False, style="form"
    )


def _own_parameters(dataset: Dataset) -> list[OpenApiParameter]:
    size = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
    cursor = "From where on; take it from the address in “next”, with the same filters"
    return [
        _parameter(LIMIT, size, "How many rows at most"),
        _parameter(CURSOR, {"type": "string", "pattern": r"^[\w-]+:[\w-]+$"}, cursor),
        _fields(dataset),
        *(_parameter(own.name, _text(own.values), own.description) for own in dataset.parameters),
    ]


def _text(values: tuple[str, ...] = ()) -> dict[str, Any]:
    """One of the values, or "", which chooses nothing, as forms send it."""
    return {"type": "string", **({"enum": [*values, ""]} if values else {})}


def _filters(dataset: Dataset, known: KnownValues) -> list[OpenApiParameter]:
    found = dataset.filterset(QueryDict())
    described = []
    for name, own in found.filters.items():
        hint = f"{own.label}. {own.hint}".strip().rstrip(".")
        described.append(_parameter(name, _values(found.form.fields[name], known), hint))
    return described


def _values(field: Any, known: KnownValues) -> dict[str, Any]:
    """What a filter can be given: several of the values that are known, or a text."""
    if isinstance(field, YearsField):
        return {"type": "array", "items": {"type": "string", "pattern": f"^({YEAR.pattern})?$"}}
    if isinstance(field, ChoicesField):
        return {"type": "array", "items": _text(known.of(field))}
    limits = {"maxLength": getattr(field, "max_length", None), "pattern": getattr(field, "pattern", None)}
    return {"type": "string", **{name: limit for name, limit in limits.items() if limit}}


def _of_record(dataset: Dataset) -> list[OpenApiParameter]:
    what = "The permanent id: what stands in permanent_link after the first word, without the slash at the end"
    return [
        _parameter("permanent_id", {"type": "string"}, what, location=OpenApiParameter.PATH, required=True),
        _fields(dataset),
    ]


def described_api(site: str) -> dict[str, Any]:
    """The whole description, with examples from the site at an address."""
    schema = described_paths()
    schema["servers"] = [{"url": site}]
    components = schema.setdefault("components", {}).setdefault("schemas", {})
    components["problem"] = _problem_schema()
    for dataset in DATASETS:
        components[dataset.name] = record_schema(dataset.columns)
        if dataset.lookup:
            components[dataset.name]["properties"] |= {ID: {"type": "string", "description": "The permanent id"}}
        _give_examples(schema["paths"], dataset, site)
    return schema


def described_paths() -> dict[str, Any]:
    """The description without components and examples: addresses, parameters, and which answers there are."""
    schema: dict[str, Any] = ApiSchemas().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return schema


def _problem_schema() -> dict[str, Any]:
    texts = {name: {"type": "string"} for name in ("type", "title", "detail")}
    properties = texts | {"status": {"type": "integer"}}
    return {"type": "object", "required": [*properties], "properties": properties}


def _give_examples(paths: dict[str, Any], dataset: Dataset, site: str) -> None:
    rows, _ = dataset.page_after(dataset.filterset(QueryDict()), (), 1)
    for row in rows:
        permanent_id = dataset.id_of(row)
        record = ({ID: permanent_id} if permanent_id else {}) | json_record(dataset.columns, row, site)
        address = reverse(f"api-{dataset.name}")
        _content(paths[address])["example"] = {"next": None, "records": [record]}
        if permanent_id:
            one = paths[f"{address}{{permanent_id}}/"]
            _content(one)["example"] = record
            named = {parameter["name"]: parameter for parameter in one["get"]["parameters"]}
            named["permanent_id"]["example"] = permanent_id


def _content(path: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = path["get"]["responses"]["200"]["content"][JSON]
    return content
