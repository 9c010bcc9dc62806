"""What all letters of inspectors share: subject, day, signature, and what a letter lacks."""

import pytest

from ingest.extract import extract
from ingest.notices import NoticeDraft
from ingest.profiles.letters.focused_visit import FOCUSED_VISIT
from ingest.profiles.protocol import Part
from ingest.readers.text import read
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel
from tests.ingest.profiles.reading import codes, letter, read_report

BODY = """Main findings

- Managers see every case file.
- Plans are written with children.

What needs to improve

- The time that children wait for a visit."""

DAY = "9 March 2018"
SUBJECT = "Focused visit to Wexcombe children's services"
COMPARE = "Compare with the document."


def score(text: str) -> float:
    return FOCUSED_VISIT.score(Part(read(text.encode()).blocks, "text/plain"))


def test_a_whole_letter_is_read_without_a_doubt() -> None:
    report = read_report(letter(BODY))
    assert codes(report) == []
    assert report.published
    assert report.inspection
    assert (report.published.iso, report.inspection.lead_inspector) == ("2018-03-09", "Helen Marlow")


@pytest.mark.parametrize(
    ("old", "new", "level", "code", "what"),
    [
        (DAY, "", "error", "publication-date-missing", f"No day of publication stands over the letter. {COMPARE}"),
        (
            "on 13 and 14 February 2018", "",
            "error", "dates-missing", f"The opening of the letter names no day of the visit. {COMPARE}",
        ),
        (
            "Yours sincerely\n\nHelen Marlow\n\nHer Majesty's Inspector\n", "",
            "error", "signature-missing", f"The letter ends without a signature; its end may be lost. {COMPARE}",
        ),
        ("Main findings", "What needs to improve", "error", "findings-missing", f"No findings were found. {COMPARE}"),
        (
            "What needs to improve\n\n- The time that children wait for a visit.", "",
            "warning",
            "no-areas-for-improvement",
            "The letter has no list of areas for improvement or priority action.",
        ),
    ],
)  # fmt: skip
def test_what_a_letter_lacks_is_told_at_its_subject(old: str, new: str, level: str, code: str, what: str) -> None:
    text = letter(BODY)
    assert old in text
    expected = NoticeDraft(NoticeLevel(level), NoticeCode(code), what, None, 9)
    assert read_report(text.replace(old, new)).notices == (expected,)


def test_a_signature_of_nobody_who_visited_is_told_where_it_stands() -> None:
    report = read_report(letter(BODY).replace("Helen Marlow\n\nHer", "Ada Stranger\n\nHer"))
    message = (
        "Nobody who signs is named among the inspectors, so the lead inspector is not known. Read it in the document."
    )
    assert report.notices == (NoticeDraft(NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_MISSING, message, None, 22),)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (f"Date: {DAY}", "2018-03-09"),
        (f"Ofsted\t0300 123 1231\nPiccadilly Gate\t{DAY}", "2018-03-09"),
        (f"Wexcombe Council, {DAY}", "2018-03-09"),
        (f"Wexcombe Council, 7 March 2018\n\n{DAY}", "2018-03-09"),
        ("09/03/2018", "2018-03-09"),
        ("March 2018", None),
    ],
)
def test_the_day_of_publication_stands_alone_or_in_the_head_of_the_letter(head: str, published: str | None) -> None:
    found = read_report(letter(BODY, day=head)).published
    assert (found and found.iso) == published


FORMER_END = f"{DAY}\n\nDear all\n\nNo more.\n\nYours sincerely\n\nHelen Marlow\n\n"


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        (letter(BODY), [DAY]),
        (letter(BODY, day=""), [SUBJECT]),
        (f"{letter(BODY)}\n{letter(BODY, day='7 June 2019')}", [DAY, "7 June 2019"]),
        (f"{letter(BODY, day='')}\n{letter(BODY, day='')}", [SUBJECT, SUBJECT]),
        (letter(BODY, day=f"8 March 2018\n\n{DAY}"), [DAY]),
        (f"{FORMER_END}{letter(BODY, day='7 June 2019')}", ["7 June 2019"]),
        (f"Paper\n\n{DAY}\n", []),
        (letter(BODY, f"{SUBJECT}."), []),
        (letter(BODY, f"This {SUBJECT.lower()}"), []),
        (letter(BODY, f"- {SUBJECT}"), []),
        (letter(BODY, f"{SUBJECT} {'in the whole of the area ' * 10}"), []),
    ],
    ids=[
        "day", "subject", "two-days", "two-subjects", "day-twice", "day-of-another", "no-letter",
        "sentence", "this-visit", "item", "long",
    ],
)  # fmt: skip
def test_a_letter_opens_with_its_day_or_without_one_with_its_subject(text: str, openings: list[str]) -> None:
    blocks = read(text.encode()).blocks
    found = [block.text for index, block in enumerate(blocks) if FOCUSED_VISIT.opens(blocks, index)]
    assert found == openings


def test_recommendations_and_findings_may_each_have_their_own_numbers() -> None:
    apart = "Main findings\n\n1. A.\n\n2. B.\n\nWhat needs to improve\n\n1. C.\n\n2. D."
    through = "Main findings\n\n1. A.\n\n2. B.\n\nWhat needs to improve\n\n3. C.\n\n4. D."
    for body in (apart, through):
        assert codes(read_report(letter(body))) == []
    assert "missing-paragraphs" in codes(read_report(letter(through.replace("2. B.\n\n", ""))))


def test_a_letter_is_surest_under_a_salutation_and_none_without_its_subject() -> None:
    text = letter(BODY)
    assert score(text) == pytest.approx(0.95 - 0.0005)
    assert score(text.replace("Dear Owen Tarrant", "Owen Tarrant")) == pytest.approx(0.8 - 0.0005)
    assert score(text.replace("Focused visit to Wexcombe children's services", "Our school")) == 0


def test_two_letters_in_one_file_are_two_reports() -> None:
    second = letter(BODY, "Focused visit to Wexcombe children's services", "9 March 2019")
    reports = extract(f"{letter(BODY)}\n\n{second}".encode()).reports
    assert [report.published and report.published.iso for report in reports] == ["2018-03-09", "2019-03-09"]


def test_what_somebody_else_says_in_front_of_a_letter_is_none_of_its_findings() -> None:
    told = "The whole letter about the visit to the council has been published by a newspaper."
    whole = letter(BODY)
    begins = whole.index("This letter summarises")
    extraction = extract(f"{whole[:begins]}{told}\n\n{whole[begins:]}".encode(), "letter.txt")
    (report,) = extraction.reports
    assert not any("newspaper" in finding.text for finding in report.findings)
    assert [notice.code for notice in extraction.notices] == [NoticeCode.TEXT_NOT_TAKEN]
    own = "We came to see how your staff decide what help a family needs."
    (report,) = extract(f"{whole[:begins]}{own}\n\n{whole[begins:]}".encode(), "letter.txt").reports
    assert any(finding.text == own for finding in report.findings)
