"""Tables of risks: a row is a risk, its rating a letter and a figure, and what is torn or unread is told."""

import pytest

from ingest.structure.risks import is_risk_header, looks_like_risks, read_risks
from inspections.notice_codes import NoticeCode
from tests.ingest.structure.test_column_tables import table

HEAD = ("Risk", "Description", "Action to avoid or mitigate risk", "Risk rating")


def read(*tables):
    return read_risks((one, "s3") for one in tables)


def test_a_row_is_a_risk_with_its_section():
    (risk,), notices = read(table(HEAD, ("Staffing", "Posts stay empty.", "Hire.", "C3")))
    assert (risk.anchor, risk.risk, risk.description, risk.mitigation) == (
        "risk-1",
        "Staffing",
        "Posts stay empty.",
        "Hire.",
    )
    assert (risk.rating, risk.rating_wording, risk.section) == ("C3", "C3", "s3")
    assert notices == ()


def test_a_row_that_goes_on_after_a_page_is_one_risk():
    risks, _ = read(
        table(HEAD, ("Staffing", "Posts stay", "Hire", "B2")),
        table(("", "empty.", "and train.", ""), ("Money", "Less.", "Save.", "C2")),
    )
    assert [(risk.anchor, risk.description, risk.rating) for risk in risks] == [
        ("risk-1", "Posts stay empty.", "B2"),
        ("risk-2", "Less.", "C2"),
    ]


@pytest.mark.parametrize("printed", ["C 3", "\u04213", "C3 "])
def test_a_rating_in_letters_that_look_alike_is_read_and_its_wording_stays(printed):
    (risk,), notices = read(table(HEAD, ("Staffing", "Posts stay empty.", "Hire.", printed)))
    assert (risk.rating, risk.rating_wording, notices) == ("C3", printed, ())


@pytest.mark.parametrize("printed", ["", "High", "G3", "C7", "C33"])
def test_what_is_no_rating_is_told_and_never_guessed(printed):
    (risk,), (notice,) = read(table(HEAD, ("Staffing", "Posts stay empty.", "Hire.", printed)))
    assert (risk.rating, risk.rating_wording) == (None, printed)
    assert (notice.code, notice.anchor) == (NoticeCode.RATING_UNREAD, "risk-1")
    assert "Staffing" in notice.message


def test_a_header_needs_the_risk_and_its_rating():
    assert is_risk_header(table(HEAD))
    assert not is_risk_header(table(("Risk", "Description", "Action", "Owner")))


def test_a_table_without_a_known_header_looks_like_risks_by_its_last_cells():
    assert looks_like_risks(table(("Staffing", "Posts stay empty.", "C3")))
    assert looks_like_risks(table(("Staffing", "C3", "")))
    assert not looks_like_risks(table(("Staffing", "Posts stay empty.", "in C3")))
