"""Tables of actions without drawn lines, ruled by the alignment of their words."""

from dataclasses import replace
from typing import Any

import pytest

from ingest.page.alignment import rule_tables
from ingest.page.layout import SheetWords, lay_out
from ingest.page.lines import PrintedLine
from ingest.page.tables import DrawnLine
from tests.ingest.page.words import row

HEAD = ("Action", "Lead", "By when")
ROWS = (("Visit families", "Ann", "May"), ("Train all staff", "Bo", "June"), ("Audit plans", "Cy", "July"))
LEFT = (72.0, 250.0, 400.0)
Cells = list[list[str]]


def sheet(*rows: tuple[str, ...], page: int = 1, step: float = 24.0, lefts: tuple[float, ...] = LEFT) -> SheetWords:
    words = [
        word
        for at, texts in enumerate(rows)
        for text, left in zip(texts, lefts, strict=False)
        if text
        for word in row(text, left, 100 + step * at)
    ]
    return SheetWords(page, 842, words)


def tables(*sheets: SheetWords) -> list[Cells]:
    """The tables of the pages, each as rows of texts."""
    pages = [lay_out(ruled) for ruled in rule_tables(sheets)]
    return [
        [[cell.text for cell in cells] for cells in item.rows]
        for page in pages
        for item in page.items
        if not isinstance(item, PrintedLine)
    ]


def test_a_table_without_drawn_lines_is_read_by_its_columns() -> None:
    assert tables(sheet(HEAD, *ROWS)) == [[list(HEAD), *map(list, ROWS)]]


def test_headings_may_run_over_two_lines_and_stand_in_the_middle_of_their_columns() -> None:
    head = (("", "Responsible", ""), ("Action", "officer", "By when"))
    words = [*sheet(*head, step=12, lefts=(100, 240, 400)).words]
    body = [word._replace(top=word.top + 60, bottom=word.bottom + 60) for word in sheet(*ROWS).words]
    (found,) = tables(SheetWords(1, 842, [*words, *body]))
    assert found == [["Action", "Responsible officer", "By when"], *map(list, ROWS)]


def test_two_rows_are_too_few_unless_all_headings_are_those_of_plans() -> None:
    head = ("Action", "Lead", "Mayor of it", "By when")
    rows = [(*one[:2], "Cy", one[2]) for one in ROWS]
    lefts = (72.0, 250.0, 350.0, 450.0)
    assert len(tables(sheet(head, *rows, lefts=lefts))) == 1
    assert tables(sheet(head, *rows[:2], lefts=lefts)) == []
    assert tables(sheet(HEAD, *ROWS[:2])) == [[list(HEAD), *map(list, ROWS[:2])]]


def test_few_rows_have_to_stand_under_their_headings() -> None:
    centred = sheet(HEAD, lefts=(72.0, 250.0, 480.0))
    one = sheet(("", "", ""), ROWS[0])
    assert tables(SheetWords(1, 842, [*centred.words, *one.words])) == []
    assert len(tables(sheet(HEAD, ROWS[0]))) == 1


def test_headings_that_no_plan_has_rule_nothing() -> None:
    assert tables(sheet(("Town", "Mayor", "Since"), *ROWS)) == []


def test_a_table_ends_where_words_cross_its_columns() -> None:
    after = ("The board meets in public and hears from children and from those who care for them",)
    page = sheet(HEAD, *ROWS, after)
    (found,) = tables(page)
    assert found == [list(HEAD), *map(list, ROWS)]
    assert after[0].split()[0] in [line.text.split()[0] for line in lay_out(rule_tables([page])[0]).lines]


def test_a_heading_or_a_foot_below_is_no_row() -> None:
    for gap in (40.0, 120.0):
        page = sheet(HEAD, *ROWS)
        below = row("Page 1 of 2", 72.0, 100 + 24 * 3 + gap)
        (found,) = tables(replace(page, words=[*page.words, *below]))
        assert len(found) == 4


