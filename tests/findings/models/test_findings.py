"""Findings: named by their number or anchor."""

import pytest

from findings.models import Evidence
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_finding_is_named_by_its_number_or_its_anchor():
    report = builders.report()
    assert str(builders.finding(report, "19")) == "Paragraph 19"
    assert str(builders.finding(report, anchor="p3-2")) == "p3-2"


def test_evidence_names_the_paragraph_and_the_judgement():
    report = builders.report(of=builders.inspection())
    judgement = builders.judgement(report, evidence=(builders.finding(report, "19"),))
    assert str(Evidence.objects.get()) == f"Paragraph 19 for {judgement}"
