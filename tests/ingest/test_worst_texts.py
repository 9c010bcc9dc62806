"""Texts that patterns may take long on: a report that holds one takes as long again as the text is long."""

import time

import pytest

from ingest.extract import extract

SHORT, LONG = 5_000, 20_000
"""Characters. With the square of its text, the long one takes 16 times as long as the short one; without, up to 4 times."""
GROWTH = 8.0
TRIES = 4


def report(place: str, unit: str, length: int) -> bytes:
    text = (unit * length)[:length]
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
    short, long = report(place, unit, SHORT), report(place, unit, LONG)
    assert any(seconds(long) < GROWTH * seconds(short) for _ in range(TRIES))


def seconds(data: bytes) -> float:
    """Processor time of one reading: what else the machine does is not in it."""
    started = time.process_time()
    extract(data)
    return time.process_time() - started
