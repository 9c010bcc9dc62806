"""What search engines are told: every public page with an address of its own, in parts, and what they need not visit.

Records stand on the pages of their reports, so the site map names reports and no records.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse

from findings.views.analysis.analyses import ANALYSES
from findings.views.datasets import DATASETS
from inspections.caching.pages import public_page
from inspections.models import Inspection, Report, SourceFile
from inspections.views.authorities import all_authorities

if TYPE_CHECKING:
    PageMap = Sitemap[str]
    RowMap = Sitemap[Any]
else:
    PageMap = RowMap = Sitemap

PAGES = (
    "home",
    "search",
    "about",
    "accessibility",
    "data",
    "bulk",
    "matrix",
    "compare",
    "analysis",
    "briefings",
    "alerts",
)
PER_PART = 5_000
# Every combination of filters is a page: engines shall read the lists, but not follow all combinations.
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /search/?
Disallow: /alerts/follow/
Disallow: /alerts/confirm/
Disallow: /alerts/stop/
Disallow: /*?*&
Disallow: /*.csv
Disallow: /*.xlsx
Disallow: /*.json
Disallow: /data/bulk/*.
Sitemap: {sitemap}
"""


class Pages(PageMap):
    """Pages of the site and its lists."""

    def items(self) -> list[str]:
        """Their names."""
        lists, analyses = [dataset.name for dataset in DATASETS], [analysis.name for analysis in ANALYSES]
        return list(dict.fromkeys([*PAGES, *lists, *analyses]))

    def location(self, item: str) -> str:
        """The address of a page."""
        return reverse(item)


class Rows(RowMap):
    """Pages of single things, which know when they changed by the column ``changed`` ("" if they do not)."""

    limit = PER_PART
    changed = ""

    def rows(self) -> QuerySet[Any]:
        """The things."""
        raise NotImplementedError

    def items(self) -> QuerySet[Any]:
        """The things in an order that stays."""
        return self.rows().order_by("pk")

    def lastmod(self, item: Any) -> datetime | None:
        """When it changed."""
        return getattr(item, self.changed) if self.changed else None

    def get_latest_lastmod(self) -> datetime | None:
        """When the newest changed, by one query."""
        found: datetime | None = self.rows().aggregate(last=Max(self.changed))["last"] if self.changed else None
        return found


class Authorities(Rows):
    """Authorities of which something was read."""

    def rows(self) -> QuerySet[Any]:
        """All of them."""
        return all_authorities()


class Inspections(Rows):
    """Inspections."""

    def rows(self) -> QuerySet[Any]:
        """Those of which something is published."""
        return Inspection.objects.published().select_related("authority")


class Reports(Rows):
    """Reports and other documents, as they were read."""

    changed = "changed_at"

    def rows(self) -> QuerySet[Any]:
        """Those that are published."""
        return Report.objects.published().select_related("authority")


class Documents(Rows):
    """The files that were read."""

    changed = "read_at"

    def rows(self) -> QuerySet[Any]:
        """Those that are public."""
        return SourceFile.objects.published()


PARTS: dict[str, Any] = {
    "pages": Pages,
    "authorities": Authorities,
    "inspections": Inspections,
    "reports": Reports,
    "documents": Documents,
}


def robots(request: HttpRequest) -> HttpResponse:
    """Which addresses search engines need not visit (RFC 9309)."""
    text = ROBOTS.format(sitemap=request.build_absolute_uri(reverse("sitemap")))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


SITEMAPS = [
    path("robots.txt", public_page(robots), name="robots"),
    path("sitemap.xml", public_page(index), {"sitemaps": PARTS, "sitemap_url_name": "sitemap-part"}, name="sitemap"),
    path("sitemap-<slug:section>.xml", public_page(sitemap), {"sitemaps": PARTS}, name="sitemap-part"),
]
