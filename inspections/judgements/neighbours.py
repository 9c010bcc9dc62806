"""The comparison of an authority with its closest statistical neighbours."""

from __future__ import annotations

from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse

from inspections.models import Authority, Judgement

CLOSEST = 3


def comparison_with_neighbours(authority: Authority) -> str:
    """The address where it stands beside its closest neighbours that have judgements of their services; "" when it or all of them have none."""
    judgements = Judgement.objects.published().preferred().of_services()
    links = authority.neighbour_links.filter(
        Exists(judgements.filter(inspection__authority=OuterRef("neighbour"))),
        Exists(judgements.filter(inspection__authority=OuterRef("authority"))),
    )
    slugs = list(links.order_by("rank").values_list("neighbour__slug", flat=True)[:CLOSEST])
    if not slugs:
        return ""
    return f"{reverse('compare')}?{urlencode([('authority', slug) for slug in (authority.slug, *slugs)])}"
