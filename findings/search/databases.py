"""The two databases behind search: full-text indexes that hold whole tokens and nothing else, asked the same questions.

SQLite has an FTS5 table beside the entries, PostgreSQL a ``tsvector`` column with a GIN index; the migration
``0002_search`` creates both. Neither stems, folds or drops anything: ``findings.search.terms`` makes the tokens. Every
question has a limit, so that an answer does not take longer the more there is.

This is SQL because Django has no lookup for FTS5, and because both databases must give the same answer to the same
tokens.

PostgreSQL's GIN index holds no positions. For a phrase it would read every entry that holds all the words, to see
whether they stand side by side. So each pair of neighbouring stems is indexed as a token of its own: a phrase of two
words is found in the index alone, and of longer phrases only the entries that hold all pairs are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from itertools import pairwise
from typing import Any, Protocol

from django.db import connection

from findings.search import terms as ask
from findings.search.facet_columns import Condition, condition_of
from findings.search.terms import IndexedText, Question, Terms

ENTRIES = "findings_searchentry"
TEXTS = "findings_searchtext"
WRITTEN_AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as it is stored; the fields are named as its columns."""

    id: int
    kind: str
    record: int
    report_id: int
    authority_id: int | None
    framework_id: int | None
    domain_id: int | None
    year: int | None
    report_kind: str
    region: str
    grade: str
    polarity: str
    themes: str
    digest: str


COLUMNS = tuple(field.name for field in fields(EntryRow))
COUNTED = tuple(name for name in COLUMNS if name not in ("id", "record", "digest"))
"""The columns by whose values search counts what it finds."""


class Database(Protocol):
    """What search needs of a database."""

    def entry_ids(self, question: Question, limit: int, offset: int) -> list[int]:
        """The ids of the entries found, in ascending order."""

    def count(self, question: Question, most: int) -> int:
        """The number of entries found, ``most`` if there are more."""

    def values(self, question: Question, columns: Sequence[str], most: int) -> list[tuple[Any, ...]]:
        """The values of columns for each entry found, for ``most`` entries if there are more."""

    def add(self, rows: Iterable[tuple[EntryRow, IndexedText]]) -> None:
        """Store entries with their tokens."""

    def remove(self, ids: Sequence[int]) -> None:
        """Delete entries with their tokens."""

    def unlike(self, rows: Sequence[tuple[EntryRow, IndexedText]]) -> int:
        """The number of entries whose stored tokens are others than these, or are missing."""

    def strays(self) -> int:
        """The number of tokens that belong to no entry."""

    def forget_strays(self) -> None:
        """Delete tokens that belong to no entry."""

    def optimise(self) -> None:
        """Make the index compact after everything was written anew, and delete what belongs to no entry."""


