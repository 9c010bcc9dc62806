"""Confirming records: as they were seen, once, until they change, and withdrawn with a reason."""

from dataclasses import replace

import pytest
from django.utils import timezone

from findings.confirmations.keys import key_of
from findings.confirmations.service import ConfirmationError, confirm, withdraw
from findings.corrections import service as corrections
from findings.models import Correction, Finding, RecordConfirmation
from ingest.load import load
from inspections.caching.revision import current_revision
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.django_db
WHY = "Compared with page 2."


def seen(*rows: Finding) -> dict[int, str]:
    return {row.pk: key_of(row) for row in rows}


def holding() -> list[str]:
    return list(RecordConfirmation.objects.holding().order_by("anchor").values_list("anchor", flat=True))


def test_a_record_is_confirmed_once_with_reason_and_who(three, user):
    revision = current_revision()
    assert confirm(Finding, seen(three), f" {WHY} ", user).confirmed == (three,)
    made = RecordConfirmation.objects.get()
    assert (made.kind, made.anchor, made.reason, made.made_by) == ("finding", "para-3", WHY, user)
    assert current_revision() != revision
    assert confirm(Finding, seen(three), WHY, user).known == (three,)
    assert RecordConfirmation.objects.count() == 1


def test_a_reason_is_needed(three, user):
    with pytest.raises(ConfirmationError, match="reason"):
        confirm(Finding, seen(three), " ", user)


def test_what_changed_since_it_was_seen_is_refused_by_name_and_the_rest_confirmed(three, user):
    other, gone = Finding.objects.get(ref="2"), Finding.objects.get(ref="4")
    before = seen(three, other, gone)
    corrections.correct(three, "text", "Other words.", WHY, user)
    Finding.objects.filter(pk=gone.pk).update(retired_at=timezone.now())
    result = confirm(Finding, before, WHY, user)
    assert (result.confirmed, result.changed) == ((other,), (three, gone))
    assert holding() == ["para-2"]


def test_a_confirmation_lapses_with_a_correction_and_holds_again_without_it(three, user):
    confirm(Finding, seen(three), WHY, user)
    corrections.correct(three, "text", "Other words.", WHY, user)
    assert holding() == []
    corrections.withdraw(Correction.objects.get(), "Was right.", user)
    assert holding() == ["para-3"]


def test_a_changed_record_can_be_confirmed_anew_and_only_one_holds(three, user):
    confirm(Finding, seen(three), WHY, user)
    corrections.correct(three, "text", "Other words.", WHY, user)
    assert len(confirm(Finding, seen(Finding.objects.get(pk=three.pk)), WHY, user).confirmed) == 1
    corrections.withdraw(Correction.objects.get(), "Was right.", user)
    assert holding() == ["para-3"]
    assert RecordConfirmation.objects.count() == 2


def test_a_confirmation_lapses_with_another_reading_of_its_record_alone(three, user):
    confirm(Finding, seen(*Finding.objects.all()), WHY, user)
    words = "Workers of team 3 visit the children whom they know and write down what they hear."
    other = with_findings(sif(), *(finding(n, words if n == "3" else "") for n in ("2", "3", "4")))
    same = with_findings(sif(), *(finding(n) for n in ("2", "3", "4")))
    load(extraction(same))
    before = holding()
    load(extraction(other))
    assert holding() == [anchor for anchor in before if anchor != "para-3"]
    load(extraction(replace(same)))
    assert holding() == before


def test_a_withdrawn_confirmation_stays_withdrawn(three, user):
    confirm(Finding, seen(three), WHY, user)
    made = RecordConfirmation.objects.get()
    with pytest.raises(ConfirmationError, match="reason"):
        withdraw(made, "", user)
    withdraw(made, "Looked at the wrong page.", user)
    assert (holding(), made.withdrawn_by, made.withdrawn_reason) == ([], user, "Looked at the wrong page.")
    with pytest.raises(ConfirmationError, match="already"):
        withdraw(made, "Again.", user)
    load(extraction(sif()))
    assert holding() == []