def test_a_second_table_on_the_page_has_columns_of_its_own() -> None:
    second = [
        word._replace(top=word.top + 200, bottom=word.bottom + 200)
        for word in sheet(HEAD, *ROWS, lefts=(72, 200, 300)).words
    ]
    page = sheet(HEAD, *ROWS)
    assert [len(found) for found in tables(replace(page, words=[*page.words, *second]))] == [4, 4]


def test_a_table_goes_on_at_the_top_of_the_next_page() -> None:
    first, second = sheet(HEAD, *ROWS), sheet(("Meet the board", "Di", "August"), page=2)
    assert tables(first, second) == [[list(HEAD), *map(list, ROWS)], [["Meet the board", "Di", "August"]]]
    prose = sheet(("The board meets in public and hears from children and from those who care for them",), page=2)
    assert len(tables(first, prose)) == 1


def test_a_table_with_drawn_columns_is_left_to_its_lines() -> None:
    page = sheet(HEAD, *ROWS)
    ruled = replace(page, drawn=[DrawnLine(240, 90, 240, 200), DrawnLine(390, 90, 390, 200)])
    assert rule_tables([ruled]) == [ruled]


JUDGED = ("Judgement", "Grade")
GRADES = (("Leaders", "Good"), ("Help and protection", "Inadequate"), ("Overall", "Good"))


def test_a_table_of_judgements_needs_two_columns_alone() -> None:
    assert tables(sheet(JUDGED, *GRADES)) == [[list(JUDGED), *map(list, GRADES)]]


def test_a_judgement_of_two_lines_has_its_grade_at_either_or_between() -> None:
    for offset in (0, 6, 12):
        lines: list[Any] = [*row("Judgement", 72, 100), *row("Grade", 300, 100)]
        for at, grade in enumerate(("Good", "Inadequate", "Outstanding")):
            top = 130 + 40 * at
            lines += [*row("The work of leaders", 72, top), *row("with families", 72, top + 12)]
            lines += row(grade, 300, top + offset)
        (found,) = tables(SheetWords(1, 842, lines))
        assert [(" ".join(judged.split()), grade) for judged, grade in found[1:]] == [
            ("The work of leaders with families", "Good"),
            ("The work of leaders with families", "Inadequate"),
            ("The work of leaders with families", "Outstanding"),
        ]


def test_judgements_of_which_lines_cannot_be_told_apart_are_left() -> None:
    rows = (JUDGED, ("The work of leaders", "Good"), ("with families", ""), ("Care", "Good"), ("for all", ""))
    assert tables(sheet(*rows, step=12.0)) == []


def test_a_table_of_judgements_ends_with_its_last_grade() -> None:
    table = sheet(JUDGED, *GRADES)
    below = [*row("-", 72, 240), *row("The quality of plans", 90, 240)]
    (found,) = tables(SheetWords(1, 842, [*table.words, *row("What to improve", 72, 220), *below]))
    assert found == [list(JUDGED), *map(list, GRADES)]


def test_headings_of_judgements_without_a_grade_below_rule_nothing() -> None:
    assert tables(sheet(JUDGED, ("Leaders",), ("Care",), ("Overall",))) == []


@pytest.mark.parametrize("width", [0.5, 2.0, 4.0])
@pytest.mark.parametrize("top", [90.0, 120.0], ids=["through the headings", "below them"])
def test_judgements_with_drawn_columns_are_left_to_their_lines(width: float, top: float) -> None:
    table = sheet(JUDGED, *GRADES)
    ruled = replace(table, drawn=[DrawnLine(240.0, top, 240.0 + width, 190.0)])
    assert rule_tables([ruled]) == [ruled]


def test_judgements_over_a_page_end_with_their_last_grade_too() -> None:
    first, second = sheet(JUDGED, *GRADES), sheet(*GRADES[:2], page=2)
    below = [*row("What to improve", 72, 172), *row("-", 72, 196), *row("The quality of plans", 90, 196)]
    found = tables(first, SheetWords(2, 842, [*second.words, *below]))
    assert found == [[list(JUDGED), *map(list, GRADES)], [list(one) for one in GRADES[:2]]]


