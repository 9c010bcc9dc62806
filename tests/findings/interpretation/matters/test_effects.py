import pytest

from findings.interpretation.matters import MatterRecord
from findings.interpretation.matters.effects import ASKED, FEW, INTENDED, NONE, Effects, effects_of
from findings.interpretation.matters.profiles import profile_of
from tests.findings.interpretation.matters.made import recommended

WANTED = profile_of(recommended("Hold supervision every month."))


def effects(text):
    record = MatterRecord("1", text)
    return effects_of(WANTED, record, profile_of(record))


@pytest.mark.parametrize(
    "text",
    [
        "Leaders are aware that supervision is late.",
        "A plan is in place.",
        "It is too early to see what has come of it.",
        "Work has begun to recruit more staff.",
        "The council is developing a new approach.",
        "Leaders know that there is more to do.",
    ],
)
def test_what_is_known_planned_or_begun_is_an_intention(text):
    assert INTENDED.search(text)


@pytest.mark.parametrize("text", ["Supervision is regular.", "Needs are identified early.", "Plans are well embedded."])
def test_what_is_so_is_no_intention(text):
    assert not INTENDED.search(text)


def test_praise_of_intentions_stands_apart_from_praise_of_effects():
    done = effects("Supervision is strong and very effective.")
    planned = effects("Leaders have strong plans to strengthen supervision effectively.")
    assert done.achieved > 0.5 > done.intended
    assert planned.intended > 0.5 > planned.achieved


def test_criticism_for_few_stands_apart():
    assert FEW.search("for a small minority of staff")
    few, many = effects("For a small minority, supervision is weak."), effects("Supervision is weak and too late.")
    assert few.few > 0.5 > few.many
    assert many.many > 0.5 > many.few


def test_sentences_about_the_matter_count_more():
    text = "Supervision is strong and very effective. Meals are weak, poor and far too late."
    assert effects(text).achieved > effects(text).many


def test_a_recommendation_criticises_and_effects_add_up():
    assert effects_of(WANTED, recommended("Hold supervision."), WANTED) == ASKED
    assert NONE + Effects(1.0, 0.5, 0.0, 2.0).scaled(0.5) == Effects(0.5, 0.25, 0.0, 1.0)


def test_a_cited_paragraph_does_not_move_the_sentences():
    text = "Supervision is strong (paragraphs 12, 14). Meals are late."
    assert effects(text).achieved > 0
