"""Clauses count as they were labelled, or else as their record, and terms weigh for the side that uses them."""

import pytest

pytest.importorskip("sklearn", reason="make weights installs it")

from findings.interpretation.polarity.features import clauses_of
from findings.interpretation.training.clauses import (
    BLAME,
    LABELLED,
    NEITHER,
    PRAISE,
    UNCLEAR,
    LabelledClause,
    clause_labels,
    labelled_clauses,
    learn_terms,
)
from findings.interpretation.training.examples import Example

EXAMPLE = Example(("one", 0, "para-1", "finding"), "Ferries are splendid.", "", True, "strength", ())


def labelled(text: str, label: str, times: int = 10) -> list[LabelledClause]:
    return [LabelledClause(clauses_of(text)[0], label, 1.0, by_itself=True)] * times


def test_a_row_labels_the_clauses_of_a_record_by_the_number_of_their_first_word(tmp_path):
    path = tmp_path / "clauses.csv"
    path.write_text("sha256,report,anchor,clauses\none,0,para-1,0:p 3:b\ntwo,1,p2-1,0:n 9:u\n")
    first, second = ("one", 0, "para-1", "finding"), ("two", 1, "p2-1", "finding")
    assert clause_labels(path) == {
        (first, 0): PRAISE,
        (first, 3): BLAME,
        (second, 0): NEITHER,
        (second, 9): UNCLEAR,
    }


@pytest.mark.parametrize(
    ("labels", "label", "by_itself"),
    [({}, PRAISE, False), ({(EXAMPLE.key, 0): NEITHER}, NEITHER, True), ({(EXAMPLE.key, 0): UNCLEAR}, "", False)],
)
def test_a_clause_counts_as_labelled_by_itself_or_else_as_its_record(labels, label: str, by_itself: bool):
    (clause,) = labelled_clauses(EXAMPLE, labels)
    assert (clause.label, clause.by_itself) == (label, by_itself)


def test_clauses_labelled_one_by_one_weigh_more():
    (by_record,), (by_itself,) = (labelled_clauses(EXAMPLE, labels) for labels in ({}, {(EXAMPLE.key, 0): PRAISE}))
    assert by_record.weight < by_itself.weight == LABELLED


def test_terms_weigh_for_the_side_that_uses_them_and_names_for_none():
    clauses = labelled("splendid ferries", PRAISE) + labelled("dreadful ferries", BLAME) + labelled("ferries", NEITHER)
    weights = learn_terms(clauses, frozenset({"dread"}))
    praise, blame = weights["splendid"]
    assert praise > 0 > blame
    assert not any("dread" in term for term in weights)


def test_nothing_is_learnt_from_rare_terms_and_clauses_without_a_label():
    clauses = labelled("splendid ferries", PRAISE) + labelled("dreadful harbours", BLAME) + labelled("tides", NEITHER)
    weights = learn_terms(clauses + labelled("lovely quays", PRAISE, 2) + labelled("grand piers", "", 9), frozenset())
    assert "splendid" in weights
    assert not {"love", "quay", "grand", "pier"} & set(weights)
