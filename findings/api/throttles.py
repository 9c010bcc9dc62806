"""How often one address may ask the API, counted over all processes of the site (``API_REQUESTS_PER_MINUTE``)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import caches
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from inspections.accounts.addresses import client_address


class AddressThrottle(SimpleRateThrottle):
    """Requests by the address of the client, as far as our own proxies tell it."""

    cache = caches["throttles"]

    def get_rate(self) -> str | None:
        """The rate that is set; None, which means no limit, for 0."""
        number = settings.API_REQUESTS_PER_MINUTE
        return f"{number}/minute" if number else None

    def get_cache_key(self, request: Request, view: Any) -> str:
        """The name under which requests of the client are counted."""
        return f"api:{client_address(request)}"
