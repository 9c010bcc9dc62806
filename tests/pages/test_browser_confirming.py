"""Confirming, walking and history in a real browser: axe on wide and narrow screens, keys, and without JavaScript."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from findings.models import Assignment, RecordConfirmation
from inspections.models import Report
from tests import builders as build
from tests.pages.conftest import NARROW, WIDE, assert_clean_on_every_screen, width_of
from tests.stored import keep_in, source, three_pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def report(live_server, tmp_path, settings) -> Report:
    """A report with two paragraphs, one of them corrected, and a doubt; and a file from which nothing was read."""
    keep_in(tmp_path, settings)
    report = build.report(of=build.inspection(), source=source(three_pages()))
    for number, top in ((1, 90), (2, 200)):
        build.finding(report, str(number), page=1, boxes=[[1, 72, top, 400, top + 12]])
    build.correction(report.findings.get(ref="1"), "text", "Visits are on time.")
    build.notice(report.source, report=report, page=1, anchor="para-2", message="A doubt.")
    build.notice(build.source(status="refused"), level="error", message="No word could be read.")
    return report


def log_in(context, live_server) -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("chief"))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([cookie])


@pytest.fixture
def chief(page: Page, live_server, report: Report) -> Page:
    log_in(page.context, live_server)
    return page


@pytest.fixture
def plain(browser: Browser, live_server, report: Report) -> Iterator[Page]:
    """The same in a browser without JavaScript."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    log_in(context, live_server)
    yield context.new_page()
    context.close()


def assert_admin_clean(page: Page) -> None:
    """Hold that axe finds nothing on wide and narrow screens, and that nothing runs out of them."""
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        # Styles that import others would be written into the page by axe, which the policy forbids.
        results = Axe().run(page, options={"preload": False})
        assert results.violations_count == 0, results.generate_report()
        assert width_of(page) <= width


def test_the_walk_its_places_and_the_list_of_reports_are_clean(chief: Page, report: Report):
    for query in ("kind=error", "kind=warning"):
        chief.goto(f"/admin/findings/desk/?{query}")
        chief.locator(".desk-assignment summary").click()
        assert_admin_clean(chief)
    chief.goto("/admin/inspections/report/")
    assert_admin_clean(chief)


def test_confirming_many_is_clean(chief: Page):
    chief.goto("/admin/findings/finding/?confirmed=no")
    for box in chief.locator("input.action-select").all():
        box.check()
    chief.locator("select[name=action]").select_option("confirm")
    chief.get_by_role("button", name="Run").or_(chief.get_by_role("button", name="Go")).click()
    expect(chief.get_by_role("heading", name="2 findings")).to_be_visible()
    assert_admin_clean(chief)


def test_one_key_confirms_and_goes_on(chief: Page, report: Report):
    chief.goto(f"/admin/findings/desk/{report.pk}/?record=para-1")
    chief.keyboard.press("c")
    expect(chief.get_by_text("Paragraph 1 is confirmed.")).to_be_visible()
    expect(chief.locator("#para-2 .desk-form")).to_be_visible()
    assert RecordConfirmation.objects.holding().get().anchor == "para-1"


def test_without_javascript_places_are_assigned_and_records_confirmed(plain: Page, report: Report):
    plain.goto("/admin/findings/desk/?kind=warning")
    plain.locator(".desk-assignment summary").click()
    plain.get_by_role("button", name="Assign").click()
    expect(plain.get_by_text("This place is assigned to chief.")).to_be_visible()
    assert Assignment.objects.active().get().stop == f"warning-{report.notices.get().pk}"
    plain.locator("#para-2 .desk-confirm button").click()
    expect(plain.get_by_text("Paragraph 2 is confirmed.")).to_be_visible()


def test_history_and_corrections_are_clean(chief: Page, report: Report):
    chief.goto(f"/admin/findings/desk/{report.pk}/?record=para-1")
    chief.keyboard.press("c")
    expect(chief.get_by_text("Paragraph 1 is confirmed.")).to_be_visible()
    chief.context.clear_cookies()
    record = report.findings.get(ref="1").get_absolute_url()
    for address in (f"{record}?on=2026-02-30", f"{record}?on=2026-11-01", "/corrections/", report.get_absolute_url()):
        chief.goto(address)
        assert_clean_on_every_screen(chief)
