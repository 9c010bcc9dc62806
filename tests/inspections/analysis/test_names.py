"""Names that documents write in several ways."""

import pytest

from inspections.analysis.names import key_of, lead_inspectors, shown, themes_of_visits, without_title
from tests import builders


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ada Marsh HMI", "Ada Marsh"),
        ("Ada Marsh, Her Majesty’s Inspector", "Ada Marsh"),
        ("Ada  Marsh.", "Ada Marsh"),
        ("Ada Thomson -Marsh", "Ada Thomson-Marsh"),
        ("", ""),
    ],
)
def test_titles_and_stray_spaces_are_no_part_of_a_name(printed, name):
    assert without_title(printed) == name


def test_forms_of_one_name_share_a_key_and_the_one_with_capitals_shows():
    forms = ["ada marsh", "Ada Marsh HMI", "áda marsh", "ADA-LOUISE MARSH"]
    assert {key_of(form) for form in forms[:3]} == {"ada-marsh"}
    assert shown([*forms, ""]) == {"ada-marsh": "Ada Marsh", "ada-louise-marsh": "ADA-LOUISE MARSH"}


def test_of_several_forms_with_capitals_the_most_frequent_shows():
    assert shown(["Máire Byrne", "Maire Byrne", "Maire Byrne"]) == {"maire-byrne": "Maire Byrne"}


@pytest.mark.django_db
def test_choices_are_those_of_inspections_that_are_shown():
    inspection = builders.inspection("focused-visit", theme="Front door", lead_inspector="ada marsh")
    report = builders.report("focused-visit", of=inspection)
    builders.statement(report, inspection)
    builders.inspection("focused-visit", theme="Hidden", lead_inspector="Bea Hidden")
    assert list(lead_inspectors()) == [("ada-marsh", "ada marsh")]
    assert list(themes_of_visits()) == [("front-door", "Front door")]
