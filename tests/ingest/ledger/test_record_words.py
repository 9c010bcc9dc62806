"""The words of records, looked for near the place of a block."""

from dataclasses import replace

import pytest

from ingest.blocks import Box, Place
from ingest.drafts import ActionDraft, RecommendationDraft, SectionDraft
from ingest.ledger.record_words import RecordWords, spelt
from tests.ingest.drafts_builder import finding, judgement, sif

LONG = "Copper kettles whistle softly while seven bakers carry flour across the harbour"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Self-\nesteem", "self esteem"), ("THE BOARD’S plan.", "the board's plan"), ("a – b", "a b")],
)
def test_texts_are_compared_by_their_words(one, other):
    assert spelt(one) == spelt(other)


def test_a_record_on_two_pages_is_found_on_both():
    place = Place(2, None, (Box(2, 0, 0, 9, 9), Box(3, 0, 0, 9, 9)))
    recorded = RecordWords.of([sif(findings=(finding("1", "Seven bakers", place=place),))])
    assert [recorded.holds("seven bakers", Place(page)) for page in (1, 2, 3, 4)] == [False, True, True, False]


def test_many_words_are_found_on_any_page():
    recorded = RecordWords.of([sif(findings=(finding("1", f"{LONG} today.", place=Place(9)),))])
    assert recorded.holds(LONG, Place(2))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Inspection dates: 14 September to 8 October 2015", "Inspection dates: "),
        ("Lead inspector: Ada Grey", "Lead inspector: "),
        ("Lead inspector: Ada Grey, Her Majesty’s Inspector", "Lead inspector: , Her Majesty’s Inspector"),
        ("2.1 Adoption", ""),
        ("Grade 2 (Good)", ""),
        ("Wexcombe County Council", ""),
        ("The experiences and progress of children bakers", ""),
        ("The effectiveness of services is good", ""),
        ("The local board1 is good2", ""),
        ("Children’s services require improvement because:", ""),
    ],
)
def test_what_stands_behind_a_label_is_looked_for_by_itself(text, label):
    bakers = judgement("bakers", domain_wording="The experiences and progress of bakers")
    judged = (judgement("adoption", "good"), judgement("leadership", "requires-improvement"), bakers)
    found = RecordWords.of([sif(judgements=judged)]).behind_label(text, Place(1))
    assert found is not None
    assert found[0] == label


@pytest.mark.parametrize(
    "text",
    [
        "Lead inspector: Somebody Else",
        "Inspection dates: 3 May 1999",
        "The effectiveness of services is inadequate",
        "The harbour is good",
        "Wexcombe bakers sing",
        f"1. {LONG}",
    ],
)
def test_what_no_record_says_is_found_behind_no_label(text):
    assert RecordWords.of([sif()]).behind_label(text, Place(1)) is None


def test_every_cell_of_a_row_of_actions_is_in_its_record():
    action = ActionDraft(
        "action-1.7", "1.7", "1", "Visit.", "1.7 œ\tVisit.", progress="Begun in May", notes="Start: June\nRoom: four",
        recommendations=("1", "5", "6"),
    )  # fmt: skip
    recorded = RecordWords.of([replace(sif(), actions=(action,))])
    told = ("Begun in May", "Start: June", "June", "four", "1, 5 and 6", "1, 5, 6", "1.7 œ", "1.7 Visit.")
    assert [text for text in told if not recorded.holds(text, Place())] == []
    assert not recorded.holds("July", Place())


def test_a_cell_may_print_each_number_in_a_paragraph_of_its_own():
    action = ActionDraft("action-1", "1", None, "Visit.", "Visit.", recommendations=("2", "3"))
    recorded = RecordWords.of([replace(sif(), actions=(action,))])
    assert all(recorded.holds(text, Place()) for text in ("Rec 2", "Rec 3", "Recs 2 and 3", "AFI 3"))
    assert not any(recorded.holds(text, Place()) for text in ("Rec 4", "Recommendation", "AFI"))


def test_a_row_may_print_the_words_of_its_recommendation_again_on_any_page():
    rec = RecommendationDraft("rec-2", "2", "The sufficiency of placements", "", place=Place(4))
    answers = ActionDraft("action-2.2", "2.2", None, "Open two homes", "", recommendations=("2",), place=Place(5))
    other = replace(answers, anchor="action-3.1", ref="3.1", recommendations=("3",), place=Place(6))
    words = RecordWords.of([replace(sif(), recommendations=(rec,), actions=(answers, other))])
    assert words.holds("2. The sufficiency of placements", Place(5))
    assert words.holds("The sufficiency of placements", Place(5))
    assert not words.holds("2. The sufficiency of placements", Place(6))


def test_a_heading_in_front_of_its_text_is_in_two_records():
    recorded = RecordWords.of(
        [
            replace(
                sif(findings=(finding("1", "Seven bakers", place=Place()),)),
                sections=(SectionDraft("s1", heading="Purpose", level=1, parent=None),),
            )
        ]
    )
    assert recorded.behind_label("PURPOSE: Seven bakers", Place()) == ("", "PURPOSE: Seven bakers")
    assert recorded.behind_label("PURPOSE: Eight bakers", Place()) is None


def test_a_row_of_judgements_is_in_its_record_with_the_grade_among_the_words_of_its_domain():
    judged = replace(judgement("care-leavers", "good"), domain_wording="The progress of care leavers")
    recorded = RecordWords.of([sif(judgements=(judged,))])
    row = f"The progress of care {judged.grade_wording} leavers"
    assert recorded.behind_label(row, Place(1)) == ("", row)
    assert recorded.behind_label(f"{row} today", Place(1)) is None


class Searched(str):
    """A text that counts the letters in which it was searched."""

    letters = 0

    def find(self, words, start=0, end=None):
        at = super().find(words, start, len(self) if end is None else end)
        Searched.letters += (at + len(words) if at >= 0 else min(len(self), end or len(self))) - start
        return at


def test_texts_that_follow_each_other_in_one_long_record_are_each_found_at_once():
    texts = [f"{LONG} {number}" for number in range(500)]
    recorded = RecordWords.of([sif(findings=(finding("1", " ".join(texts), place=Place(line=1)),))])
    recorded._all = Searched(recorded.anywhere())
    assert all(recorded.holds(text, Place(line=5000)) for text in texts)
    assert Searched.letters < 2 * len(recorded.anywhere())
    assert recorded.holds(texts[0], Place(line=5000))
    assert not recorded.holds(LONG.replace("kettles", "pots"), Place(line=5000))
