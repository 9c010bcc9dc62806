"""Which recommendations cells and headings name."""

import pytest

from ingest.drafts import RecommendationDraft
from ingest.profiles.plans.links import (
    Named,
    Recommended,
    is_recommendation,
    named_by_heading,
    named_in,
    numbers_in,
)


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("3", ("3",)),
        ("1 and 3", ("1", "3")),
        ("1, 4-6", ("1", "4", "5", "6")),
        ("Recommendation 2", ("2",)),
        ("Rec 1 & 2", ("1", "2")),
        ("Recs 1, 3", ("1", "3")),
        ("R2", ("2",)),
        ("Ofsted recommendation no. 4", ("4",)),
        ("R1, R3", ("1", "3")),
        ("Rec. 1 and Rec. 3", ("1", "3")),
        ("Recommendation 1 and recommendation 2", ("1", "2")),
        ("AFI 2 & AFI 4", ("2", "4")),
        ("Recommendation one", ("1",)),
        ("Ofsted recommendation ten", ("10",)),
        ("Recommendation one thing", ()),
        ("all", ()),
        ("Visit on time", ()),
        ("2024", ()),
    ],
)
def test_numbers_are_read_where_nothing_else_stands(printed: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(printed) == numbers


def test_a_cell_names_numbers_or_words_or_both() -> None:
    assert list(named_in(["1. The quality of plans", "2) The pace of visits"])) == [
        Named(("1",), "The quality of plans"), Named(("2",), "The pace of visits"),
    ]  # fmt: skip
    assert list(named_in(["Rec 3: The pace of visits"])) == [Named(("3",), "The pace of visits")]
    assert list(named_in(["1. The quality of plans 2. The pace of visits"])) == [
        Named(("1",), "The quality of plans"), Named(("2",), "The pace of visits"),
    ]  # fmt: skip
    assert list(named_in(["The quality of plans"])) == [Named((), "The quality of plans")]
    assert list(named_in(["1 and 2"])) == [Named(("1", "2"))]
    assert list(named_in([""])) == []


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("Recommendation 2: The pace of visits", Named(("2",), "The pace of visits")),
        ("RECOMMENDATION 2", Named(("2",), "")),
        ("Ofsted recommendation 2 – The pace of visits", Named(("2",), "The pace of visits")),
        ("Ofsted recommendation: The pace of visits", Named((), "The pace of visits")),
        ("Area for improvement 1: Plans", Named(("1",), "Plans")),
        ("Area of significant weakness 3: Plans are late", Named(("3",), "Plans are late")),
        ("Recommendations", None),
        ("Recommendations of the inspection", None),
        ("Priority 1: Practice", None),
    ],
)
def test_a_heading_names_a_recommendation_by_number_or_words(heading: str, named: Named | None) -> None:
    assert named_by_heading(heading) == named


@pytest.mark.parametrize(
    ("heading", "numbers", "words"),
    [
        ("Recommendations 1 and 2: plans and supervision", ("1", "2"), "plans and supervision"),
        ("Recommendations 1, 3 & 4", ("1", "3", "4"), ""),
        ("Recommendations 2-4: plans", ("2", "3", "4"), "plans"),
        ("Recommendation 2 – 12 month reviews are late", ("2",), "12 month reviews are late"),
        ("R1: The quality of plans", ("1",), "The quality of plans"),
        ("R 12. Visits", ("12",), "Visits"),
        ("What Ofsted said: 1. The quality of plans", ("1",), "The quality of plans"),
        ("What inspectors found 3", ("3",), ""),
        ("What Ofsted said needs to improve: 4. Visits", ("4",), "Visits"),
        ("What needs to improve 1: Visits", ("1",), "Visits"),
        ("Recommendation One: Visits", ("1",), "Visits"),
        ("Area for improvement three", ("3",), ""),
    ],
)
def test_a_heading_names_recommendations_in_many_forms(heading: str, numbers: tuple[str, ...], words: str) -> None:
    assert named_by_heading(heading) == Named(numbers, words)


@pytest.mark.parametrize(
    "heading",
    [
        "What needs to improve",
        "What Ofsted said",
        "What Ofsted said: leaders are slow",
        "R1",
        "R2D2: a robot",
        "Recommendations and 2 more",
        "Recommendation Ones",
    ],
)
def test_other_headings_name_no_recommendation(heading: str) -> None:
    assert named_by_heading(heading) in (None, Named((), "Ones"))


def test_words_are_a_link_where_one_recommendation_has_them() -> None:
    drafts = (
        RecommendationDraft("rec-1", "1", "The quality of plans for children (paragraphs 3 and 4).", ""),
        RecommendationDraft("rec-2", None, "The pace of visits to families", ""),
    )
    known = Recommended(drafts)
    assert known.numbers == ("1",)
    assert known.link_of("the quality of plans for children") == "1"
    assert known.link_of("The pace of visits to families (paragraph 9)") == "rec-2"
    assert known.link_of("The pace of visits") is None
    assert Recommended((*drafts, drafts[1])).link_of("The pace of visits to families") is None


def test_some_words_alone_can_be_a_recommendation() -> None:
    assert is_recommendation("The pace of visits")
    assert not any(is_recommendation(words) for words in ("all", "n/a", "Two words", ""))
