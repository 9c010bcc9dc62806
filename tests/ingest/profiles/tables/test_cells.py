"""What cells of tables of outcomes say, and what they do not say."""

import pytest

from ingest.profiles.tables.cells import Answer, date_in, dates_in, framework_in, grade_in, is_month_first, legend_of


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("Requires improvement to be good", "requires-improvement"),
        ("requires improvement", "requires-improvement"),
        ("RI", "requires-improvement"),
        ("Grade 2 (Good)", "good"),
        ("OUTSTANDING", "outstanding"),
        ("Inadequate (4)", "inadequate"),
    ],
)
def test_a_grade_is_read_from_its_words(words, grade):
    assert grade_in(words, "ilacs", {}).grade == grade


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("", Answer.NOTHING),
        ("-", Answer.NOTHING),
        ("N/A", Answer.NOTHING),
        ("nan", Answer.NOTHING),
        ("No visit yet", Answer.NOTHING),
        ("To be published", Answer.NOTHING),
        ("Not judged", Answer.NOT_JUDGED),
        ("inspection_pre_dates_judgement", Answer.NOT_IN_FRAMEWORK),
        ("not_reported_post_reform", Answer.NOT_IN_FRAMEWORK),
        ("data_unreadable", Answer.LOST),
        ("#N/A!", Answer.LOST),
        ("REIFS", Answer.UNREAD),
        ("to requires improvement", Answer.UNREAD),
        ("good or better", Answer.UNREAD),
        ("Good / Inadequate", Answer.UNREAD),
        ("2", Answer.UNREAD),
        ("5", Answer.UNREAD),
    ],
)
def test_other_words_are_no_grade(words, answer):
    assert grade_in(words, "ilacs", {}).answer is answer
    assert grade_in(words, "ilacs", {}).grade is None


def test_a_number_is_a_grade_where_the_table_explains_it():
    legend = legend_of(["Grades: 1 = Outstanding, 2 = Good, 3 = Requires improvement, 4 = Inadequate"])
    assert [grade_in(n, "ilacs", legend).grade for n in ("1", "2", "3", "4")] == [
        "outstanding", "good", "requires-improvement", "inadequate",
    ]  # fmt: skip


def test_a_number_that_is_explained_in_two_ways_stays_unread():
    legend = legend_of(["1 = Outstanding, 2 = Good", "1 = Inadequate, 2 = Good"])
    assert grade_in("1", "ilacs", legend).answer is Answer.UNREAD
    assert grade_in("2", "ilacs", legend).grade == "good"


def test_a_number_is_a_grade_where_reports_of_the_framework_print_it():
    assert grade_in("4", "lac", {}).grade == "inadequate"
    assert grade_in("4", "jar", {}).grade == "outstanding"


@pytest.mark.parametrize(
    ("words", "framework"),
    [
        ("ILACS Focused Visit", "focused-visit"),
        ("LA Monitoring visit", "monitoring-visit"),
        ("ILACS Short Inspection", "ilacs"),
        ("standard", "ilacs"),
        ("JTAI", "jtai"),
        ("Single Inspection Framework", "sif"),
        ("inspection longer than the standard framework", None),
        ("Reinspection", None),
    ],
)
def test_a_kind_of_inspection_names_its_framework(words, framework):
    assert framework_in(words) == framework


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("27/10/23", "2023-10-27"),
        ("27/10/2023 00:00:00", "2023-10-27"),
        ("2023-10-27T00:00:00", "2023-10-27"),
        ("27 October 2023", "2023-10-27"),
        ("27-Oct-23", "2023-10-27"),
        ("45226", "2023-10-27"),
        ("October 2023", "2023-10"),
    ],
)
def test_dates_are_read_as_people_and_spreadsheets_write_them(words, iso):
    found = date_in(words)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("words", ["31/02/2023", "13/13/2023", "soon", "12", ""])
def test_what_is_no_day_is_no_date(words):
    assert date_in(words) is None


def test_a_column_is_month_first_only_where_it_can_be_nothing_else():
    assert is_month_first(["10/27/23", "01/02/23"])
    assert not is_month_first(["01/02/23", "03/04/23"])
    assert not is_month_first(["10/27/23", "27/10/23"])
    found = date_in("10/02/23", month_first=True)
    assert found is not None
    assert found.iso == "2023-10-02"


@pytest.mark.parametrize("words", ["17 to 28 July 2023", "17/07/2023 - 28/07/2023"])
def test_a_cell_can_hold_both_days(words):
    first, last = dates_in(words)
    assert (first and first.iso, last and last.iso) == ("2023-07-17", "2023-07-28")
