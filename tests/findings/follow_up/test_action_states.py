"""States of actions: by code, by condition, and by the column that counts them."""

from datetime import date

import pytest

from findings.follow_up.action_states import action_states, state_choices
from findings.models import Action
from tests import builders

pytestmark = pytest.mark.django_db


def in_state(code: str) -> list[str]:
    (state,) = [state for state in action_states() if state.code == code]
    return list(Action.objects.filter(state.condition).order_by("ordinal").values_list("ref", flat=True))


def test_every_state_has_a_code_a_label_and_a_column_of_its_own():
    states = action_states()
    assert state_choices() == tuple((state.code, state.label) for state in states)
    for values in zip(*((state.code, state.label, state.column) for state in states), strict=True):
        assert len(set(values)) == len(states)
    assert {state.code: state.column for state in states}["no-date"] == "actions_no_date"


def test_an_action_can_be_in_several_states():
    plan = builders.report("improvement-plan")
    builders.action(plan, "1", due="March 2020", lead="", measure="Visits")
    complete = builders.action(plan, "2", due=f"March {date.today().year + 1}", lead="A head", measure="Visits")
    builders.reference_to(complete, builders.recommendation(builders.report(), "1"))
    found = {state.code: in_state(state.code) for state in action_states()}
    assert [code for code, refs in found.items() if "1" in refs] == ["overdue", "no-owner", "no-recommendation"]
    assert not any("2" in refs for refs in found.values())
