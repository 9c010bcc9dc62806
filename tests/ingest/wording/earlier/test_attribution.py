"""Which inspection a claim belongs to."""

import pytest

from ingest.drafts import PartialDate
from ingest.wording.earlier.attribution import Attribution, introduces
from ingest.wording.earlier.claims import Context, claims_in
from ingest.wording.earlier.events import events_in
from ingest.wording.earlier.tokens import tokens


def attributed(sentence: str, *before: str) -> list[list[str | None] | None]:
    """The dates of the inspections of each claim."""
    row = tokens(sentence)
    events = events_in(row)
    taken = frozenset(i for event in events for i in range(event.start, event.end))
    told = tuple(event for text in before for event in events_in(tokens(text)))
    found = [Attribution(row, events, told).of(claim) for claim in claims_in(row, Context(), taken)]
    return [None if one is None else [e.date.iso if e.date else None for e in one] for one in found]


FIRST, SECOND = "The last inspection was in May 2010.", "The last inspection of adoption was in June 2011."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Adoption was judged good at the last inspection in 2014.", [["2014"]]),
        ("Adoption was judged good in 2014.", [["2014"]]),
        ("Adoption was judged good in 2010 and leadership was judged good in 2012.", [["2010"], ["2012"]]),
        ("At the last inspection in 2014 adoption was judged good.", [["2014"]]),
        ("Since the last inspection in 2014, when adoption was judged good, much changed.", [["2014"]]),
        ("The last inspection in 2014 judged adoption to be good.", [["2014"]]),
        ("In 2014 adoption was judged good.", [["2014"]]),
        ("From 2014, when adoption was judged good, much changed.", [["2014"]]),
        ("Since the 2012 inspection, when adoption was judged good, and the one in 2014, much changed.", [["2012"]]),
        ("Since the last inspection in 2014 adoption was judged good.", [[]]),
        ("Since the last inspection in 2014, plans grew and in the end adoption was good.", [None]),
        ("Adoption was judged good in 2014, after three inspections.", [[]]),
        ("Adoption was judged good.", [None]),
    ],
)
def test_a_claim_belongs_to_the_inspection_that_its_words_tie_to_it(
    sentence: str, found: list[list[str | None] | None]
) -> None:
    assert attributed(sentence) == found


def test_the_inspection_told_of_before_counts_if_it_is_the_only_one() -> None:
    assert attributed("Adoption was judged good.", FIRST) == [["2010-05"]]
    assert attributed("Adoption was judged good.", FIRST, SECOND) == [[]]
    assert attributed("Adoption was judged good at both inspections.", FIRST, SECOND) == [["2010-05", "2011-06"]]


def test_this_inspection_is_the_one_told_of_only_for_what_it_inspected() -> None:
    assert attributed("Adoption was judged good at this inspection.", SECOND) == [["2011-06"]]
    assert attributed("Leadership was judged good at this inspection.", SECOND) == [None]


