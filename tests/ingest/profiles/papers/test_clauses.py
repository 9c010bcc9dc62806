"""Clauses: what belongs to a number, and where they end."""

import re

from ingest.blocks import Block, BlockKind
from ingest.profiles.papers.clauses import ClauseWalker
from ingest.readers.text import read
from ingest.structure.outline import Opening

SIGNED = re.compile(r"(?:signed|dated)\b", re.I)


class Clauses(ClauseWalker):
    def opening(self, block: Block) -> Opening | None:
        return self.section(block.text) if block.kind is BlockKind.HEADING else None


def walk(*lines: str) -> Clauses:
    return Clauses(SIGNED).read(read("\n\n".join(lines).encode()).blocks)


def found(*lines: str) -> list[tuple[str, str]]:
    return [(f.anchor, f.text) for f in walk(*lines).records.findings]


def test_letters_and_paragraphs_under_the_same_heading_belong_to_a_clause():
    assert found("1. The Council shall:", "a) act;", "and tell the board.", "2. It shall pay.") == [
        ("para-1", "The Council shall: a) act; and tell the board."),
        ("para-2", "It shall pay."),
    ]


def test_a_paragraph_under_the_next_heading_is_no_part_of_the_clause_but_an_item_is():
    lines = ("1. The Council shall:", "REVIEW", "Words of the board.")
    assert found(*lines) == [("para-1", "The Council shall:"), ("review-1", "Words of the board.")]
    assert found("1. The Council shall:", "REVIEW", "a) act.") == [("para-1", "The Council shall: a) act.")]


def test_behind_the_signature_nothing_is_a_clause():
    assert found("1. The Council shall act.", "Signed by the minister.", "2. He will call the office.") == [
        ("para-1", "The Council shall act."),
        ("signature-1", "He will call the office."),
    ]


def test_a_date_ends_the_clauses_too_but_not_in_front_of_the_first():
    assert found("Dated 3 May 2021", "1. The Council shall act.", "Dated 3 May 2021") == [
        ("dated", "Dated 3 May 2021"),
        ("para-1", "The Council shall act."),
        ("dated~2", "Dated 3 May 2021"),
    ]
