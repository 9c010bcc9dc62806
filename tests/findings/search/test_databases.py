"""The index of the database in use: entries are in ascending order, counted up to a limit, and deleted with tokens."""

import pytest
from django.db import connection, transaction

from findings.models import SearchEntry
from findings.search.databases import EntryRow, Postgres, Sqlite, database
from findings.search.terms import AllOf, AnyOf, Except, Prefix, Question, SideBySide, Token, facet, indexed_text
from tests import builders

pytestmark = pytest.mark.django_db
TEXT = {30: "Drift and delay.", 10: "Drift was seen.", 20: "Delay alone."}


@pytest.fixture
def stored():
    report = builders.report().pk
    rows = [
        (
            EntryRow(key, "finding", key, report, None, None, None, 2000 + key, "sif", "London", "", "", "", "digest"),
            indexed_text(text, [facet("y", 2000 + key)]),
        )
        for key, text in TEXT.items()
    ]
    database().add(rows)
    return database()


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        (Token("drift"), [10, 30]),
        (Token("="), [10, 20, 30]),
        (Token("=y2020"), [20]),
        (Prefix("~del"), [20, 30]),
        (SideBySide(("drift", "and")), [30]),
        (SideBySide(("drift", "and", "delay")), [30]),
        (SideBySide(("and", "drift")), []),
        (AllOf((Token("drift"), Token("delay"))), [30]),
        (AnyOf((Token("alon"), Token("seen"))), [10, 20]),
        (Except(Token("drift"), Token("delay")), [10]),
    ],
)
def test_entries_are_found_in_ascending_order(stored, question, ids):
    question = Question(question)
    assert stored.entry_ids(question, 10, 0) == ids
    assert stored.count(question, 10) == len(ids)
    assert stored.entry_ids(question, 1, 1) == ids[1:2]


@pytest.mark.parametrize(("below", "ids"), [(31, [10, 30]), (30, [10]), (10, [])])
def test_a_question_can_leave_out_the_entries_from_an_id_on(stored, below, ids):
    question = Question(Token("drift"), below)
    assert stored.entry_ids(question, 10, 0) == ids
    assert stored.count(question, 10) == len(stored.values(question, ["kind"], 10)) == len(ids)


def test_counting_and_reading_values_stop_at_the_most(stored):
    assert stored.count(Question(Token("=")), 2) == 2
    assert len(stored.values(Question(Token("=")), ["year"], 2)) == 2
    assert sorted(stored.values(Question(Token("drift")), ["kind", "year"], 9)) == [
        ("finding", 2010),
        ("finding", 2030),
    ]


def test_entries_go_with_their_tokens(stored):
    stored.remove([10])
    assert stored.entry_ids(Question(Token("drift")), 10, 0) == [30]
    assert set(SearchEntry.objects.values_list("id", flat=True)) == {20, 30}


def test_optimising_drops_tokens_without_an_entry(stored):
    SearchEntry.objects.filter(pk=10).delete()
    stored.optimise()
    assert stored.entry_ids(Question(Token("drift")), 10, 0) == [30]


def test_each_database_has_its_own_language():
    question = Except(AllOf((SideBySide(("a", "b", "c")), Prefix("~d"))), AnyOf((Token("e"), Token("f"))))
    assert Sqlite().match(question) == '(("a b c" AND "~d"*) NOT ("e" OR "f"))'
    assert Postgres().match(question) == ("((('a b' & 'b c' & ('a' <-> 'b' <-> 'c')) & '~d':*) & !('e' | 'f'))")
    vector = Postgres().vector(indexed_text("Visits visited", []))
    assert vector == "'visit':1,2 '~visited' '~visits' '+visit' '=' 'visit visit'"


def test_the_database_in_use():
    assert isinstance(database(), Postgres if connection.vendor == "postgresql" else Sqlite)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such settings")
def test_questions_have_room_for_all_that_they_find_and_leave_the_connection_as_it_was():
    def room(before: str = "") -> str:
        with connection.cursor() as cursor:
            cursor.execute(f"{before}SHOW work_mem")
            return str(cursor.fetchone()[0])

    usual = room()
    with transaction.atomic():
        assert room(Postgres.USE_THE_INDEX) == Postgres.ROOM != usual
        transaction.set_rollback(True)
    assert room() == usual
