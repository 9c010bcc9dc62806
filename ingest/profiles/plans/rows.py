"""The rows of tables of actions: one row of the grid is one action, whatever its reference looks like.

In this order: the form of the plan's references; rows by the headings of their table, halves of torn rows joined. A row
with a reference or with numbers of recommendations of its own begins an action, and so does any other with words of an
action, unless it is the rest of the row above: it stands at the top of a page or table, or goes on in small letters. A
row without words of an action belongs to the one above, unless it names a group (``group_rows``). Then cells that stand
for several rows (priority, theme, words of a recommendation) are filled in below, and a row whose cells list several
actions is parted (``pieces``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, TableCell, TableRow
from ingest.notices import NoticeDraft
from ingest.profiles.plans.columns import COLUMNS, KEPT, action_header
from ingest.profiles.plans.group_rows import filled_by_groups, group_of, is_grouping, is_rest
from ingest.profiles.plans.links import numbers_in
from ingest.profiles.plans.pieces import is_perhaps_several, listed, pieces_of, with_lists, with_words
from ingest.profiles.plans.refs import RefForm, accepted, form_of, parted
from ingest.profiles.plans.ticks import with_ticks_read
from ingest.structure.column_tables import UNKNOWN, GridReader, TableRecord
from ingest.wording.joining import OPEN_END
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

OF_ONE_ROW = ("ref", "action")
"""Columns that are never filled in: a row without them goes on with the one above."""

SMALL = re.compile(r"[“\"'‘(\[]*[a-z]")
MOST_HAVE = 0.8
"""The share of actions that begin with a reference from which the figures in front are taken for references."""


@dataclass(frozen=True, slots=True)
class ActionTable:
    """A table of actions, with its section, and the priority and recommendations that the headings over it name."""

    block: Block
    section: str | None = None
    priority: str | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A row as it was joined, with its reference and the table that it stands in.

    ``printed`` is the cell of the reference; ``numbers_only`` tells that rows name recommendations by numbers alone,
    ``is_further`` that it is a further action of a row, under the same reference.
    """

    record: TableRecord
    ref: str | None
    table: ActionTable
    printed: str = ""
    numbers_only: bool = False
    is_further: bool = False

    def text(self, name: str) -> str:
        """The words of a column."""
        return self.record.text(name)


@dataclass(frozen=True, slots=True)
class _Begins:
    """Tells whether a row begins an action, in a plan whose references have a form."""

    form: RefForm | None

    def __call__(self, record: TableRecord, last: TableRecord | None) -> bool:
        """Tell a new row from the rest of the last one."""
        action = record.text("action")
        if last is None or group_of(last) or (group_of(record) and not is_rest(record, last)):
            return True
        if _printed_again(record, last):
            return False
        ref = accepted(record.text("ref"), self.form)
        if ref and (action or accepted(last.text("ref"), self.form) != ref):
            return True
        if numbers_in(record.text("recommendation")) or record.section != last.section:
            return True
        return bool(action) and not self._goes_on(record, last, action)

    def _goes_on(self, record: TableRecord, last: TableRecord, action: str) -> bool:
        """Tell whether words of an action are the rest of those above."""
        keyed = record.has("ref") and self.form is not None
        whole = bool(record.text("lead") and record.text("due")) and not any(
            SMALL.match(record.text(name)) for name in ("lead", "due")
        )
        alone = not any(record.text(name) for name in ("lead", "due", "rag"))
        if SMALL.match(action):
            return not whole and (keyed or record.first)
        return alone and (bool(OPEN_END.search(last.text("action"))) or (keyed and record.first))


def _printed_again(record: TableRecord, last: TableRecord) -> bool:
    """Tell whether a row has the action of the one above, as a cell that stands for both is read twice.

    With another reference or recommendation it is another action in the same words.
    """
    action = record.text("action")
    same = all(not record.text(name) or record.text(name) == last.text(name) for name in ("ref", "recommendation"))
    return bool(action) and action == last.text("action") and same and record.table == last.table


def _is_whole(row: TableRow, header: tuple[str, ...]) -> bool:
    """Tell whether a short row is a row: its columns have no reference in front, or it prints one."""
    return not header or header[0] != "ref" or accepted(row.cells[0].text, None) is not None


