"""Rows of a table of actions that name a group of them: "1. Quality of plans", with all other cells empty.

Such a row has words in one column alone, which is that of a priority, a recommendation, a theme or an area. It is no
action and no part of one: its words stand for the rows below that have none in this column, up to the next such row.
A row below that has words of its own there shows that it is the rest of the row above.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.blocks import TableCell, TableRow
from ingest.profiles.plans.columns import KEPT
from ingest.structure.column_tables import UNKNOWN, TableRecord, join_records
from ingest.wording.joining import OPEN_END, ends_like_a_sentence
from ingest.wording.plan_columns import squash

GROUPING = re.compile(
    r"priorit\w*|themes?|workstreams?|areas?(?:of\w+)?|objectives?|aims?|goals?|categor(?:y|ies)|issues?|findings?|ofstedfindings?"
    r"|(?:what)?(?:ofsted|theinspection|hmi)(?:said|found|toldus)|(?:what)?inspectors(?:said|found)|whatwewant(?:toachieve)?|standards?|pillar"
)
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])[.):]\s*\S")
NOTE = re.compile(r"(?:notes?|key|n\.?b|please)\b", re.I)
SMALL = re.compile(r"[“\"'‘(\[]*[a-z]")


def is_grouping(name: str) -> bool:
    """Tell whether a column without a field, or that of priorities, groups actions: a theme, an area."""
    return name == "priority" or bool(name[:1] in (UNKNOWN, KEPT) and GROUPING.fullmatch(squash(name)))


def _groups(name: str) -> bool:
    return name == "recommendation" or is_grouping(name)


def group_of(record: TableRecord) -> str | None:
    """The column of the words of a row that names a group of actions; None for any other row."""
    named = [name for name, cell in record.cells if cell.text]
    return named[0] if len(named) == 1 and _groups(named[0]) else None


def names_group(row: TableRow, header: Sequence[str], following: TableRow | None) -> bool:
    """Tell whether a row names a group of actions by the row that follows it, which has no words in its column.

    Where none follows in its table, and where it is a sentence or a note, only words with a number do.
    """
    printed = [at for at, cell in enumerate(row.cells) if cell.text]
    if len(printed) != 1 or printed[0] >= len(header) or not _groups(header[printed[0]]):
        return False
    words = row.texts[printed[0]]
    if (following is None or ends_like_a_sentence(words) or NOTE.match(words)) and not is_numbered(words):
        return False
    return following is None or len(following.cells) <= printed[0] or not following.texts[printed[0]]


def is_numbered(words: str) -> bool:
    """Tell whether words begin with a number or letter of a list."""
    return bool(NUMBERED.match(words))


def is_rest(record: TableRecord, last: TableRecord) -> bool:
    """Tell whether the words of a row that could name a group are the rest of those in the row above."""
    name = group_of(record)
    words, above = (record.text(name), last.text(name)) if name else ("", "")
    if SMALL.match(words) and not is_numbered(words):
        return True
    return record.first and bool(above) and (bool(OPEN_END.search(above)) or not is_numbered(words))


def filled_by_groups(records: Sequence[TableRecord]) -> Iterator[TableRecord]:
    """The rows without those that name a group, whose words stand in the rows of the group.

    A row without a number goes on with the row right above that has one; a column further left begins anew.
    """
    groups: dict[str, TableCell] = {}
    section: str | None = None
    open_name: str | None = None
    for record in _without_rests(records):
        if record.section != section:
            groups, section, open_name = {}, record.section, None
        columns = [name for name, _ in record.cells]
        if name := group_of(record):
            cell = record.cells[columns.index(name)][1]
            goes_on = open_name == name and not is_numbered(cell.text)
            left = {other: groups[other] for other in columns[: columns.index(name)] if other in groups}
            groups = left | {name: _both(groups[name], cell) if goes_on else cell}
            open_name = name
        else:
            groups = {other: group for other, group in groups.items() if not record.text(other)}
            open_name = None
            yield _with_groups(record, groups)


def _without_rests(records: Iterable[TableRecord]) -> Iterator[TableRecord]:
    """The rows, those joined with the row above that name no group as the row below has words of its own."""
    waiting: list[TableRecord] = []
    given = tuple(records)
    for at, record in enumerate(given):
        following = given[at + 1] if at + 1 < len(given) else None
        name = group_of(record)
        own = name and following and group_of(following) is None and following.text(name)
        if waiting and own and waiting[-1].section == record.section:
            waiting[-1] = join_records(waiting[-1], record, "ref")
        else:
            waiting.append(record)
    yield from waiting


def _with_groups(record: TableRecord, groups: Mapping[str, TableCell]) -> TableRecord:
    return replace(record, cells=tuple((name, groups.get(name, cell)) for name, cell in record.cells))


def _both(first: TableCell, second: TableCell) -> TableCell:
    """The cell of a group whose words stand in two rows."""
    return replace(first, paragraphs=(f"{first.text} {second.text}",))
