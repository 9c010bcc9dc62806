"""The description of a CSV file agrees with its header and its values."""

import csv
import io
import json
import re
from datetime import date, datetime

import pytest
from django.urls import reverse

from findings.views.datasets import DATASETS
from tests.findings.exports.downloads import SITE, body, csv_rows, store_examples

pytestmark = pytest.mark.either_database

ELSEWHERE = {"fetched_from"}
"""Columns with addresses of other sites."""
NAMES = [dataset.name for dataset in DATASETS]


def conforms(value: str, datatype: object, column: dict[str, object]) -> bool:
    """Whether a cell is of the type that the description declares."""
    base, form = (datatype["base"], datatype.get("format")) if isinstance(datatype, dict) else (datatype, None)
    match base:
        case "integer":
            return re.fullmatch(r"\d+", value) is not None
        case "decimal":
            return re.fullmatch(r"\d+(\.\d+)?", value) is not None
        case "boolean":
            return value in str(form).split("|")
        case "date":
            return date.fromisoformat(value).isoformat() == value
        case "dateTime":
            return datetime.fromisoformat(value).tzinfo is not None
        case "anyURI":
            place = "https://" if column["name"] in ELSEWHERE else f"{SITE}/"
            return all(one.startswith(place) for one in value.split(str(column.get("separator", "\0"))))
        case "string":
            return form is None or re.fullmatch(str(form), value) is not None
    return False


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_description_agrees_with_header_and_values(client, name):
    store_examples()
    described = json.loads(body(client, reverse(f"{name}-csvw")))
    columns = described["tableSchema"]["columns"]
    text = body(client, reverse(f"{name}-csv"))
    header = next(csv.reader(io.StringIO(text, newline="")))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows
    assert described["@context"][0] == "http://www.w3.org/ns/csvw"
    assert described["url"] == f"{SITE}{reverse(f'{name}-csv')}"
    assert described["dialect"]["header"] is True
    assert [column["name"] for column in columns] == header
    assert all(column["titles"][0] == column["name"] for column in columns)
    for row in rows:
        for column in columns:
            value = row[column["name"]]
            assert value or not column["required"], (column["name"], row)
            assert not value or conforms(value, column["datatype"], column), (column, value)
    if key := described["tableSchema"].get("primaryKey"):
        assert len({row[key] for row in rows}) == len(rows)
        assert next(column for column in columns if column["name"] == key)["required"]


@pytest.mark.django_db
def test_csv_names_its_description_with_the_same_filters_and_columns(client):
    store_examples()
    query = "?timescale=immediate&columns=text&columns=la_name"
    link = client.get(f"{reverse('recommendations-csv')}{query}").headers["Link"]
    address = f"{SITE}/recommendations.csv-metadata.json{query}"
    found = re.fullmatch(r'<([^>]+)>; rel="describedby"; type="application/csvm\+json"', link)
    assert found
    assert sorted(found[1].split("?")[1].split("&")) == sorted(address.split("?")[1].split("&"))
    response = client.get(found[1])
    assert response.headers["Content-Type"] == "application/csvm+json"
    described = response.json()
    assert [column["name"] for column in described["tableSchema"]["columns"]] == ["la_name", "text"]
    assert "primaryKey" not in described["tableSchema"], "the key is not among the columns"
    rows = csv_rows(client, described["url"])
    assert list(rows[0]) == ["la_name", "text"]
    assert len(rows) == 3
