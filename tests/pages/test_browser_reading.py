"""Reading in a real browser, with and without JavaScript: filters, records, citations, keys, long reports, print."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from findings.reports import chapters
from findings.reports.content import read_content
from inspections.models import Judgement
from tests import builders
from tests.pages.conftest import NARROW, WIDE, assert_clean_on_every_screen
from tests.pages.story import Story, tell

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def story() -> Story:
    told = tell(6)
    for domain in ("adoption", "leadership", "care-leavers", "children-in-care"):
        builders.judgement(told.report, domain, "good")  # more choices than a filter shows unfolded
    return told


@pytest.fixture
def heavy(monkeypatch) -> None:
    """Pages that hold little, so that the small report of the story is a long one."""
    monkeypatch.setattr(chapters, "WHOLE", 2_000)
    monkeypatch.setattr(chapters, "LONGEST", 9_000)
    monkeypatch.setattr(chapters, "SHORT", 400)


def count(page: Page, text: str) -> None:
    expect(page.locator("#results-title")).to_contain_text(text)


def test_a_filter_updates_results_counts_and_address_in_place(page, story):
    page.goto("/judgements/")
    page.evaluate("() => { window.stayed = true; }")
    total = Judgement.objects.count()
    count(page, f"{total} judgements")
    domain = page.get_by_role("group", name="Domain")
    page.locator("#filter-domain summary").click()
    choice = domain.get_by_role("checkbox", name=re.compile("Local Safeguarding"))
    choice.check()
    count(page, "1 judgement")
    expect(page).to_have_url(re.compile(r"/judgements/\?domain=lscb$"))
    expect(page.locator("#announcement")).to_have_text("1 judgement")
    expect(choice).to_be_focused()
    expect(page.locator(".kb-chip")).to_have_count(1)
    assert page.evaluate("() => window.stayed"), "the page was not loaded again"
    choice.uncheck()
    count(page, f"{total} judgements")
    expect(choice).to_be_focused()
    expect(choice).to_be_visible()
    expect(page).to_have_url(re.compile(r"/judgements/$"))


def test_a_selection_is_taken_away_in_place_and_the_results_have_the_focus(page, story):
    page.goto("/judgements/?domain=lscb")
    page.evaluate("() => { window.stayed = true; }")
    page.locator(".kb-chip").click()
    count(page, f"{Judgement.objects.count()} judgements")
    expect(page.locator("#results-title")).to_be_focused()
    assert page.evaluate("() => window.stayed")


def test_back_and_forward_show_what_the_address_says(page, story):
    page.goto("/judgements/")
    page.locator("#filter-domain summary").click()
    page.get_by_role("checkbox", name=re.compile("Local Safeguarding")).check()
    count(page, "1 judgement")
    page.go_back()
    count(page, f"{Judgement.objects.count()} judgements")
    expect(page).to_have_url(re.compile(r"/judgements/$"))
    expect(page.get_by_role("checkbox", name=re.compile("Local Safeguarding"), include_hidden=True)).not_to_be_checked()
    page.go_forward()
    count(page, "1 judgement")
    expect(page.get_by_role("checkbox", name=re.compile("Local Safeguarding"))).to_be_checked()


def test_a_wrong_value_is_said_in_place_and_the_summary_has_the_focus(page, story):
    page.goto("/judgements/")
    page.get_by_label("Paragraph", exact=True).fill("abc")
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_on_small_screens_the_filters_stay_open_while_one_chooses(page, story):
    page.set_viewport_size({"width": NARROW, "height": 900})
    page.goto("/judgements/")
    page.get_by_role("link", name="Show filters").click()
    page.locator("#filter-domain summary").click()
    page.get_by_role("checkbox", name=re.compile("Local Safeguarding")).check()
    count(page, "1 judgement")
    expect(page.get_by_role("checkbox", name=re.compile("Local Safeguarding"))).to_be_visible()
    page.get_by_role("link", name="Hide filters").click()
    expect(page.get_by_label("Paragraph", exact=True)).to_be_hidden()


def test_a_cited_paragraph_opens_in_place_and_closes(page, story):
    page.goto(story.inspection.get_absolute_url())
    link = page.locator(f"#{story.recommendation.anchor}").get_by_role("button", name="Paragraph 14")
    expect(link).to_have_attribute("aria-expanded", "false")
    link.focus()
    page.keyboard.press("Space")
    opened = page.locator(".kb-opened")
    expect(opened).to_contain_text(story.paragraphs[0].text)
    expect(link).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_focused()
    assert "#" not in page.url
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.keyboard.press("Enter")
    expect(opened).to_be_hidden()
    expect(link).to_have_attribute("aria-expanded", "false")


def test_what_was_opened_opens_further(page, story):
    page.goto(f"/recommendations/?text={story.recommendation.text.split()[0]}")
    page.get_by_role("button", name="Paragraph 14").first.click()
    page.locator(".kb-opened").get_by_role("button", name="Recommendation 1", exact=True).click()
    expect(page.locator(".kb-opened .kb-opened")).to_contain_text(story.recommendation.text)


def test_a_citation_is_copied_from_the_paragraph(page, story):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story.inspection.get_absolute_url())
    page.locator(f"#{story.paragraphs[1].anchor}").get_by_role("button", name="Cite paragraph 15").click()
    expect(page.locator("#announcement")).to_have_text("Copied the citation of paragraph 15, page 2 of the file")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    page.goto(story.paragraphs[1].get_absolute_url())
    assert copied == page.locator("#citation").inner_text()


def test_keys_act_only_within_a_record(page, story):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story.inspection.get_absolute_url())
    page.keyboard.press("c")
    expect(page.locator("#announcement")).to_be_empty()
    page.locator(f"#{story.paragraphs[0].anchor} .kb-para__number").focus()
    page.keyboard.press("c")
    expect(page.locator("#announcement")).to_have_text("Copied the citation of paragraph 14, page 2 of the file")


@pytest.mark.usefixtures("heavy")
def test_an_old_anchor_of_a_long_report_finds_its_page(page, story):
    for address in (story.inspection.get_absolute_url(), story.report.get_absolute_url()):
        page.goto(f"{address}#para-19")
        expect(page.locator("#para-19")).to_be_in_viewport()
        expect(page).to_have_url(re.compile(r"/s\d+/(\?page=\d+)?#para-19$"))


@pytest.mark.usefixtures("heavy")
def test_the_pages_of_a_long_report_are_clean_and_fit_every_screen(page, story):
    content = read_content(story.report)
    for address in (story.inspection.get_absolute_url(), content.chapters[1].address, content.chapters[-1].address):
        page.goto(address)
        assert_clean_on_every_screen(page)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_nothing_moves_while_a_page_settles(page, story, width):
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("/", story.inspection.get_absolute_url(), "/judgements/", "/recommendations/"):
        page.goto(address, wait_until="networkidle")
        moved = page.evaluate(
            """() => new Promise((done) => new PerformanceObserver((list) => done(
                   list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
                   .observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 300))"""
        )
        assert moved < 0.01, address


def test_the_menu_unfolds_by_itself_where_no_script_comes(browser, live_server, story):
    context = browser.new_context(base_url=live_server.url, viewport={"width": NARROW, "height": 900})
    page = context.new_page()
    page.route("**/govuk-frontend*.js", lambda route: route.abort())
    page.goto("/about/")
    search = page.get_by_role("link", name="Search", exact=True)
    expect(search).to_be_hidden()
    page.evaluate("() => document.getAnimations().forEach((one) => one.finish())")
    expect(search).to_be_visible()
    context.close()


def test_a_timeline_is_printed_whole_with_the_names_of_its_rows(page, story):
    page.goto(story.inspection.authority.get_absolute_url())
    page.emulate_media(media="print")
    frame = page.locator(".kb-scroll--end").first
    assert frame.evaluate("(box) => [getComputedStyle(box).overflowX, getComputedStyle(box).direction]") == [
        "visible",
        "ltr",
    ]
    name = page.locator(".kb-timeline tbody th[scope=row]").first
    assert name.evaluate("(cell) => getComputedStyle(cell).position") == "static"


def test_paper_carries_the_words_and_the_citation_alone(page, story):
    page.goto(story.inspection.get_absolute_url())
    page.emulate_media(media="print")
    for hidden in (".kb-header", ".govuk-service-navigation", ".kb-contents", ".govuk-breadcrumbs", ".kb-at >> nth=0"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("#citation")).to_be_visible()
    expect(page.locator("#citation")).to_contain_text(story.report.get_absolute_url())
    expect(page.locator("#para-14")).to_be_visible()
    assert page.evaluate("() => getComputedStyle(document.querySelector('#para-14')).breakInside") == "avoid"


def test_paper_says_which_filters_are_chosen_and_has_no_form(page, story):
    page.goto("/findings/?kind=finding&framework=sif")
    printed, form = page.locator(".kb-filters__printed"), page.locator("#filters-form")
    expect(printed).to_be_hidden()
    page.emulate_media(media="print")
    expect(printed).to_have_text("Filters: Kind of paragraph: Finding; Framework: SIF")
    expect(printed).to_be_visible()
    expect(form).to_be_hidden()


def test_without_javascript_all_of_these_are_links(browser, live_server, story):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(story.inspection.get_absolute_url())
    page.locator(f"#{story.recommendation.anchor}").get_by_role("link", name="Paragraph 14").click()
    expect(page.locator("#para-14")).to_be_in_viewport()
    page.locator("#para-15").get_by_role("link", name="Cite paragraph 15").click()
    expect(page.locator("#citation")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Paragraph 15")
    page.get_by_role("link", name=story.report.title).click()
    expect(page.locator("#para-15")).to_be_in_viewport()
    context.close()


def test_a_page_without_records_is_left_alone(page):
    builders.authority()
    page.goto("/about/")
    page.keyboard.press("p")
    expect(page.locator("main")).to_be_visible()
