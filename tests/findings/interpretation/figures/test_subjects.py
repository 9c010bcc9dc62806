from findings.interpretation.figures.subjects import subject_of


def test_the_same_words_in_another_form_and_order_are_the_same_subject() -> None:
    assert subject_of("reviews held in time") == subject_of("Review was held in the time") == "held review time"


def test_other_words_are_another_subject() -> None:
    assert subject_of("reviews held in time") != subject_of("visits made in time")
    assert subject_of("of the 12") == ""
