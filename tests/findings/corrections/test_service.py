"""Corrections are checked, applied, followed through, and never lost by reading again."""

import pytest

from findings.corrections.service import CorrectionError, correct, find_record, mark_reviewed, withdraw
from findings.corrections.values import weigh
from findings.models import Correction, Finding, Recommendation
from ingest.load import load
from inspections.models import Domain
from inspections.vocabulary import CorrectionStatus, Origin
from tests.ingest.drafts_builder import (
    extraction,
    finding,
    recommendation,
    sif,
    with_findings,
)
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 2."
LITTLE_CHANGED = "Workers of team 3 visit the children whom they know and write down what they hear."


def read_again(text: str | None = None, name: str = "report.txt") -> None:
    words = {} if text is None else {"words": text}
    paragraphs = [finding(n, section="s2", domain="adoption", **(words if n == "3" else {})) for n in ("2", "3", "4")]
    load(extraction(with_findings(sif(), *paragraphs), name=name))


def test_a_correction_sets_the_column_and_keeps_what_was_read(three, user):
    was = three.text
    made = correct(three, "text", "What is printed.", WHY, user)
    stored = Finding.objects.get(pk=three.pk)
    assert (stored.text, stored.read["text"], stored.is_corrected) == ("What is printed.", was, True)
    assert (made.value_read, made.value_set, made.made_by, made.reason) == (was, "What is printed.", user, WHY)
    assert three.text == "What is printed."
    assert find_record(made) == three


def test_domains_are_set_by_row_or_code_and_may_be_taken_away(three, user):
    correct(three, "domain", Domain.objects.get(code="leadership"), WHY, user)
    assert three.domain.code == "leadership"
    correct(three, "domain", None, WHY, user)
    assert three.domain is None


def test_a_second_correction_of_a_field_withdraws_the_first(three, user):
    first = correct(three, "text", "Once.", WHY, user)
    second = correct(three, "text", "Twice.", WHY, user)
    first.refresh_from_db()
    assert first.withdrawn_by == user
    assert second.value_read == first.value_read
    assert list(Correction.objects.active()) == [second]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("text", "New.", "  "), "reason"),
        (("orig", "New.", WHY), "cannot be corrected"),
        (("text", "", WHY), "blank"),
        (("kind", "opinion", WHY), "opinion"),
        (("domain", "weather", WHY), "no domain"),
        (("domain", "adoption", WHY), "says already"),
    ],
)
def test_what_is_no_correction_is_refused_with_a_sentence(three, user, change, says):
    before = everything()
    with pytest.raises(CorrectionError, match=says):
        correct(three, change[0], change[1], change[2], user)
    assert everything() == before


def test_going_back_to_what_was_read_is_a_withdrawal(three, user):
    was = three.text
    correct(three, "text", "New.", WHY, user)
    with pytest.raises(CorrectionError, match="withdraw"):
        correct(three, "text", was, WHY, user)


def test_a_withdrawn_correction_is_kept_and_the_record_says_again_what_was_read(three, user):
    was = three.text
    made = correct(three, "text", "New.", WHY, user)
    withdraw(made, "The page was the other one.", user)
    three.refresh_from_db()
    assert (three.text, three.is_corrected) == (was, False)
    assert (made.withdrawn_by, made.withdrawn_reason) == (user, "The page was the other one.")
    with pytest.raises(CorrectionError, match="already"):
        withdraw(made, "Again.", user)


def test_a_retired_record_cannot_be_corrected(three, user):
    load(extraction(with_findings(sif(), finding("2"))))
    three.refresh_from_db()
    with pytest.raises(CorrectionError, match="no longer"):
        correct(three, "text", "New.", WHY, user)


# Reading again


def test_an_unchanged_reading_applies_the_correction(three, user):
    made = correct(three, "text", "What is printed.", WHY, user)
    read_again()
    before = everything()
    read_again()
    made.refresh_from_db()
    assert (made.status, Finding.objects.get(ref="3").text) == (CorrectionStatus.APPLIED, "What is printed.")
    assert everything() == before
    assert made not in Correction.objects.to_review()


def test_a_changed_reading_makes_the_correction_stale_and_it_still_stands(three, user):
    made = correct(three, "text", "What is printed.", WHY, user)
    read_again(LITTLE_CHANGED)
    made.refresh_from_db()
    row = Finding.objects.get(ref="3")
    assert made.status == CorrectionStatus.STALE
    assert (row.text, row.read["text"], row.is_corrected) == ("What is printed.", LITTLE_CHANGED, True)
    assert made in Correction.objects.to_review()


def test_a_reading_that_now_says_the_same_agrees(three, user):
    made = correct(three, "text", "What is printed.", WHY, user)
    read_again("What is printed.")
    made.refresh_from_db()
    assert (made.status, Finding.objects.get(ref="3").is_corrected) == (CorrectionStatus.AGREED, False)
    assert made in Correction.objects.to_review()


def test_a_correction_whose_record_is_gone_is_orphaned_and_comes_back_with_it(three, user):
    made = correct(three, "text", "What is printed.", WHY, user)
    load(extraction(with_findings(sif(), finding("2"))))
    made.refresh_from_db()
    assert made.status == CorrectionStatus.ORPHANED
    read_again()
    made.refresh_from_db()
    assert (made.status, Finding.objects.get(ref="3").text) == (CorrectionStatus.APPLIED, "What is printed.")


def test_a_newer_version_of_the_report_keeps_its_corrections(three, user):
    correct(three, "text", "What is printed.", WHY, user)
    read_again(LITTLE_CHANGED, name="newer.txt")
    assert Finding.objects.get(ref="3").text == "What is printed."


def test_the_correction_of_an_unnumbered_item_follows_its_words(user):
    words = "The recording of visits, so that the views of children can be seen in what is decided."
    load(extraction(sif(recommendations=(recommendation(None, words, anchor="improve-1"),), references=())))
    correct(Recommendation.objects.get(), "addressee", "The council", WHY, user)
    two = (recommendation(None, "Health.", anchor="improve-1"), recommendation(None, words + "!", anchor="improve-2"))
    load(extraction(sif(recommendations=two, references=())))
    row = Recommendation.objects.get(text=words + "!")
    assert (row.anchor, row.addressee, Correction.objects.get().status) == ("improve-1", "The council", "applied")


def test_a_reviewed_correction_leaves_the_queue_until_the_reading_changes_again(three, user):
    made = correct(three, "text", "What is printed.", WHY, user)
    read_again(LITTLE_CHANGED)
    made.refresh_from_db()
    mark_reviewed(made, user)
    read_again(LITTLE_CHANGED)
    assert made not in Correction.objects.to_review()
    read_again(LITTLE_CHANGED + "!")
    assert made in Correction.objects.to_review()


def test_a_correction_of_a_row_made_by_hand_is_left_alone_by_loading(three, user):
    row = Finding.objects.create(
        report=three.report,
        anchor="para-50",
        ordinal=50,
        ref="50",
        kind="finding",
        text="A.",
        orig="A.",
        origin=Origin.HAND,
    )
    correct(row, "text", "B.", WHY, user)
    read_again()
    row.refresh_from_db()
    assert (row.text, Correction.objects.get().status) == ("B.", "applied")


def test_a_review_stands_as_long_as_the_reading_is_what_was_corrected(three, user):
    made = correct(three, "text", "What is printed.", WHY, user)
    mark_reviewed(made, user)
    assert not weigh(made, made.value_read, "What stood at this number before.")
    assert made.reviewed_at
