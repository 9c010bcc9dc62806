"""Learn the weights of ``findings.interpretation.matters``.

    python -m findings.interpretation.training.matters EXTRACT.jsonl [--vectors]

``EXTRACT.jsonl`` is what ``manage.py extract`` prints of many reports; ``follow.csv`` names pairs of them and what a
person read. ``--vectors`` makes the weights of concepts and words anew, which takes a minute. Prints how well the
weights do on reports that were left out, each with all pairs that lead to it.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from findings.interpretation.matters.comparison import LINK, ReportMatters
from findings.interpretation.matters.concepts import FOLDER, concepts
from findings.interpretation.matters.coverage import COVERAGE, coverage_of, is_for_board
from findings.interpretation.matters.outcome import OUTCOME, outcome_of
from findings.interpretation.matters.profiles import MatterRecord, profile_of, term_weights
from findings.interpretation.matters.reading import NOTHING_FROM, SURE, MatterReading, RankedRecord, follow, rank
from findings.interpretation.matters.weights import LINK as LINKS
from findings.interpretation.matters.weights import NOTHING, STATUSES, Weighing
from findings.interpretation.training.logistic import learn
from findings.interpretation.training.vectors import concept_weights, term_vectors
from inspections.vocabulary import FindingKind, FollowStatus

READ = Path(__file__).parent / "follow.csv"
Key = tuple[str, int]
Learnt = dict[str, Weighing]
NONE = (FollowStatus.NOT_RAISED, FollowStatus.NOT_INSPECTED)
EQUAL = Weighing((1.0,) * len(LINK), 0.0)
"""Before any weights are learnt, all numbers of a link count alike."""
PENALTIES = {"link": 1.0, "nothing": 10.0, "outcome": 30.0}


@dataclass
class Example:
    """A recommendation, a later report, and what a person read; ``ranked`` is made by weights of other reports.

    ``is_of_one_authority``: whether both reports are of the same authority, as on the site.
    """

    record: MatterRecord
    later: Key
    report: ReportMatters
    anchors: tuple[str, ...]
    status: FollowStatus
    is_of_one_authority: bool
    ranked: list[RankedRecord]


def reports_in(path: Path) -> dict[Key, Mapping[str, Any]]:
    """The reports of an extract by the sha256 of the file and their place in it."""
    with path.open(encoding="utf-8") as file:
        files = [json.loads(line) for line in file]
    return {(one["file"]["sha256"], place): found for one in files for place, found in enumerate(one["reports"])}


def records_of(report: Mapping[str, Any]) -> Iterator[MatterRecord]:
    """The records of a report that are compared, findings first, context left out."""
    headings = {one["anchor"]: one["heading"] or "" for one in report["sections"]}
    for kind in ("findings", "recommendations"):
        for row in report[kind]:
            if row.get("kind") != FindingKind.CONTEXT:
                yield MatterRecord(
                    row["anchor"],
                    row["text"],
                    headings.get(row["section"], ""),
                    row["domain"] or "",
                    kind == "recommendations",
                    row.get("kind") == FindingKind.SUMMARY,
                )


def ready_report(report: Mapping[str, Any]) -> ReportMatters:
    """A later report, made ready to be searched."""
    context = [row["text"] for row in report["findings"] if row["kind"] == FindingKind.CONTEXT]
    return ReportMatters.of(report["kind"], records_of(report), context)


def examples(reports: Mapping[Key, Mapping[str, Any]]) -> list[Example]:
    """What people read, with the records that they read."""
    ready: dict[Key, ReportMatters] = {}
    earlier: dict[Key, dict[str, MatterRecord]] = {}
    found: list[Example] = []
    with READ.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            one = (row["earlier"], int(row["earlier_report"]))
            two = (row["later"], int(row["later_report"]))
            if one not in earlier:
                earlier[one] = {rec.anchor: rec for rec in records_of(reports[one]) if rec.is_recommendation}
            if two not in ready:
                ready[two] = ready_report(reports[two])
            status = FollowStatus(row["status"])
            record = earlier[one][row["recommendation"]]
            anchors = tuple(row["anchors"].split())
            is_of_one = reports[one]["authority"]["la_code"] == reports[two]["authority"]["la_code"]
            found.append(Example(record, two, ready[two], anchors, status, is_of_one, []))
    return found


def learn_links(found: Sequence[Example]) -> Learnt:
    """The weights by which records are ranked: pairs that a person linked against all others compared."""
    rows: list[tuple[float, ...]] = []
    is_so: list[bool] = []
    for one in found:
        if one.anchors:
            for ranked in rank(profile_of(one.record), one.report, EQUAL):
                rows.append(ranked.numbers)
                is_so.append(ranked.record.anchor in one.anchors)
    return {LINKS: _weighing(rows, is_so, "link")}


def _weighing(rows: Sequence[Sequence[float]], is_so: Sequence[bool], penalty: str, balanced: bool = False) -> Weighing:
    weights, start = learn(rows, is_so, PENALTIES[penalty], balanced)
    return Weighing(tuple(weights), start)


def numbers_of(one: Example) -> tuple[float, ...]:
    """The numbers of coverage of an example that is ranked."""
    return coverage_of(one.record, profile_of(one.record), one.report, [(r.odds, r.numbers) for r in one.ranked])


def outcome_numbers(one: Example) -> tuple[float, ...]:
    """The numbers of the outcome of an example that is ranked."""
    again = max((r.odds for r in one.ranked if r.record.is_recommendation), default=-9.0)
    return outcome_of(profile_of(one.record), [(r.odds, r.record, r.profile) for r in one.ranked], again)


def learn_rest(found: Sequence[Example]) -> Learnt:
    """The weights of the other decisions, from examples that are ranked by weights of other reports.

    How often a report says nothing of a matter is learnt where both reports are of one authority, as on the site.
    """
    judged = [one for one in found if one.ranked and not _board_only(one)]
    something = [one for one in judged if one.status in STATUSES]
    said = [outcome_numbers(one) for one in something]
    of_one = [one for one in judged if one.is_of_one_authority]
    is_nothing = [one.status in NONE for one in of_one]
    learnt = {NOTHING: _weighing([numbers_of(one) for one in of_one], is_nothing, "nothing")}
    for status in STATUSES:
        learnt[status] = _weighing(said, [one.status == status for one in something], "outcome", balanced=True)
    return learnt


def _board_only(one: Example) -> bool:
    return is_for_board(one.record, profile_of(one.record)) and not one.report.areas.get("board")


def by_report(found: Iterable[Example]) -> dict[Key, list[Example]]:
    """Examples by the later report."""
    grouped: dict[Key, list[Example]] = defaultdict(list)
    for one in found:
        grouped[one.later].append(one)
    return grouped


def rank_by_others(found: Sequence[Example]) -> dict[Key, Learnt]:
    """Rank each example by weights learnt without its later report; return these weights by the later report."""
    learnt: dict[Key, Learnt] = {}
    for later, own in by_report(found).items():
        learnt[later] = learn_links([one for one in found if one.later != later])
        for one in own:
            one.ranked = rank(profile_of(one.record), one.report, learnt[later][LINKS])
    return learnt


def measure(found: Sequence[Example], predicted: Mapping[int, MatterReading]) -> str:
    """How well predictions do, as ``score-readings`` counts it."""
    hits = kept = right = 0.0
    named = [one for one in found if one.anchors]
    empty = [one for one in found if not one.anchors]
    for one in found:
        reading = predicted[id(one)]
        right += reading.status == one.status
        anchors = [link.anchor for link in reading.links][:SURE]
        if one.anchors:
            hits += len(set(anchors) & set(one.anchors)) / min(SURE, len(one.anchors))
        else:
            kept += not anchors
    return (
        f"recall@3 {hits / len(named):.3f} of {len(named)}, none left empty {kept / max(1, len(empty)):.3f} of "
        f"{len(empty)}, status {right / len(found):.3f} of {len(found)} (nothing from {NOTHING_FROM})"
    )


def write(learnt: Learnt) -> None:
    """Write the weights where the site reads them."""
    with (FOLDER / "weights.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("decision", "number", "weight"))
        for decision, judge in learnt.items():
            names = {LINKS: LINK, NOTHING: COVERAGE}.get(decision, OUTCOME)
            out.writerow((decision, "start", round(judge.start, 4)))
            out.writerows((decision, name, round(part, 4)) for name, part in zip(names, judge.weights, strict=True))


def write_vectors(reports: Mapping[Key, Mapping[str, Any]]) -> None:
    """Write the weights of concepts and words anew."""
    texts = [[one.text for one in records_of(report)] for report in reports.values()]
    texts = [found for found in texts if found]
    with (FOLDER / "terms.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("stem", "weight", "vector"))
        out.writerows((term, weight, " ".join(map(str, v))) for term, (weight, v) in term_vectors(texts).items())
    with (FOLDER / "concept_weights.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("concept", "weight"))
        out.writerows(concept_weights([text for found in texts for text in found]).items())
    term_weights.cache_clear()
    concepts.cache_clear()


def main(path: Path, with_vectors: bool) -> None:
    """Learn, measure on reports that were left out, and write."""
    reports = reports_in(path)
    if with_vectors:
        write_vectors(reports)
        return
    found = examples(reports)
    links = rank_by_others(found)
    predicted: dict[int, MatterReading] = {}
    for later, own in by_report(found).items():
        judges = links[later] | learn_rest([one for one in found if one.later != later])
        predicted |= {id(one): follow(one.record, one.report, judges) for one in own}
    sys.stdout.write(f"all: {measure(found, predicted)}\n")
    of_one = [one for one in found if one.is_of_one_authority]
    sys.stdout.write(f"of one authority: {measure(of_one, predicted)}\n")
    write(learn_links(found) | learn_rest(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--vectors" in sys.argv)
