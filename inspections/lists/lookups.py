"""Rows by many keys at once, for what was found by one query and is asked for in others.

``pk__in`` gives the database each key as a parameter of its own: thousands of them take longer to write down and to plan than the rows take
to find. Here all keys go as one value, which either database turns into a set of its own.
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
    """Whether a column of whole numbers holds one of those given, in one text with commas between them.

    In a list Django would look at each of them, whether it is an expression.
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """A set out of a JSON array, as SQLite has it."""
        return self._among(compiler, connection, "{} IN (SELECT value FROM json_each(%s))", "[]")

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """An array, which PostgreSQL hashes."""
        return self._among(compiler, connection, "{} = ANY (%s::bigint[])", "{}")

    def _among(self, compiler: Any, connection: Any, condition: str, brackets: str) -> tuple[str, tuple[Any, ...]]:
        column, values = self.process_lhs(compiler, connection)
        return condition.format(column), (*values, f"{brackets[0]}{self.rhs}{brackets[1]}")


def among(keys: Iterable[int], path: str = "pk") -> models.Q:
    """The condition that leaves the rows that hold one of these keys at the path."""
    return models.Q(**{f"{path}__among": ",".join(f"{key:d}" for key in keys)})
