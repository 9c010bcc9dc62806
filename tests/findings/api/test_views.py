"""The answers of the API: the rows of every data set, without gaps, and single records."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.search.entries import index_report
from findings.views.datasets import DATASETS
from inspections.vocabulary import Visibility
from tests import builders
from tests.findings.exports.downloads import store_examples
from tests.kept import kept
from tests.pages.story import tell

pytestmark = pytest.mark.django_db

NAMES = [dataset.name for dataset in DATASETS]
WITH_RECORDS = [dataset.name for dataset in DATASETS if dataset.lookup]
MOST_QUERIES = 30


def portions(client, name: str, query: str) -> Iterator[list[dict[str, Any]]]:
    """The portions of rows, as ``next`` leads from one to the other."""
    address = f"{reverse(f'api-{name}')}?{query}"
    while address:
        answer = client.get(address)
        assert answer.status_code == 200, answer.content
        yield answer.json()["records"]
        address = answer.json()["next"]


def rows(client, name: str, query: str = "") -> list[dict[str, Any]]:
    return [row for portion in portions(client, name, query) for row in portion]


def sorted_rows(found: list[dict[str, Any]]) -> list[str]:
    return sorted(str(sorted((name, value) for name, value in row.items() if name != "id")) for row in found)


class TestEveryDataSet:
    """What holds for every data set, looked at over one story."""

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def examples(cls, django_db_setup, django_db_blocker) -> Iterator[None]:
        with kept(django_db_blocker, store_examples):
            yield

    @pytest.mark.parametrize("name", NAMES)
    def test_it_has_the_rows_of_its_file_in_portions_without_gaps(self, client, name):
        whole = client.get(reverse(f"{name}-json")).json()["records"]
        assert sorted_rows(rows(client, name, "limit=2")) == sorted_rows(whole)

    @pytest.mark.parametrize("name", WITH_RECORDS)
    def test_each_record_is_found_by_its_id(self, client, name):
        for row in rows(client, name)[:5]:
            answer = client.get(f"{reverse(f'api-{name}')}{row['id']}/")
            assert answer.status_code == 200
            assert answer.json() == row
            assert row["permanent_link"].endswith(f"/{row['id']}/")

    @pytest.mark.either_database
    @pytest.mark.parametrize("name", WITH_RECORDS)
    def test_an_id_that_nothing_has_is_not_found(self, client, name):
        for permanent_id in ("nothing", "wexcombe/nothing", "wexcombe/nothing/rec-1"):
            answer = client.get(f"{reverse(f'api-{name}')}{permanent_id}/")
            assert answer.status_code == 404
            assert answer.headers["Content-Type"] == "application/problem+json"

    @pytest.mark.either_database
    def test_filters_are_those_of_the_list(self, client):
        whole = client.get(f"{reverse('recommendations-json')}?timescale=immediate").json()["records"]
        assert whole
        assert sorted_rows(rows(client, "recommendations", "timescale=immediate&limit=2")) == sorted_rows(whole)

    @pytest.mark.either_database
    def test_only_the_fields_that_are_asked_for_are_answered(self, client):
        assert {tuple(row) for row in rows(client, "actions", "fields=text,lead")} == {("id", "text", "lead")}

    @pytest.mark.either_database
    def test_what_is_wrong_is_a_problem(self, client):
        answer = client.get(f"{reverse('api-actions')}?year=abc")
        assert answer.status_code == 400
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert "abc" in answer.json()["detail"]
        assert "ETag" not in answer.headers or not answer.headers["ETag"].startswith("W/")

    @pytest.mark.either_database
    def test_the_index_names_every_data_set(self, client):
        index = client.get(reverse("api-index")).json()
        assert [one["name"] for one in index["data_sets"]] == NAMES
        for one in index["data_sets"]:
            assert client.get(f"{one['records']}?limit=1").status_code == 200
            assert client.get(one["fields"]).status_code == 200

    @pytest.mark.either_database
    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
    @pytest.mark.parametrize("name", ["api-index", "api-schema", "api-actions"])
    def test_nothing_can_be_sent(self, client, method, name):
        answer = getattr(client, method)(reverse(name))
        assert answer.status_code == 405
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
        assert answer.json()["status"] == 405

    @pytest.mark.either_database
    def test_head_has_the_headers_alone_and_options_the_methods(self, client):
        address = reverse("api-actions")
        assert client.head(address).content == b""
        assert client.head(address).headers["ETag"] == client.get(address).headers["ETag"]
        assert client.options(address).headers["Allow"] == "GET, HEAD, OPTIONS"

    @pytest.mark.either_database
    def test_an_address_that_is_none_is_a_problem(self, client):
        for address in ("/api/v1/nonsense/", "/api/v1/matrix/one/", "/api/v1/actions/%00/"):
            answer = client.get(address)
            assert (answer.status_code, answer.json()["status"]) == (404, 404)

    @pytest.mark.either_database
    def test_an_address_that_asks_for_too_much_is_a_problem(self, client):
        answer = client.get(f"{reverse('api-actions')}?{'&'.join(f'year={n}' for n in range(1900, 2020))}")
        assert (answer.status_code, answer.json()["status"]) == (400, 400)

    @pytest.mark.either_database
    def test_pages_of_other_sites_may_read_and_nothing_else(self, client):
        origin = {"Origin": "https://other.example"}
        known = client.get(reverse("api-actions"), headers=origin)
        again = client.get(reverse("api-actions"), headers=origin | {"If-None-Match": known.headers["ETag"]})
        asked = origin | {"Access-Control-Request-Method": "DELETE"}
        before = client.options(reverse("api-actions"), headers=asked)
        assert again.status_code == 304
        for answer in (known, again, before):
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert again.headers["Vary"] == known.headers["Vary"]
        assert before.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
        assert "Access-Control-Allow-Origin" not in client.get(reverse("actions"), headers=origin).headers


@pytest.mark.either_database
def test_rows_that_are_added_in_between_neither_move_nor_repeat_others(client):
    story = tell(rows=2)
    reading = portions(client, "findings", "limit=1&fields=id")
    first = next(reading)
    added = builders.finding(story.report, "1", text="Stands before all others.")
    builders.finding(builders.report(published="2026-01-01"), "1", text="Of a newer report.")
    ids = [row["id"] for row in [*first, *(row for portion in reading for row in portion)]]
    assert len(ids) == len(set(ids)) == len(rows(client, "findings"))
    assert f"{story.report.authority_slug}/{story.report.slug}/{added.anchor}" in ids


@pytest.mark.either_database
def test_a_cursor_of_search_ends_when_the_knowledge_base_changes(client):
    story = tell(rows=2)
    address = client.get(f"{reverse('api-search')}?q=workers&limit=1").json()["next"]
    assert client.get(address).status_code == 200
    builders.finding(story.report, "99", text="Workers change.")
    index_report(story.report.pk)
    answer = client.get(address)
    assert answer.status_code == 400
    assert "Begin anew without the cursor" in answer.json()["detail"]


@pytest.mark.either_database
def test_a_tag_holds_until_something_changes(client):
    story = tell(rows=2)
    address = reverse("api-findings")
    tag = {"If-None-Match": client.get(address).headers["ETag"]}
    assert client.get(address, headers=tag).status_code == 304
    builders.show(story.report, Visibility.HIDDEN)
    answer = client.get(address, headers=tag)
    assert (answer.status_code, answer.json()["records"]) == (200, [])


@pytest.mark.either_database
def test_a_report_without_an_authority_has_ids_too(client):
    report = builders.report("cabinet-report", authority=None)
    builders.finding(report, "4", text="A paragraph about nobody.")
    (row,) = rows(client, "findings")
    assert client.get(f"{reverse('api-findings')}{row['id']}/").json() == row


def test_no_number_of_queries_grows_with_the_rows(client):
    def queries() -> dict[str, int]:
        found = {}
        for name in NAMES:
            cache.clear()
            with CaptureQueriesContext(
                connection,
            ) as context:
                client.get(reverse(f"api-{name}"))
            found[name] = len(context)
        return found

    tell(rows=2)
    few = queries()
    tell(rows=6)
    assert queries() == few
    assert max(few.values()) <= MOST_QUERIES
