"""Readers: from the bytes of a file to blocks. Its contents choose the reader, never its name.

In this order: a zip package by its parts, a document of an older office program by its streams, other kinds by their
first bytes; a mail by its header; a PDF by its signature, which may stand behind a few lines. Everything else is text:
a web page, a table, Markdown, or a report as text. Libraries are imported by the readers that need them, because most
runs read one kind of file.
"""

from importlib import import_module
from typing import Any

from ingest.blocks import ReadDocument
from ingest.notices import Refused
from ingest.readers import compound, packages, pdf, text
from ingest.readers.garbled import mend
from ingest.signatures import is_compound, is_mail, is_pdf, is_rich_text, is_zip, unread_kind
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

READERS = (
    *(pdf.READER, text.READER, "word/1", "spreadsheet/1", "open-text/1", "rtf/1", "html/1", "csv/1", "markdown/1"),
    "mail/1",
)
"""The readers with their current versions, as they are stored with what was read."""

PACKAGES = {
    MediaType.WORD: "word",
    MediaType.OPEN_TEXT: "open_text",
    MediaType.EXCEL: "spreadsheet",
    MediaType.EXCEL_BINARY: "spreadsheet",
    MediaType.OPEN_SPREADSHEET: "spreadsheet",
}
"""The module that reads each kind of package."""


def read(data: bytes) -> ReadDocument:
    """Read a file. Raises Refused, with what to do about it, when the file cannot be read."""
    return mend(_read(data))


def _read(data: bytes) -> ReadDocument:
    if is_zip(data):
        return _package(data)
    if is_compound(data):
        kind = compound.kind_of(data)
        return _reader("spreadsheet").read(data, kind)  # type: ignore[no-any-return]
    if what := unread_kind(data):
        raise Refused(NoticeCode.KIND_OF_FILE, f"The file is {what}, and read that.")
    if is_rich_text(data):
        return _reader("rich_text").read(data)  # type: ignore[no-any-return]
    if is_mail(data):
        return _reader("mail").read(data)  # type: ignore[no-any-return]
    return pdf.read(data) if is_pdf(data) else text.read(data)


def _package(data: bytes) -> ReadDocument:
    kind = packages.kind_of(data)
    if kind is None:
        raise Refused(NoticeCode.KIND_OF_FILE, "The file is an archive. Unpack it and read the documents in it.")
    reader = _reader(PACKAGES[kind])
    return reader.read(data, kind) if PACKAGES[kind] == "spreadsheet" else reader.read(data)  # type: ignore[no-any-return]


def _reader(name: str) -> Any:
    return import_module(f"ingest.readers.{name}")
