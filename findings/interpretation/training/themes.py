"""The weights of themes: a logistic regression for each theme over what is seen of a record.

Features that fewer than ``RARE`` of all records have, or ``FREQUENT`` of them, are left out, and so are pairs of more
than four words, proper names and dates. Weights below ``SMALL`` are not kept.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from findings.interpretation.themes.features import DECLARED, Features, features_of
from findings.interpretation.themes.vocabulary import THEMES
from findings.interpretation.training.examples import Example, ExtractedRecord
from findings.interpretation.training.names import is_learnt_from, names_in

RARE, FREQUENT, RARE_HEADING = 4, 0.3, 60
LONGEST = 4
STRENGTH = 10.0
"""The inverse of how strongly weights are drawn to zero."""
DECLARED_SCALE, HEADING_SCALE = 0.6, 0.2
"""How much more freely than words these may weigh; below one, less freely."""
SMALL = {"term": 0.9, "heading": 0.02}
NEVER = -10.0
"""The score of a theme that no example has."""

Weights = dict[tuple[str, str, str], float]
"""By kind (``term``, ``heading``, ``declared``, ``alone``), term and theme."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each feature, and by how much its values are multiplied for learning."""

    number: Mapping[tuple[str, str], int]
    scale: Mapping[tuple[str, str], float]


def columns_of(records: Sequence[ExtractedRecord]) -> Columns:
    """The features that are frequent enough among all records, labelled or not."""
    seen: Counter[tuple[str, str]] = Counter()
    names = names_in(record.text for record in records)
    for record in records:
        features = features_of(record.text, record.heading)
        seen.update(("term", name) for name in features.values)
        seen.update(("heading", name) for name in features.heading)
    scale = {}
    for (kind, name), number in sorted(seen.items()):
        if kind == "heading" and number >= RARE_HEADING:
            scale[kind, name] = HEADING_SCALE
        elif kind == "term" and RARE <= number < FREQUENT * len(records) and is_term(name, names):
            scale[kind, name] = sqrt(log(len(records) / number))
    return Columns({column: number for number, column in enumerate(scale)}, scale)


def is_term(name: str, names: frozenset[str]) -> bool:
    """Whether a feature is short enough, and holds no proper name or date."""
    words = name.replace("|", " ").split()
    return len(words) <= LONGEST and is_learnt_from(words, names)


def matrix(seen: Sequence[Features], columns: Columns) -> csr_matrix:
    """A row for each record: its words and its heading."""
    rows, numbers, values = [], [], []
    for row, features in enumerate(seen):
        cells = [(("term", name), value) for name, value in features.values.items()]
        cells += [(("heading", name), 1.0) for name in features.heading]
        for column, value in cells:
            if column in columns.number:
                rows.append(row)
                numbers.append(columns.number[column])
                values.append(value * columns.scale[column])
    return csr_matrix((values, (rows, numbers)), shape=(len(seen), len(columns.number)))


def declared_matrix(seen: Sequence[Features], theme: str) -> csr_matrix:
    """A row for each record: how the declared terms of a theme stand in it."""
    nothing = (0.0,) * len(DECLARED)
    return csr_matrix(np.array([features.declared.get(theme, nothing) for features in seen]) * DECLARED_SCALE)


def learn(examples: Sequence[Example], columns: Columns) -> Weights:
    """The weights that these examples teach."""
    seen = [features_of(example.text, example.heading) for example in examples]
    words = matrix(seen, columns)
    weights: Weights = {}
    for theme in THEMES:
        labels = np.array([theme in example.themes for example in examples])
        if not labels.any():
            weights |= {("alone", "", theme): NEVER} | {("declared", name, theme): 0.0 for name in DECLARED}
            continue
        model = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=0)
        model.fit(hstack([words, declared_matrix(seen, theme)]).tocsr(), labels)
        learnt = [float(weight) for weight in model.coef_[0]]
        weights["alone", "", theme] = float(model.intercept_[0])
        for name, weight in zip(DECLARED, learnt[len(columns.number) :], strict=True):
            weights["declared", name, theme] = weight * DECLARED_SCALE
        for (kind, name), number in columns.number.items():
            weight = learnt[number] * columns.scale[kind, name]
            if abs(weight) >= SMALL[kind]:
                weights[kind, name, theme] = weight
    return weights


def write(weights: Weights, path: Path) -> None:
    """Write the weights as the rules read them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("kind", "term", "theme", "weight"))
        rows.writerows((kind, name, theme, f"{weight:.3f}") for (kind, name, theme), weight in weights.items())
