"""News, slides and messages about an inspection are told from the words of inspectors that they repeat."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.structure.council_voice import is_retold

TITLE = "Inspection of Wexcombe local authority children's services"
CLOSING = "Ofsted regulates and inspects to achieve excellence."


def blocks(*texts: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text, text, Place()) for text in (TITLE, *texts)]


@pytest.mark.parametrize(
    "words",
    [
        "Ofsted inspected our children's services in November.",
        "They judged us good in each area.",
        "We thank all staff for their work.",
        "I am delighted with what inspectors saw.",
        "Councillor Ida Marsh, Lead Member for Children, said that much had changed.",
        "The director, Owen Tarrant, said: \u201cMuch has changed.\u201d",
        "Director Owen Tarrant said that much has changed.",
        "Trustees are asked to agree a new grant.",
        "The committee noted the report.",
        "This paper sets out what inspectors saw.",
        "Inspectors praised the teams.",
        "Read the full report on the site of the inspectorate.",
        "Dear parents and carers",
        "Sent: 14 January 2024",
        "Any questions?",
        "Briefing note",
        "A note for parents and carers",
        "Corporate Parenting Board",
    ],
)
def test_the_council_speaks(words: str) -> None:
    assert is_retold(blocks(words))


@pytest.mark.parametrize(
    "words",
    [
        "Children told us that they like their homes.",
        "The director has said to staff what is to change; the council was asked to do more.",
        "Children call the park our park.",
        "Members of the board noted reports on neglect.",
        "Case study: highly effective practice",
        "Dear Owen",
        "From the evidence gathered, the following strengths were identified",
    ],
)
def test_inspectors_speak(words: str) -> None:
    assert not is_retold(blocks(words))


@pytest.mark.parametrize(
    "end", [CLOSING, "His Majesty's Inspector", "Her Majesty\u2019s Inspector.", "Inspection team"]
)
def test_what_an_inspectorate_ends_is_its_report(end: str) -> None:
    assert not is_retold(blocks("We thank all staff for their work.", end))


def test_the_office_of_an_inspector_inside_a_sentence_ends_nothing() -> None:
    assert is_retold(blocks("We thank all staff.", "I met the lead, His Majesty's Inspector, twice."))
