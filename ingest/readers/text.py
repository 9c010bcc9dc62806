"""The reader of plain text: a report that was saved or recognised as text, and tables as text (CSV).

Form feeds, tabs, ``<p>``, bullets, numbers, raised figures and short lines without an end mark tell pages, tables,
frames, lists, paragraphs, footnotes and headings; ``**bold**``, ``<u>`` and the like are removed. A file that is not
text is refused; one in another encoding than UTF-8 is read with a notice.
"""

import hashlib
import unicodedata

from ingest.blocks import ReadDocument
from ingest.notices import NoticeDraft, Refused
from ingest.page.characters import unreadable
from ingest.readers import delimited, marked_text
from ingest.readers.garbled import changed_lines, mended, notice
from ingest.readers.text_blocks import blocks_of
from ingest.readers.text_context import mark_headings, nest_again
from ingest.readers.text_lines import source_lines, unwrap
from ingest.signatures import is_web_page
from ingest.wording.joining import join_broken
from ingest.wording.standard import join_standard
from inspections.documents import plain_text
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

READER = "text/1"
MEDIA_TYPE = "text/plain"
FEW_CONTROLS = 0.01
"""The share of control characters that text may have."""


def decode(data: bytes) -> tuple[str, tuple[NoticeDraft, ...]]:
    """Decode text: by its byte order mark, as UTF-8, or by what fits best with a notice (``encoding-guessed``).

    Raises Refused for an empty file (``empty``) and for one that is not text (``not-text``).
    """
    if not data.strip():
        raise Refused(NoticeCode.EMPTY, "The file is empty. Save the document again and read the new file.")
    try:
        text, guessed = plain_text.decode(data)
    except plain_text.NotTextError as error:
        raise Refused(NoticeCode.NOT_TEXT, str(error)) from error
    if guessed is None:
        return text, ()
    message = f"The file is not UTF-8; it was read as {guessed}. Check names and signs such as £ and ’."
    return text, (NoticeDraft(NoticeLevel.WARNING, NoticeCode.ENCODING_GUESSED, message),)


def check_letters(text: str) -> tuple[NoticeDraft, ...]:
    """An error (``text-unreadable``) when the text has signs that stand for letters which were lost."""
    lost = sorted(unreadable(text))
    if not lost:
        return ()
    before = text[: lost[0]]
    line = len(plain_text.lines_of(before))
    page = before.count("\f") + 1 if "\f" in text else None
    letters = "A letter" if len(lost) == 1 else f"{len(lost):,} letters"
    message = f"{letters} of the file cannot be read, the first in line {line}: words are wrong. Save the text again."
    return (NoticeDraft(NoticeLevel.ERROR, NoticeCode.TEXT_UNREADABLE, message, page, line),)


def read(data: bytes) -> ReadDocument:
    """Read a text file.

    Raises Refused when it is empty (``empty``), is not text (``not-text``) or is a web page without a report
    (``html-page``).
    """
    printed, notices = decode(data)
    text = mended(printed)
    if not _is_text(text):
        message = "The file holds control characters that text does not have. Only PDF and text can be read."
        raise Refused(NoticeCode.NOT_TEXT, message)
    if is_web_page(text):
        from ingest.readers import web_page  # it needs a library of its own

        return web_page.read(data, notices)
    if text != printed:
        notices = (*notices, notice(changed_lines(printed, text)))
    if marked_text.is_markdown(text):
        return marked_text.read(data, text, notices)
    if rows := delimited.rows_of(text):
        return delimited.read(data, rows, notices)
    notices += check_letters(text)
    lines = unwrap(list(source_lines(text)))
    blocks = join_standard(join_broken(nest_again(mark_headings(list(blocks_of(lines))))))
    pages = text.count("\f") + 1 if "\f" in text else None
    return ReadDocument(hashlib.sha256(data).hexdigest(), MEDIA_TYPE, pages, blocks, READER, notices)


def _is_text(text: str) -> bool:
    controls = sum(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r\f" for sign in text)
    return controls <= len(text) * FEW_CONTROLS
