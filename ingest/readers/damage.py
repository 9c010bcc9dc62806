"""Damage to a PDF that pdfium does not report: a missing end, or content that does not fit its checksum.

Compressed streams end with a checksum of their content (zlib, RFC 1950) which pdfium does not verify, so that a
flipped bit may change or drop words unnoticed. Every compressed stream that can carry words is verified: pages, fonts
with their character maps (pdfium drops the letters that a damaged font lacks), object streams. Images and encrypted
files are skipped.
"""

import base64
import re
import zlib
from collections.abc import Iterator

from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

END = b"%%EOF"
TAIL = 2048
"""Bytes at the end of a file in which its end mark stands."""

HEAD = 400
"""Bytes in front of a stream in which its dictionary is looked for."""

PICTURE = re.compile(rb"/Subtype\s*/Image(?![A-Za-z])")
"""The sign in its dictionary that a stream carries no words."""

PACKED = re.compile(rb"/Filter\s*(?:\[\s*)?(?:/(ASCII85|ASCIIHex)Decode\s*)?/FlateDecode\b")
"""How a stream is packed that can be verified here: compressed, and perhaps written in printable characters."""

NO_BYTES = b"?"
"""Stands for a stream whose printable characters mean no bytes."""

PIECE = 1 << 20
PIECES = 64
"""A stream is unpacked in pieces of a megabyte, and verified no further than 64 of them."""


def _streams(data: bytes, sign: bytes = b"") -> Iterator[bytes]:
    """The compressed streams that may carry words, and whose dictionaries have a sign."""
    at = data.find(b"stream")
    while at >= 0:
        if data[at + 6 : at + 7] not in (b"\r", b"\n"):  # a word, such as a part of the name of a font
            at = data.find(b"stream", at + 6)
            continue
        end = data.find(b"endstream", at + 6)
        end = end if end >= 0 else len(data)
        head = data[max(0, at - HEAD) : at]
        head = head[head.rfind(b" obj") + 1 :]
        packed = PACKED.search(head)
        if sign in head and packed and not PICTURE.search(head):
            start = at + (8 if data[at + 6 : at + 8] == b"\r\n" else 7)
            yield _bytes_of(data[start:end], packed[1])
        at = data.find(b"stream", end + len(b"endstream"))


def _bytes_of(stream: bytes, written: bytes | None) -> bytes:
    """The compressed bytes of a stream that may be written in printable characters; ``NO_BYTES`` if it is not."""
    if not written:
        return stream
    try:
        if written == b"ASCII85":
            return base64.a85decode(stream.strip().removesuffix(b"~>"))
        return bytes.fromhex(stream.strip().removesuffix(b">").decode("ascii"))
    except ValueError:
        return NO_BYTES


def _is_intact(packed: bytes) -> bool:
    """Tell whether a compressed stream can be unpacked and fits its checksum.

    One with nothing in it, that of an empty page, and a very large one count as intact.
    """
    if not packed.strip():
        return True
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


def has_layers(data: bytes) -> bool:
    """Tell whether a PDF may have layers that can be off. The sign of them may stand in a compressed object stream."""
    if b"/OCProperties" in data or b"/Encrypt" in data:
        return True
    if b"/ObjStm" not in data:
        return False
    for packed in _streams(data, b"/ObjStm"):
        try:
            if b"/OCProperties" in zlib.decompressobj().decompress(packed, PIECE * PIECES):
                return True
        except zlib.error:
            return True
    return False


def find_damage(data: bytes) -> NoticeDraft | None:
    """An error (``damaged-file``) when the end of a PDF is missing or a stream does not fit its checksum."""
    if b"/Encrypt" in data:
        return None
    broken = sum(not _is_intact(packed) for packed in _streams(data))
    if broken:
        message = (
            f"The file is damaged: {broken} of its streams do not fit their checksums, "
            "so words may be missing or wrong. Download it again."
        )
    elif END not in data[-TAIL:]:
        message = "The end of the file is missing, so pages may be too. Download it again."
    else:
        return None
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.DAMAGED_FILE, message)
