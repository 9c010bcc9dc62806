"""The body of a plan: its lists, its priorities, and tables that are set aside."""

from ingest.profiles.plans.body import AIM, PRIORITY_HEADING, PlanBody
from ingest.readers.text import read
from inspections.vocabulary import FindingKind

ACTIONS = "Ref\tOfsted recommendation\tAction\tLead\tBy when\n1.1\t1\tA.\tX\tMay"


def body(*lines: str, running: frozenset[str] = frozenset()) -> PlanBody:
    return PlanBody(running).read(read("\n\n".join(lines).encode()).blocks)


def test_the_inspections_recommendations_and_the_plans_own_aims_are_two_lists() -> None:
    records = body(
        "OFSTED RECOMMENDATIONS", "1. Visit on time.", "2. Plan better.",
        "OUR PRIORITIES", "The plan has two priorities:", "1. Leaders.", "2. Practice.",
    ).records  # fmt: skip
    assert [r.anchor for r in records.recommendations] == ["rec-1", "rec-2"]
    assert [n.anchor for n in records.numbers.of(AIM)] == ["priority-1/aim", "priority-2/aim"]


def test_numbers_beyond_what_the_text_announces_are_no_aims() -> None:
    records = body("OUR PRIORITIES", "The plan has one priorities:", "1. Leaders.", "2. Words of others.").records
    assert [n.ref for n in records.numbers.of(AIM)] == ["1"]


def test_a_priority_opens_once_and_its_table_is_set_aside() -> None:
    plan = body("PRIORITY 1: LEADERS", ACTIONS, "PRIORITY 1: LEADERS", ACTIONS.replace("1.1", "1.2"))
    assert [n.ref for n in plan.records.numbers.of(PRIORITY_HEADING)] == ["1"]
    assert [section for _, section in plan.actions] == ["priority-1", "priority-1"]


def test_rows_that_open_a_priority_inside_a_table_are_parted_from_its_actions() -> None:
    plan = body(f"Priority 1: Leaders\n{ACTIONS}")
    assert [s.heading for s in plan.records.sections] == ["Priority 1: Leaders"]
    assert [len(table.rows) for table, _ in plan.actions] == [2]


def test_words_between_the_rows_of_actions_are_kept_as_context_and_doubted() -> None:
    plan = body("PRIORITY 1: LEADERS", ACTIONS, "Words of nobody.")
    assert [(f.text, f.kind) for f in plan.records.findings] == [("Words of nobody.", FindingKind.CONTEXT)]
    assert [notice.code for notice in plan.records.notices] == ["words-outside-table"]


def test_a_heading_of_the_cover_that_is_printed_again_is_passed_over() -> None:
    plan = body("OUR PLAN", "Words.", running=frozenset({"OUR PLAN"}))
    assert plan.records.sections == ()


def test_versions_are_kept_and_contents_are_left_out() -> None:
    plan = body("Version\tDate\n1\t3/5/2020", "Section\tPage\nLeaders\t2")
    assert len(plan.versions) == 1
    assert [f.text for f in plan.records.findings] == ["Version Date 1 3/5/2020"]


def test_the_lists_are_missed_when_they_have_no_number() -> None:
    plan = body("OFSTED RECOMMENDATIONS", "- Visit on time.")
    plan.check_lists(plan.blocks[0])
    assert [r.anchor for r in plan.records.recommendations] == ["rec-1"]
    assert [notice.code for notice in plan.records.notices] == ["list-missing", "list-missing"]
