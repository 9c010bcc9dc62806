"""Equal doubts about many rows are one notice."""

from ingest.blocks import Place
from ingest.profiles.tables.doubts import MOST_PLACES, RowDoubts
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel


def test_equal_doubts_are_one_notice_that_names_its_rows():
    doubts = RowDoubts()
    for n in (3, 5):
        doubts.add(NoticeLevel.ERROR, NoticeCode.GRADE_UNREADABLE, "A grade is lost", Place(line=n), "Kent")
    doubts.add(NoticeLevel.INFO, NoticeCode.NOT_JUDGED, "Not judged", Place(where="sheet A, row 7", line=9))
    first, second = doubts.notices
    assert first.message.startswith("A grade is lost: Kent (line 3); Kent (line 5).")
    assert first.line == 3
    assert second.message == "Not judged: sheet A, row 7."


def test_a_notice_counts_the_places_that_it_does_not_name():
    doubts = RowDoubts()
    for n in range(MOST_PLACES + 2):
        doubts.add(NoticeLevel.INFO, NoticeCode.NOT_JUDGED, "Not judged", Place(page=n + 1))
    (notice,) = doubts.notices
    assert notice.message.endswith(f"page {MOST_PLACES} and 2 more.")


def test_the_same_doubt_about_a_row_is_told_once():
    doubts = RowDoubts()
    doubts.add(NoticeLevel.INFO, NoticeCode.NOT_JUDGED, "Not judged", Place(line=1))
    doubts.add(NoticeLevel.INFO, NoticeCode.NOT_JUDGED, "Not judged", Place(line=1))
    assert [notice.message for notice in doubts.notices] == ["Not judged: line 1."]
