import pytest

from findings.interpretation.matters.comparison import LINK
from findings.interpretation.matters.coverage import COVERAGE
from findings.interpretation.matters.outcome import OUTCOME
from findings.interpretation.matters.weights import STATUSES, Weighing, chance, stored_judges


def test_odds_add_up_what_each_number_weighs():
    assert Weighing((2.0, -1.0), 0.5).odds((1.0, 3.0)) == -0.5


def test_numbers_without_a_weight_are_an_error():
    with pytest.raises(ValueError, match=r"shorter|longer"):
        Weighing((2.0,), 0.0).odds((1.0, 1.0))


def test_even_odds_are_a_chance_of_half_and_extremes_do_not_overflow():
    assert chance(0.0) == 0.5
    assert 0 < chance(-1e6) < chance(1e6) < 1


def test_every_decision_was_learnt_with_a_weight_for_each_of_its_numbers():
    lengths = {name: len(judge.weights) for name, judge in stored_judges().items()}
    assert lengths == {
        "link": len(LINK),
        "nothing": len(COVERAGE),
        **{status.value: len(OUTCOME) for status in STATUSES},
    }
