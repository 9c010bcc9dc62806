"""Every kind of extracted row is known, and lists leave out the columns that they do not show."""

import pytest

from findings.models import Action, Finding, Recommendation, Risk, Section
from inspections.models import Judgement, extracted_models, without_reading
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
