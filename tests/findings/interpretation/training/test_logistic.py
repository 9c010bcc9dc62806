import pytest

from findings.interpretation.training.logistic import learn, solve


def test_equations_are_solved_even_if_a_pivot_is_zero():
    assert solve([[0.0, 2.0], [1.0, 1.0]], [4.0, 3.0]) == [1.0, 2.0]


def test_what_goes_with_yes_weighs_more_than_nothing_and_noise_little():
    rows = [(float(x), float(x % 2)) for x in range(20)]
    (telling, noise), start = learn(rows, [x > 9 for x in range(20)], 1.0)
    assert telling > abs(noise)
    assert start + telling * 9.5 == pytest.approx(0, abs=0.3)


def test_balance_lets_a_rare_answer_count_as_much():
    rows, is_so = [(0.0,)] * 9 + [(1.0,)], [False] * 9 + [True]
    (_, plain), (_, balanced) = learn(rows, is_so, 5.0), learn(rows, is_so, 5.0, balanced=True)
    assert balanced > plain
