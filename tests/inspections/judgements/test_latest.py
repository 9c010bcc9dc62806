"""The latest judgement in a domain is the one of the inspection that was published last."""

import pytest

from inspections.judgements.latest import latest, latest_in_any_domain, preferred_in_columns
from inspections.models import Judgement
from inspections.write import knowledge_change
from tests import builders

pytestmark = pytest.mark.django_db


def judged(started: str, published: str) -> Judgement:
    """A judgement of an inspection with its own report."""
    inspection = builders.inspection("ilacs", started=started, published=published)
    return builders.judgement(builders.report("ilacs", of=inspection), "leadership")


def test_the_judgement_that_was_published_last_is_the_latest_though_another_inspection_began_later():
    published_last = judged("2019-02-04", published="2019-12-02")
    begun_last = judged("2019-07-15", published="2019-08-27")
    assert preferred_in_columns().get(latest()) == published_last
    assert preferred_in_columns().get(latest(on="2019-11-30")) == begun_last


def test_of_two_that_were_published_on_one_day_the_one_that_began_last_is_the_latest():
    begun_last = judged("2019-07-15", published="2019-08-27")
    judged("2019-02-04", published="2019-08-27")
    assert preferred_in_columns().get(latest()) == begun_last


def keys(condition) -> set[int]:
    return {row.pk for row in preferred_in_columns().filter(condition)}


def test_a_partial_date_counts_from_its_first_day_and_a_chosen_one_stands_for_its_last():
    one = judged("2019-07", published="2019-08")
    assert keys(latest(on="2019-07-31")) == set()
    assert keys(latest(on="2019-08-01")) == keys(latest(on="2019-08")) == keys(latest(on="2019")) == {one.pk}


def test_the_last_day_counts_where_no_publication_is_known_and_then_the_first():
    inspection = builders.inspection("ilacs", started="2019-07-01", ended="2019-07-12", published="")
    one = builders.judgement(builders.report("ilacs", of=inspection), "leadership")
    assert keys(latest(on="2019-07-11")) == set()
    assert keys(latest(on="2019-07-12")) == {one.pk}
    type(inspection).objects.filter(pk=inspection.pk).update(ended="")
    with knowledge_change():
        pass
    assert keys(latest(on="2019-06-30")) == set()
    assert keys(latest(on="2019-07-01")) == {one.pk}


def test_an_inspection_without_a_date_is_the_latest_only_where_there_is_no_other():
    undated = judged("", published="")
    assert keys(latest()) == {undated.pk}
    assert keys(latest(on="2019")) == set()
    dated = judged("2019-07-15", published="2019-08-27")
    with knowledge_change():
        pass
    assert keys(latest()) == {dated.pk}


def test_the_condition_can_be_limited_to_one_domain_and_asks_whether_any_has_it():
    inspection = builders.inspection("ilacs", started="2019-07-15", published="2019-08-27")
    report = builders.report("ilacs", of=inspection)
    leaders, helped = builders.judgement(report, "leadership"), builders.judgement(report, "help-and-protection")
    assert keys(latest(column="leadership")) == {leaders.pk}
    assert set(Judgement.objects.filter(latest_in_any_domain())) == {leaders, helped}
    older = builders.inspection("ilacs", started="2018-07-15", published="2018-08-27")
    builders.judgement(builders.report("ilacs", of=older), "leadership")
    with knowledge_change():
        pass
    assert set(Judgement.objects.filter(latest_in_any_domain())) == {leaders, helped}
