"""Improvement notices: the sample by its facts, and altered copies of it."""

import pytest

from ingest.extract import extract
from ingest.profiles.papers.improvement_notice import ImprovementNotice
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.vocabulary import FindingKind, ReportKind
from tests.ingest.profiles.papers.council import CABINET, DIRECTION, change, codes, only
from tests.ingest.profiles.reading import doubts, sample

NOTICE = sample("14")


def test_the_notice_is_of_the_council_that_it_addresses_and_of_the_day_on_which_it_is_given():
    report = only(NOTICE)
    assert report.kind is ReportKind.IMPROVEMENT_NOTICE
    assert report.title == "IMPROVEMENT NOTICE to Wexcombe Council"
    assert (report.authority.name, report.published.iso) == ("Wexcombe", "2014-01-20")


def test_it_follows_an_inspection_and_judges_nothing():
    report = only(NOTICE)
    assert (report.inspection.framework, report.inspection.published.iso) == ("lac", "2013-07-19")
    assert report.judgements == ()
    assert report.recommendations == ()


def test_its_clauses_stand_under_their_headings_with_their_letters():
    report = only(NOTICE)
    clauses = [f for f in report.findings if f.kind is FindingKind.FINDING]
    assert [f.anchor for f in clauses] == [f"para-{n}" for n in range(1, 7)]
    assert [f.section for f in clauses[:3]] == ["board-and-adviser", "board-and-adviser", "plan"]
    assert clauses[3].text.endswith("b) plans say who does what by when.")


def test_the_names_under_the_signature_are_no_headings():
    report = only(NOTICE)
    assert [section.anchor for section in report.sections][-1] == "signature"
    signed = [f.text for f in report.findings if f.section == "signature"]
    assert signed == ["Harriet Pole", "Deputy Director for children's social care", "Date: 20 January 2014"]


@pytest.mark.parametrize(
    ("old", "new", "doubt"),
    [
        (
            "2. The Council will work with an adviser, whom the Department chooses and pays.\n",
            "",
            "error missing-paragraphs at line 16: Clause 2 of the numbered sequence was not found before 3. Compare"
            " with the document.",
        ),
        (
            "Signed:\n\nHarriet Pole\nDeputy Director for children's social care\n\nDate: 20 January 2014\n",
            "",
            "error signature-missing at line 33: The notice ends without a signature; its end may be lost. "
            "Compare with the document.",
        ),
        (
            "Wexcombe",
            "Nowhere",
            "error authority-unknown at line 1: The paper does not name a single authority as its own. Set the "
            "authority by hand.",
        ),
    ],
)  # fmt: skip
def test_what_is_torn_gives_a_notice(old, new, doubt):
    assert doubt in doubts(only(NOTICE.replace(old, new)))


def test_the_day_of_the_signature_stands_for_the_day_on_which_it_is_given():
    text = change(NOTICE, "This Notice is given to the Council on 20 January 2014,", "This Notice is")
    assert only(text).published.iso == "2014-01-20"
    undated = text.replace("Date: 20 January 2014\n", "")
    assert only(undated).published is None
    assert "publication-date-missing" in codes(only(undated))


def test_a_notice_that_lost_its_title_is_still_known_by_what_it_says():
    assert only(change(NOTICE, "IMPROVEMENT NOTICE\n", "\n")).kind is ReportKind.IMPROVEMENT_NOTICE


def test_a_notice_without_a_clause_is_doubted():
    text = "\n".join(line for line in NOTICE.splitlines() if not line[:1].isdigit() or line.startswith("1."))
    text = change(text, "1. The Council will keep an improvement board", "The Council will keep an improvement board")
    report = ImprovementNotice().extract(Part(read(text.encode()).blocks, "text/plain"))
    message = "No numbered clause was found, though an improvement notice has them. Compare with the document."
    assert ("error", "findings-missing", message, 3) in notices(report)


def notices(report):
    return [(notice.level, notice.code, notice.message, notice.line) for notice in report.notices]


SIGNATURE = "Signed:\n\nHarriet Pole\nDeputy Director for children's social care\n\nDate: 20 January 2014\n"
GIVEN = "This Notice is given to the Council on 20 January 2014,"


def test_a_notice_without_day_or_signature_says_so_where_it_begins_or_ends():
    day = "No day on which the notice is given was found."
    undated = change(NOTICE, GIVEN, "This Notice is").replace("Date: 20 January 2014\n", "")
    assert notices(only(undated)) == [("warning", "publication-date-missing", day, 3)]
    signature = "The notice ends without a signature; its end may be lost. Compare with the document."
    assert notices(only(NOTICE.replace(SIGNATURE, ""))) == [("error", "signature-missing", signature, 33)]


TO = "To: Wexcombe Council (“the Council”)"


@pytest.mark.parametrize(
    ("old", "new", "opening"),
    [
        ("", "", [1]),
        (TO, "", [1]),
        (GIVEN, "This Notice is", [1]),
        ("IMPROVEMENT NOTICE", "IMPROVEMENT NOTICE TO WEXCOMBE COUNCIL", [1]),
        ("IMPROVEMENT NOTICE", "The improvement notice", []),
        ("IMPROVEMENT NOTICE", "1. IMPROVEMENT NOTICE", []),
        ("1. The Council", "The Council", []),
    ],
    ids=["sample", "not-addressed", "not-dated", "council-in-title", "mention", "numbered", "no-first-clause"],
)
def test_a_notice_opens_with_its_title_the_council_or_the_day_and_a_first_clause(old, new, opening):
    blocks = read(NOTICE.replace(old, new, 1).encode()).blocks
    assert [index for index in range(len(blocks)) if ImprovementNotice().opens(blocks, index)] == opening


def test_a_title_alone_opens_no_notice():
    blocks = read(NOTICE.replace(TO, "").replace(GIVEN, "This Notice is").encode()).blocks
    assert not any(ImprovementNotice().opens(blocks, index) for index in range(len(blocks)))


@pytest.mark.parametrize(
    ("old", "new", "score"),
    [("", "", 0.44), (GIVEN, "This Notice is", 0), (GIVEN, f"Once {GIVEN}", 0), ("improvement ", "", 0)],
    ids=["no-title", "not-dated", "mention", "no-board"],
)
def test_a_notice_without_its_title_is_told_by_its_day_and_its_bodies(old, new, score):
    text = NOTICE.replace("IMPROVEMENT NOTICE\n", "\n").replace(old, new)
    assert ImprovementNotice().score(Part(read(text.encode()).blocks, "text/plain")) == score
    assert ImprovementNotice().score(Part(read(NOTICE.encode()).blocks, "text/plain")) == 0.96


def test_the_title_has_no_colon_and_no_council_where_none_is_addressed():
    assert (
        only(change(NOTICE, "IMPROVEMENT NOTICE\n", "IMPROVEMENT NOTICE:\n")).title
        == "IMPROVEMENT NOTICE to Wexcombe Council"
    )
    assert only(change(NOTICE, TO, "")).title == "IMPROVEMENT NOTICE"


@pytest.mark.parametrize("paper", [CABINET, DIRECTION])
def test_a_paper_that_speaks_of_a_notice_is_none(paper):
    text = f"{paper}\nIMPROVEMENT NOTICE\n\nThe Department gave its notice to the Council in March 2021.\n"
    assert ReportKind.IMPROVEMENT_NOTICE not in [report.kind for report in extract(text.encode()).reports]
