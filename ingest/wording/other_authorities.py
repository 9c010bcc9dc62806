"""How papers speak of another authority than their own: neighbours, those that they learn from or visit, partners.

An authority of which a text says so once is another one wherever else the text names it.
"""

import re
from collections.abc import Iterable

from ingest.wording.authorities import named_places
from ingest.wording.late import late

_ADVERBS = r"(?:have\s+|has\s+|had\s+|will\s+|also\s+|recently\s+|been\s+|are\s+|is\s+)*"
_OURS = r"(?:we|officers|members|staff|leaders|managers|colleagues|team|directors?|councillors|practitioners)"
BEFORE = late(
    r"(?i:\b(?:neighbour(?:ing|s)?|nearby|adjacent|unlike)\b(?:\s+(?:local\s+)?(?:authorit(?:y|ies)|councils?|boroughs?))?\W*"
    r"|\b(?:learn(?:ed|t|s|ing)?|lessons?|insights?|inspiration|borrow(?:ed|ing)?|inspired|good\s+practice|best\s+practice)"
    r"\s+(?:\w+\s+){0,3}(?:from|by)"
    r"|\b(?:good|best|effective|outstanding)\s+practice\s+(?:in|at)"
    rf"|\b{_OURS}\s+{_ADVERBS}(?:visit(?:ed)?|went\s+to|met(?:\s+with)?|spoke\s+(?:to|with))"
    r"|\b(?:learning|study|site|peer|exchange|fact.finding)\s+visits?\s+(?:to|from|by|with)"
    r"|\b(?:peer|sector.led|sli)\s+(?:\w+\s+){1,3}(?:by|from|with|is|was|partners?)\W*"
    r"|\b(?:improvement|buddy)\s+partner(?:ship|s)?\s*(?:\w+\s+){0,2}(?:with|from|is|was|,|:|\()\W*"
    r"|\bcompar\w+\s+(?:with|to)|\b(?:other|another)\s+(?:local\s+)?(?:authorit(?:y|ies)|councils?)"
    r"(?:\W+(?:such\s+as|like|including|e\.?g\.?))?|\bcolleagues\s+(?:from|in|at))"
    r"\W*(?:the\s+)?(?:(?:[A-Z][\w’'-]*|and|of|from|with|&),?\s+)*$"
)
BEHIND = late(
    r"(?:(?:\s+|’s\s+|'s\s+)(?:City|County|Metropolitan|Borough|District|Council|MBC|LBC))*"
    rf"(?:\s+{_ADVERBS}(?:help|support|advis|mentor|challeng|visit|coach)(?:ed|es|s|ing|e)?\s+(?:us|our)\b"
    r"|\W+(?:(?:who|which|as|is|was|has\s+been|,|and)\s+)*(?:our|an?|the|another)\s+(?:\w+\s+){0,2}"
    r"(?:neighbour|partner|peer|authority\s+that)\b)",
    re.I,
)
_SENTENCE = late(r"[.!?;]\s+(?=[A-Z“\"'‘(])|[\n\t]")
_LONGEST = 120
"""Characters in front of a name that may tell whose it is."""


def others_in(texts: Iterable[str]) -> frozenset[str]:
    """The LA codes of the authorities that texts speak of as others."""
    return frozenset(code for text in texts for code in _others(text))


def _others(text: str) -> Iterable[str]:
    for start, end, authorities in named_places(text):
        before = text[max(0, start - _LONGEST) : start]
        for match in _SENTENCE.finditer(before):
            before = text[max(0, start - _LONGEST) + match.end() : start]
        behind = _SENTENCE.split(text[end : end + _LONGEST], maxsplit=1)[0]
        if BEFORE.search(before) or BEHIND.match(behind):
            yield from (authority.la_code for authority in authorities)
