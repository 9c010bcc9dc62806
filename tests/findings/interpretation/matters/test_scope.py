import pytest

from findings.interpretation.matters import MatterRecord, ReportMatters, follow
from findings.interpretation.matters.concepts import concepts
from findings.interpretation.matters.profiles import profile_of
from findings.interpretation.matters.scope import (
    ABOUT,
    ALWAYS,
    WHOLE,
    fields,
    fields_of,
    introduced,
    is_for_others,
    scope_of,
    why_not_inspected,
)
from inspections.report_kinds import BY_INSPECTORATES
from inspections.vocabulary import FollowStatus
from tests.findings.interpretation.matters.made import recommended

VISIT = "focused-visit"


def why(text, kind, scope):
    record = recommended(text)
    return why_not_inspected(record, profile_of(record), kind, scope)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Inspectors looked at arrangements for care leavers.", {"care-leavers"}),
        ("Inspectors looked at the front door, where contacts and referrals arrive.", {"front-door"}),
        ("They reviewed children in need and children subject to a protection plan.", {"help-and-protection"}),
        ("The visit focused on matching for children in care.", {"children-in-care"}),
        ("The visit looked at help and protection.", {"front-door", "help-and-protection", "exploitation"}),
        ("Inspectors looked at a range of evidence, such as records of care leavers.", set()),
        ("The visit to Sampleton, where care leavers live, took two days.", set()),
    ],
)
def test_an_introduction_names_what_was_looked_at(text, named):
    assert introduced([text]) == named


def test_what_stands_far_from_the_introduction_names_nothing():
    said = "Inspectors looked at care leavers."
    assert introduced([*["A sentence."] * 4, said]) == {"care-leavers"}
    assert introduced([*["A sentence."] * 5, said]) == frozenset()


def test_a_full_inspection_looks_at_everything_whatever_its_introduction_says():
    assert scope_of("ilacs", ["Inspectors looked at care leavers."], {}) == WHOLE


def test_a_visit_without_an_introduction_looked_at_the_children_of_its_records():
    assert scope_of(VISIT, [], {"children-in-care": 0.5, "care-leavers": ABOUT}) == {"children-in-care", "leaders"}
    found = scope_of(VISIT, [], {"help-and-protection": 0.5})
    assert found == {"front-door", "help-and-protection", "exploitation", "leaders"}


def test_a_joint_inspection_looks_at_the_front_door_besides_its_subject():
    assert scope_of("jtai", ["We evaluated the response to exploitation."], {}) == {"front-door", "exploitation"}


def test_the_fields_of_a_recommendation_are_those_of_its_matters_else_of_its_children():
    assert fields_of(profile_of(recommended("Complete life story work."))) == {"children-in-care"}
    assert fields_of(profile_of(recommended("Listen to care leavers."))) == {"care-leavers"}
    assert fields_of(profile_of(recommended("Listen."))) == frozenset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police must tell the council.", True),
        ("Ensure that plans are written in good time, and reviewed, for every single child by the police.", False),
        ("Ensure that plans are good and are in good time seen by all, by midwives and by the hospital.", True),
        ("The corporate parenting board must meet more often.", False),
    ],
)
def test_other_bodies_are_named_at_the_beginning_or_more_than_once(text, expected):
    assert is_for_others(text) is expected


def test_what_a_visit_did_not_look_at_is_not_inspected_and_says_which_field():
    assert "care leavers" in why("Write pathway plans in time.", VISIT, {"front-door", "leaders"})
    assert why("Write pathway plans in time.", VISIT, {"care-leavers"}) == ""


def test_staff_are_looked_at_by_every_visit_but_not_by_joint_inspections():
    assert why("Reduce caseloads.", VISIT, {"front-door", "leaders"}) == ""
    assert "leaders" in why("Reduce caseloads.", "jtai", {"front-door"})


def test_other_bodies_are_looked_at_by_joint_inspections_alone():
    text = "Police officers must refer children to the front door."
    assert "other bodies" in why(text, "ilacs", WHOLE)
    assert why(text, "jtai", {"front-door"}) == ""


def test_a_matter_without_a_field_counts_as_looked_at():
    assert why("Give everyone a pen.", VISIT, {"front-door"}) == ""


def test_a_status_follows_from_what_the_visit_looked_at():
    record = MatterRecord("p1", "Referrals are answered on the same day.")
    for introduction, status in (
        ("Inspectors looked at the front door.", FollowStatus.NOT_INSPECTED),
        ("Inspectors looked at children in care.", FollowStatus.NOT_RAISED),
    ):
        reading = follow(recommended("Complete life story work."), ReportMatters.of(VISIT, [record], [introduction]))
        assert reading.status == status


def test_the_declared_matters_are_concepts_and_the_declared_kinds_are_inspectorates():
    assert {matter for one in fields().values() for matter in one.matters} <= set(concepts())
    assert set(ALWAYS) <= set(BY_INSPECTORATES)
    assert {code for scope in ALWAYS.values() for code in scope} <= set(fields())
