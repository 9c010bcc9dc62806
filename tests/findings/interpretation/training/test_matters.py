import csv

from findings.interpretation.matters import MatterReading
from findings.interpretation.training.matters import READ, Example, measure, ready_report, records_of
from inspections.vocabulary import FollowStatus
from tests.findings.interpretation.matters.made import later, recommended


def test_labels_name_anchors_exactly_where_something_was_said():
    with READ.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 400
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
        Example(recommended("One."), ("a", 0), later(), (), FollowStatus.NOT_RAISED, []),
        Example(recommended("Two."), ("a", 0), later(), ("para-1",), FollowStatus.IMPROVED, []),
    ]
    empty = MatterReading((), FollowStatus.NOT_RAISED, "")
    assert measure(read, {id(one): empty for one in read}).startswith(
        "recall@3 0.000 of 1, none left empty 1.000 of 1, status 0.500 of 2"
    )
