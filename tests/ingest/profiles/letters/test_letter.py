"""What all letters of inspectors share: subject, day, signature, and what a letter lacks."""

import pytest

from ingest.extract import extract
from ingest.profiles.letters.focused_visit import FOCUSED_VISIT
from ingest.profiles.protocol import Part
from ingest.readers.text import read
from tests.ingest.profiles.reading import codes, letter, read_report

BODY = """Main findings

- Managers see every case file.
- Plans are written with children.

What needs to improve

- The time that children wait for a visit."""


def score(text: str) -> float:
    return FOCUSED_VISIT.score(Part(read(text.encode()).blocks, "text/plain"))


def test_a_whole_letter_is_read_without_a_doubt() -> None:
    report = read_report(letter(BODY))
    assert codes(report) == []
    assert report.published
    assert report.inspection
    assert (report.published.iso, report.inspection.lead_inspector) == ("2018-03-09", "Helen Marlow")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("9 March 2018", "", "publication-date-missing"),
        ("on 13 and 14 February 2018", "", "dates-missing"),
        ("Yours sincerely\n\nHelen Marlow\n\nHer Majesty's Inspector\n", "", "signature-missing"),
        ("Helen Marlow\n\nHer", "Ada Stranger\n\nHer", "lead-inspector-missing"),
        ("Main findings", "What needs to improve", "findings-missing"),
        ("What needs to improve\n\n- The time that children wait for a visit.", "", "no-areas-for-improvement"),
    ],
)
def test_what_a_letter_lacks_is_told(old: str, new: str, code: str) -> None:
    text = letter(BODY)
    assert old in text
    assert code in codes(read_report(text.replace(old, new)))


def test_recommendations_and_findings_may_each_have_their_own_numbers() -> None:
    apart = "Main findings\n\n1. A.\n\n2. B.\n\nWhat needs to improve\n\n1. C.\n\n2. D."
    through = "Main findings\n\n1. A.\n\n2. B.\n\nWhat needs to improve\n\n3. C.\n\n4. D."
    for body in (apart, through):
        assert codes(read_report(letter(body))) == []
    assert "missing-paragraphs" in codes(read_report(letter(through.replace("2. B.\n\n", ""))))


def test_a_letter_is_surest_under_a_salutation_and_none_without_its_subject() -> None:
    text = letter(BODY)
    assert score(text) > score(text.replace("Dear Owen Tarrant", "Owen Tarrant")) > 0
    assert score(text.replace("Focused visit to Wexcombe children's services", "Our school")) == 0


def test_two_letters_in_one_file_are_two_reports() -> None:
    second = letter(BODY, "Focused visit to Wexcombe children's services", "9 March 2019")
    reports = extract(f"{letter(BODY)}\n\n{second}".encode()).reports
    assert [report.published and report.published.iso for report in reports] == ["2018-03-09", "2019-03-09"]
