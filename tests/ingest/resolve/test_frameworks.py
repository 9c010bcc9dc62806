"""Which framework is meant where the words do not name it."""

import pytest

from ingest.resolve import framework_of


def test_a_framework_is_told_by_year_domain_and_grade_only_when_one_is_left():
    assert framework_of([2019], ["overall-effectiveness"], ["inadequate"]) == "ilacs"
    assert framework_of([2013], ["overall-effectiveness"], ["inadequate"]) is None
    assert framework_of([2013], ["overall-effectiveness"], ["requires-improvement"]) == "sif"
    assert framework_of([2019], [], []) is None


@pytest.mark.parametrize(
    ("years", "domains", "grades", "framework"),
    [
        ([2018, 2019], ["help-and-protection"], [], None),
        ([2019], ["adoption"], [], None),
        ([2013], ["adoption"], ["good"], None),  # adoption was still inspected by itself
        ([2014], ["adoption"], ["good"], "sif"),
        ([2013], ["adoption"], ["requires-improvement"], "sif"),
        ([2020], ["children-in-care-and-care-leavers"], [], "ilacs"),
        ([2008], ["health-service"], ["adequate"], "jar"),
        ([2008], ["staying-safe"], ["adequate"], None),  # joint area reviews and annual assessments judged it
        ([2008], ["staying-safe"], ["requires-improvement"], None),
        ([1999], ["overall-effectiveness"], [], None),
        ([], ["overall-effectiveness"], ["inadequate"], None),
    ],
)
def test_all_of_years_domains_and_grades_must_fit(years, domains, grades, framework):
    assert framework_of(years, domains, grades) == framework
