"""The judgements of an authority by domain, the newest first."""

import pytest

from inspections.judgements.over_time import judged_domains
from tests import builders as build

pytestmark = pytest.mark.django_db


def test_each_domain_has_its_latest_judgement_and_the_one_before_it(django_assert_num_queries):
    old = build.inspection(started="2015-09-07")
    new = build.inspection("ilacs", authority=old.authority, started="2019-07-15")
    build.judgement(build.report(of=old), grade_code="inadequate")
    build.judgement(build.report("ilacs", of=new), grade_code="good")
    with django_assert_num_queries(2):
        (judged,) = judged_domains(old.authority)
    assert judged.latest.inspection == new
    assert judged.before is not None
    assert judged.before.inspection == old


def test_a_domain_that_was_judged_once_has_none_before():
    report = build.report(of=build.inspection())
    build.judgement(report)
    (judged,) = judged_domains(report.authority)
    assert judged.before is None
