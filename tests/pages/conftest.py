"""The browser of the tests of pages."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from ingest.load import load
from tests.readings import reading_of

WIDE, NARROW, NARROWEST = 1280, 360, 320
PATIENCE = 30_000
"""Milliseconds until what is expected of a page must be there: as long as for whatever else is done in the browser."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if path is None:
        message = "no Chromium here; set CHROMIUM to its path"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    assert (Path(settings.BASE_DIR) / "static" / "built" / "main.css").exists(), "build the assets: make assets"
    # The browser's own event loop makes Django think that tests are asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser, live_server) -> Iterator[Page]:
    """A page whose console must stay silent: violations of the policy and missing files show there."""
    said: list[str] = []
    context = browser.new_context(base_url=live_server.url, viewport={"width": WIDE, "height": 900})
    opened = context.new_page()
    opened.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert not said


def width_of(page: Page) -> int:
    """How wide the page is, with what runs out of the screen."""
    return int(page.evaluate("() => document.documentElement.scrollWidth"))


def assert_clean(page: Page) -> None:
    """Hold that axe finds nothing, once the page is there whole: a click returns as soon as the next page begins."""
    page.wait_for_load_state()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def assert_clean_on_every_screen(page: Page) -> None:
    """Hold that axe finds nothing on wide and narrow screens, and that nothing runs out of the narrowest."""
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        assert_clean(page)
        assert width_of(page) <= width
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    assert width_of(page) <= NARROWEST


@pytest.fixture
def real_medway(seeds, shared, db) -> None:
    """The real documents of Medway, texts and PDFs, read into the knowledge base."""
    for path in (*seeds.values(), *sorted((shared / "documents" / "reports").glob("medway-*.pdf"))):
        load(reading_of(path))
