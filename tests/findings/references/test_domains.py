"""The domains of a recommendation: how they are found and stored, and that lists filter and count by them."""

import csv
import io

import pytest
from django.http import QueryDict
from django.urls import reverse

from findings.corrections import service
from findings.filtersets.recommendations import RecommendationFilterSet
from findings.models import Recommendation
from findings.references.domains import domains_for, update_domains
from findings.search.entries import index_report
from inspections.models import Domain, Report
from tests import builders

pytestmark = pytest.mark.django_db


def domain(code: str) -> Domain:
    return Domain.objects.get(code=code)


def about(recommendation: Recommendation) -> list[str]:
    return sorted(recommendation.about.values_list("code", flat=True))


@pytest.fixture
def report() -> Report:
    return builders.report(of=builders.inspection())


def test_cited_paragraphs_tell_the_domains_of_a_recommendation_and_of_the_whole_of_which_it_is_an_item(report):
    whole = builders.recommendation(report, "1")
    item = builders.recommendation(report, "1.1", parent=whole)
    other = builders.recommendation(report, "2")
    for by, code in ((whole, "leadership"), (item, "adoption"), (item, "care-leavers")):
        builders.reference_to(by, builders.finding(report, domain=domain(code)))
    index_report(report.pk)
    assert about(whole) == ["adoption", "care-leavers", "leadership"]
    assert about(item) == ["adoption", "care-leavers"]
    assert about(other) == []


def test_the_place_in_the_report_counts_more_than_what_is_cited(report):
    cited = builders.finding(report, domain=domain("leadership"))
    part = builders.section(report, "Adoption", domain=domain("adoption"))
    own = builders.recommendation(report, domain=domain("lscb"), section=part)
    item, there = builders.recommendation(report, parent=own), builders.recommendation(report, section=part)
    for one in (own, item, there):
        builders.reference_to(one, cited)
    index_report(report.pk)
    assert [about(one) for one in (own, item, there)] == [["lscb"], ["lscb"], ["adoption"]]


def test_a_corrected_domain_of_a_paragraph_is_followed(report, django_user_model):
    cited = builders.finding(report, domain=domain("leadership"))
    recommendation = builders.recommendation(report)
    builders.reference_to(recommendation, cited)
    index_report(report.pk)
    user = django_user_model.objects.create(username="editor")
    service.correct(cited, "domain", "adoption", "It stands under adoption.", user)
    assert about(recommendation) == ["adoption"]


def test_a_paragraph_that_is_gone_tells_nothing(report):
    cited = builders.finding(report, domain=domain("leadership"))
    recommendation = builders.recommendation(report)
    builders.reference_to(recommendation, cited)
    index_report(report.pk)
    cited.retired_at = report.changed_at
    cited.save()
    index_report(report.pk)
    assert about(recommendation) == []


def test_a_domain_that_one_recommendation_loses_is_kept_by_all_others(report):
    cited = builders.finding(report, domain=domain("leadership"))
    losing, other = builders.recommendation(report, "1"), builders.recommendation(report, "2")
    elsewhere = builders.recommendation(builders.report(of=report.inspection), "1", domain=domain("leadership"))
    first = builders.reference_to(losing, cited)
    builders.reference_to(losing, builders.finding(report, domain=domain("adoption")))
    builders.reference_to(other, cited)
    assert update_domains(report.pk)
    first.delete()
    assert update_domains(report.pk)
    assert [about(one) for one in (losing, other, elsewhere)] == [["adoption"], ["leadership"], ["leadership"]]
    assert not update_domains(report.pk)


def test_a_recommendation_that_is_gone_is_about_nothing(report):
    recommendation = builders.recommendation(report, domain=domain("adoption"))
    recommendation.retired_at = report.changed_at
    recommendation.save()
    assert update_domains(report.pk)
    assert about(recommendation) == []


