"""Questions for facets alone, asked of the columns of entries instead of the index of tokens, for PostgreSQL.

What most entries have is found at once by walking through them, while the index first gathers all that have it: over
3 million entries the first page of all findings took 0.8 s of that, and 0.6 s to see that there are over 10,000.
"""

from __future__ import annotations

from findings.search import terms as ask
from findings.search.terms import EVERY_RECORD, FACET, Terms

Condition = tuple[str, tuple[str, ...]]
"""SQL over entries, and its values."""

COLUMNS: dict[str, str] = {
    "k": "kind",
    "a": "authority_id::text",
    "f": "framework_id::text",
    "d": "domain_id::text",
    "y": "year::text",
    "t": "report_kind",
    "r": "region",
    "o": "polarity",
}
"""The column of each letter, as text."""
AS_IN_TOKENS = "regexp_replace(lower({}), '[^[:alnum:]]', '', 'g') = %s"
"""What a token holds of a value (``findings.search.terms.facet``)."""


def condition_of(question: Terms) -> Condition | None:
    """The condition that columns meet for the entries that a question finds; None where it asks for more."""
    match question:
        case ask.Token(token) if token == EVERY_RECORD:
            return "TRUE", ()
        case ask.Token(token) if token.startswith(FACET) and (column := COLUMNS.get(token[1])):
            return AS_IN_TOKENS.format(column), (token[2:],)
        case ask.AllOf(parts):
            return _joined(parts, " AND ")
        case ask.AnyOf(parts):
            return _joined(parts, " OR ")
        case _:
            return None


def _joined(parts: tuple[Terms, ...], word: str) -> Condition | None:
    found = [condition_of(part) for part in parts]
    known = [one for one in found if one]
    if len(known) < len(found):
        return None
    return f"({word.join(sql for sql, _ in known)})", tuple(value for _, values in known for value in values)
