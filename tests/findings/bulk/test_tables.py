"""The tables: every data set, with keys that columns have and links that lead to a key."""

from findings.bulk.tables import TABLES
from findings.views.datasets import DATASETS

BY_NAME = {table.name: table for table in TABLES}


def test_every_data_set_but_search_is_a_table():
    assert {table.dataset.name for table in TABLES} == {dataset.name for dataset in DATASETS} - {"search"}
    assert "follow_through" in BY_NAME


def test_every_key_is_a_column_and_every_link_leads_to_something_unique():
    for table in TABLES:
        names = {column.name for column in table.columns}
        assert names >= {*table.key, *table.unique, *(key.column for key in table.foreign_keys)}
        for key in table.foreign_keys:
            target = BY_NAME[key.table]
            assert (key.to,) == target.key or key.to in target.unique


def test_a_column_leads_to_another_table_and_never_to_its_own():
    assert {(key.column, key.table) for key in BY_NAME["judgements"].foreign_keys} == {
        ("old_la_code", "authorities"),
        ("source_sha256", "documents"),
        ("inspection_link", "inspections"),
    }
    assert BY_NAME["authorities"].foreign_keys == ()
    assert BY_NAME["authorities"].unique == ("old_la_code",)
    assert BY_NAME["documents"].unique == ()
    assert BY_NAME["matrix"].key == ("domain_today", "permanent_link")
    assert BY_NAME["notices"].key == ()
