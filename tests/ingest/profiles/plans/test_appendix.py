"""The appendix of a plan against its tables."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, Place
from ingest.drafts import ActionDraft
from ingest.profiles.plans.appendix import compare, is_appendix, read_appendix
from ingest.readers.text import read

HEAD = "No\tOfsted recommendation\tActions in the plan"


def table(*rows: str) -> Block:
    return read("\n".join((HEAD, *rows)).encode()).blocks[0]


def action(ref: str, *recommendations: str) -> ActionDraft:
    return ActionDraft(f"action-{ref}", ref, ref[0], "A.", "A.", recommendations=recommendations)


def compared(actions: tuple[ActionDraft, ...], *rows: str) -> list[str]:
    return [notice.code for notice in compare(actions, read_appendix([table(*rows)]))]


def test_actions_are_listed_for_the_recommendation_above_them() -> None:
    appendix = read_appendix([table("1\tVisits (2 actions)\t1.1", "\t\t1.2", "2.\tPlans\t1.2")])
    assert appendix.links == {"1.1": {"1"}, "1.2": {"1", "2"}}
    assert appendix.counts == {"1": 2}


def test_the_same_links_in_both_agree() -> None:
    assert compared((action("1.1", "1"), action("1.2", "1", "2")), "1\tV\t1.1", "\t\t1.2", "2\tP\t1.2") == [
        "appendix-agrees"
    ]


def test_a_link_or_an_action_that_only_one_of_them_has_differs() -> None:
    assert compared((action("1.1", "2"),), "1\tV\t1.1") == ["appendix-differs"]
    assert compared((action("1.1", "1"),), "1\tV\t1.1", "\t\t1.2") == ["appendix-differs"]
    assert compared((action("1.1", "1"), action("1.2", "1")), "1\tV\t1.1") == ["appendix-differs"]


def test_a_count_that_is_not_that_of_the_list_is_told() -> None:
    assert compared((action("1.1", "1"),), "1\tV (3 actions)\t1.1") == ["appendix-count", "appendix-agrees"]


def test_a_plan_without_appendix_is_not_compared() -> None:
    assert list(compare((action("1.1", "1"),), read_appendix([]))) == []


def test_a_table_of_actions_is_no_appendix() -> None:
    assert is_appendix(table("1\tV\t1.1"))
    assert not is_appendix(read(b"Ref\tAction\tLead\tBy when\n1.1\tA.\tX\tMay").blocks[0])


@pytest.mark.parametrize(("cells", "is_one"), [(3, True), (6, True), (7, False)])
def test_an_appendix_has_at_most_six_columns(cells: int, is_one: bool) -> None:
    head = HEAD + "".join(f"\tMore {n}" for n in range(cells - 3))
    assert is_appendix(read(f"{head}\n1\tV\t1.1\n".encode()).blocks[0]) is is_one


def test_its_header_may_stand_in_the_second_row_and_no_later() -> None:
    title = "Appendix B\tof the\tplan\n"
    assert is_appendix(read(f"{title}{HEAD}\n1\tV\t1.1\n".encode()).blocks[0])
    assert not is_appendix(read(f"{title}{title}{HEAD}\n1\tV\t1.1\n".encode()).blocks[0])
    assert not is_appendix(read(b"No\tOfsted recommendation\tLead\n1\tV\tX\n").blocks[0])


def test_only_numbers_of_actions_in_short_cells_under_a_recommendation_are_listed() -> None:
    rows = ("Total\tAll\t9.9", "3.\tVisits\t1.1 and 1.2, not 1.3.1", f"\tSee 1.4 {'of the plan ' * 5}\t")
    assert read_appendix([table(*rows)]).links == {"1.1": {"3"}, "1.2": {"3"}}


def test_the_appendix_stands_where_its_first_list_does() -> None:
    first, second, third = (Place(3), Place(4), Place(5))
    empty, listed, more = (replace(table(row), place=place) for row, place in (
        ("1\tV\tnone", first), ("1\tV\t1.1", second), ("2\tP\t1.2", third),
    ))  # fmt: skip
    assert read_appendix([empty, listed, more]).place == second


def messages(actions: tuple[ActionDraft, ...], *rows: str) -> list[tuple[str, str, int | None, str | None]]:
    appendix = read_appendix([table(*rows)])
    return [(n.level, n.message, n.line, n.anchor) for n in compare(actions, appendix)]


def test_what_differs_is_told_in_full() -> None:
    contradicts = "The plan contradicts itself: {}, {}. The table was taken; check which is right."
    own = replace(action("1.1", "2", "10"), place=Place(None, 40))
    assert messages((own,), "1\tV\t1.1", "\t\t1.2") == [
        (
            "warning",
            contradicts.format("the table links action 1.1 to 2, 10", "the appendix links it to 1"),
            *(40, "action-1.1"),
        ),
        (
            "warning",
            contradicts.format("the table has no action 1.2", "the appendix links it to 1"),
            *(1, None),
        ),
    ]
    assert messages((action("1.1", "1"), own_less := replace(own, ref="1.2", recommendations=("3",))), "1\tV\t1.1") == [
        (
            "warning",
            contradicts.format("the table links action 1.2 to 3", "the appendix links it to none"),
            *(40, own_less.anchor),
        )
    ]


def test_what_agrees_is_told_with_its_numbers_and_counts_with_theirs() -> None:
    assert messages((action("1.1", "1"), action("1.2", "1")), "1\tV (3 actions)\t1.1", "\t\t1.2") == [
        ("warning", "The appendix announces 3 actions for recommendation 1 and lists 2.", 1, None),
        ("info", "All 2 links of the 2 actions agree with the plan's own appendix.", 1, None),
    ]
