"""What follows from a correction of one record for others."""

import pytest

from findings.corrections.effects import apply, find_record, follow
from findings.corrections.making import CorrectionError
from findings.corrections.service import attach, correct, withdraw
from findings.models import Correction, CrossReference, Finding
from ingest.load import load
from inspections.models import Judgement
from inspections.vocabulary import FindingKind
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 2."


def test_references_and_ranges_follow_a_number_and_go_back_with_it(three, user):
    made = correct(three, "ref", "33", WHY, user)
    assert CrossReference.objects.get().reason == "There is no paragraph 3 in this report."
    assert Judgement.objects.get(domain__code="adoption").evidence_range == "2, 33, 4"
    withdraw(made, WHY, user)
    assert CrossReference.objects.get().target_finding == three
    assert Judgement.objects.get(domain__code="adoption").evidence_range == "2 to 4"


def test_applying_and_following_again_changes_nothing(three, user):
    correct(three, "kind", "context", WHY, user)
    before = (Finding.objects.get(pk=three.pk).kind, list(CrossReference.objects.values_list("target_finding")))
    apply(Finding.objects.get(pk=three.pk))
    follow(three.report)
    assert before == (Finding.objects.get(pk=three.pk).kind, list(CrossReference.objects.values_list("target_finding")))


def test_the_record_of_a_correction_is_found_unless_another_text_has_its_number(three, user):
    made = correct(three, "kind", "context", WHY, user)
    assert find_record(made) == three
    Finding.objects.filter(pk=three.pk).update(read=three.read | {"text": "Quite another text about other things."})
    assert find_record(made) is None


def test_withdrawing_a_later_correction_brings_the_earlier_one_back_as_the_reading_is_now(three, user):
    first = correct(three, "kind", "context", WHY, user)
    second = correct(three, "kind", "summary", WHY, user)
    kinds = {"2": FindingKind.FINDING, "3": FindingKind.PROGRESS, "4": FindingKind.FINDING}
    other = [finding(n, kind=kind) for n, kind in kinds.items()]
    load(extraction(with_findings(sif(), *other)))
    withdraw(second, WHY, user)
    first.refresh_from_db()
    three.refresh_from_db()
    assert (three.kind, first.status, first.value_now, first.withdrawn_at) == ("context", "stale", "progress", None)
    withdraw(first, WHY, user)
    three.refresh_from_db()
    assert three.kind == "progress"


def test_an_orphan_is_attached_to_another_record_and_is_one_again_when_that_is_withdrawn(three, user):
    orphan = correct(three, "kind", "context", WHY, user)
    target = Finding.objects.get(ref="4")
    with pytest.raises(CorrectionError, match="has its record"):
        attach(orphan, target, WHY, user)
    load(extraction(with_findings(sif(), finding("2"), finding("4"))))
    target.refresh_from_db()
    with pytest.raises(CorrectionError, match="same kind"):
        attach(orphan, builders.recommendation(three.report, "9"), WHY, user)
    made = attach(orphan, target, WHY, user)
    target.refresh_from_db()
    orphan.refresh_from_db()
    assert (target.kind, orphan.replaced_by) == ("context", made)
    withdraw(made, WHY, user)
    assert Correction.objects.active().get() == orphan
    assert Correction.objects.get(pk=orphan.pk).status == "orphaned"
