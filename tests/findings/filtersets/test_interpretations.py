"""Records by theme and polarity: as rules suggest them, and as people decided them."""

import pytest
from django.urls import reverse

from findings.corrections.interpretations import decide
from findings.filtersets import interpretations
from findings.interpretation.themes import THEMES
from findings.models import Finding
from findings.search import summed
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


def offered(client, query: str = "", name: str = "findings", of: str = "theme") -> dict[str, int | None]:
    facets = client.get(f"{reverse(name)}?{query}").context["filterset"].facets
    return {choice.value: choice.count for facet in facets if facet.name == of for choice in facet.choices}


def test_themes_and_polarities_have_the_numbers_that_their_choice_would_leave(client, findings):
    earlier = build.report(of=build.inspection(started="2012-05-01"), published="2012-07-02", year=2012)
    build.finding(earlier, "1", text=NEGLECT)
    index_report(earlier.pk)
    both = offered(client)
    assert (both["caseloads"], both["neglect"]) == (1, 2)
    for query in ("year=2012", "text=recognise&year=2012", "polarity=strength&year=2012"):
        assert offered(client, query).get("caseloads") is None
        assert offered(client, query)["neglect"] == 1
    assert offered(client, "theme=caseloads")["neglect"] == 2
    assert offered(client, of="polarity") == {"strength": 2, "weakness": 1}
    assert offered(client, "theme=caseloads&polarity=weakness", of="polarity") == {"weakness": 1}
    assert offered(client, "year=2012", of="polarity") == {"strength": 1}
    assert offered(client, name="recommendations")["caseloads"] == 1


def test_themes_of_what_is_not_public_are_not_counted(client, findings):
    report = findings[0].report
    report.visibility = "hidden"
    report.save()
    assert offered(client) == dict.fromkeys(THEMES)


def test_themes_of_too_many_records_are_offered_without_numbers(client, findings, monkeypatch):
    monkeypatch.setattr(summed, "are_whole", lambda: False)
    monkeypatch.setattr(interpretations, "MOST_RECORDS", 0)
    monkeypatch.setattr(interpretations, "MOST_OF_ALL", 0)
    monkeypatch.setattr(interpretations, "MOST_REPORTS", 0)
    assert offered(client) == offered(client, "year=2012") == dict.fromkeys(THEMES)


def test_themes_of_the_records_behind_too_many_rows_are_offered_without_numbers(client, findings, monkeypatch):
    build.finding(findings[0].report, "9", text="Caseloads are too high: 34% of workers hold more than 20 cases.")
    index_report(findings[0].report_id)
    assert offered(client, name="figures")["caseloads"] == 2
    monkeypatch.setattr(interpretations, "MOST_LEADING", 1)
    assert offered(client, "year=2015", name="figures") == dict.fromkeys(THEMES)
