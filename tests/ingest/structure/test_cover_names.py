"""Whose report it is and who led the inspection, and what is doubted about it."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.structure.cover_names import check_running_name, read_authority, read_lead
from inspections.reference.tables import AuthorityFacts


def lines(*texts: str) -> list[Block]:
    return [Block(BlockKind.HEADING, text, text, Place(page=1, line=at)) for at, text in enumerate(texts, 1)]


def running(text: str) -> list[Block]:
    return [Block(BlockKind.FURNITURE, text, text, Place(page=2))]


def test_the_lead_inspector_may_stand_in_the_next_line() -> None:
    assert read_lead(lines("Lead inspector:", "Judith Amory", "His Majesty's Inspector")) == ("Judith Amory", [])


def test_name_and_office_of_the_lead_inspector_may_break_over_two_lines() -> None:
    for first, second in (
        ("Lead inspector: Judith Amory, His Majesty\u2019s", "Inspector"),
        ("Lead inspector: Judith", "Amory, His Majesty's Inspector"),
        ("Lead inspector: Judith Amory, Senior", "HMI"),
    ):
        assert read_lead(lines(first, second)) == ("Judith Amory", [])
    assert read_lead(lines("Lead inspector: Judith", "Deputy inspector: Ann Lee, HMI"))[0] is None
    assert read_lead(lines("Lead inspector: Judith", "Inspection of Wexcombe"))[0] is None


def test_a_lead_inspector_who_cannot_be_made_out_gives_a_notice() -> None:
    name, notices = read_lead(lines("Lead inspector:", "17 to 28 July 2023"))
    assert name is None
    assert [notice.code for notice in notices] == ["lead-inspector-unreadable"]


def code(found: AuthorityFacts | None) -> str | None:
    return found.la_code if found else None


@pytest.mark.parametrize(
    ("text", "feet", "taken", "told"),
    [
        ((), (), "887", []),
        (("Kent",), (), "887", []),
        (("Kent", "Kent"), (), "886", ["authority-contradiction"]),
        (("Medway", "Kent", "Kent"), (), "887", []),
        (("Medway", "Kent", "Kent", "Kent", "Kent"), (), "886", ["authority-contradiction"]),
        (("Kent", "Kent", "Kent"), (), "886", ["authority-contradiction"]),
        (("Kent", "Kent", "Kent"), ("Kent County Council 4",), "886", ["authority-contradiction"]),
        (("Kent", "Kent", "Kent"), ("Medway 4",), None, ["authority-contradiction"]),
        (("Medway", "Medway", "Medway"), ("Kent 4",), "887", ["authority-contradiction"]),
        (("Medway",), ("Piccadilly Gate, Store Street, Manchester",), "887", []),
    ],
)
def test_title_text_and_running_lines_tell_the_authority_together(
    text: tuple[str, ...], feet: tuple[str, ...], taken: str | None, told: list[str]
) -> None:
    title = "Inspection of Medway children's services"
    blocks = [*lines(title, *text), *(block for foot in feet for block in running(foot))]
    found, notices = read_authority([title], blocks, None)
    assert (code(found), [notice.code for notice in notices]) == (taken, told)
    assert all(notice.level == "error" for notice in notices)


def test_text_and_running_lines_that_disagree_under_a_silent_title_give_no_authority() -> None:
    found, notices = read_authority(["Inspection"], [*lines("Medway", "Medway"), *running("Kent 2")], None)
    assert found is None
    assert [notice.code for notice in notices] == ["authority-contradiction"]


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
