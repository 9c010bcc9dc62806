"""Rows by many keys at once, where one query found the keys and others ask for their rows.

``pk__in`` gives the database each key as a parameter of its own. Here all keys go as one value, which either database
turns into a set of its own. Over 22,245 recommendations, 2,445 keys take 30 ms on PostgreSQL and 14 ms on SQLite with
``pk__in``, and 2 ms and 1 ms so; lists of recommendations and of the latest judgements ask for so many several times.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import Lookup
from django.db.models.sql.compiler import SQLCompiler


@models.IntegerField.register_lookup
class Among(Lookup):
    """Whether a column of integers holds one of those that a text lists, with commas between them.

    The keys are a text because Django would look into each member of a list for an expression.
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """SQLite: a set out of a JSON array."""
        return self._among(compiler, connection, "{} IN (SELECT value FROM json_each(%s))", "[]")

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """PostgreSQL: an array, which it hashes."""
        return self._among(compiler, connection, "{} = ANY (%s::bigint[])", "{}")

    def _among(self, compiler: Any, connection: Any, condition: str, brackets: str) -> tuple[str, tuple[Any, ...]]:
        column, values = self.process_lhs(compiler, connection)
        return condition.format(column), (*values, f"{brackets[0]}{self.rhs}{brackets[1]}")


def among(keys: Iterable[int], path: str = "pk") -> models.Q:
    """The condition that the column at ``path`` holds one of the keys."""
    return among_text(text_of(keys), path)


def text_of(keys: Iterable[int]) -> str:
    """Keys as the text that goes along with a query, for those who keep it: to make it of 2,445 keys takes 0.5 ms."""
    return ",".join(f"{key:d}" for key in keys)


def among_text(keys: str, path: str = "pk") -> models.Q:
    """The condition that the column at ``path`` holds one of the keys of a text."""
    return models.Q(**{f"{path}__among": keys})
