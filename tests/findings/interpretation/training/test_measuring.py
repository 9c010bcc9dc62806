"""Measures count what is right, what is named and what was labelled."""

from collections import Counter

import pytest

from findings.interpretation.training.measuring import accuracy, macro_f1, measure_themes


def test_themes_are_measured_over_all_records_together():
    measure = measure_themes([("court", "health"), ("neglect",)], [["court"], ["neglect", "voice"]])
    assert (measure.right, measure.named, measure.labelled) == (2, 3, 3)
    assert measure.f1 == pytest.approx(2 / 3)


def test_polarity_is_measured_by_record_and_by_value():
    table = Counter({("strength", "strength"): 3, ("weakness", "strength"): 1})
    assert accuracy(table) == 0.75
    assert macro_f1(table) == pytest.approx((6 / 7 + 0) / 2)


def test_nothing_measured_is_zero():
    assert accuracy(Counter()) == macro_f1(Counter()) == measure_themes([], []).f1 == 0
