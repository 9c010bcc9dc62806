"""Weights of polarity follow from labels of records and clauses, the same each time."""

import pytest

pytest.importorskip("sklearn", reason="make weights installs it")

from findings.interpretation.polarity.features import clauses_of
from findings.interpretation.polarity.reading import ClauseWeights, polarity_of_tones, tone_of
from findings.interpretation.training import polarity
from findings.interpretation.training.examples import Example
from inspections.vocabulary import Polarity

TEXTS = {
    "strength": "Ferries are splendid.",
    "weakness": "Harbours are dreadful.",
    "mixed": "Ferries are splendid. Harbours are dreadful.",
    "neutral": "Tides come daily.",
}
EXAMPLES = [
    Example((f"{number}{label}", 0, "para-1", "finding"), text, "", True, label, ())
    for number in range(20)
    for label, text in TEXTS.items()
]


@pytest.mark.parametrize("label", ["strength", "weakness", "mixed"])
def test_what_is_learnt_tells_the_polarity_of_the_labels(label: str):
    terms, numbers = polarity.learn(EXAMPLES, {})
    tones = [tone_of(clause, ClauseWeights.of(terms)) for clause in clauses_of(TEXTS[label])]
    assert polarity_of_tones(tones, "", numbers) is Polarity(label)


def test_a_clause_labelled_by_itself_counts_as_labelled():
    example = EXAMPLES[0]
    (clause,) = polarity.labelled_clauses(example, {(example.key, 0): polarity.NEITHER})
    assert (clause.label, clause.weight) == (polarity.NEITHER, polarity.LABELLED)


def test_the_same_labels_give_the_same_weights():
    assert polarity.learn(EXAMPLES, {}) == polarity.learn(EXAMPLES, {})
