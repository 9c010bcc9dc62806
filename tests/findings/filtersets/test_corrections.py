"""The filters of corrections."""

import pytest
from django.http import QueryDict

from findings.corrections.service import correct
from findings.filtersets.corrections import CorrectionFilterSet, fields_of_records, kinds_of_records
from findings.models import Correction
from tests import builders

pytestmark = pytest.mark.django_db


def found(query: str) -> list[str]:
    filterset = CorrectionFilterSet(QueryDict(query), queryset=Correction.objects.order_by("pk"))
    assert not filterset.problems
    return [one.field for one in filterset.qs]


def test_corrections_are_found_by_authority_kind_field_and_year():
    report, user = builders.report(of=builders.inspection()), builders.editor()
    correct(builders.finding(report, "1"), "text", "As printed.", "Misread.", user)
    correct(report, "title", "As printed.", "Misread.", user)
    assert found("") == ["text", "title"]
    assert found("kind=finding") == found("field=text") == ["text"]
    assert found("kind=report") == ["title"]
    assert found("authority=wexcombe&year=2015&status=applied") == ["text", "title"]
    assert found("status=stale") == []


def test_every_kind_and_field_has_a_name():
    assert dict(kinds_of_records())["inspection"] == "What is stated of an inspection"
    assert dict(fields_of_records())["grade_wording"] == "Grade as printed"
