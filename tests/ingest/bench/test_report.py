"""The table of timings: medians, percentiles, ratios, and what is late."""

from ingest.bench.pages import DEEP, FIRST, QUERY, REFERENCE, Timing
from ingest.bench.report import lines, percentile


def timing(kind: str, *milliseconds: float, place: str = FIRST, url: str = "") -> Timing:
    return Timing(kind, place, url or f"/{kind}/", tuple(2 * value for value in milliseconds), milliseconds, (1.5,))


def test_the_table_gives_ratios_to_the_reference_growth_and_last_to_first():
    def at(factor: float) -> list[Timing]:
        return [
            timing(QUERY, 0.1),
            timing(REFERENCE, 2.0),
            timing("judgements", *[10.0 * factor] * 5),
            timing("judgements", *[30.0 * factor] * 5, place=DEEP, url="/judgements/?page=9"),
        ]

    table = list(lines("SQLite", {100: at(1), 1000: at(2)}))
    (row,) = (line for line in table if line.startswith("judgements"))
    assert row.split() == ["judgements", "80.0", "120.0", "40.0", "60.0", "1.5", "20.0", "2.00", "3.00"]
    assert table[-2].endswith("with nothing remembered: yes")
    assert table[-1].endswith("made again: yes")


def test_the_table_names_what_is_late():
    slow = [timing(REFERENCE, 2.0), timing("search", 200.0), timing("plans", 100.0), timing("record", 900.0)]
    cold, again = list(lines("SQLite", {10: slow, 100: slow}))[-2:]
    assert cold.endswith("no: search 400 ms, plans 200 ms")
    assert again.endswith("no: search 200 ms")


def test_percentiles_need_no_more_than_one_value():
    assert percentile([7.0]) == 7.0
    assert percentile([float(n) for n in range(101)]) == 95.0
