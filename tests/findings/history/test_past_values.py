"""What a record said on any day: readings and corrections as they stood at its end."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from findings.corrections.service import correct, withdraw
from findings.history import past_values
from findings.history.past_values import PastRecord, RecordPast, log_began
from findings.models import Correction, Finding, ReadingChange
from ingest.load import load
from inspections.models import Report
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.django_db
FIRST, SECOND, THIRD = (
    f"Workers of this team visit the children whom they know, and write down what they {word}."
    for word in ("see", "hear", "say")
)
MAY = date(2026, 5, 10)


def at(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))


def text_on(day: date) -> str | None:
    told = RecordPast(Finding.objects.get()).on(day)
    return next((value.words for value in told.values if value.label == "Text"), None) if told.is_held else None


def read(words: str) -> None:
    load(extraction(with_findings(sif(references=(), recommendations=()), finding("3", words))))


@pytest.fixture
def story(user, monkeypatch) -> None:
    """Read on day 0, corrected on day 2, read differently on day 4, withdrawn on day 6."""
    monkeypatch.setattr(past_values, "log_began", lambda: at(MAY - timedelta(days=1)))
    read(FIRST)
    Report.objects.update(loaded_at=at(MAY))
    made = correct(Finding.objects.get(), "text", SECOND, "Misread.", user)
    read(THIRD)
    ReadingChange.objects.update(at=at(MAY + timedelta(days=4)))
    withdraw(made, "Read better.", user)
    days = {"made_at": MAY + timedelta(days=2), "withdrawn_at": MAY + timedelta(days=6)}
    Correction.objects.update(**{name: at(day) for name, day in days.items()})


@pytest.mark.parametrize(
    ("days", "text"),
    [(-1, None), (0, FIRST), (1, FIRST), (2, SECOND), (4, SECOND), (5, SECOND), (6, THIRD), (99, THIRD)],
)
def test_a_value_is_known_for_each_day(story, days, text):
    assert text_on(MAY + timedelta(days=days)) == text


def test_a_correction_that_came_to_be_of_no_record_counts_until_its_words_went(story):
    Correction.objects.update(status="orphaned", withdrawn_at=None)
    assert [text_on(MAY + timedelta(days=days)) for days in (1, 2, 3, 4)] == [FIRST, SECOND, SECOND, THIRD]
    ReadingChange.objects.all().delete()
    assert text_on(MAY + timedelta(days=3)) == THIRD, "when it went is not known"


def test_a_record_that_came_and_went_is_held_in_between(story):
    row = Finding.objects.get()
    ReadingChange.objects.create(
        report=row.report, kind="finding", anchor=row.anchor, change="added", at=at(MAY + timedelta(days=3)),
        source=row.report.source,
    )  # fmt: skip
    assert text_on(MAY + timedelta(days=2)) is None
    assert text_on(MAY + timedelta(days=3)) == SECOND
    Finding.objects.update(retired_at=at(MAY + timedelta(days=8)))
    ReadingChange.objects.create(
        report=row.report, kind="finding", anchor=row.anchor, change="retired", at=at(MAY + timedelta(days=8)),
        source=row.report.source,
    )  # fmt: skip
    assert text_on(MAY + timedelta(days=7)) == THIRD
    assert text_on(MAY + timedelta(days=8)) is None


def test_what_the_log_does_not_reach_is_told_as_uncertain(story, monkeypatch):
    def on(days: int) -> PastRecord:
        return RecordPast(Finding.objects.get()).on(MAY + timedelta(days=days))

    assert on(0).is_certain
    monkeypatch.setattr(past_values, "log_began", lambda: at(MAY + timedelta(days=3)))
    assert [on(days).is_certain for days in (0, 2, 3, 4)] == [False, False, True, True]
    monkeypatch.setattr(past_values, "log_began", lambda: None)
    assert not on(4).is_certain


def test_the_log_began_with_its_migration():
    assert log_began()


def test_a_grade_that_a_person_set_takes_the_absence_away(user):
    report = builders.report(of=builders.inspection())
    judgement = builders.judgement(report, grade_code=None, read={"grade": None, "absence": "not-judged"})
    correct(judgement, "grade", "good", "Printed on page 1.", user)
    told = RecordPast(judgement).on(timezone.localdate())
    assert [(value.label, value.words, value.is_corrected) for value in told.values] == [("Grade", "Good", True)]
