"""Files are written portion by portion: in CSV formulas are defused, elsewhere texts are as they are."""

import pyarrow.parquet as pq

from findings.bulk.tables import BulkTable
from findings.bulk.writers import csv_file, parquet_file
from tests.findings.bulk.test_sqlite_file import PLACES


def parquet(path, table: BulkTable, portions) -> pq.ParquetFile:
    with parquet_file(path, table, {"title": "Places"}) as write:
        for portion in portions:
            write(portion)
    return pq.ParquetFile(path)


def test_each_portion_is_a_group_of_rows_and_columns_say_what_they_are(tmp_path):
    found = parquet(tmp_path / "a.parquet", PLACES, [[["=1+1", None, ("a", "b")]], [["b", True, ()]]])
    assert found.metadata.num_row_groups == 2
    assert found.read().to_pylist() == [
        {"name": "=1+1", "large": None, "kinds": ["a", "b"]},
        {"name": "b", "large": True, "kinds": None},
    ]
    assert found.schema_arrow.field("name").metadata[b"description"] == b"What it is called"
    assert not found.schema_arrow.field("name").nullable
    assert found.schema_arrow.metadata[b"title"] == b"Places"


def test_without_rows_columns_have_their_types(tmp_path):
    found = parquet(tmp_path / "a.parquet", PLACES, [])
    assert found.metadata.num_rows == 0
    assert [str(field.type) for field in found.schema_arrow] == ["string", "bool", "list<element: string>"]


def test_a_csv_file_is_that_of_a_page(tmp_path):
    with csv_file(tmp_path / "a.csv", PLACES) as write:
        write([["=1+1", True, ("a", "b")], ["c, “d”", None, ()]])
    content = (tmp_path / "a.csv").read_bytes()
    assert content == 'name,large,kinds\r\n\'=1+1,yes,a b\r\n"c, “d”",,\r\n'.encode()
