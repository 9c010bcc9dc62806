"""The days of a visit and who signs for it, as letters print them."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.drafts import PartialDate
from ingest.wording.visits import find_signatory, find_visit


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, text, Place(1))


@pytest.mark.parametrize(
    ("text", "started", "ended"),
    [
        ("a focused visit on 30 and 31 January 2018.", "2018-01-30", "2018-01-31"),
        ("a focused visit on 5 February 2018.", "2018-02-05", "2018-02-05"),
        ("took place from 29 January to 2 February 2018.", "2018-01-29", "2018-02-02"),
        ("on Tuesday 12 and Wednesday 13 December 2017", "2017-12-12", "2017-12-13"),
        ("on 11 and 12 December 2017 and 8 January 2018", "2017-12-11", "2018-01-08"),
        ("Between 20 and 24 February, inspectors", "2018-02-20", "2018-02-24"),
        ("Between 11 and 15 December, inspectors", "2017-12-11", "2017-12-15"),
        ("Between 30 November 2017 and 4 December, inspectors", "2017-11-30", "2017-12-04"),
    ],
)
def test_days_are_found_in_every_printed_form(text: str, started: str, ended: str) -> None:
    visit = find_visit([paragraph(text)], PartialDate("2018-03-09"))
    assert visit.started
    assert visit.ended
    assert (visit.started.iso, visit.ended.iso) == (started, ended)


def test_the_first_paragraph_with_a_day_decides() -> None:
    blocks = [paragraph("since June 2017"), paragraph("on 5 February 2018"), paragraph("on 7 May 2017")]
    visit = find_visit(blocks, None)
    assert visit.started
    assert visit.started.iso == "2018-02-05"


def test_a_month_alone_is_no_day_of_a_visit() -> None:
    assert find_visit([paragraph("the inspection in June 2017")], PartialDate("2018-03-09")).started is None


def test_only_a_year_that_is_not_printed_gives_a_notice() -> None:
    published = PartialDate("2018-03-09")
    assert not find_visit([paragraph("on 5 and 6 February 2018")], published).notices
    (notice,) = find_visit([paragraph("on 5 and 6 February")], published).notices
    assert notice.code == "year-inferred"
    assert "2018" in notice.message


def test_what_is_shown_as_printed_holds_no_year_that_is_not_printed() -> None:
    assert find_visit([paragraph("on 5 and 6 February")], PartialDate("2018-03-09")).printed == "5 to 6 February"


RECENT = "Following the inspection of 6 to 10 November 2017, a focused visit took place on 5 and 6 February 2018."
EARLIER = "Following the inspection of 3 to 14 July 2016, a focused visit took place on 5 and 6 February 2018."


@pytest.mark.parametrize(
    "blocks", [[EARLIER], [RECENT], ["the inspection of 3 to 14 July 2016", "came on 5 and 6 February 2018"]]
)
def test_the_days_of_an_earlier_inspection_are_not_those_of_the_visit(blocks: list[str]) -> None:
    visit = find_visit([paragraph(text) for text in blocks], PartialDate("2018-03-09"))
    assert visit.started
    assert visit.ended
    assert (visit.started.iso, visit.ended.iso) == ("2018-02-05", "2018-02-06")
    assert visit.notices == ()


def test_days_of_a_visit_that_the_letter_follows_are_its_own() -> None:
    text = "Following the visit on 5 February 2018, here is what was seen."
    visit = find_visit([paragraph(text)], PartialDate("2018-03-09"))
    assert visit.started
    assert visit.started.iso == "2018-02-05"
    assert visit.notices == ()


def test_days_long_before_the_letter_are_doubted() -> None:
    visit = find_visit([paragraph("the inspection of 3 to 14 July 2016")], PartialDate("2018-03-09"))
    assert visit.started
    assert visit.started.iso == "2016-07-03"
    assert [notice.code for notice in visit.notices] == ["dates-doubted"]


@pytest.mark.parametrize("named", ["Joanna Warlow", "J. Warlow", "Joanna M. Warlow"])
def test_who_signs_may_be_named_with_another_form_of_the_first_name(named: str) -> None:
    signature = [paragraph("Yours sincerely"), paragraph("Jo Warlow")]
    assert find_signatory(signature, f"The inspectors were {named} and Tom Seaton.") == "Jo Warlow"
    assert find_signatory(signature, "The inspectors were Peter Warlow and Tom Seaton.") is None


def test_who_signs_and_was_named_as_inspector_leads() -> None:
    signature = [paragraph("Yours sincerely"), paragraph("Helen Marlow"), paragraph("Her Majesty's Inspector")]
    assert find_signatory(signature, "The inspectors were Helen Marlow and Tom Seaton.") == "Helen Marlow"
    assert find_signatory(signature, "The inspectors were Tom Seaton and others.") is None


def test_a_signature_on_one_line_is_read_too() -> None:
    signature = [paragraph("Yours sincerely Helen Marlow, Her Majesty's Inspector")]
    assert find_signatory(signature, "Helen Marlow led the visit.") == "Helen Marlow"
