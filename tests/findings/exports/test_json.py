"""JSON: the rows of the CSV with their types, in pages that follow each other."""

import json

import pytest
from django.urls import reverse

from findings.exports.columns import Datatype, cell
from findings.views.datasets import DATASETS
from findings.views.export import JSON_PAGE
from tests import builders
from tests.findings.exports.downloads import body, csv_rows, shown_in, store_examples, workbook

NAMES = [dataset.name for dataset in DATASETS]


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_json_and_excel_hold_the_rows_of_the_csv(client, name):
    store_examples()
    address = reverse(f"{name}-csv")
    found = json.loads(body(client, reverse(f"{name}-json")))
    rows = csv_rows(client, address)
    columns = next(dataset.columns for dataset in DATASETS if dataset.name == name)
    assert found["total"] == len(found["records"]) == len(rows) > 0
    assert found["next"] is None
    for record, row in zip(found["records"], rows, strict=True):
        assert list(record) == list(row)
        for column in columns:
            value = record[column.name]
            texts = tuple(value) if isinstance(value, list) else value
            assert cell(texts) == row[column.name]
            kinds = {Datatype.NUMBER: int, Datatype.DECIMAL: int | float, Datatype.TRUTH: bool, Datatype.WORDS: list}
            assert value is None or isinstance(value, kinds.get(column.datatype, str)), column.name
    sheet = workbook(client, f"{name}-excel").worksheets[0]
    assert [shown_in(sheet, number + 2) for number in range(len(rows))] == [
        [text.removeprefix("'") for text in row.values()] for row in rows
    ]


@pytest.mark.django_db
def test_pages_of_json_follow_each_other_and_keep_the_filters(client):
    report = builders.report(of=builders.inspection())
    for number in range(JSON_PAGE + 5):
        builders.recommendation(report, str(number), timescale="immediate")
    builders.recommendation(report, "last")
    address: str | None = f"{reverse('recommendations-json')}?timescale=immediate&columns=recommendation_ref"
    seen: list[str] = []
    while address:
        page = json.loads(body(client, address))
        assert (page["total"], page["pages"]) == (JSON_PAGE + 5, 2)
        seen += [record["recommendation_ref"] for record in page["records"]]
        address = page["next"]
    assert seen == [str(number) for number in range(JSON_PAGE + 5)]
    assert client.get(f"{reverse('recommendations-json')}?page=9").status_code == 404
