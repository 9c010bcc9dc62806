"""Logistic regression by Newton's method: small, without dependencies, and the same on every run."""

from __future__ import annotations

import math
from collections.abc import Sequence

ROUNDS = 12
STILL = 1e-9
"""Weights that change less than this in a round are found."""
Matrix = list[list[float]]


def solve(matrix: Matrix, values: list[float]) -> list[float]:
    """Solve a system of linear equations by elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda place: abs(rows[place][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for place in range(column + 1, size):
            if share := rows[place][column] / rows[column][column]:
                rows[place] = [one - share * other for one, other in zip(rows[place], rows[column], strict=True)]
    found = [0.0] * size
    for place in reversed(range(size)):
        rest = sum(rows[place][column] * found[column] for column in range(place + 1, size))
        found[place] = (rows[place][size] - rest) / rows[place][place]
    return found


def learn(
    rows: Sequence[Sequence[float]], is_so: Sequence[bool], penalty: float, balanced: bool = False
) -> tuple[list[float], float]:
    """The weights of the numbers and the start of a logistic judgement.

    Numbers are brought to the same scale before the penalty on squared weights applies. ``balanced`` lets both answers
    count alike, however rare one is.
    """
    width, size = len(rows[0]), len(rows)
    means = [sum(row[place] for row in rows) / size for place in range(width)]
    scales = [math.sqrt(sum((row[place] - means[place]) ** 2 for row in rows) / size) or 1.0 for place in range(width)]
    scaled = [
        [1.0, *((one - mean) / scale for one, mean, scale in zip(row, means, scales, strict=True))] for row in rows
    ]
    share = sum(is_so) / size
    counts = [(0.5 / share if so else 0.5 / (1 - share)) if balanced else 1.0 for so in is_so]
    weights = [0.0] * (width + 1)
    for _ in range(ROUNDS):
        gradient = [-penalty * weight if place else 0.0 for place, weight in enumerate(weights)]
        curve: Matrix = [[0.0] * (width + 1) for _ in weights]
        for row, so, count in zip(scaled, is_so, counts, strict=True):
            odds = sum(weight * one for weight, one in zip(weights, row, strict=True))
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
            slope, bend = count * (so - chance), count * chance * (1 - chance)
            for place, one in enumerate(row):
                gradient[place] += slope * one
                bent = bend * one
                line = curve[place]
                for other in range(place + 1):
                    line[other] += bent * row[other]
        for place in range(width + 1):
            curve[place][place] += penalty if place else 1e-9
            for other in range(place):
                curve[other][place] = curve[place][other]
        step = solve(curve, gradient)
        weights = [weight + one for weight, one in zip(weights, step, strict=True)]
        if max(map(abs, step)) < STILL:
            break
    plain = [weight / scale for weight, scale in zip(weights[1:], scales, strict=True)]
    return plain, weights[0] - sum(weight * mean for weight, mean in zip(plain, means, strict=True))
