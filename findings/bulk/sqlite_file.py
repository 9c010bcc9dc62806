"""All tables in one SQLite file, with primary keys, foreign keys and indexes.

Truth values are 0 or 1, days and times text in ISO 8601, and several words a list in JSON, which Datasette can filter
by. The tables ``about_data`` and ``about_columns`` say what the file holds, wherever it is taken.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

from findings.bulk.tables import BulkTable
from findings.bulk.values import typed
from findings.bulk.writers import Portion, Write
from findings.exports.columns import Datatype, ExportColumn

TYPES = {Datatype.NUMBER: "INTEGER", Datatype.TRUTH: "INTEGER", Datatype.DECIMAL: "REAL"}
"""The types of columns that are no text."""
INDEXED = ("time_period", "framework", "domain", "grade")
"""Columns by which people filter, beside keys."""
ABOUT = """
CREATE TABLE about_data (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE about_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, title TEXT NOT NULL, type TEXT NOT NULL,
    description TEXT NOT NULL, PRIMARY KEY (table_name, column_name)
);
"""


class BrokenKeys(ValueError):
    """Rows that break the keys of their table; the message names it."""


class SqliteFile:
    """The file while it is being written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def table(self, table: BulkTable) -> Write:
        """Create a table. What is returned adds rows to it, and raises BrokenKeys."""
        self._connection.execute(_definition(table))
        marks = ", ".join("?" for _ in table.columns)
        statement = f"INSERT INTO {_quoted(table.name)} VALUES ({marks})"  # noqa: S608  # names are ours

        def write(portion: Portion) -> None:
            rows = ([_stored(*pair) for pair in zip(table.columns, row, strict=True)] for row in portion)
            try:
                self._connection.executemany(statement, rows)
            except sqlite3.IntegrityError as error:
                raise BrokenKeys(f"a row of “{table.dataset.name}” breaks a rule of its table ({error})") from error

        return write

    def finish(self, tables: Iterable[BulkTable], about: dict[str, str]) -> None:
        """Write what the file is about, make indexes and check foreign keys. Raises BrokenKeys."""
        run = self._connection.execute
        self._connection.executescript(ABOUT)
        self._connection.executemany("INSERT INTO about_data VALUES (?, ?)", about.items())
        for table in tables:
            self._connection.executemany(
                "INSERT INTO about_columns VALUES (?, ?, ?, ?, ?)",
                [(table.name, one.name, one.title, one.datatype.title, one.description) for one in table.columns],
            )
            for column in _indexed(table):
                run(f"CREATE INDEX {_quoted(f'{table.name}_{column}')} ON {_quoted(table.name)} ({_quoted(column)})")
        if broken := run("PRAGMA foreign_key_check").fetchone():
            raise BrokenKeys(f"a row of “{broken[0]}” names a row of “{broken[2]}” that does not exist")
        self._connection.commit()


@contextmanager
def sqlite_file(path: Path) -> Iterator[SqliteFile]:
    """A new SQLite file. Nobody reads it before it is whole, so it is written without a journal."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;")
        yield SqliteFile(connection)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _names(columns: Iterable[str]) -> str:
    return f"({', '.join(map(_quoted, columns))})"


def _definition(table: BulkTable) -> str:
    parts = [_column(column) for column in table.columns]
    parts += [f"PRIMARY KEY {_names(table.key)}"] if table.key else []
    parts += [f"UNIQUE {_names([name])}" for name in table.unique]
    parts += [
        f"FOREIGN KEY {_names([key.column])} REFERENCES {_quoted(key.table)} {_names([key.to])}"
        for key in table.foreign_keys
    ]
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(parts)})"


def _column(column: ExportColumn) -> str:
    name = _quoted(column.name)
    needed = " NOT NULL" if column.required else ""
    truth = f" CHECK ({name} IN (0, 1))" if column.datatype is Datatype.TRUTH else ""
    return f"{name} {TYPES.get(column.datatype, 'TEXT')}{needed}{truth}"


def _indexed(table: BulkTable) -> list[str]:
    names = [column.name for column in table.columns]
    wanted = (*(key.column for key in table.foreign_keys), *(name for name in INDEXED if name in names))
    return [name for name in dict.fromkeys(wanted) if table.key[:1] != (name,) and name not in table.unique]


def _stored(column: ExportColumn, value: object) -> object:
    match typed(column, value):
        case datetime() | date() as when:
            return when.isoformat()
        case list(words):
            return json.dumps(words, ensure_ascii=False)
        case other:
            return other
