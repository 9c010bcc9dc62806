"""The key by which a report is recognised: its kind, its authority, and the first day of its inspection or its date."""

from __future__ import annotations

import hashlib

from inspections.plain_words import plain
from inspections.report_kinds import PAPERS


def report_key(kind: str, la_code: str, day: str, published: str, title: str) -> str:
    """The key of a report; papers are told apart by date and title, others by the first of these that is known."""
    named = hashlib.sha256(plain(title).encode()).hexdigest()[:16]
    if kind in PAPERS:
        return ":".join((kind, la_code, published, named))
    return ":".join((kind, la_code, day or published or named))
