"""The lines of a text file: where they stand, what begins them, and their text without mark-up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.page.lists import SURE_BULLETS
from ingest.wording.joining import ends_like_a_sentence, join_text
from inspections.documents import plain_text

# Soft hyphens, joiners and byte order marks inside the text: nothing is printed for them.
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SURE = re.escape("".join(sorted(SURE_BULLETS)))
BULLET = re.compile(rf"^(?P<indent>\s*)(?:(?P<sure>[{_SURE}])\s*|(?P<dash>[–—−*-]|o)\s+)(?P<rest>\S.*)$")
NUMBER = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3}){1,3}\.?(?=\s)|\d{1,3}\.(?=\s|[A-Z]))\s*(?P<rest>\S.*)?$")
LETTER = re.compile(r"^\s*(?P<marker>\(?[a-z]\)|[a-z]\.(?=\s)|\(?[ivx]{1,4}\)|[ivx]{1,4}\.(?=\s))\s*(?P<rest>\S.*)$")
FOOTNOTE = re.compile(r"^\s*(?P<marker>[¹²³⁴-⁹⁰]+)\s*(?P<rest>\S.*)$")
RAISED = re.compile(r"(?<=[^\s\d])[¹²³⁴-⁹]+")
MARKUP = re.compile(r"\*\*|</?(?:u|b|i|p|em|strong|mark|sup|sub|br)\s*/?>|<(?=https?://)|(?<=\S)>(?=[\s.,;)]|$)")
ITALICS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")

# When a file counts as hard-wrapped.
FEWEST_LINES = 20
WRAPPED = range(50, 121)  # characters of a line that was wrapped
SHARE_WRAPPED = 0.3  # of the lines of prose
SHORTEST_CONTINUED = 45  # characters of a line that the next one may continue


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that is not blank.

    ``number`` counts lines and ``page`` pages from 1; ``page`` is None in a file without form feeds. ``after_blank`` is
    True when a blank line or the beginning of a page stands above.
    """

    text: str
    number: int
    page: int | None
    after_blank: bool


def source_lines(text: str) -> Iterator[SourceLine]:
    """The lines of a text that are not blank; a form feed begins a page."""
    paged = "\f" in text
    page, blank = 1, True
    for number, raw in enumerate(plain_text.lines_of(INVISIBLE.sub("", text)), 1):
        for piece, line in enumerate(raw.split("\f")):
            if piece:
                page, blank = page + 1, True
            if not line.strip():
                blank = True
                continue
            yield SourceLine(line, number, page if paged else None, blank)
            blank = False


def clean(text: str) -> str:
    """Remove mark-up and raised footnote figures, and make every white space a single space."""
    return re.sub(r"\s+", " ", ITALICS.sub(r"\1", RAISED.sub("", MARKUP.sub("", text)))).strip()


def unwrap(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    """Join wrapped lines if the file is hard-wrapped: if many full lines are followed at once by another one."""
    prose = [line for line in lines if "\t" not in line.text]
    followed = [line for line, below in pairwise(prose) if not below.after_blank]
    wrapped = [line for line in followed if len(line.text) in WRAPPED and not ends_like_a_sentence(line.text)]
    if len(prose) < FEWEST_LINES or len(wrapped) < len(prose) * SHARE_WRAPPED:
        return lines
    joined: list[SourceLine] = []
    for line in lines:
        if joined and _continues(joined[-1], line):
            joined[-1] = replace(joined[-1], text=join_text(joined[-1].text, line.text))
        else:
            joined.append(line)
    return joined


def _continues(above: SourceLine, line: SourceLine) -> bool:
    """Tell whether a line may be the rest of a wrapped line: no row of a table, nothing with a marker in front."""
    if line.after_blank or "\t" in line.text or "\t" in above.text or len(above.text) < SHORTEST_CONTINUED:
        return False
    return not (NUMBER.match(line.text) or BULLET.match(line.text) or FOOTNOTE.match(line.text))
