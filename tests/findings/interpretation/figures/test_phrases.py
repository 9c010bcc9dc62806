import pytest

from findings.interpretation.figures import figures_of
from findings.interpretation.figures.phrases import LONGEST


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("There were 56 children placed in hostels.", "children placed in hostels"),
        ("We heard that 12 plans, which were late, failed.", "plans"),
        ("Only 66% of staff received timely supervision.", "staff received timely supervision"),
        ("The vast majority (98%) of reviews are held on time.", "reviews are held on time"),
        ("The average wait for an assessment is 39 weeks.", "average wait for an assessment"),
        ("A 10-week course in cooking began.", "course in cooking began"),
        ("Attendance at school in 2014 was 97%.", "Attendance at school"),
        ("The number of cases of absence at the time of the inspection was 211.", "number of cases of absence"),
        ("In all, 70% of children, it says, moved.", "children"),
    ],
)
def test_words_of_the_text_say_what_is_counted(text: str, of: str) -> None:
    assert figures_of(text)[0].of == of


def test_a_figure_without_words_of_its_own_has_those_of_the_one_before() -> None:
    first, second = figures_of("In May 2020, 28 children moved to carers, while this month the figure is 141.")
    assert first.of == "children moved to carers"
    assert second.of == "children moved to carers"


def test_a_phrase_ends_before_the_next_figure() -> None:
    assert [figure.of for figure in figures_of("They made 30 home visits and 12 phone calls.")] == [
        "home visits",
        "phone calls",
    ]


def test_a_phrase_is_short() -> None:
    (figure,) = figures_of("There were 12 plans " + "very " * 30 + "late.")
    assert len(figure.of.split()) == LONGEST
    (figure,) = figures_of("The wait " + "very " * 30 + "long lasts 12 weeks.")
    assert len(figure.of.split()) <= LONGEST
