"""Finding the places of a report that grade a domain: rows of a table, torn rows, sentences that award a grade.

A row is its cells put together, so that it reads alike as "domain | grade", as "2.1 | domain | grade" and as a line from
which the columns were lost; a domain without a grade takes the next line if that is a grade and nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind, Place
from ingest.layout.grading import Claim, Source
from ingest.layout.outline import plain
from ingest.wording.grades import find_grade, grade_of, is_not_judged

ORDINAL = re.compile(r"^\s*\d(?:\.\d{0,2})?\.?\s+")
SENTENCE_LENGTH = 260


@dataclass(frozen=True, slots=True)
class Wording:
    """How one domain is worded: at the beginning of a row (``grade`` follows), or in a sentence that awards its grade."""

    pattern: str
    domain: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table or one block, as a line."""

    text: str
    place: Place


def lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    """The rows of the tables and the short blocks, in printed order."""
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            for row in block.rows:
                yield Line(" ".join(filter(None, row.texts)), row.place)
        elif block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            yield Line(block.text, block.place)


def row_claim(text: str, domains: Sequence[Wording], source: Source, place: Place) -> Claim | None:
    """The claim of a row that begins with the wording of a domain; what follows is the grade, readable or not."""
    bare = ORDINAL.sub("", plain(text))
    for wording in domains:
        if match := re.match(rf"(?:{wording.pattern})(?=\W|$)", bare, re.I):
            rest = re.sub(r"^\W*(?:(?:is|are)\b\W*)?", "", bare[match.end() :])
            return Claim(wording.domain, match.group(), rest, source, place)
    return None


def row_claims(blocks: Sequence[Block], domains: Sequence[Wording]) -> list[Claim]:
    """The claims of all rows and torn rows in the blocks, as those of a table."""
    lines = [line for line in lines_of(blocks) if len(line.text) <= SENTENCE_LENGTH]
    claims = []
    for at, line in enumerate(lines):
        claim = row_claim(line.text, domains, Source.TABLE, line.place)
        if claim is None:
            continue
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        if not claim.wording and (grade_of(following) or is_not_judged(following)):
            claim = Claim(claim.domain, claim.domain_wording, plain(following), Source.TABLE, lines[at + 1].place)
        claims.append(claim)
    return claims


def sentence_claim(text: str, sentences: Sequence[Wording], place: Place) -> Claim | None:
    """The claim of a sentence that awards the grade of a domain; the pattern must match from its beginning."""
    bare = plain(text)
    for wording in sentences:
        if len(bare) <= SENTENCE_LENGTH and re.match(wording.pattern, bare, re.I):
            first = re.split(r"(?<=[a-z])\.\s", bare, maxsplit=1)[0]
            grade = find_grade(first)
            return Claim(wording.domain, first, grade[1] if grade else "", Source.SENTENCE, place)
    return None


def sentence_claims(blocks: Sequence[Block], sentences: Sequence[Wording]) -> list[Claim]:
    """The claims of all sentences in the blocks."""
    found = (sentence_claim(line.text, sentences, line.place) for line in lines_of(blocks))
    return [claim for claim in found if claim]
