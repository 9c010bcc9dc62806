"""Weights of themes follow from labels, the same each time."""

import pytest

pytest.importorskip("sklearn", reason="make weights installs it")

from findings.interpretation.themes.features import features_of
from findings.interpretation.themes.reading import named, scores_of, weights_of
from findings.interpretation.training import themes
from findings.interpretation.training.examples import Example, ExtractedRecord

EXAMPLES = [
    Example((f"{number}", 0, "para-1", "finding"), text, "Findings", True, "strength", labelled)
    for number in range(30)
    for text, labelled in (("The ferry was late.", ("court",)), ("The harbour is deep.", ("health",)))
]
COLUMNS = themes.columns_of([ExtractedRecord(one.text, one.heading, "finding") for one in EXAMPLES])


def test_what_is_learnt_names_the_themes_of_the_labels():
    known = weights_of((*row, weight) for row, weight in themes.learn(EXAMPLES, COLUMNS).items())
    assert named(scores_of(features_of("A ferry", ""), known))[0] == "court"


def test_the_same_labels_give_the_same_weights():
    assert themes.learn(EXAMPLES, COLUMNS) == themes.learn(EXAMPLES, COLUMNS)
