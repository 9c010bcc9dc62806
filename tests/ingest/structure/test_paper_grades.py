"""The grades that passages of a paper tell, each of its inspection."""

import pytest

from ingest.drafts import InspectionDraft, PartialDate
from tests.ingest.structure.papers import ALL_OF_NOW, ILACS, LAC, VISIT, mentioned, read, told


def test_a_dated_grade_goes_to_the_inspection_of_its_date_and_not_to_the_one_followed() -> None:
    assert told(read("Ofsted judged children's services inadequate in July 2022.", VISIT)) == [
        ("2022-07", "overall-effectiveness", "inadequate")
    ]
    assert told(read("Ofsted judged children's services inadequate in July 2022.")) == [
        ("2022-07-04", "overall-effectiveness", "inadequate")
    ]
    assert told(read("The council was judged good at the last inspection in 2018.", VISIT, ILACS)) == [
        ("2018", "overall-effectiveness", "good")
    ]


def test_a_grade_without_a_date_goes_to_the_inspection_followed_if_that_gives_grades() -> None:
    text = "Ofsted judged children's services to be inadequate."
    assert told(read(text)) == [("2022-07-04", "overall-effectiveness", "inadequate")]
    assert told(read(text, VISIT)) == []


def test_the_grade_of_the_part_that_was_inspected_is_the_overall_grade() -> None:
    text = "Ofsted rated the looked after children's services as \u2018inadequate\u2019."
    assert told(read(text, LAC)) == [("2013-07", "overall-effectiveness", "inadequate")]
    assert told(read(text)) == [("2022-07-04", "children-in-care", "inadequate")]


def test_an_inspection_that_may_be_two_is_doubted() -> None:
    two = (InspectionDraft("lac", PartialDate("2013-07")), InspectionDraft("child-protection", PartialDate("2013-01")))
    reader = read("The council was judged inadequate in 2013.", None, *two)
    assert (told(reader), [notice.code for notice in reader.notices]) == ([], ["reported-unclear"])


def test_grades_of_adoption_are_read_where_the_services_were_inspected_by_themselves() -> None:
    text = "Kent's adoption services were judged good in 2009 and outstanding in 2012."
    assert told(read(text)) == [("2009", "adoption", "good"), ("2012", "adoption", "outstanding")]
    assert told(read(text.replace("Kent", "Medway"))) == []


def test_the_grades_of_two_services_keep_their_scopes_where_their_inspection_is_named() -> None:
    text = (
        "The inspection of safeguarding and looked after children services in 2011 judged the overall effectiveness of "
        "safeguarding as adequate and of looked after children as good."
    )
    assert {key[1:] for key in read(text).found} == {
        ("overall-effectiveness", "safeguarding", "adequate"),
        ("overall-effectiveness", "looked-after", "good"),
    }
    (claim, _), *_ = read("Overall effectiveness of safeguarding was judged adequate in 2011.").found.values()
    assert (claim.domain, claim.scope) == ("help-and-protection", None)


def test_grades_of_now_are_not_those_of_an_inspection_that_is_named_behind_them() -> None:
    reader = mentioned(
        "The overall judgement was requires improvement to be good. Leadership was judged inadequate, help and "
        "protection requires improvement to be good, and children in care and care leavers good. At the previous "
        "inspection in 2019 the overall judgement had been good."
    )
    assert set(told(reader)) == {*ALL_OF_NOW, ("2019", "overall-effectiveness", "good")}
    assert reader.notices == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We were rated Good by Ofsted in July 2022.", [("2022-07-04", "overall-effectiveness", "good")]),
        (
            "Ofsted judged us to be Good overall, with Outstanding for care leavers.",
            [("2022-07-04", "overall-effectiveness", "good"), ("2022-07-04", "care-leavers", "outstanding")],
        ),
    ],
)
def test_a_council_speaks_of_itself_as_we(text: str, found: list[tuple[str, str, str]]) -> None:
    reader = read(text)
    assert (told(reader), reader.notices) == (found, [])


def test_a_grade_for_the_domains_behind_it_is_read_where_no_other_follows() -> None:
    reader = read("Ofsted graded the council good overall and outstanding for leadership.")
    assert [(domain, grade) for _, domain, grade in told(reader)] == [
        ("overall-effectiveness", "good"),
        ("leadership", "outstanding"),
    ]


def test_an_inspection_of_several_days_is_the_one_of_its_first_and_last_day() -> None:
    reader = read("The inspection on 6th to 30th March 2017 judged services to be good.", None)
    ((about, *_),) = reader.found
    assert about
    assert about.started
    assert about.ended
    assert (about.started.iso, about.ended.iso) == ("2017-03-06", "2017-03-30")
