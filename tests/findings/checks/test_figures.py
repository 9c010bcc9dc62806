"""Figures that are not those of their findings."""

import pytest

from findings.checks.figures import FIGURES
from findings.models import Figure, Finding
from findings.search.entries import index_report
from tests import builders as build
from tests.findings.checks.conftest import after_repair, found

pytestmark = pytest.mark.django_db


def test_missing_wrong_and_superfluous_figures_are_found_and_made_again():
    row = build.finding(build.report(of=build.inspection()), "1", text="There are 12 plans, and 30 homes.")
    index_report(row.report_id)
    assert found(FIGURES) == []
    spoils = (
        lambda: Figure.objects.filter(unit="plans").delete(),
        lambda: Figure.objects.update(value=1),
        lambda: Finding.objects.update(text="There is nothing."),
    )
    for spoil in spoils:
        spoil()
        assert "figure" in found(FIGURES)[0].what
        assert after_repair(FIGURES) == []
