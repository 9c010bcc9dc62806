"""Findings by the grade of their report's inspection in a domain."""

import pytest
from django.http import QueryDict

from findings.filtersets.findings import FindingFilterSet
from findings.models import Finding
from tests import builders
from tests.inspections.analysis.told import judged

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def found(query: str) -> list[str]:
    filterset = FindingFilterSet(QueryDict(query), queryset=Finding.objects.published())
    assert not filterset.problems
    return sorted(filterset.qs.values_list("ref", flat=True))


REFS = {
    "": ["1", "2", "3"],
    "inspection_grade=outstanding&grade_domain=care-leavers": ["1"],
    "inspection_grade=good&grade_domain=care-leavers": ["2"],
    "inspection_grade=outstanding&inspection_grade=good&grade_domain=care-leavers": ["1", "2"],
    "inspection_grade=good&grade_domain=leadership": [],
    "inspection_grade=good": ["1"],
    "grade_domain=leadership": ["2"],
}
"""Findings by query; "3" stands in a council's paper on the inspection of "1"."""


def test_grade_and_domain_are_those_of_one_judgement_of_the_report_s_own_inspection():
    kent, brent = builders.authority("Kent"), builders.authority("Brent")
    first = judged(kent, "2023-05-01", care_leavers="outstanding", overall_effectiveness="good")
    second = judged(brent, "2015-05-01", "sif", care_leavers="good", leadership="outstanding")
    for ref, grades in (("1", first), ("2", second)):
        builders.finding(grades["care-leavers"].report, ref)
    inspection = first["care-leavers"].inspection
    builders.finding(builders.report("cabinet-report", of=inspection, is_own=False), "3")
    assert {query: found(query) for query in REFS} == REFS


def test_a_grade_that_is_none_is_a_problem():
    assert FindingFilterSet(QueryDict("inspection_grade=splendid"), queryset=Finding.objects.all()).problems
