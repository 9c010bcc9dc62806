"""Publishing and hiding: the revision, the search index and kept pages follow."""

import pytest

from findings import publication
from findings.models import SearchEntry
from findings.publication import PublicationError, set_visibility
from inspections.caching.revision import current_revision
from inspections.vocabulary import Visibility
from tests import builders
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def test_hiding_takes_entries_and_kept_pages_away(monkeypatch, django_capture_on_commit_callbacks):
    report, forgotten, editor = tell(rows=2).report, [], builders.editor()
    monkeypatch.setattr(publication, "forget_kept_pages", lambda: forgotten.append(True))
    before = current_revision()
    with django_capture_on_commit_callbacks(execute=True):
        set_visibility(report, Visibility.HIDDEN, "Withdrawn by its publisher.", editor)
    assert forgotten == [True]
    assert current_revision() != before
    assert not SearchEntry.objects.filter(report=report).exists()
    with django_capture_on_commit_callbacks(execute=True):
        set_visibility(report, Visibility.PUBLISHED, "Published again.", editor)
    assert forgotten == [True]
    assert SearchEntry.objects.filter(report=report).exists()


def test_each_change_is_on_record_with_who_and_why_and_one_that_changes_nothing_is_not():
    report, editor = builders.report(), builders.editor()
    for _ in range(2):
        set_visibility(report, Visibility.HIDDEN, " Withdrawn by its publisher. ", editor)
    set_visibility(report, Visibility.PUBLISHED, "Published again.", editor)
    again, hidden = report.visibility_changes.all()
    assert (hidden.before, hidden.after, hidden.reason) == ("published", "hidden", "Withdrawn by its publisher.")
    assert (again.before, again.after, again.made_by) == ("hidden", "published", editor)


def test_without_a_reason_nothing_changes():
    report = builders.report()
    with pytest.raises(PublicationError, match="Say why"):
        set_visibility(report, Visibility.HIDDEN, "  ", builders.editor())
    report.refresh_from_db()
    assert report.is_public
