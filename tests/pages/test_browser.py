"""Pages in a real browser: axe, narrow screens, the keyboard, no JavaScript, the content security policy."""

import re

import pytest
from playwright.sync_api import expect

from findings.search.databases import database
from tests import builders
from tests.pages.conftest import NARROW, WIDE, assert_clean, assert_clean_on_every_screen
from tests.pages.story import Story, tell
from tests.pages.test_pages import PAGES, addresses

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def story() -> Story:
    database().optimise()  # SQLite is flushed table by table, and the words of the tests before are in none of Django's
    return tell()


@pytest.mark.parametrize("names", [PAGES[n::4] for n in range(4)], ids=["1 of 4", "2 of 4", "3 of 4", "4 of 4"])
def test_pages_are_clean_and_fit_every_screen(page, story, names, subtests):
    """One browser's window for many pages: to open one, and to tell the story again, takes as long as to look."""
    found = addresses(story)
    for name in names:
        with subtests.test(name):
            page.goto(found[name])
            assert_clean_on_every_screen(page)


def test_search_works_with_the_keyboard_alone_and_without_javascript(browser, live_server, story):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search/?kind=finding")
    box = page.get_by_role("searchbox")
    box.focus()
    page.keyboard.type("every week")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=every\+week"))
    expect(page).to_have_url(re.compile("kind=finding"))
    result = page.get_by_role("link", name="Wexcombe: Paragraph 14", exact=True)
    result.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{story.inspection.get_absolute_url()}#{story.paragraphs[0].anchor}$"))
    context.close()


def test_a_page_that_is_not_there_is_clean(browser, live_server, story):
    context = browser.new_context(base_url=live_server.url)  # its console says that there is nothing
    page = context.new_page()
    response = page.goto("/authorities/nowhere/")
    assert response
    assert response.status == 404
    assert_clean(page)
    context.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_page_with_problems_is_clean_and_leads_to_them(page, story, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/judgements/?paragraph=abc&grade=excellent")
    assert_clean(page)
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("link", name="is not the number of a paragraph").click()
    expect(page.get_by_label("Paragraph", exact=True)).to_be_focused()
    expect(page.get_by_label("Paragraph", exact=True)).to_be_visible()


def test_the_first_tab_skips_to_the_content(page, story):
    page.goto("/judgements/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_every_stop_of_the_keyboard_can_be_seen(page, story):
    plan = addresses(story)["plan"]
    places = ("/judgements/?year=2015", "/analysis/movement/", "/findings/", "/follow-through/", "/briefings/", plan)
    for place in places:
        page.goto(place)
        assert_every_stop_can_be_seen(page)


def assert_every_stop_can_be_seen(page):
    for _ in range(40):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const box = document.activeElement.getBoundingClientRect();
                       const style = getComputedStyle(document.activeElement);
                       const label = document.activeElement.nextElementSibling;
                       const drawn = [style, label && getComputedStyle(label, '::before')].some(
                         (s) => s && (s.outlineStyle !== 'none' || s.boxShadow !== 'none'));
                       const visible = box.width > 0 && box.height > 0 && drawn;
                       return document.activeElement === document.body || visible; }"""
        )
        assert seen, page.evaluate("() => document.activeElement.outerHTML")


def test_filters_work_with_the_keyboard_alone(page, story):
    page.goto("/judgements/")
    page.get_by_label("Paragraph", exact=True).focus()
    page.keyboard.type("15")
    page.keyboard.press("Enter")
    page.wait_for_url("**paragraph=15*")
    expect(page.get_by_role("heading", level=2, name="1 judgement")).to_be_visible()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_filters_and_records_work_without_javascript(browser, live_server, story, width):
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto("/judgements/")
    if width == NARROW:
        expect(page.get_by_label("Paragraph", exact=True)).to_be_hidden()
        page.get_by_role("link", name="Show filters").click()
    page.get_by_label("Paragraph", exact=True).fill("15")
    page.get_by_role("button", name="Apply filters").click()
    expect(page.get_by_role("heading", level=2, name="1 judgement")).to_be_visible()
    page.get_by_role("link", name="Paragraphs 14 to 16").click()
    expect(page.locator("#para-14")).to_be_in_viewport()
    page.locator("#para-14 .kb-para__number").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Paragraph 14")
    expect(page.get_by_role("button", name="Copy citation")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Menu").get_by_role("link", name="Documents")).to_be_visible()
    context.close()


def test_the_menu_folds_on_small_screens(page, story):
    page.set_viewport_size({"width": NARROW, "height": 900})
    page.goto("/")
    link = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Documents")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(link).to_be_visible()


def test_a_citation_is_copied(page, story):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story.paragraphs[0].get_absolute_url())
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("Ofsted, ")
    assert copied.endswith(f", paragraph 14, page 2 of the file, {page.url}")


def test_a_long_list_of_choices_shows_what_is_chosen_in_it(page, story):
    for year in range(1990, 2015):
        builders.recommendation(builders.report("cabinet-report", published=f"{year}-01-01"), "1")
    page.goto("/recommendations/?year=1992")
    page.locator("#filter-year fieldset").evaluate("list => list.scrollIntoView({block: 'center'})")
    expect(page.get_by_label("1992")).to_be_in_viewport()
    hidden = page.evaluate(
        """() => { const box = document.querySelector("input[value='1992']").getBoundingClientRect();
                   const list = document.querySelector("#filter-year fieldset").getBoundingClientRect();
                   return box.top < list.top || box.bottom > list.bottom; }"""
    )
    assert not hidden