def test_a_sentence_introduces_an_inspection_that_stands_at_its_head() -> None:
    for sentence, found in ((FIRST, True), ("Much was said and written since the last inspection in 2010.", False)):
        row = tokens(sentence)
        assert introduces(events_in(row)[0], row) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # a date behind the claim, or behind what goes on from it
        ("Adoption was judged good, by 2014.", [["2014"]]),
        ("Adoption was judged good in all areas, in 2014.", [["2014"]]),
        ("Adoption was judged good and leadership outstanding in 2014.", [["2014"], ["2014"]]),
        ("Adoption was judged good since the last inspection in 2014.", [[]]),
        ("At the last inspection, the council was judged good in 2014.", [["2014"]]),
        # behind a comma it counts only where nothing goes on from it
        ("Adoption was judged good, in 2014, and plans grew.", [["2014"]]),
        ("Adoption was judged good, in 2014 it was judged inadequate.", [[], ["2014"]]),
        ("In 2012 adoption was judged good, in 2014 plans grew.", [["2012"]]),
        ("In 2012 adoption was judged good, in 2014, when plans grew, it was not.", [["2012"]]),
        # an inspection inside the claim takes the date behind it, unless it has its own
        ("Adoption, at the last inspection, was judged good, 2014.", [["2014"]]),
        ("Kent judged at its last inspection in 2012 as good in 2014.", [["2012"]]),
        ("Kent judged at its last inspection as good in 2014.", [["2014"]]),
        ("Kent judged at its last inspection as good.", [[None]]),
        ("Inspectors judged in 2012 adoption to be good.", [["2012"]]),
        # an inspection behind it, with a word that ties it
        ("Adoption was judged good in Kent, at the last inspection in 2014.", [["2014"]]),
        ("Adoption was judged good, last inspection in 2014.", [[]]),
        ("Adoption was judged good and the last inspection was in 2012.", [[]]),
        ("Adoption was good in the last inspection in 2014.", [["2014"]]),
        ("Adoption was judged good and leadership outstanding at the last inspection in 2014.", [[], ["2014"]]),
        ("The last inspection was in 2012, adoption was judged good in the last inspection in 2014.", [["2014"]]),
        # an inspection in front of it: "judged" or "which" between, or near and with "at"
        ("The last inspection in 2012, which was short, judged adoption to be good.", [["2012"]]),
        ("The last inspection in 2012 of plans was short and then judged adoption to be good.", [["2012"]]),
        (
            "The last inspection in 2012 of plans was short and long and for that and then judged adoption to be good.",
            [None],
        ),
        ("The last inspection in 2014 found that adoption was good.", [["2014"]]),
        ("The last inspection in 2014 was long and adoption was good.", [None]),
        ("By the last inspection in 2014 and in Kent adoption was judged good.", [["2014"]]),
        ("In the last inspection, plans grew and adoption was judged good.", [None]),
        ("Adoption was inspected in 2012, and leadership was judged good.", [["2012"]]),
        ("As the last inspection in 2012, adoption was judged good.", [[]]),
        ("By the last inspection in 2014 much grew in plans, adoption was judged good.", [None]),
        # with "was" only where it opens the sentence and the claim ends the clause
        ("At the last inspection in 2014, adoption was good.", [["2014"]]),
        ("At the last inspection in 2014, adoption was good at its plans.", [None]),
        ("As the last inspection in 2014, adoption was good.", [None]),
        ("At the last inspection in 2014, plans for adoption were good.", [None]),
        # a date at the head, and a date that ties nothing
        ("2014, when adoption was judged good.", [["2014"]]),
        ("2014, adoption was judged good.", [["2014"]]),
        ("In 2014, when plans grew, adoption was judged good.", [[]]),
        ("Adoption was judged good when plans fell in 2012.", [[]]),
        ("Adoption was good when plans fell in 2012.", [None]),
        ("Plans were judged good when plans fell in 2012.", [None]),
        ("From good in the plans of Kent much fell after 2012.", [[]]),
        # each of several dates behind the claim or in front of it names an inspection
        ("Adoption was judged good in 2010, and in 2014.", [["2010", "2014"]]),
        ("Adoption was judged good in 2010, in 2012 and in 2014.", [["2010", "2012", "2014"]]),
        ("Adoption was judged good in 2010 and in 2014 leadership was judged good.", [["2010"], ["2014"]]),
        ("In 2010 and in 2014 adoption was judged good.", [["2010", "2014"]]),
        ("In 2010, in 2012 and in 2014, adoption was judged good.", [["2010", "2012", "2014"]]),
        # several inspections behind the claim, or in front of it
        ("Adoption was judged good in 2012, and the inspections were many.", [[]]),
        ("After the inspections in Kent, adoption was judged good in 2012.", [["2012"]]),
    ],
)
def test_each_way_to_tie_a_claim_has_its_limits(sentence: str, found: list[list[str | None] | None]) -> None:
    assert attributed(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("At both inspections adoption was judged good.", [["2010-05", "2011-06"]]),
        ("Both inspections judged adoption to be good.", [[]]),
        ("Plans grew in both inspections and adoption was judged good.", [[]]),
    ],
)
def test_both_inspections_are_those_told_of(sentence: str, found: list[list[str | None] | None]) -> None:
    assert attributed(sentence, FIRST, SECOND) == found


def test_what_an_inspection_was_told_of_counts_for_a_list_that_was_announced() -> None:
    row = tokens("Adoption was judged good.")
    (claim,) = claims_in(row, Context())
    told = tuple(event for text in (FIRST, SECOND) for event in events_in(tokens(text)))
    assert Attribution(row, (), told, announced=True).of(claim) == (told[1],)
    assert Attribution(row, (), told, announced=False).of(claim) == ()


def test_a_sentence_with_an_inspection_of_its_own_takes_none_from_the_sentence_before() -> None:
    assert attributed("Adoption was judged good and the last inspection was in 2012.", FIRST) == [[]]
    assert attributed("Plans were judged good.", FIRST) == [["2010-05"]]
    assert attributed("This inspection was long and adoption was judged good.", SECOND) == [None]
    assert attributed("Plans were judged good at this inspection.", SECOND) == [None]


def test_the_inspection_that_only_a_date_names_has_the_words_of_the_date() -> None:
    row = tokens("Adoption was judged good in May 2014.")
    (claim,) = claims_in(row, Context())
    (event,) = Attribution(row, ()).of(claim) or ()
    assert (event.words, event.start, event.end, event.date) == ("May 2014", 4, 4, PartialDate("2014-05", "May 2014"))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In Kent, and in Essex the last inspection in 2010 was long.", True),
        ("In Kent, and in Essex, the last inspection in 2010 was long.", False),
        ("Plans of the last inspection in 2010.", False),
        ("Since the last inspection in 2010 much grew.", True),
    ],
)
def test_few_words_may_stand_in_front_of_an_inspection_that_is_introduced(sentence: str, found: bool) -> None:
    row = tokens(sentence)
    assert introduces(events_in(row)[0], row) is found
