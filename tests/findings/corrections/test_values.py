"""Effective columns, and how a correction stands to a new reading."""

import pytest

from findings.corrections.values import columns_of, is_corrected, orphan, update_status
from findings.models import Correction
from inspections.reference.codes import ReferenceCodes
from inspections.vocabulary import Absence, CorrectionStatus
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def correction(field: str = "text", read: object = "old", wanted: object = "new", **values: object) -> Correction:
    return Correction(field=field, value_read=read, value_set=wanted, **values)


def test_an_active_correction_replaces_the_value_that_was_read():
    columns = columns_of({"text": "old", "ref": "3"}, [correction()], ReferenceCodes())
    assert columns == {"text": "new", "ref": "3"}


def test_domains_and_authorities_are_columns_by_key_and_may_be_none():
    domain, authority = builders.domain("adoption"), builders.authority()
    codes = ReferenceCodes()
    assert columns_of({"domain": "adoption", "authority": authority.la_code}, (), codes) == {
        "domain_id": domain.pk,
        "authority_id": authority.pk,
    }
    assert columns_of({"domain": "", "authority": None}, (), codes) == {"domain_id": None, "authority_id": None}
    with pytest.raises(KeyError):
        columns_of({"domain": "nonsense"}, (), codes)


def test_the_day_of_an_action_follows_its_effective_wording():
    columns = columns_of({"due": "Ongoing"}, [correction("due", "Ongoing", "31 March 2020")], ReferenceCodes())
    assert columns["due_by"].isoformat() == "2020-03-31"


def test_a_judgement_has_a_grade_or_a_reason_and_a_correction_of_one_takes_away_the_other():
    good = builders.grade("good", "sif")
    codes = ReferenceCodes()

    def outcome(values: dict[str, str | None], *corrections: Correction) -> tuple[object, object]:
        columns = columns_of(values, corrections, codes, good.framework_id)
        return columns["grade_id"], columns["absence"]

    assert outcome({"grade": "good", "absence": ""}) == (good.pk, "")
    assert outcome({"grade": None, "absence": "not-judged"}) == (None, "not-judged")
    assert outcome({"grade": None, "absence": "not-judged"}, correction("grade", None, "good")) == (good.pk, "")
    assert outcome({"grade": "good", "absence": ""}, correction("absence", "", "not-legible")) == (None, "not-legible")
    assert outcome({"grade": "of-another-scale", "absence": ""}) == (None, Absence.NOT_READ)


@pytest.mark.parametrize(
    ("now_read", "status"),
    [("old", CorrectionStatus.APPLIED), ("new", CorrectionStatus.AGREED), ("other", CorrectionStatus.STALE)],
)
def test_a_new_reading_decides_the_status(now_read, status):
    one = correction()
    changed = update_status(one, now_read, "old")
    assert (one.status, changed) == (status, status != CorrectionStatus.APPLIED)


def test_a_reviewed_correction_comes_back_when_the_reading_changes_again_and_not_before():
    reviewer, now = builders.editor(), builders.report().changed_at
    one = correction(status=CorrectionStatus.STALE, reviewed_at=now, reviewed_by=reviewer)
    assert update_status(one, "other", "other") is False
    assert one.reviewed_by == reviewer
    assert update_status(one, "yet another", "other") is True
    assert (one.reviewed_at, one.reviewed_by) == (None, None)


def test_a_correction_without_its_record_is_orphaned_once():
    one = correction()
    assert orphan(one) is True
    assert orphan(one) is False
    assert one.status == CorrectionStatus.ORPHANED


@pytest.mark.parametrize(
    ("statuses", "differs"),
    [
        ((), False),
        ((CorrectionStatus.AGREED, CorrectionStatus.ORPHANED), False),
        ((CorrectionStatus.AGREED, CorrectionStatus.STALE), True),
        ((CorrectionStatus.APPLIED,), True),
    ],
)
def test_a_record_is_corrected_as_long_as_it_differs_from_its_reading(statuses, differs):
    assert is_corrected([correction(status=status) for status in statuses]) is differs
