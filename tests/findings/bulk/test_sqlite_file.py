"""The SQLite file: keys hold, several words are JSON, and it says what its columns mean."""

import sqlite3
from dataclasses import replace

import pytest

from findings.bulk.sqlite_file import BrokenKeys, sqlite_file
from findings.bulk.tables import TABLES, BulkTable, ForeignKey
from findings.exports.columns import Datatype, ExportColumn, of

SOME = TABLES[0].dataset
PLACES = BulkTable(
    replace(
        SOME,
        name="places",
        columns=(
            ExportColumn("name", "What it is called", of("name"), required=True),
            ExportColumn("large", "Whether it is large", of("large"), Datatype.TRUTH),
            ExportColumn("kinds", "What kinds there are", of("kinds"), Datatype.WORDS),
        ),
    ),
    ("name",),
    (),
    (),
)
VISITS = BulkTable(
    replace(
        SOME,
        name="visits",
        columns=(
            ExportColumn("place", "Where", of("place")),
            ExportColumn("time_period", "When", of("time_period"), Datatype.NUMBER),
        ),
    ),
    (),
    (),
    (ForeignKey("place", "places", "name"),),
)


def database(path, places, visits=()) -> sqlite3.Connection:
    with sqlite_file(path) as file:
        file.table(PLACES)(places)
        file.table(VISITS)(list(visits))
        file.finish((PLACES, VISITS), {"version": "1"})
    return sqlite3.connect(path)


def test_values_are_stored_as_sqlite_has_them(tmp_path):
    found = database(tmp_path / "a", [["=1+1", True, ("a", "b")], ["c", False, ()], ["d", None, ()]])
    assert found.execute("SELECT * FROM places").fetchall() == [
        ("=1+1", 1, '["a", "b"]'),
        ("c", 0, None),
        ("d", None, None),
    ]


def test_the_file_says_what_it_holds(tmp_path):
    found = database(tmp_path / "a", [])
    assert found.execute("SELECT value FROM about_data WHERE name = 'version'").fetchone() == ("1",)
    assert ("places", "large", "Large", "yes or no; true or false in JSON", "Whether it is large") in found.execute(
        "SELECT * FROM about_columns"
    ).fetchall()


def test_what_people_filter_by_and_what_leads_elsewhere_has_an_index(tmp_path):
    found = database(tmp_path / "a", [["b", None, ()]], [["b", 2015], [None, None]])
    names = {name for (name,) in found.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql NOT NULL")}
    assert names == {"visits_place", "visits_time_period"}


def test_two_rows_of_one_key_are_refused(tmp_path):
    with pytest.raises(BrokenKeys, match=r"“places”.*UNIQUE"):
        database(tmp_path / "a", [["b", None, ()], ["b", None, ()]])


def test_a_row_without_what_it_must_have_is_refused(tmp_path):
    with pytest.raises(BrokenKeys, match="NOT NULL"):
        database(tmp_path / "a", [["", None, ()]])


def test_a_row_that_leads_to_nothing_is_refused(tmp_path):
    with pytest.raises(BrokenKeys, match="“visits” names a row of “places”"):
        database(tmp_path / "a", [["b", None, ()]], [["elsewhere", 2015]])
