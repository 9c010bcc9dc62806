import pytest

from ingest.blocks import Place
from ingest.drafts import ActionDraft, RecommendationDraft
from ingest.ledger.action_words import (
    number_as_printed,
    numbers_as_printed,
    recommendation_as_printed,
    reference_as_printed,
)
from ingest.ledger.record_words import spelt


def printed(*numbers: str) -> set[str]:
    return {spelt(form).strip() for form in numbers_as_printed(numbers)}


@pytest.mark.parametrize(
    ("numbers", "cell"),
    [
        (("4",), "4"),
        (("4",), "Rec. 4"),
        (("4",), "R4"),
        (("4",), "AFI 4"),
        (("4",), "Ofsted recommendation 4"),
        (("4",), "Recommendation four"),
        (("1", "2"), "Recs 1 & 2"),
        (("1", "2"), "Rec 1 and Rec 2"),
        (("1", "2"), "R1, R2"),
        (("1", "2", "3"), "Recommendations 1, 2 and 3"),
        (("1", "2", "3"), "Areas for improvement 1 to 3"),
        (("1", "2", "3"), "1-3"),
    ],
)
def test_the_cells_that_print_numbers(numbers: tuple[str, ...], cell: str) -> None:
    assert spelt(cell).strip() in printed(*numbers)


@pytest.mark.parametrize("cell", ["Recommendation", "5", "Recommendation 4 and 5", "Visit 4", "Recommendation five"])
def test_cells_that_say_more_or_less(cell: str) -> None:
    assert spelt(cell).strip() not in printed("4")


def test_no_numbers_are_printed_in_no_form() -> None:
    assert printed() == set()
    assert "recommendation 11" in printed("11")


def test_the_words_of_a_recommendation_stand_behind_its_number() -> None:
    forms = [*recommendation_as_printed(RecommendationDraft("rec-2", "2", "Visit sooner.", ""))]
    assert {"Recommendation 2 Visit sooner.", "Ofsted Recommendation 2 Visit sooner.", "R2 Visit sooner."} <= {*forms}
    assert [*recommendation_as_printed(RecommendationDraft("rec-2", None, "Visit sooner.", ""))] == []


def test_a_reference_stands_in_front_of_the_words_or_has_others_over_it() -> None:
    action = ActionDraft("action-1.2", "1.2", "1", "Visit.", "1.2 œ\tVisit.", place=Place())
    assert [*reference_as_printed(action)] == ["1.2 Visit.", "1.2 œ"]
    assert "Action 1.2" in [*number_as_printed(action)]
    assert [*reference_as_printed(ActionDraft("action-x", "", None, "Visit.", "Visit.", place=Place()))] == []
