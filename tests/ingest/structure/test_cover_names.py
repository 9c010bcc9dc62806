"""Whose report it is and who led the inspection, and what is doubted about it."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.structure.cover_names import check_running_name, read_authority, read_lead


def lines(*texts: str) -> list[Block]:
    return [Block(BlockKind.HEADING, text, text, Place(page=1, line=at)) for at, text in enumerate(texts, 1)]


def running(text: str) -> list[Block]:
    return [Block(BlockKind.FURNITURE, text, text, Place(page=2))]


def test_the_lead_inspector_may_stand_in_the_next_line() -> None:
    assert read_lead(lines("Lead inspector:", "Judith Amory", "His Majesty's Inspector")) == ("Judith Amory", [])


def test_a_lead_inspector_who_cannot_be_made_out_gives_a_notice() -> None:
    name, notices = read_lead(lines("Lead inspector:", "17 to 28 July 2023"))
    assert name is None
    assert [notice.code for notice in notices] == ["lead-inspector-unreadable"]


def test_the_authority_comes_from_the_title_before_the_text() -> None:
    found, notices = read_authority(["Inspection of Medway children's services"], lines("Kent", "Kent", "Kent"), None)
    assert found is not None
    assert (found.la_code, notices) == ("887", [])


def test_an_authority_that_only_the_text_names_is_doubted() -> None:
    found, notices = read_authority(["Inspection"], lines("Children in Medway do well.", "Medway"), None)
    assert found is not None
    assert found.la_code == "887"
    assert [notice.code for notice in notices] == ["authority-from-text"]


def test_no_authority_gives_a_notice() -> None:
    found, notices = read_authority(["Inspection"], lines("Children do well."), None)
    assert found is None
    assert [notice.code for notice in notices] == ["authority-unknown"]


@pytest.mark.parametrize(("foot", "doubted"), [("Medway 2", False), ("Kent County Council 2", True), ("Page 2", False)])
def test_a_running_foot_that_names_another_authority_is_a_contradiction(foot: str, doubted: bool) -> None:
    authority, _ = read_authority(["Inspection of Medway"], [], None)
    found = check_running_name(authority, running(foot), None)
    assert [notice.code for notice in found] == ["authority-contradiction"] * doubted


def test_a_report_that_names_no_lead_inspector_gives_a_notice():
    name, notices = read_lead(lines("Inspection dates: 17 to 28 July 2023"))
    assert name is None
    assert [notice.code for notice in notices] == ["lead-inspector-missing"]
