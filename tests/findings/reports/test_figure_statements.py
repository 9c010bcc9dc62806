"""Figures in words, and the sentence that states each."""

from decimal import Decimal

import pytest

from findings.models import Figure
from findings.reports.figure_statements import LONGEST, amount_of, figure_statement


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("87.5000", "percent", "87.5%"),
        ("1500000", "pounds", "£1,500,000"),
        ("28", "children", "28 children"),
        ("48", "per 10,000", "48 per 10,000"),
    ],
)
def test_an_amount_has_its_unit(value, unit, words):
    assert amount_of(Decimal(value), unit) == words


def parts(text: str, number: str) -> tuple[str, str, str]:
    start = text.index(number)
    shown = figure_statement(Figure(value=Decimal(12), unit="plans", start=start, end=start + len(number)), text)
    return shown.before, shown.printed, shown.after


def test_a_figure_stands_in_its_own_sentence():
    assert parts("Managers are new. There are 12 plans. All are late.", "12") == ("There are ", "12", " plans.")
    assert parts("12 plans", "12") == ("", "12", " plans")


def test_a_long_sentence_is_cut_where_it_says_so():
    before, _, after = parts("word " * 200 + "12" + " word" * 200, "12")
    assert (before[0], after[-1]) == ("…", "…")
    assert len(before) == len(after) == LONGEST + 1
