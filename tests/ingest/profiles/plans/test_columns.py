"""Headings of tables of actions, in the words that plans use."""

import pytest

from ingest.blocks import TableCell, TableRow
from ingest.profiles.plans.columns import action_header, label_of
from ingest.wording.plan_columns import LONGEST_HEADING


def names(*headings: str) -> tuple[str, ...] | None:
    return action_header(TableRow(tuple(TableCell((text,) if text else ()) for text in headings)))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        *((heading, "action") for heading in ("Action", "Key actions", "Actions required", "What we will do",
            "Activity", "What will we do?", "What are we going to do?", "Task", "Agreed action", "Improvement actions",
            "What needs to be done?", "What will be done", "Actions to be taken", "Steps", "Planned actions",
            "Sub-actions", "Key deliverables", "So we will", "We will", "Our response")),
        *((heading, "lead") for heading in ("Lead", "Lead officer", "Who", "By whom", "Owner", "Action owner",
            "Responsible officer", "Who is responsible?", "Accountable", "Accountable officer", "Person responsible",
            "Lead(s)", "Exec lead", "Lead director", "Service lead", "Senior responsible officer",
            "Lead officer / team", "Responsibility", "Who will lead", "Officer responsible", "SRO")),
        *((heading, "due") for heading in ("By when", "When?", "Deadline", "Timescale", "Timescales", "Target date",
            "Completion date", "End date", "Due date", "Complete by", "Date for completion", "Timeframe",
            "When will it be done by?", "Target completion date", "Due")),
        *((heading, "success_measures") for heading in ("Success measures", "Success criteria", "Outcome", "Impact",
            "How will we know?", "How will we know it has made a difference?", "What will success look like",
            "Intended impact", "Expected outcomes", "Evidence", "Measure of success", "Evidence of impact",
            "What will be different for children")),
        *((heading, "measure") for heading in ("KPI", "Measure", "KPI / measure of impact", "Performance indicator")),
        *((heading, "rag") for heading in ("RAG", "BRAG", "RAG rating", "BRAG status", "Status", "Progress RAG")),
        *((heading, "progress") for heading in ("Progress", "Progress to date", "Update", "Progress update",
            "Comments", "Latest update", "Update on progress", "What have we done so far?")),
        *((heading, "ref") for heading in ("Ref", "No.", "Ref no", "Action no.", "Number", "ID", "Item")),
        *((heading, "recommendation") for heading in ("Ofsted recommendation", "Recommendation", "Rec no.",
            "Area for improvement", "Link to Ofsted recommendation", "Ofsted priority", "What needs to improve")),
        *((heading, "partners") for heading in ("Partners", "Supported by", "Partner agencies")),
        *((heading, "resources") for heading in ("Resources", "Resource implications", "Cost", "Budget")),
        *((heading, "baseline") for heading in ("Baseline", "Current performance", "Where are we now?")),
        *((heading, "target") for heading in ("Target", "Targets")),
        *((heading, "priority") for heading in ("Priority", "Priority area")),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_its_words(heading: str, name: str) -> None:
    others = {"action": "Action", "lead": "Lead", "due": "By when"}
    others.pop(name, None)
    found = names(heading, *others.values())
    assert found is not None
    assert found[0] == name


def test_parts_of_a_heading_are_asked_behind_whole_ones() -> None:
    assert names("Action/Task", "Who / Lead officer", "By when (date)") == ("action", "lead", "due")
    assert names("Action / Task", "Action", "Lead", "By when") == ("+Action / Task", "action", "lead", "due")


def test_headings_of_periods_are_kept_and_one_alone_has_its_field() -> None:
    head = ("Action", "Lead", "By when")
    assert names(*head, "Q1 progress", "Q2 progress", "Q3", "RAG Q1", "RAG Q2") == (
        *("action", "lead", "due", "+Q1 progress", "+Q2 progress", "+Q3", "+RAG Q1", "+RAG Q2"),
    )
    assert names(*head, "Update May 2025") == ("action", "lead", "due", "progress")
    assert names(*head, "Progress", "Update May 2025") == ("action", "lead", "due", "progress", "+Update May 2025")
    assert names("Action", "Lead", *(f"Word {n} May 2025" for n in range(9)), "By when") is not None


def test_the_surest_words_take_a_field_and_the_others_are_kept_with_their_heading() -> None:
    assert names("Objective", "Action", "Lead", "By when") == ("+Objective", "action", "lead", "due")
    assert names("Objective", "Lead", "By when") == ("action", "lead", "due")
    assert names("Action", "Lead", "By when", "Status", "RAG") == ("action", "lead", "due", "progress", "rag")
    assert names("Action", "Lead", "Start date", "End date") == ("action", "lead", "+Start date", "due")
    assert names("Action", "Lead", "When", "Outcome", "Success measures") == (
        *("action", "lead", "due", "measure", "success_measures"),
    )
    assert names("Action", "Strategic lead", "Lead officer", "When") == ("action", "+Strategic lead", "lead", "due")


def test_a_heading_that_no_word_knows_is_told_apart() -> None:
    assert names("Action", "Lead", "By when", "Zuständig") == ("action", "lead", "due", "?Zuständig")


def test_an_illegible_or_empty_heading_in_front_is_that_of_the_reference() -> None:
    assert names("ef O", "Action", "Lead", "By when") == ("ref", "action", "lead", "due")
    assert names("", "Action", "Lead", "By when") == ("ref", "action", "lead", "due")
    assert names("Theme", "Action", "Lead", "By when") == ("+Theme", "action", "lead", "due")


@pytest.mark.parametrize(
    "row",
    [
        ("Name", "Role"), ("Lead", "By when", "RAG"), ("Action", "Page"),
        ("Risk", "Action", "Rating", "Score", "Trend"),
        ("1.1", "Recruit carers", "Manager", "May 2025"), ("Action", "Lead", *("Word",) * 5),
    ],
)  # fmt: skip
def test_other_rows_are_no_header(row: tuple[str, ...]) -> None:
    assert names(*row) is None


def test_two_columns_are_enough_where_no_other_is_printed() -> None:
    assert names("Action", "By whom") == ("action", "lead")
    assert names("Action", "By whom", "Floor") is None


@pytest.mark.parametrize("heading", ["RAG", "Success measures", "Measure", "Progress"])
def test_an_action_needs_a_lead_a_date_or_what_tells_of_its_progress(heading: str) -> None:
    assert names("Ref", "Action", heading) is not None
    assert names("Ref", "Action", "Resources") is None
    assert names("Action", heading) is None


def test_a_row_with_long_words_is_no_header() -> None:
    assert names("Action", "By whom", "x" * LONGEST_HEADING, "By when") is not None
    assert names("Action", "By whom", "x" * (LONGEST_HEADING + 1), "By when") is None


def test_a_label_names_its_field() -> None:
    assert [label_of(word) for word in ("Lead officer", "By when", "Floor", "")] == ["lead", "due", None, None]
