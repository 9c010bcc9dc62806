"""Corrections keep to number and words when a newer version of a report shifts its numbers."""

from typing import Any

import pytest

from findings.corrections.identity import WORDS
from findings.corrections.service import correct, withdraw
from findings.models import Action, Correction, Finding, Recommendation, Risk, Section
from ingest.drafts import RiskDraft, SectionDraft
from ingest.load import load
from inspections.models import Judgement
from tests import builders
from tests.ingest.drafts_builder import action, extraction, finding, judgement, recommendation, sif, with_findings
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 2."
VISITS = "Workers visit children as often as their plans say, and write down what they see and hear."
PLANS = "Plans for children are clear, and parents are told in good time what is expected of them."
HEALTH = "Health assessments are late for most of the children who came into care in the last year."
STAFF = "There are enough workers, and most of them have known the children for longer than a year."


def read(*texts: str) -> None:
    """A reading of the report with these paragraphs, the first of which has the number 2."""
    paragraphs = [finding(str(number), said) for number, said in enumerate(texts, 2)]
    load(extraction(with_findings(sif(judgements=(), references=()), *paragraphs)))


def correct_text(ref: str, said: str) -> None:
    correct(Finding.objects.get(ref=ref), "text", said, WHY, builders.editor(f"editor-{ref}"))


def shown() -> dict[str, str]:
    return dict(Finding.objects.live().values_list("anchor", "text"))


def states() -> dict[str, tuple[str, str]]:
    return {c.words: (c.anchor, c.status) for c in Correction.objects.active()}


def test_a_correction_follows_its_words_to_the_number_they_have_now_and_says_so():
    read(VISITS, PLANS)
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH, PLANS)
    assert shown() == {"para-2": VISITS, "para-3": HEALTH, "para-4": "Plans are clear."}
    assert states() == {PLANS: ("para-4", "moved")}
    assert Correction.objects.get() in Correction.objects.to_review()
    assert Finding.objects.get(ref="4").is_corrected
    assert not Finding.objects.get(ref="3").is_corrected


def test_a_correction_whose_words_are_gone_meets_no_other_paragraph_and_comes_back_with_them():
    read(VISITS, PLANS, HEALTH, STAFF)
    correct(Finding.objects.get(ref="3"), "domain", "leadership", WHY, builders.editor("domains"))
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH, STAFF)
    assert shown() == {"para-2": VISITS, "para-3": HEALTH, "para-4": STAFF}
    assert not Finding.objects.live().filter(is_corrected=True).exists()
    assert set(Correction.objects.to_review().values_list("anchor", "status")) == {("para-3", "orphaned")}
    read(VISITS, PLANS, HEALTH, STAFF)
    row = Finding.objects.get(ref="3")
    assert (row.text, row.domain.code, row.is_corrected) == ("Plans are clear.", "leadership", True)
    assert not Correction.objects.to_review().exists()


def test_the_paragraph_that_has_the_number_of_an_orphan_can_be_corrected_for_itself():
    read(VISITS, PLANS)
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH)
    correct(Finding.objects.get(ref="3"), "text", "Assessments are late.", WHY, builders.editor("another"))
    assert shown()["para-3"] == "Assessments are late."
    read(VISITS, PLANS)
    assert shown()["para-3"] == "Plans are clear."
    assert states() == {PLANS: ("para-3", "applied"), HEALTH: ("para-3", "orphaned")}
    read(VISITS, HEALTH)
    assert shown()["para-3"] == "Assessments are late."


def test_corrections_of_neighbours_move_on_together_and_back_again():
    read(VISITS, PLANS)
    correct_text("2", "Workers visit.")
    correct_text("3", "Plans are clear.")
    read(HEALTH, VISITS, PLANS)
    assert shown() == {"para-2": HEALTH, "para-3": "Workers visit.", "para-4": "Plans are clear."}
    read(VISITS, PLANS, STAFF)
    assert shown() == {"para-2": "Workers visit.", "para-3": "Plans are clear.", "para-4": STAFF}
    assert {status for _, status in states().values()} == {"applied"}


