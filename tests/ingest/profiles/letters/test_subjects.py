"""The subject of a letter, where its line stands and where only the opening sentence tells it."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.extract import extract
from ingest.profiles.letters.focused_visit import FOCUSED_VISIT
from ingest.profiles.letters.subjects import told_subject
from tests.ingest.profiles.reading import codes, letter, read_report

BODY = "What needs to improve\n\n- Visits.\n\nMain findings\n\n- Plans are read."
TOLD = "the findings of the focused visit to Wexcombe children's services on"
LETTER = letter(BODY).replace("what was seen in Wexcombe on", TOLD)
SUBJECT = "Focused visit to Wexcombe children's services\n\n"


@pytest.mark.parametrize("instead", ["", "Piccadilly Gate Store Street Manchester M1 2WD Focu visi to Wexc\n\n"])
def test_a_letter_whose_subject_is_lost_is_known_by_its_opening_sentence(instead: str) -> None:
    report = read_report(LETTER.replace(SUBJECT, instead))
    assert report.title == "Focused visit to Wexcombe children's services"
    assert codes(report) == ["cover-incomplete"]
    assert len(report.recommendations) == 1


@pytest.mark.parametrize(
    "lost", ["Dear Owen Tarrant\n\n", "Yours sincerely\n\nHelen Marlow\n\nHer Majesty's Inspector"]
)
def test_without_salutation_or_signature_the_sentence_is_no_subject(lost: str) -> None:
    assert lost in LETTER
    assert extract(LETTER.replace(SUBJECT, "").replace(lost, "").encode()).reports == ()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("This letter summarises the findings of the focused visit to Wexcombe on 3 May.", "Focused visit to Wexcombe"),
        ("This letter sets out the outcome of our focused visit to Wexcombe, a town.", "Focused visit to Wexcombe"),
        ("This letter summarises the findings of the monitoring visit to Wexcombe.", None),
        ("The findings of the focused visit to Wexcombe were read.", None),
    ],
)
def test_what_an_opening_sentence_tells(sentence: str, told: str | None) -> None:
    found = told_subject(FOCUSED_VISIT.form, Block(BlockKind.PARAGRAPH, sentence, sentence, Place(1)))
    assert (found and found.text) == told
