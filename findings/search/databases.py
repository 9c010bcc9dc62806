"""The two databases behind search: full-text indexes that hold whole tokens and nothing else, asked the same questions.

SQLite has an FTS5 table beside the entries, PostgreSQL a ``tsvector`` column with a GIN index. Neither stems, folds or leaves anything
out: tokens are made by ``findings.search.terms``; the tables are those of the migration ``0002_search``. Every question is asked with a limit, so that no answer takes the
longer the more there is.

PostgreSQL's index knows no places, and would read every record that holds all words of a phrase to see whether they are side by side. So
it is given each pair of neighbours as a token of its own: two words need no further look, and longer phrases only where all pairs are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from itertools import pairwise
from typing import Any, Protocol

from django.db import connection

from findings.search import terms as ask
from findings.search.terms import Document, Terms

ENTRIES = "findings_searchentry"
TEXTS = "findings_searchtext"
WRITTEN_AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it is stored; the names are those of its columns."""

    id: int
    kind: str
    record: int
    report_id: int
    authority_id: int | None
    framework_id: int | None
    domain_id: int | None
    year: int | None
    digest: str


COLUMNS = tuple(field.name for field in fields(Row))
COUNTED = ("kind", "authority_id", "framework_id", "domain_id", "year")


class Database(Protocol):
    """What search asks of a database."""

    def places(self, question: Terms, limit: int, offset: int) -> list[int]:
        """The ids of the entries found, in order."""

    def number(self, question: Terms, most: int) -> int:
        """How many entries are found, counted up to ``most``."""

    def values(self, question: Terms, columns: Sequence[str], most: int) -> list[tuple[Any, ...]]:
        """What the columns hold of each entry found, of ``most`` at the most."""

    def add(self, rows: Iterable[tuple[Row, Document]]) -> None:
        """Store entries with their words."""

    def remove(self, places: Sequence[int]) -> None:
        """Take entries and their words away."""

    def tidy(self) -> None:
        """After everything was written anew: drop what belongs to no entry, and make the index compact."""


def _rows(sql: str, *values: str | int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _one(sql: str, *values: str | int) -> int:
    return int(_rows(sql, *values)[0][0])


class Sqlite:
    """FTS5; the id of an entry is the rowid of its words."""

    def places(self, question: Terms, limit: int, offset: int) -> list[int]:
        """FTS5 gives rowids in order without sorting them."""
        sql = f"SELECT rowid FROM {TEXTS} WHERE {TEXTS} MATCH %s ORDER BY rowid LIMIT %s OFFSET %s"  # noqa: S608
        return [row[0] for row in _rows(sql, self.match(question), limit, offset)]

    def number(self, question: Terms, most: int) -> int:
        """Counted inside the index."""
        sql = f"SELECT count(*) FROM (SELECT rowid FROM {TEXTS} WHERE {TEXTS} MATCH %s LIMIT %s)"  # noqa: S608
        return _one(sql, self.match(question), most)

    def values(self, question: Terms, columns: Sequence[str], most: int) -> list[tuple[Any, ...]]:
        """One look into the entries for each that is found."""
        found = f"SELECT rowid AS place FROM {TEXTS} WHERE {TEXTS} MATCH %s LIMIT %s"  # noqa: S608
        sql = f"SELECT {', '.join(columns)} FROM ({found}) CROSS JOIN {ENTRIES} ON id = place"  # noqa: S608
        return _rows(sql, self.match(question), most)

    def add(self, rows: Iterable[tuple[Row, Document]]) -> None:
        """Store the tokens as one text, also where one was left behind by an entry that went with its report."""
        both = list(rows)
        values = ", ".join(["%s"] * len(COLUMNS))
        texts = [(row.id, " ".join((*words.stems, *words.marks))) for row, words in both]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {ENTRIES} ({', '.join(COLUMNS)}) VALUES ({values})",  # noqa: S608
                [astuple(row) for row, _ in both],
            )
            cursor.executemany(f"INSERT OR REPLACE INTO {TEXTS} (rowid, tokens) VALUES (%s, %s)", texts)  # noqa: S608

    def remove(self, places: Sequence[int]) -> None:
        """From both tables."""
        with connection.cursor() as cursor:
            for table, key in ((ENTRIES, "id"), (TEXTS, "rowid")):
                cursor.executemany(f"DELETE FROM {table} WHERE {key} = %s", [(place,) for place in places])  # noqa: S608

    def tidy(self) -> None:
        """Merge the parts of the index into one."""
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TEXTS} WHERE rowid NOT IN (SELECT id FROM {ENTRIES})")  # noqa: S608
            cursor.execute(f"INSERT INTO {TEXTS} ({TEXTS}) VALUES ('optimize')")  # noqa: S608

    def match(self, question: Terms) -> str:
        """The question in FTS5's language."""
        match question:
            case ask.Token(token):
                return f'"{token}"'
            case ask.Start(start):
                return f'"{start}"*'
            case ask.Sequence(stems):
                return f'"{" ".join(stems)}"'
            case ask.AllOf(parts):
                return f"({' AND '.join(map(self.match, parts))})"
            case ask.AnyOf(parts):
                return f"({' OR '.join(map(self.match, parts))})"
            case ask.Except(kept, left):
                return f"({self.match(kept)} NOT {self.match(left)})"


