"""What robots.txt says to this program (RFC 9309), read by protego.

The record for the product's name counts, else the one for all. A file that is not there (4xx) allows everything; one
that cannot be had forbids everything, and whoever asks is told so.
"""

from __future__ import annotations

from dataclasses import dataclass

import httpx
from protego import Protego

PRODUCT = "InspectionKnowledgeBase"
"""The name of this program as robots.txt may name it, and as it names itself to servers."""
PATH = "/robots.txt"


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules of a host; None where it has none."""

    rules: Protego | None = None

    def allows(self, url: httpx.URL) -> bool:
        """Whether this program may ask an address."""
        return self.rules is None or self.rules.can_fetch(str(url), PRODUCT)

    @property
    def every(self) -> float:
        """The seconds that the host wants to pass between two requests; 0 where it says nothing."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(PRODUCT)
        of_rate = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(self.rules.crawl_delay(PRODUCT) or 0.0, of_rate, 0.0)


def rules_in(content: bytes) -> RobotsRules:
    """The rules of a file; what cannot be decoded in it says nothing."""
    return RobotsRules(Protego.parse(content.decode("utf-8-sig", errors="replace")))


def agent(contact: str) -> str:
    """How this program names itself: with its version and an address at which people answer."""
    return f"{PRODUCT}/1 (+{contact})"
