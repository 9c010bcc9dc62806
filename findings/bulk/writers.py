"""What writes portions of rows: a CSV file and a Parquet file for each table, and one SQLite file for all of them.

A portion is a list of rows, a row the list of its values as the columns give them. Only one portion is in memory, so
memory does not depend on the number of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from findings.bulk.tables import BulkTable
from findings.bulk.values import typed
from findings.exports.columns import Datatype
from findings.exports.csv import cells, csv_writer

Portion = list[list[Any]]
Write = Callable[[Portion], None]
ARROW: dict[Datatype, Any] = {
    Datatype.TEXT: pa.string(),
    Datatype.WORDS: pa.list_(pa.string()),
    Datatype.NUMBER: pa.int64(),
    Datatype.DECIMAL: pa.float64(),
    Datatype.TRUTH: pa.bool_(),
    Datatype.DAY: pa.date32(),
    Datatype.MOMENT: pa.timestamp("us", tz="UTC"),
    Datatype.PARTIAL_DATE: pa.string(),
    Datatype.ADDRESS: pa.string(),
}
"""The types of columns in Parquet files."""


@contextmanager
def csv_file(path: Path, table: BulkTable) -> Iterator[Write]:
    """A CSV file, as the page of the data set gives it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv_writer(file)
        writer.writerow([column.name for column in table.columns])
        yield lambda portion: writer.writerows(map(cells, portion))


@contextmanager
def parquet_file(path: Path, table: BulkTable, about: dict[str, str]) -> Iterator[Write]:
    """A Parquet file with a row group for each portion; ``about`` stands in its metadata."""
    schema = pa.schema(
        [
            pa.field(
                column.name,
                ARROW[column.datatype],
                nullable=not column.required,
                metadata={"description": column.description},
            )
            for column in table.columns
        ],
        metadata=about,
    )
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:

        def write(portion: Portion) -> None:
            columns = [
                pa.array([typed(column, row[place]) for row in portion], type=ARROW[column.datatype])
                for place, column in enumerate(table.columns)
            ]
            writer.write_table(pa.table(columns, schema=schema))

        yield write
