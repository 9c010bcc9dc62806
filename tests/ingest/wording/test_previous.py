"""Earlier inspections that a report quotes: strict shapes, and nothing that is not of the whole authority."""

import pytest

from ingest.drafts import PartialDate
from ingest.wording.previous import PreviousInspection, find_previous, framework_of, whole_service_in


def facts(text: str) -> list[tuple[str | None, str, str, str]]:
    return [(p.framework, p.date.iso, p.domain, p.grade) for p in find_previous(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The previous inspection of Wexcombe's arrangements for the protection of children was in "
            "March 2013. The local authority was judged to be adequate.",
            ("child-protection", "2013-03", "overall-effectiveness", "adequate"),
        ),
        (
            "The last Ofsted inspection of Wexcombe's services for looked after children was undertaken in June 2013. "
            "The local authority was good.",
            ("lac", "2013-06", "overall-effectiveness", "good"),
        ),
        (
            "The previous inspection of Wexcombe's services for looked after children was in May 2010. The local "
            "authority was judged to be good.",
            (None, "2010-05", "children-in-care", "good"),
        ),
        (
            "Services are better since the inspection in 2020, when they were judged to be good.",
            ("ilacs", "2020", "overall-effectiveness", "good"),
        ),
        (
            "Since the last inspection in October 2021, when Kent was judged to be requires improvement to be good, "
            "little has changed.",
            ("ilacs", "2021-10", "overall-effectiveness", "requires-improvement"),
        ),
        (
            "Services stood still since the previous inspection in October 2021, when services were judged overall as "
            "requires improvement to be good.",
            ("ilacs", "2021-10", "overall-effectiveness", "requires-improvement"),
        ),
        (
            "Children do better since they were judged to be inadequate at the last inspection in 2015.",
            ("sif", "2015", "overall-effectiveness", "inadequate"),
        ),
        (
            "After a judgement of good for overall effectiveness at its previous inspection in 2018, much changed.",
            (None, "2018", "overall-effectiveness", "good"),
        ),
    ],
)
def test_each_shape_gives_framework_date_domain_and_grade(text: str, found: tuple[str | None, str, str, str]) -> None:
    assert facts(text) == [found]


def test_a_list_under_the_day_of_publication_gives_one_for_each_domain() -> None:
    text = (
        "The last inspection of Wexcombe children's services was published in June 2015. The judgements "
        "for the local authority were: Overall effectiveness: inadequate Adoption performance: good"
    )
    assert facts(text) == [
        ("sif", "2015-06", "overall-effectiveness", "inadequate"),
        ("sif", "2015-06", "adoption", "good"),
    ]
    sentences = text.removeprefix("The last ").partition(" Overall")[0].removesuffix(":")
    first, second = find_previous(text)
    assert first == PreviousInspection(
        *("sif", PartialDate("2015-06", "June 2015"), "overall-effectiveness"),
        *("Overall effectiveness", "inadequate", "inadequate"),
        f"{sentences}: Overall effectiveness: inadequate",
        published=True,
    )
    assert second.printed == f"{sentences}: Adoption performance: good"


def test_a_list_may_be_printed_in_any_case_and_with_dashes() -> None:
    text = (
        "The last inspection of Wexcombe children's services was published in June 2015. The judgements were "
        "overall effectiveness – Inadequate; ADOPTION PERFORMANCE - GOOD."
    )
    assert [found[2:] for found in facts(text)] == [("overall-effectiveness", "inadequate"), ("adoption", "good")]


def test_a_quoted_inspection_keeps_its_words() -> None:
    printed = "since the inspection in 2020, when they were judged to be good"
    assert find_previous(f"The homes are new. Services are better {printed}.") == (
        PreviousInspection(
            *("ilacs", PartialDate("2020", "2020"), "overall-effectiveness", "overall", "good", "good", printed),
        ),
    )
    (previous,) = find_previous(
        "The last inspection of services for looked after children was in May 2010. The council was Good."
    )
    assert (previous.domain_wording, previous.grade_wording) == ("services for looked after children", "Good")


def test_what_is_no_grade_of_the_whole_hides_no_other_one() -> None:
    text = (
        "since the inspection in 2019, when they were judged to be good for leadership, and "
        "since the inspection in 2020, when they were judged to be inadequate."
    )
    assert facts(text) == [("ilacs", "2020", "overall-effectiveness", "inadequate")]


@pytest.mark.parametrize(
    "text",
    [
        "The previous inspection of Wexcombe's fostering service was in May 2012. The service was judged to be good.",
        "The previous inspection of the adoption service was in May 2012. The council was judged to be adequate.",
        "The home was judged to be good at its last inspection in 2014.",
        "since the inspection in 2019, when they were judged to be good for adoption",
        "The services that were judged inadequate at the previous inspection in 2015 have improved.",
        "Since the last inspection in 2019 much has changed.",
        "It was judged as good at its last full inspection in May 2014.",
        "One was judged to be good at the last inspection in May 2014.",
        "The two homes have improved since the last inspection in 2014, when they were judged to be adequate.",
    ],
)
def test_homes_parts_and_mentions_without_grade_are_none(text: str) -> None:
    assert find_previous(text) == ()


def test_a_framework_counts_only_in_the_years_in_which_it_was_in_use() -> None:
    assert framework_of("arrangements for the protection of children", 2012) == (
        "child-protection",
        "overall-effectiveness",
    )
    assert framework_of("arrangements for the protection of children", 2011) == (None, "help-and-protection")
    assert [whole_service_in(year) for year in (2012, 2013, 2015, 2018, 2021)] == [
        *(None, None, "sif", None, "ilacs"),
    ]
