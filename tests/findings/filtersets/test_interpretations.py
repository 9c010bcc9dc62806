"""Records by theme and polarity: as rules suggest them, and as people decided them."""

import pytest
from django.urls import reverse

from findings.corrections.interpretations import decide
from findings.models import Finding
from findings.search.entries import index_report
from tests import builders as build

pytestmark = pytest.mark.django_db
CASELOADS = "Caseloads are too high, and this is a weakness."
NEGLECT = "Social workers recognise neglect well, and this is a strength."


@pytest.fixture
def findings() -> list[Finding]:
    report = build.report(of=build.inspection())
    rows = [build.finding(report, str(n), text=text) for n, text in enumerate((CASELOADS, NEGLECT), 1)]
    build.recommendation(report, "1", text="Reduce the caseloads of social workers.")
    build.recommendation(report, "2", text="Recognise neglect earlier.")
    index_report(report.pk)
    return rows


def shown(client, query: str, name: str = "findings") -> list[str]:
    return [row.anchor for row in client.get(f"{reverse(name)}?{query}").context["object_list"]]


def test_findings_are_found_by_theme_and_polarity(client, findings):
    assert shown(client, "theme=caseloads") == ["para-1"]
    assert shown(client, "polarity=strength") == ["para-2"]
    assert shown(client, "theme=caseloads&theme=neglect") == ["para-1", "para-2"]
    assert shown(client, "theme=caseloads&polarity=strength") == []


def test_recommendations_are_found_by_theme(client, findings):
    assert shown(client, "theme=caseloads", "recommendations") == ["rec-1"]


def test_what_a_person_decided_is_what_filters_find(client, findings, user):
    Finding.objects.get(anchor="para-1")
    decide(Finding.objects.get(anchor="para-1"), "themes", "workforce", "Read by a person.", user)
    assert shown(client, "theme=caseloads") == []
    assert shown(client, "theme=workforce") == ["para-1"]


def test_an_unknown_theme_is_named_and_nothing_is_shown(client, findings):
    answer = client.get(f"{reverse('findings')}?theme=novel")
    assert "“novel” is not a choice of the filter “Theme”" in answer.content.decode()


def test_themes_are_offered_without_numbers(client, findings):
    facets = {facet.name: facet for facet in client.get(reverse("findings")).context["filterset"].facets}
    assert {choice.count for choice in facets["theme"].choices} == {None}
    assert len(facets["polarity"].choices) == 4
