"""The most recently changed rows of a list as an Atom feed (RFC 4287), newest first.

A row changed when a reading of its report last had a different outcome, or when it was last corrected. Entries are
identified by the permanent address of the row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from findings.models import Correction

ENTRIES = 50
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
# XML 1.0, 2.2: these characters cannot stand in a document.
UNPRINTABLE = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A row in a feed: title, content, author, and how to cite it without its address ("" where it has no report)."""

    title: str
    text: str
    author: str
    citation: str = ""


Moments = list[tuple[int, datetime]]  # keys of rows with the time of their last change


def newest(rows: QuerySet[Any], changed: str) -> Moments:
    """The keys of the rows that changed last. ``changed`` names the column with the time."""
    found = rows.order_by(F(changed).desc(nulls_last=True), "-pk").values_list("pk", changed)[:ENTRIES]
    return [(key, moment) for key, moment in found if moment]


def newest_records(rows: QuerySet[Any]) -> Moments:
    """The keys of the records that changed last, with their report or by a correction."""
    moment = Greatest("made_at", Coalesce("withdrawn_at", "made_at"))
    corrections = Correction.objects.filter(kind=rows.model.KIND).annotate(moment=moment).order_by("-moment")
    corrected: dict[tuple[int, str], datetime] = {}
    for report, anchor, when in corrections.values_list("report", "anchor", "moment")[:ENTRIES]:
        corrected.setdefault((report, anchor), when)
    moments = dict(newest(rows, "report__changed_at"))
    if corrected:
        places = [Q(report=report, anchor=anchor) for report, anchor in corrected]
        touched = rows.order_by().filter(Q(*places, _connector=Q.OR))
        for key, report, anchor, changed in touched.values_list("pk", "report", "anchor", "report__changed_at"):
            moments[key] = max(changed, corrected[report, anchor])
    return sorted(((key, when) for key, when in moments.items()), key=lambda one: (one[1], one[0]), reverse=True)[
        :ENTRIES
    ]


def atom(
    rows: Iterable[tuple[Any, datetime]],
    entry: Callable[[Any], FeedEntry],
    *,
    site: str,
    title: str,
    description: str,
    page: str,
    address: str,
) -> str:
    """The feed. ``page`` is the complete address of the list, ``address`` that of the feed."""
    feed = Atom1Feed(title, page, description, language="en-GB", feed_url=address, feed_guid=address)
    for row, changed in rows:
        content = entry(row)
        permanent = f"{site}{row.get_absolute_url()}"
        cited = f"\n\nCite as: {content.citation}, {permanent}" if content.citation else ""
        feed.add_item(
            title=_clean(content.title),
            link=permanent,
            description=escape(_clean(f"{content.text}{cited}")),
            unique_id=permanent,
            updateddate=changed,
            author_name=_clean(content.author),
        )
    return str(feed.writeString("utf-8"))


def _clean(text: str) -> str:
    return UNPRINTABLE.sub("\ufffd", text)
