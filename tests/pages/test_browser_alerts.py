"""Following a list in a real browser: clean on every screen, and without JavaScript from the list to stopping."""

import re

import pytest
from django.core import mail
from playwright.sync_api import Browser, Page, expect

from findings.alerts.models import Frequency, Subscription
from findings.alerts.tokens import confirmation_address, stop_address
from tests.findings.alerts.conftest import follow
from tests.pages.conftest import NARROWEST, assert_clean_on_every_screen, width_of
from tests.pages.story import tell

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_page_is_clean_on_every_screen(page: Page, live_server, settings):
    settings.SITE_ADDRESS = live_server.url
    tell()
    known = follow()
    for address in (
        "/alerts/",
        "/alerts/asked/",
        confirmation_address(known, Frequency.DAY),
        stop_address(known),
        "/alerts/follow/recommendations/",
    ):
        page.goto(address)
        assert_clean_on_every_screen(page)
    page.get_by_label("E-mail address").fill("mary")
    page.get_by_role("button", name="Follow by e-mail").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_clean_on_every_screen(page)


def test_a_list_is_followed_and_stopped_without_javascript(browser: Browser, live_server, settings):
    settings.SITE_ADDRESS = live_server.url
    tell()
    screen = {"width": NARROWEST, "height": 900}
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=screen)
    page = context.new_page()
    page.goto("/recommendations/?timescale=immediate")
    page.get_by_role("link", name="by e-mail").click()
    page.get_by_label("E-mail address").fill("mary")
    page.get_by_role("button", name="Follow by e-mail").click()
    page.get_by_role("link", name="Enter an e-mail address").click()
    expect(page.get_by_label("E-mail address")).to_be_focused()
    page.get_by_label("E-mail address").fill("mary@example.org")
    page.get_by_label("Once a week").check()
    page.get_by_role("button", name="Follow by e-mail").click()
    expect(page.get_by_role("heading", level=1, name="Look at your e-mail")).to_be_visible()
    confirm, stop = re.findall(r"http://\S+key=\S+", str(mail.outbox[0].body))
    page.goto(confirm)
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("heading", level=1, name="You follow Recommendations")).to_be_visible()
    assert width_of(page) <= NARROWEST
    assert Subscription.objects.get().frequency == "week"
    page.goto(stop)
    page.get_by_role("button", name="Stop updates").click()
    expect(page.get_by_role("heading", level=1, name="Updates stopped")).to_be_visible()
    assert not Subscription.objects.exists()
    context.close()
