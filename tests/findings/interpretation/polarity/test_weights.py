"""Weights are read from their files, and terms that begin alike share a branch."""

from findings.interpretation.polarity.context import CONTEXT
from findings.interpretation.polarity.features import RECORD
from findings.interpretation.polarity.weights import ClauseWeights, clause_weights, context_weights, record_weights
from inspections.vocabulary import Polarity


def test_terms_that_begin_alike_share_a_branch():
    weights = ClauseWeights.of({"": (0.1, 0.2), "far too long": (0.0, 3.0), "far": (1.0, 0.0)})
    assert weights.alone == (0.1, 0.2)
    far = weights.terms.longer["far"]
    assert far.weights == (1.0, 0.0)
    assert far.longer["too"].weights is None
    assert far.longer["too"].longer["long"].weights == (0.0, 3.0)


def test_every_number_has_its_weight_and_one_counts_alone():
    assert [len(side) for side in context_weights()] == [len(CONTEXT) + 1] * 2
    assert {polarity: len(known) for polarity, known in record_weights().items()} == dict.fromkeys(
        Polarity, len(RECORD) + 1
    )


def test_the_learnt_terms_praise_and_criticise():
    terms = clause_weights().terms.longer
    strong, weak = terms["strong"].weights or (0.0, 0.0), terms["weak"].weights or (0.0, 0.0)
    assert strong[0] > strong[1]
    assert weak[0] < weak[1]
