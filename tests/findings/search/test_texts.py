"""The text that search reads of each kind of record."""

import pytest

from findings.search.texts import text_of
from tests import builders

pytestmark = pytest.mark.django_db


def test_findings_and_recommendations_are_their_words():
    report = builders.report()
    assert text_of(builders.finding(report, text="Visits are regular.")) == "Visits are regular."
    assert text_of(builders.recommendation(report, text="Visit weekly.")) == "Visit weekly."


def test_a_judgement_is_its_domain_and_grade_as_printed():
    report = builders.report(of=builders.inspection())
    judgement = builders.judgement(report, "adoption", "good")
    judgement.domain_wording = judgement.domain.name.upper()
    assert text_of(judgement) == f"{judgement.domain.name}: {judgement.grade_wording}"
    judgement.domain_wording = "Graded otherwise"
    assert text_of(judgement).startswith(f"{judgement.domain.name} (Graded otherwise): ")


def test_a_judgement_without_a_grade_is_the_reason_for_it():
    judgement = builders.judgement(builders.report(of=builders.inspection()), "lscb", None)
    judgement.grade_wording = ""
    assert text_of(judgement).endswith(f": {judgement.get_absence_display()}")


def test_an_action_is_all_its_filled_cells():
    action = builders.action(builders.report(kind="improvement-plan"))
    action.text, action.lead, action.due, action.target = "Train all staff", " Head of service ", "", "90%"
    assert text_of(action).split("\n")[0] == "Train all staff"
    assert {"Head of service", "90%"} <= set(text_of(action).split("\n"))
    assert "" not in text_of(action).split("\n")
