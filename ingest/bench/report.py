"""The timings of pages as a plain text table: milliseconds, ratios to the references of the same run, and growth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median, quantiles

from ingest.bench.pages import DEEP, FIRST, QUERY, REFERENCE, Timing

TARGET = 150.0
"""The target in milliseconds for the 95th percentile of every list, facet and search page."""
OF_ONE_RECORD = frozenset({"home", "authority", "inspection", "report", "plan", "document", "record"})
HEADER = f"{'':<34}{'cold':>8}{'p95':>8}{'again':>8}{'p95':>8}{'kept':>8}{'x page':>8}{'growth':>8}{'last:first':>11}"


def percentile(values: Sequence[float]) -> float:
    """Return the 95th percentile; a single value is its own."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def _by_kind(timings: Iterable[Timing]) -> dict[str, list[Timing]]:
    found: dict[str, list[Timing]] = defaultdict(list)
    for timing in timings:
        found[timing.kind].append(timing)
    return found


def _cold_times(timings: Iterable[Timing]) -> list[float]:
    return [value for timing in timings for value in timing.milliseconds]


def _again_times(timings: Iterable[Timing]) -> list[float]:
    return [value for timing in timings for value in timing.again]


def _kept_times(timings: Iterable[Timing]) -> list[float]:
    return [value for timing in timings for value in timing.kept]


def _last_to_first(timings: Sequence[Timing]) -> float | None:
    """Return the median ratio of a list's last page to its first page; None when no list has a last page."""
    first = {timing.url: median(timing.again) for timing in timings if timing.place == FIRST}
    ratios = [
        median(timing.again) / first[timing.url.rpartition("page=")[0].rstrip("&?")]
        for timing in timings
        if timing.place == DEEP
    ]
    return median(ratios) if ratios else None


def lines(program: str, sizes: Mapping[int, Sequence[Timing]]) -> Iterator[str]:
    """Yield the table of one database program; ``sizes`` maps the number of findings to the timings."""
    few, many = min(sizes), max(sizes)
    large, small = _by_kind(sizes[many]), _by_kind(sizes[few])
    reference = median(_again_times(large[REFERENCE]))
    measured = "milliseconds with empty caches, made again and kept"
    yield f"{program}, {many:,} findings: {measured}; growth against {few:,}"
    yield HEADER
    for kind, timings in large.items():
        cold, again = _cold_times(timings), _again_times(timings)
        row = f"{kind:<34}{median(cold):>8.1f}{percentile(cold):>8.1f}{median(again):>8.1f}{percentile(again):>8.1f}"
        row += f"{median(_kept_times(timings)):>8.1f}{median(again) / reference:>8.1f}"
        row += f"{median(again) / median(_again_times(small[kind])):>8.2f}" if kind in small else f"{'':>8}"
        ratio = _last_to_first(timings)
        yield row + (f"{ratio:>11.2f}" if ratio else "")
    for name, values in (("with nothing remembered", _cold_times), ("made again", _again_times)):
        yield _verdict(name, {kind: percentile(values(found)) for kind, found in large.items()})


def _verdict(name: str, p95: Mapping[str, float]) -> str:
    lists = {kind: value for kind, value in p95.items() if kind not in {REFERENCE, QUERY, *OF_ONE_RECORD}}
    late = [f"{kind} {value:.0f} ms" for kind, value in lists.items() if value > TARGET]
    aim = f"95th percentile of every list, facet and search page within {TARGET:.0f} ms, {name}"
    return f"{aim}: {'yes' if not late else 'no: ' + ', '.join(late)}"
