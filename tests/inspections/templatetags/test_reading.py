"""Dates, grades and sizes as pages show them."""

import pytest

from inspections.models import Notice
from inspections.templatetags.reading import (
    by_level,
    conflict_value,
    counted,
    file_size,
    grade,
    grade_key,
    grade_look,
    grade_word,
    inspection_dates,
    partial_date,
    plain_date,
    sample,
)
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.mark.parametrize(
    ("started", "ended", "written"),
    [
        ("2023-07-17", "2023-07-28", "17 to 28 July 2023"),
        ("2015-09-14", "2015-10-08", "14 September to 8 October 2015"),
        ("2018-12-10", "2019-01-11", "10 December 2018 to 11 January 2019"),
        ("2013-01", "", "January 2013"),
        ("2019", "2019", "2019"),
        ("2019-07-15", "2019-07-15", "15 July 2019"),
        ("", "", ""),
    ],
)
def test_dates_are_written_as_people_do(started, ended, written):
    assert inspection_dates(builders.inspection(started=started, ended=ended, published="")) == written


def test_what_is_counted_stands_with_its_number():
    assert [counted(number, "change") for number in (0, 1, 2)] == ["0 changes", "1 change", "2 changes"]
    assert [counted(number, "authority,authorities") for number in (1, 2)] == ["1 authority", "2 authorities"]


def test_a_date_carries_its_machine_form():
    assert partial_date("2013-01") == '<time datetime="2013-01">January 2013</time>'
    assert partial_date("") == ""


def test_outcomes_of_send_do_not_look_like_grades():
    report = builders.report("send", of=builders.inspection("send", started="2023-05-15"))
    outcome = builders.judgement(report, "send-arrangements", "typically-positive")
    assert grade_look(outcome) == "outcome"
    assert grade_look(builders.judgement(report, "send-arrangements", None, is_preferred=False)) == "none"


def test_a_judgement_without_a_grade_says_why():
    report = builders.report(of=builders.inspection())
    assert grade_word(builders.judgement(report)) == "Requires improvement"
    assert grade_word(builders.judgement(report, "lscb", None)) == "Not judged"


def test_a_reported_grade_is_drawn_apart_save_in_a_key():
    report = builders.report(of=builders.inspection())
    primary, reported = (
        builders.judgement(report, one, basis=basis) for one, basis in (("adoption", "primary"), ("lscb", "reported"))
    )
    assert grade(primary) != grade(reported)
    assert grade_key(primary) == grade_key(reported)


@pytest.mark.parametrize(
    ("value", "field", "shown"),
    [
        ("inadequate", "grade", "Inadequate"),
        ("no-such", "grade", "no-such"),
        ("Ada Grey", "lead-inspector", "Ada Grey"),
    ],
)
def test_the_value_of_a_conflict_is_written_for_people(value, field, shown):
    assert conflict_value(value, field) == shown


def test_a_date_in_conflict_is_written_as_a_date():
    assert conflict_value("2013-07", "started") == partial_date("2013-07")
    assert plain_date("2013-07") == "July 2013"


@pytest.mark.parametrize(
    ("size", "shown"), [(0, "1 KB"), (1_499, "1 KB"), (113_400, "113 KB"), (999_400, "999 KB"), (1_000_000, "1.0 MB")]
)
def test_sizes_are_given_in_the_unit_that_people_read(size, shown):
    assert file_size(size) == shown


def test_notices_are_counted_by_weight_the_weightiest_first():
    levels = ("warning", "error", "info", "warning", "info", "error", "warning")
    assert by_level([Notice(level=level) for level in levels]) == "2 not read, 3 doubts, 2 notes"
    assert by_level([Notice(level="warning")]) == "1 doubt"
    assert by_level([]) == ""


def test_samples_are_marked_and_others_are_not():
    assert "Sample" in sample(builders.authority("Wexcombe"))
    assert sample(builders.authority("Kent")) == sample(None) == ""
