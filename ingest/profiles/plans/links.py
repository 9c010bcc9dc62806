"""Which recommendations a cell or a heading of a plan names: by number, by number and words, or by words alone.

Words alone name a recommendation that the plan prints in the same words. Where the column is that of recommendations,
words that are none yet are one: the plan prints it there for the first time.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from ingest.drafts import RecommendationDraft
from ingest.wording.late import late
from ingest.wording.number_words import NUMBER_WORDS
from ingest.wording.references import expand
from inspections.plain_words import plain

NAMED = (
    r"(?:(?:ofsted|inspection|ilacs|jtai|send)(?:['’]s)?\s+)?(?:recommendations?|recs?|areas?\s+(?:for|of|requiring)\s+"
    r"(?:(?:significant\s+)?weakness|(?:priority\s+)?(?:improvement|development|action))|priority\s+actions?|afi)(?:\(s\))?"
)
AGAIN = r"(?:R|recs?\b\.?|recommendations?|afis?)\s*"
"""What may stand in front of each number of several."""

NUMBERS = rf"\d{{1,2}}(?:\s*(?:,|;|&|/|\+|\band\b|\bto\b|[-–—])\s*(?:and\s+)?(?:{AGAIN})?\d{{1,2}})*"
LINKS = late(rf"(?:{NAMED}\.?\s*(?:(?:nos?|numbers?)\b\.?\s*)?|R\s?)?(?P<numbers>{NUMBERS})\s*[.):]?", re.I)
NUMBERED = late(
    rf"(?:{NAMED}\s*(?:(?:no|number)\b\.?\s*)?|R\s?)(?P<named>\d{{1,2}})\s*[.:)–—-]*\s+(?P<words>\S.*)"
    r"|(?P<number>\d{1,2})\s*[.:)–—-]\s*(?P<bare>[^\W\d].*)",
    re.I | re.S,
)
IMPROVE = (
    r"what\s+(?:ofsted|inspectors?|hmi|the\s+inspection)\s+(?:said|found|told\s+us)(?:\s+(?:we\s+)?(?:must|needs?\s+to)"
    r"\s+improve)?\W*|what\s+(?:needs\s+to|must|we\s+(?:must|need\s+to))\s+improve\W*"
)
"""What stands in front of the number of a recommendation, and without a number is the heading of a list."""
WORDED = "|".join(NUMBER_WORDS)
TOGETHER = r"\d{1,2}(?:\s*(?:,|;|&|/|\+|\band\b|\bto\b)\s*(?:and\s+)?\d{1,2})+|\d{1,2}\s*[-–—]\s*\d{1,2}(?=\s*(?::|$))"
HEADED = late(
    rf"(?:{NAMED}|(?P<said>{IMPROVE})|(?P<short>R\s?(?=\d{{1,2}}\s*[.:)–—-]\s*\D)))"
    rf"(?:\s*(?:(?:no|number)\b\.?\s*)?(?P<number>{TOGETHER}|\d{{1,2}}|(?:{WORDED})\b)\s*(?:[.:)–—-]\s*(?P<words>\S.*)?"
    r"|\s+(?P<more>(?!(?:and|to|or)\s+\d)[A-Z].*))?|\s*[:–—-]\s+(?P<only>\S.*))",
    re.I | re.S,
)
IN_WORDS = late(rf"{NAMED}\s+(?P<word>{WORDED})", re.I)
SEVERAL = late(r"\s+(?=\d{1,2}\.\s+[A-Z])")
PARAGRAPHS = late(r"\s*\((?:paragraphs?|paras?\.?)[^)]*\)", re.I)
NONE = late(r"(?:none|n/?a|not applicable|tbc|[-–—]+)\W*", re.I)
FEWEST_WORDS = 3
NEAR = 92.0
"""Percent of characters in common from which words are those of a recommendation."""


@dataclass(frozen=True, slots=True)
class Named:
    """What one paragraph of a cell names: numbers of recommendations, the words of one, or a number with its words."""

    numbers: tuple[str, ...] = ()
    words: str = ""


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of a text that is nothing else ("1 and 3", "Rec 1, 4-6", "Recommendation one"); () for any other."""
    if word := IN_WORDS.fullmatch(text.strip()):
        return _numbers(word["word"])
    match = LINKS.fullmatch(text.strip())
    return expand(re.sub(rf"[/;&+]|{AGAIN}(?=\d)", ",", match["numbers"], flags=re.I)) if match else ()


def named_in(paragraphs: Iterable[str]) -> Iterator[Named]:
    """What the paragraphs of a cell name, in printed order."""
    for paragraph in paragraphs:
        for piece in SEVERAL.split(paragraph.strip()):
            if numbers := numbers_in(piece):
                yield Named(numbers)
            elif match := NUMBERED.fullmatch(piece):
                yield Named((match["named"] or match["number"],), (match["words"] or match["bare"]).strip())
            elif piece:
                yield Named((), piece)


def named_by_heading(text: str) -> Named | None:
    """The recommendations that a heading names: "Recommendation 2: …", "R1: …", "What Ofsted said: 1. …"; else None."""
    match = HEADED.fullmatch(text.strip())
    if match is None or (match["said"] and not match["number"]):
        return None
    words = (match["words"] or match["more"] or match["only"] or "").strip()
    return Named(_numbers(match["number"]) if match["number"] else (), words)


def _numbers(printed: str) -> tuple[str, ...]:
    """The numbers of a heading, in figures."""
    word = printed.casefold()
    return (str(NUMBER_WORDS.index(word) + 1),) if word in NUMBER_WORDS else numbers_in(printed)


def is_recommendation(words: str) -> bool:
    """Tell whether words alone can be a recommendation: some words, and not "none" or "all"."""
    return len(words.split()) >= FEWEST_WORDS and not NONE.fullmatch(words)


@dataclass(slots=True)
class Recommended:
    """The recommendations that a plan prints; a link is the number of one, or its anchor where it has none."""

    drafts: tuple[RecommendationDraft, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of those that have one."""
        return tuple(draft.ref for draft in self.drafts if draft.ref)

    def link_of(self, words: str) -> str | None:
        """The link to the recommendation of these words; None unless a single one has them."""
        wanted = _comparable(words)
        if not wanted:
            return None
        found = [
            draft for draft in self.drafts if not draft.parent and fuzz.ratio(wanted, _comparable(draft.text)) >= NEAR
        ]
        return (found[0].ref or found[0].anchor) if len(found) == 1 else None


def _comparable(words: str) -> str:
    return plain(PARAGRAPHS.sub("", words)).strip(" .;:")
