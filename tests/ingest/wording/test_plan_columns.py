"""The words with which plans head their columns; what each names is tested with the plans."""

import pytest

from ingest.wording.plan_columns import (
    forms_of,
    heads_actions,
    heads_in_line,
    is_known_heading,
    is_period,
    squash,
    undated,
)


def test_a_heading_is_compared_without_case_spaces_and_signs() -> None:
    assert squash("Recom menda-\ntion(s)?") == "recommendations"


@pytest.mark.parametrize("heading", ["By when?", "KPI / measure of impact", "Start date", "Stat Neighbour Benchmark"])
def test_headings_of_plans_are_known_with_and_without_a_field(heading: str) -> None:
    assert is_known_heading(heading)


@pytest.mark.parametrize(
    ("heading", "forms"),
    [
        ("By when?", ("bywhen",)),
        ("Action (what we will do)", ("actionwhatwewilldo", "action")),
        ("Lead / Owner", ("leadowner", "lead", "owner")),
        (
            "Success measure [KPI] / impact",
            ("successmeasurekpiimpact", "successmeasureimpact", "successmeasure", "impact"),
        ),
        ("Y/N", ("yn",)),
        ("3", ()),
    ],
)
def test_a_heading_is_compared_whole_and_by_its_parts(heading: str, forms: tuple[str, ...]) -> None:
    assert forms_of(heading) == forms


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("Q1 progress", "progress"),
        ("RAG Q1", "RAG"),
        ("Update May 2025", "Update"),
        ("Progress update (Sept ’25)", "Progress update ( )"),
        ("Phase 2 status", "status"),
        ("2025/26 target", "target"),
        ("By when", "By when"),
        ("Maybe", "Maybe"),
    ],
)
def test_a_heading_may_name_a_period(heading: str, rest: str) -> None:
    assert undated(heading) == rest
    assert is_known_heading(heading) is (heading != "Maybe")


@pytest.mark.parametrize(("text", "period"), [("Q1", True), ("Jun-25", True), ("", False), ("Q1 progress", False)])
def test_a_period_alone(text: str, period: bool) -> None:
    assert is_period(text) is period


@pytest.mark.parametrize("heading", ["", "Grund", "Visit every family by May", "When " * 30])
def test_other_words_are_not(heading: str) -> None:
    assert not is_known_heading(heading)


def test_a_row_heads_actions_with_three_known_headings_that_are_half_of_the_printed() -> None:
    assert heads_actions(("œf", "Action", "Lead", "By when"))
    assert not heads_actions(("Action", "Lead", "Grund"))
    assert not heads_actions(("Action", "Lead", "By when", "A word", "Words", "More", "Other"))
    assert not heads_actions(("1.1", "Visit", "Ann", "May"))


@pytest.mark.parametrize(
    "line", ["Ref Action Lead By when RAG", "What will we do? Who is responsible? By when? How will we know? BRAG"]
)
def test_a_line_of_headings_is_a_header_whose_columns_are_not_drawn(line: str) -> None:
    assert heads_in_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Action plan",
        "Action, lead",
        "Each action has a lead and a date by when it is done.",
        "Lead When Status Target",
        "",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert not heads_in_line(line)


@pytest.mark.parametrize("sign", ["#", "№", " Nº "])
def test_a_sign_for_numbers_heads_references(sign: str) -> None:
    assert is_known_heading(sign)
    assert squash(sign) == "no"
