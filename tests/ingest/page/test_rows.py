"""Runs and rows of words; ``test_lines`` has what becomes of rows."""

from ingest.page.rows import printed_rows, rows_of, word_runs
from tests.ingest.page.words import row, word


def test_words_that_follow_each_other_on_a_line_are_one_run() -> None:
    first, second = row("Staff of all", top=100), row("Plans of few", top=114)
    runs = word_runs([*first, *second])
    assert [(run.x0, run.x1, run.top, run.bottom, run.lowest) for run in runs] == [
        (first[0].x0, first[-1].x1, 100, 112, 212),
        (second[0].x0, second[-1].x1, 114, 126, 240),
    ]


def test_a_run_moves_with_its_words() -> None:
    (run,) = word_runs(row("Staff of all", 100))
    assert [made.x0 for made in run.moved(28).words] == [made.x0 - 28 for made in run.words]
    assert run.moved(0) is run


def test_runs_of_one_height_are_one_row_from_left_to_right() -> None:
    rows = printed_rows([*row("Plans", 300), *row("Staff", 72), *row("Schools", top=130)])
    assert [[made.text for made in one] for one in rows] == [["Staff", "Plans"], ["Schools"]]
    assert rows_of([]) == []


def test_a_high_run_joins_no_low_row_unless_the_low_one_is_figures() -> None:
    def count(text: str) -> int:
        return len(printed_rows([word("Staff", 72, 100, 24), word(text, 200, 102, 8)]))

    assert (count("of"), count("2")) == (2, 1)
