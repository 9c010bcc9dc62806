"""What came or changed from one position to the next."""

from typing import Any

import pytest
from django.utils import timezone

from findings.alerts.changed import Changed, changed_between, newest_position
from findings.alerts.models import ChangePosition
from findings.models import ReadingChange
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def before() -> ChangePosition:
    """The position after a report that was there already."""
    builders.finding(builders.report(), "1")
    return newest_position(ChangePosition())


def since(before: ChangePosition) -> Changed:
    return changed_between(before, newest_position(before))


def read_again(record: Any, change: str) -> None:
    ReadingChange.objects.create(
        report=record.report, kind=record.KIND, anchor=record.anchor, change=change, at=timezone.now(),
        source=record.report.source, profile="sif/1",
    )  # fmt: skip


def test_where_nothing_came_nothing_changed(before):
    assert not since(before)


def test_a_report_came_when_it_is_loaded_or_when_somebody_publishes_it(before):
    draft, loaded = builders.report(visibility="draft"), builders.report()
    assert since(before).reports == {loaded.pk}
    position = newest_position(before)
    builders.show(draft, "published")
    assert since(position) == Changed(reports=frozenset({draft.pk}))
    builders.show(draft, "hidden")
    assert not since(position)


def test_a_record_changed_when_it_is_read_otherwise_or_corrected_and_not_when_it_is_gone(before):
    report = builders.report()
    kept, changed, gone, corrected = (builders.finding(report, str(n)) for n in (1, 2, 3, 4))
    position = newest_position(before)
    read_again(changed, "changed")
    read_again(gone, "retired")
    correction = builders.correction(corrected, "text", "Workers visit children every week.")
    told = since(position)
    assert told.reports == frozenset()
    assert told.reports_of_records == {report.pk}
    assert told.records == {"finding": {changed.pk, corrected.pk}}
    assert told.corrections == {correction.pk}
    assert kept.pk not in told.records["finding"]


def test_a_withdrawn_correction_changes_its_record_once(before):
    corrected = builders.finding(builders.report(), "4")
    correction = builders.correction(corrected, "text", "Workers visit children every week.")
    position = newest_position(before)
    assert not since(position)
    correction.withdrawn_at = timezone.now()
    correction.save()
    assert since(position).records == {"finding": {corrected.pk}}
    assert not since(newest_position(position))


def test_records_of_reports_that_are_not_public_are_not_told(before):
    hidden = builders.finding(builders.report(visibility="hidden"), "1")
    read_again(hidden, "changed")
    assert not since(before)
