"""Taking an answer into a file, and going on where an earlier attempt broke off.

What has arrived of a file lies beside the validator that its server gave (a strong entity tag, else the time of the
last change). The next attempt asks for the rest with ``Range`` and ``If-Range`` (RFC 9110, 13.1.5): the server sends
the rest if the file is the same, and all of it if it has changed. A file without a validator, or one that the server
packed, is begun anew. In this order a file is refused: by its ``Content-Type``, its announced size, its first bytes,
its size, and by how densely it is packed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
from django.template.defaultfilters import filesizeformat

from ingest.containers import MAX_RATIO, SMALL
from ingest.fetch.body import WrongBody, encoding_of, pieces_of
from ingest.fetch.kinds import HEAD, unfit_bytes, unfit_header

PARTIAL = 206
STRONG_AFTER = timedelta(minutes=1)
"""How much older than the answer a time of change must be, so that no second change hides in it (RFC 9110, 8.8.2.2)."""
RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
DENSE = "The server sent it packed too densely to be honest."
EMPTY = "The server sent an empty file."


class Unfit(Exception):
    """What the server sends is not wanted; the message says why as a sentence."""


@dataclass(frozen=True, slots=True)
class WantedFile:
    """What may be taken: kinds of file by their suffix, and bytes at most."""

    types: frozenset[str]
    most: int


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that has arrived whole: where it lies, its sha256, its bytes and how it begins."""

    path: Path
    sha256: str
    size: int
    head: bytes


class PartialFile:
    """What has arrived of the file at an address, as two files in a folder."""

    def __init__(self, folder: Path, address: str) -> None:
        stem = hashlib.sha256(address.encode()).hexdigest()[:32]
        self.path = folder / f"{stem}.part"
        self._facts = folder / f"{stem}.json"

    @property
    def size(self) -> int:
        """The bytes that have arrived."""
        return self.path.stat().st_size if self.path.exists() else 0

    def headers(self) -> dict[str, str]:
        """The headers that ask for the rest; none where there is nothing to go on with."""
        validator = self._validator()
        if not validator or not self.size:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": validator}

    def begin(self, response: httpx.Response) -> None:
        """Keep what has arrived if the answer goes on from it, else begin anew. Raises WrongBody."""
        if response.status_code == PARTIAL:
            found = RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
            if found is None or int(found[1]) != self.size or not self.size or encoding_of(response):
                self.forget()
                raise WrongBody("The server sent another part than it was asked for.")
            return
        self.forget()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._facts.write_text(json.dumps({"validator": _validator_of(response)}))

    def forget(self) -> None:
        """Remove what has arrived."""
        self.path.unlink(missing_ok=True)
        self._facts.unlink(missing_ok=True)

    def _validator(self) -> str:
        with suppress(OSError, ValueError, KeyError):
            return str(json.loads(self._facts.read_text())["validator"])
        return ""


def take(response: httpx.Response, partial: PartialFile, wanted: WantedFile) -> TakenFile:
    """Take the body of an answer. Raises Unfit, WrongBody and httpx.TransportError.

    What has arrived stays after a fault of the network, and goes after every other.
    """
    try:
        return _take(response, partial, wanted)
    except Unfit:
        partial.forget()
        raise


def _take(response: httpx.Response, partial: PartialFile, wanted: WantedFile) -> TakenFile:
    if reason := unfit_header(response.headers.get("Content-Type", ""), wanted.types):
        raise Unfit(reason)
    partial.begin(response)
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and partial.size + int(announced) > wanted.most:
        raise Unfit(_too_large(wanted))
    head = _head(partial.path)
    is_checked = False
    with partial.path.open("ab") as file:
        for piece in _within(response, partial.size, wanted):
            file.write(piece)
            head += piece[: HEAD - len(head)]
            if len(head) >= HEAD and not is_checked:
                _check(head, wanted)
                is_checked = True
    if not head:
        raise WrongBody(EMPTY)
    _check(head, wanted)
    _require_whole(response, partial)
    with partial.path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return TakenFile(partial.path, sha256, partial.size, head)


def _within(response: httpx.Response, size: int, wanted: WantedFile) -> Iterator[bytes]:
    """The pieces of a body, as long as it is not too large and not packed too densely."""
    is_packed = bool(encoding_of(response))
    for piece in pieces_of(response):
        size += len(piece)
        if size > wanted.most:
            raise Unfit(_too_large(wanted))
        if is_packed and size > max(SMALL, MAX_RATIO * response.num_bytes_downloaded):
            raise Unfit(DENSE)
        yield piece


def _head(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(HEAD)


def _check(head: bytes, wanted: WantedFile) -> None:
    if reason := unfit_bytes(head, wanted.types):
        raise Unfit(reason)


def _require_whole(response: httpx.Response, partial: PartialFile) -> None:
    """Raise WrongBody where the parts together are not the whole that the server speaks of."""
    found = RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
    if response.status_code == PARTIAL and found and found[2] != "*" and int(found[2]) != partial.size:
        partial.forget()
        raise WrongBody("The parts that the server sent are not the whole file.")


def _too_large(wanted: WantedFile) -> str:
    return f"The file is larger than {filesizeformat(wanted.most)}."


def _validator_of(response: httpx.Response) -> str:
    """What tells that a file has not changed at all; "" where the server gives no such thing."""
    if encoding_of(response):
        return ""
    tag: str = response.headers.get("ETag", "").strip()
    if tag.startswith('"'):
        return tag
    changed: str = response.headers.get("Last-Modified", "")
    with suppress(ValueError):
        if parsedate_to_datetime(response.headers.get("Date", "")) - parsedate_to_datetime(changed) >= STRONG_AFTER:
            return changed
    return ""
