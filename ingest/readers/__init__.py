"""Readers: from the bytes of a file to blocks. The first bytes of a file choose its reader, never its name."""

from ingest.blocks import ReadDocument
from ingest.readers import pdf, text

READERS = (pdf.READER, text.READER)
"""The readers with their current versions, as they are stored with what was read."""


def read(data: bytes) -> ReadDocument:
    """Read a file. Raises Refused, with what to do about it, when the file cannot be read."""
    return pdf.read(data) if pdf.is_pdf(data) else text.read(data)
