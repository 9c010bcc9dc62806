"""Corrections are checked, applied, followed through, and never lost by reading again."""

import pytest

from findings.corrections.service import CorrectionError, correct, find_record, mark_reviewed, withdraw
from findings.corrections.values import update_status
from findings.models import Correction, Finding, Recommendation
from ingest.load import load
from inspections.models import Domain, Judgement
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


def refused(record, field, value, user, why=WHY) -> str:
    """What a person is told who may not correct a field."""
    with pytest.raises(CorrectionError) as told:
        correct(record, field, value, why, user)
    return str(told.value)


def test_each_refusal_of_a_correction_says_why(three, user):
    assert refused(three, "text", "New.", user, why=" ") == "Give the reason for the correction."
    fields = ", ".join(Finding.CORRECTABLE)
    assert refused(three, "orig", "New.", user) == f"“orig” of a finding cannot be corrected; what can be is {fields}."
    assert refused(three, "domain", "weather", user) == "There is no domain “weather”."
    assert refused(three, "domain", "adoption", user) == "This is what the record says already."
    authority = refused(three.report, "authority", "000", user)
    assert authority == "There is no authority with the LA code “000”."
    was = three.text
    correct(three, "text", "New.", WHY, user)
    assert refused(three, "text", was, user) == "This is what was read; withdraw the correction instead."
    assert refused(three, "text", " New. ", user) == "This is what the record says already."


def test_each_refusal_about_a_judgement_says_why(three, user):
    judgement = Judgement.objects.filter(report=three.report, absence="").first()
    assert judgement is not None
    assert refused(judgement, "domain", "", user) == "A judgement needs a domain."
    assert refused(judgement, "domain", None, user) == "A judgement needs a domain."
    for nothing in ("", None):
        told = refused(judgement, "grade", nothing, user)
        assert told == "Say why there is no grade: correct the absence instead."
    assert refused(judgement, "grade", "adequate", user) == "“adequate” is no grade of the framework of the inspection."
    told = refused(judgement, "absence", " ", user)
    assert told == "Give the grade instead: a judgement has a grade or a reason why it has none."
    other = "outstanding" if judgement.grade.code != "outstanding" else "good"
    made = correct(judgement, "grade", other, WHY, user)
    told = refused(judgement, "absence", "not-judged", user)
    assert told == "The grade of this judgement was corrected; withdraw that correction first."
    withdraw(made, WHY, user)
    correct(judgement, "absence", "not-judged", WHY, user)
    told = refused(judgement, "grade", other, user)
    assert told == "The absence of this judgement was corrected; withdraw that correction first."


def test_each_refusal_of_a_withdrawal_says_why(three, user):
    made = correct(three, "text", "New.", f" {WHY} ", user)
    assert made.reason == WHY
    with pytest.raises(CorrectionError, match=r"^Give the reason for withdrawing the correction\.$"):
        withdraw(made, " ", user)
    withdraw(made, " It was wrong. ", user)
    assert made.withdrawn_reason == "It was wrong."
    with pytest.raises(CorrectionError, match=r"^The correction has been withdrawn already\.$"):
        withdraw(made, "Again.", user)


def test_a_replaced_correction_says_so_and_a_retired_record_why_it_stays(three, user):
    first = correct(three, "text", "Once.", WHY, user)
    correct(three, "text", "Twice.", WHY, user)
    first.refresh_from_db()
    assert first.withdrawn_reason == "Replaced by a later correction."
    load(extraction(with_findings(sif(), finding("2"))))
    three.refresh_from_db()
    told = refused(three, "text", "New.", user)
    assert told == "The last reading no longer has this record, so it cannot be corrected."


def test_a_correction_keeps_what_tells_its_record_again(three, user):
    made = correct(three, "text", "What is printed.", WHY, user)
    assert (made.kind, made.anchor, made.home, made.field) == ("finding", three.anchor, three.anchor, "text")
    assert (made.value_now, made.number) == (made.value_read, three.ref)
    withdraw(made, WHY, user)
    assert made.withdrawn_at is not None


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
    assert not update_status(made, made.value_read, "What stood at this number before.")
    assert made.reviewed_at
