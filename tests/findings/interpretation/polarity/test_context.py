"""A clause leans by its own terms and by its neighbours, and differently by what joins it to them."""

import pytest

from findings.interpretation.polarity.context import CONTEXT, MOST_LEANING, MOST_ODDS, context_numbers, tones_in_context
from findings.interpretation.polarity.features import clauses_of

UNMOVED = ((1.0, *[0.0] * len(CONTEXT)), (0.0, 1.0, *[0.0] * (len(CONTEXT) - 1)))


def numbers(text: str, *odds: tuple[float, float]) -> list[dict[str, float]]:
    return [dict(zip(CONTEXT, row, strict=True)) for row in context_numbers(clauses_of(text), odds)]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Boats leave. Harbours wait.", "before", "after"),
        ("Boats leave, but harbours wait.", "before a turn", "after a turn"),
        ("Boats leave. This helps harbours.", "before what follows", "after what follows"),
        ("Boats leave. As a result harbours wait.", "before what follows", "after what follows"),
        ("Boats leave. As captains know, harbours wait.", "before", "after"),
    ],
)
def test_a_neighbour_counts_by_what_joins_the_two(text: str, before: str, after: str):
    first, second = numbers(text, (3.0, 1.0), (0.0, 4.0))
    assert first[after] == -4.0
    assert second[before] == 2.0
    others = {"before", "before a turn", "before what follows", "after", "after a turn", "after what follows"}
    assert not any(first[name] for name in others - {after})
    assert not any(second[name] for name in others - {before})


def test_the_first_clause_and_clauses_that_turn_or_follow_are_marked():
    rows = numbers("Boats leave. However harbours wait. This helps.", (0, 0), (0, 0), (0, 0))
    assert [(row["first"], row["turns"], row["follows"]) for row in rows] == [(1, 0, 0), (0, 1, 0), (0, 0, 1)]


def test_all_other_clauses_count_on_average():
    rows = numbers("Boats leave. Harbours wait. Tides come.", (2.0, 0.0), (0.0, 4.0), (6.0, 0.0))
    assert [row["others"] for row in rows] == [1.0, 4.0, -1.0]
    assert numbers("Boats leave.", (2.0, 0.0))[0]["others"] == 0.0


def test_no_clause_counts_for_more_than_the_most():
    first, second = numbers("Boats leave. Harbours wait.", (90.0, -90.0), (0.0, 0.0))
    assert (first["praise"], first["blame"]) == (MOST_ODDS, -MOST_ODDS)
    assert second["before"] == MOST_LEANING


def test_without_weights_of_its_surroundings_a_clause_is_as_likely_as_its_odds_say():
    (tone,) = tones_in_context(clauses_of("Boats leave at noon."), [(0.0, 9.0)], UNMOVED)
    assert (tone.words, tone.praise) == (4, 0.5)
    assert tone.blame > 0.99


def test_blame_of_a_neighbour_moves_a_clause_where_it_weighs():
    weights = (UNMOVED[0], tuple(-1.0 if name == "before" else 0.0 for name in (*CONTEXT, "alone")))
    first, second = tones_in_context(clauses_of("Boats leave. Harbours wait."), [(0.0, 3.0), (0.0, 0.0)], weights)
    assert first.blame == 0.5 < second.blame
