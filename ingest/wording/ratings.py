"""Ratings that plans print as columns of which one is ticked, or as boxes of which one is ticked in a cell.

Columns are such ones where at least two are headed by words ("Red", "Amber", "Green"; "On track", "Overdue") or three
by letters ("B", "R", "A", "G"), with or without "RAG" in front.
"""

import re
from collections.abc import Mapping, Sequence

_WORDED = (
    r"red|amber|green|blue|yellow|gr[ea]y|purple|complete(?:d)?|on[ -]track|off[ -]track|at[ -]risk|overdue|delayed"
    r"|not (?:yet )?started|in[ -]progress|closed|ongoing"
)
HEADING = re.compile(
    rf"(?:(?:b?rag|current|status|rating|progress)\W+)*(?:(?P<word>{_WORDED})|(?P<letter>[bragy]))\W*", re.I
)
FEWEST_WORDED, FEWEST_LETTERS = 2, 3
TICKED = "✓✔☑☒✗✘×●■◉⬤√■•⚫🗸🗹"
OPEN = "☐□○◯▢❏❑"
TICK = re.compile(rf"\W*[{TICKED}]\W*|x|y(?:es)?|1", re.I)
BOX = re.compile(rf"(?P<box>[{TICKED}{OPEN}])\s*(?P<words>[^{TICKED}{OPEN}]*)")


def rating_columns(texts: Sequence[str]) -> Mapping[int, str]:
    """The ratings that headings of columns name, by their places; none where too few do."""
    found = {at: match for at, text in enumerate(texts) if (match := HEADING.fullmatch(text))}
    words = {at: match["word"] for at, match in found.items() if match["word"]}
    letters = {at: match["letter"] for at, match in found.items() if match["letter"]}
    for named, fewest in ((words, FEWEST_WORDED), (letters, FEWEST_LETTERS)):
        if len({name.casefold() for name in named.values()}) == len(named) >= fewest:
            return named
    return {}


def is_tick(text: str) -> bool:
    """Tell whether the words of a cell only tick it."""
    return bool(TICK.fullmatch(text.strip()))


def ticked_of(text: str) -> str:
    """The words behind the one ticked box of several: "☐ Red ☒ Amber ☐ Green"; "" for anything else."""
    boxes = [*BOX.finditer(text)]
    ticked = [match["words"].strip(" ,;/|") for match in boxes if match["box"] in TICKED]
    opened = any(match["box"] in OPEN for match in boxes)
    return ticked[0] if opened and len(ticked) == 1 and boxes[0].start() == 0 else ""
