"""Columns and lists of a plan work without JavaScript and on a small screen; open details pass the checks too."""

import pytest
from playwright.sync_api import expect

from tests.findings.bulk import sets
from tests.pages.conftest import NARROW, WIDE, assert_clean, assert_clean_on_every_screen, width_of
from tests.pages.story import tell

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_columns_are_chosen_without_javascript(browser, live_server, width):
    tell()
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto("/recommendations/?timescale=immediate")
    page.get_by_text("Choose columns").click()
    page.get_by_label("Text", exact=True).check()
    page.get_by_label("Paragraphs cited", exact=True).check()
    page.get_by_role("button", name="Show these columns").click()
    expect(page.get_by_role("columnheader")).to_have_text(["Recommendation", "Text", "Paragraphs cited"])
    expect(page.get_by_role("heading", level=2, name="3 recommendations")).to_be_visible()
    expect(page.get_by_role("link", name="CSV", exact=True)).to_have_attribute(
        "href", "/recommendations.csv?timescale=immediate&columns=text&columns=paragraphs_cited"
    )
    context.close()


@pytest.mark.parametrize("address", ["/data/", "/about/", "/recommendations/?columns=text&columns=permanent_link"])
def test_what_is_folded_is_clean_when_it_is_open(page, address):
    tell()
    page.goto(address)
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert_clean(page)
    page.set_viewport_size({"width": NARROW, "height": 900})
    assert width_of(page) <= NARROW


def test_the_code_of_a_notice_leads_to_its_explanation(page):
    story = tell()
    page.goto(story.paragraphs[0].get_absolute_url())
    page.get_by_role("link", name="missing-paragraphs").click()
    expect(page.get_by_text("Numbers are missing in the sequence of paragraphs.")).to_be_in_viewport()


def test_a_number_of_the_progress_opens_its_list(page):
    story = tell()
    page.goto(f"/plans/{story.plan.authority_slug}/{story.plan.slug}/")
    row = page.get_by_role("row", name="Priority 2")
    row.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=2, name="1 action")).to_be_visible()
    expect(page.get_by_role("link", name="Action 2.1")).to_be_visible()


def test_bulk_files_are_told_on_every_screen(page, settings, tmp_path):
    settings.BULK_DIR = tmp_path
    sets.stored()
    page.goto("/data/bulk/")
    assert_clean_on_every_screen(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="judgements.csv").click()
    assert download.value.path().read_bytes() == sets.CONTENT["judgements.csv"][2]
