"""The one rule of visibility, as conditions: what readers see who have not logged in.

A report is a draft, published or hidden. Of a published report everything is shown; of a draft or a hidden one nothing
is, on no page and in no file, feed, image or list. A retired report, which its document no longer holds, keeps its
address and is in no list. Query sets apply the rule in ``published()``; nothing else may decide by ``visibility``.
"""

from __future__ import annotations

from django.db.models import Q

from inspections.vocabulary import Visibility


def is_shown(path: str = "") -> Q:
    """The report at the end of a path ("report__") is published, though it may be retired."""
    return Q(**{f"{path}visibility": Visibility.PUBLISHED.value})


def is_published(path: str = "") -> Q:
    """The report at the end of a path is published and live."""
    return is_shown(path) & Q(**{f"{path}retired_at__isnull": True})
