"""The record of who saw a report: written once, with a reason, about a change."""

import pytest
from django.db import IntegrityError, transaction

from inspections.models import VisibilityChange
from inspections.models.visibility_changes import WrittenOnce
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def change() -> VisibilityChange:
    builders.show(builders.report(), "hidden", "Withdrawn.")
    return VisibilityChange.objects.get()


def test_it_is_written_once(change):
    change.reason = "Another reason."
    rows = VisibilityChange.objects.all()
    for alter in (change.save, change.delete, rows.delete, lambda: rows.update(reason="Another reason.")):
        with pytest.raises(WrittenOnce):
            alter()
    assert VisibilityChange.objects.get().reason == "Withdrawn."
    assert str(VisibilityChange.objects.get()) == "Hidden from the public pages: Withdrawn."


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"reason": ""}, "visibility_change_has_a_reason"),
        ({"before": "hidden"}, "visibility_change_changes_something"),
    ],
)
def test_the_database_refuses_what_says_nothing(change, values, name):
    wanted = {"before": "draft", "after": "hidden", "reason": "Withdrawn."} | values
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        VisibilityChange.objects.create(report=change.report, made_by=change.made_by, **wanted)
