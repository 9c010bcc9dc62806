"""Which inspections a sentence speaks of."""

import pytest

from ingest.wording.earlier.claims import WHOLE, Subject
from ingest.wording.earlier.events import Event, awards, events_in, framework_of, in_use, judges, whole_service_in
from ingest.wording.earlier.tokens import tokens
from inspections.reference.tables import frameworks

Found = list[tuple[str | None, tuple[str, ...]]]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The previous inspection of adoption was in May 2012.", [("2012-05", ("adoption",))]),
        ("The last adoption inspection was in May 2012.", [("2012-05", ("adoption",))]),
        ("Since the 2015 inspection, much has changed.", [("2015", ())]),
        ("The inspection in October 2010, which was short.", [("2010-10", ())]),
        ("Since the inspection, in 2012 the council was judged good.", []),
        ("Since the last inspection leaders have acted.", [(None, ())]),
        ("During the inspection leaders acted.", []),
        ("This inspection in 2016 found little.", []),
        ("Adoption was last inspected in May 2012.", [("2012-05", ("adoption",))]),
        ("In 2013 Ofsted inspected adoption.", [("2013", ("adoption",))]),
        ("The last inspection of children's services was in 2015.", [("2015", ())]),
        ("the inspection of safeguarding and looked after children in 2011", [
            ("2011", ("help-and-protection", "children-in-care")),
        ]),
    ],
)  # fmt: skip
def test_an_earlier_inspection_has_its_date_and_what_was_inspected(sentence: str, found: Found) -> None:
    assert [(e.date.iso if e.date else None, e.parts) for e in events_in(tokens(sentence))] == found


def test_an_inspection_of_another_body_is_one_of_others() -> None:
    (event,) = events_in(tokens("The last inspection of the fostering service was in May 2012."))
    assert event.others


def test_the_day_of_a_report_is_that_of_its_publication() -> None:
    (event,) = events_in(tokens("The last inspection was published in May 2012."))
    assert event.published


def test_a_framework_counts_only_in_the_years_in_which_it_was_in_use() -> None:
    protection = "arrangements for the protection of children"
    assert framework_of(f"inspection of {protection}", 2012) == ("child-protection", True)
    assert framework_of(f"inspection of {protection}", 2011) == (None, False)
    assert framework_of("inspection of services for looked after children", 2013) == ("lac", True)
    assert framework_of("single inspection", 2010) == (None, False)
    assert framework_of("last inspection", None) == (None, False)
    assert [whole_service_in(year) for year in (2012, 2013, 2015, 2018, 2021)] == [None, None, "sif", None, "ilacs"]


