"""Rows of tables of actions: numbers, links, and what a torn row gives."""

from dataclasses import replace

import pytest

from ingest.blocks import Box, Place, TableCell
from ingest.drafts import ActionDraft, RecommendationDraft
from ingest.notices import NoticeDraft
from ingest.profiles.plans.actions import read_actions
from ingest.profiles.plans.links import Recommended
from ingest.profiles.plans.rows import ActionTable
from ingest.readers.text import read
from tests.ingest.profiles.plans.test_rows import table

HEAD = "Ref\tOfsted recommendation\tAction\tLead\tBy when"


Actions = tuple[tuple[ActionDraft, ...], tuple[NoticeDraft, ...]]


def actions(
    *rows: str, known: tuple[str, ...] = (), listed: dict[str, object] | None = None, head: str = HEAD
) -> Actions:
    (table,) = read("\n".join((head, *rows)).encode()).blocks
    drafts = tuple(RecommendationDraft(f"rec-{ref}", ref, f"Number {ref}.", "") for ref in known)
    return read_actions([ActionTable(table, "priority-1")], Recommended(drafts), listed or {})


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


LATE = "Amber - it slipped because so many staff left the team"


def test_the_actions_of_one_row_have_its_reference_and_are_no_repeat() -> None:
    row = "1.1\t1\t<p>• Visit.</p><p>• Plan.</p>\tX\tMay"
    found, notices = actions(row, "1.2\t1\tTrain.\tX\tMay")
    assert [(action.anchor, action.ref, action.text) for action in found] == [
        ("action-1.1", "1.1", "Visit."), ("action-1.1~2", "1.1", "Plan."), ("action-1.2", "1.2", "Train."),
    ]  # fmt: skip
    assert [notice.code for notice in notices] == ["actions-parted"]
    assert refs(row, "1.1\t1\tTrain.\tX\tMay")[1] == ["actions-parted", "duplicate-action"]


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        ("Action\tLead\tBy when", "COMPLETED", (None, "COMPLETED", None)),
        ("Action\tLead\tBy when", "Ongoing", (None, "Ongoing", None)),
        ("Action\tLead\tBy when", "May 2025 - Completed", ("May 2025 - Completed", "Completed", None)),
        ("Action\tLead\tBy when", "Monthly", ("Monthly", None, None)),
        ("Action\tLead\tBy when\tRAG", "Completed\tBlue", (None, "Blue", "Completed")),
        ("Action\tLead\tBy when\tRAG", "Ongoing\tBlue", ("Ongoing", "Blue", None)),
        ("Action\tLead\tBy when\tRAG", "Completed\t", (None, "Completed", None)),
        ("Action\tLead\tBy when\tRAG\tProgress", "Completed\tBlue\tSee board", ("Completed", "Blue", "See board")),
        ("Action\tLead\tBy when\tRAG\tProgress", "May - done\tBlue\t", ("May - done", "Blue", None)),
        ("Action\tLead\tBy when\tProgress", "Completed\tOn track", (None, "On track", "Completed")),
        ("Action\tLead\tBy when\tRAG", f"May\t{LATE}", ("May", "Amber", LATE)),
        ("Action\tLead\tBy when\tRAG\tProgress", f"May\t{LATE}\t", ("May", "Amber", LATE)),
        ("Action\tLead\tBy when\tRAG\tProgress", f"May\t{LATE}\tBegun", ("May", LATE, "Begun")),
    ],
)
def test_a_state_in_the_cell_of_the_date_is_known_as_one(
    head: str, cells: str, expected: tuple[str | None, ...]
) -> None:
    (action,), _ = actions(f"Visit.\tX\t{cells}", head=head)
    assert (action.due, action.rag, action.progress) == expected


def test_links_that_are_no_numbers_or_no_recommendations_are_told() -> None:
    assert refs("1.1\tall\tA.\tX\tMay")[1] == ["link-unread"]
    assert refs("1.1\t1\tA.\tX\tMay", "1.2\t\tB.\tX\tMay")[1] == ["link-unread"]
    assert refs("1.1\t\tA.\tX\tMay")[1] == []
    assert refs("1.1\t9\tA.\tX\tMay", known=("1", "2"))[1] == ["unknown-recommendation"]
    assert refs("1.1\t2\tA.\tX\tMay", known=("1", "2"))[1] == []


