"""What is hidden and yet in the index or on a kept page."""

import pytest
from django.core.cache import caches
from django.http import HttpResponse

from findings.checks.hidden import KEPT_PAGES, WITHHELD_ENTRIES
from findings.models import SearchEntry
from inspections.models import Report
from inspections.vocabulary import Visibility
from tests import builders
from tests.findings.checks.conftest import after_repair, found

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_pages(settings, tmp_path):
    """A folder of kept pages of its own."""
    pages = {"BACKEND": "inspections.caching.backends.TolerantFileCache", "LOCATION": tmp_path / "pages"}
    settings.CACHES = {**settings.CACHES, "pages": pages}


def test_a_report_that_is_hidden_by_the_program_is_nowhere(three):
    builders.show(three.report, Visibility.HIDDEN)
    assert (found(WITHHELD_ENTRIES), found(KEPT_PAGES)) == ([], [])


def test_entries_of_a_hidden_report_are_found_and_taken_away(three):
    Report.objects.filter(pk=three.report_id).update(visibility=Visibility.HIDDEN)
    assert "though it is hidden" in found(WITHHELD_ENTRIES)[0].what
    assert after_repair(WITHHELD_ENTRIES) == []
    assert not SearchEntry.objects.filter(report=three.report).exists()


def test_a_kept_page_that_leads_to_a_hidden_report_is_found_and_deleted(three):
    shown = HttpResponse(f'<a href="{three.get_absolute_url()}">Paragraph 3</a>')
    caches["pages"].set("page", shown)
    caches["pages"].set("headers", ["Cookie"])
    assert found(KEPT_PAGES) == []
    Report.objects.filter(pk=three.report_id).update(visibility=Visibility.DRAFT)
    assert three.report.get_absolute_url() in found(KEPT_PAGES)[0].what
    assert after_repair(KEPT_PAGES) == []
    assert caches["pages"].get("page") is None


def test_a_damaged_kept_page_is_passed_over(three, tmp_path):
    caches["pages"].set("page", HttpResponse("Nothing."))
    Report.objects.filter(pk=three.report_id).update(visibility=Visibility.HIDDEN)
    for file in (tmp_path / "pages").iterdir():
        file.write_bytes(b"cut short")
    assert found(KEPT_PAGES) == []
