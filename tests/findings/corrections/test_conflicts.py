"""Deciding between documents that disagree: what is preferred then, for how long, and what withdrawing brings back."""

import pytest

from findings.corrections.conflicts import decide_conflict, withdraw_decision
from findings.corrections.making import CorrectionError
from findings.corrections.service import correct
from ingest.load import load
from inspections.models import Conflict, ConflictDecision, Inspection, Judgement, Notice
from tests.ingest.drafts_builder import extraction, inspection, judgement, paper, sif

pytestmark = pytest.mark.django_db
WHY = "The cover of the printed report says so."


def quote(name: str, grade: str = "inadequate", day: str = "2015-09-21") -> None:
    """A council's paper that quotes another first day and another grade."""
    said = judgement(grade=grade, inspection=inspection("sif", day, "2015-10-08"), anchor="judgement-2015")
    load(extraction(paper(judgements=(said,), published="2016-02-01", title=name), name=name))


@pytest.fixture
def grades(db) -> Conflict:
    """An own report that requires improvement, and a paper that says inadequate and another first day."""
    load(extraction(sif(), name="own"))
    quote("paper")
    return Conflict.objects.get(field="grade")


def preferred() -> str:
    grade = Judgement.objects.preferred().for_domain("overall-effectiveness").get().grade
    return grade.code if grade else ""


def test_the_value_that_a_person_chose_is_preferred_and_its_conflict_waits_no_more(grades, user):
    doubts = Notice.objects.filter(code="conflict").count()
    made = decide_conflict(grades, "inadequate", WHY, user)
    assert preferred() == "inadequate"
    grades = Conflict.objects.get(field="grade")
    assert (grades.decision, made.against) == (made, ["requires-improvement"])
    assert grades not in Conflict.objects.open()
    assert Notice.objects.filter(code="conflict").count() == doubts - 1
    withdraw_decision(made, "It was the wrong cover.", user)
    assert preferred() == "requires-improvement"
    assert Conflict.objects.open().filter(field="grade").exists()
    assert Notice.objects.filter(code="conflict").count() == doubts
    with pytest.raises(CorrectionError, match="withdrawn already"):
        withdraw_decision(made, WHY, user)


def test_a_chosen_date_is_that_of_the_inspection_through_later_readings(grades, user):
    days = Conflict.objects.get(field="started")
    decide_conflict(days, "2015-09-21", WHY, user)
    load(extraction(sif(), name="own", size=7))
    assert Inspection.objects.get().started == "2015-09-21"
    assert Conflict.objects.get(field="started").decision is not None


def test_a_conflict_is_open_again_when_another_value_comes_and_the_chosen_one_stays_preferred(grades, user):
    decide_conflict(grades, "inadequate", WHY, user)
    quote("another", "good")
    assert preferred() == "inadequate"
    assert Conflict.objects.open().filter(field="grade").exists()


def test_what_no_document_states_any_more_is_not_preferred(grades, user):
    made = decide_conflict(grades, "inadequate", WHY, user)
    quote("paper", "requires-improvement")
    assert preferred() == "requires-improvement"
    assert ConflictDecision.objects.active().get() == made


def test_a_later_decision_replaces_an_earlier_one_and_gives_way_again(grades, user):
    first = decide_conflict(grades, "inadequate", WHY, user)
    with pytest.raises(CorrectionError, match="decided already"):
        decide_conflict(Conflict.objects.get(field="grade"), "inadequate", WHY, user)
    second = decide_conflict(Conflict.objects.get(field="grade"), "requires-improvement", WHY, user)
    assert preferred() == "requires-improvement"
    withdraw_decision(second, WHY, user)
    assert (preferred(), ConflictDecision.objects.active().get()) == ("inadequate", first)


def test_what_nobody_says_is_refused_and_so_is_a_conflict_that_was_ended_meanwhile(grades, user):
    with pytest.raises(CorrectionError, match="something else"):
        decide_conflict(grades, "good", WHY, user)
    with pytest.raises(CorrectionError, match="reason"):
        decide_conflict(grades, "inadequate", " ", user)
    correct(Judgement.objects.preferred().for_domain("overall-effectiveness").get(), "grade", "inadequate", WHY, user)
    with pytest.raises(CorrectionError, match="something else"):
        decide_conflict(grades, "inadequate", WHY, user)


def test_a_decision_goes_on_with_an_inspection_that_is_merged_into_another(user):
    quote("paper", day="2014-03-05")
    quote("another", "good", "2014-03-06")
    assert Inspection.objects.count() == 1
    decide_conflict(Conflict.objects.get(field="grade"), "good", WHY, user)
    load(extraction(sif(inspection=inspection("sif", "2014-03-05", "2014-03-20")), name="own"))
    assert ConflictDecision.objects.active().get().inspection in Inspection.objects.all()