def test_a_line_over_all_columns_between_drawn_lines_is_a_row_of_one_cell() -> None:
    group = ("Priority 1: the quality of plans for all children in care",)
    given = sheet(HEAD, ROWS[0], group, *ROWS[1:])
    level = [DrawnLine(70, 118 + 24.0 * at, 520, 118 + 24.0 * at) for at in range(5)]
    assert tables(replace(given, drawn=level)) == [[list(HEAD), list(ROWS[0]), list(group), *map(list, ROWS[1:])]]
    (left,) = rule_tables([given])
    assert (tables(given), left.unread) == ([], ["Action, Lead, By when"])


def test_a_table_whose_rows_cannot_be_told_is_named_by_its_headings() -> None:
    doubtful = sheet(HEAD, ROWS[0], ("Meet", "", ""), *ROWS[1:], step=14)
    (found,) = rule_tables([doubtful])
    assert (found.drawn, found.unread) == ([], ["Action, Lead, By when"])
    assert rule_tables([sheet(HEAD, *ROWS)])[0].unread == []


def test_a_rest_on_the_next_page_whose_rows_cannot_be_told_is_named_too() -> None:
    rest = sheet(ROWS[0], ("Meet", "", ""), ROWS[2], page=2, step=14)
    first, second = rule_tables([sheet(HEAD, *ROWS), rest])
    assert (first.unread, second.drawn, second.unread) == ([], [], ["Action, Lead, By when"])


def test_a_full_cell_may_stand_as_near_to_the_next_as_words_do() -> None:
    near = ("Visit all of the families in", "Ann", "May")
    lefts = (72.0, 244.0, 400.0)
    assert tables(sheet(HEAD, *ROWS, near, lefts=lefts)) == [[list(HEAD), *map(list, ROWS), list(near)]]
    assert tables(sheet(HEAD, near, *ROWS, lefts=lefts)) == [[list(HEAD), list(near), *map(list, ROWS)]]


def test_a_narrow_column_may_leave_its_heading_no_room() -> None:
    head, rows = ("No.", "Action", "Lead", "By when"), [(str(at), *one) for at, one in enumerate(ROWS, 1)]
    lefts = (72.0, 96.0, 250.0, 400.0)
    assert tables(sheet(head, *rows, lefts=lefts)) == [[list(head), *map(list, rows)]]


def test_a_cell_that_goes_on_alone_on_the_next_page_belongs_to_its_row() -> None:
    first = sheet(HEAD, *ROWS[:2], ("Audit plans", "Cy and those who", "July"))
    rest = sheet(("", "work with him", ""), page=2)
    assert [[cell for cell in one if cell] for table in tables(first, rest)[1:] for one in table] == [["work with him"]]
    assert tables(first, sheet(("", "Work with him", ""), page=2))[1:] == []


def test_a_table_with_its_headings_again_on_the_next_page_has_columns_of_its_own_there() -> None:
    wide = ("Visit all of the families there", "Ann", "May")
    second = sheet(HEAD, wide, page=2, lefts=(72.0, 300.0, 400.0))
    assert tables(sheet(HEAD, *ROWS), second) == [[list(HEAD), *map(list, ROWS)], [list(HEAD), list(wide)]]


def test_the_line_below_a_heading_belongs_to_it_only_if_it_stands_near() -> None:
    lines = ((100, HEAD), (118, ("", "", "31 March")), (125, ROWS[0][:2]), (132, ("", "", "2024")), (156, ROWS[1]))
    words = [
        word
        for top, texts in (*lines, (180, ROWS[2]))
        for text, left in zip(texts, LEFT, strict=False)
        for word in row(text, left, top)
    ]
    (found,) = tables(SheetWords(1, 842, words))
    assert found[:2] == [list(HEAD), ["Visit families", "Ann", "31 March 2024"]]


def test_a_cell_alone_in_its_row_stays_in_its_column() -> None:
    given = sheet(HEAD, *ROWS, ("", "Dan", ""), ("Visit", "", ""))
    level = [DrawnLine(70, 118 + 24.0 * at, 520, 118 + 24.0 * at) for at in range(6)]
    assert tables(replace(given, drawn=level))[0][-2:] == [["", "Dan", ""], ["Visit", "", ""]]
