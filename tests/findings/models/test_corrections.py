"""Which corrections are of a record, and which wait for a person."""

import pytest

from findings.corrections.service import correct
from findings.models import Correction
from inspections.vocabulary import CorrectionStatus

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("status", "is_of_record", "waits"),
    [
        (CorrectionStatus.APPLIED, True, False),
        (CorrectionStatus.STALE, True, True),
        (CorrectionStatus.MOVED, True, True),
        (CorrectionStatus.AGREED, True, True),
        (CorrectionStatus.ORPHANED, False, True),
    ],
)
def test_an_orphan_is_of_no_record_and_all_but_the_applied_wait(three, user, status, is_of_record, waits):
    made = correct(three, "text", "What is printed.", "See page 2.", user)
    Correction.objects.update(status=status)
    assert (made in Correction.objects.of_record(three)) is is_of_record
    assert (made in Correction.objects.to_review()) is waits


def test_corrections_of_a_report_are_not_those_of_its_records(three, user):
    correct(three, "text", "What is printed.", "See page 2.", user)
    made = correct(three.report, "title", "Another title", "See page 1.", user)
    assert list(Correction.objects.of_record(three.report)) == [made]