def linked(cell: str, *known: RecommendationDraft) -> tuple[tuple[str, ...], list[str]]:
    (block,) = read(f"{HEAD}\n1.1\t{cell}\tA.\tX\tMay".encode()).blocks
    (action,), notices = read_actions([ActionTable(block, None)], Recommended(known), {})
    return action.recommendations, [notice.code for notice in notices]


PLANS, VISITS = "The quality of plans", "The pace of visits"


def test_a_number_that_the_plan_does_not_print_is_that_of_its_words() -> None:
    bare = RecommendationDraft("rec-1", None, PLANS, "")
    assert linked(f"2. {PLANS}", bare) == (("rec-1",), [])
    assert linked(f"2. {VISITS}", bare) == (("2",), [])


def test_a_number_with_the_words_of_another_is_taken_and_doubted() -> None:
    known = (RecommendationDraft("rec-1", "1", PLANS, ""), RecommendationDraft("rec-2", "2", VISITS, ""))
    assert linked(f"1. {VISITS}", *known) == (("1",), ["link-unread"])
    assert linked(f"2. {VISITS}", *known) == (("2",), [])
    assert linked("Rec 1", *known) == (("1",), [])


def messages(*rows: str, **more: object) -> list[tuple[str, str, str, int | None, str | None]]:
    _, notices = actions(*rows, **more)
    return [(n.level, n.code, n.message, n.line, n.anchor) for n in notices]


def test_doubts_about_an_action_name_it_and_stand_at_its_row() -> None:
    first = "1.1\t1\tA.\tX\tMay"
    assert messages(first, "l.2\t1\tB.\tX\tMay", "1.3\t1\tC.\tX\tMay") == [
        (
            *("warning", "number-restored"),
            "The number of the action “B.” is printed as “l.2”; 1.2 was restored, the only number that fits.",
            *(3, "action-1.2"),
        )
    ]
    assert messages(first, "l.2\t1\tB.\tX\tMay") == [
        (
            *("error", "action-number-lost"),
            "The number of the action “B.” is printed as “l.2” and does not follow from its neighbours. "
            "Set it by hand.",
            *(3, None),
        )
    ]
    assert messages(first, "1.3\t1\tB.\tX\tMay") == [
        ("error", "action-sequence", "Action 1.2 was not found before 1.3. Compare with the plan.", 3, None)
    ]
    assert messages(first, "1.1\t1\tB.\tX\tMay") == [
        ("warning", "duplicate-action", "Action 1.1 is printed more than once; all rows were kept.", 2, "action-1.1")
    ]
    unread = "The cell that should name the recommendations of action-1.1 holds {}; no link was read."
    assert messages("1.1\tall\tA.\tX\tMay") == [
        ("warning", "link-unread", unread.format("“all”, which are no numbers"), 2, "action-1.1")
    ]
    assert messages("1.2\t3\tB.\tX\tMay", "1.1\t\tA.\tX\tMay") == [
        ("warning", "link-unread", unread.format("nothing"), 3, "action-1.1")
    ]
    unknown = "action-1.1 answers 8, 9, which is no recommendation of the plan."
    assert messages("1.1\t1, 8, 9\tA.\tX\tMay", known=("1", "2")) == [
        ("warning", "unknown-recommendation", unknown, 2, "action-1.1")
    ]


def test_a_table_without_a_column_of_recommendations_has_no_links_and_no_doubts() -> None:
    found, notices = actions("1.1\tA.\tX\tMay", head="Ref\tAction\tLead\tBy when")
    assert ([action.recommendations for action in found], notices) == ([()], ())


@pytest.mark.parametrize(
    ("printed", "links"),
    [("1 and 2", ("1", "2")), ("1; 2", ("1", "2")), ("1/2 & 3", ("1", "2", "3")), ("2 to 4", ("2", "3", "4"))],
)
def test_links_are_read_with_every_sign_between_them(printed: str, links: tuple[str, ...]) -> None:
    (action,), notices = actions(f"1.1\t{printed}\tA.\tX\tMay")
    assert (action.recommendations, notices) == (links, ())


