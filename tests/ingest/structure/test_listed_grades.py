"""Lists of grades in papers, an item a passage."""

import pytest

from ingest.drafts import InspectionDraft, PartialDate
from ingest.structure.listed_grades import ListOfGrades, is_grade_alone, item_claims, item_in_front, leads_to_list

SIF = InspectionDraft("sif", PartialDate("2015-06"))


def domains(text: str, *, in_list: bool = False) -> list[tuple[str, str]]:
    return [(claim.subjects[0].domain, claim.grade) for claim in item_claims(text, in_list=in_list)]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("The judgements were as follows:", True),
        ("Ofsted gave these grades:", True),
        ("The judgements", True),
        ("Summary of the inspection judgements", True),
        ("Judgements of the previous inspection", False),
        ("The judgements of Ofsted on leadership", False),
        ("The previous judgements were as follows:", False),
        ("The judgements were clear.", False),
        ("Judgements: leadership was inadequate:", False),
        ("The actions were as follows:", False),
    ],
)
def test_words_with_a_colon_behind_them_lead_to_a_list(text: str, leads: bool) -> None:
    assert leads_to_list(text) is leads


def test_an_item_is_a_service_with_its_grade_in_either_order() -> None:
    for text in ("Leadership – inadequate", "Inadequate: leadership."):
        assert domains(text) == [("leadership", "inadequate")]
    assert item_claims("Leadership was inadequate") == ()


def test_in_a_list_no_sign_is_needed_between_service_and_grade() -> None:
    assert item_claims("Leadership inadequate") == ()
    assert domains("Leadership inadequate", in_list=True) == [("leadership", "inadequate")]
    assert domains("Leadership good Adoption outstanding", in_list=True) == [
        ("leadership", "good"),
        ("adoption", "outstanding"),
    ]
    assert item_claims("Leadership good practice", in_list=True) == ()
    assert domains("- Leadership good", in_list=True) == [("leadership", "good")]


def test_an_item_may_run_into_the_sentence_behind_it() -> None:
    claims, behind = item_in_front("Leadership Good The council welcomed this.")
    assert [(subject.domain, claim.grade) for claim in claims for subject in claim.subjects] == [("leadership", "good")]
    assert behind == "The council welcomed this."
    for text in ("Leadership Good", "Leadership is Good The staff", "The plan is Good The staff", "Good The staff"):
        assert item_in_front(text) == ((), text)


def test_a_grade_alone_belongs_to_the_service_above_it() -> None:
    listed = ListOfGrades()
    listed.goes_on(3, SIF, "Adoption")
    assert listed.is_open(4, SIF)
    assert not listed.is_open(5, SIF)
    assert not listed.is_open(4, None)
    assert listed.whole("Good") == "Adoption Good"
    assert listed.whole("Leadership good") == "Leadership good"
    listed.goes_on(4, SIF)
    assert listed.whole("Good") == "Good"
    assert is_grade_alone("Good.")
    assert not is_grade_alone("Good plans")
    assert listed.names_service("Adoption")
    assert not listed.names_service("Adoption good")
