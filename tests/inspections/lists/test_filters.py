"""The kinds of filter: which values are good, which rows they leave, and which choices they show."""

import pytest
from django.core.exceptions import ValidationError

from inspections.lists.filters import ChoicesField, ChoicesFilter, ParagraphField, TypedFilter, YearsField, YearsFilter
from inspections.models import Authority
from tests import builders


def letters():
    return [("a", "First"), ("b", "Second"), ("c", "Third")]


def test_a_field_of_choices_names_the_value_that_it_does_not_know():
    field = ChoicesField(load=letters, label="Letter", required=False)
    assert field.clean(["a", "", "c"]) == ["a", "c"]
    with pytest.raises(ValidationError, match="“z” is not a choice of the filter “Letter”"):
        field.clean(["a", "z"])


def test_values_are_loaded_once_and_only_when_they_are_needed():
    loads = []

    def load():
        loads.append(1)
        return letters()

    field = ChoicesField(load=load, label="Letter", required=False)
    assert not loads
    assert field.known == field.known == dict(letters())
    assert loads == [1]


@pytest.mark.parametrize(
    ("value", "good"), [("1999", True), ("2026", True), ("1899", False), ("20", False), ("20266", False)]
)
def test_a_year_has_four_digits_and_need_not_occur(value, good):
    assert YearsField(load=tuple, label="Year").valid_value(value) is good


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("38", "38"),
        ("3.14", "3.14"),
        ("paragraph 38", "38"),
        ("Paras. 4", "4"),
        ("A12", "A12"),
        ("12b.", "12b"),
        ("", ""),
    ],
)
def test_the_number_of_a_paragraph_is_understood_as_people_write_it(typed, number):
    assert ParagraphField(required=False).clean(typed) == number


@pytest.mark.parametrize("typed", ["thirty", "3..1", "1 2", "paragraph"])
def test_what_is_no_number_of_a_paragraph_is_named(typed):
    with pytest.raises(ValidationError, match="is not the number of a paragraph"):
        ParagraphField(required=False).clean(typed)


def test_choices_are_those_that_occur_and_those_that_are_chosen():
    own = ChoicesFilter("code", load=letters, label="Letter")
    field = ChoicesField(load=letters, label="Letter")
    shown = own.choices(field, {"a": 3}, ["c"])
    assert [(choice.value, choice.label, choice.count, choice.chosen) for choice in shown] == [
        ("a", "First", 3, False),
        ("c", "Third", 0, True),
    ]


def test_the_latest_year_stands_first_and_what_is_no_year_is_not_shown():
    own, field = YearsFilter("year", label="Year"), YearsField(load=tuple, label="Year")
    shown = own.choices(field, {"2015": 2, "2023": 1}, ["2019", "soon"])
    assert [(choice.value, choice.count) for choice in shown] == [("2023", 1), ("2019", 0), ("2015", 2)]


def test_what_the_group_of_a_row_holds_is_told():
    by_group = ChoicesFilter("inspection__year", load=letters, label="Year")
    assert by_group.is_of_group("inspection__")
    assert not by_group.is_of_group("report__")
    assert not by_group.is_of_group("")
    assert not ChoicesFilter("inspection__a", extra_path="b", load=letters, label="Two").is_of_group("inspection__")


@pytest.mark.django_db
def test_rows_hold_one_of_the_values_in_either_column():
    kent, camden = builders.authority("Kent"), builders.authority("Camden")
    own = ChoicesFilter("region", extra_path="slug", load=tuple, label="Where")
    rows = Authority.objects.filter(pk__in=[kent.pk, camden.pk])
    assert set(own.filter(rows, [])) == {kent, camden}
    assert set(own.filter(rows, ["London"])) == {camden}
    assert set(own.filter(rows, ["London", "kent"])) == {kent, camden}
    assert set(own.filter(rows, ["nowhere"])) == set()


def test_what_is_typed_needs_no_explanation_unless_a_filter_gives_one():
    assert TypedFilter(field_name="name", label="Name").said("Kent") == ""
