"""How much of a report is confirmed, on its page and in lists."""

import pytest

from findings.confirmations.keys import key_of
from findings.confirmations.service import confirm
from findings.confirmations.share import people_of, share_of, with_share
from findings.models import Finding, RecordConfirmation
from inspections.models import Report
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_share_is_of_all_live_records_and_rounded_down(three, user):
    confirm(Finding, {three.pk: key_of(three)}, "Compared.", user)
    share = share_of(three.report)
    assert (share.records, share.confirmed, share.percent) == (8, 1, 12)
    assert share.last == RecordConfirmation.objects.get().made_at
    assert list(people_of(three.report)) == [{"made_by__username": user.username, "number": 1, "last": share.last}]


def test_lists_say_the_same_and_can_be_sorted(three, user, django_assert_num_queries):
    empty = builders.report()
    confirm(Finding, {three.pk: key_of(three)}, "Compared.", user)
    with django_assert_num_queries(1):
        first, second = with_share(Report.objects.all()).order_by("-share_confirmed")
    assert (first.number_of_records, first.number_confirmed, first.share_confirmed) == (8, 1, 1 / 8)
    assert first.last_confirmed == share_of(three.report).last
    assert (second, second.number_of_records, second.share_confirmed) == (empty, 0, 0.0)
    assert share_of(empty).percent == 0
