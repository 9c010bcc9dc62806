"""Every kind of extracted row is known, is published or not, and lists leave out the columns that they do not show."""

import pytest
from django.utils import timezone

from findings.models import Action, Finding, Recommendation, Risk, Section
from inspections.models import Judgement, Report, extracted_models, without_reading
from tests import builders as build


def test_every_kind_of_extracted_row_is_known_and_none_that_has_no_table():
    assert set(extracted_models()) == {Judgement, Section, Finding, Recommendation, Action, Risk}


@pytest.mark.django_db
def test_lists_leave_out_what_was_read_the_boxes_and_the_suggestions():
    report = build.report(of=build.inspection())
    build.finding(report, "1")
    build.judgement(report)
    assert {"read", "boxes", "suggested"} <= without_reading(Finding.objects.all()).get().get_deferred_fields()
    assert {"read", "boxes"} <= without_reading(Judgement.objects.all())[0].get_deferred_fields()


@pytest.mark.django_db
def test_rows_are_published_or_not():
    inspections = [build.inspection("ilacs", started=f"{year}-05-01") for year in (2019, 2022, 2025)]
    shown, hidden, gone = (build.report(of=inspection) for inspection in inspections)
    rows = {name: build.judgement(report).pk for name, report in (("shown", shown), ("hidden", hidden), ("gone", gone))}
    rows["retired"] = build.judgement(shown, "adoption", "good", retired_at=timezone.now()).pk
    Report.objects.filter(pk=hidden.pk).update(visibility="hidden")
    Report.objects.filter(pk=gone.pk).update(retired_at=timezone.now())
    not_published = Report.objects.not_published_keys()
    assert set(not_published) == {hidden.pk, gone.pk}
    assert [row.pk for row in Judgement.objects.published()] == [rows.pop("shown")]
    assert {row.pk for row in Judgement.objects.not_published(not_published)} == set(rows.values())
