"""How recommendations are worded, sentences that there are none, and headings of one and the other."""

import pytest

from ingest.wording.recommending import heads_other_matters, heads_recommendations, recommends, says_none


@pytest.mark.parametrize(
    "text",
    [
        "Ensure that plans are read.", "ensure that plans are read", "Further strengthen the board.", "To review fees.",
        "Systematically check what children say.", "The council should write to parents.",
        "Continue to look for homes.", "‘Improve’ the roof.", "Managers must sign.", "Plans need to be shorter.",
    ],
)  # fmt: skip
def test_recommendations_ask_for_something(text: str) -> None:
    assert recommends(text)


@pytest.mark.parametrize(
    "text",
    ["Plans are read.", "Most children like their school.", "Leadership is strong.", "The board works well.", ""],
)
def test_findings_do_not(text: str) -> None:
    assert not recommends(text)


@pytest.mark.parametrize(
    "text",
    [
        "No areas were identified for immediate improvement.",
        "There are no areas for immediate action.",
        "No priority actions were identified during this inspection.",
        "None.", "None identified", "None were identified.", "Nil", "N/A", "Not applicable.",
        "There were no recommendations for immediate action.",
        "The inspection did not identify any areas for priority action.",
        "Inspectors identified no areas for priority or immediate action.",
        "No immediate actions are required.",
        "This inspection has not identified any areas for priority action.",
        "We found no areas for priority action.",
        "There were no areas for priority action identified during this inspection",
        "No areas for improvement.",
        "The inspection has not resulted in any priority actions.",
    ],
)  # fmt: skip
def test_sentences_that_there_are_none(text: str) -> None:
    assert says_none(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ensure that no child waits for action.",
        "No child who needs help should wait for priority action.",
        "There is no plan for children who go missing.",
        "Ensure that areas for improvement are identified.",
        "No areas of the town have a children's centre. Open one.",
        "No actions that followed the last audit were checked.",
        "None of the plans names actions.",
        "Notify parents of any areas for improvement.",
        "There is no clear action plan to improve placements.",
    ],
)
def test_items_with_the_same_words_are_items(text: str) -> None:
    assert not says_none(text)


@pytest.mark.parametrize(
    "heading",
    [
        "Key strengths and weaknesses of the LSCB", "Summary for children", "Early help strengths", "Working well",
        "Inspection findings", "Case study", "About this inspection", "Progress since the last inspection",
        "Areas of strength", "Good practice",
    ],
)  # fmt: skip
def test_headings_of_other_matters(heading: str) -> None:
    assert heads_other_matters(heading)
    assert not heads_recommendations(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Areas for improvement", "For immediate action", "Within three months", "Recommendations", "Priority actions",
        "What needs to improve", "Longer term", "Areas for development",
    ],
)  # fmt: skip
def test_headings_of_recommendations(heading: str) -> None:
    assert heads_recommendations(heading)


@pytest.mark.parametrize("heading", ["Leadership", "Children looked after", "Adoption", "Health agencies"])
def test_headings_that_tell_neither(heading: str) -> None:
    assert not heads_other_matters(heading)
    assert not heads_recommendations(heading)
