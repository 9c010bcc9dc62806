"""Printed references become links, or are kept with the reason why not."""

import pytest

from findings.models import CrossReference, Recommendation
from ingest.drafts import ReferenceDraft, SectionDraft
from ingest.load import load
from inspections.models import Notice
from inspections.vocabulary import ReferenceTarget
from tests.ingest.drafts_builder import (
    action,
    extraction,
    finding,
    plan,
    recommendation,
    sif,
)

pytestmark = pytest.mark.django_db


def reference(
    number: str, target: ReferenceTarget = ReferenceTarget.PARAGRAPH, source: str = "rec-1"
) -> ReferenceDraft:
    return ReferenceDraft(source, target, number, f"({target} {number})")


def load_with(*references: ReferenceDraft, **values) -> list[CrossReference]:
    values.setdefault("recommendations", (recommendation("1"),))
    load(extraction(sif(references=references, **values)))
    return list(CrossReference.objects.order_by("ordinal"))


def test_what_an_item_cites_is_not_cited_again_by_its_recommendation():
    whole = recommendation("1", paragraphs=("2", "3"))
    item = recommendation(None, "Write it down.", anchor="rec-1/1", parent="rec-1", paragraphs=("2",))
    found = load_with(recommendations=(whole, item))
    assert [(one.recommendation.anchor, one.ref) for one in found] == [("rec-1", "3"), ("rec-1/1", "2")]


def test_a_paragraph_that_does_not_exist_is_kept_with_the_reason_and_a_notice():
    (found,) = load_with(reference("163"))
    assert (found.target_finding, found.reason) == (None, "There is no paragraph 163 in this report.")
    notice = Notice.objects.get(code="unresolved-reference")
    assert (notice.level, notice.anchor) == ("warning", "rec-1")
    assert "There is no paragraph 163 in this report." in notice.message


def test_a_recommendation_that_is_a_numbered_paragraph_can_be_cited_as_one():
    (found,) = load_with(reference("1", source="para-2"))
    assert found.target_recommendation == Recommendation.objects.get(ref="1")


def test_restarted_numbers_are_told_apart_by_the_section():
    sections = (
        SectionDraft("s1", "Council", 1), SectionDraft("s2", "Adoption", 2, "s1"), SectionDraft("s3", "Board", 1),
        SectionDraft("s4", "Findings on the board", 2, "s3"),
    )  # fmt: skip
    findings = (
        finding("2", section="s2"), finding("2", "Another two.", anchor="board/para-2", section="s4"),
        finding("3", "See paragraph 2.", section="s4", anchor="board/para-3"),
    )  # fmt: skip
    (found,) = load_with(reference("2", source="board/para-3"), sections=sections, findings=findings, judgements=())
    assert found.target_finding
    assert found.target_finding.anchor == "board/para-2"


def test_a_number_that_nothing_tells_apart_stays_unresolved():
    findings = (finding("2"), finding("2", "Another two.", anchor="para-2~2"))
    (found,) = load_with(reference("2"), findings=findings, judgements=())
    assert found.target_finding is None
    assert "nothing tells which is meant" in found.reason


def test_sections_and_annexes_are_found_by_their_number():
    sections = (SectionDraft("s1", "Annex A", 1), SectionDraft("s2", "Background", 1))
    findings = (finding("7.1", section="s2"), finding("7.2", section="s2"))
    found = load_with(
        reference("7", ReferenceTarget.SECTION), ReferenceDraft("rec-1", ReferenceTarget.SECTION, "A", "Annex A"),
        reference("8", ReferenceTarget.SECTION), ReferenceDraft("rec-1", ReferenceTarget.SECTION, "B", "Appendix B"),
        sections=sections, findings=findings, judgements=(),
    )  # fmt: skip
    assert [row.target_section and row.target_section.heading for row in found] == ["Background", "Annex A", None, None]
    assert [row.reason for row in found[2:]] == [
        "There is no section 8 in this report.", "There is no appendix B in this report.",
    ]  # fmt: skip


def test_an_action_can_answer_several_recommendations():
    load(extraction(plan(actions=(action("1.1", "1", "2"),))))
    assert CrossReference.objects.filter(action__ref="1.1").count() == 2
