"""The domains of today that the words of a recommendation suggest, where its report tells none.

The words are data: a row of ``domain_words.csv`` is a domain and a phrase, a star at whose end stands for any letters.
They are those by which inspectorates name whom each domain is about, and what leaders do, in the headings and lists of
their frameworks since 2012. A suggestion is no statement of the report, and pages say so.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("domain_words.csv")


def suggested_domains(text: str) -> tuple[str, ...]:
    """The codes of the domains whose words a text has, in the order of the file; none if it has no such words.

    Where two phrases begin at one place, the longer one counts: "private fostering" is not "fostering".
    """
    pattern, domains = _words()
    plain = re.sub(r"\s+", " ", text.replace("'", "’"))
    found = {domains[match.lastindex - 1] for match in pattern.finditer(plain) if match.lastindex}
    return tuple(domain for domain in dict.fromkeys(domain for domain, _ in _rows()) if domain in found)


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        return tuple((row["domain"], row["words"]) for row in csv.DictReader(file))


@cache
def _words() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern with a group for each phrase, the longest first, and the domain of each group."""
    rows = sorted(_rows(), key=lambda row: len(row[1]), reverse=True)
    phrases = (re.escape(words.rstrip("*")) + (r"\w*" if words.endswith("*") else "") for _, words in rows)
    pattern = "|".join(f"({phrase})" for phrase in phrases)
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), tuple(domain for domain, _ in rows)
