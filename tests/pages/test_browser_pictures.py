"""Map, timeline, matrix and comparison in a real browser: axe, narrow screens, the keyboard, no JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.pages.conftest import NARROW, NARROWEST, WIDE, assert_clean, assert_clean_on_every_screen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MAP, MATRIX = "/", "/matrix/"
COMPARISON = "/compare/?authority=medway&authority=kent&domain=leadership"


def inspected(name: str, grade: str, started: str = "2023-07-17", basis: str = "primary") -> None:
    """An inspection with its own report, whose judgements are carried by paragraphs."""
    one = builders.inspection("ilacs", authority=builders.authority(name), started=started)
    report = builders.report("ilacs", of=one)
    builders.statement(report, one)
    section = builders.section(report, "The impact of leaders")
    evidence = tuple(builders.finding(report, str(number), section=section) for number in (1, 2, 3))
    builders.judgement(report, "overall-effectiveness", grade, basis=basis)
    builders.judgement(report, "leadership", grade, evidence=evidence)


@pytest.fixture
def england() -> None:
    inspected("Medway", "inadequate", "2019-07-15")
    inspected("Medway", "good")
    inspected("Kent", "outstanding", "2022-05-09")
    inspected("Essex", "requires-improvement", basis="reported")


@pytest.mark.parametrize("address", [MAP, f"{MAP}?sort=region#map-table", "/authorities/medway/", MATRIX, COMPARISON])
def test_pictures_are_clean_and_fit_every_screen(page: Page, england, address):
    page.goto(address)
    assert_clean_on_every_screen(page)


def test_a_tile_says_all_in_words_and_leads_to_its_authority(page: Page, england):
    page.goto(MAP)
    tile = page.get_by_role("link", name="Medway: Good, 2023 (ILACS)")
    tile.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Medway")


def test_tiles_are_large_enough_to_be_hit(page: Page, england):
    page.goto(MAP)
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        box = page.locator(".kb-tile").first.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("width", [NARROW, NARROWEST])
def test_the_map_and_two_inspections_fit_a_small_screen(page: Page, england, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(MAP)
    for part in page.locator(".kb-map__block").all():
        assert part.evaluate("(box) => box.scrollWidth <= box.clientWidth")
    tile, shape = page.locator(".kb-tile").filter(has=page.locator("use")).first, page.locator(".kb-tile use").first
    outer, inner = tile.bounding_box(), shape.bounding_box()
    assert outer
    assert inner
    assert outer["x"] < inner["x"] < inner["x"] + inner["width"] < outer["x"] + outer["width"]
    assert abs(inner["width"] - inner["height"]) < 2
    page.goto(COMPARISON)
    if width == NARROW:
        assert page.locator(".kb-scroll").first.evaluate("(box) => box.scrollWidth <= box.clientWidth")


def test_a_timeline_begins_with_the_newest_years_and_leads_back(page: Page, england):
    for year in range(2006, 2019, 2):
        inspected("Medway", "good", f"{year}-03-01")
    page.goto("/authorities/medway/")
    frame = page.get_by_role("region", name="by year")
    expect(frame.get_by_role("columnheader", name="2023")).to_be_in_viewport()
    expect(frame.get_by_role("columnheader", name="2006")).not_to_be_in_viewport()
    expect(frame.get_by_role("columnheader", name="Domain", exact=True)).to_be_in_viewport()
    frame.evaluate("(box) => box.scrollBy(-9999, 0)")
    expect(frame.get_by_role("columnheader", name="2006")).to_be_in_viewport()


def test_on_a_small_screen_a_timeline_begins_with_the_newest_grade(page: Page, england):
    for day in ("2024-05-01", "2025-05-01", "2025-11-01"):
        visit = builders.inspection("focused-visit", authority=builders.authority("Medway"), started=day)
        builders.statement(builders.report("focused-visit", of=visit), visit)
    frame = page.get_by_role("region", name="by year")
    for width, newest_year_is_seen in ((NARROW, False), (WIDE, True)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/authorities/medway/")
        frame.evaluate("(box) => window.scrollTo(0, box.getBoundingClientRect().top)")
        expect(frame.get_by_role("columnheader", name="2023")).to_be_in_viewport(ratio=0.9)
        newest = expect(frame.get_by_role("columnheader", name="2025"))
        newest.to_be_in_viewport() if newest_year_is_seen else newest.not_to_be_in_viewport()
        names, grade = (
            frame.get_by_role("rowheader").first.bounding_box(),
            frame.get_by_text("Good").first.bounding_box(),
        )
        assert names
        assert grade
        assert names["x"] + names["width"] <= grade["x"]


def test_the_keyboard_can_pass_over_the_map(page: Page, england):
    page.goto(MAP)
    skip = page.get_by_role("link", name="Skip the map")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#map-table summary")).to_be_focused()


@pytest.mark.parametrize(("address", "name"), [("/authorities/medway/", "by year"), (MATRIX, "Latest judgements")])
def test_wide_tables_scroll_by_keyboard(page: Page, england, address, name):
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    page.goto(address)
    frame = page.get_by_role("region", name=name)
    frame.focus()
    page.keyboard.press("ArrowRight")
    expect(frame).to_be_focused()
    page.keyboard.press("End")
    assert frame.evaluate("(box) => box.scrollWidth > box.clientWidth")


def test_choosing_and_comparing_work_without_javascript(browser, live_server, england):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/compare/")
    page.get_by_label("First authority").select_option("Medway")
    page.get_by_label("Second authority").select_option("Kent")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("columnheader", name="Kent")).to_be_visible()
    expect(page.get_by_role("heading", level=3, name="Medway, 2023")).to_be_visible()
    expect(page.locator(".kb-passage__text").first).to_be_visible()
    page.locator(".kb-passage__title").first.click()
    expect(page.locator(".kb-passage__text").first).to_be_hidden()
    page.get_by_text("Other inspections of the same authorities").click()
    page.get_by_role("link", name="ILACS, 15 July 2019").click()
    expect(page.get_by_role("heading", level=3, name="Medway, 2019")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_wrong_choice_is_told_and_leads_to_the_list(page: Page, england, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/compare/?authority=atlantis&authority=kent")
    assert_clean(page)
    page.get_by_role("link", name="There is no authority").click()
    expect(page.get_by_label("Another authority")).to_be_focused()
