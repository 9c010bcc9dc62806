"""Which edition counts: what editions say of themselves and how completely they were read, never their order."""

from itertools import permutations

import pytest

from inspections.documents.editions import PDF, EditionFacts, facts_of, rank

TEXT = "text/plain"
DAMAGED = ("damaged-file",)


def edition(name: str, media_type: str = PDF, **values) -> EditionFacts:
    return EditionFacts(name * 64, media_type, **{"date": "2023-09-11", "records": 50} | values)


@pytest.mark.parametrize(
    ("best", "worse", "why"),
    [
        (edition("b", date="2023-10-02"), edition("a"), "earlier edition"),
        (edition("b", number="1.10"), edition("a", number="1.9"), "earlier edition"),
        (edition("b", date="2023-09-11"), edition("a", date="2023-09"), "earlier edition"),
        (edition("b"), edition("a", date="", records=60), "states no date"),
        (edition("b"), edition("a", date="2023-10-02", damage=DAMAGED), "damaged"),
        (edition("b"), edition("a", date="2023-10-02", records=7), "only 7 records could be read from it, against 50"),
        (edition("b"), edition("a", date="2023-10-02", status="partial"), "in part"),
        (edition("b", status="partial"), edition("a", records=7), "only 7 records"),
        (edition("b", records=51), edition("a"), "50 records could be read from it, against 51"),
        (edition("b", left_out=3), edition("a", left_out=4), "in no record"),
        (edition("a"), edition("b"), "nothing tells the two apart"),
        (edition("b", status="partial"), edition("a", TEXT), "a PDF shows its pages"),
        (edition("b"), edition("a", TEXT, records=52), "a PDF shows its pages"),
        (edition("b", TEXT), edition("a", damage=DAMAGED), "damaged"),
        (edition("b", TEXT, date="2023-10-02"), edition("a"), "earlier edition"),
        (edition("b", date=""), edition("a", TEXT), "a PDF shows its pages"),
    ],
)
def test_the_better_edition_counts_in_whatever_order(best, worse, why):
    for order in ((best, worse), (worse, best)):
        ranking = rank(order)
        assert ranking.best == best
        assert why in ranking.why(worse, best)


@pytest.mark.parametrize(("records", "is_sound"), [(38, True), (37, False)])
def test_an_edition_may_lack_a_quarter_of_the_records(records, is_sound):
    ranking = rank([edition("a"), edition("b", records=records)])
    assert ranking.is_sound(ranking.editions[1]) is is_sound


def test_a_short_report_may_lack_two_records():
    ranking = rank([edition("a", records=4), edition("b", records=2), edition("c", records=1)])
    assert [ranking.is_sound(one) for one in ranking.editions] == [True, True, False]


def test_the_order_of_many_editions_does_not_matter():
    editions = (
        edition("a", date="", records=60),
        edition("b", date="2023-10-02", damage=DAMAGED),
        edition("c", date="2023-10-01", records=49),
        edition("d", TEXT, date="2023-10-01"),
    )
    assert {rank(order).best for order in permutations(editions)} == {editions[2]}


def test_the_choice_of_a_person_comes_first():
    clean, damaged = edition("a"), edition("b", date="2023-10-02", damage=DAMAGED)
    assert rank([clean, damaged]).later_but_worse(clean) == [damaged]
    chosen = rank([clean, damaged], damaged.sha256)
    assert chosen.best == damaged
    assert chosen.later_but_worse(damaged) == []
    assert "administrator" in chosen.why(clean, damaged)
    assert rank([clean], damaged.sha256).best == clean, "a file that no longer holds the report cannot be chosen"


def test_an_undated_edition_does_not_say_that_it_is_later():
    clean, undated = edition("a"), edition("b", date="", number="2")
    assert rank([clean, undated]).later_but_worse(clean) == []


def test_without_editions_none_counts():
    assert rank([]).best is None


def test_what_is_stored_reads_back_the_same():
    facts = edition("a", printed="Amended", damage=DAMAGED)
    assert facts_of(facts.sha256, facts.media_type, facts.stored) == facts
    assert facts_of(facts.sha256, facts.media_type, {}) is None
