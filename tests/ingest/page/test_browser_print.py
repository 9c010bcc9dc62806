"""The lines that a browser prints around a page."""

from ingest.page.browser_print import printed_around
from tests.ingest.page.words import line

STAMP, ADDRESS = "28/11/2026, 10:00", "https://wexcombe.example/item?id=7"


def around(*lines) -> list[str]:
    found = printed_around(lines)
    return [printed.orig for printed in lines if id(printed) in found]


def test_title_time_address_and_number_stand_in_two_rows_as_chromium_prints_them() -> None:
    head = line(STAMP, 20, 15, size=8), line("Agenda item - Wexcombe", 250, 15, size=8)
    foot = line(ADDRESS, 20, 818, size=8), line("1/3", 560, 818, size=8)
    assert len(around(*head, *foot)) == 4


def test_title_and_address_stand_above_as_firefox_prints_them() -> None:
    head = line("Agenda item", 20, 15, size=8), line(ADDRESS, 350, 15, size=8)
    foot = line("1 of 3", 20, 818, size=8), line(STAMP, 450, 818, size=8)
    assert len(around(*head, *foot)) == 4


def test_other_lines_of_the_margins_stay() -> None:
    head, foot = line(f"{STAMP} Agenda item", 20, 15, size=8), line(f"{ADDRESS} 1/3", 20, 818, size=8)
    text = line("Wexcombe Council", 20, 40)
    assert around(head, text, foot) == [head.orig, foot.orig]


def test_an_address_without_a_time_or_a_time_without_an_address_is_no_print() -> None:
    assert around(line("Wexcombe Council", 20, 15), line(ADDRESS, 350, 15)) == []
    assert around(line(STAMP, 20, 15), line("Wexcombe Council", 350, 15)) == []
