"""Questions for facets alone find by columns what they find by tokens; others are left to the index."""

import pytest
from django.db import connection

from findings.models import SearchEntry
from findings.search import databases
from findings.search.databases import Postgres, database
from findings.search.facet_columns import condition_of
from findings.search.terms import EVERY_RECORD, AllOf, AnyOf, Except, Prefix, Question, SideBySide, Token, facet
from tests.findings.search.test_sums import indexed

FINDINGS, RECOMMENDATIONS = Token(facet("k", "finding")), Token(facet("k", "recommendation"))
LONDON, YEAR, EVERY = Token(facet("r", "London")), Token(facet("y", 2019)), Token(EVERY_RECORD)
ASKED = (EVERY, FINDINGS, AllOf((FINDINGS, LONDON, YEAR)), AnyOf((FINDINGS, RECOMMENDATIONS)), AllOf((LONDON, EVERY)))


@pytest.mark.parametrize(
    "terms",
    [
        Token("supervis"),
        AllOf((FINDINGS, Token("supervis"))),
        AnyOf((FINDINGS, Prefix("~sup"))),
        SideBySide(("a", "b")),
        Except(FINDINGS, LONDON),
        Token(facet("m", "supervision")),
    ],
)
def test_words_themes_and_exceptions_are_left_to_the_index(terms):
    assert condition_of(terms) is None


def test_values_are_asked_for_as_tokens_hold_them():
    sql, values = condition_of(AllOf((FINDINGS, Token(facet("r", "Yorkshire and The Humber"))))) or ("", ())
    assert values == ("finding", "yorkshireandthehumber")
    assert "kind" in sql
    assert "region" in sql


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite asks its index alone")
@pytest.mark.parametrize("terms", ASKED)
def test_columns_find_what_tokens_find(monkeypatch, terms):
    for place in ("Barnet", "Camden", "Kent"):
        indexed(place=place)

    def found() -> tuple[list[int], list[int], int, int]:
        asked = Question(terms)
        engine = database()
        return (
            engine.entry_ids(asked, 100, 0),
            engine.entry_ids(asked, 3, 2),
            engine.count(asked, 4),
            engine.count(asked, 99),
        )

    monkeypatch.setattr(Postgres, "FREQUENT", 0)
    monkeypatch.setattr(Postgres, "MOST_ENTRIES", 0)
    by_columns = found()
    monkeypatch.setattr(databases, "condition_of", lambda terms: None)
    assert found() == by_columns
    assert by_columns[0]
    assert set(by_columns[0]) <= set(SearchEntry.objects.values_list("pk", flat=True))


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite asks its index alone")
def test_columns_are_asked_for_what_many_entries_have_and_no_date_bounds():
    indexed()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE findings_searchentry")
    engine = Postgres()
    number = SearchEntry.objects.count()
    assert number >= 2
    assert engine._frequent(Question(EVERY), number) is None, "all of them would have to be looked at"
    assert engine._frequent(Question(EVERY, below=1 << 62), 0) is None
    assert engine._frequent(Question(EVERY), 0) is not None
    assert engine._frequent(Question(Token(facet("y", 1999))), 0) is None, "few entries could be anywhere"