def _rows(sql: str, *values: str | int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _one(sql: str, *values: str | int) -> int:
    return int(_rows(sql, *values)[0][0])


class Sqlite:
    """FTS5. The id of an entry is the rowid of its tokens."""

    STRAY = f"rowid NOT IN (SELECT id FROM {ENTRIES})"  # noqa: S608

    def entry_ids(self, question: Question, limit: int, offset: int) -> list[int]:
        """FTS5 returns rowids in ascending order without sorting them."""
        where, values = self.where(question)
        sql = f"SELECT rowid FROM {TEXTS} WHERE {where} ORDER BY rowid LIMIT %s OFFSET %s"  # noqa: S608
        return [row[0] for row in _rows(sql, *values, limit, offset)]

    def count(self, question: Question, most: int) -> int:
        """Counted inside the index."""
        where, values = self.where(question)
        return _one(f"SELECT count(*) FROM (SELECT rowid FROM {TEXTS} WHERE {where} LIMIT %s)", *values, most)  # noqa: S608

    def values(self, question: Question, columns: Sequence[str], most: int) -> list[tuple[Any, ...]]:
        """One look-up by primary key for each entry found."""
        where, values = self.where(question)
        found = f"SELECT rowid AS place FROM {TEXTS} WHERE {where} LIMIT %s"  # noqa: S608
        sql = f"SELECT {', '.join(columns)} FROM ({found}) CROSS JOIN {ENTRIES} ON id = place"  # noqa: S608
        return _rows(sql, *values, most)

    def add(self, rows: Iterable[tuple[EntryRow, IndexedText]]) -> None:
        """Store the tokens as one text, in place of any that an entry left behind which was deleted with its report."""
        both = list(rows)
        values = ", ".join(["%s"] * len(COLUMNS))
        texts = [(row.id, self.tokens(text)) for row, text in both]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {ENTRIES} ({', '.join(COLUMNS)}) VALUES ({values})",  # noqa: S608
                [astuple(row) for row, _ in both],
            )
            cursor.executemany(f"INSERT OR REPLACE INTO {TEXTS} (rowid, tokens) VALUES (%s, %s)", texts)  # noqa: S608

    def remove(self, ids: Sequence[int]) -> None:
        """Delete from both tables."""
        with connection.cursor() as cursor:
            for table, key in ((ENTRIES, "id"), (TEXTS, "rowid")):
                cursor.executemany(f"DELETE FROM {table} WHERE {key} = %s", [(one,) for one in ids])  # noqa: S608

    def unlike(self, rows: Sequence[tuple[EntryRow, IndexedText]]) -> int:
        """Compared as the text that is stored."""
        same = 0
        for start in range(0, len(rows), WRITTEN_AT_ONCE):
            some = {row.id: self.tokens(text) for row, text in rows[start : start + WRITTEN_AT_ONCE]}
            sql = f"SELECT rowid, tokens FROM {TEXTS} WHERE rowid IN ({', '.join(['%s'] * len(some))})"  # noqa: S608
            same += sum(some[place] == tokens for place, tokens in _rows(sql, *some))
        return len(rows) - same

    def strays(self) -> int:
        """Counted by their keys."""
        return _one(f"SELECT count(*) FROM {TEXTS} WHERE {self.STRAY}")  # noqa: S608

    def forget_strays(self) -> None:
        """Delete by their keys."""
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TEXTS} WHERE {self.STRAY}")  # noqa: S608

    def optimise(self) -> None:
        """Merge the segments of the index into one."""
        self.forget_strays()
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {TEXTS} ({TEXTS}) VALUES ('optimize')")  # noqa: S608

    def tokens(self, text: IndexedText) -> str:
        """The tokens of a text, as they are stored."""
        return " ".join((*text.stems, *text.marks))

    def where(self, question: Question) -> tuple[str, tuple[str | int, ...]]:
        """The condition of a question, and its values."""
        match = self.match(question.terms)
        if question.below is None:
            return f"{TEXTS} MATCH %s", (match,)
        return f"{TEXTS} MATCH %s AND rowid < %s", (match, question.below)

    def match(self, question: Terms) -> str:
        """Terms in FTS5's language."""
        match question:
            case ask.Token(token):
                return f'"{token}"'
            case ask.Prefix(start):
                return f'"{start}"*'
            case ask.SideBySide(stems):
                return f'"{" ".join(stems)}"'
            case ask.AllOf(parts):
                return f"({' AND '.join(map(self.match, parts))})"
            case ask.AnyOf(parts):
                return f"({' OR '.join(map(self.match, parts))})"
            case ask.Except(kept, left):
                return f"({self.match(kept)} NOT {self.match(left)})"


