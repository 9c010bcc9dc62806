"""Stored notices become what they should be, and one that still holds stays the same row."""

import pytest

from inspections.documents.notices import replace_notices
from inspections.models import Notice
from tests import builders

pytestmark = pytest.mark.django_db


def unsaved(source, **values) -> Notice:
    facts = {"level": "warning", "code": "missing-paragraphs", "message": "Paragraph 7 is missing.", "page": 3}
    return Notice(source=source, **facts | values)


def test_what_holds_stays_what_does_not_goes_what_is_new_comes():
    source = builders.source()
    unsaved(source).save()
    unsaved(source, page=4).save()
    kept = Notice.objects.get(page=3).pk
    assert replace_notices(Notice.objects.all(), [unsaved(source), unsaved(source, page=5)])
    assert Notice.objects.get(page=3).pk == kept
    assert set(Notice.objects.values_list("page", flat=True)) == {3, 5}


def test_the_same_again_changes_nothing():
    source = builders.source()
    replace_notices(Notice.objects.all(), [unsaved(source), unsaved(source)])
    before = list(Notice.objects.values_list("pk", flat=True))
    assert len(before) == 2, "a doubt that is told twice is kept twice"
    assert not replace_notices(Notice.objects.all(), [unsaved(source), unsaved(source)])
    assert list(Notice.objects.values_list("pk", flat=True)) == before


@pytest.mark.parametrize("change", [{"level": "error"}, {"message": "Another."}, {"line": 8}, {"anchor": "para-7"}])
def test_a_notice_that_says_anything_else_is_another(change):
    source = builders.source()
    unsaved(source).save()
    assert replace_notices(Notice.objects.all(), [unsaved(source, **change)])
    assert Notice.objects.count() == 1


def test_notices_outside_of_the_stored_ones_are_left_alone():
    source = builders.source()
    unsaved(source, code="conflict").save()
    replace_notices(Notice.objects.filter(code="missing-paragraphs"), [])
    assert Notice.objects.count() == 1
