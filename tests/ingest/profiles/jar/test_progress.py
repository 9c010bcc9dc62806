"""Progress inspections: the real one of 2009 by its facts, altered copies of its blocks, and the sample."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.blocks import Block, Place
from ingest.drafts import PartialDate, ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles.jar.progress import JarProgress
from ingest.profiles.jar.review import Jar
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Basis, FindingKind, NoticeLevel, ReportKind
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
    assert [judgement.basis for judgement in report.judgements] == [Basis.REPORTED]
    assert (report.judgements[0].domain, report.judgements[0].grade) == ("help-and-protection", "inadequate")
    summary = [f.ref for f in report.findings if f.kind is FindingKind.SUMMARY]
    assert summary == ["7", "8", "9", "10", "11", "12"]


def test_paragraphs_run_1_to_51_and_the_days_that_are_not_printed_are_missed(report: ReportDraft) -> None:
    assert [f.ref for f in report.findings] == [str(n) for n in range(1, 52)]
    assert codes(report) == ["dates-missing"]


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
    assert codes(JarProgress().extract(Part(altered, "application/pdf"))) == ["missing-paragraphs", "dates-missing"]


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


NO_PRIORITIES = NoticeDraft(
    NoticeLevel.INFO,
    NoticeCode.RECOMMENDATIONS_MISSING,
    "No priorities for improvement were read. Check whether the report has any and under which heading they stand.",
    None,
    1,
)
TITLE = "Joint area review progress inspection"
PUBLISHED = "Published: 17 April 2009"


def read_text(text: str) -> ReportDraft:
    return JarProgress().extract(Part(read(text.encode()).blocks, "text/plain"))


def test_a_report_without_priorities_says_so() -> None:
    assert read_report(sample("02")).notices == (NO_PRIORITIES,)


def test_a_report_without_its_day_of_publication_says_so() -> None:
    message = "The day of publication was not found on the cover. Read it in the document."
    missing = NoticeDraft(NoticeLevel.WARNING, NoticeCode.PUBLICATION_DATE_MISSING, message, None, 1)
    assert read_text(sample("02").replace(PUBLISHED, "")).notices == (missing, NO_PRIORITIES)


def test_a_cover_without_paragraphs_is_an_error() -> None:
    message = "No findings were read behind introduction and summary. Compare with the document."
    missing = NoticeDraft(NoticeLevel.ERROR, NoticeCode.FINDINGS_MISSING, message, None, 1)
    assert read_text(sample("02").partition("Introduction")[0]).notices[-2:] == (NO_PRIORITIES, missing)


def test_a_report_published_before_the_inspection_began_is_doubted() -> None:
    (doubt,) = [
        notice
        for notice in read_text(sample("02").replace("17 April 2009", "17 February 2009")).notices
        if notice.code == "dates-out-of-order"
    ]
    assert re.fullmatch(
        r"Inspection ended on \S+, report published on 2009-02-17: these dates run backwards\. "
        r"They were kept as printed; compare with the document\.", doubt.message,
    )  # fmt: skip


def test_title_and_days_are_those_that_are_printed_with_their_place() -> None:
    report = read_report(sample("02"))
    inspection = report.inspection
    assert inspection
    assert report.title == TITLE
    assert (inspection.framework, inspection.printed, inspection.place) == (
        *("jar-progress", "2 March to 6 March 2009"),
        Place(line=15),
    )
    assert inspection.published == report.published == PartialDate("2009-04-17", "17 April 2009")


def first_day(text: str) -> PartialDate | None:
    inspection = read_report(text).inspection
    assert inspection
    return inspection.started


def test_days_are_those_on_which_it_took_place_and_stand_in_paragraphs_about_the_inspection() -> None:
    named = sample("02").replace("Four inspectors were in the area from", "The review of 3 May 2007 was read; from")
    assert first_day(named) is None
    moved = sample("02").replace("Four inspectors were in the area from 2 March to 6 March 2009.", "They came.")
    moved = moved.replace("The duty team has", "Leaders visited from 2 March to 6 March 2009. The duty team has")
    assert first_day(moved) is None


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (sample("02"), [1]),
        (sample("02").replace(PUBLISHED, ""), []),
        (sample("02").replace(TITLE, "Inspection of progress made in the provision of safeguarding"), [1]),
        (sample("02").replace(TITLE, f"{TITLE}\n\n{TITLE} in Wexcombe"), [1]),
        (sample("02").replace(TITLE, f"About the {TITLE.lower()}"), [3]),
        (sample("02").replace(TITLE, f"{TITLE} {'of the whole area ' * 14}"), [3]),
    ],
    ids=["sample", "not-published", "in-full", "twice", "mention", "long"],
)
def test_a_report_opens_with_the_first_of_its_titles(text: str, opening: list[int]) -> None:
    blocks = read(text.encode()).blocks
    assert [index for index in range(len(blocks)) if JarProgress().opens(blocks, index)] == opening
    assert JarProgress().score(Part(blocks, "text/plain")) == (0.95 if opening else 0)


def test_numbered_priorities_are_recommendations_and_their_announcement_is_context() -> None:
    text = sample("02").replace("Findings\n\n4.", f"{PRIORITIES}Key findings\n\n4.", 1)
    report = read_report(text)
    assert [(r.text, r.addressee) for r in report.recommendations] == [
        ("see every child within a day", None),
        ("write down what they decide.", None),
    ]
    announced = [f.kind for f in report.findings if f.text == "The council and its partners should:"]
    assert announced == [FindingKind.CONTEXT]
