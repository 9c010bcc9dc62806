"""The key of what is confirmed: what changes it, and what does not."""

import pytest

from findings.confirmations.keys import CONFIRMABLE, key_of, keys_in
from findings.models import Finding
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "change", [{"text": "Other."}, {"ref": "9"}, {"domain_id": None}, {"read": {"text": "Other."}}]
)
def test_what_was_read_and_what_is_shown_change_it(three, change):
    before = key_of(three)
    for name, value in change.items():
        setattr(three, name, value)
    assert key_of(three) != before


@pytest.mark.parametrize("change", [{"ordinal": 77}, {"page": 7}, {"is_corrected": True}, {"boxes": [[1, 2, 3, 4, 5]]}])
def test_the_place_of_a_record_does_not(three, change):
    before = key_of(three)
    for name, value in change.items():
        setattr(three, name, value)
    assert key_of(three) == before


def test_keys_are_of_live_records_of_the_report(three):
    other = builders.finding(builders.report(), "3")
    names = [(Finding.KIND, "para-3"), (Finding.KIND, "para-99"), ("section", "s1")]
    found = keys_in(three.report_id, names)
    assert found[Finding.KIND, "para-3"] == key_of(Finding.objects.get(pk=three.pk)) != key_of(other)
    assert set(found) == {(Finding.KIND, "para-3"), ("section", "s1")}


def test_every_record_of_the_desk_can_be_confirmed():
    assert set(CONFIRMABLE) == {"judgement", "section", "finding", "recommendation", "action", "risk"}
