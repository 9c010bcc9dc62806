"""Loading one document again and again: nothing changes that did not, and nothing is half done."""

import pytest
from django.db import DatabaseError

from findings.models import CrossReference, Finding, Section
from ingest.load import document, load
from ingest.models import Outcome
from ingest.notices import NoticeDraft
from inspections.models import Inspection, Judgement, Notice, Report, SourceFile
from inspections.vocabulary import NoticeLevel
from tests.ingest.drafts_builder import (
    extraction,
    finding,
    inspection,
    judgement,
    later,
    paper,
    plan,
    refusal,
    sif,
    with_findings,
)
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db


def test_a_report_is_loaded_with_all_its_records():
    result = load(extraction(sif()))
    report = Report.objects.get()
    assert (result.outcome, result.created) == (Outcome.LOADED, 2 + 2 + 3 + 1 + 1)
    assert (report.slug, report.year, report.is_own) == ("sif-2015-11-27", 2015, True)
    assert report.inspection is not None
    assert (report.inspection.slug, report.inspection.lead_inspector) == ("sif-2015-09-14", "Ada Grey")
    adoption = Judgement.objects.get(domain__code="adoption")
    assert (adoption.grade and adoption.grade.code, adoption.evidence_range, adoption.is_preferred) == (
        "good",
        "2 to 4",
        True,
    )
    assert [e.finding.ref for e in adoption.evidence.all()] == ["2", "3", "4"]
    assert Section.objects.get(heading="Adoption").parent == Section.objects.get(level=1)
    assert CrossReference.objects.get().target_finding == Finding.objects.get(ref="3")


def test_the_same_file_twice_leaves_every_row_as_it_was():
    documents = [extraction(sif(), name="a"), extraction(plan(), name="b")]
    for one in documents:
        load(one)
    before = everything()
    again = [load(one) for one in documents]
    assert everything() == before
    assert [one.outcome for one in again] == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert again[0].unchanged == 9
    assert not any(one.created or one.changed or one.retired for one in again)


STEPS = [
    "place", "link", "sync_statements", "reconcile_inspections", "load_contents", "reconcile_judgements",
    "link_restatements",
    "update_conflicts",
]  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_any_step_leaves_things_as_they_were(step, monkeypatch):
    load(extraction(sif()))
    before = everything()
    newer = with_findings(later(sif(published=None)), finding("2", "Other words altogether."), finding("9"))
    with monkeypatch.context() as patch:
        original = getattr(document, step)

        def crash(*args, **kwargs):
            original(*args, **kwargs)
            raise DatabaseError("the machine stops")

        patch.setattr(document, step, crash)
        with pytest.raises(DatabaseError):
            load(extraction(newer, paper(), name="newer.txt"))
    assert everything() == before


def test_notices_of_the_reading_are_kept_replaced_and_not_doubled():
    doubt = NoticeDraft(NoticeLevel.WARNING, "duplicate-paragraph", "The number 2 is printed twice.", 3, 7, "para-2")
    load(extraction(sif(notices=(doubt,)), notices=(doubt, doubt)))
    first = list(Notice.objects.values_list("pk", flat=True))
    load(extraction(sif(notices=(doubt,)), notices=(doubt, doubt)))
    assert list(Notice.objects.values_list("pk", flat=True)) == first
    assert len(first) == 3
    load(extraction(sif()))
    assert not Notice.objects.exists()


def test_a_refused_file_is_kept_with_its_reason_and_gives_no_report():
    result = load(refusal())
    source = SourceFile.objects.get()
    assert (result.outcome, source.status, source.stored.name) == (Outcome.REFUSED, "refused", "")
    assert source.notices.get().code == "not-text"
    before = everything()
    load(refusal())
    assert everything() == before


def test_a_refused_later_reading_does_not_harm_a_good_report():
    load(extraction(sif(), content="bytes"))
    load(refusal(content="bytes"))
    source = SourceFile.objects.get()
    assert source.status == "complete"
    assert Finding.objects.live().count() == 3
    assert "changed nothing" in source.notices.get().message


def test_a_report_of_no_known_authority_is_loaded_without_judgements_and_says_so():
    load(extraction(sif(authority=None)))
    report = Report.objects.get()
    assert (report.authority, report.get_absolute_url()) == (None, "/reports/unknown/sif-2015-11-27/")
    assert Finding.objects.count() == 3
    assert not Judgement.objects.exists()
    assert Notice.objects.get(code="authority-unknown").level == "error"


def test_nul_characters_do_not_reach_the_database():
    load(extraction(with_findings(sif(), finding("2", "Words\x00 with a hole."))))
    assert Finding.objects.get().text == "Words with a hole."


def test_a_judgement_whose_grade_is_not_on_the_scale_is_loaded_without_grade_and_says_so():
    load(extraction(sif(judgements=(judgement(grade="adequate"),))))
    row = Judgement.objects.get()
    assert (row.grade, row.absence, row.grade_wording) == (None, "extraction-failed", "Adequate")
    assert Notice.objects.get(code="grade-outside-scale").anchor == row.anchor


def test_a_judgement_without_any_grade_is_not_said_to_be_outside_of_the_scale():
    load(extraction(sif(judgements=(judgement(grade=None),))))
    assert Judgement.objects.get().absence == "extraction-failed"
    assert not Notice.objects.filter(code="grade-outside-scale").exists()


def test_loading_takes_few_queries_however_long_the_report(django_assert_max_num_queries):
    long = with_findings(sif(judgements=()), *(finding(str(n)) for n in range(2, 202)))
    with django_assert_max_num_queries(142):
        load(extraction(long))
    with django_assert_max_num_queries(90):
        load(extraction(long))


def test_a_mention_without_framework_takes_the_only_one_that_fits():
    said = judgement(grade="inadequate", inspection=inspection(None, "2019"), anchor="judgement-2019")
    load(extraction(paper(judgements=(said,), inspection=None)))
    assert Inspection.objects.get().slug == "ilacs-2019"


def test_a_judgement_on_what_its_framework_does_not_judge_is_doubted():
    said = judgement("care-leavers", "inadequate", inspection=inspection("lac", "2013"), anchor="judgement-2013")
    load(extraction(paper(judgements=(said,))))
    assert Notice.objects.get(code="domain-outside-framework").anchor == "judgement-2013"
