"""What a claim means in an inspection: framework, domain and grade."""

import pytest

from ingest.drafts import PartialDate
from ingest.wording.earlier.claims import WHOLE, Claim, Subject
from ingest.wording.earlier.events import Event
from ingest.wording.earlier.previous_inspections import PreviousInspection, grades_of
from inspections.vocabulary import Scope

Fact = tuple[str | None, str, str]
CARE, HELP, OVERALL = "children-in-care", "help-and-protection", "overall-effectiveness"
BOTH = "children-in-care-and-care-leavers"


def grades(domain: str, grade: str, words: str, date: str | None, *inspected: str) -> list[Fact]:
    event = Event(words, 0, 1, PartialDate(date) if date else None, tuple(Subject(d, d) for d in inspected))
    claim = Claim((Subject(domain, "the council"),), grade, grade, 2, 4)
    return [(found.framework, found.domain, found.grade) for found in grades_of(claim, event, "Said.")]


@pytest.mark.parametrize(
    ("claimed", "inspection", "found"),
    [
        ((WHOLE, "good"), ("last inspection", "2016"), [("sif", OVERALL, "good")]),
        ((WHOLE, "good"), ("last inspection", "2018"), [(None, OVERALL, "good")]),
        ((WHOLE, "adequate"), ("last inspection", "2014"), [(None, OVERALL, "adequate")]),
        ((WHOLE, "adequate"), ("last inspection", "2016"), []),
        ((WHOLE, "requires-improvement"), ("last inspection", "2011"), []),
        ((WHOLE, "adequate"), ("last inspection", "1999"), [(None, OVERALL, "adequate")]),
        ((WHOLE, "adequate"), ("inspection of adoption", "2016", "adoption"), [(None, "adoption", "adequate")]),
        ((WHOLE, "adequate"), ("last single inspection", "2016"), []),
        ((WHOLE, "good"), ("inspection of adoption", "2012-03", "adoption"), [(None, "adoption", "good")]),
        ((WHOLE, "good"), ("inspection of adoption", "2015-03", "adoption"), [(None, "adoption", "good")]),
        ((WHOLE, "good"), ("inspection of adoption and care", "2012", "adoption", CARE), []),
        ((WHOLE, "good"), ("inspection of looked after children", "2013-07", CARE), [("lac", OVERALL, "good")]),
        ((WHOLE, "good"), ("inspection of looked after children", "2011-07", CARE), [(None, CARE, "good")]),
        ((CARE, "good"), ("inspection of looked after children", "2013-07", CARE), [("lac", OVERALL, "good")]),
        (
            (WHOLE, "good"),
            ("inspection of safeguarding and looked after children", "2011", HELP, CARE),
            [("slac", OVERALL, "good")],
        ),
        (("adoption", "good"), ("last inspection", "2018"), [("sif", "adoption", "good")]),
        ((BOTH, "good"), ("last inspection", "2019"), [("ilacs", BOTH, "good")]),
        ((BOTH, "good"), ("last inspection", "2024"), [("ilacs", CARE, "good"), ("ilacs", "care-leavers", "good")]),
        ((BOTH, "good"), ("last inspection", "2012"), [(None, CARE, "good")]),
        ((WHOLE, "good"), ("last inspection", None), [(None, OVERALL, "good")]),
    ],
)
def test_domain_and_framework_follow_from_the_claim_and_what_was_inspected(
    claimed: tuple[str, str], inspection: tuple[str, str | None], found: list[Fact]
) -> None:
    assert grades(*claimed, *inspection) == found


def test_a_grade_keeps_its_words_and_those_of_what_was_inspected() -> None:
    event = Event(
        "inspection", 0, 1, PartialDate("2012-03"), (Subject("adoption", "the adoption service"),), told_in="It."
    )
    (found,) = grades_of(Claim((Subject(WHOLE, "it"),), "good", "Good", 2, 4), event, "It was Good.")
    assert found == PreviousInspection(
        None, PartialDate("2012-03"), "adoption", "the adoption service", "good", "Good", "It. It was Good."
    )


def test_the_two_services_of_2009_to_2012_have_their_overall_effectiveness_each_in_its_scope() -> None:
    event = Event("safeguarding and looked after children inspection", 0, 1, PartialDate("2011"))
    (found,) = grades_of(Claim((Subject(CARE, "care"),), "good", "good", 2, 4), event, "Said.")
    assert (found.framework, found.domain, found.scope, found.part) == ("slac", OVERALL, Scope.LOOKED_AFTER, CARE)


def test_the_part_of_an_overall_grade_is_what_its_inspection_was_about() -> None:
    found = PreviousInspection("lac", None, OVERALL, "", "good", "good", "")
    assert (found.part, PreviousInspection("sif", None, OVERALL, "", "good", "good", "").part) == (CARE, OVERALL)


def test_the_overall_grade_of_an_annual_assessment_is_that_of_childrens_services() -> None:
    assert grades(WHOLE, "good", "annual performance assessment", "2007") == [("apa", "childrens-services", "good")]


def test_a_grade_of_all_that_was_inspected_is_worded_overall_where_nothing_else_is_said() -> None:
    event = Event("inspection", 0, 1, PartialDate("2016"), (Subject(WHOLE, "services"),))
    (found,) = grades_of(Claim((Subject(WHOLE, "it"),), "good", "good", 2, 4), event, "Said.")
    assert (found.domain, found.domain_wording) == (OVERALL, "overall")
