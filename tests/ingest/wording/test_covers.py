"""What covers print: publication, reference number, licence, and the authority that they mean."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.notices import NoticeDraft
from ingest.wording.covers import Cover, authority_of, cover_facts, find_licence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel


def blocks(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, text, text, Place(1, line)) for line, text in enumerate(texts, 7))


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
    assert cover_facts(blocks("A review of 2006")) == Cover(None, None, None, Place(1, 7))
    assert cover_facts(()) == Cover(None, None, None, Place())


def test_only_three_figures_that_stand_alone_are_a_reference_number() -> None:
    assert cover_facts(blocks("Reference no: 080220", "821")).reference == "821"
    assert cover_facts(blocks("Reference no: 080220")).reference is None


def test_the_licence_may_stand_anywhere_on_the_cover() -> None:
    assert cover_facts(blocks("A review", "Open Government Licence")).licence == "OGL-3.0"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("under the terms of the Open Government Licence v3.0", "OGL-3.0"),
        ("Open Government Licence version 2.0", "OGL-2.0"),
        ("www.nationalarchives.gov.uk/doc/open-government-licence/version/2/", "OGL-2.0"),
        ("may be reproduced for non-commercial purposes", "non-commercial"),
        ("may be reproduced for non-commercial or educational purposes", "non-commercial"),
        ("may be reproduced for non-commercial educational purposes", "educational"),
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
    message = "The title names Medway, but reference no. 999 is Wexcombe. The title was taken."
    assert notices == [NoticeDraft(NoticeLevel.WARNING, NoticeCode.AUTHORITY_CONTRADICTION, message, 1, 7)]


def test_a_title_and_a_number_that_agree_give_no_notice() -> None:
    authority, notices = authority_of("Review of Medway", cover_facts(blocks("Reference no: 887")))
    assert authority
    assert (authority.la_code, notices) == ("887", [])


def test_the_day_of_publication_decides_which_of_two_authorities_the_title_means() -> None:
    both = "Review of Cumbria, now Cumberland"
    authority, _ = authority_of(both, cover_facts(blocks("Published: 6 May 2024")))
    assert authority
    assert authority.name == "Cumberland"
    assert authority_of(both, cover_facts(blocks("A review")))[0] is None


def test_neither_title_nor_number_is_an_error() -> None:
    authority, notices = authority_of("Review of an area", cover_facts(blocks("Published: 2006")))
    assert authority is None
    message = "The title names no authority that is known. Set the authority by hand."
    assert notices == [NoticeDraft(NoticeLevel.ERROR, NoticeCode.AUTHORITY_UNKNOWN, message, 1, 7)]
