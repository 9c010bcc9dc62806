"""The days of a visit and who signs for it, as letters print them."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.drafts import PartialDate
from ingest.notices import NoticeDraft
from ingest.wording.visits import find_signatory, find_visit
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

LETTER = PartialDate("2018-03-09")
PLACE = Place(2, 14)


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, text, PLACE)


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
        ("on 9 March", "2018-03-09", "2018-03-09"),
        ("An inspection on 6 November led to the visit on 5 February 2018.", "2018-02-05", "2018-02-05"),
        ("An inspection of 6 to 10 November led to the visit on 5 and 6 February 2018.", "2018-02-05", "2018-02-06"),
    ],
)
def test_days_are_found_in_every_printed_form(text: str, started: str, ended: str) -> None:
    visit = find_visit([paragraph(text)], LETTER)
    assert visit.started
    assert visit.ended
    assert (visit.started.iso, visit.ended.iso) == (started, ended)


def test_the_first_paragraph_with_a_day_decides() -> None:
    blocks = [paragraph("since June 2017"), paragraph("on 5 February 2018"), paragraph("on 7 May 2017")]
    visit = find_visit(blocks, None)
    assert visit.started
    assert visit.started.iso == "2018-02-05"


@pytest.mark.parametrize("printed", ["9 March 2018", "9 March 2018.", " 9 March 2018,"])
def test_a_date_that_stands_alone_is_that_of_the_letter(printed: str) -> None:
    visit = find_visit([paragraph(printed), paragraph("on 5 and 6 February 2018")], LETTER)
    assert visit.printed == "5 to 6 February 2018"


def test_no_year_is_put_in_where_the_letter_has_no_date_or_no_calendar_has_the_day() -> None:
    assert find_visit([paragraph("on 5 February")], None).started is None
    assert find_visit([paragraph("on 31 June")], LETTER).started is None


def test_a_month_alone_is_no_day_of_a_visit() -> None:
    assert find_visit([paragraph("the inspection in June 2017")], LETTER).started is None


def test_only_a_year_that_is_not_printed_gives_a_notice() -> None:
    assert not find_visit([paragraph("on 5 and 6 February 2018")], LETTER).notices
    assert not find_visit([paragraph("from 29 January to 2 February 2018")], LETTER).notices
    message = "The days of the visit are printed without their year; 2018 follows from the day of the letter."
    assert find_visit([paragraph("on 5 and 6 February")], LETTER).notices == (
        NoticeDraft(NoticeLevel.INFO, NoticeCode.YEAR_INFERRED, message, 2, 14),
    )


def test_what_is_shown_as_printed_holds_no_year_that_is_not_printed() -> None:
    assert find_visit([paragraph("on 5 and 6 February")], LETTER).printed == "5 to 6 February"


RECENT = "Following the inspection of 6 to 10 November 2017, a focused visit took place on 5 and 6 February 2018."
EARLIER = "Following the inspection of 3 to 14 July 2016, a focused visit took place on 5 and 6 February 2018."


@pytest.mark.parametrize(
    "blocks",
    [
        [EARLIER],
        [RECENT],
        ["the inspection of 3 to 14 July 2016", "came on 5 and 6 February 2018"],
        ["Following the visit on 11, 12 and 13 December 2017", "came on 5 and 6 February 2018"],
        ["Since the visit of 30 November 2017 and 4 December much was done. We came on 5 and 6 February 2018."],
    ],
)
def test_the_days_of_an_earlier_inspection_are_not_those_of_the_visit(blocks: list[str]) -> None:
    visit = find_visit([paragraph(text) for text in blocks], LETTER)
    assert visit.started
    assert visit.ended
    assert (visit.started.iso, visit.ended.iso) == ("2018-02-05", "2018-02-06")
    assert visit.notices == ()


@pytest.mark.parametrize("published", [None, PartialDate("2018-03")])
def test_without_the_day_of_the_letter_words_tell_which_inspection_was_earlier(published: PartialDate | None) -> None:
    assert find_visit([paragraph(RECENT)], published).printed == "5 to 6 February 2018"


def test_days_of_a_visit_that_the_letter_follows_are_its_own() -> None:
    text = "Following the visit on 5 February 2018, here is what was seen."
    visit = find_visit([paragraph(text)], LETTER)
    assert visit.started
    assert visit.started.iso == "2018-02-05"
    assert visit.notices == ()


def test_days_long_before_the_letter_are_doubted() -> None:
    visit = find_visit([paragraph("the inspection of 3 to 14 July 2016")], LETTER)
    assert visit.started
    assert visit.started.iso == "2016-07-03"
    message = "The visit ended on 2016-07-14, long before the letter of 2018-03-09. Compare with the document."
    assert visit.notices == (NoticeDraft(NoticeLevel.WARNING, NoticeCode.DATES_DOUBTED, message, 2, 14),)


def test_a_letter_is_about_a_visit_of_the_last_nine_months() -> None:
    assert find_visit([paragraph("on 7 June 2017")], LETTER).notices == ()
    assert [notice.code for notice in find_visit([paragraph("on 6 June 2017")], LETTER).notices] == ["dates-doubted"]


def test_a_visit_on_the_day_of_its_letter_is_doubted() -> None:
    visit = find_visit([paragraph("a visit on 9 and 10 March 2018")], LETTER)
    message = "The visit is dated 2018-03-09, the day of the letter. Compare with the document."
    assert visit.notices == (NoticeDraft(NoticeLevel.WARNING, NoticeCode.DATES_DOUBTED, message, 2, 14),)


def test_the_visit_stands_where_its_days_are_printed() -> None:
    first = Block(BlockKind.PARAGRAPH, "Dear Ms Ash", "Dear Ms Ash", Place(1, 3))
    assert find_visit([first, paragraph("on 5 February 2018")], LETTER).place == PLACE


def test_a_day_without_a_year_may_be_that_of_an_earlier_visit_too() -> None:
    blocks = [paragraph("Much has changed since the visit on 6 November."), paragraph("on 5 and 6 February 2018")]
    assert find_visit(blocks, LETTER).printed == "5 to 6 February 2018"


def test_a_day_of_the_visit_may_be_named_again_as_the_one_since_which_much_changed() -> None:
    blocks = [paragraph("We came on 6 November. Since 6 November, much has changed."), paragraph("on 5 February 2018")]
    visit = find_visit(blocks, LETTER)
    assert visit.started
    assert (visit.started.iso, visit.printed) == ("2017-11-06", "6 November")


@pytest.mark.parametrize("named", ["Joanna Warlow", "J. Warlow", "Joanna M. Warlow"])
def test_who_signs_may_be_named_with_another_form_of_the_first_name(named: str) -> None:
    signature = [paragraph("Yours sincerely"), paragraph("Jo Warlow")]
    assert find_signatory(signature, f"The inspectors were {named} and Tom Seaton.") == "Jo Warlow"
    assert find_signatory(signature, "The inspectors were Peter Warlow and Tom Seaton.") is None


def test_who_signs_with_three_names_may_be_named_with_two() -> None:
    assert find_signatory([paragraph("Jo Anne Warlow")], "The inspector was Joanna Warlow.") == "Jo Anne Warlow"


def test_the_name_stands_behind_a_salutation_with_a_comma() -> None:
    signature = [paragraph("Yours sincerely,"), paragraph("Helen Marlow")]
    assert find_signatory(signature, "Helen Marlow led the visit.") == "Helen Marlow"


def test_who_signs_and_was_named_as_inspector_leads() -> None:
    signature = [paragraph("Yours sincerely"), paragraph("Helen Marlow"), paragraph("Her Majesty's Inspector")]
    assert find_signatory(signature, "The inspectors were Helen Marlow and Tom Seaton.") == "Helen Marlow"
    assert find_signatory(signature, "The inspectors were Tom Seaton and others.") is None


def test_a_signature_on_one_line_is_read_too() -> None:
    signature = [paragraph("Yours sincerely Helen Marlow, Her Majesty's Inspector")]
    assert find_signatory(signature, "Helen Marlow led the visit.") == "Helen Marlow"


@pytest.mark.parametrize("printed", ["5 and 6 February 2017", "11 and 12 December 2016"])
def test_days_that_only_another_year_brings_near_the_letter_are_doubted_where_others_are_taken(printed: str) -> None:
    blocks = [paragraph(f"A focused visit on {printed}."), paragraph("since the visit on 8 November 2017")]
    visit = find_visit(blocks, LETTER)
    assert visit.printed == "8 November 2017"
    assert [notice.code for notice in visit.notices] == [NoticeCode.DATES_DOUBTED]
    assert find_visit([paragraph(f"Since the visit on {printed}"), *blocks[1:]], LETTER).notices == ()
