"""An invented knowledge base of any size, about the authorities of England, in the proportions of the real one.

It is only for benchmarks: every title states that it is generated, and nothing is written into a database that holds
reports. Each kind of report is generated for every authority in turn, in the years of its framework, so that every
authority has a history. Reports are written in batches of ``BATCH``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random

from ingest.bench.made import Batch, Maker
from ingest.bench.patterns import PATTERNS, Pattern
from inspections import database_statistics
from inspections.models import Authority, Report

FINDINGS_A_REPORT = 130
BATCH = 40


class NotEmptyError(ValueError):
    """The database holds reports."""


class Generator:
    """Writes reports until there are as many findings as wanted."""

    def __init__(self, seed: int = 1) -> None:
        self.random = Random(seed)  # noqa: S311 - nothing here is secret
        self.maker = Maker(self.random)
        self.authorities = list(Authority.objects.filter(is_sample=False).order_by("la_code"))

    def run(self, findings: int) -> Iterator[int]:
        """Write at least this many findings, and yield the number written after every batch. Raises NotEmptyError."""
        if Report.objects.exists():
            raise NotEmptyError("This database holds reports; the generator writes only into an empty one.")
        plan, written, number = self._plan(findings), 0, 0
        while written < findings and (some := list(islice(plan, BATCH))):
            batch = Batch()
            for authority, pattern, year in some:
                if written >= findings:
                    break
                number += 1
                written += self.maker.report(batch, number, authority, pattern, year)
            batch.save()
            yield written
        database_statistics.gather()

    def _plan(self, findings: int) -> Iterator[tuple[Authority, Pattern, int]]:
        """Yield reports without end; for few findings, fewer authorities are used so that all kinds still occur."""
        rounds = len(PATTERNS)
        wanted = max(1, findings // (FINDINGS_A_REPORT * rounds))
        taken = self.authorities[: min(len(self.authorities), wanted)]
        while True:
            for pattern in PATTERNS:
                for authority in taken:
                    yield authority, pattern, self.random.randint(*pattern.years)
