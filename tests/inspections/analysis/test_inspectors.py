"""Inspections by lead inspector."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from inspections.analysis.filtersets import InspectorFilterSet
from inspections.analysis.inspectors import LeadInspectors, inspectors
from tests import builders

pytestmark = pytest.mark.django_db


def asked(query: str = "") -> LeadInspectors:
    filters = InspectorFilterSet(QueryDict(query))
    assert not filters.problems
    return inspectors(filters)


def led(by: str, started: str, name: str = "Kent") -> None:
    inspection = builders.inspection("ilacs", authority=builders.authority(name), started=started, lead_inspector=by)
    builders.statement(builders.report("ilacs", of=inspection), inspection)


@pytest.fixture
def told() -> None:
    led("ada marsh", "2019-05-06")
    led("Ada Marsh HMI", "2021-05-03", "Camden")
    led("Bea Stone", "2021-06-07")
    led("", "2021-07-05")


def test_forms_of_one_name_are_one_person(told):
    assert [(one.name, one.number, one.first, one.last, one.query) for one in asked().people] == [
        ("Ada Marsh", 2, "2019", "2021", "?lead=ada-marsh"),
        ("Bea Stone", 1, "2021", "2021", "?lead=bea-stone"),
    ]
    assert asked().unknown == 1


def test_the_inspections_of_one_person_are_listed(told):
    found = asked("lead=ada-marsh")
    assert [(row.inspection.place.name, row.name) for row in found.rows] == [
        ("Camden", "Ada Marsh"),
        ("Kent", "Ada Marsh"),
    ]
    assert found.chosen == ("Ada Marsh",)
    assert len(asked("lead=ada-marsh&region=South East").rows) == 1
    assert len(asked("year=2021&framework=ilacs").rows) == 2


def test_of_how_many_the_lead_inspector_is_known_is_drawn_by_year(told):
    assert asked().chart is None
    for month in range(1, 5):
        led("Bea Stone", f"2021-1{month % 3}-0{month}")
    (drawn,) = [bar for bar in asked().chart.bars if bar.parts]
    assert (drawn.label, [part.text for part in drawn.parts]) == ("2021", ["6 (86%)", "1 (14%)"])
    chosen = asked("lead=ada-marsh")
    assert (chosen.chart, len(chosen.rows), chosen.total) == (None, 2, asked().total)


def test_a_table_has_those_who_led_most_and_tells_how_many_more_there_are(told, monkeypatch):
    monkeypatch.setattr("inspections.analysis.inspectors.MOST", 1)
    assert ([one.name for one in asked().people], asked().others) == (["Ada Marsh"], 1)


def test_others_of_the_same_last_name_are_offered_and_never_taken_for_one_person(told, client):
    led("Adam Marsh", "2022-05-03", "Leeds")
    led("Eve Tidmarsh", "2022-05-03", "Bury")
    found = asked("lead=ada-marsh")
    assert len(found.rows) == 2
    assert [(one.name, one.number, one.query) for one in found.alike] == [
        ("Adam Marsh", 1, "?lead=ada-marsh&lead=adam-marsh")
    ]
    assert asked().alike == asked("lead=bea-stone").alike == ()
    both = asked("lead=ada-marsh&lead=adam-marsh")
    assert (len(both.rows), both.alike) == (3, ())
    page = client.get(reverse("analysis-inspectors"), {"lead": "ada-marsh"}).content.decode()
    assert "Whether this is the same person is not known." in page
