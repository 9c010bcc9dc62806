"""The records of one kind that a query finds, for lists that have filters and an order of their own."""

from __future__ import annotations

from django.db.models import Q

from findings.search.databases import database
from findings.search.entries import FACETS
from findings.search.language import SearchQuery, parse
from findings.search.terms import Question, Token, all_of, facet, terms_of
from inspections.caching.revision import cached, current_revision
from inspections.lists.lookups import among
from inspections.vocabulary import RecordKind

ALL = 1_000_000
"""More records than a list of one kind has."""


def parse_query(text: str) -> SearchQuery:
    """What is typed beside a list, as search understands it."""
    return parse(text)


def list_condition(query: SearchQuery, kind: RecordKind) -> Q:
    """The condition that a query finds the record; every record where it asks for nothing.

    The keys are asked for first: PostgreSQL would read the words of every record to join them.
    """
    if query.expression is None:
        return Q()
    question = Question(all_of((terms_of(query.expression), Token(facet(FACETS["kind"], kind.value)))))

    def ask() -> list[int]:
        return [key for (key,) in database().values(question, ("record",), ALL)]

    return among(cached(f"listed: {question}", current_revision(), ask))
