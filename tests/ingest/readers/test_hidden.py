from ingest.readers.hidden import hidden_words
from inspections.notice_codes import NoticeCode


def test_hidden_words_are_counted_and_not_quoted() -> None:
    (notice,) = hidden_words(["a secret", "", "word"])
    assert notice.code is NoticeCode.TEXT_HIDDEN
    assert "3 words" in notice.message
    assert "secret" not in notice.message
    assert "a word that is" in hidden_words(["secret"])[0].message


def test_without_words_nothing_is_hidden() -> None:
    assert hidden_words([" ", ""]) == ()
