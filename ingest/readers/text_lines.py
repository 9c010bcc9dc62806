"""The lines of a text file: where they stand, what begins them, and their text without mark-up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from ingest.page.characters import as_seen
from ingest.page.lists import SURE_BULLETS, WHOLE_NUMBER
from ingest.wording.joining import ends_like_a_sentence, join_text
from inspections.documents import plain_text

_SURE = re.escape("".join(sorted(SURE_BULLETS)))
BULLET = re.compile(rf"^(?P<indent>\s*)(?:(?P<sure>[{_SURE}])\s*|(?P<dash>[–—−*-]|o)\s+)(?P<rest>\S.*)$")
NUMBER = re.compile(
    rf"^\s*(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}\.?(?=\s)|{WHOLE_NUMBER}\.(?=\s|[A-Z]))\s*(?P<rest>\S.*)?$"
)
LETTER = re.compile(
    r"^\s*(?P<marker>\(?(?:[a-z]|\d{1,2})\)|[a-z]\.(?=\s)|\(?[ivx]{1,4}\)|[ivx]{1,4}\.(?=\s))\s*(?P<rest>\S.*)$"
)
FOOTNOTE = re.compile(r"^\s*(?P<marker>[¹²³⁴-⁹⁰]+)\s*(?P<rest>\S.*)$")
RAISED = re.compile(r"(?<=[^\s\d])[¹²³⁴-⁹]+")
MARKUP = re.compile(r"\*\*|</?(?:u|b|i|p|em|strong|mark|sup|sub|br)\s*/?>|<(?=https?://)|(?<=\S)>(?=[\s.,;)]|$)")
ITALICS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")

MARKED = re.compile(
    rf"^(\s*(?:[{_SURE}–—−*-]|o|\(?\w{{1,4}}\)|\w{{1,4}}\.|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}\.?))\t+(?=[^\t]+$)"
)
"""A bullet, number or letter with a tab behind it, and no other tab on the line."""

TRAILING = 0.5
"""The share of lines with a tab at their end from which it parts no cells."""

# When a file counts as hard-wrapped.
FEWEST_LINES = 20
FEWEST_BROKEN = 2  # lines that break off within a sentence, where all are full
WRAPPED = range(50, 121)  # characters of a line that was wrapped
SHARE_WRAPPED = 0.3  # of the lines of prose
SHORTEST_CONTINUED = 45  # characters of a line that the next one may continue
SHARE_PARTED = 0.05  # of the lines of prose: fewer under a blank line are text copied from a page
FULL = 0.9  # of the lines of prose: the share that is shorter than full ones
NEARLY = 0.95  # of the length of a full line, because letters differ in width


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
    """The lines of a text that are not blank, in the characters that a person sees; a form feed begins a page.

    A tab behind a marker is a space, unless the line before is a row of a table; so are tabs at the ends of most lines.
    """
    paged = "\f" in text
    page, blank, row = 1, True, False
    lines = plain_text.lines_of(as_seen(text))
    if sum(line.endswith("\t") for line in lines) > TRAILING * len(lines):
        lines = [line.rstrip("\t ") for line in lines]
    for number, raw in enumerate(lines, 1):
        for piece, line in enumerate(raw.split("\f")):
            if piece:
                page, blank = page + 1, True
            if not line.strip():
                blank = True
                continue
            line = line if row and not blank else MARKED.sub(r"\1 ", line)  # noqa: PLW2901  (as it is read)
            row = "\t" in line.strip("\t ")
            yield SourceLine(line, number, page if paged else None, blank)
            blank = False


def without_bullets(lines: Sequence[str]) -> tuple[list[str], tuple[int, ...]]:
    """The lines of a cell without the bullets of its outermost list, and the places of those that had one.

    A dash is a bullet only where another line of the cell has one. Bullets of another sign, and those further in, are
    of inner lists and stay.
    """
    found = [BULLET.match(line) for line in lines]
    dashes = sum(bool(match and match["dash"]) for match in found)
    kept = [match if match and (match["sure"] or dashes > 1) else None for match in found]
    first = next((match for match in kept if match), None)
    items = {at: match for at, match in enumerate(kept) if match and first and _is_of_one_list(match, first)}
    return [items[at]["rest"] if at in items else line for at, line in enumerate(lines)], tuple(items)


def _is_of_one_list(bullet: re.Match[str], first: re.Match[str]) -> bool:
    same = (bullet["sure"], bullet["dash"]) == (first["sure"], first["dash"])
    return same and len(bullet["indent"].expandtabs()) <= len(first["indent"].expandtabs())


def clean(text: str) -> str:
    """Remove mark-up and raised footnote figures, and make every white space a single space."""
    return re.sub(r"\s+", " ", ITALICS.sub(r"\1", RAISED.sub("", MARKUP.sub("", text)))).strip()


def unwrap(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    """Join wrapped lines if the file is hard-wrapped: if many full lines are followed at once by another one.

    So is a file with few such lines, if none of them had room for the first word of the next.

    In text that was copied from a page, no blank line parts paragraphs: there a line goes on only if it is full, or if
    the next one begins in lower case.
    """
    prose = [line for line in lines if "\t" not in line.text]
    followed = [line for line, below in pairwise(prose) if not below.after_blank]
    wrapped = [line for line in followed if len(line.text) in WRAPPED and not ends_like_a_sentence(line.text)]
    many = len(prose) >= FEWEST_LINES and len(wrapped) >= len(prose) * SHARE_WRAPPED
    if not many and not are_full(
        [(line.text, below.text) for line, below in pairwise(prose) if _continues(line, below)]
    ):
        return lines
    copied = sum(line.after_blank for line in prose) < len(prose) * SHARE_PARTED
    width = sorted(len(line.text) for line in prose)[int(len(prose) * FULL)]
    joined: list[list[SourceLine]] = []
    for line in lines:
        above = joined[-1][-1] if joined else None
        goes_on = above and _continues(above, line) and len(above.text) >= SHORTEST_CONTINUED
        if copied:
            goes_on = above and _continues(above, line) and _goes_on_copied(above, line, width)
        if goes_on:
            joined[-1].append(line)
        else:
            joined.append([line])
    return [replace(parts[0], text=reduce(join_text, (part.text for part in parts))) for parts in joined]


def are_full(followed: Sequence[tuple[str, str]]) -> bool:
    """Tell whether nearly each of these lines had no room for the first word of the line that follows it at once.

    The room is that of the longest of them; some break off within a sentence. Such lines were wrapped.
    """
    longest = max((len(line) for pair in followed for line in pair), default=0)
    full = [line for line, below in followed if len(line) + 1 + len(below.split()[0]) > longest]
    broken = sum(not ends_like_a_sentence(line) for line in full)
    enough = broken >= max(FEWEST_BROKEN, len(followed) * SHARE_WRAPPED)
    return longest in WRAPPED and enough and len(full) >= len(followed) * NEARLY


def _goes_on_copied(above: SourceLine, line: SourceLine, width: int) -> bool:
    """Tell whether the first word of a line did not fit on the full line above, or goes on with its sentence."""
    ended = ends_like_a_sentence(above.text) or above.text.endswith(")")
    if not ended and line.text[:1].islower():
        return True
    needed = len(above.text) + len(line.text.split()[0]) + 1
    return needed > width if above.text.endswith(")") else needed >= width * NEARLY


def _continues(above: SourceLine, line: SourceLine) -> bool:
    """Tell whether a line may be the rest of a wrapped line: no row of a table, nothing with a marker in front."""
    if line.after_blank or "\t" in line.text or "\t" in above.text:
        return False
    return not (NUMBER.match(line.text) or BULLET.match(line.text) or FOOTNOTE.match(line.text))
