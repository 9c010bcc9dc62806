"""What covers print: publication, reference number, licence, and the authority that they mean."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.wording.covers import authority_of, cover_facts, find_licence


def blocks(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, text, text, Place(1)) for text in texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("Audience\tPublished\tReference no.\nAll\t6 November 2006\t999",),
        ("Published: 6 November 2006", "Reference no: 999"),
        ("Audience", "Published", "Reference no.", "All", "6 November 2006", "999"),
    ],
)
def test_labels_and_values_may_stand_in_a_table_on_one_line_or_apart(texts: tuple[str, ...]) -> None:
    cover = cover_facts(blocks(*texts))
    assert cover.published
    assert (cover.published.iso, cover.reference) == ("2006-11-06", "999")


def test_a_cover_without_labels_tells_nothing() -> None:
    cover = cover_facts(blocks("A review of 2006"))
    assert (cover.published, cover.reference, cover.licence) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("under the terms of the Open Government Licence v3.0", "OGL-3.0"),
        ("may be reproduced for non-commercial purposes", "non-commercial"),
        ("all rights reserved", None),
    ],
)
def test_the_licence_is_the_one_that_is_stated(text: str, code: str | None) -> None:
    assert find_licence(blocks("Cover", text)) == code


def test_the_reference_number_finds_the_authority_where_the_title_does_not() -> None:
    authority, notices = authority_of("Review of an area", cover_facts(blocks("Reference no: 999")))
    assert authority
    assert authority.name == "Wexcombe"
    assert not notices


def test_a_title_and_a_number_that_disagree_are_named() -> None:
    authority, notices = authority_of("Review of Medway", cover_facts(blocks("Reference no: 999")))
    assert authority
    assert authority.la_code == "887"
    assert [n.code for n in notices] == ["authority-contradiction"]


def test_neither_title_nor_number_is_an_error() -> None:
    authority, notices = authority_of("Review of an area", cover_facts(blocks("Published: 2006")))
    assert authority is None
    assert [n.code for n in notices] == ["authority-unknown"]
