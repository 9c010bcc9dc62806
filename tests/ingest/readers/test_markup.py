import pytest

from ingest.readers.markup import Markup
from inspections.notice_codes import NoticeCode


def told(markup: Markup) -> list[tuple[NoticeCode, str]]:
    return [(notice.code, notice.message) for notice in markup.notices()]


@pytest.mark.parametrize(
    ("texts", "says"), [(["a secret", "", "word"], "3 words that are"), (["secret"], "a word that is")]
)
def test_hidden_words_are_counted_and_not_quoted(texts: list[str], says: str) -> None:
    ((code, message),) = told(Markup(hidden=texts))
    assert code is NoticeCode.TEXT_HIDDEN
    assert says in message
    assert "secret" not in message


def test_words_that_may_be_hidden_are_counted() -> None:
    ((code, message),) = told(Markup(unseen=["not for", "all"]))
    assert (code, "hide words of it (3), which were read" in message) == (NoticeCode.TEXT_HIDDEN, True)


def test_struck_words_are_quoted_with_their_places() -> None:
    markup = Markup()
    markup.strike(["Audit ", "all"], "paragraph 3")
    markup.strike([" plans of every child"], "paragraph 3")
    markup.strike([" "], "paragraph 4")
    markup.strike(["Train staff"], "")
    ((code, message),) = told(markup)
    assert code is NoticeCode.TEXT_STRUCK
    assert "were read: “Audit all plans of every child” (paragraph 3); “Train staff”. Look" in message


def test_many_or_long_struck_texts_are_cut() -> None:
    markup = Markup(struck=[("Visit each child at home every week", f"row {number}") for number in range(7)])
    ((_, message),) = told(markup)
    assert "“Visit each child at home every …” (row 0)" in message
    assert "(row 4); and 2 more. Look" in message


@pytest.mark.parametrize(
    ("inserted", "deleted", "says"),
    [(["always", "in time"], [], "were read (3), those that are deleted left out (0)"), ([], ["never"], "out (1)")],
)
def test_tracked_changes_are_counted(inserted: list[str], deleted: list[str], says: str) -> None:
    ((code, message),) = told(Markup(inserted=inserted, deleted=deleted))
    assert (code, says in message) == (NoticeCode.CHANGES_TRACKED, True)


@pytest.mark.parametrize(("count", "says"), [(1, "has a comment of"), (2, "has 2 comments of")])
def test_comments_are_counted(count: int, says: str) -> None:
    ((code, message),) = told(Markup(comments=count))
    assert (code, says in message) == (NoticeCode.COMMENTS_LEFT, True)


def test_a_file_without_marks_gives_no_notice() -> None:
    assert told(Markup(hidden=[" ", ""], deleted=[""], inserted=[" "])) == []
