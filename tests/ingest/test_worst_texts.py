"""Texts of 20,000 characters that patterns may take long on: a report that holds one is read in seconds."""

import time

import pytest

from ingest.extract import extract

LENGTH = 20_000
SECONDS = 8.0
"""Generous on a busy machine: where a pattern grows with the square of its text, minutes pass."""


def report(place: str, unit: str) -> bytes:
    text = (unit * LENGTH)[:LENGTH]
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
    data = report(place, unit)
    started = time.process_time()
    extract(data)
    assert time.process_time() - started < SECONDS
