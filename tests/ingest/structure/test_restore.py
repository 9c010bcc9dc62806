"""Numbers that were lost in recognition."""

from ingest.blocks import Block, BlockKind, Place
from ingest.structure.restore import restore_numbers


def numbered(number, level=1):
    return Block(BlockKind.PARAGRAPH, f"Words of {number}.", "", Place(line=1), number=number, level=level)


def item(level=1, marker="-"):
    return Block(BlockKind.ITEM, "Words.", "", Place(line=2), marker=marker, level=level)


def numbers(*blocks):
    restored, notices = restore_numbers(blocks)
    return [block.number for block in restored], [notice.code for notice in notices]


def test_as_many_items_as_missing_numbers_get_them_with_a_notice_each():
    assert numbers(numbered("1"), item(), item(), numbered("4")) == (["1", "2", "3", "4"], ["number-restored"] * 2)
    assert numbers(numbered("3.1"), item(), numbered("3.3")) == (["3.1", "3.2", "3.3"], ["number-restored"])


def test_nothing_is_restored_when_it_is_not_certain():
    assert numbers(numbered("1"), item(), item(), numbered("3")) == (["1", None, None, "3"], [])
    assert numbers(numbered("1"), item(), numbered("2")) == (["1", None, "2"], [])
    assert numbers(numbered("1"), item(), numbered("4")) == (["1", None, "4"], [])


def test_bullets_and_letters_below_an_item_are_not_taken_for_it():
    assert numbers(numbered("1"), item(level=2), item(), numbered("3")) == (["1", None, "2", "3"], ["number-restored"])
    assert numbers(numbered("1"), item(marker="a."), numbered("3")) == (["1", None, "3"], [])


def test_a_heading_ends_the_list():
    heading = Block(BlockKind.HEADING, "Next", "", Place(line=3))
    assert numbers(numbered("1"), item(), heading, numbered("3")) == (["1", None, None, "3"], [])
