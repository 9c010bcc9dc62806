"""The index of search: it holds each record that search finds, with the words and facets of today, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from findings.checks.invariants import Breach, Invariant, keys
from findings.search.entries import forget_tokens, index_many, stray_tokens, unlike_index
from inspections.models import Report
from inspections.write import knowledge_change

STRAY = "stray"


def wrong_entries() -> Iterator[Breach]:
    """Reports whose entries are not those of their records, and tokens of no entry."""
    for report in Report.objects.select_related("authority", "inspection").order_by("pk").iterator():
        if number := unlike_index(report):
            what = "entry of search is" if number == 1 else "entries of search are"
            yield Breach(f"{report.get_absolute_url()}: {number} {what} missing, wrong or too many.", str(report.pk))
    if number := stray_tokens():
        yield Breach(f"The index of search holds the words of {number} records that have no entry.", STRAY)


def index_again(subjects: Sequence[str]) -> None:
    """Index reports anew, and delete what belongs to no entry."""
    if STRAY in subjects:
        with knowledge_change():
            forget_tokens()
    for _ in index_many(keys([one for one in subjects if one != STRAY]), anew=True):
        pass


SEARCH_INDEX = Invariant("search", "The index of search equals the content", wrong_entries, index_again)
