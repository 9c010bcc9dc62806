"""The filters of figures: what each finds."""

import pytest
from django.urls import reverse

from findings.search.entries import index_report
from tests import builders as build

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> None:
    first = build.report(of=build.inspection(), year=2015)
    build.finding(first, "1", text="Caseloads are too high: 87.5% of reviews were held in time, and 12 plans are late.")
    other = build.report(authority=build.authority("Medway"), year=2020)
    build.finding(other, "1", text="There are 30 plans.")
    for report in (first, other):
        index_report(report.pk)


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ("", ["30 plans", "87.5 percent", "12 plans"]),
        ("unit=plans", ["30 plans", "12 plans"]),
        ("counted=review+held", ["87.5 percent"]),
        ("counted=the", ["30 plans", "87.5 percent", "12 plans"]),
        ("year=2020", ["30 plans"]),
        ("authority=wexcombe", ["87.5 percent", "12 plans"]),
        ("region=South+East", ["30 plans"]),
        ("theme=caseloads", ["87.5 percent", "12 plans"]),
        ("theme=caseloads&unit=plans", ["12 plans"]),
        ("unit=nonsense", []),
    ],
)
def test_figures_are_found_by(told, client, query, figures):
    assert [str(row) for row in client.get(f"{reverse('figures')}?{query}").context["object_list"]] == figures


def test_units_are_counted(told, client):
    facet = next(one for one in client.get(reverse("figures")).context["filterset"].facets if one.name == "unit")
    assert {choice.value: choice.count for choice in facet.choices} == {"percent": 1, "plans": 2}
