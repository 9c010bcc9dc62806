"""How an Excel 97 workbook (.xls) shows its cells, by xlrd: formats, colours, what is hidden or struck, comments.

calamine reads the values. Text boxes over a sheet are counted from the records of the file, which xlrd passes over.
"""

import struct
from collections.abc import Iterator
from io import StringIO
from typing import Any

import xlrd
from xlrd.compdoc import CompDoc, CompDocError

from ingest.readers.cell_formats import SHOWS_NOTHING, SheetFormats
from ingest.readers.passages import colour_of

BOUND_SHEET, BEGIN, END, TEXT_OBJECT, CONTINUE = 0x0085, 0x0809, 0x000A, 0x01B6, 0x003C
"""Records of a workbook: where a sheet begins, the begin and end of a part, a text box, and the words behind it."""

NOTE = 0x001C
"""Record of a comment, whose words stand in a text box, too."""

WHITE = (255, 255, 255)
HEAD = struct.Struct("<HH")
LENGTH_AT = 10
"""Where the record of a text box tells how many letters it has."""

DAMAGE = (
    xlrd.XLRDError,
    CompDocError,
    struct.error,
    AssertionError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
)


def old_cells(data: bytes) -> dict[str, SheetFormats]:
    """What each sheet of a workbook says of its cells; {} where the workbook does not tell it."""
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=StringIO())
        boxed = _boxed_words(data)
        return {sheet.name: _sheet(book, sheet, boxed.get(at, 0)) for at, sheet in enumerate(book.sheets())}
    except DAMAGE:
        return {}


def _sheet(book: Any, sheet: Any, boxed: int) -> SheetFormats:
    looks = SheetFormats(boxed=boxed, comments={*sheet.cell_note_map})
    looks.hidden = [row + 1 for row, one in sorted(sheet.rowinfo_map.items()) if one.hidden]
    looks.hidden_columns = [column for column, one in sorted(sheet.colinfo_map.items()) if one.hidden]
    looks.links = {place: one.url_or_path for place, one in sheet.hyperlink_map.items() if one.url_or_path}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            _cell(book, sheet, (row, column), looks)
    return looks


def _cell(book: Any, sheet: Any, place: tuple[int, int], looks: SheetFormats) -> None:
    form = book.xf_list[sheet.cell_xf_index(*place)]
    font, code = book.font_list[form.font_index], book.format_map[form.format_key].format_str
    runs = (book.font_list[at] for _, at in sheet.rich_text_runlist_map.get(place, ()))
    background = book.colour_map.get(form.background.pattern_colour_index) if form.background.fill_pattern else None
    looks.codes[place] = code
    if background and (colour := colour_of("".join(f"{part:02X}" for part in background))):
        looks.colours[place] = colour
    if font.struck_out or any(run.struck_out for run in runs):
        looks.struck.add(place)
    white = book.colour_map.get(font.colour_index) == WHITE and not form.background.fill_pattern
    if white or code.strip() == SHOWS_NOTHING:
        looks.unseen.add(place)


def _boxed_words(data: bytes) -> dict[int, int]:
    """The number of words in text boxes, by the place of their sheet in the workbook; words of comments stand apart."""
    stream = CompDoc(data, logfile=StringIO()).get_named_stream("Workbook") or b""
    starts = [struct.unpack_from("<I", body)[0] for kind, body in _records(stream, 0) if kind == BOUND_SHEET]
    return {at: _words_of(stream, start) for at, start in enumerate(starts)}


def _words_of(stream: bytes, start: int) -> int:
    found, open_box, notes = [], False, 0
    for kind, body in _records(stream, start):
        if kind == TEXT_OBJECT:
            open_box = len(body) > LENGTH_AT + 1 and struct.unpack_from("<H", body, LENGTH_AT)[0] > 0
        elif kind == CONTINUE and open_box and body:
            found.append(body[1:].decode("utf-16-le" if body[0] & 1 else "latin-1", "replace"))
            open_box = False
        elif kind == NOTE:
            notes += 1
    return sum(len(text.split()) for text in found[: max(0, len(found) - notes)])


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of a part of a workbook, up to its end."""
    depth = 0
    while at + HEAD.size <= len(stream):
        kind, length = HEAD.unpack_from(stream, at)
        yield kind, stream[at + HEAD.size : at + HEAD.size + length]
        depth += (kind == BEGIN) - (kind == END)
        if kind == END and depth <= 0:
            return
        at += HEAD.size + length
