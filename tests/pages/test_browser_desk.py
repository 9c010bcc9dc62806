"""The editors' desk in a real browser: axe, phones, its keys, and what is not saved."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Dialog, Page, expect

from findings.models import Correction, Finding
from tests import builders as build
from tests.pages.conftest import NARROW, WIDE, width_of
from tests.stored import keep_in, source, three_pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def address(page: Page, live_server, tmp_path, settings) -> str:
    """The desk of a report with two paragraphs and a notice, opened by somebody who may correct."""
    keep_in(tmp_path, settings)
    report = build.report(of=build.inspection(), source=source(three_pages()))
    for number, top in ((1, 90), (2, 200)):
        build.finding(report, str(number), page=1, boxes=[[1, 72, top, 400, top + 12]])
    build.notice(report.source, report=report, page=1, anchor="para-2", message="A doubt.")
    client = Client()
    client.force_login(User.objects.create_superuser("chief"))
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    return f"/admin/findings/desk/{report.pk}/"


def test_the_desk_is_clean_on_every_screen_and_stacks_on_phones(page: Page, address: str):
    page.goto(f"{address}?record=para-2")
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        # Styles that import others would be written into the page by axe, which the policy forbids.
        results = Axe().run(page, options={"preload": False})
        assert results.violations_count == 0, results.generate_report()
        assert width_of(page) <= width
    page.set_viewport_size({"width": NARROW, "height": 900})
    document, records = page.locator(".desk-document"), page.locator(".desk-records")
    above, below = document.bounding_box(), records.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]


def test_keys_step_edit_save_and_go_on_and_are_shown(page: Page, address: str):
    page.goto(address)
    page.keyboard.press("?")
    expect(page.get_by_text("save and go to the next", exact=True)).to_be_visible()
    with page.expect_navigation():
        page.keyboard.press("j")
    expect(page.locator("#para-1 .desk-form")).to_be_visible()
    page.keyboard.press("e")
    expect(page.get_by_label("Text:", exact=True)).to_be_focused()
    page.keyboard.type("jk ")
    page.get_by_label("Reason for the correction:").fill("As printed on page 1.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.locator("#para-2 .desk-form")).to_be_visible()
    assert Correction.objects.get().value_set.startswith("jk ")
    with page.expect_navigation():
        page.keyboard.press("n")
    page.keyboard.press("r")
    expect(page.get_by_text("1 settled.")).to_be_visible()


def test_what_is_not_saved_is_not_left_without_a_question(page: Page, address: str):
    asked: list[str] = []

    def agree(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", agree)
    page.goto(f"{address}?record=para-1")
    page.get_by_role("link", name="Next record").click()
    page.get_by_label("Text:", exact=True).fill("Another text.")
    page.get_by_role("link", name="Previous record").click()
    expect(page.locator("#para-1 .desk-form")).to_be_visible()
    assert asked == ["beforeunload"]


def test_the_forms_that_change_records_and_decide_are_clean_on_every_screen(page: Page, address: str):
    finding = Finding.objects.get(ref="1")
    reference = build.reference_to(finding, ref="9")
    refused = build.source(status="refused")
    forms = [f"{address}{change}/?record=para-1" for change in ("split", "join", "take-out", "insert")]
    forms += [f"/admin/findings/desk/decide/reference/{reference.pk}/", f"/admin/findings/desk/enter/{refused.pk}/"]
    for form in forms:
        page.goto(form)
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            results = Axe().run(page, options={"preload": False})
            assert results.violations_count == 0, f"{form}: {results.generate_report()}"
            assert width_of(page) <= width


def test_a_record_is_split_by_keyboard_and_without_scripts(browser: Browser, page: Page, live_server, address: str):
    Finding.objects.filter(ref="1").update(text="Visits are on time. Plans are clear.")
    signed_in = page.context.storage_state()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, storage_state=signed_in)
    plain = context.new_page()
    plain.goto(f"{address}?record=para-1")
    plain.get_by_role("link", name="Split", exact=True).press("Enter")
    plain.get_by_role("radio", name="Plans are clear.").press("Space")
    plain.get_by_role("button", name="Split it").press("Enter")
    expect(plain.get_by_text("was split")).to_be_visible()
    assert list(Finding.objects.order_by("ordinal").values_list("text", flat=True))[:2] == [
        "Visits are on time.", "Plans are clear."
    ]  # fmt: skip
    context.close()


def test_the_box_of_a_record_that_is_added_is_drawn_on_the_page(page: Page, address: str):
    page.goto(f"{address}insert/?record=para-1")
    page.get_by_label("Text:").fill("Staff stay.")
    sheet = page.locator(".desk-sheet > svg").bounding_box()
    assert sheet
    points = [(0.2, 0.3), (0.6, 0.35)]
    (left, top), (right, bottom) = [
        (sheet["x"] + x * sheet["width"], sheet["y"] + y * sheet["height"]) for x, y in points
    ]
    page.mouse.move(right, bottom)
    page.mouse.down()
    page.mouse.move(left, top)
    page.mouse.up()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("was added.")).to_be_visible()
    (number, *edges), size = Finding.objects.get(origin="hand").boxes[0], page.locator(".desk-sheet > svg")
    _, _, width, height = (float(value) for value in (size.get_attribute("viewBox") or "").split())
    shares = [edge / whole for edge, whole in zip(edges, (width, height, width, height), strict=True)]
    assert number == 1
    assert shares == pytest.approx([0.2, 0.3, 0.6, 0.35], abs=0.01)
