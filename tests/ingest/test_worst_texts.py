"""Texts that patterns may take long on: a report that holds one takes as long again as the text is long."""

import pytest

from ingest.extract import extract
from tests.growth import grows_with_the_text

LENGTH = 20_000


def report(place: str, text: str) -> bytes:
    lines = [
        "Inspection of Wexcombe local authority children’s services",
        "Inspection dates: 6 to 17 November 2023",
        "Lead inspector: Robin Example, His Majesty’s Inspector",
        "Judgement\tGrade\nOverall effectiveness\tGood\nThe experiences and progress of children in care\tGood",
        "What needs to improve?",
        "- The plans of the council.",
        "The experiences and progress of children in care",
        "1. Carers are visited in good time.",
    ]
    source = "\n\n".join(lines)
    return source.replace(place, text, 1).encode()


@pytest.mark.parametrize("unit", ["1", ".", "-", "(", "[", "1 ", ": ", "(paragraph 1 ", "1 May 2020 ", "…", "£1,"])
@pytest.mark.parametrize("place", ["What needs", "Good\n", "6 to 17 November 2023", "Robin Example", "Carers"])
def test_no_pattern_grows_with_the_square_of_a_text(place: str, unit: str) -> None:
    assert grows_with_the_text(lambda text: extract(report(place, text)), unit, LENGTH)