def test_every_column_of_a_plan_has_its_field() -> None:
    head = "Ref\tAction\tLead\tPartners\tBy when\tSuccess measures\tResources\tMeasure\tBaseline\tTarget\tRAG"
    (action,), _ = actions("1.1\tVisit.\tDirector\tPolice\tMay\tAll seen\tTwo posts\tShare\t60%\t90%\tGreen", head=head)
    assert (action.ref, action.text, action.lead, action.partners, action.due) == (
        *("1.1", "Visit.", "Director", "Police", "May"),
    )
    assert (action.success_measures, action.resources, action.measure) == ("All seen", "Two posts", "Share")
    assert (action.baseline, action.target, action.rag) == ("60%", "90%", "Green")
    assert "Director" in action.orig
    (bare,), _ = actions("1.1\tVisit.\tDirector\t\tMay\t\t\t\t\t\t", head=head)
    assert (bare.partners, bare.success_measures, bare.resources, bare.measure) == (None,) * 4
    assert (bare.baseline, bare.target, bare.rag) == (None,) * 3


def test_a_number_lost_in_front_of_the_second_action_is_the_first() -> None:
    assert refs("l.1\t1\tA.\tX\tMay", "1.2\t1\tB.\tX\tMay") == (["1.1", "1.2"], ["number-restored"])
    assert refs("l.1\t1\tA.\tX\tMay", "1.3\t1\tB.\tX\tMay")[0] == ["", "1.3"]
    assert refs("l.1\t1\tA.\tX\tMay")[0] == [""]


def test_a_number_is_restored_neither_into_a_wider_hole_nor_twice() -> None:
    assert refs("1.1\t1\tA.\tX\tMay", "l.2\t1\tB.\tX\tMay", "1.4\t1\tC.\tX\tMay")[0] == ["1.1", "", "1.4"]
    last = ("1.1\t1\tA.\tX\tMay", "l.2\t1\tB.\tX\tMay", "2.1\t1\tC.\tX\tMay")
    assert refs(*last)[0] == ["1.1", "", "2.1"]
    assert refs(*last, listed={"1.2": ()})[0] == ["1.1", "1.2", "2.1"]


PLAIN_HEAD = "Action\tLead\tBy when"


def test_words_of_progress_and_a_rating_stand_apart() -> None:
    def of(heading: str, cell: str) -> tuple[str | None, str | None]:
        (action,), _ = actions(f"Visit.\tX\tMay\t{cell}", head=f"{PLAIN_HEAD}\t{heading}")
        return action.rag, action.progress

    assert of("Progress", "Template agreed; staff trained") == (None, "Template agreed; staff trained")
    assert of("Progress", "On track") == ("On track", None)
    assert of("Status", "On track") == ("On track", None)
    late = "In progress: the template was agreed by the board in May"
    assert of("Status", late) == ("In progress", late)
    assert of("Status", f"So far {late}") == (None, f"So far {late}")
    assert of("RAG", "r" * 40) == ("r" * 40, None)
    assert of("RAG", "r" * 41) == (None, "r" * 41)
    assert of("RAG\tUpdate", "Red\tGreen") == ("Red", "Green")


def test_columns_without_a_field_are_kept_behind_their_headings() -> None:
    (action,), notices = actions("Visit.\tX\tMay\tJune\tBoden", head=f"{PLAIN_HEAD}\tStart date\tGrund")
    assert action.notes == "Start date: June\nGrund: Boden"
    assert [notice.code for notice in notices] == ["unknown-column"]


