"""Publishing and hiding: the revision, the search index and kept pages follow."""

import pytest

from findings import publication
from findings.models import SearchEntry
from findings.publication import set_visibility
from inspections.caching.revision import current_revision
from inspections.vocabulary import Visibility
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def test_hiding_takes_entries_and_kept_pages_away(monkeypatch, django_capture_on_commit_callbacks):
    report, forgotten = tell(rows=2).report, []
    monkeypatch.setattr(publication, "forget_kept_pages", lambda: forgotten.append(True))
    before = current_revision()
    with django_capture_on_commit_callbacks(execute=True):
        set_visibility(report, Visibility.HIDDEN)
    assert forgotten == [True]
    assert current_revision() != before
    assert not SearchEntry.objects.filter(report=report).exists()
    with django_capture_on_commit_callbacks(execute=True):
        set_visibility(report, Visibility.PUBLISHED)
    assert forgotten == [True]
    assert SearchEntry.objects.filter(report=report).exists()
