"""Which decision holds for a conflict: the newest of its fact, between exactly the same values."""

import pytest

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
