"""The outcome of an area SEND inspection."""

from ingest.blocks import Block, BlockKind, Place
from ingest.profiles.send.outcome import check_urgent, read_outcome
from inspections.vocabulary import Absence

TITLE = Block(BlockKind.HEADING, "Area SEND inspection of Wexcombe", "", Place(1))
POSITIVE = "The arrangements typically lead to positive experiences and outcomes. They do."
INCONSISTENT = "The arrangements lead to inconsistent experiences and outcomes."
FAILINGS = "There are widespread and/or systemic failings."
FIVE, THREE = (
    "The next full area inspection will be in approximately five years.",
    "It will be in approximately 3 years.",
)


def block(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, text, Place(2))


def outcome(*texts: str) -> tuple[str | None, list[str]]:
    judgement, notices = read_outcome([block(text) for text in texts], ("p2-1",), TITLE)
    return judgement.grade, [notice.code for notice in notices]


def test_the_sentence_tells_the_outcome_and_is_its_wording() -> None:
    judgement, notices = read_outcome([block(POSITIVE), block(FIVE)], ("p2-1",), TITLE)
    assert (judgement.grade, judgement.evidence, notices) == ("typically-positive", ("p2-1",), [])
    assert judgement.grade_wording == POSITIVE.removesuffix(" They do.")


def test_an_outcome_that_the_next_inspection_does_not_fit_is_a_contradiction() -> None:
    assert outcome(INCONSISTENT, THREE) == ("inconsistent", [])
    assert outcome(INCONSISTENT, FIVE) == ("inconsistent", ["grade-contradiction"])


def test_systemic_failings_may_also_speak_of_three_years() -> None:
    assert outcome(FAILINGS, THREE, "A monitoring inspection will follow.") == ("systemic-failings", [])


def test_without_a_single_outcome_there_is_no_grade() -> None:
    assert outcome(POSITIVE, FAILINGS) == (None, ["judgement-missing"])
    assert outcome("The weather was good.") == (None, ["judgement-missing"])
    judgement, _ = read_outcome([], (), TITLE)
    assert (judgement.absence, judgement.place) == (Absence.NOT_READ, TITLE.place)


def test_systemic_failings_and_areas_for_priority_action_stand_together() -> None:
    failing, _ = read_outcome([block(FAILINGS)], (), TITLE)
    positive, _ = read_outcome([block(POSITIVE)], (), TITLE)
    assert [len(list(check_urgent(j, urgent, TITLE))) for j in (failing, positive) for urgent in (True, False)] == [
        0, 1, 1, 0,
    ]  # fmt: skip
