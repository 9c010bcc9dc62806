"""Words written on one line."""

from ingest.page.words import spell
from tests.ingest.page.words import word


def test_words_are_parted_by_a_space_unless_they_are_glued() -> None:
    assert spell([word("Staff"), word("know"), word(",", glued=True)]) == "Staff know,"


def test_raised_figures_are_written_only_when_they_are_asked_for() -> None:
    printed = [word("1", raised=True), word("Board"), word("2", raised=True, glued=True), word("met")]
    assert spell(printed) == "Board met"
    assert spell(printed, raised=True) == "1 Board2 met"


def test_no_space_stands_at_either_end() -> None:
    assert spell([word(" Board "), word(" ")]) == "Board"
