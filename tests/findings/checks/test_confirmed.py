"""Confirmations and settlements that hold for something else than what a person looked at."""

import pytest

from findings.checks.confirmed import CONFIRMATIONS, SETTLEMENTS
from findings.confirmations.keys import key_of
from findings.confirmations.service import confirm
from findings.models import Finding, RecordConfirmation
from inspections.documents.settling import settle
from inspections.models import Notice
from tests import builders
from tests.findings.checks.conftest import after_repair, found

pytestmark = pytest.mark.django_db


def test_a_confirmation_of_a_changed_record_is_found_and_lapses(three):
    confirm(Finding, {three.pk: key_of(three)}, "Compared.", builders.editor())
    assert found(CONFIRMATIONS) == []
    Finding.objects.filter(pk=three.pk).update(text="Nobody read this.")
    assert "though the record has changed" in found(CONFIRMATIONS)[0].what
    assert after_repair(CONFIRMATIONS) == []
    assert not RecordConfirmation.objects.holding().exists()


def test_a_confirmation_that_lapsed_without_reason_holds_again(three):
    confirm(Finding, {three.pk: key_of(three)}, "Compared.", builders.editor())
    RecordConfirmation.objects.update(holds=False)
    assert "though the record is the same" in found(CONFIRMATIONS)[0].what
    assert after_repair(CONFIRMATIONS) == []
    assert RecordConfirmation.objects.holding().exists()


@pytest.mark.parametrize("is_changed", [True, False])
def test_a_notice_is_settled_for_what_was_looked_at_alone(three, is_changed):
    notice = builders.notice(three.report.source, report=three.report, anchor="para-3")
    settle([notice], "Looked at.", builders.editor())
    assert found(SETTLEMENTS) == []
    if is_changed:
        Notice.objects.filter(pk=notice.pk).update(message="Another doubt.")
    else:
        Notice.objects.filter(pk=notice.pk).update(settlement=None)
    (breach,) = found(SETTLEMENTS)
    assert ("settled for another reading" if is_changed else "is open") in breach.what
    assert after_repair(SETTLEMENTS) == []
    assert Notice.objects.open().filter(pk=notice.pk).exists() is is_changed
