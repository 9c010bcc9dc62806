"""The weights of polarity: of terms in clauses, and of the numbers of a record that follow from its clauses.

1. Clauses are labelled one by one (``clauses.csv``), or else as their record, where it is a strength, a weakness or
   neutral. Two logistic regressions tell praise and criticism from all else. Clauses of mixed records that are not
   labelled join in once a first round is certain of them.
2. A third regression learns the polarity of records from numbers whose tones come from documents that took no part in
   learning them.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from findings.interpretation.polarity.features import (
    RECORD,
    Clause,
    Tone,
    clauses_of,
    number_of_terms,
    record_numbers,
    terms_of,
)
from findings.interpretation.polarity.reading import ClauseWeights, RecordWeights, Weights, tone_of
from findings.interpretation.training.examples import FOLDER, Example, RecordKey
from findings.interpretation.training.names import is_learnt_from, names_in
from inspections.vocabulary import Polarity

RARE = 3
STRENGTH, RECORD_STRENGTH = 6.0, 3.0
"""The inverses of how strongly weights are drawn to zero."""
LABELLED, CERTAIN, LESS = 2.0, 0.7, 0.6
"""The weight of clauses labelled one by one; from which share on a clause of a mixed record joins in; and the weight of
such clauses and of summaries."""
SMALL = 0.3
INNER = 4
PRAISE, BLAME, NEITHER = "praise", "blame", "neither"
SIDES = {Polarity.STRENGTH: PRAISE, Polarity.WEAKNESS: BLAME, Polarity.NEUTRAL: NEITHER}

TermWeights = dict[str, Weights]
"""Weights by term, words parted by spaces; those of "" count without any."""
ClauseLabels = Mapping[tuple[RecordKey, int], str]
"""Labels by record and number of the first word of the clause."""


@dataclass(frozen=True, slots=True)
class LabelledClause:
    """A clause with its label ("" for one of a mixed record) and weight."""

    clause: Clause
    label: str
    weight: float


def clause_labels(path: Path = FOLDER / "clauses.csv") -> ClauseLabels:
    """The clauses that were labelled one by one."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            ((row["sha256"], int(row["report"]), row["anchor"], "finding"), int(row["first_word"])): row["label"]
            for row in csv.DictReader(file)
        }


def labelled_clauses(example: Example, labels: ClauseLabels) -> list[LabelledClause]:
    """The clauses of a record with what is known of each."""
    found = []
    for clause in clauses_of(example.text):
        if own := labels.get((example.key, clause.place[0])):
            found.append(LabelledClause(clause, own, LABELLED))
        else:
            side = SIDES.get(Polarity(example.polarity), "")
            found.append(LabelledClause(clause, side, 1.0 if example.is_core else LESS))
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


def learn_clauses(clauses: Sequence[LabelledClause], names: frozenset[str]) -> TermWeights:
    """What terms weigh, from labelled clauses and those of mixed records. Nothing is learnt from names and dates."""
    seen = Counter(term for one in clauses for term in set(map(" ".join, terms_of(one.clause))))
    columns = {
        term: number
        for number, term in enumerate(
            sorted(term for term in seen if seen[term] >= RARE and is_learnt_from(term.split(), names))
        )
    }
    everything = matrix([one.clause for one in clauses], columns)
    labels = np.array([one.label for one in clauses])
    weights = np.array([one.weight for one in clauses])
    models = _fit(everything, labels, weights)
    open_ones = np.flatnonzero(labels == "")
    if len(open_ones):
        shares = np.array([model.predict_proba(everything[open_ones])[:, 1] for model in models])
        certain = shares.max(axis=0) > CERTAIN
        labels[open_ones[certain]] = np.array([PRAISE, BLAME])[shares[:, certain].argmax(axis=0)]
        weights[open_ones[certain]] = LESS
        models = _fit(everything, labels, weights)
    praise, blame = (model.coef_[0] for model in models)
    kept = {
        term: (float(praise[number]), float(blame[number]))
        for term, number in columns.items()
        if max(abs(praise[number]), abs(blame[number])) >= SMALL
    }
    return {"": (float(models[0].intercept_[0]), float(models[1].intercept_[0]))} | kept


def _fit(everything: csr_matrix, labels: np.ndarray, weights: np.ndarray) -> list[LogisticRegression]:
    """Models of praise and of criticism; both sides weigh alike."""
    known = np.flatnonzero(labels != "")
    models = []
    praising, blaming = (weights[known][labels[known] == side].sum() for side in (PRAISE, BLAME))
    balance = np.where(labels[known] == BLAME, praising / max(1.0, blaming), 1.0)
    for side in (PRAISE, BLAME):
        model = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=0)
        models.append(model.fit(everything[known], labels[known] == side, sample_weight=weights[known] * balance))
    return models


def learn(examples: Sequence[Example], labels: ClauseLabels) -> tuple[TermWeights, RecordWeights]:
    """The weights that these findings teach."""
    clauses = {example.key: labelled_clauses(example, labels) for example in examples}
    names = names_in(example.text for example in examples)
    tones: dict[RecordKey, list[Tone]] = {}
    for inner in range(INNER):
        others = [one for example in examples if example.fold % INNER != inner for one in clauses[example.key]]
        if len(others) in (0, sum(map(len, clauses.values()))):
            continue
        known = ClauseWeights.of(learn_clauses(others, names))
        for example in examples:
            if example.fold % INNER == inner:
                tones[example.key] = [tone_of(one.clause, known) for one in clauses[example.key]]
    learnt = [example for example in examples if tones.get(example.key)]
    numbers = np.array([record_numbers(tones[example.key], example.heading) for example in learnt])
    model = LogisticRegression(C=RECORD_STRENGTH, max_iter=3000, random_state=0)
    importance = [1.0 if example.is_core else LESS for example in learnt]
    model.fit(numbers, [example.polarity for example in learnt], sample_weight=importance)
    by_polarity = {
        Polarity(name): (*map(float, model.coef_[row]), float(model.intercept_[row]))
        for row, name in enumerate(model.classes_)
    }
    return learn_clauses([one for example in examples for one in clauses[example.key]], names), by_polarity


def write(weights: tuple[TermWeights, RecordWeights], terms: Path, record: Path) -> None:
    """Write the weights as the rules read them."""
    with terms.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("term", "praise", "blame"))
        rows.writerows((term, f"{praise:.3f}", f"{blame:.3f}") for term, (praise, blame) in weights[0].items())
    with record.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("number", *Polarity))
        for place, name in enumerate((*RECORD, "alone")):
            rows.writerow((name, *(f"{weights[1][polarity][place]:.3f}" for polarity in Polarity)))
