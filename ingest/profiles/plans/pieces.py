"""The actions of one row: one, or as many as the cell of the action lists.

A list inside one paragraph ("1. … 2. …", "(a) …; (b) …") is first cut into its items. Then a cell lists actions, in
this order: each of its paragraphs has its own reference; it is a list with bullets or markers; owner and date have as
many paragraphs as it, or the dates alone have. A cell of another column that has as many paragraphs or bullets goes one
by one; any other stands for all. Owners without bullets go one by one only beside as many references or dates, for two
of them may do one thing together. Parts between semicolons are paragraphs where as many dates stand beside them. Where
dates are more than one and fewer than the actions, or more, the row is one action, and it is told that it may be
several; so it is where nothing but semicolons parts the actions.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.blocks import TableCell
from ingest.profiles.plans.refs import parted
from ingest.profiles.plans.states import DAY
from ingest.structure.column_tables import TableRecord
from ingest.wording.inline_lists import enumerated, may_be_several, parted_by_semicolons, without_marker

BEGINS = re.compile(r"(?:\(?(?:[a-z]|[ivx]{1,4})[.)]\s+)?[\W_]*[A-Z0-9]")
FEWEST_WORDS = 2
"""Words of a paragraph that may be an action by itself."""


def with_words(record: TableRecord, **words: str) -> TableRecord:
    """The row with other words in some columns; a reference without a column of its own stands in front."""
    cells = tuple(
        (name, TableCell((words.pop(name),), cell.place) if name in words else cell) for name, cell in record.cells
    )
    added = tuple((name, TableCell((text,), record.place)) for name, text in words.items())
    return replace(record, cells=(*added, *cells))


def cell_of(record: TableRecord, name: str) -> TableCell:
    """The cell of a column, an empty one where the table has no such column."""
    return next((cell for column, cell in record.cells if column == name), TableCell())


def listed(record: TableRecord) -> tuple[str, ...]:
    """The actions that a cell lists with a reference each, if it lists more than one and nothing else."""
    pieces = cell_of(record, "action").paragraphs
    return pieces if len(pieces) > 1 and all(parted(piece) for piece in pieces) else ()


def with_lists(record: TableRecord) -> TableRecord:
    """The row, the lists inside single paragraphs of its cells cut into paragraphs."""
    action = cell_of(record, "action")
    cut = {name: _cut(name, cell) for name, cell in record.cells}
    if not any(cut.values()) and len(action.paragraphs) == 1:
        cut = _cut_at_semicolons(record)
    cells = tuple((name, cut.get(name) or cell) for name, cell in record.cells)
    return replace(record, cells=cells)


def _cut(name: str, cell: TableCell) -> TableCell | None:
    """A cell with the items of a list inside its one paragraph as paragraphs; None where it has no such list."""
    parts = enumerated(cell.text) if len(cell.paragraphs) == 1 and not cell.items else ()
    if not parts:
        return None
    first = 0 if parts[0] == cell.text[: len(parts[0])] and without_marker(parts[0]) != parts[0] else 1
    texts = parts if name == "action" else tuple(map(without_marker, parts))
    return replace(cell, paragraphs=texts, items=tuple(range(first, len(parts))))


def _cut_at_semicolons(record: TableRecord) -> dict[str, TableCell | None]:
    """The cells that semicolons part into as many actions as dates."""
    parts = {name: parted_by_semicolons(cell.text) for name, cell in record.cells if len(cell.paragraphs) == 1}
    number = len(parts.get("action", ()))
    dates = parts.get("due") or cell_of(record, "due").paragraphs
    if number < FEWEST_WORDS or len(dates) != number or not may_be_several(parts["action"]):
        return {}
    return {
        name: replace(cell, paragraphs=parts[name], items=tuple(range(number)))
        for name, cell in record.cells
        if len(parts.get(name, ())) == number
    }


def pieces_of(record: TableRecord) -> tuple[TableRecord, ...]:
    """The actions of a row."""
    parts = _parts(cell_of(record, "action"), cell_of(record, "lead"), cell_of(record, "due"), bool(listed(record)))
    if len(parts) < 2:
        return (record,)
    alone = bool(listed(record)) or len(_given_out(cell_of(record, "due"), len(parts))) > 1
    return tuple(_pieces(record, parts, alone))


def _pieces(record: TableRecord, parts: tuple[TableCell, ...], alone: bool) -> Iterator[TableRecord]:
    """The actions, each with its share of the other cells; ``alone`` tells that each has an owner of its own."""
    shares = {
        name: _given_out(cell, len(parts))
        for name, cell in record.cells
        if name != "action" and (name != "lead" or alone or cell.items)
    } | {"action": parts}
    for at in range(len(parts)):
        cells = tuple(
            (name, share[at] if len(share := shares.get(name, ())) > 1 else cell) for name, cell in record.cells
        )
        piece = replace(record, cells=cells)
        found = parted(piece.text("action")) if _has_own_references(record) else None
        yield with_words(piece, ref=found[0], action=found[1]) if found else piece


def _has_own_references(record: TableRecord) -> bool:
    """Tell whether the actions of a cell have references that go on with that of the row, if it has one.

    The reference of the row stays where they have not, and the numbers or letters in its cell are words.
    """
    ref = record.text("ref").strip(" .)")
    found = [part[0] for text in listed(record) if (part := parted(text))]
    return bool(found) and all(one.startswith(ref) for one in found)


def _parts(action: TableCell, lead: TableCell, due: TableCell, numbered: bool) -> tuple[TableCell, ...]:
    """The actions of a cell, none or one where it lists none for certain."""
    many = len(action.paragraphs)
    if numbered:
        return _one_by_one(action)
    if len(action.items) > 1 and action.items[0] == 0:
        parts = _by_items(action)
        return parts if len(due.paragraphs) < 2 or len(_given_out(due, len(parts))) > 1 else ()
    aligned = len(due.paragraphs) == many and (
        len(lead.paragraphs) == many or (len(lead.paragraphs) < 2 and all(map(DAY.fullmatch, due.paragraphs)))
    )
    return _one_by_one(action) if many > 1 and aligned else ()


def _given_out(cell: TableCell, number: int) -> tuple[TableCell, ...]:
    """The parts of a cell for as many actions; none where it stands for all of them."""
    if len(cell.items) == number and cell.items[0] == 0:
        return _by_items(cell)
    return _one_by_one(cell) if len(cell.paragraphs) == number else ()


def _one_by_one(cell: TableCell) -> tuple[TableCell, ...]:
    return tuple(TableCell((paragraph,), cell.place) for paragraph in cell.paragraphs)


def _by_items(cell: TableCell) -> tuple[TableCell, ...]:
    """The items of a list, each with the paragraphs up to the next one."""
    ends = (*cell.items[1:], len(cell.paragraphs))
    return tuple(TableCell(cell.paragraphs[start:end], cell.place) for start, end in zip(cell.items, ends, strict=True))


def is_perhaps_several(record: TableRecord) -> bool:
    """Tell whether the cell of the action holds several paragraphs, items or parts that may be an action each."""
    cell = cell_of(record, "action")
    if len(cell.paragraphs) == 1:
        return may_be_several(parted_by_semicolons(cell.text))
    return len(cell.items) > 1 or (
        len(cell.paragraphs) > 1
        and all(BEGINS.match(text) and len(text.split()) >= FEWEST_WORDS for text in cell.paragraphs)
    )
