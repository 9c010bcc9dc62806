"""The tables of the bulk files: every data set but search, with its primary key and the columns that lead to others.

A row has the key that the data set declares, or several columns where one record is in several rows. Notices have none:
two can say the same. A column leads to another table wherever it stands, because columns of one name mean one thing.
"""

from __future__ import annotations

from dataclasses import dataclass

from findings.exports.columns import ExportColumn
from findings.views.dataset import Dataset
from findings.views.datasets import DATASETS

NEEDS_A_QUERY = ("search",)
"""Data sets whose rows are found by words; they are rows of the others."""
KEYS = {
    "matrix": ("domain_today", "permanent_link"),
    "follow-through": ("recommendation_link", "later_link"),
}
"""The keys of several columns."""
LEADS_TO = {
    "old_la_code": ("authorities", "old_la_code"),
    "source_sha256": ("documents", "source_sha256"),
    "inspection_link": ("inspections", "permanent_link"),
    "recommendation_link": ("recommendations", "permanent_link"),
}
"""The data set and column that hold each value of a column, where it has one."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A column whose values stand in a column of another table."""

    column: str
    table: str
    to: str


@dataclass(frozen=True, slots=True)
class BulkTable:
    """A data set as a table. ``key`` is its primary key, () if it has none; ``unique`` are further unique columns."""

    dataset: Dataset
    key: tuple[str, ...]
    unique: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    @property
    def name(self) -> str:
        """Its name in files and databases, where a hyphen would have to be quoted."""
        return table_name(self.dataset.name)

    @property
    def columns(self) -> tuple[ExportColumn, ...]:
        """Its columns."""
        return self.dataset.columns


def table_name(dataset: str) -> str:
    """The name of the table of a data set."""
    return dataset.replace("-", "_")


def _table(dataset: Dataset) -> BulkTable:
    key = KEYS.get(dataset.name) or ((dataset.key,) if dataset.key else ())
    names = [column.name for column in dataset.columns]
    targets = [column for name, column in LEADS_TO.values() if name == dataset.name]
    leads = [(name, *LEADS_TO[name]) for name in names if name in LEADS_TO]
    return BulkTable(
        dataset,
        key,
        tuple(dict.fromkeys(name for name in targets if (name,) != key)),
        tuple(ForeignKey(name, table_name(to), column) for name, to, column in leads if to != dataset.name),
    )


TABLES: tuple[BulkTable, ...] = tuple(_table(dataset) for dataset in DATASETS if dataset.name not in NEEDS_A_QUERY)
