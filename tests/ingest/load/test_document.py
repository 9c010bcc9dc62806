"""Loading one document again and again: nothing changes that did not, and nothing is half done."""

import pytest
from django.db import DatabaseError

from findings.models import CrossReference, Evidence, Finding, Recommendation, Section
from ingest.blocks import Place
from ingest.drafts import RecommendationDraft
from ingest.load import document, load
from ingest.models import Outcome
from ingest.notices import Notice as Said
from inspections.models import Inspection, Judgement, Notice, Report, SourceFile
from inspections.vocabulary import NoticeLevel, ReportKind
from tests import builders
from tests.ingest.drafts_builder import (
    action,
    extraction,
    finding,
    inspection,
    judgement,
    other_authority,
    paper,
    plan,
    recommendation,
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
    "place", "link", "sync_statements", "reconcile_inspections", "load_contents", "reconcile_judgements", "link_restatements",
    "update_conflicts",
]  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_any_step_leaves_things_as_they_were(step, monkeypatch):
    load(extraction(sif()))
    before = everything()
    newer = with_findings(sif(published=None), finding("2", "Other words altogether."), finding("9"))
    with monkeypatch.context() as patch:
        original = getattr(document, step)

        def crash(*args, **kwargs):
            original(*args, **kwargs)
            raise DatabaseError("the machine stops")

        patch.setattr(document, step, crash)
        with pytest.raises(DatabaseError):
            load(extraction(newer, paper(), name="newer.txt"))
    assert everything() == before


def test_a_paragraph_that_is_gone_is_retired_and_comes_back_as_the_same_row():
    load(extraction(sif()))
    three = Finding.objects.get(ref="3")
    without = with_findings(
        sif(), finding("2", section="s2", domain="adoption"), finding("4", section="s2", domain="adoption")
    )
    assert load(extraction(without)).retired == 1
    three.refresh_from_db()
    assert three.retired_at is not None
    assert not Evidence.objects.filter(finding=three).exists()
    load(extraction(sif()))
    three.refresh_from_db()
    assert three.retired_at is None
    assert three.carries.exists()


def bullets(*words: str) -> tuple[RecommendationDraft, ...]:
    return tuple(recommendation(None, said, anchor=f"improve-{n}") for n, said in enumerate(words, 1))


SUPERVISION = "The quality of supervision, so that plans for children are looked at and acted upon."
VISITS = "The recording of visits, so that the views of children can be seen in what is decided."
HEALTH = "Timely health assessments for children who come into care."


def test_unnumbered_items_keep_their_row_and_anchor_when_one_is_put_in_front():
    load(extraction(sif(recommendations=bullets(SUPERVISION, VISITS), references=())))
    before = {row.text: (row.pk, row.anchor) for row in Recommendation.objects.all()}
    load(extraction(sif(recommendations=bullets(HEALTH, SUPERVISION, VISITS), references=())))
    after = {row.text: (row.pk, row.anchor) for row in Recommendation.objects.live()}
    assert {text: after[text] for text in before} == before
    assert after[HEALTH][1] == "improve-1~2"
    assert not Notice.objects.filter(code="needs-review").exists()


def test_an_unnumbered_item_in_nearly_the_same_words_is_the_same_row():
    load(extraction(sif(recommendations=bullets(SUPERVISION, VISITS), references=())))
    before = Recommendation.objects.get(text=VISITS)
    load(extraction(sif(recommendations=bullets(VISITS.replace("can be", "could be"), SUPERVISION), references=())))
    before.refresh_from_db()
    assert "could be" in before.text
    assert before.retired_at is None


def test_an_unnumbered_item_in_other_words_is_new_and_asks_for_a_look():
    load(extraction(sif(recommendations=bullets(SUPERVISION, VISITS), references=())))
    result = load(extraction(sif(recommendations=bullets(SUPERVISION, HEALTH), references=())))
    assert (result.created, result.retired) == (1, 1)
    notice = Notice.objects.get(code="needs-review")
    assert notice.anchor == Recommendation.objects.get(text=HEALTH).anchor == "improve-2~2"
    assert "improve-2" in notice.message


def test_a_number_that_is_printed_twice_stays_two_rows_at_every_reading():
    report = with_findings(
        sif(judgements=()), finding("2", "The one."), finding("2", "The other.", anchor="para-2~2"), finding("3")
    )
    load(extraction(report))
    before = everything()
    assert load(extraction(report)).outcome is Outcome.UNCHANGED
    assert everything() == before


def test_notices_of_the_reading_are_kept_replaced_and_not_doubled():
    doubt = Said(NoticeLevel.WARNING, "duplicate-paragraph", "The number 2 is printed twice.", 3, 7, "para-2")
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


def test_texts_longer_than_a_column_are_shortened_with_a_notice():
    load(extraction(sif(recommendations=(recommendation("1", addressee="The board " * 60),), references=())))
    assert len(Recommendation.objects.get().addressee) == 300
    assert Notice.objects.get(code="text-shortened").anchor == "rec-1"


def test_nul_characters_do_not_reach_the_database():
    load(extraction(with_findings(sif(), finding("2", "Words\x00 with a hole."))))
    assert Finding.objects.get().text == "Words with a hole."


