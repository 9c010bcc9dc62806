"""Which decision holds for a conflict: the newest of its fact, between exactly the same values."""

from datetime import timedelta

import pytest
from django.utils import timezone

from inspections.models import ConflictDecision
from inspections.reconciliation.decisions import FactDecisions
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_decision_holds_between_the_values_between_which_it_was_made_until_it_is_withdrawn():
    of = builders.inspection()
    fact = (of.pk, "started", None, "")
    made = ConflictDecision.objects.create(
        inspection=of, field="started", value="2015-09-21", against=["2015-09-14"], reason="So it is printed.",
        made_by=builders.editor(),
    )  # fmt: skip
    assert made.fact == fact
    decisions = FactDecisions([of.authority_id])
    assert decisions.value(fact) == "2015-09-21"
    assert decisions.of_conflict(fact, ["2015-09-14", "2015-09-21"]) == made
    assert decisions.of_conflict(fact, ["2015-09-14", "2015-09-21", "2015"]) is None
    assert decisions.value((of.pk, "ended", None, "")) == ""
    ConflictDecision.objects.update(withdrawn_at=made.made_at)
    assert FactDecisions([of.authority_id]).value(fact) == ""


def test_the_newest_decision_of_a_fact_holds_in_whatever_order_they_were_saved():
    of, editor, now = builders.inspection(), builders.editor(), timezone.now()

    def decide(value: str, days: int) -> None:
        made = ConflictDecision.objects.create(
            inspection=of, field="ended", value=value, against=["2015"], reason="So it is printed.", made_by=editor
        )
        ConflictDecision.objects.filter(pk=made.pk).update(made_at=now + timedelta(days=days))

    decide("2015-10-08", 2)
    decide("2015-10-09", 1)
    assert FactDecisions([of.authority_id]).value((of.pk, "ended", None, "")) == "2015-10-08"
    decide("2015-10-10", 2)
    assert FactDecisions([of.authority_id]).value((of.pk, "ended", None, "")) == "2015-10-10"
