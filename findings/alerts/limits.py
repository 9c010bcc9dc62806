"""How often something may be done in a time, counted for all processes in the cache ``throttles``.

Names are stored as digests, so that no address of a person stands on the disk. Two requests at the same moment may
count as one: this holds off floods, and is no lock.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from django.core.cache import caches
from django.http import HttpRequest

from inspections.accounts.addresses import client_address

NETWORK = 64
"""Bits of an IPv6 address that name a household or office: whoever has one of its addresses has all of them."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``number`` times in ``seconds``."""

    what: str
    number: int
    seconds: int

    def take(self, name: str) -> bool:
        """Whether it may be done once more for this name; if so, it counts."""
        key = f"alerts:{self.what}:{hashlib.sha256(name.encode()).hexdigest()}"
        now = time.time()
        taken = [moment for moment in caches["throttles"].get(key, ()) if moment > now - self.seconds]
        if len(taken) >= self.number:
            return False
        caches["throttles"].set(key, [*taken, now], self.seconds)
        return True


BY_CLIENT = Limit("client", 20, 3600)
"""Sign-ups from one client."""
BY_ADDRESS = Limit("address", 4, 24 * 3600)
"""Mails that ask one address for its confirmation, whoever typed it and from wherever."""


def client_of(request: HttpRequest) -> str:
    """The client of a request: its address, or the network of an IPv6 address."""
    address = ip_address(client_address(request))
    return str(ip_network((address, NETWORK), strict=False) if isinstance(address, IPv6Address) else address)
