"""Damage in the bytes of a PDF that pdfium passes over in silence: torn ends and broken checksums.

Compressed streams end with a checksum of their content (zlib, RFC 1950), which pdfium does not ask for: a flipped bit
then changes or drops words without a word. Here every compressed stream that can carry words is tried: pages, fonts' tables of
letters, packed objects. Pictures and the outlines of letters are passed over, they carry none; so are encrypted files.
"""

import zlib
from collections.abc import Iterator

from ingest.notices import Notice
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

END = b"%%EOF"
TAIL = 2048
HEAD = 400
WORDLESS = (b"/Image", b"/Length1", b"/Type1C", b"/CIDFontType0C", b"/OpenType", b"DCTDecode", b"ASCII85", b"LZW")
PIECE = 1 << 20
PIECES = 64


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the compressed streams that may carry words begin and end."""
    at = data.find(b"stream")
    while at >= 0:
        end = data.find(b"endstream", at + 6)
        end = end if end >= 0 else len(data)
        head = data[max(0, at - HEAD) : at]
        head = head[head.rfind(b" obj") + 1 :]
        if b"/FlateDecode" in head and not any(sign in head for sign in WORDLESS):
            start = at + (8 if data[at + 6 : at + 8] == b"\r\n" else 7)
            yield start, end
        at = data.find(b"stream", end + len(b"endstream"))


def _whole(packed: bytes) -> bool:
    """Tell whether a compressed stream can be unpacked and its checksum fits; one of more than 64 MB is left alone."""
    unpacker = zlib.decompressobj()
    try:
        for _ in range(PIECES):
            unpacker.decompress(packed, PIECE)
            packed = unpacker.unconsumed_tail
            if unpacker.eof or not packed:
                return unpacker.eof
    except zlib.error:
        return False
    return True


def find_damage(data: bytes) -> Notice | None:
    """A warning (``damaged-file``) when the end of the file is missing or a checksum in it does not fit."""
    if b"/Encrypt" in data:
        return None
    broken = sum(not _whole(data[start:end]) for start, end in _streams(data))
    if broken:
        message = (
            f"The file is damaged: {broken} of its streams do not fit their checksums, so words may be missing or wrong. "
            "Download it again."
        )
    elif END not in data[-TAIL:]:
        message = "The end of the file is missing, so pages may be too. Download it again."
    else:
        return None
    return Notice(NoticeLevel.WARNING, NoticeCode.DAMAGED_FILE, message)
