"""Corrections are checked, applied, followed through, and never lost by reading again."""

from dataclasses import replace
from typing import Any

import pytest

from findings.corrections import CorrectionError, correct, find_record, mark_reviewed, withdraw
from findings.models import Correction, CorrectionStatus, CrossReference, Finding, Recommendation
from ingest.load import load
from inspections.models import Authority, Conflict, Domain, Inspection, InspectionStatement, Judgement, Origin, Report
from tests.ingest.drafts_builder import (
    extraction,
    finding,
    inspection,
    judgement,
    paper,
    recommendation,
    sif,
    with_findings,
)
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 2."


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
    assert list(Correction.objects.in_force()) == [second]


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
    read_again("Another reading of it.")
    made.refresh_from_db()
    row = Finding.objects.get(ref="3")
    assert made.status == CorrectionStatus.STALE
    assert (row.text, row.read["text"], row.is_corrected) == ("What is printed.", "Another reading of it.", True)
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
    read_again("Another edition.", name="newer.txt")
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
    read_again("Another reading.")
    made.refresh_from_db()
    mark_reviewed(made, user)
    read_again("Another reading.")
    assert made not in Correction.objects.to_review()
    read_again("A third reading.")
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


# What depends on it


@pytest.fixture
def overall() -> Judgement:
    load(extraction(sif(), name="a"))
    said = judgement(grade="inadequate", inspection=inspection("sif", "2015-06"), anchor="judgement-2015")
    load(extraction(paper(judgements=(said,)), name="b"))
    return Judgement.objects.standing().for_domain("overall-effectiveness").get()


def test_an_inspection_whose_own_report_was_read_keeps_its_row_however_many_mentions_join_it(user):
    load(extraction(sif(), name="own"))
    for month in ("2016-02-01", "2016-03-01", "2016-04-01"):
        load(extraction(paper(published=month, mentions=(inspection("sif", "2014-03"),)), name=month))
    own = InspectionStatement.objects.get(is_own=True)
    row = own.inspection
    assert Inspection.objects.count() == 2
    for name, value in (("started", "2014-03-05"), ("ended", "2014-03-20"), ("published", "2014-04-30")):
        correct(own, name, value, WHY, user)
    assert Inspection.objects.get() == row


def test_correcting_a_grade_settles_the_conflict(overall, user):
    assert Conflict.objects.filter(field="grade").exists()
    made = correct(overall, "grade", "inadequate", WHY, user)
    assert overall.grade
    assert overall.grade.code == "inadequate"
    assert not Conflict.objects.filter(field="grade").exists()
    withdraw(made, "No.", user)
    assert Conflict.objects.filter(field="grade").exists()


def test_a_grade_and_the_reason_for_none_exclude_each_other(overall, user):
    made = correct(overall, "absence", "not-judged", WHY, user)
    assert (overall.grade, overall.absence) == (None, "not-judged")
    with pytest.raises(CorrectionError, match="withdraw that correction first"):
        correct(overall, "grade", "good", WHY, user)
    withdraw(made, "It was.", user)
    overall.refresh_from_db()
    correct(overall, "grade", "good", WHY, user)
    assert (overall.grade.code, overall.absence) == ("good", "")


@pytest.mark.parametrize(
    ("field", "value"), [("grade", "adequate"), ("grade", None), ("absence", ""), ("domain", None)]
)
def test_a_judgement_keeps_a_grade_of_its_scale_or_a_reason_and_a_domain(overall, user, field, value):
    with pytest.raises(CorrectionError):
        correct(overall, field, value, WHY, user)


def test_correcting_a_domain_lets_the_right_judgement_stand(overall, user):
    reported = Judgement.objects.get(basis="reported")
    assert not reported.is_standing
    correct(reported, "domain", "leadership", WHY, user)
    assert reported.is_standing
    assert overall.is_standing


def test_correcting_a_statement_flows_to_the_inspection_and_its_conflicts(overall, user):
    statement = InspectionStatement.objects.get(is_own=False)
    correct(statement, "started", "2015-09-14", WHY, user)
    assert not Conflict.objects.filter(field="started").exists()
    own = InspectionStatement.objects.get(is_own=True)
    correct(own, "lead_inspector", "Ada Gray", WHY, user)
    correct(own, "started", "2015-09-15", WHY, user)
    found = Inspection.objects.get()
    assert (found.started, found.lead_inspector, found.slug) == ("2015-09-15", "Ada Gray", "sif-2015-09-14")
    read = sif()
    load(extraction(read, name="a"))
    found.refresh_from_db()
    assert found.started == "2015-09-15"


def test_two_inspections_that_a_correction_shows_to_be_one_become_one_with_all_that_hung_on_them(user):
    load(extraction(sif(), name="a"))
    misread = inspection("sif", "2015-06-14", "2015-06-18", published="2015-11-27")
    other = sif(inspection=misread, judgements=(judgement("leadership", "good"), judgement("care-leavers", "good")))
    load(extraction(other, name="b"))
    load(extraction(replace(other, judgements=other.judgements[:1]), name="b"))
    assert Inspection.objects.count() == 2
    before = set(Judgement.objects.values_list("pk", flat=True))
    for field, value in (("ended", "2015-10-08"), ("started", "2015-09-14")):
        correct(InspectionStatement.objects.get(report__source__name="b"), field, value, WHY, user)
    merged = Inspection.objects.get()
    assert set(merged.judgements.values_list("pk", flat=True)) == before
    assert set(Report.objects.values_list("inspection", flat=True)) == {merged.pk}
    assert {merged.slug, *merged.former_slugs} == {"sif-2015-09-14", "sif-2015-06-14"}


def test_a_date_that_is_no_date_is_refused(overall, user):
    with pytest.raises(CorrectionError, match="Give a date"):
        correct(InspectionStatement.objects.get(is_own=True), "started", "14 September", WHY, user)


def test_reports_are_corrected_too_and_keep_their_address(three, user):
    report = three.report
    correct(report, "title", "Inspection of Wexcombe", WHY, user)
    correct(report, "published", "2016-01-04", WHY, user)
    load(extraction(sif(), content="report.txt"))
    report.refresh_from_db()
    assert (report.title, report.year, report.slug) == ("Inspection of Wexcombe", 2016, "sif-2015-11-27")


def test_an_authority_that_was_not_told_can_be_set_and_the_next_reading_loads_the_judgements(user):
    load(extraction(sif(authority=None)))
    report: Any = Report.objects.get()
    correct(report, "authority", Authority.objects.get(la_code="999"), WHY, user)
    load(extraction(sif(authority=None)))
    report.refresh_from_db()
    assert report.authority.name == "Wexcombe"
    assert Judgement.objects.count() == 2
    assert report.inspection.slug == "sif-2015-09-14"


def test_correcting_a_number_moves_references_and_the_range_of_evidence(three, user):
    load(extraction(sif()))
    adoption = Judgement.objects.get(domain__code="adoption")
    reference = CrossReference.objects.get()
    made = correct(three, "ref", "33", WHY, user)
    reference.refresh_from_db()
    adoption.refresh_from_db()
    assert (reference.target_finding, reference.reason) == (None, "There is no paragraph 3 in this report.")
    assert adoption.evidence_range == "2, 33, 4"
    before = everything()
    load(extraction(sif()))
    reference.refresh_from_db()
    adoption.refresh_from_db()
    assert (reference.target_finding, adoption.evidence_range) == (None, "2, 33, 4")
    assert everything()["CrossReference"] == before["CrossReference"]
    withdraw(made, "No.", user)
    reference.refresh_from_db()
    assert reference.target_finding == three
