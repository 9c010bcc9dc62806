"""The address from which a request came.

Each proxy adds the address that it was asked from to the end of X-Forwarded-For. Of this header only as many entries
are believed as there are proxies of ours (``TRUSTED_PROXIES``), counted from the end: whatever stands in front of them
came from the client and may be made up.
"""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "0.0.0.0"  # noqa: S104  (a server that listens on a socket has no address of its client)


def client_address(request: HttpRequest) -> str:
    """The address of the client, as far as our own proxies tell it; else that of whoever asked us."""
    asked_from = _valid(request.META.get("REMOTE_ADDR", ""))
    number = settings.TRUSTED_PROXIES
    told = [entry.strip() for entry in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if entry.strip()]
    if not number or len(told) < number:
        return asked_from or UNKNOWN
    return _valid(told[-number]) or asked_from or UNKNOWN


def _valid(entry: str) -> str:
    """The address in an entry, without a port and brackets; "" if there is none."""
    host = entry.strip()
    if host.startswith("["):
        host = host[1:].partition("]")[0]
    elif host.count(":") == 1:
        host = host.partition(":")[0]
    try:
        return str(ip_address(host))
    except ValueError:
        return ""
