"""Documents that come in, in a real browser: sent, followed, looked at and decided about, with and without scripts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from ingest.models import UploadedDocument
from ingest.uploads.worker import work_off
from inspections.models import Report
from tests.pages.conftest import NARROW, WIDE, width_of
from tests.stored import keep_in, three_pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
REPORT = Path(django_settings.BASE_DIR) / "ingest" / "samples" / "12-ilacs-2023.txt"
SEND = "/admin/ingest/upload/add/"


@pytest.fixture
def cookie(live_server: Any, tmp_path: Path, settings: Any) -> Any:
    """The session of a person who may do everything; what comes in is kept in a folder of the test."""
    keep_in(tmp_path, settings)
    settings.UPLOADS_DIR = settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "uploads"
    client = Client()
    client.force_login(User.objects.create_superuser("chief"))
    key = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    return {"name": django_settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}


@pytest.fixture
def plain_page(browser: Any, live_server: Any, cookie: Any) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.add_cookies([cookie])
    yield context.new_page()
    context.close()


def assert_clean(page: Page) -> None:
    """Hold that axe finds nothing on wide and narrow screens, and that nothing runs out of them."""
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        results = Axe().run(page, options={"preload": False})
        assert results.violations_count == 0, results.generate_report()
        assert width_of(page) <= width
    page.set_viewport_size({"width": WIDE, "height": 900})


def files(tmp_path: Path) -> list[Path]:
    """A report, a PDF that is none, and an empty file."""
    pdf, empty = tmp_path / "pages.pdf", tmp_path / "empty.pdf"
    pdf.write_bytes(three_pages())
    empty.write_bytes(b"")
    return [REPORT, pdf, empty]


def test_documents_are_sent_followed_looked_at_and_published(page: Page, cookie: Any, tmp_path: Path):
    page.context.add_cookies([cookie])
    page.goto(SEND)
    assert_clean(page)
    page.get_by_label("Files:").set_input_files(files(tmp_path))
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_role("status")).to_contain_text("1 of 3 done.")
    assert_clean(page)
    work_off()
    # The page asks by itself.
    expect(page.get_by_role("status")).to_contain_text("Everything is read.")
    expect(page.get_by_text("The file is empty.")).to_be_visible()
    assert_clean(page)
    page.get_by_role("link", name="Look at it").click()
    expect(page.get_by_role("heading", name="Record by record")).to_be_visible()
    assert_clean(page)
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Published: 12-ilacs-2023.txt.")).to_be_visible()
    assert_clean(page)
    assert Report.objects.get().is_public


def test_all_of_it_works_without_javascript(plain_page: Page, tmp_path: Path):
    page = plain_page
    page.goto(SEND)
    page.get_by_label("Files:").set_input_files(files(tmp_path))
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_role("status")).to_contain_text("1 of 3 done.")
    work_off()
    page.get_by_role("link", name="Refresh").click()
    expect(page.get_by_role("status")).to_contain_text("Everything is read.")
    page.get_by_role("button", name="Keep as a draft").click()
    expect(page.get_by_text("Kept as a draft: 12-ilacs-2023.txt.")).to_be_visible()
    page.get_by_role("link", name="Inspection of Wexcombe").click()
    expect(page.get_by_text("as a member of staff")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("1 draft published.")).to_be_visible()
    assert UploadedDocument.objects.filter(state="published").count() == 1
