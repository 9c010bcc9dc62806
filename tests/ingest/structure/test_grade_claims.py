"""Rows and sentences that grade a domain, whole and torn."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.structure.grade_claims import Extent, row_claims, sentence_claim, sentence_claims, unknown_rows
from ingest.wording.domains import Wording
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

DOMAINS = (Wording(r"children\s+in\s+care\s+and\s+care\s+leavers", "both"), Wording(r"children\s+in\s+care", "care"))
SENTENCES = (Wording(r"the\s+board", "lscb"),)


def line(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, text, Place())


def table(*rows: tuple[str, ...]) -> Block:
    made = tuple(TableRow(tuple(TableCell((cell,) if cell else ()) for cell in row)) for row in rows)
    return Block(BlockKind.TABLE, "", "", Place(), rows=made)


@pytest.mark.parametrize(
    "blocks",
    [
        [table(("Children in care", "Good"))],
        [table(("", "2.1 Children in care", "", "Good"))],
        [table(("2.", "Children in care", "Good"))],
        [line("Children in care Good")],
        [line("2.1 Children in care: Good")],
        [line("Children in care"), line("Good")],
        [line("2. Children in"), line("care"), line("Good"), line("They are safe.")],
    ],
)
def test_a_row_reads_alike_whole_and_torn(blocks: list[Block]) -> None:
    assert [(c.domain, c.grade, c.wording) for c in row_claims(blocks, DOMAINS)] == [("care", "good", "Good")]


TWO = (*DOMAINS, Wording(r"help\s+and\s+protection", "help"))


def test_the_word_of_a_grade_may_be_torn() -> None:
    (claim,) = row_claims([line("Children in care"), line("Inade"), line("quate")], DOMAINS)

    assert claim.grade == "inadequate"


@pytest.mark.parametrize("wording", ["Not judged", "Not inspected", "Not graded", "Not applicable"])
def test_a_torn_row_may_say_that_no_grade_was_given(wording: str) -> None:
    (claim,) = row_claims([line("Children in care"), line(wording)], DOMAINS)

    assert (claim.grade, claim.wording) == (None, wording)


def test_a_grade_over_two_lines_is_read() -> None:
    blocks = [line("Help and protection"), line("Requires"), line("improvement"), line("Children in care Good")]
    assert [(c.domain, c.grade) for c in row_claims(blocks, TWO)] == [
        ("help", "requires-improvement"),
        ("care", "good"),
    ]


@pytest.mark.parametrize(
    "order",
    [
        ("Help and protection", "Children in care", "Good", "Inadequate"),
        ("Good", "Help and protection", "Inadequate", "Children in care"),
        ("Children in care", "Good", "Inadequate"),
    ],
)
def test_grades_that_do_not_follow_their_domains_one_by_one_are_not_taken(order: tuple[str, ...]) -> None:
    claims = row_claims([line(text) for text in order], TWO)
    assert claims
    assert {claim.grade for claim in claims} == {None}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Children in Good care"], ("care", "Good")),
        (["2.1 Children in Outstanding", "care", "They are safe."], ("care", "Outstanding")),
        (["Children in care Good and care leavers"], ("both", "Good")),
        (["Children in Requires improvement care to be good"], ("care", "Requires improvement to be good")),
        (["Children in Requires improvement to be good", "care"], ("care", "Requires improvement to be good")),
    ],
)
def test_a_grade_between_the_two_lines_of_its_domain_is_read(texts: list[str], expected: tuple[str, str]) -> None:
    (claim,) = row_claims([line(text) for text in texts], DOMAINS)
    assert (claim.domain, claim.wording) == expected


def test_a_grade_within_other_words_is_none() -> None:
    assert [c.grade for c in row_claims([line("Children in Good care are happy")], DOMAINS)] == []


def test_the_longer_wording_wins() -> None:
    (claim,) = row_claims([table(("Children in care and care leavers", "Inadequate"))], DOMAINS)
    assert (claim.domain, claim.grade) == ("both", "inadequate")


def test_an_unreadable_grade_is_kept_as_printed() -> None:
    (claim,) = row_claims([table(("Children in care", "G00d"))], DOMAINS)
    assert (claim.grade, claim.wording) == (None, "G00d")


def test_a_sentence_that_begins_like_a_row_is_none() -> None:
    text = "Children in care are visited often and say that their social workers listen to what they want and need."
    assert row_claims([line(text)], DOMAINS) == []


@pytest.mark.parametrize(
    "text", ["The board is good", "The board requires improvement", "The board is requires improvement"]
)
def test_a_sentence_that_awards_a_grade_is_a_claim(text: str) -> None:
    assert sentence_claim(text, SENTENCES, Place(), Extent.ALL) is not None


@pytest.mark.parametrize(
    "text",
    ["The board is not yet showing what is good", "The board is good at training", "The board knows what good is"],
)
def test_a_sentence_that_only_speaks_of_grades_is_none(text: str) -> None:
    assert sentence_claim(text, SENTENCES, Place(), Extent.ALL) is None


def test_a_sentence_in_a_cell_counts_once() -> None:
    block = table(("The board is inadequate.", ""))
    assert [claim.grade for claim in sentence_claims([block], SENTENCES)] == ["inadequate"]


def test_a_row_of_a_table_that_grades_no_known_domain_is_told() -> None:
    rows = (("Children in care", "Good"), ("4.", "Shoe polishing", "Good"), ("Plans", "many"), ("Good",), ("", ""))
    (notice,) = unknown_rows([table(*rows), line("Words.")], DOMAINS)
    assert (notice.level, notice.code) == (NoticeLevel.WARNING, NoticeCode.DOMAIN_OUTSIDE_FRAMEWORK)
    assert notice.message == (
        "The table of judgements grades “Shoe polishing” as “Good”, which is no domain of this framework; it was left "
        "out."
    )
    row = replace(table(("Plans", "Not judged")).rows[0], place=Place(3, 7))
    (at,) = unknown_rows([replace(table(), rows=(row,))], DOMAINS)
    assert (at.page, at.line) == (3, 7)
    assert unknown_rows([table(("The board is", "inadequate"))], DOMAINS, SENTENCES) == []


def test_sentences_of_several_blocks_are_claims_of_their_own_with_their_places() -> None:
    blocks = [replace(line(text), place=Place(line=n)) for n, text in enumerate(("The board is good.", "Words."), 4)]
    blocks.append(replace(line("The board is inadequate."), place=Place(line=9)))
    found = sentence_claims(blocks, SENTENCES)
    assert [(claim.grade, claim.place.line) for claim in found] == [("good", 4), ("inadequate", 9)]
