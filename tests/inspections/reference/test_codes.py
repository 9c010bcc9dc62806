"""Look-up tables between the codes of the reference data and the keys of their rows."""

import pytest

from inspections.models import Authority, Domain, Framework, Grade
from inspections.reference.codes import ReferenceCodes

pytestmark = pytest.mark.django_db


def test_codes_lead_to_the_keys_of_their_rows():
    codes = ReferenceCodes()
    assert codes.domains["leadership"] == Domain.objects.get(code="leadership").pk
    assert codes.frameworks["sif"] == Framework.objects.get(code="sif").pk
    wexcombe = Authority.objects.get(slug="wexcombe")
    assert codes.authorities[wexcombe.la_code] == wexcombe.pk


def test_keys_lead_back_to_codes():
    codes = ReferenceCodes()
    assert codes.framework_codes[codes.frameworks["sif"]] == "sif"
    good = Grade.objects.get(framework__code="sif", code="good")
    assert codes.grade_codes[good.pk] == "good"


def test_a_grade_is_found_on_the_scale_of_its_framework():
    codes = ReferenceCodes()
    sif, jar = codes.frameworks["sif"], codes.frameworks["jar"]
    assert codes.grade(sif, "good") == Grade.objects.get(framework=sif, code="good").pk
    assert codes.grade(sif, "good") != codes.grade(jar, "good")


@pytest.mark.parametrize(("framework", "grade"), [("sif", "adequate"), ("sif", ""), ("sif", None), (None, "good")])
def test_there_is_no_grade_without_a_scale_that_has_it(framework, grade):
    codes = ReferenceCodes()
    assert codes.grade(codes.frameworks[framework] if framework else None, grade) is None


def test_unknown_codes_are_errors():
    with pytest.raises(KeyError):
        ReferenceCodes().domains["weather"]


def test_each_table_is_read_once(django_assert_num_queries):
    codes = ReferenceCodes()
    with django_assert_num_queries(2):
        for _ in range(3):
            assert codes.grade_codes
            assert codes.grade(codes.frameworks["sif"], "good")
