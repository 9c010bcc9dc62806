"""The appendix of a plan against its tables."""

from ingest.blocks import Block
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
