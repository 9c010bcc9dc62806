"""A part of a file, as a client asks for it to go on with a download (RFC 9110, 14: range requests).

One range of bytes is served. Several at once, another unit, and a range of an older version (``If-Range``) are answered
with the whole file, which the standard allows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.http import HttpRequest

RANGE = re.compile(r"\s*bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*")


@dataclass(frozen=True, slots=True)
class ByteRange:
    """The bytes from ``first`` to ``last``, both included, of ``size``; none of them where ``last`` is before."""

    first: int
    last: int
    size: int

    @property
    def is_satisfiable(self) -> bool:
        """Whether the file has any of these bytes."""
        return self.first <= self.last

    @property
    def length(self) -> int:
        """The number of bytes."""
        return self.last - self.first + 1

    @property
    def header(self) -> str:
        """The value of ``Content-Range``."""
        return f"bytes {self.first}-{self.last}/{self.size}" if self.is_satisfiable else f"bytes */{self.size}"


def asked_range(request: HttpRequest, etag: str, size: int) -> ByteRange | None:
    """The range that is asked for of a file with this strong tag and size; None for the whole file."""
    found = RANGE.fullmatch(request.headers.get("Range", ""))
    is_same = request.headers.get("If-Range", etag) == etag
    if not found or not is_same or found.groups() == ("", "") or request.method != "GET":
        return None
    first, last = found.groups()
    if not first:  # the last bytes, as many as the number says
        return ByteRange(max(size - int(last), 0), size - 1 if int(last) else -1, size)
    if last and int(last) < int(first):
        return None
    return ByteRange(int(first), min(int(last), size - 1) if last else size - 1, size)