class Postgres:
    """A ``tsvector`` in each entry; long ones are kept out of its line.

    The planner takes fetching a vector for free and would go through entries and look into each; it is told to ask the index. That knows no
    order: to put what it finds in order, every entry found is looked into. So entries are asked for in the newest part of
    them first, where what is found often fills the pages that people look at, and in all of them only when it does not.
    """

    MARGIN = 2
    """How many times the places wanted are expected in the part that is asked first: what is found is not spread evenly over the years."""
    MOST_OF_THEM = 0.7
    ASK_THE_INDEX = "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off; SET LOCAL jit = off; "

    def places(self, question: Terms, limit: int, offset: int) -> list[int]:
        """In the order of the primary key."""
        match, among = self.match(question), f"SELECT id FROM {ENTRIES} WHERE tokens @@ %s::tsquery"  # noqa: S608
        page = "ORDER BY id LIMIT %s OFFSET %s"
        if end := self._end_of_the_newest(match, limit + offset):
            newest = f"{self.ASK_THE_INDEX}{among} AND id < %s {page}"
            found = _rows(newest, match, end, limit, offset)
            if len(found) == limit:
                return [row[0] for row in found]
        return [row[0] for row in _rows(f"{self.ASK_THE_INDEX}{among} {page}", match, limit, offset)]

    def _end_of_the_newest(self, match: str, places: int) -> int | None:
        """An id below which, by what the planner expects, so many places are found; None where that is most of them, or nothing is known."""
        (plan,) = _rows(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM {ENTRIES} WHERE tokens @@ %s::tsquery", match)[0]  # noqa: S608
        share = self.MARGIN * places / plan[0]["Plan"]["Plan Rows"]
        sql = "SELECT histogram_bounds::text::bigint[] FROM pg_stats WHERE tablename = %s AND attname = 'id' AND schemaname = current_schema()"
        found = _rows(sql, ENTRIES) if share < self.MOST_OF_THEM else []
        bounds = found[0][0] if found else None
        return bounds[int(share * (len(bounds) - 1)) + 1] if bounds else None

    def number(self, question: Terms, most: int) -> int:
        """Of the first that are found."""
        sql = f"{self.ASK_THE_INDEX}SELECT count(*) FROM (SELECT 1 FROM {ENTRIES} WHERE tokens @@ %s::tsquery LIMIT %s) AS found"  # noqa: S608
        return _one(sql, self.match(question), most)

    def values(self, question: Terms, columns: Sequence[str], most: int) -> list[tuple[Any, ...]]:
        """Of the first that are found."""
        sql = f"{self.ASK_THE_INDEX}SELECT {', '.join(columns)} FROM {ENTRIES} WHERE tokens @@ %s::tsquery LIMIT %s"  # noqa: S608
        return _rows(sql, self.match(question), most)

    def add(self, rows: Iterable[tuple[Row, Document]]) -> None:
        """In as few statements as it takes."""
        both = [(*astuple(row), self.vector(words)) for row, words in rows]
        line = f"({', '.join(['%s'] * len(COLUMNS))}, %s::tsvector)"
        with connection.cursor() as cursor:
            for start in range(0, len(both), WRITTEN_AT_ONCE):
                some = both[start : start + WRITTEN_AT_ONCE]
                cursor.execute(
                    f"INSERT INTO {ENTRIES} ({', '.join(COLUMNS)}, tokens) VALUES {', '.join([line] * len(some))}",  # noqa: S608
                    [value for row in some for value in row],
                )

    def remove(self, places: Sequence[int]) -> None:
        """The words go with their entry."""
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {ENTRIES} WHERE id = ANY(%s)", [list(places)])  # noqa: S608

    def tidy(self) -> None:
        """Sort what waits into the index, and let the planner know what is there."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [TEXTS])
            cursor.execute(f"ANALYZE {ENTRIES}")

    def vector(self, words: Document) -> str:
        """A record as a ``tsvector``: stems with their places; marks and pairs of neighbours without."""
        places: dict[str, list[str]] = {}
        for place, stem in enumerate(words.stems, 1):
            places.setdefault(stem, []).append(str(place))
        stems = (f"'{stem}':{','.join(found)}" for stem, found in places.items())
        return " ".join((*stems, *(f"'{token}'" for token in (*words.marks, *words.neighbours))))

    def match(self, question: Terms) -> str:
        """The question as a ``tsquery``."""
        match question:
            case ask.Token(token):
                return f"'{token}'"
            case ask.Start(start):
                return f"'{start}':*"
            case ask.Sequence(stems):
                pairs = [f"'{first} {second}'" for first, second in pairwise(stems)]
                if len(pairs) == 1:
                    return pairs[0]
                in_a_row = " <-> ".join(f"'{stem}'" for stem in stems)
                return f"({' & '.join(pairs)} & ({in_a_row}))"
            case ask.AllOf(parts):
                return f"({' & '.join(map(self.match, parts))})"
            case ask.AnyOf(parts):
                return f"({' | '.join(map(self.match, parts))})"
            case ask.Except(kept, left):
                return f"({self.match(kept)} & !{self.match(left)})"


def database() -> Database:
    """The one that the site runs on."""
    return Postgres() if connection.vendor == "postgresql" else Sqlite()
