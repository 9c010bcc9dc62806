"""The files of a set: the rows of the pages, valid by the standard, opened with pandas and Datasette as described."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless
import pandas
import pytest
from asgiref.sync import async_to_sync
from datasette.app import Datasette
from django.test import Client
from django.urls import reverse

from findings.bulk import making
from findings.bulk.making import BrokenRules, make_files
from findings.bulk.published import BulkSet
from findings.bulk.tables import TABLES
from tests import builders
from tests.findings.exports.downloads import SITE, csv_rows, store_examples
from tests.kept import kept

pytestmark = pytest.mark.django_db

ARROW = {
    "string": "string[pyarrow]",
    "list": "list<element: string>[pyarrow]",
    "integer": "int64[pyarrow]",
    "number": "double[pyarrow]",
    "boolean": "bool[pyarrow]",
    "date": "date32[day][pyarrow]",
    "datetime": "timestamp[us, tz=UTC][pyarrow]",
}
SECRET = "Words of a draft that nobody shall see."


def tell() -> None:
    store_examples()
    draft = builders.report(slug="draft", title=SECRET)
    builders.finding(draft, "1", text=SECRET)
    builders.show(draft, "draft")


class TestASet:
    """What holds for the files of one story."""

    @pytest.fixture(scope="class")
    @classmethod
    def folder(cls, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Path]:
        folder = tmp_path_factory.mktemp("set")
        with kept(django_db_blocker, tell):
            cls.made = make_files(folder, SITE)
            yield folder

    made: BulkSet

    @staticmethod
    def described(folder: Path) -> dict[str, Any]:
        resources = json.loads((folder / "datapackage.json").read_bytes())["resources"]
        return {resource["name"]: resource for resource in resources}

    def test_a_csv_file_holds_the_rows_of_the_page_in_another_order(self, folder):
        for table in TABLES:
            text = (folder / f"{table.name}.csv").read_bytes().decode()
            in_file = list(csv.DictReader(io.StringIO(text, newline="")))
            on_page = csv_rows(Client(), reverse(f"{table.dataset.name}-csv"))
            assert sorted(in_file, key=repr) == sorted(on_page, key=repr), table.name
            assert list(in_file[0]) == list(on_page[0])
            assert self.made.rows[table.name] == len(on_page)

    def test_the_package_is_valid_by_the_standard_alone_and_packed(self, folder):
        for name in ("datapackage.json", "knowledge-base-csv.zip"):
            found = frictionless.validate(str(folder / name), type="package")
            assert found.valid, found.to_summary()
            assert len(found.tasks) == len(TABLES)

    def test_parquet_opens_in_pandas_with_the_types_and_values_of_the_csv(self, folder):
        for name, resource in self.described(folder).items():
            frame = pandas.read_parquet(folder / f"{name}.parquet", dtype_backend="pyarrow")
            fields = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
            assert {column: str(kind) for column, kind in frame.dtypes.items()} == {
                column: ARROW[kind] for column, kind in fields.items()
            }
            texts = pandas.read_csv(folder / f"{name}.csv", dtype=str)
            assert (frame.isna() == texts.isna()).all(axis=None), name
            for column, kind in fields.items():
                of_csv = texts[column].dropna()
                of_parquet = frame[column].dropna()
                match kind:
                    case "integer" | "number":
                        assert list(of_parquet) == [float(text) for text in of_csv]
                    case "boolean":
                        assert list(of_parquet) == [text == "yes" for text in of_csv]
                    case "list":
                        assert [" ".join(words) for words in of_parquet] == list(of_csv)
                    case "string":
                        assert list(of_parquet) == [text.removeprefix("'") for text in of_csv]
                    case _:
                        assert list(of_parquet) == list(pandas.to_datetime(of_csv).astype(frame[column].dtype))

    def test_the_database_opens_in_datasette_with_its_keys(self, folder):
        site = Datasette([], immutables=[str(folder / "knowledge-base.sqlite")])

        @async_to_sync
        async def asked(address: str) -> Any:
            response = await site.client.get(f"/knowledge-base{address}")
            assert response.status_code == 200, response.text
            return response.json() if ".json" in address else response.text

        tables = {table["name"]: table for table in asked(".json")["tables"]}
        assert tables.keys() == {table.name for table in TABLES} | {"about_data", "about_columns"}
        for table in TABLES:
            found = tables[table.name]
            assert (found["count"], found["primary_keys"]) == (self.made.rows[table.name], list(table.key))
            assert {(key["column"], key["other_table"]) for key in found["foreign_keys"]["outgoing"]} == {
                (key.column, key.table) for key in table.foreign_keys
            }
        (row,) = asked("/recommendations.json?text=%3D1%2B1&_shape=array")
        assert row["source_sha256"] in asked("/documents?_size=max")
        assert asked("/judgements.json?_facet=grade&_size=0")["facet_results"]["grade"]["results"]
        assert asked("/about_data.json?name=version&_shape=array")[0]["value"] == self.made.version

    def test_nothing_of_drafts_and_nobody_of_the_staff_is_in_any_file(self, folder):
        for file in self.made.files:
            content = (folder / file.name).read_bytes()
            assert SECRET.encode() not in content
            assert b"editor@example.org" not in content


def test_rows_come_in_portions(monkeypatch, tmp_path):
    inspection = builders.inspection()
    report = builders.report(of=inspection)
    for number in range(5):
        builders.finding(report, str(number + 1))
    monkeypatch.setattr(making, "PORTION", 2)
    made = make_files(tmp_path, SITE)
    assert made.rows["findings"] == 5
    frame = pandas.read_parquet(tmp_path / "findings.parquet", columns=["paragraph_ref"])
    assert list(frame["paragraph_ref"]) == ["1", "2", "3", "4", "5"]


@pytest.mark.either_database
def test_a_set_that_breaks_its_own_description_is_not_made(monkeypatch, tmp_path):
    monkeypatch.setattr(making, "_portions", lambda table, site: [[[None] * len(table.columns)]])
    with pytest.raises(BrokenRules, match="The data set “Judgements” cannot be written"):
        make_files(tmp_path, SITE)