def read_rows(tables: Sequence[ActionTable]) -> tuple[tuple[ActionRow, ...], list[NoticeDraft]]:
    """The actions of the tables as rows, and what is doubtful about them."""
    form = form_of(_ref_cells(tables))
    reader = GridReader(
        COLUMNS, _Begins(form), "table of actions", header=action_header, is_whole=_is_whole, kept="among the notes"
    )
    records, notices = reader.read([(table.block, table.section) for table in tables])
    doubts = list(notices)
    rows: list[ActionRow] = []
    doubted: list[TableRecord] = []
    named = tuple(with_lists(with_ticks_read(_named(record, form))) for record in records)
    numbers_only = any(numbers_in(record.text("recommendation")) for record in named)
    for record in _numbered(_filled(filled_by_groups(named)), form):
        pieces = pieces_of(record)
        if len(pieces) > 1:
            message = f"A row of the table of actions lists {len(pieces)} actions; each was read as one."
            place = record.place
            doubts.append(NoticeDraft(NoticeLevel.INFO, NoticeCode.ACTIONS_PARTED, message, place.page, place.line))
        doubted += [record] if len(pieces) == 1 and is_perhaps_several(record) else []
        for at, piece in enumerate(pieces):
            printed = piece.text("ref")
            is_further = at > 0 and printed == pieces[0].text("ref")
            table = tables[piece.table]
            rows.append(ActionRow(piece, accepted(printed, form), table, printed, numbers_only, is_further))
    return tuple(rows), [*doubts, *_perhaps_several(doubted)]


def _perhaps_several(records: Sequence[TableRecord]) -> Iterator[NoticeDraft]:
    """One notice about the rows that were read as one action and may be several."""
    if not records:
        return
    place = records[0].place
    number = "a row" if len(records) == 1 else f"{len(records)} rows"
    message = (
        f"In {number} of the table of actions the cell of the action has several paragraphs, items or parts that may "
        f"be an action each; each row was read as one, the first of them “{records[0].text('action')[:60]}”."
    )
    yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.ACTIONS_PERHAPS_JOINED, message, place.page, place.line)


def _ref_cells(tables: Iterable[ActionTable]) -> Iterator[str]:
    header: tuple[str, ...] | None = None
    for table in tables:
        for row in table.block.rows:
            named = action_header(row)
            header = named or header
            if header and not named and "ref" in header and header.index("ref") < len(row.cells):
                yield row.cells[header.index("ref")].text


def _named(record: TableRecord, form: RefForm | None) -> TableRecord:
    """The row with its columns without a heading put to the one on their left, over both of which the heading stands.

    In front of all, such a column holds references, or it is kept.
    """
    cells: list[tuple[str, TableCell]] = []
    for name, cell in record.cells:
        if name != UNKNOWN:
            cells.append((name, cell))
        elif not cells:
            cells.append(("ref" if accepted(cell.text, form) else KEPT, cell))
        elif cell.text:
            left, before = cells[-1]
            cells[-1] = (left, replace(before, paragraphs=(*before.paragraphs, *cell.paragraphs)))
    return replace(record, cells=tuple(cells))


def _fills(name: str, cell: TableCell) -> bool:
    """Tell whether a cell stands for the rows below it when they have none: a theme, not a figure."""
    if name == "recommendation":
        return not re.fullmatch(r"[\d\W]*", cell.text) and bool(cell.text)
    return is_grouping(name) and bool(cell.text)


def _filled(records: Iterable[TableRecord]) -> Iterator[TableRecord]:
    """The rows, cells that stand for several rows filled in below, up to the end of their section.

    Where the file tells that a cell is merged with the one above, it is filled in whatever its column; elsewhere only
    what stands for a group of actions is, as long as no column further left begins another group.
    """
    above: dict[str, TableCell] = {}
    section: str | None = None
    for record in records:
        if record.section != section:
            above, section = {}, record.section
        cells = []
        anew = False
        for name, cell in record.cells:
            is_below = cell.merged and not cell.across
            alone = name not in above or cell.across or (anew and not is_below)
            anew |= is_grouping(name) and bool(cell.text) and not alone and cell.text != above[name].text
            if cell.text or alone or not (is_below or _fills(name, above[name])):
                above[name] = cell
            cells.append((name, above[name] if name not in OF_ONE_ROW else cell))
        yield replace(record, cells=tuple(cells))


def _numbered(records: Iterable[TableRecord], form: RefForm | None) -> Iterator[TableRecord]:
    """The rows, with the reference in front of the words of their action as one, where most actions have it there."""
    given = tuple(records)
    bare = [record for record in given if not accepted(record.text("ref"), form)]
    leading = [record for record in bare if parted(record.text("action"))]
    if not leading or len(leading) < MOST_HAVE * len(bare):
        yield from given
        return
    for record in given:
        found = parted(record.text("action")) if record in leading and len(listed(record)) < 2 else None
        yield with_words(record, ref=found[0], action=found[1]) if found else record
