"""Judgements of domains of today as narrow rows, and authorities with the days on which they exist."""

import pytest

from inspections.analysis.bands import Crosswalk
from inspections.analysis.history import history, places
from tests import builders
from tests.inspections.analysis.told import judged, overall

pytestmark = pytest.mark.django_db


def test_a_row_holds_what_is_counted():
    kent = builders.authority("Kent")
    made = judged(kent, "2006-05-02", "jar", staying_safe="inadequate", being_healthy="good")["staying-safe"]
    (row,) = history(Crosswalk())
    assert (row.key, row.place, row.inspection, row.framework) == (
        made.pk,
        (kent.pk, "help-and-protection"),
        made.inspection_id,
        made.inspection.framework_id,
    )
    assert (row.band, row.started, row.published, row.year, row.compares) == (
        4,
        "2006-05-02",
        "2006-07-15",
        "2006",
        False,
    )


def test_only_preferred_judgements_of_published_reports_count_in_the_domains_that_are_named():
    kent = builders.authority("Kent")
    made = judged(kent, "2019-07-15", leadership="good", overall_effectiveness="good", help_and_protection="good")
    made["help-and-protection"].is_preferred = False
    made["help-and-protection"].save()
    assert {row.domain for row in history(Crosswalk())} == {"leadership", "overall-effectiveness"}
    assert {row.domain for row in history(Crosswalk(), ["leadership"])} == {"leadership"}
    made["leadership"].report.visibility = "hidden"
    made["leadership"].report.save()
    assert history(Crosswalk()) == []


def test_samples_count_only_where_there_is_nothing_else():
    sample = overall(builders.authority(), "2019-07-15", "good")
    assert [row.key for row in history(Crosswalk())] == [sample.pk]
    real = overall(builders.authority("Kent"), "2019-07-15", "good")
    assert [row.key for row in history(Crosswalk())] == [real.pk]


def test_an_authority_exists_from_its_first_day_to_its_last():
    old, new = (next(place for place in places().values() if place.slug == slug) for slug in ("cumbria", "cumberland"))
    assert [old.exists_on(day) for day in ("1999-01-01", "2023-03-31", "2023-04-01")] == [True, True, False]
    assert [new.exists_on(day) for day in ("2023-03-31", "2023-04-01", "2030-01-01")] == [False, True, True]
