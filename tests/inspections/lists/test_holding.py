"""How inspections are known: hidden reports do not count, and tables come before mentions."""

import pytest

from inspections.lists.holding import frameworks_and_unknown, holding, reading, readings
from inspections.models import Inspection
from inspections.vocabulary import ReportKind
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_hidden_report_is_not_held():
    inspection = builders.inspection("ilacs")
    report = builders.report(of=inspection, visibility="hidden")
    builders.statement(report, inspection, is_own=True)
    assert Inspection.objects.annotate(held=holding(), how=reading()).values_list("held", "how").get() == (
        "mention",
        None,
    )


def test_a_table_comes_before_a_mention():
    inspection = builders.inspection("ilacs")
    builders.statement(builders.report(ReportKind.CABINET_REPORT), inspection, is_own=False)
    builders.statement(builders.report(ReportKind.OUTCOMES_TABLE), inspection, is_own=False)
    assert Inspection.objects.annotate(held=holding()).values_list("held", flat=True).get() == "table"


@pytest.mark.parametrize("status", ["complete", "partial"])
def test_a_report_tells_how_far_it_was_read(status):
    inspection = builders.inspection("ilacs")
    report = builders.report(of=inspection, source=builders.source(status=status))
    builders.statement(report, inspection, is_own=True)
    assert Inspection.objects.annotate(held=holding(), how=reading()).values_list("held", "how").get() == (
        "report",
        status,
    )


def test_choices_include_what_is_not_known():
    assert dict(frameworks_and_unknown())["unknown"] == "Not known"
    assert [value for value, _ in readings()] == ["complete", "partial"]
