"""Labels in a line of a plan, each with what it says of an action: "Lead: Ann. By when: May 2025".

A label is one or a few words in front of a colon, the first also of a dash, that head a column of plans. The first may
stand in front of all or behind a sentence or stroke; those behind it need nothing that parts them ("Lead: Ann By when:
May 2025").
"""

import re
from collections.abc import Iterator

from ingest.wording.plan_columns import PERIOD_IN, is_known_heading

SHORT_LABELS = {"by": "due", "who": "lead", "when": "due", "by when": "due", "target": "due"}
"""Words that are a field in front of a colon, and mostly another one or none over a column."""

DASHED = re.compile(r"(?P<label>[A-Z][A-Za-z/?’' ]{1,40}?)\s+[\u2013\u2014-]\s+(?P<value>\S.*)", re.S)
"""A line with a label in front of a dash."""

COLON = re.compile(r"\s*(?:(?<!\d):|:(?!\d))\s*")
APART = re.compile(r"[.;,|()\t\u2013\u2014\u2022]|\s-\s")
MOST_WORDS = 6
BEHIND_A_VALUE = " \t;,|\u2013\u2014\u2022-"


def labelled(text: str) -> tuple[tuple[str, str], ...]:
    """The labels of a line, each with its words; in front stands ("", words) where the line begins without a label.

    () for a line that has no label. A dash stands for the colon of the first label.
    """
    if (dashed := DASHED.fullmatch(text)) and is_label(dashed["label"]):
        text = f"{dashed['label']}: {dashed['value']}"
    found = tuple(_labels(text))
    if not found:
        return ()
    first = text[: found[0][0]].strip(BEHIND_A_VALUE + "(")
    ends = [start for start, _, _ in found[1:]] + [len(text)]
    values = [text[end:stop] for (_, end, _), stop in zip(found, ends, strict=True)]
    parts = [(label, _bare(value)) for (_, _, label), value in zip(found, values, strict=True)]
    return (("", first), *parts) if first else tuple(parts)


def _labels(text: str) -> Iterator[tuple[int, int, str]]:
    """Each label with where it begins and where its words begin."""
    behind = 0
    found = False
    for colon in COLON.finditer(text):
        start = _start(text, behind, colon.start(), anywhere=found)
        if start is not None:
            found = True
            yield start, colon.end(), text[start : colon.start()]
        behind = colon.end()


def _start(text: str, begin: int, end: int, *, anywhere: bool) -> int | None:
    """Where the label begins that ends at a colon: the longest that is one; None where none does.

    It stands behind a sign that parts it, or ``anywhere``.
    """
    parted = begin == 0
    for sign in APART.finditer(text, begin, end):
        begin, parted = sign.end(), True
    words = [begin + word.start() for word in re.finditer(r"\S+", text[begin:end])]
    possible = words[-MOST_WORDS:] if anywhere else words[:1] if parted and len(words) <= MOST_WORDS else []
    return next((at for at in possible if text[at].isupper() and is_label(text[at:end])), None)


def _bare(value: str) -> str:
    """The words of a label without the signs that part them from others; the stop behind several sentences stays."""
    value = value.strip(BEHIND_A_VALUE)
    for opening, closing in ("()", ")("):
        if value.count(opening) > value.count(closing):
            value = value.strip(f"{opening} ,;")
    return value if ". " in value else value.removesuffix(".")


def is_label(words: str) -> bool:
    """Tell whether words in front of a colon are a label; a period in front of them ends what stands before."""
    if PERIOD_IN.match(words):
        return False
    return words.casefold().strip(" ?") in SHORT_LABELS or is_known_heading(words)
