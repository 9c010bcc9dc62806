"""Series of figures in a real browser: their tables and pictures are clean and fit every screen."""

import pytest
from django.urls import reverse

from findings.search.entries import index_report
from tests import builders
from tests.pages.conftest import assert_clean_on_every_screen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_series_that_is_drawn_fits_every_screen(page):
    authority = builders.authority()
    for year in range(2011, 2016):
        report = builders.report(authority=authority, published=f"{year}-05-01", year=year)
        builders.finding(report, "1", text=f"In {year} there were {year - 2000} children in homes of the council.")
        index_report(report.pk)
    page.goto(reverse("figure-series", args=[authority.slug]))
    assert page.locator("main svg").count() == 5
    assert_clean_on_every_screen(page)
