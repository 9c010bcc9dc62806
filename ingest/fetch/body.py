"""The body of an answer in pieces of bounded size, unpacked where the server packed it without being asked."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import httpx

PIECE = 256 << 10
"""Bytes of the largest piece."""
WINDOW = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
"""Encodings that are unpacked, as zlib names them."""
IDENTITY = ("", "identity")


class WrongBody(Exception):
    """A body that is not whole; the message says so as a sentence. Asking again may help."""


class UnknownEncoding(WrongBody):
    """A body that is packed in a way that was not asked for and is not known."""


def encoding_of(response: httpx.Response) -> str:
    """How the body is packed; "" where it is not."""
    found = response.headers.get("Content-Encoding", "").strip().lower()
    return "" if found in IDENTITY else found


def pieces_of(response: httpx.Response) -> Iterator[bytes]:
    """The body, piece by piece. Raises WrongBody and httpx.TransportError."""
    encoding = encoding_of(response)
    if not encoding:
        yield from response.iter_raw()
    elif encoding in WINDOW:
        yield from _unpacked(response, WINDOW[encoding])
    else:
        raise UnknownEncoding(f"It is packed as “{encoding[:40]}”, which was not asked for.")


def _unpacked(response: httpx.Response, window: int) -> Iterator[bytes]:
    """Unpack no more than a piece at a time, however densely it is packed."""
    unpacking = zlib.decompressobj(window)
    try:
        for raw in response.iter_raw():
            rest = raw
            while rest and not unpacking.eof:
                if piece := unpacking.decompress(rest, PIECE):
                    yield piece
                rest = unpacking.unconsumed_tail
        yield from filter(None, (unpacking.flush(),))
    except zlib.error as error:
        raise WrongBody("It was packed by the server and cannot be unpacked.") from error
    if not unpacking.eof:
        raise WrongBody("It was packed by the server, and its end is missing.")
