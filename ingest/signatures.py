"""What the first bytes of a file tell of its kind, without a library."""

import re
import zlib
from zipfile import BadZipFile

UNPACKING_ERRORS = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, KeyError)
"""What the library for zip raises when an archive is damaged, locked, or packed in a way that it does not know."""

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
RICH_TEXT = b"{\\rtf"
PDF = b"%PDF-"
PDF_WITHIN = 1024
"""Bytes at the beginning of a file in which the signature of a PDF stands."""

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How documents of older office programs begin (OLE compound files)."""

WEB_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
TAR = (257, b"ustar")
UNREAD = {
    b"7z\xbc\xaf\x27\x1c": "an archive (7z). Unpack it, or pack it as .zip",
    b"Rar!\x1a\x07": "an archive (RAR). Unpack it, or pack it as .zip",
    b"\x1f\x8b": "packed with gzip. Unpack it",
    b"BZh": "packed with bzip2. Unpack it",
    b"\x89PNG": "a picture. Put it through text recognition and save it as a PDF with text",
    b"\xff\xd8\xff": "a picture. Put it through text recognition and save it as a PDF with text",
    b"GIF8": "a picture. Put it through text recognition and save it as a PDF with text",
    b"II*\x00": "a picture. Put it through text recognition and save it as a PDF with text",
    b"MM\x00*": "a picture. Put it through text recognition and save it as a PDF with text",
}
"""Kinds of files that are not read, each with its name and what to do before its document is read."""

HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*)+")
BY_PROGRAMS = re.compile(rb"^(?:MIME-Version|Received|Message-ID|Return-Path|Content-Type|X-[\w-]+):", re.I | re.M)
BY_PEOPLE = re.compile(rb"^(?:From|To|Subject|Date):", re.I | re.M)
FEWEST = 2
"""Lines of a mail's header that people know, at least."""


def is_zip(head: bytes) -> bool:
    """Tell whether a file begins like a zip package: an archive, or a document of an office program."""
    return head.startswith(ZIP)


def is_mail(head: bytes) -> bool:
    """Tell whether a file begins with the header of a mail, in which one line is of those that only programs write."""
    found = HEADERS.match(head)
    return bool(found and BY_PROGRAMS.search(found[0]) and len(BY_PEOPLE.findall(found[0])) >= FEWEST)


def is_pdf(head: bytes) -> bool:
    """Tell by the first kilobyte whether a file claims to be a PDF. A web page that mentions the signature does not."""
    at = head[:PDF_WITHIN].find(PDF)
    return at >= 0 and not head[:at].lstrip().startswith(b"<")


def is_compound(head: bytes) -> bool:
    """Tell whether a file begins like a compound file."""
    return head.startswith(COMPOUND)


def is_web_page(text: str) -> bool:
    """Tell whether a text begins like a web page."""
    return WEB_PAGE.match(text) is not None


def is_rich_text(head: bytes) -> bool:
    """Tell whether a file begins like one in Rich Text Format."""
    return head.startswith(RICH_TEXT)


def unread_kind(head: bytes) -> str | None:
    """The name of a kind of file that is not read, with what to do about it; None for any other."""
    if head[TAR[0] :].startswith(TAR[1]):
        return "an archive (tar). Unpack it, or pack it as .zip"
    return next((what for sign, what in UNREAD.items() if head.startswith(sign)), None)
