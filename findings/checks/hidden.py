"""What is hidden or a draft is in no index, and on no page that is kept for readers.

Counts that processes keep in memory are keyed by the revision of the knowledge base, so that none outlives a change.
Page images are kept for staff too; who may see one is decided when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from findings.checks.invariants import Breach, Invariant, keys
from findings.models import SearchEntry
from findings.search.entries import index_many
from inspections.caching.pages import forget_kept_pages, kept_contents
from inspections.models import Report, SourceFile
from inspections.models.visibility import is_published, is_shown

PAGES = "pages"


def withheld_entries() -> Iterator[Breach]:
    """Reports that are not published or are retired, and have entries of search all the same."""
    found = SearchEntry.objects.exclude(is_published("report__")).order_by().values("report")
    for report in Report.objects.filter(pk__in=found).select_related("authority").order_by("pk").iterator():
        yield Breach(
            f"{report.get_absolute_url()}: search finds its records, though it is "
            f"{'retired' if report.is_public else report.get_visibility_display().lower()}.",
            str(report.pk),
        )


def index_again(subjects: Sequence[str]) -> None:
    """Take the entries of reports away, or make them again."""
    for _ in index_many(keys(subjects)):
        pass


def withheld_pages() -> Iterator[Breach]:
    """Kept pages with the address of a report, or of a file, that readers must not see."""
    reports = Report.objects.exclude(is_shown()).select_related("authority")
    withheld = {report.get_absolute_url().encode() for report in reports.iterator()}
    shown = SourceFile.objects.published().values("pk")
    withheld |= {file.get_absolute_url().encode() for file in SourceFile.objects.exclude(pk__in=shown).iterator()}
    for content in kept_contents() if withheld else ():
        for address in sorted(one for one in withheld if one in content):
            yield Breach(
                f"A page that is kept for readers leads to {address.decode()}, which they must not see.", PAGES
            )


def forget_pages(subjects: Sequence[str]) -> None:
    """Delete all kept pages; each is made again when it is asked for."""
    forget_kept_pages()


WITHHELD_ENTRIES = Invariant(
    "hidden", "Search finds nothing that is hidden, a draft or retired", withheld_entries, index_again
)
KEPT_PAGES = Invariant("kept-pages", "No kept page leads to what readers must not see", withheld_pages, forget_pages)
