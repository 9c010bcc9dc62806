"""The outcome of an area SEND inspection."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.drafts import JudgementDraft
from ingest.notices import NoticeDraft
from ingest.profiles.send.outcome import check_urgent, read_outcome
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Absence, Basis, NoticeLevel

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


def test_a_judgement_is_whole_and_stands_where_its_sentence_does() -> None:
    wording = INCONSISTENT
    stated = replace(block(wording), place=Place(2, 7))
    judgement, notices = read_outcome([block("Words in front."), stated], ("p2-1",), TITLE)
    assert (judgement, notices) == (
        JudgementDraft(
            *("judgement-send-arrangements", "send-arrangements", "Inspection outcome", "inconsistent", wording),
            *(Basis.PRIMARY,),
            evidence=("p2-1",),
            place=Place(2, 7),
        ),
        [],
    )
    without_stop, _ = read_outcome([block(wording.rstrip("."))], (), TITLE)
    assert without_stop.grade_wording == wording.rstrip(".")


@pytest.mark.parametrize(
    ("texts", "what", "absence", "page"),
    [
        ((POSITIVE, FAILINGS), "several outcomes", Absence.NOT_LEGIBLE, 2),
        (("The weather was good.",), "none of the three outcomes", Absence.NOT_LEGIBLE, 2),
        ((), "none of the three outcomes", Absence.NOT_READ, 1),
    ],
)
def test_what_hinders_the_outcome_is_told(texts: tuple[str, ...], what: str, absence: Absence, page: int) -> None:
    judgement, notices = read_outcome([block(text) for text in texts], ("p2-1",), TITLE)
    message = f"The section “Inspection outcome” states {what} of the framework. Read it in the document and set it."
    assert notices == [
        NoticeDraft(NoticeLevel.ERROR, NoticeCode.JUDGEMENT_MISSING, message, page, None, "judgement-send-arrangements")
    ]
    assert judgement == JudgementDraft(
        *("judgement-send-arrangements", "send-arrangements", "Inspection outcome", None, "", Basis.PRIMARY),
        absence=absence,
        place=Place(page),
    )


def test_contradictions_name_both_sides() -> None:
    _, notices = read_outcome([block(INCONSISTENT), block(FIVE)], (), TITLE)
    message = (
        "The outcome is “inconsistent”, but what is said of the next inspection fits “typically-positive”. "
        "The sentence of the outcome was taken; compare with the document."
    )
    anchor = "judgement-send-arrangements"
    assert notices == [NoticeDraft(NoticeLevel.ERROR, NoticeCode.GRADE_CONTRADICTION, message, 2, None, anchor)]
    failing, _ = read_outcome([block(FAILINGS)], (), TITLE)
    positive, _ = read_outcome([block(POSITIVE)], (), TITLE)
    for judgement, urgent, grade, article in (
        (failing, False, "systemic-failings", "no "),
        (positive, True, "typically-positive", ""),
    ):
        message = (
            f"The outcome is “{grade}”, but the report has {article}areas for priority action. "
            "The sentence of the outcome was taken; compare with the document."
        )
        assert list(check_urgent(judgement, urgent, TITLE)) == [
            NoticeDraft(NoticeLevel.WARNING, NoticeCode.GRADE_CONTRADICTION, message, 1, None, anchor)
        ]
    ungraded, _ = read_outcome([], (), TITLE)
    assert list(check_urgent(ungraded, True, TITLE)) == []
