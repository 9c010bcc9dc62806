"""Readers: from the bytes of a file to blocks. The file's first bytes decide which reader is asked, never its name."""

from ingest.blocks import ReadDocument
from ingest.readers import pdf, text

READERS = (pdf.READER, text.READER)
"""The readers of today with their versions, as they are recorded with what was read."""


def read(data: bytes) -> ReadDocument:
    """Read a file. Raises Refused, with what to do about it, when it is not a document that can be read."""
    return pdf.read(data) if pdf.is_pdf(data) else text.read(data)
