"""Labels find the texts of the documents that were read, and the same documents are kept together."""

import json
import re
from pathlib import Path

import pytest

from findings.interpretation.themes import THEMES
from findings.interpretation.training.examples import FOLDER, RECORDS, Example, examples, unlabelled
from inspections.vocabulary import Polarity


@pytest.fixture
def extracted(tmp_path: Path) -> Path:
    finding = {"anchor": "para-1", "text": "Plans are late.", "section": "s1", "kind": "summary"}
    action = {"anchor": "action-1", "text": "Write plans."}
    report = {
        "sections": [{"anchor": "s1", "heading": "Findings"}],
        "findings": [finding],
        "recommendations": [],
        "actions": [action],
    }
    path = tmp_path / "extracted.jsonl"
    path.write_text(json.dumps({"file": {"sha256": "ab"}, "reports": [report]}) + "\n")
    return path


@pytest.fixture
def read(extracted: Path, tmp_path: Path) -> list[Example]:
    labels = tmp_path / "labels.csv"
    labels.write_text(
        "sha256,report,anchor,type,polarity,themes\n"
        "ab,0,para-1,finding,weakness,planning records\n"
        "ab,0,action-1,action,,planning\n"
        "cd,0,para-1,finding,strength,planning\n"
    )
    return list(examples(extracted, labels))


def test_labels_join_the_texts_of_documents_that_were_read(read):
    assert [(one.text, one.heading, one.polarity, one.themes) for one in read] == [
        ("Plans are late.", "Findings", "weakness", ("planning", "records")),
        ("Write plans.", "", "", ("planning",)),
    ]


def test_a_summary_is_not_at_the_core_and_an_action_is(read):
    assert [one.is_core for one in read] == [False, True]


def test_records_of_a_document_are_kept_together(read):
    assert len({one.fold for one in read}) == 1


def test_records_without_labels_of_their_own_are_found_by_their_keys(extracted):
    key = ("ab", 0, "para-1", "finding")
    (one,) = unlabelled(extracted, {key, ("cd", 0, "para-1", "finding")})
    assert (one.key, one.text, one.heading, one.is_core) == (key, "Plans are late.", "Findings", False)
    assert (one.polarity, one.themes) == ("", ())


def test_every_committed_label_of_a_clause_is_a_place_and_a_letter():
    rows = [line.split(",") for line in (FOLDER / "clauses.csv").read_text().splitlines()[1:]]
    assert all(re.fullmatch(r"(\d+:[pbnu] ?)+", row[3]) for row in rows)
    assert len({tuple(row[:3]) for row in rows}) == len(rows)


def test_every_committed_label_is_of_the_vocabularies_and_holds_no_text():
    rows = [line.split(",") for line in (FOLDER / "labels.csv").read_text().splitlines()[1:]]
    assert {row[3] for row in rows} <= set(RECORDS.values())
    assert {row[4] for row in rows} <= {"", *Polarity}
    assert {theme for row in rows for theme in row[5].split()} <= set(THEMES)
    assert len({tuple(row[:4]) for row in rows}) == len(rows)