class Postgres:
    """A ``tsvector`` in each entry, stored outside of its row where it is long.

    The planner assumes that reading such a vector costs nothing, and walks through the entries to read each. So every
    scan but that of the GIN index is forbidden. The index returns entries in no order, and all that are found would be
    read to sort them. So the newest part of the entries is asked first, and all of them only where that part does not
    fill the page. Where the part ends is estimated from the planner's own statistics.

    What a frequent word finds is held as a bitmap. Where ``work_mem`` has no room for it, only pages of the table are
    remembered, and the vector of every entry on them is read: over 3.4 million entries the slowest page 400 took 2.3 s
    of processor time so, and 0.9 s with room.

    Measured with 240 questions over 142,000 entries: left to the planner, a word that no entry holds takes 1.2 s; with
    the index alone the slowest question takes 224 ms (p95 124 ms), with the newest part first 139 ms (p95 70 ms).
    """

    MARGIN = 2
    """How many times the wanted entries are expected in the newest part: matches are spread unevenly over the years."""
    LARGEST_PART = 0.7
    """The share of all entries from which the newest part is not worth asking on its own."""
    FREQUENT = 20
    """How many times the wanted entries a question must find for its facets to be looked for in columns."""
    MOST_ENTRIES = 0.5
    """The share of all entries that it must find for that: those of one year can lie at the end of the table."""
    ROOM = "64MB"
    """For the entries that a question finds: enough for all of 3.4 million, while the question is answered."""
    USE_THE_INDEX = (
        "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off; SET LOCAL jit = off; "
        f"SET LOCAL work_mem = '{ROOM}'; "
    )

    def entry_ids(self, question: Question, limit: int, offset: int) -> list[int]:
        """Sorted by primary key."""
        if frequent := self._frequent(question, limit + offset):
            sql = f"SELECT id FROM {ENTRIES} WHERE {frequent[0]} ORDER BY id LIMIT %s OFFSET %s"  # noqa: S608
            return [row[0] for row in _rows(sql, *frequent[1], limit, offset)]
        where, values = self.where(question)
        found, page = f"SELECT id FROM {ENTRIES} WHERE {where}", "ORDER BY id LIMIT %s OFFSET %s"  # noqa: S608
        end = self._end_of_newest(self.match(question.terms), limit + offset)
        if end and (question.below is None or end < question.below):
            newest = _rows(f"{self.USE_THE_INDEX}{found} AND id < %s {page}", *values, end, limit, offset)
            if len(newest) == limit:
                return [row[0] for row in newest]
        return [row[0] for row in _rows(f"{self.USE_THE_INDEX}{found} {page}", *values, limit, offset)]

    def _frequent(self, question: Question, wanted: int) -> Condition | None:
        """The condition on columns, where most entries meet it, so that ``wanted`` are soon found; else None."""
        if question.below is not None or not (condition := condition_of(question.terms)):
            return None
        expected = self._expected(self.match(question.terms))
        if expected < self.FREQUENT * wanted:
            return None
        every = _one("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", ENTRIES)
        return condition if expected >= self.MOST_ENTRIES * every else None

    def _expected(self, match: str) -> float:
        """How many entries the planner expects to be found; at least one."""
        (plan,) = _rows(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM {ENTRIES} WHERE tokens @@ %s::tsquery", match)[0]  # noqa: S608
        return float(plan[0]["Plan"]["Plan Rows"])

    def _end_of_newest(self, match: str, wanted: int) -> int | None:
        """An id below which the planner expects ``wanted`` entries; None if that is most of them or it cannot tell."""
        share = self.MARGIN * wanted / self._expected(match)
        if share >= self.LARGEST_PART:
            return None
        found = _rows(
            "SELECT histogram_bounds::text::bigint[] FROM pg_stats "
            "WHERE tablename = %s AND attname = 'id' AND schemaname = current_schema()",
            ENTRIES,
        )
        bounds = found[0][0] if found else None
        return bounds[int(share * (len(bounds) - 1)) + 1] if bounds else None

    def count(self, question: Question, most: int) -> int:
        """Counted over the first ones found."""
        if frequent := self._frequent(question, most):
            sql = f"SELECT count(*) FROM (SELECT 1 FROM {ENTRIES} WHERE {frequent[0]} LIMIT %s) AS found"  # noqa: S608
            return _one(sql, *frequent[1], most)
        where, values = self.where(question)
        found = f"SELECT 1 FROM {ENTRIES} WHERE {where} LIMIT %s"  # noqa: S608
        return _one(f"{self.USE_THE_INDEX}SELECT count(*) FROM ({found}) AS found", *values, most)  # noqa: S608

    def values(self, question: Question, columns: Sequence[str], most: int) -> list[tuple[Any, ...]]:
        """Of the first ones found."""
        where, values = self.where(question)
        sql = f"SELECT {', '.join(columns)} FROM {ENTRIES} WHERE {where} LIMIT %s"  # noqa: S608
        return _rows(f"{self.USE_THE_INDEX}{sql}", *values, most)

    def add(self, rows: Iterable[tuple[EntryRow, IndexedText]]) -> None:
        """Store many entries with each statement."""
        both = [(*astuple(row), self.vector(text)) for row, text in rows]
        line = f"({', '.join(['%s'] * len(COLUMNS))}, %s::tsvector)"
        with connection.cursor() as cursor:
            for start in range(0, len(both), WRITTEN_AT_ONCE):
                some = both[start : start + WRITTEN_AT_ONCE]
                cursor.execute(
                    f"INSERT INTO {ENTRIES} ({', '.join(COLUMNS)}, tokens) VALUES {', '.join([line] * len(some))}",  # noqa: S608
                    [value for row in some for value in row],
                )

    def remove(self, ids: Sequence[int]) -> None:
        """Delete the entries; their tokens are a column of theirs."""
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {ENTRIES} WHERE id = ANY(%s)", [list(ids)])  # noqa: S608

    def unlike(self, rows: Sequence[tuple[EntryRow, IndexedText]]) -> int:
        """Compared by the database, as the vectors that they are."""
        same = 0
        for start in range(0, len(rows), WRITTEN_AT_ONCE):
            some = rows[start : start + WRITTEN_AT_ONCE]
            lines = ", ".join(["(%s::bigint, %s::tsvector)"] * len(some))
            sql = (
                f"SELECT count(*) FROM {ENTRIES} AS stored JOIN (VALUES {lines}) AS wanted (id, tokens) "  # noqa: S608
                "ON stored.id = wanted.id AND stored.tokens = wanted.tokens"
            )
            same += _one(sql, *(value for row, text in some for value in (row.id, self.vector(text))))
        return len(rows) - same

    def strays(self) -> int:
        """None: tokens are a column of their entry."""
        return 0

    def forget_strays(self) -> None:
        """None: tokens are a column of their entry."""

    def optimise(self) -> None:
        """Merge pending entries into the index, and gather the statistics of the planner."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [TEXTS])
            cursor.execute(f"ANALYZE {ENTRIES}")

    def vector(self, text: IndexedText) -> str:
        """A text as a ``tsvector``: stems with their positions; marks and pairs of neighbours without."""
        positions: dict[str, list[str]] = {}
        for position, stem in enumerate(text.stems, 1):
            positions.setdefault(stem, []).append(str(position))
        stems = (f"'{stem}':{','.join(found)}" for stem, found in positions.items())
        return " ".join((*stems, *(f"'{token}'" for token in (*text.marks, *text.neighbours))))

    def where(self, question: Question) -> tuple[str, tuple[str | int, ...]]:
        """The condition of a question, and its values."""
        match = self.match(question.terms)
        if question.below is None:
            return "tokens @@ %s::tsquery", (match,)
        return "tokens @@ %s::tsquery AND id < %s", (match, question.below)

    def match(self, question: Terms) -> str:
        """Terms as a ``tsquery``."""
        match question:
            case ask.Token(token):
                return f"'{token}'"
            case ask.Prefix(start):
                return f"'{start}':*"
            case ask.SideBySide(stems):
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
    """The database that the site runs on."""
    return Postgres() if connection.vendor == "postgresql" else Sqlite()
