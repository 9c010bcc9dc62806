"""Whether what a server sends is a kind of file that the source allows: by its bytes, whatever it is called.

The header ``Content-Type`` refuses early what is plainly something else (a picture, a film, a page where none is
wanted), so that it is not taken at all. Otherwise the first bytes decide: a page that tells of an error is often sent
as a PDF.
"""

from __future__ import annotations

from collections.abc import Collection

from ingest.fetch.sources import ARCHIVE, PAGE
from ingest.signatures import is_compound, is_mail, is_pdf, is_rich_text, is_web_page, is_zip, unread_kind

HEAD = 8192
"""Bytes at the beginning that tell the kind."""
PACKAGES = frozenset({"docx", "odt", "xlsx", "xlsb", "ods", ARCHIVE})
TEXTS = frozenset({"txt", "csv", "md"})
OTHER = ("image/", "audio/", "video/", "font/", "multipart/")
PAGES = ("text/html", "application/xhtml+xml")

A_PAGE = "The server sent a web page in place of a document."
ANOTHER = "The server sent a kind of file that the source does not allow"


def unfit_header(content_type: str, types: Collection[str]) -> str:
    """Why a file of this ``Content-Type`` is not taken, as a sentence; "" if it may be one that is allowed."""
    kind = content_type.split(";", maxsplit=1)[0].strip().lower()
    if kind in PAGES and PAGE not in types:
        return A_PAGE
    return f"{ANOTHER} ({kind[:60]})." if kind.startswith(OTHER) else ""


def unfit_bytes(head: bytes, types: Collection[str]) -> str:
    """Why a file that begins like this is not taken, as a sentence; "" if it is one that is allowed."""
    possible = _kinds(head)
    if possible & set(types):
        return ""
    return A_PAGE if possible == {PAGE} else f"{ANOTHER}."


def suffix_of(head: bytes, types: Collection[str]) -> str:
    """The suffix of a file that is allowed and begins like this, "" where it may be several kinds."""
    possible = sorted(_kinds(head) & set(types))
    return f".{possible[0]}" if len(possible) == 1 else ""


def _kinds(head: bytes) -> frozenset[str]:
    """The kinds of file that may begin like this."""
    if is_pdf(head):
        return frozenset({"pdf"})
    if is_zip(head):
        return PACKAGES
    if is_compound(head):
        return frozenset({"xls"})
    if is_rich_text(head):
        return frozenset({"rtf"})
    if is_web_page(head.decode("utf-8-sig", errors="replace")):
        return frozenset({PAGE})
    if is_mail(head):
        return frozenset({"eml"})
    return frozenset() if unread_kind(head) or b"\0" in head else TEXTS
