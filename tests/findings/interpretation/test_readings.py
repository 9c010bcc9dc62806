"""Interpretations as data: live records alone, named by file, part and anchor; whole numbers stay whole."""

import pytest
from django.utils import timezone

from findings.interpretation.readings import figure_readings, follow_readings, record_readings
from findings.models import Finding
from findings.search.entries import index_report
from tests import builders as build

pytestmark = pytest.mark.django_db


def test_records_that_are_gone_are_left_out():
    row = build.finding(build.report(of=build.inspection()), "1", text="Caseloads are on average 17.5 children.")
    index_report(row.report_id)
    assert [one["anchor"] for one in record_readings()] == ["para-1"]
    assert [figure["value"] for one in figure_readings() for figure in one["figures"]] == [17.5]
    Finding.objects.update(retired_at=timezone.now())
    assert (list(record_readings()), list(figure_readings())) == ([], [])


def test_the_figures_of_a_finding_stand_together():
    report = build.report(of=build.inspection())
    build.finding(report, "1", text="Of 40 children, 12 waited for 10 weeks.")
    build.finding(report, "2", text="Visits are on time.")
    index_report(report.pk)
    (only,) = figure_readings()
    assert only["anchor"] == "para-1"
    assert [type(figure["value"]) for figure in only["figures"]] == [int] * len(only["figures"])


def test_a_pair_of_reports_has_the_matters_of_the_earlier_one():
    earlier = build.report(of=build.inspection())
    build.recommendation(earlier, "1", text="Ensure that staff receive regular supervision.")
    build.recommendation(earlier, "2", text="Give young carers a library card.")
    day = "2023-07-17"
    later = build.report("ilacs", of=build.inspection("ilacs", started=day, published=day))
    build.finding(later, "1", text="Supervision is regular, reflective and highly effective.")
    index_report(later.pk)
    (pair,) = follow_readings()
    assert [pair[end]["sha256"] for end in ("from", "to")] == [earlier.source.sha256, later.source.sha256]
    first, second = pair["recommendations"]
    assert first == {"anchor": "rec-1", "later": ["para-1"], "status": "improved"}
    assert second["later"] == []
