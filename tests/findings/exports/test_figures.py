"""The columns of figures: what only they say."""

from decimal import Decimal

import pytest

from findings.exports.columns import cell, fact
from findings.exports.figures import FIGURE_COLUMNS, printed
from findings.models import Figure, Finding

NAMES = {
    "value",
    "unit",
    "counted",
    "figure_as_at",
    "printed",
    "paragraph_ref",
    "value_source",
    "la_name",
    "source_page",
}


def value_of(name: str, figure: Figure) -> object:
    return next(column for column in FIGURE_COLUMNS if column.name == name).value(figure, "")


def test_a_figure_stands_with_its_source():
    assert {column.name for column in FIGURE_COLUMNS} >= NAMES


@pytest.mark.parametrize(("by_person", "source"), [(True, "person"), (False, "machine")])
def test_it_is_told_who_read_a_figure(by_person, source):
    assert value_of("value_source", Figure(by_person=by_person)) == source


def test_the_words_that_print_a_figure_are_those_of_the_text():
    assert printed(Figure(finding=Finding(text="About 87.5% of plans"), start=6, end=11)) == "87.5%"


@pytest.mark.parametrize(
    ("value", "in_json", "in_csv"), [("87.5000", 87.5, "87.5"), ("1500000.0000", 1500000, "1500000")]
)
def test_values_are_numbers_without_needless_zeros(value, in_json, in_csv):
    assert (fact(Decimal(value)), cell(Decimal(value))) == (in_json, in_csv)
    assert type(fact(Decimal(value))) is type(in_json)
