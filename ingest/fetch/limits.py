"""How much, for how long and how often is asked. Sizes are in bytes, times in seconds."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.containers import MAX_MEMBER


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """The limits of one fetch.

    ``connect`` and ``read`` hold for each wait on the network, ``whole`` for one answer from the first byte to the
    last. ``patience`` is the longest wait that a server may ask for before the rest is left to the next run.
    ``tries`` is how often an address is asked in a run, ``failures`` how many addresses of a host may fail in a row.
    """

    connect: float = 10.0
    read: float = 30.0
    whole: float = 600.0
    document: int = MAX_MEMBER
    page: int = 5 << 20
    robots: int = 512 << 10
    redirects: int = 5
    tries: int = 3
    patience: float = 120.0
    failures: int = 5