def test_scales_and_domains_are_those_of_the_framework() -> None:
    assert (awards("sif", "adequate"), awards("sif", "good"), awards(None, "adequate")) == (False, True, True)
    assert (judges("sif", "adoption"), judges("ilacs", "adoption")) == (True, False)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the words of an inspection reach to the end of its date, or of what was inspected
        ("The last inspection was in May 2012.", [("last inspection was in May 2012", "0-4", "2012-05", "", "")]),
        ("The May 2012 inspection of adoption grew.", [("inspection of adoption", "1-4", "2012-05", "adoption", "")]),
        ("The 2012 inspection of adoption services and care leavers.", [
            ("inspection of adoption services and care leavers", "1-6", "2012", "adoption services, care leavers", ""),
        ]),
        ("The adoption inspection in 2011 and the leadership inspection in 2012.", [
            ("The adoption inspection in 2011", "0-4", "2011", "The adoption", ""),
            ("the leadership inspection in 2012", "5-9", "2012", "the leadership", ""),
        ]),
        ("The previous child protection inspection inspected adoption in 2012.", [
            ("previous child protection inspection", "0-1", None, "child protection", ""),
            ("inspected adoption in 2012", "1-5", "2012", "adoption", ""),
        ]),
        ("The last inspection of the council, held in Kent during May 2012", [
            ("last inspection of the council , held in Kent during May 2012", "0-9", "2012-05", "the council", ""),
        ]),
        # what is inspected stands behind it or in front; "services" of an ordinary word is no service
        ("In the previous report 2012", [("report 2012", "2-4", "2012", "", "published")]),
        ("The previous adoption service inspection was published in May 2012.", [
            ("previous adoption service inspection was published in May 2012", "0-5", "2012-05", "adoption service",
             "published"),
        ]),
        ("The last inspection was held in May 2012.", [
            ("last inspection was held in May 2012", "0-5", "2012-05", "", ""),
        ]),
        ("Plans for better services inspections in 2012", [("inspections in 2012", "3-6", "2012", "", "")]),
        # other bodies, and what is not known
        ("The 2012 inspection of schools.", [("inspection", "1-2", "2012", "", "others")]),
        ("The 2012 inspection of plans.", [("inspection", "1-2", "2012", "", "others")]),
        ("The 2012 inspection of children.", [("inspection", "1-2", "2012", "", "others")]),
        ("The last inspection of it in 2012.", [("last inspection", "0-1", None, "", "")]),
        ("The 2012 inspection of adoption homes.", [("inspection of adoption", "1-4", "2012", "adoption", "others")]),
        ("The last fostering agency inspection in 2012.", [
            ("last fostering agency inspection in 2012", "0-3", "2012", "", "others"),
        ]),
        # a date belongs to an inspection only across words that link them
        ("The last inspection, in Kent, which was in May 2012, grew.", [("last inspection", "0-1", None, "", "")]),
        ("The last inspection, which was in May 2012, grew.", [
            ("last inspection , which was in May 2012", "0-6", "2012-05", "", ""),
        ]),
        ("The last inspection, which plans changed in May 2012, grew.", [("last inspection", "0-1", None, "", "")]),
        ("The last inspection when held in May 2012.", [
            ("last inspection when held in May 2012", "0-5", "2012-05", "", ""),
        ]),
        ("The last inspection plans of May 2012.", [("last inspection", "0-1", None, "", "")]),
        ("The last inspection, May 2012 plans.", [("last inspection", "0-1", None, "", "")]),
        ("The last inspection, May 2012, grew.", [("last inspection , May 2012", "0-3", "2012-05", "", "")]),
        ("The inspection plans of May 2012.", []),
    ],
)  # fmt: skip
def test_an_inspection_has_its_words_and_the_tokens_that_it_takes(
    sentence: str, expected: list[tuple[str, str, str | None, str, str]]
) -> None:
    assert [told(event) for event in events_in(tokens(sentence))] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Adoption services in Kent were inspected in May 2012.", [
            ("Adoption services in Kent were inspected in May 2012", "3-6", "2012-05", "Adoption services", ""),
        ]),
        ("In May 2012 Ofsted inspected adoption services in Kent, and plans grew.", [
            ("inspected adoption services in Kent", "2-6", "2012-05", "adoption services", ""),
        ]),
        ("Adoption grew after Ofsted inspected care leavers in May 2012.", [
            ("inspected care leavers in May 2012", "3-7", "2012-05", "care leavers", ""),
        ]),
        ("In May 2012, Kent was inspected.", [("Kent was inspected", "4-5", "2012-05", "", "")]),
        ("Kent, which was last inspected in May 2012, grew.", [
            ("was last inspected in May 2012", "3-6", "2012-05", "", ""),
        ]),
        ("Kent was last inspected in May 2012.", [("Kent was last inspected in May 2012", "1-4", "2012-05", "", "")]),
        ("Ofsted last inspected Kent in May 2012.", [
            ("last inspected Kent in May 2012", "0-4", "2012-05", "", ""),
        ]),
        ("The home was inspected in May 2012.", [("home was inspected in May 2012", "1-4", "2012-05", "", "others")]),
        ("The home in Kent was inspected in May 2012.", [
            ("home in Kent was inspected in May 2012", "3-6", "2012-05", "", "others"),
        ]),
        ("Ofsted inspected the home in May 2012.", [("inspected home in May 2012", "0-4", "2012-05", "", "others")]),
        ("It was inspected in May 2012.", [("It was inspected in May 2012", "1-4", "2012-05", "", "others")]),
        ("Plans were inspected in May 2012.", [("were inspected in May 2012", "1-4", "2012-05", "", "others")]),
        ("Adoption was inspected and plans grew in May 2012.", []),
    ],
)  # fmt: skip
def test_who_was_inspected_stands_in_front_of_the_verb_or_behind_it(
    sentence: str, expected: list[tuple[str, str, str | None, str, str]]
) -> None:
    assert [told(event) for event in events_in(tokens(sentence))] == expected


def told(event: Event) -> tuple[str, str, str | None, str, str]:
    """An event in short: its words, its tokens, its date, what was inspected, and what else is known of it."""
    marks = [name for name in ("others", "published") if getattr(event, name)]
    services = ", ".join(subject.words for subject in event.subjects)
    return event.words, f"{event.start}-{event.end}", event.date.iso if event.date else None, services, " ".join(marks)


@pytest.mark.parametrize(
    ("words", "year", "found"),
    [
        ("an ILACS inspection", 2019, ("ilacs", True)),
        ("the inspection of local authority children's services", None, ("ilacs", True)),
        ("the SIF", 2014, ("sif", True)),
        ("services for children in need of help and protection", 2014, ("sif", True)),
        ("SLAC", 2011, ("slac", True)),
        ("inspection of Safeguarding and looked-after children services", 2011, ("slac", True)),
        ("the Joint Area Review", 2007, ("jar", True)),
        ("the APA of 2007", 2007, ("apa", True)),
        ("the APA of 2017", 2017, (None, False)),
        ("child protection inspection", None, (None, False)),
        ("Child Protection inspection", 2012, ("child-protection", True)),
        ("looked after children inspection", 2016, (None, False)),
        ("the inspection", 2019, ("ilacs", False)),
        ("the inspection", 2014, ("sif", False)),
        ("the inspection", 2010, (None, False)),
    ],
)
def test_a_framework_is_named_or_follows_from_the_year(
    words: str, year: int | None, found: tuple[str | None, bool]
) -> None:
    assert framework_of(words, year) == found


def test_the_parts_of_an_inspection_are_its_domains_once_each_without_the_whole() -> None:
    services = (Subject("adoption", "a"), Subject(WHOLE, "b"), Subject("overall-effectiveness", "c"))
    event = Event("", 0, 1, subjects=(*services, Subject("leadership", "d"), Subject("adoption", "e")))
    assert event.parts == ("adoption", "leadership")


def test_a_framework_is_in_use_from_its_first_year_to_its_last() -> None:
    (sif,) = (framework for framework in frameworks() if framework.code == "sif")
    assert sif.last_year is not None
    years = (sif.first_year - 1, sif.first_year, sif.last_year, sif.last_year + 1)
    assert [in_use("sif", year) for year in years] == [False, True, True, False]
