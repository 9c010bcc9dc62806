"""The comparison of an authority with its closest statistical neighbours."""

from __future__ import annotations

from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse

from inspections.models import Authority, Judgement

NEIGHBOURS_COMPARED = 3


def neighbour_comparison_url(authority: Authority) -> str:
    """Return the address that compares an authority with its closest neighbours.

    Only authorities with judgements on their services can be compared. Returns "" when the authority has none, or none
    of its neighbours has any.
    """
    judgements = Judgement.objects.published().preferred().of_services()
    links = authority.neighbour_links.filter(
        Exists(judgements.filter(inspection__authority=OuterRef("neighbour"))),
        Exists(judgements.filter(inspection__authority=OuterRef("authority"))),
    )
    slugs = list(links.order_by("rank").values_list("neighbour__slug", flat=True)[:NEIGHBOURS_COMPARED])
    if not slugs:
        return ""
    return f"{reverse('compare')}?{urlencode([('authority', slug) for slug in (authority.slug, *slugs)])}"
