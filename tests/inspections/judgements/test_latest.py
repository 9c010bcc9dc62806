"""The latest judgement in a domain is the one of the inspection that was published last."""

import pytest

from inspections.judgements.latest import latest, preferred_in_columns
from inspections.models import Judgement
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
