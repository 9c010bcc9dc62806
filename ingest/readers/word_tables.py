"""The elements of tables in Word documents: rows, cells, and what they state of themselves."""

import re
from collections.abc import Iterator
from typing import Any

from ingest.readers.passages import is_of_cells
from ingest.readers.word_numbers import W, value_of

BLOCKS = re.compile(rf"{re.escape(W)}(?:sdt|sdtContent|customXml|smartTag|ins|moveTo)$")
"""Elements around paragraphs and tables."""


def rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table, also those inside content controls and changes."""
    return _parts(table, f"{W}tr")


def cells_of(row: Any) -> Iterator[Any]:
    """The cells of a row, also those inside content controls and changes."""
    return _parts(row, f"{W}tc")


def _parts(whole: Any, tag: str) -> Iterator[Any]:
    for element in whole:
        if element.tag == tag:
            yield element
        elif isinstance(element.tag, str) and BLOCKS.match(element.tag):
            yield from _parts(element, tag)


def sets_table(table: Any) -> bool:
    """Tell whether a table inside a cell is one of its own."""
    rows = [*rows_of(table)]
    return is_of_cells(len(rows), max((len([*cells_of(row)]) for row in rows), default=0))


def is_deleted(row: Any) -> bool:
    """Tell whether a tracked change deletes a row."""
    return row.find(f"{W}trPr/{W}del") is not None


def property_of(element: Any, group: str, name: str) -> str | None:
    """The value of a property in a group of an element, None where it has none."""
    properties = element.find(f"{W}{group}")
    return None if properties is None else value_of(properties, name)
