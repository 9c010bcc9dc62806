"""Grades in cells and in sentences: the word decides, never the number."""

import pytest

from ingest.wording.grades import find_grade, grade_of, grade_on_scale, is_not_judged


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("Good", "good"),
        ("outstanding", "outstanding"),
        ("Requires improvement to be good", "requires-improvement"),
        ("Requires  Improvement", "requires-improvement"),
        ("Require improvement", "requires-improvement"),
        ("Grade 4 (Inadequate)", "inadequate"),
        ("Grade 2 (Good)", "good"),
        ("Inadequate Grade 4", "inadequate"),
        ("Adequate", "adequate"),
        ("good.", "good"),
        ("Grade 2: Good", "good"),
        ("Good*", "good"),
        ("Inadequate \u2013 4", "inadequate"),
        ("Requires-improvement", "requires-improvement"),
        ("Requires improvement, to be good", "requires-improvement"),
        ("Requires improve ment to\nbe good.", "requires-improvement"),
        ("in adequate", "inadequate"),
    ],
)
def test_a_cell_that_is_a_grade_gives_its_code(wording: str, code: str) -> None:
    assert grade_of(wording) == code


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "4",
        "Goood",
        "G00d",
        "Not judged",
        "good practice",
        "Good or outstanding",
        "Not good",
        "Good?",
        "Good (was inadequate)",
        "2 Good 3",
        "GoodGood",
    ],
)
def test_a_cell_that_is_anything_else_gives_none(wording: str) -> None:
    assert grade_of(wording) is None


def test_not_judged_is_told_from_unreadable() -> None:
    assert is_not_judged("Not Judged")
    assert not is_not_judged("Not j")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Children's services in Wexcombe require improvement to be good",
            ("requires-improvement", "require improvement to be good"),
        ),
        (
            "This authority requires improvement and is not yet good because",
            ("requires-improvement", "requires improvement"),
        ),
        ("services require\n  improvement", ("requires-improvement", "require improvement")),
        ("were judged to be inadequate", ("inadequate", "inadequate")),
        ("The judgement is Outstanding", ("outstanding", "Outstanding")),
    ],
)  # fmt: skip
def test_a_sentence_gives_the_grade_it_awards_as_printed(sentence: str, found: tuple[str, str]) -> None:
    assert find_grade(sentence) == found


@pytest.mark.parametrize("sentence", ["no grade here", "good in parts and inadequate in others", "It is not good"])
def test_a_sentence_that_awards_none_or_two_gives_none(sentence: str) -> None:
    assert find_grade(sentence) is None


@pytest.mark.parametrize(
    ("wording", "framework", "code"),
    [
        ("3", "jar", "good"),
        ("3", "slac", "adequate"),
        ("Grade 2", "apa", "adequate"),
        ("Grade: 4", "apa", "outstanding"),
        ("(grade 1)", "slac", "outstanding"),
        ("Excellent", "apa", "outstanding"),
        ("Grade 4 (excellent)", "jar", "outstanding"),
        ("Excellent", "ilacs", None),
        ("5", "apa", None),
        ("2007", "apa", None),
        ("Grade 2 (Good)", "slac", None),
        ("2", "ilacs", None),
        ("2", "", None),
    ],
)
def test_a_number_alone_counts_on_the_scale_of_its_framework(wording, framework, code):
    assert grade_on_scale(wording, framework) == code
