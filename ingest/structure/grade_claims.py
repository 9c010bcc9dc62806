"""Finding the places of a report that grade a domain: rows of a table, torn rows, sentences that award a grade.

A row is its cells put together, so that it reads alike as "domain | grade", as "2.1 | domain | grade" and as a line
from which the columns were lost; a domain without a grade takes the next lines if they are a grade and nothing else, as
long as each domain is followed by one grade: where all grades stand in front of, or behind, all domains, none is taken.
A sentence awards a grade when only joining words stand between what is graded and the grade.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from ingest.blocks import Block, BlockKind, Place
from ingest.notices import NoticeDraft
from ingest.structure.grades import GradeClaim, Source
from ingest.structure.outline import bare_heading
from ingest.wording.domains import Wording
from ingest.wording.grades import REQUIRES_IMPROVEMENT, grade_of, is_not_judged
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

ORDINAL = re.compile(r"^\s*\d(?:\.\d{0,2})?\.?\s+")
SENTENCE_LENGTH = 330
LONGEST_GRADE = 60
MOST_TORN = 3
JOINING = (
    r"a|about|all|and|are|be|board|care|children|children's|effectiveness|experiences?|families|for|graded?|in|is|it|judged"
    r"|judge?ments?|leavers|local|lscb|of|overall|performance|progress|quality|safeguarding|services?|that|the|their|they|to"
)
AWARD = re.compile(
    rf"^\W*(?:(?:{JOINING})\b\W*)*?(?P<grade>{REQUIRES_IMPROVEMENT}|outstanding|inadequate|adequate|good)\b(?P<rest>.*)$",
    re.I | re.S,
)
# Tables print grades with a capital; the second line of a grade may follow that of the domain.
TABLE_GRADES = ("Require", "Outstanding", "Inadequate", "Adequate", "Good")
BETWEEN = re.compile(
    r"(?P<before>.+?)\s+(?P<grade>Requires?\s+[Ii]mprovement(?:\s+to\s+be\s+[Gg]ood)?|Outstanding|Inadequate|Adequate|Good)"
    r"\s+(?P<behind>\S.*?)(?:\s+(?P<good>to\s+be\s+[Gg]ood))?"
)
LETTERS_OF_GRADES = (
    "adequate",
    "outstanding",
    "good",
    "improvement",
    "notjudged",
    "notinspected",
    "notgraded",
    "notapplicable",
)
"""Without one of these no text is a grade, or tells that none was given."""
NOTHING_MORE = re.compile(r"\W*(?:(?:and\s+is\s+not\s+yet\s+good\s+)?because\W*)?$", re.I)
ENDS = re.compile(r"\s*\.(?:\s|$)")
JOINING_WORD = re.compile(r"^\W*(?:(?:is|are)\b\W*)?")


class Extent(Enum):
    """How much of a text a sentence that awards a grade must be: any beginning, the first sentence, or all of it."""

    BEGINNING = re.compile("")
    SENTENCE = ENDS
    ALL = NOTHING_MORE


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table or one block, as a line, and the paragraphs of its cells apart."""

    text: str
    place: Place
    paragraphs: tuple[str, ...]


def lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    """The rows of the tables and the other blocks, in printed order."""
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            for row in block.rows:
                paragraphs = tuple(paragraph for cell in row.cells for paragraph in cell.paragraphs)
                yield Line(" ".join(filter(None, row.texts)), row.place, paragraphs)
        elif block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            yield Line(block.text, block.place, (block.text,))


# Rows and sentences are compared with the wording of every domain; patterns are compiled once.
@cache
def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


@cache
def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})(?=\W|$)", re.I)


def row_claim(text: str, domains: Sequence[Wording], source: Source, place: Place) -> GradeClaim | None:
    """The claim of a row that begins with the wording of a domain; what follows is the grade, readable or not."""
    bare = ORDINAL.sub("", bare_heading(text))
    for wording in domains:
        if match := _whole_words(wording.pattern).match(bare):
            rest = JOINING_WORD.sub("", bare[match.end() :])
            if wording.graded and not _grades(rest):
                continue
            if len(rest) > LONGEST_GRADE:
                return None
            return GradeClaim(wording.domain, match.group(), rest, source, place)
    return None


