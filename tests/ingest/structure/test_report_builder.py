"""Putting a report together: what every report has is found in one way."""

from ingest.blocks import Place
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from inspections.vocabulary import FindingKind, ReportKind
from tests.ingest.structure.test_records import block


class NamedProfile:
    name = "sif/9"
    kind = ReportKind.SIF


def build(*blocks, records=None, **more):
    facts = {"authority": None, "published": None} | more
    return build_report(NamedProfile(), "A title", blocks, records or Records(), **facts)


def test_profile_kind_and_place_are_those_of_the_reader_and_the_first_block():
    report = build(block("A title"), block("More.", place=Place(5)))
    assert (report.profile, report.kind, report.title, report.place) == ("sif/9", ReportKind.SIF, "A title", Place(2))


def test_the_licence_is_the_one_that_the_blocks_state():
    assert build(block("You may use this under the Open Government Licence v3.")).licence == "OGL-3.0"
    assert build(block("You may read this.")).licence is None


def test_records_come_in_whole_with_their_references():
    records = Records()
    records.open("Care leavers", 1, Place(2), "care-leavers")
    records.finding(block("They do well.", "19"), FindingKind.FINDING)
    records.recommendation(block("Do better (paragraph 19).", "1"))
    report = build(block("A title"), records=records)
    assert [one.anchor for one in report.sections] == ["s1"]
    assert [one.anchor for one in report.findings] == ["para-19"]
    assert [one.anchor for one in report.recommendations] == ["rec-1"]
    assert [(one.source, one.ref) for one in report.references] == [("rec-1", "19")]


def test_a_report_without_blocks_stands_nowhere():
    report = build()
    assert (report.place, report.licence, report.findings) == (Place(), None, ())
