"""The description of the API is true: answers have the form that it tells, parameters are those of the filters."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from jsonschema import Draft202012Validator

from findings.views.datasets import DATASETS
from tests.findings.exports.downloads import store_examples
from tests.kept import kept

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

NAMES = [dataset.name for dataset in DATASETS]


class TestDescription:
    """The description and the answers, over one story."""

    @pytest.fixture(scope="class")
    @classmethod
    def described(cls, django_db_setup, django_db_blocker) -> Iterator[dict[str, Any]]:
        with kept(django_db_blocker, store_examples):
            yield Client().get(reverse("api-schema")).json()

    def operation(self, described: dict[str, Any], name: str, more: str = "") -> dict[str, Any]:
        found: dict[str, Any] = described["paths"][f"{reverse(f'api-{name}')}{more}"]["get"]
        return found

    def check(self, described: dict[str, Any], operation: dict[str, Any], status: str, answer: Any) -> None:
        """Hold that the body of an answer is as described for its status and type."""
        kind = answer.headers["Content-Type"]
        schema = operation["responses"][status]["content"][kind]["schema"]
        whole = schema | {"components": described["components"]}
        validator = Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)
        assert [error.message for error in validator.iter_errors(answer.json())] == []

    def test_it_is_openapi_with_one_operation_for_each_address(self, described):
        assert described["openapi"].startswith("3.1")
        records = [f"{reverse(f'api-{one.name}')}{{permanent_id}}/" for one in DATASETS if one.lookup]
        assert set(described["paths"]) == {*(reverse(f"api-{name}") for name in NAMES), *records}
        operations = [path["get"]["operationId"] for path in described["paths"].values()]
        assert len(set(operations)) == len(operations)

    @pytest.mark.parametrize("dataset", DATASETS, ids=NAMES)
    def test_parameters_are_those_of_the_filters(self, described, dataset):
        names = {parameter["name"] for parameter in self.operation(described, dataset.name)["parameters"]}
        own = {"limit", "cursor", "fields", *(own.name for own in dataset.parameters)}
        assert names == own | set(dataset.filters.base_filters)

    @pytest.mark.parametrize("dataset", DATASETS, ids=NAMES)
    def test_fields_are_told_in_the_words_of_the_columns(self, described, dataset):
        properties = described["components"]["schemas"][dataset.name]["properties"]
        told = {name: one["description"] for name, one in properties.items() if name != "id"}
        assert told == {column.name: column.description for column in dataset.columns}

    @pytest.mark.parametrize("name", NAMES)
    def test_rows_have_the_form_that_is_told(self, client, described, name):
        operation = self.operation(described, name)
        self.check(described, operation, "200", client.get(reverse(f"api-{name}")))
        self.check(described, operation, "400", client.get(f"{reverse(f'api-{name}')}?nonsense=1"))

    @pytest.mark.parametrize("name", [dataset.name for dataset in DATASETS if dataset.lookup])
    def test_records_have_the_form_that_is_told_and_the_example_is_one(self, client, described, name):
        operation = self.operation(described, name, "{permanent_id}/")
        example = next(one["example"] for one in operation["parameters"] if one["name"] == "permanent_id")
        answer = client.get(f"{reverse(f'api-{name}')}{example}/")
        self.check(described, operation, "200", answer)
        assert operation["responses"]["200"]["content"]["application/json"]["example"] == answer.json()
        self.check(described, operation, "404", client.get(f"{reverse(f'api-{name}')}nothing/"))

    @pytest.mark.parametrize("dataset", DATASETS, ids=NAMES)
    def test_every_value_that_is_told_is_taken(self, described, dataset):
        for parameter in self.operation(described, dataset.name)["parameters"]:
            values = parameter["schema"].get("items", {}).get("enum", [])
            if values and parameter["name"] != "fields":
                query = {parameter["name"]: values[-1]}
                assert Client().get(reverse(f"api-{dataset.name}"), query).status_code == 200, query


def test_an_empty_knowledge_base_is_described_without_examples(client):
    described = client.get(reverse("api-schema")).json()
    content = described["paths"][reverse("api-actions")]["get"]["responses"]["200"]["content"]["application/json"]
    assert "example" not in content
