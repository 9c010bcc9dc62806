"""The words with which plans head their columns; what each names is tested with the plans."""

import pytest

from ingest.wording.plan_columns import heads_actions, is_known_heading, squash


def test_a_heading_is_compared_without_case_spaces_and_signs() -> None:
    assert squash("Recom menda-\ntion(s)?") == "recommendations"


@pytest.mark.parametrize("heading", ["By when?", "KPI / measure of impact", "Start date", "Stat Neighbour Benchmark"])
def test_headings_of_plans_are_known_with_and_without_a_field(heading: str) -> None:
    assert is_known_heading(heading)


@pytest.mark.parametrize("heading", ["", "Grund", "Visit every family by May", "When " * 30])
def test_other_words_are_not(heading: str) -> None:
    assert not is_known_heading(heading)


def test_a_row_heads_actions_with_three_known_headings_that_are_half_of_the_printed() -> None:
    assert heads_actions(("œf", "Action", "Lead", "By when"))
    assert not heads_actions(("Action", "Lead", "Grund"))
    assert not heads_actions(("Action", "Lead", "By when", "A word", "Words", "More", "Other"))
    assert not heads_actions(("1.1", "Visit", "Ann", "May"))
