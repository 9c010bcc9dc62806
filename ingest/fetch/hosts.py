"""Which addresses a source may ask: by scheme, host and port, each as it is declared."""

from __future__ import annotations

import re
from dataclasses import dataclass

import httpx

HTTPS = "https"
SCHEMES = (HTTPS, "http")
HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?")
"""A host as sources declare it: its whole name, and its port where that is not the usual one of the scheme."""
LONGEST = 1000
"""Characters of an address."""


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """The hosts of a source, none of their subdomains, and the schemes by which they are asked."""

    hosts: frozenset[str]
    schemes: frozenset[str] = frozenset({HTTPS})

    def reason_against(self, url: httpx.URL) -> str:
        """Why an address may not be asked, as a sentence; "" if it may."""
        if url.scheme not in self.schemes:
            return f"The address does not begin with {' or '.join(f'{one}://' for one in sorted(self.schemes))}."
        if url.userinfo:
            return "The address holds a name or a password."
        if len(str(url)) > LONGEST:
            return f"The address is longer than {LONGEST} characters."
        if (host := host_of(url)) not in self.hosts:
            return f"The host {host[:100]} is none of those that the source allows."
        return ""


def host_of(url: httpx.URL) -> str:
    """The host of an address, with its port where that is not the usual one of the scheme."""
    name = url.raw_host.decode()
    return f"{name}:{url.port}" if url.port is not None else name


def parsed(address: str) -> httpx.URL | None:
    """An address as this program writes it, without what stands behind "#"; None for one that is none."""
    try:
        url = httpx.URL(address.strip())
        return url.copy_with(fragment=None) if url.host else None
    except (httpx.InvalidURL, ValueError, TypeError):
        return None
