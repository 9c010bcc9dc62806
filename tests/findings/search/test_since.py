"""The filter "since" takes a year, a month or a day, and says what it leaves out."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from findings.search.entries import end_of_since, entry_id, index_report
from findings.search.filters import SearchFilterSet
from findings.search.since import PublishedSinceFilter, SinceField
from inspections.models import Report
from tests import builders


@pytest.mark.parametrize(
    ("published", "since", "is_found"),
    [
        ("2021-06-30", "2021-06-30", True),
        ("2021-06-29", "2021-06-30", False),
        ("2021-06-01", "2021-06", True),
        ("2021-05-31", "2021-06", False),
        ("2021-01-01", "2021", True),
        ("2020-12-31", "2021", False),
        ("2021", "2021", True),
        ("2021", "2021-01", False),
        ("", "1999", False),
    ],
)
def test_the_day_of_publication_decides(published, since, is_found):
    report = Report(pk=2**26 - 1, published=published)
    assert (entry_id(report, 2**20 - 1) < end_of_since(since)) == is_found
    assert (entry_id(Report(pk=1, published=published), 0) < end_of_since(since)) == is_found


def test_only_dates_are_valid():
    field = SinceField(required=False, max_length=10)
    assert field.clean("2021-06") == "2021-06"
    assert field.clean("") == ""
    with pytest.raises(ValidationError, match="“last year” is not a date"):
        SinceField(required=False).clean("last year")


def test_what_is_left_out_is_told():
    own = PublishedSinceFilter(label="Since")
    assert own.said("2021-06") == "Published in or after June 2021. Reports without a date are left out."
    assert own.said("") == ""


@pytest.mark.django_db
def test_search_leaves_out_what_was_published_before():
    for published in ("2020-03-01", "2021-03-01", ""):
        report = builders.report(published=published)
        builders.finding(report, text="Drift was seen.")
        index_report(report.pk)

    def number(query: str) -> int:
        search = SearchFilterSet(QueryDict(query)).search
        assert search is not None
        return search.count()

    assert number("q=drift") == 3
    assert number("q=drift&since=2020") == number("q=drift+since+2020") == 2
    assert number("q=drift&since=2020-04") == 1
    assert number("since=2022") == 0
    assert number("since=9999") == 0
    assert number("q=drift&since=0403") == number("q=drift&since=1900") == 2
    assert SearchFilterSet(QueryDict("q=drift&since=soon")).search is None
