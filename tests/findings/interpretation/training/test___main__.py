"""The command learns and measures what a file of labelled documents tells."""

import pytest

pytest.importorskip("sklearn", reason="make weights installs it")

from findings.interpretation.training import __main__ as command
from findings.interpretation.training import clauses, themes
from findings.interpretation.training.examples import Example, ExtractedRecord

TEXTS = {"strength": "Ferries are splendid.", "weakness": "Harbours are dreadful.", "neutral": "Tides come daily."}
EXAMPLES = [
    Example((f"{number}", 0, f"para-{label}", "finding"), text, "", True, label, ("court",) if text[0] == "F" else ())
    for number in range(30)
    for label, text in TEXTS.items()
]


def test_measuring_tells_how_much_is_right_of_documents_that_took_no_part(monkeypatch, capsys):
    monkeypatch.setattr(clauses, "clause_labels", dict)
    command.measure_themes_left_out(
        EXAMPLES, themes.columns_of([ExtractedRecord(one.text, "", "finding") for one in EXAMPLES])
    )
    command.measure_polarity_left_out(EXAMPLES, [])
    printed = capsys.readouterr().out
    assert "themes: 90 records, micro-F1" in printed
    assert "polarity: 90 findings, accuracy" in printed
    assert "strength told as strength: 30" in printed