def test_the_phrase_tells_what_the_domains_follow_from(report):
    part = builders.section(report, "Adoption", domain=domain("adoption"))
    cited = [builders.finding(report, domain=domain(code)) for code in ("leadership", "adoption")]
    own = builders.recommendation(report, domain=domain("lscb"))
    item, there = builders.recommendation(report, parent=own), builders.recommendation(report, section=part)
    bare = builders.recommendation(report)
    assert [domains_for(one, cited)[1] for one in (own, item, there, bare)] == [
        "known from its place in the report",
        "known from the recommendation of which it is an item",
        "known from the section in which it stands",
        "known from the paragraphs that it cites",
    ]
    assert domains_for(bare, cited)[0] == tuple(sorted((f.domain for f in cited), key=lambda found: found.order))


def test_lists_filter_and_count_each_recommendation_once_for_each_domain(report, client):
    both = builders.recommendation(report, "1")
    for code in ("adoption", "leadership"):
        builders.reference_to(both, builders.finding(report, domain=domain(code)))
    builders.recommendation(report, "2", domain=domain("adoption"))
    builders.recommendation(report, "3")
    index_report(report.pk)
    filterset = RecommendationFilterSet(QueryDict(), queryset=Recommendation.objects.published())
    (facet,) = (one for one in filterset.facets if one.name == "domain")
    assert {choice.value: choice.count for choice in facet.choices} == {"adoption": 2, "leadership": 1, "not-told": 1}
    assert filterset.total == 3
    chosen = RecommendationFilterSet(QueryDict("domain=adoption&domain=leadership"), queryset=filterset.queryset)
    assert chosen.total == chosen.qs.count() == 2
    (facet,) = (one for one in chosen.facets if one.name == "domain")
    assert {choice.value: choice.count for choice in facet.choices} == {"adoption": 2, "leadership": 1, "not-told": 1}
    answer = client.get(reverse("recommendations-csv"), {"domain": "leadership"})
    (row,) = csv.DictReader(io.StringIO(b"".join(answer).decode()))
    assert (row["recommendation_ref"], row["domain"], row["about_domains"]) == ("1", "", "leadership adoption")


def test_no_recommendation_is_left_of_a_domain_without_any(report):
    builders.recommendation(report, "3")
    chosen = RecommendationFilterSet(QueryDict("domain=adoption"), queryset=Recommendation.objects.published())
    assert chosen.total == 0
    (facet,) = (one for one in chosen.facets if one.name == "domain")
    assert [(choice.value, choice.count) for choice in facet.choices] == [("adoption", 0), ("not-told", 1)]


def test_words_suggest_domains_only_where_the_report_of_an_inspectorate_tells_none(report):
    told = builders.recommendation(report, "1", text="Supervise staff.", domain=domain("adoption"))
    whole = builders.recommendation(report, "2", text="Improve these matters.")
    item = builders.recommendation(report, "2.1", parent=whole, text="The supervision of social workers.")
    silent = builders.recommendation(report, "3", text="Write a plan.")
    paper = builders.report("cabinet-report")
    noted = builders.recommendation(paper, "1", text="Note the supervision of social workers.")
    index_report(report.pk)
    index_report(paper.pk)
    assert [about(one) for one in (told, whole, item, silent, noted)] == [
        ["adoption"], ["leadership"], ["leadership"], [], [],
    ]  # fmt: skip
    assert set(Recommendation.objects.filter(is_domain_suggested=True)) == {whole, item}
    Recommendation.objects.filter(pk=item.pk).update(domain=domain("adoption"))
    assert update_domains(report.pk)
    assert set(Recommendation.objects.filter(is_domain_suggested=True)) == {whole}
    assert not update_domains(report.pk)


def test_what_tells_no_domain_is_a_choice_and_suggestions_are_marked(client, report):
    builders.recommendation(report, "1", text="The supervision of social workers.")
    builders.recommendation(report, "2", text="Write a plan.")
    index_report(report.pk)
    found = RecommendationFilterSet(QueryDict("domain=not-told"), queryset=Recommendation.objects.all())
    assert [row.ref for row in found.qs] == ["2"]
    page = client.get(reverse("recommendations"))
    (facet,) = [one for one in page.context["filterset"].facets if one.name == "domain"]
    assert {choice.value: choice.count for choice in facet.choices} == {"leadership": 1, "not-told": 1}
    assert page.content.decode().count("(suggested)") == 1
