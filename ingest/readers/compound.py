"""Documents of older office programs (OLE compound files): only spreadsheets are read, the others say what to do.

A compound file has a directory of named streams, in UTF-16. The name of the main stream tells the program; a document
that was locked with a password has a stream ``EncryptedPackage``.
"""

from ingest.notices import Refused
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

LOCKED = "EncryptedPackage"
SPREADSHEETS = ("Workbook", "Book")
UNREAD = {
    "WordDocument": "a Word 97 document (.doc). Save it as .docx or PDF and read that",
    "PowerPoint Document": "a PowerPoint presentation. Save it as PDF and read that",
    "__properties_version1.0": "an Outlook message (.msg). Save it as .eml, or save its attachments, and read those",
}


def kind_of(data: bytes) -> MediaType:
    """The kind of document that a compound file holds, if it is read.

    Raises Refused for one that is locked with a password (``encrypted``) or of a kind that is not read
    (``kind-of-file``).
    """
    if _has(data, LOCKED):
        message = "The document is locked with a password. Save it without one and read that."
        raise Refused(NoticeCode.ENCRYPTED, message)
    for stream, what in UNREAD.items():
        if _has(data, stream):
            raise Refused(NoticeCode.KIND_OF_FILE, f"The file is {what}.")
    if any(_has(data, stream) for stream in SPREADSHEETS):
        return MediaType.EXCEL_97
    message = "The file is of an older office program and of a kind that is not read. Save it as PDF and read that."
    raise Refused(NoticeCode.KIND_OF_FILE, message)


def _has(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in data
