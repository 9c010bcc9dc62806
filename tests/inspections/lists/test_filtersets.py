"""The filters of judgements, inspections and authorities find what they say."""

import pytest
from django.http import QueryDict

from inspections.lists.filtersets import (
    AuthorityFilterSet,
    InspectionFilterSet,
    JudgementFilterSet,
    authorities,
    grades,
    regions,
)
from inspections.models import Authority, Inspection, Judgement
from tests import builders

pytestmark = pytest.mark.django_db


def judged(query: str) -> JudgementFilterSet:
    return JudgementFilterSet(QueryDict(query), queryset=Judgement.objects.all())


@pytest.fixture
def judgements() -> dict[str, Judgement]:
    old, new = builders.inspection(), builders.inspection("ilacs", started="2023-07-17")
    first, second = builders.report(of=old), builders.report("ilacs", of=new)
    evidence = tuple(builders.finding(first, str(n)) for n in range(14, 39))
    other = tuple(builders.finding(second, ref) for ref in ("3.14", "3.15"))
    return {
        "help": builders.judgement(first, evidence=evidence),
        "adoption": builders.judgement(first, "adoption", "good"),
        "lscb": builders.judgement(first, "lscb", None),
        "new": builders.judgement(second, "help-and-protection", "good", evidence=other),
        "reported": builders.judgement(second, "overall-effectiveness", "good", inspection=old, basis="reported"),
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"help", "adoption", "lscb", "new", "reported"}),
        ("year=2015", {"help", "adoption", "lscb", "reported"}),
        ("year=2015&year=2023", {"help", "adoption", "lscb", "new", "reported"}),
        ("year=1999", set()),
        ("domain=help-and-protection", {"help", "new"}),
        ("domain=help-and-protection&domain=adoption", {"help", "new", "adoption"}),
        ("authority=wexcombe", {"help", "adoption", "lscb", "new", "reported"}),
        ("framework=ilacs", {"new"}),
        ("grade=good", {"adoption", "new", "reported"}),
        ("grade=requires-improvement", {"help"}),
        ("grade=not-judged", {"lscb"}),
        ("basis=reported", {"reported"}),
        ("region=Sample", {"help", "adoption", "lscb", "new", "reported"}),
        ("paragraph=38", {"help"}),
        ("paragraph=3.14", {"new"}),
        ("paragraph=paragraph 38", {"help"}),
        ("paragraph=39", set()),
        ("paragraph=3", set()),
        ("domain=adoption&grade=good&year=2015", {"adoption"}),
        ("authority=&paragraph=", {"help", "adoption", "lscb", "new", "reported"}),
    ],
)
def test_judgements_are_found(judgements, query, found):
    filterset = judged(query)
    assert not filterset.problems
    assert set(filterset.qs) == {judgements[name] for name in found}
    assert filterset.qs.count() == len(found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {2015, 2023}),
        ("year=2023", {2023}),
        ("framework=sif", {2015}),
        ("region=London", set()),
        ("authority=wexcombe", {2015, 2023}),
    ],
)
def test_inspections_are_found(judgements, query, found):
    rows = InspectionFilterSet(QueryDict(query), queryset=Inspection.objects.all()).qs
    assert {inspection.year for inspection in rows} == found


def test_authorities_are_found_by_region():
    names = AuthorityFilterSet(QueryDict("region=London"), queryset=Authority.objects.all()).qs.values_list(
        "name", flat=True
    )
    assert {"Camden", "Greenwich"} <= set(names)
    assert not {"Kent", "Wexcombe"} & set(names)


def test_samples_stand_last_among_the_authorities_and_are_marked():
    names = [name for _, name in authorities()]
    marked = [name for name in names if name.endswith("(sample)")]
    assert marked
    assert names[-len(marked) :] == marked
    assert names.index("Barnet") < names.index("York")


def test_every_region_is_offered_once():
    names = [name for _, name in regions()]
    assert len(names) == len(set(names)) > 8


def test_grades_are_offered_once_by_code_best_first_with_the_reasons_for_none():
    codes = [code for code, _ in grades()]
    assert len(codes) == len(set(codes))
    assert codes.index("outstanding") < codes.index("good") < codes.index("inadequate") < codes.index("not-judged")
