"""The weights of terms in clauses, from labelled clauses.

1. Clauses are labelled one by one (``clauses.csv``), or else as their record, where it is a strength, a weakness or
   neutral. Clauses that are unclear by themselves, and those of mixed records that are not labelled, are left out.
2. Two logistic regressions tell praise and criticism from all else. Each term is scaled by how unevenly the two sides
   use it, so that rare but telling terms weigh as they should (S. Wang and C. Manning, "Baselines and Bigrams", 2012).
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from findings.interpretation.polarity.features import Clause, clauses_of, number_of_terms, terms_of
from findings.interpretation.polarity.weights import Weights
from findings.interpretation.training.examples import FOLDER, Example, RecordKey
from findings.interpretation.training.names import is_learnt_from
from inspections.vocabulary import Polarity

RARE = 4
STRENGTH = 6.0
"""The inverse of how strongly weights are drawn to zero."""
LABELLED, LESS = 2.0, 0.6
"""The weight of clauses labelled one by one, and of those of summaries and context."""
SMALL = 0.3
PRAISE, BLAME, NEITHER, UNCLEAR = "praise", "blame", "neither", "unclear"
SIDES = {Polarity.STRENGTH.value: PRAISE, Polarity.WEAKNESS.value: BLAME, Polarity.NEUTRAL.value: NEITHER}

TermWeights = dict[str, Weights]
"""Weights by term, stems parted by spaces; those of "" count without any."""
ClauseLabels = Mapping[tuple[RecordKey, int], str]
"""Labels by record and number of the first word of the clause."""


@dataclass(frozen=True, slots=True)
class LabelledClause:
    """A clause with its label ("" if nothing is learnt from it) and weight, and whether it was labelled by itself."""

    clause: Clause
    label: str
    weight: float
    by_itself: bool


def clause_labels(path: Path = FOLDER / "clauses.csv") -> ClauseLabels:
    """The clauses that were labelled one by one."""
    labels = {label[0]: label for label in (PRAISE, BLAME, NEITHER, UNCLEAR)}
    found = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["sha256"], int(row["report"]), row["anchor"], "finding")
            for clause in row["clauses"].split():
                first_word, _, letter = clause.partition(":")
                found[key, int(first_word)] = labels[letter]
    return found


def labelled_clauses(example: Example, labels: ClauseLabels) -> list[LabelledClause]:
    """The clauses of a record with what is known of each."""
    found = []
    for clause in clauses_of(example.text):
        own = labels.get((example.key, clause.place[0]), "")
        if own:
            found.append(LabelledClause(clause, "" if own == UNCLEAR else own, LABELLED, own != UNCLEAR))
        else:
            side = SIDES.get(example.polarity, "")
            found.append(LabelledClause(clause, side, 1.0 if example.is_core else LESS, by_itself=False))
    return found


def matrix(clauses: Sequence[Clause], columns: Mapping[str, int]) -> csr_matrix:
    """A row for each clause, whose terms count the less, the more there are."""
    rows, numbers, values = [], [], []
    for row, clause in enumerate(clauses):
        value = 1 / number_of_terms(clause) ** 0.5
        for term in map(" ".join, terms_of(clause)):
            if term in columns:
                rows.append(row)
                numbers.append(columns[term])
                values.append(value)
    return csr_matrix((values, (rows, numbers)), shape=(len(clauses), len(columns)))


def learn_terms(clauses: Sequence[LabelledClause], names: frozenset[str]) -> TermWeights:
    """What terms weigh, from labelled clauses. Nothing is learnt from names and dates."""
    known = [one for one in clauses if one.label]
    seen = Counter(term for one in known for term in set(map(" ".join, terms_of(one.clause))))
    frequent = sorted(term for term, number in seen.items() if number >= RARE and is_learnt_from(term.split(), names))
    columns = {term: number for number, term in enumerate(frequent)}
    everything = matrix([one.clause for one in known], columns)
    labels = np.array([one.label for one in known])
    weights = np.array([one.weight for one in known])
    (praise, praise_alone), (blame, blame_alone) = (_fit(everything, labels, weights, side) for side in (PRAISE, BLAME))
    kept = {
        term: (float(praise[number]), float(blame[number]))
        for term, number in columns.items()
        if max(abs(praise[number]), abs(blame[number])) >= SMALL
    }
    return {"": (praise_alone, blame_alone)} | kept


def _fit(everything: csr_matrix, labels: np.ndarray, weights: np.ndarray, side: str) -> tuple[np.ndarray, float]:
    """The weight of each column for one side, and what counts without any. Praise and criticism weigh alike."""
    is_so = labels == side
    praising, blaming = (weights[labels == one].sum() for one in (PRAISE, BLAME))
    balance = np.where(labels == BLAME, praising / max(1.0, blaming), 1.0)
    scale = _uneven(everything, is_so, weights)
    model = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=0)
    model.fit(everything @ diags(scale), is_so, sample_weight=weights * balance)
    return model.coef_[0] * scale, float(model.intercept_[0])


def _uneven(everything: csr_matrix, is_so: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """How unevenly clauses of one side and all others use each term: the logarithm of the ratio of its shares."""
    uses = diags(weights) @ (everything > 0).astype(float)
    here, there = (np.asarray(uses[chosen].sum(axis=0)).ravel() + 1 for chosen in (is_so, ~is_so))
    scale: np.ndarray = np.abs(np.log((here / here.sum()) / (there / there.sum())))
    return scale
