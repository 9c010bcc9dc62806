"""Learn the weights of themes and polarity anew, or measure them on documents that took no part in learning.

    python -m findings.interpretation.training EXTRACTED.jsonl
    python -m findings.interpretation.training EXTRACTED.jsonl --measure

``EXTRACTED.jsonl`` is what ``manage.py extract FILE...`` prints for the documents that ``labels.csv`` names.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from findings.interpretation.polarity.features import clauses_of
from findings.interpretation.polarity.reading import FOLDER as POLARITY
from findings.interpretation.polarity.reading import ClauseWeights, polarity_of_tones, tone_of
from findings.interpretation.themes.features import features_of
from findings.interpretation.themes.reading import LEARNT, named, scores_of, weights_of
from findings.interpretation.training import polarity, themes
from findings.interpretation.training.examples import FOLDS, Example, examples, records
from findings.interpretation.training.measuring import accuracy, macro_f1, measure_themes


def main(arguments: list[str]) -> None:
    """Learn, or measure, and tell how it went."""
    parser = argparse.ArgumentParser(prog="python -m findings.interpretation.training")
    parser.add_argument("extracted", type=Path, help="what manage.py extract printed")
    parser.add_argument("--measure", action="store_true", help="measure, and write nothing")
    options = parser.parse_args(arguments)
    labelled = list(examples(options.extracted))
    columns = themes.columns_of(list(records(options.extracted).values()))
    if options.measure:
        measure(labelled, columns)
        return
    themes.write(themes.learn(labelled, columns), LEARNT)
    learnt = polarity.learn([example for example in labelled if example.polarity], polarity.clause_labels())
    polarity.write(learnt, POLARITY / "learnt.csv", POLARITY / "record.csv")
    say(f"learnt from {len(labelled)} records; raise VERSION of themes and polarity")


def measure(labelled: list[Example], columns: themes.Columns) -> None:
    """Tell how well each part of the documents is told by what the others teach."""
    wanted, found = list[tuple[str, ...]](), list[list[str]]()
    table = Counter[tuple[str, str]]()
    for fold in range(FOLDS):
        others = [example for example in labelled if example.fold != fold]
        asked = [example for example in labelled if example.fold == fold and example.is_core]
        if not asked:
            continue
        weights = weights_of((*row, weight) for row, weight in themes.learn(others, columns).items())
        wanted += [example.themes for example in asked]
        found += [named(scores_of(features_of(example.text, example.heading), weights)) for example in asked]
        learnt, numbers = polarity.learn([one for one in others if one.polarity], polarity.clause_labels())
        terms = ClauseWeights.of(learnt)
        for example in asked:
            tones = [tone_of(clause, terms) for clause in clauses_of(example.text)]
            if example.polarity and tones:
                table[example.polarity, str(polarity_of_tones(tones, example.heading, numbers))] += 1
    themes_measured = measure_themes(wanted, found)
    say(f"themes: {len(wanted)} records, micro-F1 {themes_measured.f1:.3f}")
    say(f"polarity: {table.total()} findings, accuracy {accuracy(table):.3f}, macro-F1 {macro_f1(table):.3f}")
    for (label, result), number in sorted(table.items()):
        say(f"  {label} told as {result}: {number}")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
