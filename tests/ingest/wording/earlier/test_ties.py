"""Which inspection a claim belongs to."""

import pytest

from ingest.wording.earlier.claims import Context, claims_in
from ingest.wording.earlier.events import events_in
from ingest.wording.earlier.ties import Ties, introduces
from ingest.wording.earlier.tokens import tokens


def tied(sentence: str, *before: str) -> list[list[str | None] | None]:
    """The dates of the inspections of each claim."""
    row = tokens(sentence)
    events = events_in(row)
    taken = frozenset(i for event in events for i in range(event.start, event.end))
    told = tuple(event for text in before for event in events_in(tokens(text)))
    found = [Ties(row, events, told).of(claim) for claim in claims_in(row, Context(), taken)]
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
    assert tied(sentence) == found


def test_the_inspection_told_of_before_counts_if_it_is_the_only_one() -> None:
    assert tied("Adoption was judged good.", FIRST) == [["2010-05"]]
    assert tied("Adoption was judged good.", FIRST, SECOND) == [[]]
    assert tied("Adoption was judged good at both inspections.", FIRST, SECOND) == [["2010-05", "2011-06"]]


def test_this_inspection_is_the_one_told_of_only_for_what_it_inspected() -> None:
    assert tied("Adoption was judged good at this inspection.", SECOND) == [["2011-06"]]
    assert tied("Leadership was judged good at this inspection.", SECOND) == [None]


def test_a_sentence_introduces_an_inspection_that_stands_at_its_head() -> None:
    for sentence, found in ((FIRST, True), ("Much was said and written since the last inspection in 2010.", False)):
        row = tokens(sentence)
        assert introduces(events_in(row)[0], row) is found
