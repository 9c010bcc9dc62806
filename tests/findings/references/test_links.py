"""Cross references as links, both ways."""

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.labels import runs, short_title
from findings.models import Evidence
from findings.references.links import RecordLink, evidence_of, links_in, links_of, references
from inspections.models import Report
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def html_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return squeeze(response.content.decode())


def test_evidence_is_cited_as_ranges():
    report = builders.report(of=builders.inspection())
    numbers = ("14", "15", "16", "18", "3.1", "3.2", "", "")
    findings = [builders.finding(report, ref) for ref in numbers]
    assert [[finding.ref for finding in run] for run in runs(findings)] == [
        ["14", "15", "16"],
        ["18"],
        ["3.1", "3.2"],
        ["", ""],
    ]


def test_a_recommendation_and_its_paragraph_link_both_ways(client):
    story = tell()
    whole = html_of(client, story.inspection.get_absolute_url())
    assert (
        f'<span class="kb-refs__name">Cites</span> <a class="govuk-link" href="#{story.paragraphs[0].anchor}">' in whole
    )
    assert (
        f'<span class="kb-refs__name">Cited by</span> <a class="govuk-link" href="#{story.recommendation.anchor}">'
        in whole
    )
    paragraph = html_of(client, story.paragraphs[0].get_absolute_url())
    assert f'href="{story.recommendation.get_absolute_url()}">Recommendation 1</a>' in paragraph
    recommendation = html_of(client, story.recommendation.get_absolute_url())
    assert f'href="{story.paragraphs[0].get_absolute_url()}">Paragraph 14</a>' in recommendation
    assert f'href="{story.action.get_absolute_url()}">Action 1.1</a>' in recommendation


def test_a_reference_that_points_nowhere_shows_why(client):
    story = tell()
    page = html_of(client, story.recommendation.get_absolute_url())
    assert "paragraph 900 <span" in page
    assert "This report has no paragraph 900." in page


def test_evidence_links_to_where_it_begins(client):
    story = tell()
    page = html_of(client, f"{reverse('judgements')}?paragraph=15")
    assert f'href="{story.report.get_absolute_url()}?at=para-14#para-14">Paragraphs 14 to 16</a>' in page


@pytest.fixture
def home() -> Report:
    return builders.report(of=builders.inspection())


@pytest.fixture
def other(home: Report) -> Report:
    return builders.report("improvement-plan", published="2016-05-01", authority=home.authority)


def shown(links: tuple[RecordLink, ...]) -> list[tuple[str, str, str]]:
    return [(link.text, link.url, link.note) for link in links]


def test_a_page_links_its_own_records_by_anchor_and_those_of_other_reports_by_address(home, other):
    cited, citing, action = builders.finding(home, "14"), builders.recommendation(home, "1"), builders.action(other)
    builders.reference_to(citing, cited)
    builders.reference_to(action, citing)
    found = links_in(home)
    assert [shown(links) for links in found.of(citing)] == [
        [("Paragraph 14", f"#{cited.anchor}", "")],
        [("Action 1.1", action.get_absolute_url(), short_title(other))],
    ]
    assert [shown(links) for links in found.of(cited)] == [[], [("Recommendation 1", f"#{citing.anchor}", "")]]
    assert [shown(links) for links in links_in(other).of(action)] == [
        [("Recommendation 1", citing.get_absolute_url(), short_title(home))],
        [],
    ]


def test_records_on_their_own_pages_link_by_address(home):
    cited, citing = builders.finding(home, "14"), builders.recommendation(home, "1")
    builders.reference_to(citing, cited)
    found = links_of([cited, citing])
    assert [shown(links) for links in found.of(citing)] == [[("Paragraph 14", cited.get_absolute_url(), "")], []]
    assert [shown(links) for links in found.of(cited)] == [[], [("Recommendation 1", citing.get_absolute_url(), "")]]
    assert [shown(links) for links in links_of([cited]).of(cited)] == [
        [],
        [("Recommendation 1", citing.get_absolute_url(), "")],
    ]
    assert links_of([]) == links_of([builders.finding(home, "15")])


def test_the_same_link_is_shown_once(home):
    cited, citing = builders.finding(home, "14"), builders.recommendation(home, "1")
    for _ in range(2):
        builders.reference_to(citing, cited)
    assert len(links_in(home).of(citing)[0]) == len(links_in(home).of(cited)[1]) == 1


def test_a_reference_without_a_public_target_is_shown_as_printed_with_the_reason(home, other):
    citing, hidden = builders.recommendation(home, "1"), builders.recommendation(other, "2")
    builders.reference_to(citing, printed="(paragraph 900)", reason="This report has no paragraph 900.")
    builders.reference_to(citing, hidden, printed="(recommendation 2)")
    Report.objects.filter(pk=other.pk).update(visibility="hidden")
    assert shown(links_in(home).of(citing)[0]) == [
        ("paragraph 900", "", "This report has no paragraph 900."),
        ("recommendation 2", "", "The report in which it stands is not public."),
    ]


@pytest.mark.parametrize("record", ["finding", "recommendation", "action"])
def test_references_of_hidden_reports_and_retired_records_are_not_shown(home, record):
    target = builders.finding(home, "14")
    by = {"finding": builders.finding, "recommendation": builders.recommendation, "action": builders.action}[record]
    source = by(home, "1")
    builders.reference_to(source, target)
    assert len(references()) == 1
    source_rows = type(source)._default_manager
    source_rows.filter(pk=source.pk).update(retired_at=timezone.now())
    assert not references()
    source_rows.filter(pk=source.pk).update(retired_at=None)
    Report.objects.filter(pk=home.pk).update(visibility="hidden")
    assert not references()
    Report.objects.filter(pk=home.pk).update(visibility="published", retired_at=timezone.now())
    assert not references()


def test_evidence_is_linked_range_by_range_and_by_anchor_on_the_page_of_its_report(home):
    judgement = builders.judgement(home)

    def evidence(on_page_of=None):
        return evidence_of([judgement], on_page_of)[judgement.pk]

    assert evidence() == ()
    judgement.evidence_range = "1 to 3"
    assert shown(evidence()) == [("Paragraphs 1 to 3", "", "")]
    for ordinal, ref in enumerate(("14", "15", "18")):
        Evidence.objects.create(judgement=judgement, finding=builders.finding(home, ref), ordinal=ordinal)
    address = home.get_absolute_url()
    assert shown(evidence()) == [
        ("Paragraphs 14 to 15", f"{address}?at=para-14#para-14", ""),
        ("Paragraph 18", f"{address}?at=para-18#para-18", ""),
    ]
    assert [link.url for link in evidence(home)] == ["#para-14", "#para-18"]
    away = builders.report("cabinet-report", published="2016-01-10", authority=home.authority)
    assert evidence(away) == evidence()
