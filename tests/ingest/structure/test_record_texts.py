"""Texts that stand twice, and sentences that begin in lower case, raise a doubt about their record."""

import pytest

from ingest.drafts import FindingDraft
from ingest.structure.record_texts import check_texts
from inspections.vocabulary import FindingKind

KETTLES = "Kettles sing in each kitchen of the harbour."


def finding(anchor: str, text: str, section: str = "s1") -> FindingDraft:
    return FindingDraft(anchor, None, FindingKind.FINDING, text, text, section)


def told(*findings: FindingDraft) -> list[tuple[str, str | None]]:
    return [(notice.code.value, notice.anchor) for notice in check_texts(findings, ())]


def test_a_text_that_stands_twice_in_a_section_is_told_at_the_second():
    assert told(finding("a", KETTLES), finding("b", KETTLES.upper())) == [("text-repeated", "b")]


def test_short_texts_and_those_of_other_sections_come_again():
    assert told(finding("a", KETTLES), finding("b", KETTLES, "s2")) == []
    assert told(finding("a", "Kettles sing."), finding("b", "Kettles sing.")) == []


@pytest.mark.parametrize("end", [".", "!", ".”"])
def test_a_sentence_in_lower_case_behind_another_is_told_once(end):
    text = f"Kettles sing{end} bakers bake. lighthouses shine."
    assert told(finding("a", text)) == [("items-perhaps-joined", "a")]


@pytest.mark.parametrize(
    "text",
    [
        "Kettles sing. Bakers bake.",
        "Kettles, pots etc. are sung to.",
        "Approx. ten kettles sing, e.g. in kitchens.",
        "Look at www.wexcombe.example. It tells more.",
        "to pots; and viii. to kettles.",
    ],
)
def test_usual_sentences_are_not_told(text):
    assert told(finding("a", text)) == []


@pytest.mark.parametrize("bullet", ["-", "–", "•", "▪"])
def test_a_bullet_between_the_words_of_a_record_is_told_where_other_items_begin_alike(bullet):
    joined = finding("a", f"ensure that kettles sing; {bullet} ensure that pots shine;")
    assert told(joined, finding("b", "ensure that bakers bake.")) == [("items-perhaps-joined", "a")]


def test_a_dash_in_a_sentence_is_not_told_and_a_bullet_always_is():
    assert told(finding("a", "Kettles - some of them - sing."), finding("b", "Bakers bake.")) == []
    assert told(finding("a", "ensure that kettles - ensure, I say - sing.")) == []
    assert told(finding("a", "Meeting: 15/12/2022 - Cabinet"), finding("b", "Cabinet heard of it.")) == []
    assert told(finding("a", "18 KETTLES – Cabinet heard of them."), finding("b", "Cabinet sang.")) == []
    assert told(finding("a", "Pages and minutes - Agenda item"), finding("b", "Agenda item")) == []
    assert told(finding("a", "Kettles sing • bakers bake.")) == [("items-perhaps-joined", "a")]
