"""Deciding where references lead: by number and words of what is meant, through later readings."""

import pytest

from findings.corrections.making import CorrectionError
from findings.corrections.reference_decisions import decide_reference
from findings.corrections.service import correct, withdraw
from findings.models import Correction, CrossReference, Finding, Recommendation
from ingest.drafts import FindingDraft, ReferenceDraft
from ingest.load import load
from ingest.models import Outcome
from inspections.models import Notice
from inspections.vocabulary import ReferenceTarget
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, recommendation, sif

pytestmark = pytest.mark.django_db
WHY = "The margin of page 3 tells it."
PLANS = "Plans for children are clear, and parents are told in good time."
STAFF = "There are enough workers, and most of them have known the children for long."


def read(*texts: str, cites: str = "163", more: tuple[FindingDraft, ...] = ()) -> Outcome:
    """A reading of paragraphs from number 2 on, and of a recommendation that cites one."""
    paragraphs = (*(finding(str(n), said) for n, said in enumerate(texts, 2)), *more)
    printed = ReferenceDraft("rec-1", ReferenceTarget.PARAGRAPH, cites, f"(paragraph {cites})")
    bare = ReferenceDraft("rec-1", ReferenceTarget.RECOMMENDATION, "", "(the recommendation above)")
    given = {"findings": paragraphs, "references": (printed, bare), "judgements": ()}
    return load(extraction(sif(recommendations=(recommendation("1"),), **given))).outcome


def reference() -> CrossReference:
    return CrossReference.objects.get(target="paragraph")


def leads_to() -> str:
    target = reference().leads_to
    return target.text if isinstance(target, Finding) else ""


def test_a_reference_leads_where_a_person_decided_and_waits_no_more(user):
    read(PLANS, STAFF)
    made = decide_reference(reference(), Finding.objects.get(text=STAFF), WHY, user)
    assert (leads_to(), reference().reason, reference().decision) == (STAFF, "", made)
    assert read(PLANS, STAFF) is Outcome.LOADED, "its notice goes"
    assert not Notice.objects.filter(code="unresolved-reference").exists()
    assert read(PLANS, STAFF) is Outcome.UNCHANGED
    withdraw(made, WHY, user)
    assert (leads_to(), reference() in CrossReference.objects.to_decide()) == ("", True)


def test_a_reference_without_a_target_says_that_a_person_decided_so(user):
    read(PLANS)
    made = decide_reference(reference(), None, WHY, user)
    assert reference() not in CrossReference.objects.to_decide()
    assert WHY in reference().reason
    read(PLANS, STAFF)
    assert (reference().decision, Correction.objects.get().status) == (made, "applied")


def test_a_decision_follows_the_words_that_are_meant_and_meets_no_other_paragraph(user):
    read(PLANS, STAFF)
    decide_reference(reference(), Finding.objects.get(text=STAFF), WHY, user)
    read("Another paragraph, of which nobody has said anything.", PLANS, STAFF)
    assert leads_to() == STAFF
    read(PLANS, "Another paragraph, of which nobody has said anything.")
    assert (leads_to(), Correction.objects.get().status) == ("", "orphaned")
    read(PLANS, STAFF)
    assert (leads_to(), Correction.objects.get().status) == (STAFF, "applied")


def test_a_decision_is_compared_with_what_is_read(user):
    read(PLANS, STAFF, cites="2")
    decide_reference(reference(), Finding.objects.get(text=STAFF), WHY, user)
    correct(Recommendation.objects.get(), "text", "Another text.", WHY, user)
    assert leads_to() == STAFF
    read(PLANS, STAFF, cites="3")
    assert Correction.objects.get(field__startswith="reference").status == "orphaned", "it is printed no more"
    read(PLANS, STAFF, cites="163")
    decide_reference(reference(), Finding.objects.get(text=STAFF), WHY, user)
    read(PLANS, STAFF, more=(finding("163", "At last."),))
    assert (leads_to(), Correction.objects.get(field="reference/paragraph/163").status) == (STAFF, "stale")


def test_a_decision_with_which_the_reading_agrees_says_so(user):
    read(PLANS, more=(finding("163", STAFF, anchor="para-163x"), finding("163", "Twice.", anchor="para-163y")))
    decide_reference(reference(), Finding.objects.get(text=STAFF), WHY, user)
    read(PLANS, more=(finding("163", STAFF, anchor="para-163x"),))
    assert Correction.objects.get().status == "agreed"


def test_references_without_a_number_are_told_apart_by_their_words(user):
    read(PLANS)
    bare = CrossReference.objects.get(target="recommendation")
    made = decide_reference(bare, Recommendation.objects.get(), WHY, user)
    assert made.field.startswith("reference/recommendation/~")
    assert CrossReference.objects.get(pk=bare.pk).target_recommendation == Recommendation.objects.get()


def test_what_changes_nothing_or_stands_elsewhere_is_refused(user):
    read(PLANS, STAFF, cites="2")
    here, other = Finding.objects.get(ref="2"), Finding.objects.get(ref="3")
    elsewhere = builders.finding(builders.report("cabinet-report"), "2")
    for target, why in ((here, "already"), (elsewhere, "own report")):
        with pytest.raises(CorrectionError, match=why):
            decide_reference(reference(), target, WHY, user)
    first = decide_reference(reference(), None, WHY, user)
    with pytest.raises(CorrectionError, match="decided already"):
        decide_reference(reference(), None, WHY, user)
    with pytest.raises(CorrectionError, match="withdraw the decision"):
        decide_reference(reference(), here, WHY, user)
    second = decide_reference(reference(), other, WHY, user)
    withdraw(second, WHY, user)
    assert reference().decision == first
