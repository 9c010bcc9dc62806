"""The timings of pages as a table that can be pasted in a note: milliseconds, ratios to references of the same run, and growth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median, quantiles

from ingest.bench.pages import DEEP, FIRST, QUERY, REFERENCE, Timing

TARGET = 150.0
"""Milliseconds for the 95th percentile of every list, facet and search page."""
OF_ONE_RECORD = frozenset({"home", "authority", "inspection", "report", "plan", "document", "record"})
HEADER = f"{'':<34}{'median':>8}{'p95':>8}{'x page':>8}{'growth':>8}{'last:first':>11}"


def percentile(values: Sequence[float]) -> float:
    """The 95th percentile; of one value itself."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def _by_kind(timings: Iterable[Timing]) -> dict[str, list[Timing]]:
    found: dict[str, list[Timing]] = defaultdict(list)
    for timing in timings:
        found[timing.kind].append(timing)
    return found


def _all(timings: Iterable[Timing]) -> list[float]:
    return [value for timing in timings for value in timing.milliseconds]


def _last_to_first(timings: Sequence[Timing]) -> float | None:
    """The median over the lists that have a last page, each against its own first page."""
    first = {timing.url: median(timing.milliseconds) for timing in timings if timing.place == FIRST}
    ratios = [
        median(timing.milliseconds) / first[timing.url.rpartition("page=")[0].rstrip("&?")]
        for timing in timings
        if timing.place == DEEP
    ]
    return median(ratios) if ratios else None


def lines(program: str, sizes: Mapping[int, Sequence[Timing]]) -> Iterator[str]:
    """The table of one database program; ``sizes`` has the timings by the number of findings."""
    few, many = min(sizes), max(sizes)
    large, small = _by_kind(sizes[many]), _by_kind(sizes[few])
    reference = median(_all(large[REFERENCE]))
    yield f"{program}, {many:,} findings (growth: against {few:,})"
    yield HEADER
    for kind, timings in large.items():
        values = _all(timings)
        row = f"{kind:<34}{median(values):>8.1f}{percentile(values):>8.1f}{median(values) / reference:>8.1f}"
        row += f"{median(values) / median(_all(small[kind])):>8.2f}" if kind in small else f"{'':>8}"
        ratio = _last_to_first(timings)
        yield row + (f"{ratio:>11.2f}" if ratio else "")
    yield _verdict(large)


def _verdict(large: Mapping[str, Sequence[Timing]]) -> str:
    lists = {kind: percentile(_all(t)) for kind, t in large.items() if kind not in {REFERENCE, QUERY, *OF_ONE_RECORD}}
    late = [f"{kind} {value:.0f} ms" for kind, value in lists.items() if value > TARGET]
    aim = f"95th percentile of every list, facet and search page within {TARGET:.0f} ms"
    return f"{aim}: {'yes' if not late else 'no: ' + ', '.join(late)}"
