import pytest

from ingest.readers.cell_formats import SheetFormats
from ingest.readers.sheet_doubts import doubts_of, hidden_sheets, some
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

FILLED = {(0, 0), (0, 1), (4, 1)}


def noticed(looks: SheetFormats) -> list[tuple[NoticeCode, str]]:
    return [(notice.code, notice.message) for notice in doubts_of("Aims", FILLED, looks)]


@pytest.mark.parametrize(
    ("looks", "code", "says"),
    [
        (SheetFormats(hidden=[1, 2, 5]), NoticeCode.TEXT_HIDDEN, "these rows are hidden, but were read: 1, 5."),
        (SheetFormats(hidden_columns=[1, 2]), NoticeCode.TEXT_HIDDEN, "these columns are hidden, but were read: B."),
        (
            SheetFormats(unseen={(4, 1), (9, 9)}),
            NoticeCode.TEXT_HIDDEN,
            "the words of these cells cannot be seen, but were read: B5.",
        ),
        (
            SheetFormats(struck={(4, 1), (0, 0), (9, 9)}),
            NoticeCode.TEXT_STRUCK,
            "words of these cells are struck through, but were read: A1, B5.",
        ),
        (
            SheetFormats(comments={(9, 9)}),
            NoticeCode.COMMENTS_LEFT,
            "these cells have comments, which were not read: J10.",
        ),
        (
            SheetFormats(uncounted={(0, 1)}),
            NoticeCode.WORDS_LOST,
            "these cells hold formulas without their values, which were not read: B1.",
        ),
        (SheetFormats(boxed=1), NoticeCode.TEXT_IN_ANNOTATIONS, "a word stands in a text box over the cells and was"),
        (SheetFormats(boxed=3), NoticeCode.TEXT_IN_ANNOTATIONS, "3 words stand in text boxes or charts over the cells"),
    ],
)
def test_each_doubt_names_its_place(looks: SheetFormats, code: NoticeCode, says: str) -> None:
    ((found, message),) = noticed(looks)
    assert (found, message.startswith(f"In the sheet Aims {says}")) == (code, True)


def test_lost_values_are_an_error_and_all_else_is_a_warning() -> None:
    looks = SheetFormats(uncounted={(0, 1)}, struck={(0, 0)})
    assert [one.level for one in doubts_of("Aims", FILLED, looks)] == [NoticeLevel.WARNING, NoticeLevel.ERROR]


def test_a_sheet_without_any_has_no_notice() -> None:
    assert noticed(SheetFormats(hidden=[2], hidden_columns=[2], struck={(9, 9)})) == []
    assert hidden_sheets([]) == ()


def test_names_that_are_many_are_counted() -> None:
    assert some([str(number) for number in range(1, 15)]) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more"
    assert some(["A"]) == "A"
