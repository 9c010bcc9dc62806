"""The weights of polarity: of terms (``clauses``), of what stands around a clause, and of the numbers of a record.

1. Terms are learnt from labelled clauses.
2. What stands around a clause is learnt from clauses labelled one by one, whose scores come from documents that took no
   part in learning the terms.
3. The polarity of records is learnt from numbers that follow from such scores, and from records drawn by chance alone
   (``labels.csv``): how common each polarity is counts here.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from findings.interpretation.polarity.context import CONTEXT, ContextWeights, Odds, context_numbers, tones_in_context
from findings.interpretation.polarity.features import RECORD, record_numbers
from findings.interpretation.polarity.reading import odds_of
from findings.interpretation.polarity.weights import FOLDER, ClauseWeights, RecordWeights
from findings.interpretation.training.clauses import (
    BLAME,
    LESS,
    PRAISE,
    ClauseLabels,
    LabelledClause,
    TermWeights,
    labelled_clauses,
    learn_terms,
)
from findings.interpretation.training.examples import Example, RecordKey
from findings.interpretation.training.names import names_in
from inspections.vocabulary import Polarity

CONTEXT_STRENGTH, RECORD_STRENGTH = 1.0, 0.5
"""The inverses of how strongly weights are drawn to zero."""
INNER = 4

Clauses = Mapping[RecordKey, Sequence[LabelledClause]]


@dataclass(frozen=True, slots=True)
class PolarityWeights:
    """All that the labels teach."""

    terms: TermWeights
    context: ContextWeights
    record: RecordWeights


def learn(examples: Sequence[Example], labels: ClauseLabels) -> PolarityWeights:
    """The weights that these findings teach. Those without a polarity teach by their labelled clauses."""
    clauses = {example.key: labelled_clauses(example, labels) for example in examples}
    names = names_in(example.text for example in examples)
    odds = _odds_by_others(examples, clauses, names)
    context = _learn_context(clauses, odds)
    learnt = [example for example in examples if example.polarity and odds.get(example.key)]
    terms = learn_terms([one for example in examples for one in clauses[example.key]], names)
    return PolarityWeights(terms, context, _learn_record(learnt, clauses, odds, context))


def _odds_by_others(
    examples: Sequence[Example], clauses: Clauses, names: frozenset[str]
) -> dict[RecordKey, list[Odds]]:
    """The odds of all clauses by terms that other documents taught."""
    odds: dict[RecordKey, list[Odds]] = {}
    for inner in range(INNER):
        others = [one for example in examples if example.fold % INNER != inner for one in clauses[example.key]]
        own = [example for example in examples if example.fold % INNER == inner]
        if own and others:
            terms = ClauseWeights.of(learn_terms(others, names))
            odds |= {one.key: [odds_of(clause.clause, terms) for clause in clauses[one.key]] for one in own}
    return odds


def _learn_context(clauses: Clauses, odds: Mapping[RecordKey, Sequence[Odds]]) -> ContextWeights:
    """What the numbers of ``CONTEXT`` weigh; without labelled clauses, the odds by terms stay as they are."""
    numbers, labels = [], []
    for key, found in odds.items():
        around = context_numbers([one.clause for one in clauses[key]], found)
        for one, row in zip(clauses[key], around, strict=True):
            if one.by_itself:
                numbers.append(row)
                labels.append(one.label)
    if not {PRAISE, BLAME} <= set(labels):
        unmoved = [0.0] * (len(CONTEXT) + 1)
        return (1.0, *unmoved[1:]), (0.0, 1.0, *unmoved[2:])
    praise, blame = (
        LogisticRegression(C=CONTEXT_STRENGTH, max_iter=3000, random_state=0).fit(numbers, np.array(labels) == side)
        for side in (PRAISE, BLAME)
    )
    return (
        (*map(float, praise.coef_[0]), float(praise.intercept_[0])),
        (*map(float, blame.coef_[0]), float(blame.intercept_[0])),
    )


def _learn_record(
    examples: Sequence[Example], clauses: Clauses, odds: Mapping[RecordKey, Sequence[Odds]], context: ContextWeights
) -> RecordWeights:
    """What the numbers of ``RECORD`` weigh for each polarity."""
    numbers = []
    for example in examples:
        own = [one.clause for one in clauses[example.key]]
        numbers.append(record_numbers(tones_in_context(own, odds[example.key], context), example.heading))
    model = LogisticRegression(C=RECORD_STRENGTH, max_iter=5000, random_state=0)
    importance = [1.0 if example.is_core else LESS for example in examples]
    model.fit(np.array(numbers), [example.polarity for example in examples], sample_weight=importance)
    return {
        Polarity(name): (*map(float, model.coef_[row]), float(model.intercept_[row]))
        for row, name in enumerate(model.classes_)
    }


def write(weights: PolarityWeights, folder: Path = FOLDER) -> None:
    """Write the weights as the rules read them."""
    with (folder / "learnt.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("term", "praise", "blame"))
        rows.writerows((term, f"{praise:.2f}", f"{blame:.2f}") for term, (praise, blame) in weights.terms.items())
    with (folder / "context.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("number", PRAISE, BLAME))
        for name, praise, blame in zip((*CONTEXT, "alone"), *weights.context, strict=True):
            rows.writerow((name, f"{praise:.3f}", f"{blame:.3f}"))
    with (folder / "record.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("number", *Polarity))
        for place, name in enumerate((*RECORD, "alone")):
            rows.writerow((name, *(f"{weights.record[polarity][place]:.3f}" for polarity in Polarity)))
