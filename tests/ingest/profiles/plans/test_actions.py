"""Rows of tables of actions: numbers, links, and what a torn row gives."""

from ingest.drafts import ActionDraft
from ingest.notices import NoticeDraft
from ingest.profiles.plans.actions import is_action_table, read_actions
from ingest.readers.text import read

HEAD = "Ref\tOfsted recommendation\tAction\tLead\tBy when"


def actions(*rows: str, known: tuple[str, ...] = (), listed: dict[str, object] | None = None, head: str = HEAD) -> tuple[
    tuple[ActionDraft, ...], tuple[NoticeDraft, ...]
]:  # fmt: skip
    (table,) = read("\n".join((head, *rows)).encode()).blocks
    return read_actions([(table, "priority-1")], known, listed or {})


def refs(*rows: str, **more: object) -> tuple[list[str], list[str]]:
    found, notices = actions(*rows, **more)
    return [action.ref for action in found], [notice.code for notice in notices]


def test_every_cell_stands_in_its_own_field() -> None:
    (action,), notices = actions("1.1\t3, 5-6\tVisit.\tDirector\tMay 2020")
    assert (action.anchor, action.priority, action.text, action.lead, action.due) == (
        "action-1.1", "1", "Visit.", "Director", "May 2020",
    )  # fmt: skip
    assert (action.recommendations, action.section, notices) == (("3", "5", "6"), "priority-1", ())


def test_a_number_that_was_lost_is_restored_where_only_one_fits() -> None:
    assert refs("1.1\t1\tA.\tX\tMay", "l.2\t1\tB.\tX\tMay", "1.3\t1\tC.\tX\tMay") == (
        ["1.1", "1.2", "1.3"], ["number-restored"],
    )  # fmt: skip
    lost, codes = refs("1.1\t1\tA.\tX\tMay", "l.2\t1\tB.\tX\tMay")
    assert (lost, codes) == (["1.1", ""], ["action-number-lost"])
    assert refs("1.1\t1\tA.\tX\tMay", "l.2\t1\tB.\tX\tMay", listed={"1.2": ()})[0] == ["1.1", "1.2"]


def test_holes_and_repeats_in_the_numbers_of_a_priority_are_told() -> None:
    assert refs("1.1\t1\tA.\tX\tMay", "1.3\t1\tB.\tX\tMay")[1] == ["action-sequence"]
    assert refs("1.1\t1\tA.\tX\tMay", "1.1\t1\tB.\tX\tMay") == (["1.1", "1.1"], ["duplicate-action"])


def test_links_that_are_no_numbers_or_no_recommendations_are_told() -> None:
    assert refs("1.1\tall\tA.\tX\tMay")[1] == ["link-unread"]
    assert refs("1.1\t\tA.\tX\tMay")[1] == ["link-unread"]
    assert refs("1.1\t9\tA.\tX\tMay", known=("1", "2"))[1] == ["unknown-recommendation"]
    assert refs("1.1\t2\tA.\tX\tMay", known=("1", "2"))[1] == []


def test_a_table_of_actions_is_known_by_its_header_or_by_numbers_that_carry_one_on() -> None:
    tables = ("\n".join((HEAD, "1.1\t1\tA.\tX\tMay")), "1.2\t1\tB.\tX\tMay\tGreen", "Team\tPosts\nDuty\t4")
    assert [is_action_table(read(text.encode()).blocks[0]) for text in tables] == [True, True, False]
