"""The time that pages take on the current database: lists with and without filters, search, single pages.

Pages are requested in this process, which is configured like a worker that serves the site, through all middleware and
without a session. Every round begins with empty caches, as after a change of the knowledge base, and each page is
requested three times: with nothing cached; again with its counts cached; and once more when the whole page is cached.
The very first request of each page is not timed, because it loads the program. The addresses come from the database,
so that the same kinds of page are timed for any size of it; of each list with several pages, the last is timed too.
"""

from __future__ import annotations

import re
import runpy
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from findings.models import Action, Finding, Recommendation
from ingest.bench.processor import ProcessorClock
from inspections.caching.revision import current_revision
from inspections.models import Inspection, Judgement, Report
from inspections.vocabulary import ReportKind

PLAIN_STATIC = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FIRST, DEEP, FILTERED = "first", "last", "filtered"
REFERENCE = "reference: a page without data"
QUERY = "reference: one row by its key"
LAST_PAGE = re.compile(r"Page 1 of\s+([\d,]+)")
OK = 200

LISTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "judgements",
        (
            "year={year}",
            "domain=overall-effectiveness",
            "grade=good&region=London",
            "authority={authority}",
            "paragraph=38",
            "framework=ilacs&basis=primary",
            "domain=help-and-protection&grade=inadequate&grade=good",
        ),
    ),
    (
        "recommendations",
        (
            "year={year}",
            "domain=leadership",
            "timescale=immediate&region=London",
            "authority={authority}",
            "text=supervision",
            "kind=sif",
            "framework=sif&domain=leadership",
        ),
    ),
    ("findings", ("theme=caseloads", "theme=partnership&region=London", "polarity=weakness&year={year}")),
    ("figures", ("year={year}", "counted=children", "unit=percent&region=London", "theme=caseloads")),
    ("inspections", ("year={year}", "framework=ilacs", "region=London", "authority={authority}")),
    ("actions", ("authority={authority}",)),
    ("follow-through", ("authority={authority}", "region=London")),
    ("api-findings", ("theme=caseloads", "year={year}&region=London")),
    ("api-recommendations", ("text=supervision",)),
    ("authorities", ()),
    ("documents", ()),
    ("plans", ()),
    ("matrix", ("region=London",)),
    ("analysis-share", ("since=2022", "counted=state")),
    ("analysis-movement", ("was=inadequate&now=good&reach=later&within=4", "domain=help-and-protection")),
    ("analysis-scorecard", ("authority={authority}", "authority={authority}&domain=help-and-protection")),
    ("analysis-waiting", ("longer=3",)),
    ("analysis-publication", ("by=framework",)),
    ("analysis-visits", ("kind=focused-visit",)),
    ("analysis-inspectors", ("framework=ilacs",)),
    ("analysis-themes", ("by=framework", "theme=supervision&of=recommendation")),
    ("analysis-changes", ("kind=report",)),
    ("analysis-theme-table", ("counted=recommended",)),
    ("analysis-matters", ("year={year}", "region=London")),
    ("analysis-grades", ("on=2020-03-31", "by=day&domain=leadership", "by=domain", "grade=good&region=London")),
)
SEARCHES = (
    "supervision",
    '"strategy discussions"',
    "supervis* AND drift",
    "neglect OR exploitation -adoption",
    "foster carers listen",
)
SEARCHES_FILTERED = (
    "q=supervision&year={year}",
    "q=supervision&authority={authority}&kind=finding",
    "q=plans&sort=date",
    "kind=finding",
    "kind=finding&domain=leadership&year={year}",
)


@dataclass(frozen=True, slots=True)
class Address:
    """A page to request: its kind, its address, and whether it is a first, last or filtered page of a list."""

    kind: str
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class Timing:
    """The milliseconds that an address took in each round.

    ``milliseconds`` are with nothing cached, ``again`` with the counts cached, ``kept`` with the whole page cached.
    ``processor`` are those of processor time with nothing cached.
    """

    kind: str
    place: str
    url: str
    milliseconds: tuple[float, ...]
    again: tuple[float, ...]
    kept: tuple[float, ...]
    processor: tuple[float, ...] = ()


