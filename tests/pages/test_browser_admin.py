"""The editors' admin in a real browser, without JavaScript: two editors at one field, and settling a notice."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from findings.corrections.service import correct
from findings.models import Correction
from inspections.models import Notice
from tests import builders
from tests.editors_admin import form_url
from tests.pages.conftest import NARROW, WIDE, assert_clean

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editors_page(browser: Any, live_server: Any) -> Iterator[Page]:
    """A page of a person who may do everything, in a browser that runs no scripts of pages."""
    client = Client()
    client.force_login(User.objects.create_superuser("mary"))
    context = browser.new_context(base_url=live_server.url, bypass_csp=True, viewport={"width": WIDE, "height": 900})
    context.route("**/*.js", lambda route: route.abort())
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])
    yield context.new_page()
    context.close()


def test_of_two_editors_at_one_field_the_second_sees_three_values_and_chooses(editors_page: Page):
    page = editors_page
    finding = builders.finding(builders.report(of=builders.inspection()), "14", text="As it was.")
    page.goto(form_url(finding))
    correct(finding, "text", "As john has it.", "Page 2.", builders.editor("john"))
    page.locator("textarea[name=text]").fill("As mary has it.")
    page.locator("[name=reason]").fill("Page 2 as well.")
    page.locator("input[name=_save]").first.click()
    conflict = page.locator(".editors-conflict")
    for words in ("As it was.", "As john has it.", "As mary has it.", "corrected by john"):
        expect(conflict).to_contain_text(words)
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        assert_clean(page)
    page.get_by_label("Set yours").check()
    page.locator("input[name=_save]").first.click()
    expect(page.locator(".success")).to_be_visible()
    assert Correction.objects.active().get().value_set == "As mary has it."


def test_a_notice_is_settled_from_its_page(editors_page: Page):
    page = editors_page
    report = builders.report(of=builders.inspection())
    notice = builders.notice(report.source, report=report, message="A doubt.")
    page.goto(reverse("admin:inspections_notice_change", args=[notice.pk]))
    page.get_by_role("link", name="Settle: right as it is").click()
    assert_clean(page)
    page.get_by_label("Reason").fill("Looked at page 2.")
    page.get_by_role("button", name="Looked at, right as it is").click()
    expect(page.locator(".success")).to_contain_text("1 settled")
    assert not Notice.objects.open().exists()
