"""Bars that are divided into parts, and shares."""

import pytest

from inspections.analysis.charts import BarCounts, bar_chart, share

LEGEND = (("good", "Good"), ("inadequate", "Inadequate"))


@pytest.mark.parametrize(
    ("number", "total", "told"),
    [(1, 4, None), (0, 0, None), (1, 5, 20), (1, 8, 13), (3, 8, 38), (1, 200, 1), (5, 5, 100)],
)
def test_a_share_is_told_of_five_and_more_with_halves_rounded_up(number, total, told):
    assert share(number, total) == told


def test_parts_stand_side_by_side_in_the_order_of_the_legend():
    (bar,) = bar_chart("Title", "Words", LEGEND, [BarCounts("London", "8", (6, 2))]).bars
    assert [(part.look, part.x, part.width, part.middle, part.text) for part in bar.parts] == [
        ("good", "0.000%", "75.000%", "37.500%", "6 (75%)"),
        ("inadequate", "75.000%", "25.000%", "87.500%", "2 (25%)"),
    ]


def test_a_part_of_nothing_is_not_drawn_and_a_thin_one_has_no_room_for_words():
    (bar,) = bar_chart("Title", "Words", LEGEND, [BarCounts("England", "", (100, 3))]).bars
    assert [part.text for part in bar.parts] == ["100 (97%)", ""]
    (bar,) = bar_chart("Title", "Words", LEGEND, [BarCounts("England", "", (90, 10))]).bars
    assert [part.text for part in bar.parts] == ["90 (90%)", "10"]
    (bar,) = bar_chart("Title", "Words", LEGEND, [BarCounts("England", "", (0, 9))]).bars
    assert [part.look for part in bar.parts] == ["inadequate"]


def test_nothing_is_drawn_of_fewer_than_five():
    rows = [BarCounts("North", "", (2, 2)), BarCounts("South", "", (2, 3))]
    chart = bar_chart("Title", "Words", LEGEND, rows)
    assert [(bar.label, bar.note, len(bar.parts)) for bar in chart.bars] == [
        ("North", ", too few for a share", 0),
        ("South", "", 2),
    ]
    assert bar_chart("Title", "Words", LEGEND, rows[:1]) is None


def test_bars_stand_below_each_other():
    chart = bar_chart("Title", "Words", LEGEND, [BarCounts("One", "", (5, 0)), BarCounts("Two", "", (5, 0))])
    first, second = chart.bars
    assert first.above < first.y < first.below < second.above
    assert second.below < chart.height == 2 * (second.y - first.y)
