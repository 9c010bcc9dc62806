"""The reader of e-mails (.eml, RFC 5322): the words of the message; attachments are documents of their own.

Sender, recipients, date and subject are furniture. The words are those of the plain text, or of the web page where
there is no plain text or one that says far less, which is furniture then.
"""

import hashlib
import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart

from ingest.blocks import Block, BlockKind, Place, ReadDocument
from ingest.notices import Refused
from ingest.readers import text, web_page
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

READER = "mail/1"
MORE = 1.5
"""From how many times the words of the plain text on the web page of a mail is read; the text only points to it."""

OF_TEXT = frozenset({"text/css", "text/javascript", "application/javascript"})
"""Kinds of parts that belong to the text, as those of a web page that was saved with everything in one file."""
SHOWN = ("From", "To", "Cc", "Date", "Subject")


def _message(data: bytes) -> EmailMessage:
    try:
        return message_from_bytes(data, policy=policy.default)
    except (MessageError, ValueError, LookupError) as error:
        raise Refused(NoticeCode.DAMAGED_FILE, "The mail is damaged and cannot be read. Save it again.") from error


def read(data: bytes) -> ReadDocument:
    """Read the words of a mail. Raises Refused when it is damaged (``damaged-file``) or has none (``empty``)."""
    message = _message(data)
    plain, body = message.get_body(("plain",)), _body(message)
    words = _words(body) if body else b""
    if not words.strip():
        raise Refused(NoticeCode.EMPTY, "The mail has no text. Save its attachments, if it has any, and read those.")
    is_page = body is not None and body.get_content_subtype() == "html"
    inner = web_page.read(words) if is_page else text.read(words)
    head = tuple(
        Block(BlockKind.FURNITURE, f"{name}: {message[name]}", f"{name}: {message[name]}", Place(where="header"))
        for name in SHOWN
        if message[name]
    )
    if plain is not None and body is not plain and (said := " ".join(_content(plain).split())):
        head = (*head, Block(BlockKind.FURNITURE, said, said, Place(where="plain text")))
    sha256 = hashlib.sha256(data).hexdigest()
    return ReadDocument(sha256, MediaType.MAIL, None, (*head, *inner.blocks), READER, inner.notices)


def _body(message: EmailMessage) -> MIMEPart | None:
    """The part with the words: the plain text, or the web page where that has far more of them."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    if plain is None or page is None:
        return plain or page
    shown = re.sub(r"<(?:style|script)\b.*?</|<[^>]*>", " ", _content(page), flags=re.I | re.S)
    return page if len(shown.split()) > MORE * len(_content(plain).split()) else plain


def _words(part: MIMEPart) -> bytes:
    """The words of the part that is read: in UTF-8, but those of a web page as they are if only that tells of them."""
    tells_itself = part.get_content_subtype() == "html" and part.get_content_charset() is None
    return _bytes(part) if tells_itself else _content(part).encode()


def _content(part: MIMEPart) -> str:
    """The text of a part; its letters are those that it names, where it names none UTF-8, else those of Windows."""
    data = _bytes(part)
    for encoding in filter(None, (part.get_content_charset(), "utf-8")):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


def _bytes(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """The files attached to a mail with their names. Pictures, styles and fonts of its own text are none."""
    found = []
    message = _message(data)
    for number, part in enumerate(message.iter_attachments() if message.is_multipart() else (), 1):
        kind = part.get_content_type()
        if part.get_content_maintype() == "image" and (part["Content-ID"] or not part.is_attachment()):
            continue
        if not part.is_attachment() and (kind in OF_TEXT or part.get_content_maintype() == "font"):
            continue
        name = part.get_filename() or f"attachment-{number}{'.eml' if kind == 'message/rfc822' else ''}"
        if kind == "message/rfc822":
            inner = part.get_payload(0)
            found.append((name, inner.as_bytes() if isinstance(inner, EmailMessage) else b""))
        else:
            content = part.get_payload(decode=True)
            found.append((name, content if isinstance(content, bytes) else b""))
    return found
