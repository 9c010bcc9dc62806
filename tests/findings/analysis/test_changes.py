"""What changed since a day, counted by hand."""

from datetime import UTC, datetime

import pytest
from django.http import QueryDict

from findings.analysis.changes import Changes, ChangesFilterSet, changes
from findings.models import Correction, ReadingChange
from inspections.models import Report
from tests import builders

pytestmark = pytest.mark.django_db

EARLY, LATE = datetime(2026, 1, 15, 12, tzinfo=UTC), datetime(2026, 3, 15, 12, tzinfo=UTC)


def asked(query: str = "") -> Changes:
    filters = ChangesFilterSet(QueryDict(query))
    assert not filters.problems
    return changes(filters)


def numbers(query: str) -> list[int]:
    """Reports, readings, corrections and withdrawals."""
    return [number for _, number, _ in asked(query).numbers]


@pytest.fixture
def told() -> Report:
    """A report that came early; later it was read otherwise and corrected, and a draft came that nobody sees."""
    report = builders.report(of=builders.inspection())
    builders.judgement(report)
    builders.recommendation(report)
    builders.recommendation(report)
    Report.objects.update(loaded_at=EARLY)
    builders.correction(builders.finding(report, "1"), "text", "Other words.")
    Correction.objects.update(made_at=LATE, withdrawn_at=LATE, withdrawn_reason="It was right.")
    for anchor in ("para-1", "para-2"):
        ReadingChange.objects.create(
            report=report,
            kind="finding",
            anchor=anchor,
            change="changed",
            at=LATE,
            source=report.source,
            profile="sif 2",
        )
    draft = builders.report(visibility="draft")
    Report.objects.filter(pk=draft.pk).update(loaded_at=LATE)
    return report


def test_changes_are_counted_from_the_day_on(told):
    assert numbers("since=2026-01-15") == [1, 1, 1, 1]
    assert numbers("since=2026-01-16") == [0, 1, 1, 1]
    assert numbers("since=2026-04") == [0, 0, 0, 0]
    assert numbers("since=2026&authority=kent") == [0, 0, 0, 0]


def test_each_change_says_what_it_was(told):
    assert [(row.kind.value, row.words) for row in asked("since=2026&kind=report").rows] == [
        ("report", "Came with 1 judgement and 2 recommendations"),
    ]
    assert [row.words for row in asked("since=2026&kind=reading").rows] == ["Read anew, 2 findings: read differently"]
    assert [row.words for row in asked("since=2026&kind=correction").rows] == [
        "Corrected, Text of finding para-1: The page shows another word."
    ]
    assert [row.words for row in asked("since=2026&kind=withdrawal").rows] == [
        "Correction withdrawn, Text of finding para-1: It was right."
    ]
    assert [row.report for row in asked("since=2026").rows] == [told] * 4


def test_without_a_day_it_is_the_last_90_days(told):
    builders.report(of=builders.inspection())
    assert numbers("")[0] == 1


def test_a_draft_comes_on_the_day_on_which_it_is_published(told):
    draft = Report.objects.get(visibility="draft")
    Report.objects.filter(pk=draft.pk).update(loaded_at=EARLY)
    builders.show(draft, "published")
    (row,) = asked("since=2026-01-16&kind=report").rows
    assert row.report == draft
    assert row.at == draft.visibility_changes.get().made_at
    builders.show(draft, "hidden")
    assert numbers("since=2026-01-16") == [0, 1, 1, 1]
