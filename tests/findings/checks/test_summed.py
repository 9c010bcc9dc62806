"""Wrong sums are found, whatever is wrong with them, and made again."""

import pytest

from findings.checks.summed import SUMS
from findings.models import DomainSum, IndexedReport, RecordSum, ReportGroup, ThemeSum
from inspections.models import Report
from tests.findings.checks.conftest import after_repair, found


@pytest.mark.parametrize(
    "spoil",
    [
        lambda: RecordSum.objects.update(records=99),
        lambda: RecordSum.objects.filter(kind="finding").delete(),
        lambda: ThemeSum.objects.create(
            group=ReportGroup.objects.all()[0], kind="action", theme="neglect", criticises=False, praises=False,
            reports=1, records=1, strength=0, weakness=0, mixed=0, neutral=0,
        ),
        lambda: DomainSum.objects.update(recommendations=99),
        lambda: ReportGroup.objects.update(reports=99),
        lambda: IndexedReport.objects.update(group=None),
        lambda: ReportGroup.objects.all().delete(),
        lambda: Report.objects.filter(kind="sif").delete(),
    ],
)  # fmt: skip
def test_wrong_sums_are_found_and_made_again(three, spoil):
    assert found(SUMS) == []
    spoil()
    assert found(SUMS)
    assert after_repair(SUMS) == []
