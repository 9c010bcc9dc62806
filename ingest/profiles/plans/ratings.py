"""Ratings of actions that stand in colours: read where the cell of the rating has one that has a name, else told.

The page of a PDF does not tell the colours of its cells: there each cell of a rating without words is named. In a table
without a column of ratings, a column whose cells have several of these colours may rate the actions.
"""

from collections.abc import Iterable, Iterator, Sequence

from ingest.blocks import TableCell
from ingest.notices import NoticeDraft
from ingest.profiles.plans.columns import KEPT
from ingest.profiles.plans.rows import ActionRow
from ingest.structure.column_tables import UNKNOWN
from ingest.wording.colours import colour_name
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel


def rating_of(row: ActionRow) -> str:
    """The rating of an action: the words of its cell, else the name of its colour."""
    cell = _cell(row)
    return (cell.text or colour_name(cell.colour)) if cell else ""


def doubted_ratings(rows: Iterable[ActionRow]) -> Iterator[NoticeDraft]:
    """A notice each about ratings that were read from colours, that were not, and that may stand in other columns."""
    actions = [row for row in rows if row.text("action")]
    rated = [(row, cell) for row in actions if (cell := _cell(row))]
    named = [row for row, cell in rated if not cell.text and colour_name(cell.colour)]
    if named:
        what = f"The ratings of {len(named)} of {len(rated)} actions were read from the colours of their cells"
        yield _about(named[0], NoticeLevel.INFO, NoticeCode.RATING_FROM_COLOUR, what)
    empty = [
        row for row, cell in rated if not cell.text and row not in named and (cell.colour or row.record.place.boxes)
    ]
    if empty:
        what = f"The cell of the rating has no words for {len(empty)} of {len(rated)} actions"
        yield _about(
            empty[0],
            NoticeLevel.WARNING,
            NoticeCode.RATING_MISSING,
            what,
            "a rating that is given by colour is not read",
        )
    yield from _elsewhere([row for row in actions if _cell(row) is None])


def _elsewhere(rows: Sequence[ActionRow]) -> Iterator[NoticeDraft]:
    """A notice about the first column without ratings whose cells have several colours that rate actions."""
    for name in dict.fromkeys(name for row in rows for name, _ in row.record.cells):
        cells = [(row, cell) for row in rows for other, cell in row.record.cells if other == name]
        colours = dict.fromkeys(colour for _, cell in cells if (colour := colour_name(cell.colour)))
        if len(colours) > 1:
            heading = name[1:] if name[:1] in (KEPT, UNKNOWN) else name
            what = f"The cells of the column {heading} have different colours ({', '.join(colours).lower()})"
            row = next(row for row, cell in cells if colour_name(cell.colour))
            doubt = "they may rate the actions and were not read"
            yield _about(row, NoticeLevel.WARNING, NoticeCode.RATING_MISSING, what, doubt)
            return


def _cell(row: ActionRow) -> TableCell | None:
    return next((cell for name, cell in row.record.cells if name == "rag"), None)


def _about(row: ActionRow, level: NoticeLevel, code: NoticeCode, what: str, doubt: str = "") -> NoticeDraft:
    place = row.record.place
    first = f"{what}, the first of them “{row.text('action')[:60]}”"
    return NoticeDraft(level, code, f"{first}; {doubt}." if doubt else f"{first}.", place.page, place.line)
