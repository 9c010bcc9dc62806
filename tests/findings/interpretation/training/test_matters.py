import csv

from findings.interpretation.matters import MatterReading
from findings.interpretation.matters.weights import NOTHING
from findings.interpretation.training.matters import (
    READ,
    Example,
    learn_rest,
    measure,
    rank_by_others,
    ready_report,
    records_of,
)
from inspections.vocabulary import FollowStatus
from tests.findings.interpretation.matters.made import later, recommended


def test_labels_name_anchors_exactly_where_something_was_said():
    with READ.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 900
    assert all(bool(row["anchors"]) == (row["status"] in {"improved", "mixed", "still-found"}) for row in rows)


def test_context_is_no_record_to_compare():
    finding = {"anchor": "p1", "text": "Words.", "section": "s1", "domain": None}
    report = {
        "sections": [{"anchor": "s1", "heading": "Findings"}],
        "findings": [finding | {"kind": "context"}, finding | {"anchor": "p2", "kind": "summary"}],
        "recommendations": [],
    }
    (record,) = records_of(report)
    assert (record.anchor, record.heading, record.is_summary) == ("p2", "Findings", True)


def test_context_tells_what_a_report_looked_at():
    finding = {"anchor": "p1", "text": "Inspectors looked at care leavers.", "section": "", "domain": None}
    findings = [finding | {"kind": "context"}]
    report = {"kind": "focused-visit", "sections": [], "recommendations": [], "findings": findings}
    assert ready_report(report).scope == {"care-leavers", "leaders"}


def test_measures_count_nothing_found_where_nothing_is():
    read = [
        Example(recommended("One."), ("a", 0), later(), (), FollowStatus.NOT_RAISED, True, []),
        Example(recommended("Two."), ("a", 0), later(), ("para-1",), FollowStatus.IMPROVED, True, []),
    ]
    empty = MatterReading((), FollowStatus.NOT_RAISED, "")
    assert measure(read, {id(one): empty for one in read}).startswith(
        "recall@3 0.000 of 1, none left empty 1.000 of 1, status 0.500 of 2"
    )


def test_an_example_is_ranked_by_what_other_reports_teach():
    wanted = recommended("Hold regular supervision.")
    right, wrong = (
        Example(wanted, (name, 0), later(), (anchor,), FollowStatus.IMPROVED, True, [])
        for name, anchor in (("a", "para-1"), ("b", "para-4"))
    )
    learnt = rank_by_others([right, wrong])
    assert learnt.keys() == {("a", 0), ("b", 0)}
    assert (right.ranked[-1].record.anchor, wrong.ranked[0].record.anchor) == ("para-1", "para-1")


def test_how_often_nothing_is_said_is_learnt_from_reports_of_one_authority():
    found = [
        Example(recommended(text), (name, 0), later(), anchors, status, is_of_one, [])
        for text, name, anchors, status, is_of_one in (
            ("Hold regular supervision.", "a", ("para-1",), FollowStatus.IMPROVED, True),
            ("Return home interviews.", "b", ("para-2",), FollowStatus.STILL_FOUND, True),
            ("Pathway plans in custody.", "c", (), FollowStatus.NOT_RAISED, True),
            ("Homes near schools.", "d", (), FollowStatus.NOT_RAISED, False),
        )
    ]
    rank_by_others(found)
    of_one, of_two = learn_rest(found[:3])[NOTHING], learn_rest(found)[NOTHING]
    assert of_two == of_one
    found[3].is_of_one_authority = True
    assert learn_rest(found)[NOTHING] != of_one
