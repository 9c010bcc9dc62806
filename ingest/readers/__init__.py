"""Readers: from the bytes of a file to blocks. Its contents choose the reader, never its name.

In this order: a PDF by its signature; a zip package by its parts, and a document of an older office program by its
streams; text, which is a table when its lines are rows of cells, and else a report as text. Libraries are imported by
the readers that need them, because most runs read one kind of file.
"""

from ingest.blocks import ReadDocument
from ingest.notices import Refused
from ingest.readers import compound, packages, pdf, text
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

READERS = (pdf.READER, text.READER, "word/1", "spreadsheet/1", "csv/1")
"""The readers with their current versions, as they are stored with what was read."""


def read(data: bytes) -> ReadDocument:
    """Read a file. Raises Refused, with what to do about it, when the file cannot be read."""
    if pdf.is_pdf(data):
        return pdf.read(data)
    if packages.is_zip(data):
        return _package(data)
    if compound.is_compound(data):
        return _spreadsheet(data, compound.kind_of(data))
    return text.read(data)


def _package(data: bytes) -> ReadDocument:
    kind = packages.kind_of(data)
    match kind:
        case MediaType.WORD:
            from ingest.readers import word

            return word.read(data)
        case MediaType.EXCEL | MediaType.EXCEL_BINARY | MediaType.OPEN_SPREADSHEET:
            return _spreadsheet(data, kind)
    message = "The file is an archive. Unpack it and read the documents in it."
    raise Refused(NoticeCode.KIND_OF_FILE, message)


def _spreadsheet(data: bytes, kind: MediaType) -> ReadDocument:
    from ingest.readers import spreadsheet

    return spreadsheet.read(data, kind)
