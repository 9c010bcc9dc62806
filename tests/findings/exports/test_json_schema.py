"""The schema of records: what JSON holds in each column."""

import pytest
from jsonschema import Draft202012Validator

from findings.exports.columns import Datatype, ExportColumn, fact, of
from findings.exports.json_schema import TYPES, column_schema, record_schema

TEXT = ExportColumn("la_name", "Name of the authority", of("name"))


def test_every_datatype_has_a_schema():
    assert set(TYPES) == set(Datatype)


def test_a_column_is_described_by_its_own_words():
    assert column_schema(TEXT) == {
        "type": ["string", "null"], "title": "LA name", "description": "Name of the authority",
    }  # fmt: skip


def test_what_is_never_empty_is_never_null():
    always = ExportColumn("number", "A number", of("number"), Datatype.NUMBER, required=True)
    assert column_schema(always)["type"] == "integer"


@pytest.mark.parametrize("value", [None, "", "Wexcombe"])
def test_records_have_their_columns_and_no_others(value):
    validator = Draft202012Validator(record_schema([TEXT]))
    assert validator.is_valid({"la_name": fact(value)})
    assert not validator.is_valid({"la_name": fact(value), "more": 1})