def test_a_judgement_whose_grade_is_not_on_the_scale_is_loaded_without_grade_and_says_so():
    load(extraction(sif(judgements=(judgement(grade="adequate"),))))
    row = Judgement.objects.get()
    assert (row.grade, row.absence, row.grade_wording) == (None, "extraction-failed", "Adequate")
    assert Notice.objects.get(code="grade-outside-scale").anchor == row.anchor


def test_a_report_that_turns_out_to_be_anothers_gives_way_to_the_address_that_is_taken_there():
    load(extraction(paper()))
    report = Report.objects.get()
    builders.report("cabinet-report", authority=builders.authority("Kent"), slug=report.slug, published="2010-01-01")
    load(extraction(paper(authority=other_authority("886"))))
    before = report.slug
    report.refresh_from_db()
    assert (report.authority.name, report.slug) == ("Kent", f"{before}-2")


def test_evidence_follows_the_order_of_the_reading():
    for order in (["para-2", "para-3", "para-4"], ["para-4", "para-2", "para-3"]):
        load(extraction(sif(judgements=(judgement("adoption", evidence=tuple(order)),))))
        assert list(Evidence.objects.order_by("ordinal").values_list("finding__anchor", flat=True)) == order


def test_what_only_moved_by_some_lines_is_not_counted_as_changed():
    load(extraction(with_findings(sif(), finding("2"))))
    again = load(extraction(with_findings(sif(), finding("2", place=Place(page=2, line=77)))))
    assert (again.outcome, again.changed, Finding.objects.get().line) == (Outcome.LOADED, 0, 77)


def test_an_unnumbered_paragraph_is_not_compared_with_numbered_ones_that_are_gone():
    load(extraction(with_findings(sif(), finding("2"), finding("3"))))
    note = finding(None, "A note that was printed beside.", anchor="p2-1")
    load(extraction(with_findings(sif(), finding("2"), note)))
    assert Finding.objects.filter(retired_at__isnull=False).count() == 1
    assert not Notice.objects.filter(code="needs-review").exists()


def test_a_judgement_without_any_grade_is_not_said_to_be_outside_of_the_scale():
    load(extraction(sif(judgements=(judgement(grade=None),))))
    assert Judgement.objects.get().absence == "extraction-failed"
    assert not Notice.objects.filter(code="grade-outside-scale").exists()


def test_two_reports_with_the_same_date_and_title_in_one_file_stay_two():
    load(extraction(paper(), paper(published="2016-02-01")))
    assert sorted(Report.objects.values_list("slug", flat=True)) == [
        "cabinet-report-2016-02-01-wexcombe-cabinet",
        "cabinet-report-2016-02-01-wexcombe-cabinet-2",
    ]


def test_a_report_that_a_better_reading_does_not_find_any_more_is_retired_and_revived():
    load(extraction(paper(), plan()))
    load(extraction(plan()))
    assert Report.objects.get(kind=ReportKind.CABINET_REPORT).retired_at is not None
    load(extraction(paper(), plan()))
    assert not Report.objects.filter(retired_at__isnull=False).exists()
    assert Report.objects.count() == 2


def test_a_report_whose_title_is_read_better_keeps_its_row_and_address():
    load(extraction(paper(title="Repart to Cabinet")))
    before = Report.objects.get()
    load(extraction(paper(title="Report to Cabinet")))
    after = Report.objects.get()
    assert (after.pk, after.slug, after.title) == (before.pk, before.slug, "Report to Cabinet")


def test_a_report_without_a_day_on_its_cover_was_published_when_its_inspection_was():
    said = inspection("sif", "2015-09-14", "2015-10-08", published="2015-11-27")
    load(extraction(sif(published=None, inspection=said)))
    report = Report.objects.get()
    assert (report.published, report.slug) == ("2015-11-27", "sif-2015-11-27")


def test_actions_are_linked_to_the_plans_own_recommendations():
    load(extraction(plan(actions=(action("1.1", "1", "7"),))))
    first, second = CrossReference.objects.order_by("ordinal")
    assert first.target_recommendation == Recommendation.objects.get(ref="1")
    assert second.reason == "There is no recommendation 7 in this report."


def test_loading_takes_few_queries_however_long_the_report(django_assert_max_num_queries):
    long = with_findings(sif(judgements=()), *(finding(str(n)) for n in range(2, 202)))
    with django_assert_max_num_queries(80):
        load(extraction(long))
    with django_assert_max_num_queries(60):
        load(extraction(long))


def test_a_mention_without_framework_takes_the_only_one_that_fits():
    said = judgement(grade="inadequate", inspection=inspection(None, "2019"), anchor="judgement-2019")
    load(extraction(paper(judgements=(said,), inspection=None)))
    assert Inspection.objects.get().slug == "ilacs-2019"


def test_a_judgement_on_what_its_framework_does_not_judge_is_doubted():
    said = judgement("care-leavers", "inadequate", inspection=inspection("lac", "2013"), anchor="judgement-2013")
    load(extraction(paper(judgements=(said,))))
    assert Notice.objects.get(code="domain-outside-framework").anchor == "judgement-2013"