def test_a_correction_follows_nearly_the_same_words():
    read(VISITS, PLANS)
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH, PLANS.replace("in good time", "in time"))
    assert shown()["para-4"] == "Plans are clear."
    assert Correction.objects.get().status == "stale"


def test_a_corrected_number_never_moves_to_another():
    read(VISITS, PLANS)
    correct(Finding.objects.get(ref="3"), "ref", "3a", WHY, builders.editor("numbers"))
    read(VISITS, HEALTH, PLANS)
    assert set(Finding.objects.live().values_list("ref", flat=True)) == {"2", "3", "4"}
    assert states() == {PLANS: ("para-3", "orphaned")}


def test_a_paragraph_that_stayed_gets_nothing_from_one_that_is_gone_in_nearly_the_same_words():
    read(VISITS, VISITS.replace("their", "the"), PLANS)
    correct_text("3", "Workers visit.")
    read(VISITS)
    assert shown() == {"para-2": VISITS}
    assert Correction.objects.get().status == "orphaned"


def test_what_was_moved_can_be_withdrawn_where_it_stands():
    read(VISITS, PLANS)
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH, PLANS)
    withdraw(Correction.objects.get(), "It was right.", builders.editor("third"))
    assert shown()["para-4"] == PLANS


def test_reading_the_newer_version_again_moves_nothing():
    read(VISITS, PLANS)
    correct_text("3", "Plans are clear.")
    read(VISITS, HEALTH, PLANS)
    read(VISITS, HEALTH, PLANS)
    before = everything()
    read(VISITS, HEALTH, PLANS)
    assert everything() == before


def numbered(kind: str, *words: str) -> None:
    """A version of the report with records of a kind in this order, each with the next number."""
    made: dict[str, Any] = {"references": (), "judgements": (), "recommendations": (), "findings": (), "sections": ()}
    if kind == "recommendation":
        made["recommendations"] = tuple(recommendation(str(n), said) for n, said in enumerate(words, 1))
    if kind == "item":
        items = [recommendation(f"1{n}", said, anchor=f"rec-1/{n}", parent="rec-1") for n, said in enumerate(words, 1)]
        made["recommendations"] = (recommendation("1"), *items)
    if kind == "section":
        made["sections"] = tuple(SectionDraft(f"s{n}", said, 1) for n, said in enumerate(words, 1))
    if kind == "judgement":
        made["judgements"] = tuple(
            judgement("adoption", anchor=f"judgement-{n}", domain_wording=said) for n, said in enumerate(words, 1)
        )
    if kind == "action":
        made["actions"] = tuple(action(str(n), text=said) for n, said in enumerate(words, 1))
    if kind == "risk":
        made["risks"] = tuple(RiskDraft(f"risk-{n}", said, "", "", "B2", "B2") for n, said in enumerate(words, 1))
    load(extraction(sif(**made), name="report.txt"))


@pytest.mark.parametrize(
    ("kind", "model", "field", "value"),
    [
        ("recommendation", Recommendation, "addressee", "The council"),
        ("item", Recommendation, "addressee", "The council"),
        ("section", Section, "domain", "leadership"),
        ("judgement", Judgement, "domain", "leadership"),
        ("action", Action, "lead", "The director"),
        ("risk", Risk, "mitigation", "Hire more."),
    ],
)
def test_no_kind_of_record_gets_the_correction_of_another_one(kind, model, field, value):
    numbered(kind, VISITS, PLANS, HEALTH)
    name = WORDS[model.KIND]
    record = model.objects.get(**{name: PLANS})
    correct(record, field, value, WHY, builders.editor("of-kinds"))
    numbered(kind, VISITS, HEALTH, STAFF)
    assert not model.objects.live().filter(is_corrected=True).exists()
    assert Correction.objects.get().status == "orphaned"
    numbered(kind, VISITS, PLANS, HEALTH)
    assert [getattr(row, name) for row in model.objects.live().filter(is_corrected=True)] == [PLANS]
    assert Correction.objects.get().status == "applied"
