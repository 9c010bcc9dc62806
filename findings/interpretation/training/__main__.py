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

from findings.interpretation.polarity.context import tones_in_context
from findings.interpretation.polarity.features import clauses_of
from findings.interpretation.polarity.reading import odds_of, polarity_of_tones
from findings.interpretation.polarity.weights import ClauseWeights
from findings.interpretation.themes.features import features_of
from findings.interpretation.themes.reading import LEARNT, named, scores_of, weights_of
from findings.interpretation.training import clauses, polarity, themes
from findings.interpretation.training.examples import FOLDS, Example, examples, records, unlabelled
from findings.interpretation.training.measuring import accuracy, macro_f1, measure_themes


def main(arguments: list[str]) -> None:
    """Learn, or measure, and tell how it went."""
    parser = argparse.ArgumentParser(prog="python -m findings.interpretation.training")
    parser.add_argument("extracted", type=Path, help="what manage.py extract printed")
    parser.add_argument("--measure", action="store_true", help="measure, and write nothing")
    options = parser.parse_args(arguments)
    labelled = list(examples(options.extracted))
    by_clause = {key for key, _ in clauses.clause_labels()} - {example.key for example in labelled}
    others = list(unlabelled(options.extracted, by_clause))
    columns = themes.columns_of(list(records(options.extracted).values()))
    if options.measure:
        measure_themes_left_out(labelled, columns)
        measure_polarity_left_out(labelled, others)
        return
    themes.write(themes.learn(labelled, columns), LEARNT)
    polarity.write(polarity.learn([one for one in labelled if one.polarity] + others, clauses.clause_labels()))
    say(f"learnt from {len(labelled)} records, and clauses of {len(others)} more; raise VERSION of themes and polarity")


def measure_themes_left_out(labelled: list[Example], columns: themes.Columns) -> None:
    """Tell how well the themes of each part of the documents are told by what the others teach."""
    wanted, found = list[tuple[str, ...]](), list[list[str]]()
    for fold in range(FOLDS):
        asked = [example for example in labelled if example.fold == fold and example.is_core]
        if asked:
            weights = themes.learn([example for example in labelled if example.fold != fold], columns)
            known = weights_of((*row, weight) for row, weight in weights.items())
            wanted += [example.themes for example in asked]
            found += [named(scores_of(features_of(example.text, example.heading), known)) for example in asked]
    say(f"themes: {len(wanted)} records, micro-F1 {measure_themes(wanted, found).f1:.3f}")


def measure_polarity_left_out(labelled: list[Example], others: list[Example]) -> None:
    """Tell how well the polarity of each part of the documents is told by what the others teach."""
    table = Counter[tuple[str, str]]()
    findings = [example for example in labelled if example.polarity]
    for fold in range(FOLDS):
        asked = [example for example in findings if example.fold == fold and example.is_core]
        if asked:
            taught = [example for example in (*findings, *others) if example.fold != fold]
            known = polarity.learn(taught, clauses.clause_labels())
            terms = ClauseWeights.of(known.terms)
            for example in asked:
                own = clauses_of(example.text)
                tones = tones_in_context(own, [odds_of(clause, terms) for clause in own], known.context)
                if tones:
                    table[example.polarity, str(polarity_of_tones(tones, example.heading, known.record))] += 1
    say(f"polarity: {table.total()} findings, accuracy {accuracy(table):.3f}, macro-F1 {macro_f1(table):.3f}")
    for (label, result), number in sorted(table.items()):
        say(f"  {label} told as {result}: {number}")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
