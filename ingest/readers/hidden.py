"""The notice about words that are formatted as hidden, in files of word processors.

It does not quote them: somebody may have wanted them hidden.
"""

from collections.abc import Iterable

from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel


def hidden_words(texts: Iterable[str]) -> tuple[NoticeDraft, ...]:
    """The notice about these texts, if they have any words."""
    count = sum(len(text.split()) for text in texts)
    if not count:
        return ()
    words = "a word that is" if count == 1 else f"{count} words that are"
    them = (
        "It was left out. Show it and save the file if it is"
        if count == 1
        else ("They were left out. Show them and save the file if they are")
    )
    message = f"The file holds {words} formatted as hidden. {them} to be read."
    return (NoticeDraft(NoticeLevel.WARNING, NoticeCode.TEXT_HIDDEN, message),)
