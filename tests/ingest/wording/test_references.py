"""Cross references in every form in which single inspections print them."""

import pytest

from ingest.wording.references import FoundReference, expand, find_references, paragraphs_in
from inspections.vocabulary import ReferenceTarget


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("(paragraph 19)", ["19"]),
        ("(paragraphs 20, 21).", ["20", "21"]),
        ("(paragraphs 998, 1004)", ["998", "1004"]),
        ("(paragraph 137, 138)", ["137", "138"]),
        ("(Para 12)", ["12"]),
        ("(Paras 3, 9)", ["3", "9"]),
        ("(para. 4)", ["4"]),
        ("(paras. 121 and 122)", ["121", "122"]),
        ("(page 12, paragraph 17)", ["17"]),
        ("(pages 13, 31, paragraphs 19, 94)", ["19", "94"]),
        ("(page 13, 30 paragraphs 31, 106)", ["31", "106"]),
        ("(Page 12, paragraph 32. Page 19, paragraph 64)", ["32", "64"]),
        ("(paragraphs 111\u2013114)", ["111", "112", "113", "114"]),
        ("(paragraphs 129\u2013 130)", ["129", "130"]),
        ("(paragraphs 22 - 23)", ["22", "23"]),
        ("(paragraph(s) 5)", ["5"]),
        ("(paragraphs 12/13)", ["12", "13"]),
        ("(paragraphs: 12, 13)", ["12", "13"]),
        ("(paragraph no. 12)", ["12"]),
        ("(paragraph numbers 12 and 13)", ["12", "13"]),
        ("see paragraphs 3.4 to 3.6 above", ["3.4", "3.5", "3.6"]),
        ("(paragraph 19) and again (paragraphs 19, 20)", ["19", "20"]),
    ],
)
def test_every_printed_form_gives_its_paragraphs_and_no_pages(text: str, refs: list[str]) -> None:
    assert list(paragraphs_in(text)) == refs


@pytest.mark.parametrize(
    "text", ["paragraph 3 of Schedule 2", "paragraph 4 of the Children Act", "a paragraph", "page 9"]
)
def test_paragraphs_of_an_act_and_pages_are_no_references(text: str) -> None:
    assert find_references(text) == ()


def test_tags_point_to_recommendations_with_or_without_numbers() -> None:
    found = find_references("Too slow. (Recommendation) Late (Recommendations 2 and 3). (recommendation 4)")
    assert [(f.target, f.refs) for f in found] == [
        ("recommendation", ()),
        ("recommendation", ("2", "3")),
        ("recommendation", ("4",)),
    ]


def test_a_reference_says_where_it_stands() -> None:
    (found,) = find_references("Act now (paragraph 19).")
    assert "Act now (paragraph 19)."[found.start : found.end] == found.printed == "paragraph 19"


def test_a_tag_without_a_number_says_where_it_stands_too() -> None:
    assert find_references("Too slow. (Recommendation)") == (
        FoundReference("recommendation", (), "(Recommendation)", 10, 26),
    )


def test_a_range_that_runs_backwards_stays_its_two_ends() -> None:
    assert expand("23-22") == ("23", "22")


def test_only_ranges_of_one_chapter_and_of_at_most_sixty_are_filled_in() -> None:
    assert expand("3.4-4.6") == ("3.4", "4.6")
    assert len(expand("1-61")) == 61
    assert expand("1-62") == ("1", "62")
    assert expand("22-24-26") == ("22", "23", "24", "26")


@pytest.mark.parametrize("text", ["(Rec 4)", "(Recs. 4 and 5)", "(recommendation no. 4)", "(Recommendations 4/5)"])
def test_recommendations_may_be_shortened(text: str) -> None:
    (found,) = find_references(text)
    assert found.target == ReferenceTarget.RECOMMENDATION
    assert found.refs[0] == "4"


def test_a_figure_behind_the_announcement_of_recommendations_is_none_of_theirs() -> None:
    assert find_references("It made these recommendations: 6 new posts and 2 new teams.") == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Act (paragraphs 139, 146 149,150).", ("139", "146", "149", "150")),
        ("Act (paragraphs 139 146 149).", ("139", "146", "149")),
        ("Act (paras 12-14 16).", ("12", "13", "14", "16")),
        ("Act (paragraphs 139, 146. 149, 150).", ("139", "146", "149", "150")),
        ("Act (paragraphs 3,,4).", ("3", "4")),
        ("As paragraphs 12 13 and 14 tell.", ("12", "13", "14")),
        ("As paragraph 12 24 hours later.", ("12",)),
        ("See paragraph 12. 3 children left.", ("12",)),
        ("Act (paragraph 12) 24 times.", ("12",)),
        ("As in paragraph 19 2016 was late.", ("19",)),
    ],
)
def test_a_sign_that_is_lost_between_numbers_loses_none_of_them(text: str, numbers: tuple[str, ...]) -> None:
    assert paragraphs_in(text) == numbers
