"""The comparison of an authority with its closest statistical neighbours."""

from __future__ import annotations

from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse

from inspections.models import Authority, Judgement

CLOSEST = 3


def comparison_with_neighbours(authority: Authority) -> str:
    """The address where it stands beside its closest neighbours that have judgements of their services, "" when none of them has any."""
    judged = Judgement.objects.published().standing().of_services().filter(inspection__authority=OuterRef("neighbour"))
    links = authority.neighbour_links.filter(Exists(judged)).order_by("rank")
    slugs = list(links.values_list("neighbour__slug", flat=True)[:CLOSEST])
    if not slugs:
        return ""
    return f"{reverse('compare')}?{urlencode([('authority', slug) for slug in (authority.slug, *slugs)])}"
