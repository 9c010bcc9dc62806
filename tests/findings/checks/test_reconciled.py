"""Decisions that are not those of reconciliation."""

import pytest

from findings.checks.reconciled import RECONCILIATION
from inspections.models import Conflict, Inspection, Judgement, KnowledgeRevision, Report
from tests import builders
from tests.findings.checks.conftest import after_repair, found

pytestmark = pytest.mark.django_db


def test_what_was_loaded_is_decided_and_checking_changes_nothing(three):
    before = KnowledgeRevision.objects.get().revision
    assert found(RECONCILIATION) == []
    assert KnowledgeRevision.objects.get().revision == before


@pytest.mark.parametrize(
    ("model", "wrong", "subject"),
    [
        (Judgement, {"is_preferred": False}, "judgements"),
        (Inspection, {"ended": "2015-10-09", "year": 2014}, "inspections"),
        (Report, {"is_own": False}, "reports"),
    ],
)
def test_another_decision_is_found_and_made_again(three, model, wrong, subject):
    before = list(model.objects.order_by("pk").values())
    model.objects.filter(pk=before[0]["id"]).update(**wrong)
    assert f"otherwise about {', '.join(wrong)} in 1 of its {subject}" in found(RECONCILIATION)[0].what
    assert list(model.objects.order_by("pk").values()) != before, "what finds changes nothing"
    assert after_repair(RECONCILIATION) == []
    assert list(model.objects.order_by("pk").values()) == before


def test_a_conflict_that_no_documents_have_is_found_and_goes(three):
    builders.conflict(three.report.inspection, three.report, three.report, ("2015-09-14", "2015-06"))
    assert "conflicts" in found(RECONCILIATION)[0].what
    assert after_repair(RECONCILIATION) == []
    assert not Conflict.objects.exists()
