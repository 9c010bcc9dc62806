"""Weights of polarity follow from labels of records and clauses, the same each time."""

import pytest

pytest.importorskip("sklearn", reason="make weights installs it")

from findings.interpretation.polarity.context import tones_in_context
from findings.interpretation.polarity.features import clauses_of
from findings.interpretation.polarity.reading import odds_of, polarity_of_tones
from findings.interpretation.polarity.weights import ClauseWeights, context_weights, record_weights
from findings.interpretation.training import clauses, polarity
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


ONE_BY_ONE = {
    (example.key, place): side
    for example in EXAMPLES
    if example.polarity == "mixed"
    for place, side in ((0, clauses.PRAISE), (3, clauses.BLAME))
}


def told(label: str, known: polarity.PolarityWeights) -> Polarity:
    own, terms = clauses_of(TEXTS[label]), ClauseWeights.of(known.terms)
    tones = tones_in_context(own, [odds_of(clause, terms) for clause in own], known.context)
    return polarity_of_tones(tones, "", known.record)


@pytest.mark.parametrize("label", ["strength", "weakness", "mixed"])
@pytest.mark.parametrize("labels", [{}, ONE_BY_ONE], ids=["records", "clauses"])
def test_what_is_learnt_tells_the_polarity_of_the_labels(label: str, labels: clauses.ClauseLabels):
    assert told(label, polarity.learn(EXAMPLES, labels)) is Polarity(label)


def test_records_without_a_polarity_teach_by_their_labelled_clauses_alone():
    text = "Lighthouses are marvellous."
    others = [Example((f"{number}", 0, "para-1", "finding"), text, "", True, "", ()) for number in range(9)]
    labels = {(example.key, 0): clauses.PRAISE for example in others}
    assert "marvel" not in polarity.learn([*EXAMPLES, *others], {}).terms
    assert polarity.learn([*EXAMPLES, *others], labels).terms["marvel"][0] > 0


def test_the_same_labels_give_the_same_weights():
    assert polarity.learn(EXAMPLES, ONE_BY_ONE) == polarity.learn(EXAMPLES, ONE_BY_ONE)


def test_what_is_written_is_what_the_rules_read(tmp_path, monkeypatch):
    known = polarity.learn(EXAMPLES, ONE_BY_ONE)
    polarity.write(known, tmp_path)
    monkeypatch.setattr("findings.interpretation.polarity.weights.FOLDER", tmp_path)
    for read, learnt in zip(context_weights.__wrapped__(), known.context, strict=True):
        assert read == pytest.approx(learnt, abs=0.001)
    for one, weights in record_weights.__wrapped__().items():
        assert weights == pytest.approx(known.record[one], abs=0.001)
