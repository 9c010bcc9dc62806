"""Progress inspections: the real one of 2009 by its facts, altered copies of its blocks, and the sample."""

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.blocks import Block
from ingest.drafts import ReportDraft
from ingest.profiles.jar.progress import JarProgress
from ingest.profiles.jar.review import Jar
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.vocabulary import FindingKind, ReportKind
from tests.ingest.profiles.reading import codes, read_file, read_report, sample


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    return shared / "documents" / "reports" / "haringey-jar-progress-2009-07-03.pdf"


@pytest.fixture(scope="module")
def blocks(path: Path) -> tuple[Block, ...]:
    return read(path.read_bytes()).blocks


@pytest.fixture(scope="module")
def report(path: Path) -> ReportDraft:
    return read_file(path)


def test_the_cover_tells_authority_publication_and_licence(report: ReportDraft) -> None:
    assert report.kind is ReportKind.JAR_PROGRESS
    assert report.authority
    assert report.authority.la_code == "309"
    assert report.published
    assert report.published.iso == "2009-07-03"
    assert report.licence == "non-commercial"


def test_a_judgement_in_words_makes_no_grade(report: ReportDraft) -> None:
    assert report.judgements == ()
    summary = [f.ref for f in report.findings if f.kind is FindingKind.SUMMARY]
    assert summary == ["7", "8", "9", "10", "11", "12"]


def test_paragraphs_run_1_to_51_without_notice(report: ReportDraft) -> None:
    assert [f.ref for f in report.findings] == [str(n) for n in range(1, 52)]
    assert not report.notices


def test_bullets_under_a_paragraph_belong_to_it(report: ReportDraft) -> None:
    first = report.findings[0]
    assert first.text.endswith("Haringey area.")
    assert "pre-1 December 2008 where" in first.text


def test_priorities_are_recommendations_with_their_addressee(report: ReportDraft) -> None:
    assert len(report.recommendations) == 11
    assert all(r.addressee for r in report.recommendations)
    assert report.recommendations[3].addressee == "The Metropolitan Police Service"
    assert {r.ref for r in report.recommendations} == {None}


def test_a_number_that_is_missing_is_missed(blocks: tuple[Block, ...]) -> None:
    altered = tuple(replace(b, number=None, marker="") if b.number == "20" else b for b in blocks)
    assert codes(JarProgress().extract(Part(altered, "application/pdf"))) == ["missing-paragraphs"]


def test_the_sample_gives_its_days_and_is_no_joint_area_review() -> None:
    report = read_report(sample("02"))
    assert report.kind is ReportKind.JAR_PROGRESS
    assert report.inspection
    assert report.inspection.started
    assert report.inspection.ended
    assert (report.inspection.started.iso, report.inspection.ended.iso) == ("2009-03-02", "2009-03-06")


def test_the_joint_area_review_itself_is_declined(blocks: tuple[Block, ...]) -> None:
    review = read(sample("01").encode())
    assert JarProgress().score(Part(review.blocks, review.media_type)) == 0
    assert Jar().score(Part(blocks, "application/pdf")) == 0


PRIORITIES = """Priorities for further improvement

The council and its partners should:

- see every child within a day

- write down what they decide.

"""


def with_priorities(heading: str) -> str:
    return sample("02").replace("Findings\n\n4.", f"{PRIORITIES}{heading}4.", 1)


def test_priorities_end_where_numbered_paragraphs_go_on_without_a_heading() -> None:
    whole, torn = read_report(with_priorities("Key findings\n\n")), read_report(with_priorities(""))
    assert len(whole.recommendations) == 2
    assert codes(whole) == []
    assert [r.text for r in torn.recommendations] == [r.text for r in whole.recommendations]
    assert [f.ref for f in torn.findings if f.ref] == ["1", "2", "3", "4", "5", "6"]
    assert codes(torn) == ["heading-missing"]


def test_a_report_without_priorities_says_so() -> None:
    assert codes(read_report(sample("02"))) == ["recommendations-missing"]
