"""Analyses in a real browser: axe on wide and narrow screens, the keyboard, and pictures that keep their words."""

import pytest
from playwright.sync_api import Page, expect

from findings.models import AskedMatter, FollowedMatter
from inspections.write import knowledge_change
from tests import builders
from tests.findings.analysis.told import finds, recommends
from tests.inspections.analysis.told import judged
from tests.pages.conftest import NARROWEST, assert_clean_on_every_screen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONDON = ("Camden", "Hackney", "Brent", "Bromley", "Croydon")
EACH = (
    "",
    "grades/?grade=good",
    "share/?domain=overall-effectiveness&grade=good",
    "movement/",
    "movement/?was=inadequate&now=good&reach=later&within=4",
    "scorecard/?authority=camden",
    "waiting/",
    "publication/",
    "visits/",
    "inspectors/",
    "themes/",
    "theme-table/",
    "matters/?matter=supervision",
    "changes/",
    "../follow-through/?status=not-raised",
)
UNDRAWN = ("", "share/?domain=overall-effectiveness&grade=good", "changes/", "../follow-through/?status=not-raised")
"""Pages without a picture of what is told."""


@pytest.fixture
def told() -> None:
    """Five authorities, each inspected twice and visited once, with findings and recommendations on caseloads."""
    with knowledge_change():
        for place, name in enumerate(LONDON):
            authority = builders.authority(name)
            judged(authority, "2015-06-01", "sif", overall_effectiveness="inadequate")
            grades = judged(authority, "2019-06-03", overall_effectiveness="good", leadership="outstanding")
            report = grades["leadership"].report
            report.inspection.ended = "2019-06-14"
            report.inspection.save()
            finds(report, "caseloads", "weakness", "strength")
            (asked,) = recommends(report, "caseloads")
            AskedMatter.objects.create(recommendation_id=asked, report=report, concept="supervision")
            visit = builders.inspection(
                "focused-visit", authority=authority, started=f"2020-01-0{place + 1}", theme="Front door"
            )
            later = builders.report("focused-visit", of=visit)
            builders.statement(later, visit)
            FollowedMatter.objects.create(
                recommendation_id=asked, later=later, authority=authority, year=2020, status="not-raised"
            )


def test_analyses_are_clean_and_fit_every_screen(page: Page, told):
    for place in EACH:
        page.goto(f"/analysis/{place}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.locator(".kb-chart").count() or place in UNDRAWN, place
        assert "Nothing is shown" not in page.content(), place
        assert_clean_on_every_screen(page)


def test_a_picture_says_in_words_what_it_is_and_a_number_can_be_followed(page: Page, told):
    page.goto("/analysis/grades/?on=2020-03-31")
    picture = page.get_by_role("img", name="Latest grades on 31 March 2020: Overall effectiveness, by region")
    expect(picture).to_be_visible()
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    size = picture.locator("text").first.evaluate("(text) => getComputedStyle(text).fontSize")
    assert size == "14px"
    page.get_by_role("link", name="5 Good, London: list them").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/analysis/grades/?on=2020-03-31&region=London&grade=good#behind")
    expect(page.locator("#behind ~ .kb-rows > .kb-row")).to_have_count(5)