def test_the_priority_is_that_of_the_reference_the_cell_or_the_heading() -> None:
    def of(row: str, heading: str | None = None) -> tuple[str | None, str | None]:
        head = "Ref\tPriority\tAction\tLead\tBy when"
        (table,) = read(f"{head}\n{row}".encode()).blocks
        (action,), _ = read_actions([ActionTable(table, "s1", heading)], Recommended(), {})
        return action.priority, action.notes

    assert of("2.1\t\tVisit.\tX\tMay", "7") == ("2", None)
    assert of("a\tPriority 3\tVisit.\tX\tMay", "7") == ("3", None)
    assert of("a\t3: Practice\tVisit.\tX\tMay") == ("3", "Priority: 3: Practice")
    assert of("a\tHigh\tVisit.\tX\tMay", "7") == ("7", "Priority: High")
    assert of("a\t\tVisit.\tX\tMay") == (None, None)


def test_headings_name_what_the_rows_under_them_answer_unless_a_row_names_its_own() -> None:
    (table,) = read(f"{HEAD}\n1.1\t\tA.\tX\tMay\n1.2\t2\tB.\tX\tMay".encode()).blocks
    found, notices = read_actions([ActionTable(table, "s1", None, ("1",))], Recommended(), {})
    assert ([action.recommendations for action in found], notices) == ([("1",), ("2",)], ())


def test_a_plan_without_references_has_none_missing_and_a_row_without_an_action_is_told() -> None:
    found, notices = actions("Visit.\tX\tMay", "Plan.\tY\tJune", head=PLAIN_HEAD)
    assert ([action.ref for action in found], notices) == (["", ""], ())
    found, notices = actions("1\t\t\t", "2\t\tX\tMay", head=f"Ref\t{PLAIN_HEAD}")
    assert [action.ref for action in found] == ["2"]
    told = "A row of the table names no action."
    assert [(notice.level, notice.code, notice.message, notice.line) for notice in notices] == [
        ("warning", "torn-row", told, 2),
        ("warning", "torn-row", told, 3),
    ]


def test_holes_in_plain_numbers_are_doubted_and_those_of_each_section_counted_apart() -> None:
    found, notices = actions("1\tA\tX\tMay", "3\tB\tX\tMay", head=f"Ref\t{PLAIN_HEAD}")
    assert [(notice.level, notice.code) for notice in notices] == [("warning", "action-sequence")]
    assert [action.anchor for action in found] == ["action-1", "action-3"]


COLOURED = TableCell(colour="theme 5")


def rated(*rows: tuple[str | TableCell, ...], box: bool = False) -> tuple[NoticeDraft, ...]:
    given = table(("Action", "Lead", "By when", "RAG"), *rows)
    if box:
        place = Place(1, None, (Box(1, 0, 0, 9, 9),))
        given = replace(given, rows=tuple(replace(row, place=place) for row in given.rows))
    return read_actions([ActionTable(given, "s1")], Recommended(), {})[1]


def test_ratings_by_colour_alone_are_named_once() -> None:
    rows = (("Visit", "Ann", "May", "Red"), ("Plan", "Bob", "June", COLOURED), ("Train", "Cat", "July", COLOURED))
    assert [(notice.level, notice.code, notice.message) for notice in rated(*rows)] == [
        (
            "warning",
            "rating-missing",
            "The cell of the rating has no words for 2 of 3 actions, the first of them “Plan”; a rating that is given "
            "by colour is not read.",
        )
    ]


def test_a_cell_without_words_or_colour_is_no_rating_except_in_a_pdf_which_tells_no_colours() -> None:
    empty = (("Visit", "Ann", "May", "Red"), ("Plan", "Bob", "June", ""))
    assert rated(*empty) == ()
    assert [notice.code for notice in rated(*empty, box=True)] == ["rating-missing"]
    assert rated(empty[0], box=True) == ()


@pytest.mark.parametrize("day", ["31/03/2025", "3rd May 2025", "Mar-25", "Q3 2025/26", "Monthly", "September 2025"])
def test_an_action_that_is_a_date_alone_is_doubted(day: str) -> None:
    head = "Our pledge\tMilestone\tLead\tRAG"
    (action,), notices = actions(f"Visit every family\t{day}\tAnn\tRed", head=head)
    assert (action.text, action.notes) == (day, "Our pledge: Visit every family")
    assert [notice.code for notice in notices] == ["unknown-column", "torn-row"]
    assert len(actions(f"Visit every family\tVisit in {day}\tAnn\tRed", head=head)[1]) == 1
