"""What the combined inspections of 2009 to 2012 share with those of looked after children alone, and what tells them.

Their titles are alike, both end with a record of main findings, and both sort areas for improvement by time. The
combined ones grade safeguarding too, and several domains twice: once for each of two services, the scopes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, TableRow
from ingest.structure.body import Body
from ingest.structure.cover import DATES, labelled
from ingest.structure.grade_claims import lines_of
from ingest.structure.outline import Role
from ingest.wording.dates import find_range
from inspections.reference.tables import frameworks
from inspections.vocabulary import FindingKind, Scope, Timescale

COVER_LENGTH = 8
TITLE = re.compile(r"safeguarding\s+and\s+(?:services\s+for\s+)?looked[\s-]after", re.I)
_OUTCOMES = r"(?:(?:the\s+)?inspection\s+outcomes\W+)?"
# The headings of the two services in the body of a report.
HEADINGS = (
    (Scope.SAFEGUARDING, rf"{_OUTCOMES}safeguarding\s+services"),
    (
        Scope.LOOKED_AFTER,
        rf"{_OUTCOMES}(?:services\s+for\s+looked[\s-]after\s+children|looked[\s-]after\s+children\s+services)"
        r"(?:\s+and\s+care\s+leavers)?",
    ),
)
# In the record of main findings, and in reports without headings of the services, the outcomes tell the service too.
SCOPES = (
    *HEADINGS,
    (Scope.SAFEGUARDING, r"safeguarding\s+outcomes(?:\s+for\s+children\s+and\s+young\s+people)?"),
    (Scope.LOOKED_AFTER, r"(?:how\s+good\s+are\s+)?outcomes\s+for\s+looked[\s-]after\s+children\b.{0,40}"),
)
_PATTERNS = tuple((scope, re.compile(rf"{pattern}\W*\d*", re.I)) for scope, pattern in SCOPES)
_NAMED = (
    (Scope.SAFEGUARDING, re.compile(r"\bof\s+(?:the\s+)?safeguarding\s+services\b", re.I)),
    (Scope.LOOKED_AFTER, re.compile(r"\bof\s+(?:the\s+)?services\s+for\s+looked[\s-]after\s+children\b", re.I)),
)
GRADE_BEHIND = r"(?:\W*\b(?P<rest>(?:grade\b.{0,40}|(?:outstanding|good|adequate|inadequate|not\s+judged)\b.{0,20})))?"
"""The grade that may stand behind a heading."""
FIRST_YEAR_ALONE = next(facts.first_year for facts in frameworks() if facts.code == "lac")


USUAL_BANDS = (Timescale.IMMEDIATE, Timescale.THREE_MONTHS, Timescale.SIX_MONTHS)


def record_start(blocks: Sequence[Block], is_heading: Callable[[Block], bool]) -> int:
    """Where the record of main findings begins: at the last of its headings, behind all blocks if there is none."""
    return next((place for place in reversed(range(len(blocks))) if is_heading(blocks[place])), len(blocks))


def is_combined(blocks: Sequence[Block]) -> bool:
    """Tell whether a report has a part about safeguarding, or the title of both and a year of the combined ones."""
    if any(scope_of(line.text) is Scope.SAFEGUARDING for line in lines_of(blocks)):
        return True
    cover = blocks[:COVER_LENGTH]
    dates = labelled(cover, DATES)
    day = find_range(dates.value)[0] if dates else None
    return any(TITLE.search(b.text) for b in cover) and day is not None and int(day.iso[:4]) < FIRST_YEAR_ALONE


def scope_of(text: str) -> Scope | None:
    """The service that a heading or a row opens, or None."""
    return next((scope for scope, pattern in _PATTERNS if pattern.fullmatch(text.strip())), None)


def scope_named(text: str) -> Scope | None:
    """The service of which a heading speaks ("Overall effectiveness of safeguarding services"), or None."""
    return next((scope for scope, pattern in _NAMED if pattern.search(text)), None)


def by_scope(blocks: Iterable[Block]) -> Iterator[tuple[Scope | None, Block]]:
    """The blocks of a record of findings, each with the service under which it stands; tables are cut between rows."""
    scope: Scope | None = None
    for block in blocks:
        if block.kind is not BlockKind.TABLE:
            scope = scope_of(block.text) or scope
            yield scope, block
            continue
        rows: list[TableRow] = []
        for row in block.rows:
            opened = scope_of(" ".join(filter(None, row.texts)))
            if opened and rows:
                yield scope, replace(block, rows=tuple(rows))
                rows = []
            scope = opened or scope
            rows.append(row)
        if rows:
            yield scope, replace(block, rows=tuple(rows))


class ScaledBody(Body):
    """Reads the body of a report that explains its scale, or its area, in a table."""

    def read_table(self, block: Block) -> None:
        """Read a table; one that explains the scale or the area is context."""
        context = self.kind is FindingKind.CONTEXT and self.role is Role.FINDINGS
        if context and not any(self.row_opening([cell for cell in row.texts if cell]) for row in block.rows):
            self.records.finding(block, FindingKind.CONTEXT)
        else:
            super().read_table(block)
