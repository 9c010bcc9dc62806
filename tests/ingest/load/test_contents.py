"""The rows of a report and the links between them: what cannot be placed or resolved becomes a notice."""

import pytest

from findings.models import CrossReference, Finding, Recommendation, Risk
from ingest.drafts import ReferenceDraft
from ingest.load import load
from inspections.models import Judgement, Notice
from inspections.vocabulary import ReferenceTarget
from tests.ingest.drafts_builder import action, extraction, inspection, judgement, paper, plan, sif

pytestmark = pytest.mark.django_db


def test_actions_are_linked_to_the_plans_own_recommendations():
    load(extraction(plan(actions=(action("1.1", "1", "7"),))))
    first, second = CrossReference.objects.order_by("ordinal")
    assert first.target_recommendation == Recommendation.objects.get(ref="1")
    assert second.reason == "There is no recommendation 7 in this report."


def test_rows_of_every_kind_are_loaded():
    load(extraction(plan()))
    assert Risk.objects.get().rating == "B2"
    load(extraction(sif(), name="sif"))
    assert {row.section and row.section.heading for row in Finding.objects.all()} == {"Adoption"}


def test_a_judgement_of_which_nothing_tells_the_inspection_is_left_out_with_a_notice():
    said = judgement(grade="good", anchor="judgement-own")
    load(extraction(paper(judgements=(said,), inspection=None, mentions=(inspection("sif", "2015-09"),))))
    assert not Judgement.objects.exists()
    notice = Notice.objects.get(code="judgement-without-inspection")
    assert notice.level == "error"
    assert said.domain_wording in notice.message


def test_tags_without_a_number_are_kept_and_noted_once():
    tags = tuple(ReferenceDraft(f"para-{n}", ReferenceTarget.RECOMMENDATION, "", "(Recommendation)") for n in (2, 3))
    load(extraction(sif(references=tags)))
    assert CrossReference.objects.unresolved().count() == 2
    notice = Notice.objects.get(code="reference-without-number")
    assert (notice.level, notice.message[:2]) == ("info", "2 ")


def test_a_reference_that_points_nowhere_is_doubted_beside_its_record():
    load(extraction(sif(references=(ReferenceDraft("rec-1", ReferenceTarget.PARAGRAPH, "163", "(paragraph 163)"),))))
    notice = Notice.objects.get(code="unresolved-reference")
    assert notice.anchor == "rec-1"
    assert notice.message == "There is no paragraph 163 in this report. It is cited as “(paragraph 163)”."
