"""The notices about what a person may not see on a sheet, sees struck through, or sees beside its cells.

Hidden rows and columns and struck words are read, because they belong to their table and only a person knows whether
they hold. Hidden sheets, comments and text boxes are not read.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.notices import NoticeDraft
from ingest.readers.cell_formats import SheetFormats, letters_of
from ingest.readers.pictures import notices_of
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

SHOWN = 12
"""How many rows, columns or cells a notice names."""

LONGEST_NAME = 100
"""Characters of the name of a sheet in a place."""

Places = Collection[tuple[int, int]]
"""Rows and columns from 0."""


def hidden_sheets(names: Sequence[str]) -> tuple[NoticeDraft, ...]:
    """The notice about sheets that were left out."""
    if not names:
        return ()
    message = f"Sheets that are hidden were not read: {', '.join(names)}. Show them and read the file again if needed."
    return (NoticeDraft(NoticeLevel.WARNING, NoticeCode.TEXT_HIDDEN, message),)


def chart_sheets(names: Sequence[str]) -> tuple[NoticeDraft, ...]:
    """The notice about sheets that hold a chart and no cells."""
    if not names:
        return ()
    message = f"Sheets that hold a chart alone were not read: {', '.join(names)}. Look what they show."
    return (NoticeDraft(NoticeLevel.WARNING, NoticeCode.TEXT_IN_ANNOTATIONS, message),)


def doubts_of(sheet: str, filled: Places, looks: SheetFormats) -> Iterator[NoticeDraft]:
    """The notices about a sheet. ``filled`` are the cells that have anything in them."""
    place = f"sheet {sheet[:LONGEST_NAME]}"
    yield from (replace(notice, where=place) for notice in notices_of(looks.pictures))
    for code, message in _doubts(filled, looks):
        level = NoticeLevel.ERROR if code is NoticeCode.WORDS_LOST else NoticeLevel.WARNING
        yield NoticeDraft(level, code, f"In the sheet {sheet} {message}", where=place)


def unknown_looks() -> NoticeDraft:
    """The notice about a file whose format does not tell how its cells look."""
    message = (
        "The format of this file does not tell which rows and columns are hidden, which words are struck through and "
        "which cells have comments. If there are any, such words were read as all others, and comments were not read. "
        "Save it as .xlsx and read that to know."
    )
    return NoticeDraft(NoticeLevel.INFO, NoticeCode.LOOKS_UNKNOWN, message)


def _doubts(filled: Places, looks: SheetFormats) -> Iterator[tuple[NoticeCode, str]]:
    at_rows, at_columns = {row for row, _ in filled}, {column for _, column in filled}
    if rows := [str(row) for row in looks.hidden if row - 1 in at_rows]:
        yield NoticeCode.TEXT_HIDDEN, _hidden("rows", rows)
    if columns := [letters_of(column) for column in looks.hidden_columns if column in at_columns]:
        yield NoticeCode.TEXT_HIDDEN, _hidden("columns", columns)
    if cells := _cells(looks.unseen & {*filled}):
        says = f"the words of these cells cannot be seen, but were read: {some(cells)}. Look whether they belong to it."
        yield NoticeCode.TEXT_HIDDEN, says
    if cells := _cells(looks.struck & {*filled}):
        says = f"words of these cells are struck through, but were read: {some(cells)}. Look whether they still hold."
        yield NoticeCode.TEXT_STRUCK, says
    if cells := _cells(looks.uncounted):
        says = (
            f"these cells hold formulas without their values, which were not read: {some(cells)}. Open the file in a "
        )
        yield NoticeCode.WORDS_LOST, f"{says}program that counts them, save it and read it again."
    if cells := _cells(looks.comments):
        says = f"these cells have comments, which were not read: {some(cells)}. Look whether they change what is said."
        yield NoticeCode.COMMENTS_LEFT, says
    if looks.boxed:
        words = (
            "a word stands in a text box" if looks.boxed == 1 else f"{looks.boxed} words stand in text boxes or charts"
        )
        says = f"{words} over the cells and {'was' if looks.boxed == 1 else 'were'} not read. Look what is said there."
        yield NoticeCode.TEXT_IN_ANNOTATIONS, says
    if looks.files:
        says = f"these files lie over cells and were not read: {some(looks.files)}. Save each by itself and read it."
        yield NoticeCode.ATTACHMENTS, says


def _hidden(what: str, names: Sequence[str]) -> str:
    return f"these {what} are hidden, but were read: {some(names)}. Look whether they belong to it."


def _cells(places: Iterable[tuple[int, int]]) -> list[str]:
    """The names of cells, from the top down."""
    return [f"{letters_of(column)}{row + 1}" for row, column in sorted(places)]


def some(names: Sequence[str]) -> str:
    """Names in one line, the first of them where they are many."""
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
