"""Sums are kept once for each group and value, and say what they count."""

import pytest
from django.db import IntegrityError, transaction

from findings.models import DomainSum, RecordSum, ReportGroup, ThemeSum
from tests import builders

NUMBERS = dict.fromkeys(("reports", "records", "strength", "weakness", "mixed", "neutral"), 1)


@pytest.mark.django_db
def test_nothing_is_summed_twice():
    group = ReportGroup.objects.create(key="sif", report_kind="sif", is_own=True, is_sample=False, reports=2)
    theme = {"kind": "finding", "theme": "neglect", "criticises": True, "praises": False, **NUMBERS}
    twice = (
        (RecordSum, {"group": group, "kind": "finding", "records": 3}),
        (ThemeSum, {"group": group, **theme}),
        (DomainSum, {"group": group, "domain": builders.domain(), "recommendations": 1}),
        (DomainSum, {"group": group, "domain": None, "recommendations": 1}),
        (ReportGroup, {"key": "jar", "report_kind": "jar", "is_own": True, "is_sample": False}),
    )
    for model, values in twice:
        model.objects.create(**values)
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**values)


def test_sums_say_what_they_count():
    assert str(ReportGroup(key="sif|2015", reports=2)) == "sif|2015: 2 reports"
    assert str(RecordSum(group_id=3, kind="finding", records=7)) == "3: 7 finding"
    assert str(ThemeSum(group_id=3, kind="finding", theme="neglect", reports=2)) == "3: 2 reports, finding neglect"
    assert str(DomainSum(group_id=3, recommendations=2)) == "3: 2 recommendations"
