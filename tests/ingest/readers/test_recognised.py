from ingest.page.words import PrintedWord
from ingest.readers.pdfium.recognition import RecognisedPage
from ingest.readers.recognised import SHOWN, check_recognised
from inspections.notice_codes import NoticeCode


def page(*words: tuple[str, float]) -> RecognisedPage:
    printed = [PrintedWord(text, 0, 0, 9, 9, 12, bold=False) for text, _ in words]
    return RecognisedPage(printed, [sure for _, sure in words], [])


def doubts(*words: tuple[str, float]) -> list[str]:
    return [n.message for n in check_recognised({3: page(*words)}) if n.code is NoticeCode.RECOGNITION_DOUBTED]


def test_every_page_is_told_with_its_confidence() -> None:
    (notice,) = check_recognised({3: page(("Plans", 90.0), ("change", 80.0))})
    assert (notice.code, notice.page) == (NoticeCode.TEXT_RECOGNISED, 3)
    assert "2 words" in notice.message
    assert "85%" in notice.message


def test_a_page_without_words_is_not_sure() -> None:
    (notice,) = check_recognised({3: page()})
    assert "0%" in notice.message


def test_only_grades_and_figures_that_are_not_sure_are_named() -> None:
    assert doubts(("Plans", 20.0), ("Good", 95.0), ("12", 80.0)) == []
    (message,) = doubts(("Good,", 79.0), ("17", 20.0), ("IO8", 20.0))
    assert all(f"“{word}”" in message for word in ("Good,", "17", "IO8"))


def test_no_more_words_are_named_than_one_reads() -> None:
    (message,) = doubts(*[(str(number), 20.0) for number in range(SHOWN + 3)])
    assert f"“{SHOWN}”" not in message
    assert "and 3 more" in message
