"""A text sample as a PDF, so that each kind of report is tried in both forms."""

import re

from tests.press import Look, Press

LONGEST_HEADING = 110


def printed(text: str, look: Look | None = None, *, page_ends: tuple[str, ...] = (), right: bool = True) -> bytes:
    """Print a text: numbers and bullets hang, rows with tabs are a table, short lines without an end are headings.

    A new page begins in front of each heading of ``page_ends``. A single row is no table where ``right`` is True: its
    second cell stands at the right margin of the line, as Word sets it behind a tab.
    """
    press = Press(look)
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = chunk.split("\n")
        if lines[0] in page_ends:
            press.turn()
        if "\t" in chunk and not (right and len(lines) == 1 and chunk.count("\t") == 1):
            _print_table(press, lines)
            continue
        for line in lines:
            _print_line(press, line)
    return press.bytes()


def _print_table(press: Press, lines: list[str]) -> None:
    rows = [line.split("\t") for line in lines]
    columns = max(len(row) for row in rows)
    width = (press.look.right - press.look.left) / (columns + 1)
    edges = [press.look.left, *(press.look.right - width * n for n in range(columns - 1, -1, -1))]
    press.table([(*row, *[""] * (columns - len(row))) for row in rows], edges)


def _print_line(press: Press, line: str) -> None:
    if "\t" in line:
        left, behind = line.split("\t")
        press.y += 6
        press.room(70)
        y = press.y
        press.text(left, size=14, bold=True, space=8, right=press.look.right - 140)
        press.at(press.look.right - 130, y, behind, size=14, bold=True)
    elif match := re.match(r"(\d+(?:\.\d+)*)\.\s+(.*)", line):
        press.numbered(match[1], match[2])
    elif line.startswith("- "):
        press.item(line[2:])
    elif len(line) <= LONGEST_HEADING and not line.endswith("."):
        press.heading(line)
    else:
        press.text(line)