def _lists(fill: dict[str, object]) -> Iterator[Address]:
    for name, filters in LISTS:
        url = reverse(name)
        yield Address(name, FIRST, url)
        for one in filters:
            yield Address(name, FILTERED, f"{url}?{one.format(**fill)}")
    search = reverse("search")
    for words in SEARCHES:
        yield Address("search", FIRST, f"{search}?q={words}".replace(" ", "+").replace('"', "%22"))
    for one in SEARCHES_FILTERED:
        yield Address("search", FILTERED, f"{search}?{one.format(**fill)}")


def _singles(inspection: Inspection) -> Iterator[Address]:
    report = Report.objects.select_related("authority").filter(inspection=inspection, is_own=True)[0]
    plan = Report.objects.select_related("authority").filter(kind=ReportKind.IMPROVEMENT_PLAN).order_by("pk")[0]
    yield Address("home", FIRST, reverse("home"))
    yield Address("authority", FIRST, inspection.authority.get_absolute_url())
    yield Address("inspection", FIRST, inspection.get_absolute_url())
    yield Address("report", FIRST, report.get_absolute_url())
    yield Address("plan", FIRST, reverse("plan", args=[plan.authority_slug, plan.slug]))
    yield Address("document", FIRST, report.source.get_absolute_url())
    for model, of in ((Finding, report), (Recommendation, report), (Judgement, report), (Action, plan)):
        row = model._default_manager.select_related("report__authority").filter(report=of).order_by("ordinal")[0]
        yield Address("record", FIRST, row.get_absolute_url())


def addresses() -> list[Address]:
    """Return the pages to time. Needs a knowledge base like the one that ``generate`` makes."""
    inspections = Inspection.objects.select_related("authority", "framework").filter(framework__code="ilacs")
    inspection = inspections.order_by("pk")[0]
    fill: dict[str, object] = {"year": inspection.year, "authority": inspection.authority.slug}
    return [*_lists(fill), *_singles(inspection)]


def _request(client: Client, url: str) -> tuple[float, str]:
    started = time.perf_counter()
    response = client.get(url)
    body: bytes = response.content
    seconds = time.perf_counter() - started
    if response.status_code != OK:
        raise RuntimeError(f"{url} answered {response.status_code}")
    return seconds * 1000, body.decode()


def _last_pages(client: Client, first: list[Address]) -> Iterator[Address]:
    """Yield the last page of every list that has more than one page."""
    for address in first:
        if found := LAST_PAGE.search(_request(client, address.url)[1]):
            joint = "&" if "?" in address.url else "?"
            yield Address(address.kind, DEEP, f"{address.url}{joint}page={found[1].replace(',', '')}")


def _configure_like_worker() -> None:
    """Configure garbage collection as in the processes that serve the site."""
    gunicorn = runpy.run_path(str(Path(settings.BASE_DIR) / "gunicorn.conf.py"))
    gunicorn["pre_fork"](None, None)
    gunicorn["post_fork"](None, None)


def _forget_shared() -> None:
    """Forget what pages share."""
    for name in ("default", "shared"):
        caches[name].clear()


def _time_query() -> float:
    started = time.perf_counter()
    current_revision()
    return (time.perf_counter() - started) * 1000


def time_pages(rounds: int, *, alone: bool = False) -> list[Timing]:
    """Time every page in each round; the two references (one row by its key, a page without data) come first.

    ``alone`` forgets what pages share before each of them, and not only before each round.
    """
    with override_settings(STORAGES=PLAIN_STATIC):
        client = Client()
        pages = addresses()
        pages += list(_last_pages(client, [page for page in pages if page.place == FIRST]))
        pages.insert(0, Address(REFERENCE, FIRST, reverse("accessibility")))
        took: list[tuple[list[float], ...]] = [([], [], [], []) for _ in pages]
        queries: list[float] = []
        for page in pages:
            _request(client, page.url)
        _configure_like_worker()
        for _ in range(rounds):
            _forget_shared()
            for page, (cold, again, kept, processor) in zip(pages, took, strict=True):
                for times in (cold, again):
                    caches["pages"].clear()
                    if alone and times is cold:
                        _forget_shared()
                    clock = ProcessorClock()
                    times.append(_request(client, page.url)[0])
                    if times is cold:
                        processor.append(clock.read())
                kept.append(_request(client, page.url)[0])
                queries.append(_time_query())
    timings = [
        Timing(page.kind, page.place, page.url, *map(tuple, times)) for page, times in zip(pages, took, strict=True)
    ]
    each = tuple(queries)
    return [Timing(QUERY, FIRST, "", each, each, each), *timings]
