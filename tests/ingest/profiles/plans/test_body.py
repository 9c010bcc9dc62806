"""The body of a plan: its lists, its priorities, and tables that are set aside."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.profiles.plans.body import PlanBody
from ingest.profiles.plans.headings import AIM, PRIORITY_HEADING
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
    assert [table.section for table in plan.actions] == ["priority-1", "priority-1"]


def test_rows_that_open_a_priority_inside_a_table_are_parted_from_its_actions() -> None:
    plan = body(f"Priority 1: Leaders\n{ACTIONS}")
    assert [s.heading for s in plan.records.sections] == ["Priority 1: Leaders"]
    assert [len(table.block.rows) for table in plan.actions] == [2]


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
    assert [notice.code for notice in plan.records.notices] == ["list-missing"]


def aims(*lines: str) -> list[str]:
    return [number.ref for number in body("OUR PRIORITIES", *lines).records.numbers.of(AIM)]


def test_aims_are_counted_by_the_word_or_the_figure_that_announces_them() -> None:
    listed = ("1. Leaders.", "2. Practice.", "3. Words of others.")
    assert aims("The plan has 2 main priorities:", *listed) == ["1", "2"]
    assert aims("The plan has two priorities.", *listed) == []
    assert aims("The plan has two areas:", *listed) == []
    assert aims("The plan has three priorities:", *listed) == ["1", "2", "3"]


def test_what_is_announced_ends_at_the_next_heading() -> None:
    records = body("OUR PRIORITIES", "The plan has two priorities:", "1. Leaders.", "OUR BOARD", "2. Words.").records
    assert [number.ref for number in records.numbers.of(AIM)] == ["1"]


def test_numbers_that_go_back_or_have_a_point_are_no_items_of_a_list() -> None:
    records = body("OFSTED RECOMMENDATIONS", "1. Visit on time.", "2. Plan better.", "1. Words.", "2.1 More.").records
    assert [r.ref for r in records.recommendations] == ["1", "2"]


def test_a_date_that_is_printed_as_a_heading_opens_no_section() -> None:
    plan = body("OUR PLAN", "12 May 2020", "12 MAY 2020 IN WEXCOMBE")
    assert [section.heading for section in plan.records.sections] == ["OUR PLAN", "12 MAY 2020 IN WEXCOMBE"]


def test_contents_under_any_of_their_headers_are_left_out() -> None:
    for head in ("Section\tPage", "Contents\tPage"):
        assert body(f"{head}\nLeaders\t2").records.findings == ()
    assert len(body("Heading\tPage\nLeaders\t2").records.findings) == 1


def messages(plan: PlanBody) -> list[tuple[str, str, int | None]]:
    return [(notice.code, notice.message, notice.line) for notice in plan.records.notices]


def test_lists_without_numbers_and_priorities_that_open_too_often_are_told() -> None:
    plan = body("OFSTED RECOMMENDATIONS", "- Visit on time.", "OUR AIMS", "Two priorities:", "1. B.", "2. C.")
    plan.check_lists(plan.blocks[0])
    assert messages(plan) == [
        ("list-missing", "No recommendation with a number was found. Compare with the plan.", 1),
        ("list-missing", "No priority heading with a number was found. Compare with the plan.", 1),
    ]
    bare = body("OUR PLAN", "Words.")
    bare.check_lists(bare.blocks[0])
    assert messages(bare) == []
    more = body("OFSTED RECOMMENDATIONS", "1. A.", "OUR AIMS", "Two priorities:", "1. B.", "2. C.", "PRIORITY 1: B")
    more.check_lists(more.blocks[0])
    assert messages(more) == [("announced-count", "The plan lists 2 priorities and opens 1. Compare with the plan.", 1)]


@pytest.mark.parametrize(
    ("row", "is_total"),
    [
        ("Total\t\t", True),
        ("Total actions\t12\t", True),
        ("Grand total number of actions:\t12\t3", True),
        ("Total review of plans\tAnn\tMay", False),
        ("Total\tAnn\tMay", False),
    ],
)
def test_a_row_that_counts_the_actions_is_none(row: str, is_total: bool) -> None:
    plan = body(f"{ACTIONS}\n{row}")
    assert [len(table.block.rows) for table in plan.actions] == [2 if is_total else 3]
    assert [finding.text for finding in plan.records.findings] == [" ".join(row.split())] * is_total


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ("2.1\t1\tB.\tX\tMay\n2.2\t1\tC.\tX\tMay", True),
        ("2.1\t1\tB.\tX\tMay\nMore\t1\tC.\tX\tMay", False),
        ("2.1\tB.\tX\tMay\n2.2\tC.\tX\tMay", False),
    ],
    ids=["references", "a row without one", "other columns"],
)
def test_a_table_without_a_header_may_stand_under_another_heading(rows: str, read: bool) -> None:
    plan = body("PRIORITY 1: LEADERS", ACTIONS, "PRIORITY 2: PEOPLE", rows)
    assert [table.section for table in plan.actions] == ["priority-1", "priority-2"][: 1 + read]


MERGED = TableCell(merged=True, across=True)


def grouped(*rows: tuple[str, ...], above: str = "Our actions") -> PlanBody:
    """The body of a plan whose table of actions has these rows; one of a single text goes over all columns."""
    place = Place(None, 3)
    head = ("Action", "Lead", "By when")
    cells = [
        tuple(TableCell((text,) if text else (), place) for text in row) + (MERGED,) * (len(head) - len(row))
        for row in (head, *rows)
    ]
    made = tuple(TableRow(row, place) for row in cells)
    table = Block(BlockKind.TABLE, "table", "table", place, rows=made)
    (heading,) = read(above.encode()).blocks
    return PlanBody(frozenset()).read((replace(heading, kind=BlockKind.HEADING), table))


FIRST, SECOND = ("Visit homes", "Ann", "May"), ("Train staff", "Bob", "June")


def test_a_heading_over_all_columns_opens_a_section_of_the_rows_below() -> None:
    plan = grouped(("1. Practice",), FIRST, ("2. People",), SECOND)
    assert len(grouped(FIRST, ("Practice", "Ann"), SECOND).records.sections) == 1
    assert [(one.heading, one.level) for one in plan.records.sections] == [
        ("Our actions", 1), ("1. Practice", 2), ("2. People", 2),
    ]  # fmt: skip
    assert [(len(one.block.rows), one.section) for one in plan.actions] == [
        (2, "our-actions/1"), (2, "our-actions/2"),
    ]  # fmt: skip


def test_headings_inside_a_table_leave_what_those_above_it_name() -> None:
    plan = grouped(("Practice",), FIRST, ("People",), SECOND, above="Recommendation 1: The quality of plans")
    assert [one.links for one in plan.actions] == [("1",), ("1",)]


@pytest.mark.parametrize(
    "row", ["Note", "Key: G is on track", "We look at these each month.", "word " * 15 + "word"], ids=str.split
)
def test_a_note_over_all_columns_is_context_and_no_action(row: str) -> None:
    plan = grouped(FIRST, (row,), SECOND)
    assert [len(one.block.rows) for one in plan.actions] == [3]
    assert [finding.text for finding in plan.records.findings] == [row]
    assert len(plan.records.sections) == 1


def test_a_heading_at_the_end_of_a_table_is_context() -> None:
    plan = grouped(FIRST, ("Practice",))
    assert [len(one.block.rows) for one in plan.actions] == [2]
    assert [finding.text for finding in plan.records.findings] == ["Practice"]


def test_words_in_the_column_of_references_are_context_where_they_are_several() -> None:
    plan = body(f"{ACTIONS}\nOther work\t\t\t\t\n1.2\t1\tB.\tX\tMay\nl.3\t\t\t\t")
    assert [finding.text for finding in plan.records.findings] == ["Other work"]
    assert [len(table.block.rows) for table in plan.actions] == [4]


def test_words_outside_a_table_are_doubted_where_they_stand() -> None:
    plan = body("PRIORITY 1: LEADERS", ACTIONS, "Words of nobody.")
    message = "Words stand between the rows of actions and belong to no row; a row may be torn."
    assert messages(plan) == [("words-outside-table", message, 6)]


def test_the_row_of_a_priority_may_go_on_and_its_other_cells_are_context() -> None:
    plan = body(f"Priority 1: Leaders\t\u2022 Lead: X\t\t\t\nand managers\t\t\t\t\n{ACTIONS}")
    assert [section.heading for section in plan.records.sections] == ["Priority 1: Leaders and managers"]
    assert [(f.text, f.orig) for f in plan.records.findings] == [
        ("Lead: X", "Priority 1: Leaders\tLead: X\t\t\t"),
    ]
    assert [(len(table.block.rows), table.section) for table in plan.actions] == [(2, "priority-1")]


def test_a_row_over_all_columns_is_a_heading_or_a_remark_and_no_action() -> None:
    head, empty = "Ref\tAction\tLead\tBy when", "\t\t\t"
    plan = body(
        f"{head}\n1.1\tA\tX\tMay\nKey: green is done{empty}\n"
        f"Recommendation 2: The pace of visits{empty}\n1.2\tB\tX\tMay"
    )
    assert [(table.links, len(table.block.rows)) for table in plan.actions] == [((), 2), (("2",), 2)]
    assert [finding.text for finding in plan.records.findings] == ["Key: green is done"]
    assert [(rec.ref, rec.text) for rec in plan.records.recommendations] == [("2", "The pace of visits")]


def test_a_table_that_could_be_one_of_actions_without_a_header_is_told() -> None:
    plan = body("1.1\tVisit\tAnn\tMay\n1.2\tPlan\tBob\tJune")
    message = "A table with numbered rows has no header that is known; its rows were not read as actions."
    assert [(n.level, n.code, n.message, n.line) for n in plan.records.notices] == [
        ("error", "table-not-read", message, 1),
    ]
    assert [finding.text for finding in plan.records.findings] == ["1.1 Visit Ann May 1.2 Plan Bob June"]
    assert body("Team\tPosts\tHead\nDuty\t4\tAnn").records.notices == []


def test_a_table_without_a_header_carries_on_the_one_right_above() -> None:
    plan = body("Action\tLead\tBy when\nA\tX\tMay", "B\tY\tJune")
    assert [len(table.block.rows) for table in plan.actions] == [2, 1]
    apart = body("Action\tLead\tBy when\nA\tX\tMay", "Words of all.", "B\tY\tJune")
    assert [len(table.block.rows) for table in apart.actions] == [2]


def test_a_header_whose_rows_have_lost_their_lines_is_told() -> None:
    lost = body("Ref\tAction\tLead\tBy when", "Visit every family. Ann May", "Plan. Bob June")
    assert messages(lost) == [
        (
            "table-not-read",
            "A table of actions has a header and no rows; what stands under it was not read as actions.",
            1,
        )
    ]
    followed = body("Ref\tAction\tLead\tBy when", "1\tVisit\tAnn\tMay")
    assert (messages(followed), len(followed.actions)) == ([], 1)
    undrawn = body("Ref Action Lead By when RAG", "1 Visit every family. Ann May Green")
    message = "A table of actions without drawn lines was not read as rows; its words are kept as context."
    assert [(n.level, n.code, n.message, n.line) for n in undrawn.records.notices] == [
        ("error", "table-not-read", message, 1),
    ]
    lines = body("Ref", "Action", "Lead", "By when", "1 Visit every family.", "Ann", "May")
    assert [(n.code, n.line) for n in lines.records.notices] == [("table-not-read", 1)]
    assert messages(body("Action", "Lead", "1 Visit every family.")) == []


def test_a_row_over_two_columns_may_be_a_heading_and_one_over_three_a_remark() -> None:
    two = body("Priority 1: Leaders\t\nAction\tBy whom\nVisit\tAnn")
    assert [section.heading for section in two.records.sections] == ["Priority 1: Leaders"]
    three = body("Ref\tAction\tLead\n1\tVisit\tAnn\nKey: green is done\t\t\n2\tPlan\tBob")
    assert [len(table.block.rows) for table in three.actions] == [3]
    repeated = "Key: green is done"
    told = body(f"Action\tLead\tBy when\nVisit\tAnn\tMay\n{repeated}\t{repeated}\t{repeated}\nPlan\tBob\tJune")
    assert [len(table.block.rows) for table in told.actions] == [3]
    assert [finding.text for finding in told.records.findings] == [repeated]


def test_a_heading_of_words_alone_names_no_number() -> None:
    plan = body("Recommendation: The pace of visits to every family\t\t\t\nRef\tAction\tLead\tBy when\n1.2\tB\tX\tMay")
    assert [s.anchor for s in plan.records.sections] == ["recommendation-the-pace-of-visits-to-every-family"]


def test_numbers_and_labels_above_a_header_are_no_rows_of_actions() -> None:
    numbered = body("1\t2\t3\nRef\tAction\tLead\n1\tVisit\tAnn")
    assert ([len(table.block.rows) for table in numbered.actions], messages(numbered)) == ([2], [])
    labelled = body("Council:\tWexcombe\t\t\t\nRef\tAction\tLead\tBy when\tRAG\n1\tVisit\tAnn\tMay\tRed")
    assert [len(table.block.rows) for table in labelled.actions] == [2]
    assert [one.text for one in labelled.records.findings] == ["Council: Wexcombe"]
