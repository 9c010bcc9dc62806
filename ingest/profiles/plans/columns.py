"""The columns of tables of actions, by the words with which plans head them (``wording.plan_columns``).

Each field is taken once; a further column of the same words, and those without a field, are kept with their heading
among the notes of an action. A heading that no word knows is kept there too, and doubted.
"""

import re
from itertools import takewhile

from ingest.blocks import Block, TableRow
from ingest.structure.column_tables import UNKNOWN, Column, name_columns
from ingest.wording.plan_columns import (
    FOR_WANT_OF_AN_ACTION,
    LONGEST_HEADING,
    PLAN_COLUMNS,
    forms_of,
    is_known_heading,
    is_period,
    squash,
    undated,
)
from ingest.wording.ratings import rating_columns

COLUMNS = tuple(Column(name, headings) for name, headings in PLAN_COLUMNS)
NAMED = (*COLUMNS, Column(*FOR_WANT_OF_AN_ACTION))
ACTION = re.compile(
    r"action|what|activit|task|step|intervention|deliverable|howwe|objective|milestone|aim|commitment|improve"
    r"|description|detail|point|wewill|wearegoing|response"
)
"""A word that stands in each heading of the column of actions."""

KEPT = "+"
"""In front of the heading of a known column without a field of its own."""

RATED = "="
"""In front of a rating that heads a column of its own, which is ticked where an action has it."""


FEWEST = 3
MOST_OF_REF = 4
"""Letters of a heading that is too short to be a word: an illegible "Ref"."""


def action_header(row: TableRow) -> tuple[str, ...] | None:
    """The names of a table's columns if the row heads a table of actions, else None.

    It must name the action with a lead, a date, a measure or a rating, in at least three known columns that are at
    least half of the printed ones, those of periods left out; where nothing else is printed, two are enough.
    """
    # Most rows are none; telling it by one word saves asking each pattern about each cell.
    if any(len(text) > LONGEST_HEADING for text in row.texts) or not ACTION.search(squash("".join(row.texts))):
        return None
    ratings = rating_columns(row.texts)
    named = _with_periods(name_columns(row, NAMED))
    names = [RATED + ratings[at] if at in ratings else name for at, name in enumerate(named)]
    known = {name for name in names if name[:1] not in (UNKNOWN, RATED)} | ({"rag"} if ratings else set())
    printed = sum(bool(text) and undated(text) == text for text in row.texts) - len(ratings)
    who_or_when = known & {"lead", "due"}
    if "action" not in known or not (who_or_when or known & {"rag", "success_measures", "measure", "progress"}):
        return None
    enough = len(known) >= FEWEST or (printed == len(known) and bool(who_or_when))
    if not enough or len(known) * 2 < printed:
        return None
    names = [KEPT + name[1:] if name.startswith(UNKNOWN) and _is_known(name[1:]) else name for name in names]
    if "ref" not in names and names[0].startswith(UNKNOWN) and len(squash(names[0])) <= MOST_OF_REF:
        names[0] = "ref"
    return tuple(names)


def _is_known(heading: str) -> bool:
    return is_known_heading(heading) or is_period(heading)


def _with_periods(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, with the field of a heading that names a period ("Update May 2025") where no other has that field.

    Where several do ("Q1 progress", "Q2 progress"), nothing tells which holds now; all are kept among the notes.
    """
    headings = {at: undated(name[1:]) for at, name in enumerate(names) if name[:1] == UNKNOWN}
    fields = {at: field for at, words in headings.items() if words != names[at][1:] and (field := _field_of(words))}
    alone = {at for at, field in fields.items() if field not in names and [*fields.values()].count(field) == 1}
    return tuple(fields[at] if at in alone else name for at, name in enumerate(names))


def _field_of(heading: str) -> str | None:
    forms = forms_of(heading)
    return next((column.name for column in NAMED if any(re.fullmatch(column.headings, form) for form in forms)), None)


def header_in(table: Block) -> tuple[str, ...] | None:
    """The first header of a table of actions among the rows of a table, else that down its side."""
    return next((named for row in table.rows if (named := action_header(row))), None) or _header_of_side(table)


def is_turned(table: Block) -> bool:
    """Tell whether a table has the fields of actions down the side: they head its rows, and nothing its columns."""
    return not any(map(action_header, table.rows)) and _header_of_side(table) is not None


def rows_above(table: Block) -> tuple[TableRow, ...]:
    """The first rows of a table that have one text each, as a title has."""
    return tuple(takewhile(lambda row: len({text for text in row.texts if text}) == 1, table.rows))


def _header_of_side(table: Block) -> tuple[str, ...] | None:
    """The names of the rows of a table whose first column heads actions, with at least two of them beside it."""
    rows = [row for row in table.rows[len(rows_above(table)) :] if any(row.texts)]
    if len(rows) < 2 or min(len(row.cells) for row in rows) <= 2 or not all(row.texts[0] for row in rows):
        return None
    third = [row.texts[2] for row in rows if row.texts[2]]
    if third and all(map(is_known_heading, third)):
        return None  # a card with two labels in a row
    return action_header(TableRow(tuple(row.cells[0] for row in rows)))


def label_of(words: str) -> str | None:
    """The field that a label in front of a colon names: "Lead", "By when"."""
    word = squash(words)
    return next((column.name for column in COLUMNS if word and re.fullmatch(column.headings, word)), None)
