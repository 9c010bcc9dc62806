"""How often something may be done in a time, counted for all processes in the cache ``throttles``.

The REST framework counts, as it does for the API. Names are stored as digests, so that no address of a person stands on
the disk. Two requests at the same moment may count as one: this holds off floods, and is no lock.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest
from rest_framework.throttling import SimpleRateThrottle

from inspections.accounts.addresses import client_address

NETWORK = 64
"""Bits of an IPv6 address that name a household or office: whoever has one of its addresses has all of them."""


class _Throttle(SimpleRateThrottle):
    """The throttle of the REST framework, for a name in place of a request."""

    cache = caches["throttles"]

    def __init__(self, rate: str, name: str) -> None:
        self.rate, self._name = rate, name
        super().__init__()

    def get_cache_key(self, request: Any, view: Any) -> str:
        """The name under which is counted."""
        return self._name


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in a time, as the REST framework writes it: "4/day"."""

    what: str
    rate: str

    def take(self, name: str) -> bool:
        """Whether it may be done once more for this name; if so, it counts."""
        digest = hashlib.sha256(name.encode()).hexdigest()
        return bool(_Throttle(self.rate, f"alerts:{self.what}:{digest}").allow_request(None, None))


BY_CLIENT = Limit("client", "20/hour")
"""Sign-ups from one client."""
BY_ADDRESS = Limit("address", "4/day")
"""Mails that ask one address for its confirmation, whoever typed it and from wherever."""


def client_of(request: HttpRequest) -> str:
    """The client of a request: its address, or the network of an IPv6 address."""
    address = ip_address(client_address(request))
    return str(ip_network((address, NETWORK), strict=False) if isinstance(address, IPv6Address) else address)