def _claim(text: str, domains: Sequence[Wording], place: Place) -> GradeClaim | None:
    """The claim of a row of a table; where its domain took two lines, the grade may stand between them."""
    claim = row_claim(text, domains, Source.TABLE, place)
    if claim and _grades(claim.wording):
        return claim
    bare = bare_heading(text)
    if any(grade in bare for grade in TABLE_GRADES) and (found := BETWEEN.fullmatch(bare)):
        name = ORDINAL.sub("", f"{found['before']} {found['behind']}")
        grade = " ".join(filter(None, (found["grade"], found["good"])))
        domain = next((wording.domain for wording in domains if _words(wording.pattern).fullmatch(name)), None)
        if domain:
            return GradeClaim(domain, name, grade, Source.TABLE, place)
    return claim


def row_claims(blocks: Sequence[Block], domains: Sequence[Wording]) -> list[GradeClaim]:
    """The claims of all rows and torn rows in the blocks, as those of a table."""
    lines = list(lines_of(blocks))
    own = [_claim(line.text, domains, line.place) for line in lines]
    first = next((at for at, claim in enumerate(own) if claim), 0)
    behind = first == 0 or not _grades(lines[first - 1].text)
    graded = (
        claim if (claim and _grades(claim.wording)) or not behind else _torn(lines, own, at, domains) or claim
        for at, claim in enumerate(own)
    )
    return [claim for claim in graded if claim]


def _grades(text: str) -> bool:
    return bool(grade_of(text) or is_not_judged(text))


@lru_cache(maxsize=2048)
def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def _may_grade(lines: Sequence[Line]) -> bool:
    """Tell whether lines hold the letters of a grade, which may be torn: most do not, and need not be compared."""
    letters = "".join(_letters(line.text) for line in lines)
    return any(letters_of_grade in letters for letters_of_grade in LETTERS_OF_GRADES)


def _torn(
    lines: Sequence[Line], own: Sequence[GradeClaim | None], at: int, domains: Sequence[Wording]
) -> GradeClaim | None:
    """The claim of a row whose grade, or the end of its name too, stands in the next lines.

    None where another grade follows.
    """
    for end in range(at + 2, min(at + 2 + MOST_TORN, len(lines) + 1)):
        if own[end - 1]:
            return None
        if not _may_grade(lines[at:end]):
            continue
        joined = " ".join(line.text for line in lines[at:end])
        claim = _claim(joined, domains, lines[at].place)
        if claim and _grades(claim.wording):
            alone = end == len(lines) or not _grades(lines[end].text)
            return claim if alone else None
    return None


def unknown_rows(
    blocks: Sequence[Block], domains: Sequence[Wording], sentences: Sequence[Wording] = ()
) -> list[NoticeDraft]:
    """A notice for each row of a table of judgements that grades what is none of the domains: it was left out."""
    notices = []
    for block in blocks:
        for row in block.rows:
            *graded, grade = [cell for cell in row.texts if cell] or [""]
            if not graded or not (grade_of(grade) or is_not_judged(grade)):
                continue
            text = " ".join((*graded, grade))
            known = row_claim(text, domains, Source.TABLE, row.place) or sentence_claim(text, sentences, row.place)
            if known is None:
                message = (
                    f"The table of judgements grades “{graded[-1][:80]}” as “{grade}”, which is no domain of this "
                    "framework; it was left out."
                )
                notices.append(
                    NoticeDraft(
                        NoticeLevel.WARNING,
                        NoticeCode.DOMAIN_OUTSIDE_FRAMEWORK,
                        message,
                        row.place.page,
                        row.place.line,
                    )
                )
    return notices


def sentence_claim(
    text: str, sentences: Sequence[Wording], place: Place, extent: Extent = Extent.BEGINNING
) -> GradeClaim | None:
    """The claim of a text that begins with a sentence that awards a grade, as much of it as ``extent`` tells."""
    bare = bare_heading(text)
    for wording in sentences:
        match = _words(wording.pattern).match(bare, 0, SENTENCE_LENGTH)
        award = AWARD.match(bare[match.end() :]) if match else None
        if match and award and (extent.value.match(award["rest"]) or (extent is Extent.SENTENCE and not award["rest"])):
            graded = bare[: match.end() + award.end("grade")]
            return GradeClaim(wording.domain, graded, re.sub(r"\s+", " ", award["grade"]), Source.SENTENCE, place)
    return None


def sentence_claims(blocks: Sequence[Block], sentences: Sequence[Wording]) -> list[GradeClaim]:
    """The claims of all sentences that open a block, a row or a paragraph of a cell."""
    claims = []
    for line in lines_of(blocks):
        found = (sentence_claim(text, sentences, line.place) for text in (line.text, *line.paragraphs))
        claims += [claim for claim in dict.fromkeys(found) if claim]
    return claims
